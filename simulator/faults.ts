/** What goes wrong with one call of the Web API. `after` lets it take effect first: the app cannot know whether it did. */
export type Fault = {
  readonly when: 'before' | 'after'
  /** What the app gets instead of the answer; without it the connection is cut. */
  readonly answer?: {
    readonly status: number
    readonly headers?: Readonly<Record<string, string>>
    readonly body?: object
  }
}

/** Set by tests of bad days; asked before each call. */
export type Faults = { onCall?: ((method: string) => Fault | undefined) | undefined }

/** Slack's answer to an app that talks too much. */
export const rateLimited = (seconds: number): Fault => ({
  when: 'before',
  answer: { status: 429, headers: { 'retry-after': String(seconds) }, body: { ok: false, error: 'ratelimited' } },
})
