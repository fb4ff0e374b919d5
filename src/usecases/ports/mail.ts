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

export type Mailer = {
  /**
   * One SMTP conversation, one message. Never throws: whatever happens is told as an outcome that names how far the conversation got,
   * so that only what may really have been delivered is called unknown. It ends within `longestSeconds`.
   */
  handOver(letter: Letter): Promise<SmtpOutcome>
  /** The longest that a hand-over may take; a lease must last longer. */
  readonly longestSeconds: number
}

/** What a link in a mail says after its signature was checked. */
export type MailLink = { readonly workspaceId: string; readonly sendId: string; readonly candidateId: string }

export type MailLinks = {
  unsubscribeUrl(link: MailLink): string
  /** `undefined` where it was not signed by any of our keys, present or retired. */
  verify(token: string): MailLink | undefined
}
