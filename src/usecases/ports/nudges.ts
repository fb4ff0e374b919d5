import type { DueKind } from '../../domain/nurture/due.ts'
import type { CandidateId, JobId, MemberId, WatchId } from '../../domain/shared/ids.ts'
import type { Day, Instant, Zone } from '../../domain/shared/time.ts'

export type NudgeItem = {
  readonly candidateId: CandidateId
  readonly kind: DueKind
  /** The job that opened, where that is why. */
  readonly jobId: JobId | undefined
  /** The company that is watched, where that is why. */
  readonly watchId?: WatchId | undefined
  readonly place: number
  readonly state: 'due' | 'acted' | 'snoozed' | 'missed'
}

/** The rules by which somebody may be brought up on a day. */
export type NudgeDay = {
  readonly day: Day
  readonly now: Instant
  readonly zone: Zone
  /** Where no pool of theirs says otherwise. */
  readonly cadenceDays: number
  /** Who was told no after this day is left alone. */
  readonly toldNoBefore: Day
  /** Whom saved searches find, with the cadence there: people of theirs, and those nobody owns in searches of theirs. */
  readonly found?: readonly Found[]
}

/** Jobs that opened, as far as they narrow down whom to compare with them. */
export type JobsAsked = {
  /** For each of them what is found in the titles of those who do the like, all of it (`titlesLike`). */
  readonly titles: readonly (readonly string[])[]
  readonly skills: readonly string[]
  /** Whom one of them woke: they wanted to hear. */
  readonly woken: readonly CandidateId[]
  /** The latest opening; who heard from us since knows no less. */
  readonly openedBy: Instant
}

export type Found = { readonly candidateId: CandidateId; readonly cadenceDays: number }
export type Quiet = { readonly candidateId: CandidateId; readonly quietSince: Instant }
/** What somebody did about a person on a day: the earliest. */
export type Doing = { readonly at: Instant; readonly how: 'acted' | 'snoozed' }

/**
 * Whom to bring up, and what became of it. *Their people* of a member are those whom they own, and those nobody owns in the lists and
 * saved searches of theirs. Every read goes by owner and has a limit: it never looks at everybody.
 */
export type NudgeStore = {
  /** Members who look after anybody, at most `limit`. */
  carers(limit: number): Promise<readonly MemberId[]>
  /** Replies that wait, of their people and to their messages, unless somebody left them in peace after reading it; the oldest first. */
  replies(
    member: MemberId,
    rules: Pick<NudgeDay, 'day'>,
    limit: number,
  ): Promise<readonly { readonly candidateId: CandidateId; readonly at: Instant }[]>
  /** Whose day has come, and nobody was in touch since; the earliest first. */
  promised(
    member: MemberId,
    rules: NudgeDay,
    limit: number,
  ): Promise<readonly { readonly candidateId: CandidateId; readonly day: Day }[]>
  /** Who may be told of a job that opened and whose title or skills are like its; woken by it first, then tier A, then the longest quiet. */
  perhapsFor(member: MemberId, rules: NudgeDay, about: JobsAsked, limit: number): Promise<readonly CandidateId[]>
  /** Their people at a watched company whom nobody spoke with since and who did not come up for it on an earlier day; the warmest first. */
  watched(
    member: MemberId,
    rules: NudgeDay,
    watch: { readonly id: WatchId; readonly company: string; readonly day: Day },
    limit: number,
  ): Promise<readonly (Quiet & { readonly tierA: boolean })[]>
  /** Quiet for longer than their cadence; the longest first. */
  quiet(member: MemberId, rules: NudgeDay, which: 'tier_a' | 'all', limit: number): Promise<readonly Quiet[]>
  /** How many of those there are, up to `limit`. */
  countQuiet(member: MemberId, rules: NudgeDay, limit: number): Promise<number>
  keep(member: MemberId, day: Day, items: readonly Omit<NudgeItem, 'state'>[]): Promise<void>
  items(member: MemberId, day: Day): Promise<readonly NudgeItem[]>
  /** What was done about these people between the two moments. */
  doings(people: readonly CandidateId[], from: Instant, to: Instant): Promise<ReadonlyMap<CandidateId, Doing>>
  /** Days before this one with items whose fate is not written down yet, the oldest first, at most 40. */
  unsettled(before: Day): Promise<readonly Day[]>
  /** Writes down what became of a day's items. */
  settle(day: Day, from: Instant, to: Instant): Promise<void>
}
