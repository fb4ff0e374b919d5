/** Reads how a conversation with a mail server ended: it took the message, it will not, try later, or nobody can tell. */
import { never } from '../shared/result.ts'

/** How far the conversation had got. `message_end` is the closing dot: from there on silence proves nothing. */
export const SMTP_STAGES = [
  'connect',
  'greeting',
  'hello',
  'auth',
  'mail',
  'rcpt',
  'data',
  'message',
  'message_end',
] as const
export type SmtpStage = (typeof SMTP_STAGES)[number]

export type SmtpOutcome =
  | { readonly kind: 'accepted' }
  /** The server said no; `reply` is its code with the enhanced one where given, such as `450 4.7.1`. */
  | {
      readonly kind: 'answered'
      readonly stage: SmtpStage
      readonly code: number
      readonly enhanced?: string | undefined
    }
  /** The connection ended without an answer; `stage` is the last thing that we sent, `unknown` where the library cannot say. */
  | { readonly kind: 'broken'; readonly stage: SmtpStage | 'unknown'; readonly why: string }

export type Fate =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'later'; readonly code: string }
  | { readonly kind: 'rejected'; readonly code: string }
  | { readonly kind: 'unknown'; readonly code: string }

export function classify(outcome: SmtpOutcome): Fate {
  switch (outcome.kind) {
    case 'accepted':
      return { kind: 'accepted' }
    case 'broken':
      // Without the closing dot a server must not deliver (RFC 5321, 4.1.1.4); with it, the answer alone would have told us.
      return outcome.stage === 'message_end' || outcome.stage === 'unknown'
        ? { kind: 'unknown', code: outcome.why }
        : { kind: 'later', code: outcome.why }
    case 'answered':
      return answered(outcome.stage, outcome.code, outcome.enhanced)
    default:
      return never(outcome)
  }
}

function answered(stage: SmtpStage, code: number, enhanced: string | undefined): Fate {
  const said = enhanced === undefined ? String(code) : `${code} ${enhanced}`
  if (code >= 200 && code < 300) {
    return stage === 'message_end' ? { kind: 'accepted' } : { kind: 'later', code: said }
  }
  // 4xx is a definite "not now", greylisting included, even as the answer to the closing dot.
  if (code >= 400 && code < 500) return { kind: 'later', code: said }
  if (code >= 500 && code < 600) {
    // Before MAIL the server speaks about us (login, blocked relay), which an admin can mend; it says nothing of this person's address.
    return isAboutUs(stage) ? { kind: 'later', code: said } : { kind: 'rejected', code: said }
  }
  return stage === 'message_end' ? { kind: 'unknown', code: said } : { kind: 'later', code: said }
}

const isAboutUs = (stage: SmtpStage): boolean => SMTP_STAGES.indexOf(stage) < SMTP_STAGES.indexOf('mail')
