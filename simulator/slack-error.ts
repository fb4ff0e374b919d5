/** An answer `ok: false` with Slack's own code. `messages` become `errors` and `response_metadata.messages`, as Slack prints them. */
export class SlackError extends Error {
  readonly code: string
  readonly messages: readonly string[]
  readonly extra: Readonly<Record<string, unknown>>

  constructor(code: string, messages: readonly string[] = [], extra: Readonly<Record<string, unknown>> = {}) {
    super(messages.length > 0 ? `${code}: ${messages.join('; ')}` : code)
    this.name = 'SlackError'
    this.code = code
    this.messages = messages
    this.extra = extra
  }

  /** The body of the answer. */
  toBody(): Record<string, unknown> {
    const metadata =
      this.messages.length > 0 ? { response_metadata: { messages: this.messages.map((m) => `[ERROR] ${m}`) } } : {}
    return {
      ok: false,
      error: this.code,
      ...(this.messages.length > 0 ? { errors: this.messages } : {}),
      ...metadata,
      ...this.extra,
    }
  }
}
