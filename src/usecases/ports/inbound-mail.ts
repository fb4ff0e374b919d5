import type { Automatic } from '../../domain/replies/automatic.ts'
import type { Instant } from '../../domain/shared/time.ts'

/** A mail that came back to us, as far as we read it. All of it is untrusted text from outside. */
export type InboundMail = {
  /** With its angle brackets; one is made from the content where the mail has none, so that a replay is known again. */
  readonly messageId: string
  /** The sender's address alone. */
  readonly from: string
  /** Message-IDs that it says it answers, In-Reply-To first; of a delivery report those of the message that came back. */
  readonly references: readonly string[]
  readonly text: string
  /** When it says that it was written. */
  readonly at: Instant | undefined
  readonly automatic: Automatic | undefined
  /** Addresses that a delivery report says do not exist, in lower case. */
  readonly dead?: readonly string[] | undefined
}

/** Reads RFC 5322 source; `undefined` where it names no sender, or cannot be read at all. Never throws. */
export type ReadMail = (source: Uint8Array) => Promise<InboundMail | undefined>

/** Whether a request was made by somebody who knows the secret, within five minutes of `now` by either clock. */
export type InboundSignature = (
  request: { readonly timestamp: string; readonly signature: string; readonly body: Uint8Array },
  now: Instant,
) => 'ok' | 'bad_signature' | 'too_old'
