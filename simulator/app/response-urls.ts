import type { Clock } from '../clock.ts'
import type { ChannelId, Ts, UserId } from '../contract.ts'
import { digits, hex } from '../ids.ts'
import { makeShortLived } from './short-lived.ts'

/** What a `response_url` stands for: who interacted, where, and with which message. */
export type ResponseTarget = {
  readonly user: UserId
  readonly channel: ChannelId
  readonly message?: { readonly ts: Ts; readonly ephemeral: boolean }
}

export type ResponseUrls = {
  issue(target: ResponseTarget): string
  /** The target of a path, if it may still be used; each call that is answered with a target counts as one of five uses. */
  use(path: string): ResponseTarget | 'expired_url' | 'used_url' | 'unknown_url'
}

const RESPONSE_URL_USES = 5
const RESPONSE_URL_LIFETIME_MS = 30 * 60_000

/** Each serves five times within 30 minutes: docs.slack.dev, interactivity, handling user interaction. */
export function makeResponseUrls(clock: Clock, teamId: string, baseUrl: () => string): ResponseUrls {
  const issued = makeShortLived<{ readonly target: ResponseTarget; uses: number }>(clock, RESPONSE_URL_LIFETIME_MS)
  return {
    issue(target) {
      const path = `/respond/${teamId}/${digits(13)}/${hex(12)}`
      issued.keep(path, { target, uses: 0 })
      return baseUrl() + path
    },
    use(path) {
      const found = issued.get(path)
      if (!found) return 'unknown_url'
      if (found.age > RESPONSE_URL_LIFETIME_MS) return 'expired_url'
      if (found.value.uses >= RESPONSE_URL_USES) return 'used_url'
      found.value.uses += 1
      return found.value.target
    },
  }
}
