/** What Slack sends an app, by the name Socket Mode gives it. */
type EnvelopeType = 'events_api' | 'slash_commands' | 'interactive'

/** What became of one request to the app. `payload` is what it acknowledged with. */
export type Answer =
  | { readonly kind: 'acked'; readonly payload: unknown }
  | { readonly kind: 'timeout' }
  /** Nobody there, or an answer that is none; `error` is the code Slack prints. */
  | { readonly kind: 'failed'; readonly error: string }

type Retry = { readonly num: number; readonly reason: string }

/** One request to the app; `retry` counts only for events. */
export type Request = { readonly type: EnvelopeType; readonly payload: object; readonly retry?: Retry }

/** The way to the app. Answers after three seconds at the latest and never rejects. */
export type Delivery = {
  request(request: Request): Promise<Answer>
  close(): Promise<void>
}

/** Slack's limit for an acknowledgement. */
export const ACK_LIMIT_MS = 3000
