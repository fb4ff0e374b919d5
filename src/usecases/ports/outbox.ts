/** A file that is made piece by piece, however long it gets, and brought into somebody's conversation with the bot. */
export type OutgoingFile = {
  readonly name: string
  readonly title: string
  /** What is said above it, once it is whole. */
  readonly comment: () => string
  readonly pieces: AsyncIterable<string>
  /** Asked when it is whole, and again when Slack has it and nobody sees it yet. */
  readonly mayLeave: () => Promise<boolean>
}

/** `refused`: Slack's code, or that of the network, after some tries. */
export type Sent = { readonly kind: 'sent' | 'kept_back' } | { readonly kind: 'refused'; readonly error: string }

export type Outbox = { send(slackUserId: string, file: OutgoingFile): Promise<Sent> }
