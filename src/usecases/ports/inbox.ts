import type { Instant } from '../../domain/shared/time.ts'

/** One event as Slack delivered it; `body` is the whole envelope. */
export type KeptEvent = {
  readonly eventId: string
  readonly type: string
  readonly body: unknown
  readonly attempts: number
}

export type InboxStore = {
  /** Kept before it is acknowledged. `false` where Slack delivered it before: once is enough. */
  keep(event: Pick<KeptEvent, 'eventId' | 'type' | 'body'>, now: Instant): Promise<boolean>
  /** Oldest first. */
  due(now: Instant, limit: number): Promise<readonly string[]>
  nextDue(): Promise<Instant | undefined>
  /** Takes the event until `until`, when it is due again if nobody said what became of it; `undefined` where another has it. */
  take(eventId: string, now: Instant, until: Instant): Promise<KeptEvent | undefined>
  /** Done: the body, which holds what people wrote, goes. */
  finish(eventId: string, at: Instant): Promise<void>
  /** Not done; `nextAt` where it is worth another try, else it is put aside with its code. */
  fail(eventId: string, code: string, at: Instant, nextAt: Instant | undefined): Promise<void>
}
