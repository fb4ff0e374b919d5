import type { ChannelId } from './contract.ts'

/** What goes wrong with one call of the Web API. `after` lets it take effect first: the app cannot know whether it did. */
export type Fault = {
  readonly when: 'before' | 'after'
  /** Milliseconds of the workspace's clock until the app hears. */
  readonly delayMs?: number
  /** What the app gets: an HTTP answer, the right one (only late), or none on an open connection. Without it the connection is cut. */
  readonly answer?: HttpAnswer | 'as usual' | 'never'
}
type HttpAnswer = {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: object
}

/** A call as rules look at it; `channel` is that of its arguments. */
export type Called = { readonly method: string; readonly channel: ChannelId | undefined }

/** Which calls go wrong: those of a method, those about a channel, or both; all of them without either. Answers to a `response_url` count as `response_url`, the bytes of a file as `upload`. */
export type FaultRule = {
  readonly method?: string | undefined
  readonly channel?: ChannelId | undefined
  /** How often; without it until it is taken away. */
  readonly times?: number | undefined
  readonly fault: Fault
}

/** The bad days of a workspace. The oldest rule that fits decides. */
export type Faults = {
  /** The answer ends the rule. */
  add(rule: FaultRule): () => void
  clear(): void
  /** Rules that are still in force, with what is left of `times`. */
  rules(): readonly FaultRule[]
  /** For tests that a rule is too simple for; asked first. */
  onCall?: ((method: string) => Fault | undefined) | undefined
  /** What happens to this call; a rule of a number of times has then been used once. */
  take(called: Called): Fault | undefined
}

/** A workspace in which nothing goes wrong yet. */
export function makeFaults(): Faults {
  let rules: { rule: FaultRule; left: number }[] = []
  return {
    add(rule) {
      const kept = { rule, left: rule.times ?? Number.POSITIVE_INFINITY }
      rules.push(kept)
      return () => {
        rules = rules.filter((each) => each !== kept)
      }
    },
    clear() {
      rules = []
    },
    rules: () => rules.map(({ rule, left }) => (Number.isFinite(left) ? { ...rule, times: left } : rule)),
    take(called) {
      const told = this.onCall?.(called.method)
      if (told) return told
      const found = rules.find(({ rule }) => fits(rule, called))
      if (!found) return undefined
      found.left -= 1
      rules = rules.filter(({ left }) => left > 0)
      return found.rule.fault
    },
  }
}

const fits = ({ method, channel }: FaultRule, called: Called): boolean =>
  (method === undefined || method === called.method) && (channel === undefined || channel === called.channel)

/** Slack's answer to an app that talks too much. */
export const rateLimited = (seconds: number): Fault => ({
  when: 'before',
  answer: { status: 429, headers: { 'retry-after': String(seconds) }, body: { ok: false, error: 'ratelimited' } },
})

/** Slack itself is in trouble: 500 to 599. */
export const serverError = (status = 503, when: Fault['when'] = 'before'): Fault => ({
  when,
  answer: { status, body: { ok: false, error: 'service_unavailable' } },
})

/** The connection is cut, before the call took effect or after. */
export const cutOff = (when: Fault['when']): Fault => ({ when })

/** The right answer, late; with `before` the call takes effect late as well, perhaps when nobody waits any more. */
export const late = (delayMs: number, when: Fault['when'] = 'after'): Fault => ({ when, delayMs, answer: 'as usual' })

/** It is done, and the app never hears: the connection stays open without a word. */
export const unheard: Fault = { when: 'after', answer: 'never' }
