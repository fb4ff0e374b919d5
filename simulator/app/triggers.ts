import type { Clock } from '../clock.ts'
import type { ChannelId, UserId } from '../contract.ts'
import { digits, hex } from '../ids.ts'
import { SlackError } from '../slack-error.ts'
import { makeShortLived } from './short-lived.ts'

/** What an interaction lets the app open: for whom, and over which view. */
type Trigger = { readonly user: UserId; readonly viewId?: string; readonly channel?: ChannelId }

export type Triggers = {
  issue(trigger: Trigger): string
  /** Exchanges an id, once and within three seconds. */
  exchange(id: string): Trigger
}

/** Slack's own patience with `trigger_id`. */
const TRIGGER_LIFETIME_MS = 3000

/** An id that was never given out, was used or is too old is refused with the code that Slack has for it. */
export function makeTriggers(clock: Clock): Triggers {
  const issued = makeShortLived<{ readonly trigger: Trigger; used: boolean }>(clock, TRIGGER_LIFETIME_MS)
  return {
    issue(trigger) {
      const id = `${digits(13)}.${digits(12)}.${hex(16)}`
      issued.keep(id, { trigger, used: false })
      return id
    },
    exchange(id) {
      const found = issued.get(id)
      if (!found) throw new SlackError('invalid_trigger_id')
      if (found.value.used) throw new SlackError('exchanged_trigger_id')
      if (found.age > TRIGGER_LIFETIME_MS) throw new SlackError('expired_trigger_id')
      found.value.used = true
      return found.value.trigger
    },
  }
}
