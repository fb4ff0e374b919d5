import type { ComposedText, ComposeInput } from '../../domain/outreach/compose.ts'
import type { OutreachSettings } from '../../domain/outreach/settings.ts'
import type { PoolQuery } from '../../domain/pool/query/ast.ts'
import type { CandidateId, MemberId, PoolId } from '../../domain/shared/ids.ts'
import type { Instant, Zone } from '../../domain/shared/time.ts'

/** For whom people are looked up: "me", "90 days ago" and "in March" mean this reader's. */
export type Reader = { readonly now: Instant; readonly zone: Zone; readonly memberId: MemberId | undefined }

/** Reading many people: its own statement, its own time-out, keyset paging and bounded counts. Must not be called inside a unit of work. */
export type CandidateSearch = {
  /** `at` is a cursor of an earlier page of the same query; what is none begins at the first page. `near` also takes names that are spelt alike. */
  find(
    query: PoolQuery,
    reader: Reader,
    page: { readonly size: number; readonly at?: string | undefined; readonly near?: boolean },
  ): Promise<FoundPage>
  /** Exact up to 10,000, else `more`. */
  count(
    query: PoolQuery,
    reader: Reader,
    how?: { readonly near?: boolean },
  ): Promise<{ readonly exact: number } | { readonly more: number }>
  /** Living people whose name is or resembles this, best first, at most `limit`; for choosing a person. */
  byName(name: string, limit: number): Promise<readonly CandidateId[]>
  /** Size (up to 10,000) and how many are overdue by the pool's cadence, for each pool, in one statement. */
  poolFigures(
    ids: readonly PoolId[],
    reader: Reader,
  ): Promise<ReadonlyMap<PoolId, { readonly size: number; readonly stale: number; readonly fresh: number }>>
}
export type FoundPage = {
  readonly ids: readonly CandidateId[]
  /** How many come before this page. */
  readonly before: number
  readonly near: boolean
  readonly next: string | undefined
  readonly previous: string | undefined
}
/** The search took longer than anybody should wait; a narrower query is quicker. */
export class SearchTooSlowError extends Error {
  override readonly name = 'SearchTooSlowError'
}

/** Turns a composed purpose and its tellable facts into text; each claim's span is where the fact was used. Pure and quick, so it may run anywhere. */
export type Templates = { render(input: ComposeInput): ComposedText }

/** Wakes the workers after a commit; losing a call only costs time, since sweeps find what was missed. */
export type Wake = { sends(): void; posts(): void; inbox(): void }

/** What the environment says, until an admin's setting says otherwise. */
export type Defaults = {
  readonly outreach: Partial<OutreachSettings>
  /** Whether outgoing mail is set up; where it is not, drafts are for copying. */
  readonly canMail: boolean
  /** The part of a Message-ID behind the `@`: the domain of MAIL_FROM. */
  readonly mailDomain: string
}

/** Where the bot speaks up by itself: a channel's id, or its name with `#`; and the group to ask where it cannot. */
export type Places = { readonly triageChannel: string; readonly recruitersGroup: string }

export type Services = {
  readonly search: CandidateSearch
  readonly templates: Templates
  readonly wake: Wake
  readonly places: Places
  readonly defaults: Defaults
}
