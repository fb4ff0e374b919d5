import type { SmtpOutcome } from '../../domain/outreach/smtp-outcome.ts'

/** A letter to one person, as somebody approved it, with what every letter must say besides. All of it is plain, untrusted text. */
export type Letter = {
  /** `<…@…>`; the same for every attempt. */
  readonly messageId: string
  readonly to: { readonly name: string; readonly address: string }
  /** Whose letter it is. The address is always the configured sender's; the name is this person's. */
  readonly from: { readonly name: string }
  readonly subject: string
  readonly body: string
  readonly footer: LetterFooter
  readonly unsubscribeUrl: string
  /** Where they answer whether we may stay in touch, in a letter that asks. */
  readonly stay?: { readonly words: string; readonly url: string } | undefined
}

export type LetterFooter = {
  readonly whoWeAre: string
  readonly whereFrom: string
  readonly howToObject: string
  /** What the link is called. */
  readonly unsubscribe: string
  /** One line; `undefined` where no admin has entered it yet. */
  readonly postalAddress: string | undefined
}

/** How a letter reads as a mail: the lines at its top, and its text part. */
export type MailReading = {
  /** `Name <address>`, as mail programs show it; likewise `replyTo` and `to`. */
  readonly from: string
  readonly replyTo: string
  readonly to: string
  readonly subject: string
  readonly text: string
}
/** Reads a letter as delivery will write it. */
export type ReadMail = (letter: Omit<Letter, 'messageId'>) => MailReading

export type Mailer = {
  /**
   * One SMTP conversation, one message. Never throws: whatever happens is told as an outcome that names how far the conversation got,
   * so that only what may really have been delivered is called unknown. It hangs up at once when `hangUp` is aborted.
   */
  handOver(letter: Letter, hangUp: AbortSignal): Promise<SmtpOutcome>
}

/** What a link in a mail says after its signature was checked. */
export type MailLink = { readonly workspaceId: string; readonly sendId: string; readonly candidateId: string }

export type MailLinks = {
  unsubscribeUrl(link: MailLink): string
  /** `undefined` where it was not signed by any of our keys, present or retired. */
  verify(token: string): MailLink | undefined
  /** The page behind "May I stay in touch?". A link of one kind never verifies as the other. */
  stayUrl(link: MailLink): string
  verifyStay(token: string): MailLink | undefined
}
