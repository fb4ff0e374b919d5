import type { Id, SlackPostId } from '../../domain/shared/ids.ts'
import type { Instant } from '../../domain/shared/time.ts'

/** What a post shows; the worker knows how to load and draw each kind from its first subject. */
export const POST_KINDS = [
  'triage_card',
  'flag_outcome',
  'flag_offer_unseen',
  'stay_answer',
  'note_notice',
  'draft_card',
  'draft_ask',
  'ask_answer',
  'in_doubt_card',
  'not_sent_card',
  'bounced_card',
  'added_notice',
  'merged_notice',
  'unposted_notice',
  'job_opened',
  'reply_card',
  'flag_news',
  'nudge',
  'nudge_line',
  'digest',
  'pool_week',
  'hand_over',
  'hand_over_received',
  'leaver_notice',
  'take_over_ask',
  'take_over_answer',
  'import_card',
  'file_offer',
] as const
export type PostKind = (typeof POST_KINDS)[number]

export type SlackPost = {
  readonly id: SlackPostId
  /** Stable name of the post, such as `draft_card:<draft id>`; also in the message's metadata, by which a lost answer is found again. */
  readonly key: string
  readonly kind: PostKind
  /** A channel id (`C…`, `G…`, `D…`), a channel's name with `#`, or a person's Slack user id for their DM. */
  readonly address: string
  readonly channel: string | undefined
  readonly ts: string | undefined
  readonly subjects: readonly Id<string>[]
  readonly wanted: number
  readonly posted: number
  readonly postedHash: string | undefined
  readonly state: 'wanted' | 'posting' | 'posted' | 'in_doubt' | 'failed' | 'removed'
  readonly attempts: number
  readonly createdAt: Instant
}

export type SlackPostStore = {
  /** Asks for the post to stand there, drawn from its subjects as they are now. Asking again for the same key asks for a redraw. */
  want(
    post: {
      readonly key: string
      readonly kind: PostKind
      readonly address: string
      readonly subjects: readonly Id<string>[]
    },
    now: Instant,
  ): Promise<void>
  /** Every post that shows the subject, or one of several, is drawn anew. */
  redraw(shown: Id<string> | readonly Id<string>[], now: Instant): Promise<void>
  /** What waits for its time to be posted for the first time need not wait any more. */
  hurry(subject: Id<string>, now: Instant): Promise<void>
  byKey(key: string): Promise<SlackPost | undefined>
  /** The newest post that shows this subject and whose key begins so. */
  newest(subject: Id<string>, keyStart: string): Promise<SlackPost | undefined>
  /** Of each place the post that has waited longest, at most `limit`: a place hears one message at a time. */
  due(now: Instant, limit: number): Promise<readonly SlackPost[]>
  /** When the next one may be tried, if any waits. */
  nextDue(): Promise<Instant | undefined>
  /**
   * Takes the post for `seconds` on the database's clock; `undefined` where another has it or nothing is to draw.
   * `fateUnknown` is set where an earlier attempt to post ended without an answer: look in the history first.
   */
  claim(
    id: SlackPostId,
    owner: string,
    seconds: number,
    now: Instant,
  ): Promise<(SlackPost & { readonly fateUnknown: boolean }) | undefined>
  /** Ends every lease now; only where no other process can hold one. */
  expireLeases(): Promise<void>
  settle(id: SlackPostId, owner: string, outcome: PostOutcome): Promise<void>
}
export type PostOutcome =
  | {
      readonly kind: 'posted'
      readonly channel: string
      readonly ts: string
      readonly hash: string
      readonly drawn: number
    }
  | { readonly kind: 'unknown'; readonly error: string; readonly nextAt: Instant }
  | { readonly kind: 'retry'; readonly error: string; readonly nextAt: Instant }
  /** For good: Slack refused it, we have tried for too long, or there is nothing to show any more. */
  | {
      readonly kind: 'failed'
      readonly cause: 'refused' | 'given_up' | 'nothing_to_show'
      readonly error: string
    }
