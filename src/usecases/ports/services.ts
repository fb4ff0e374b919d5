import type { Scale } from '../../domain/jobs/worth.ts'
import type { CheckedLetter, KeptSentence } from '../../domain/outreach/check-letter.ts'
import type { ComposedText, ComposeInput } from '../../domain/outreach/compose.ts'
import type { OutreachSettings } from '../../domain/outreach/settings.ts'
import type { Care } from '../../domain/pool/capacity.ts'
import type { PoolQuery, QueryNode } from '../../domain/pool/query/ast.ts'
import type { CandidateId, MemberId, PoolId } from '../../domain/shared/ids.ts'
import type { Instant, Zone } from '../../domain/shared/time.ts'
import type { Embedder } from './embedder.ts'
import type { JobRun, RunKey } from './job-runs.ts'
import type { ReadMail } from './mail.ts'
import type { MetricReads } from './metric-reads.ts'
import type { Model } from './model.ts'
import type { Outbox } from './outbox.ts'
import type { Resumes } from './resumes.ts'
import type { SharedFiles } from './tables.ts'

/** For whom people are looked up: "me", "90 days ago" and "in March" mean this reader's. */
export type Reader = {
  readonly now: Instant
  readonly zone: Zone
  readonly memberId: MemberId | undefined
  /** Internal staff too, whoever looks after them; otherwise only those whom the reader looks after. */
  readonly sees?: 'all' | 'own'
  /** Of the reader; whoever is of our own staff under this address is neither found nor counted, since nobody is told of themselves. */
  readonly email?: string | undefined
}

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
  /**
   * Of whoever `where` finds (`null`: of everybody), those worth most by the scales, the most first, then whoever was heard of last; those of
   * `without` are passed over. `of`: so many were found, up to 10,000; where there are more, not `all` were looked at.
   */
  best(
    asked: {
      readonly where: QueryNode | null
      readonly scales: readonly Scale[]
      readonly without: readonly CandidateId[]
    },
    reader: Reader,
    size: number,
  ): Promise<{
    readonly people: readonly { readonly id: CandidateId; readonly worth: number }[]
    readonly of: number
    readonly all: boolean
  }>
  /**
   * What of each of these people's words speaks for them: which of the phrases occur, and how much of `text` they share with it, from 0. At
   * most 500 people, by their ids.
   */
  mentions(
    ids: readonly CandidateId[],
    of: { readonly phrases: readonly string[]; readonly text: string },
  ): Promise<ReadonlyMap<CandidateId, { readonly phrases: ReadonlySet<string>; readonly rank: number }>>
  /** Living people whose name is or resembles this, best first, at most `limit`; for choosing a person. */
  byName(name: string, limit: number): Promise<readonly CandidateId[]>
  /** Who is in each pool and how they stand, in one statement. */
  poolFigures(ids: readonly PoolId[], reader: Reader): Promise<ReadonlyMap<PoolId, PoolFigures>>
  /**
   * How many people somebody looks after, by the cadence that counts for each: those whom they own, and in pools of theirs those whom nobody
   * owns; `usualDays` where no pool says otherwise, `without` as if that pool were not there.
   */
  inCare(memberId: MemberId, usualDays: number, reader: Reader, without?: PoolId): Promise<readonly Care[]>
}
/** How many of a pool's people (of the first 10,000, where there are `more`) are what. */
export type PoolFigures = {
  readonly size: number
  readonly more: boolean
  /** Overdue by the pool's cadence, and neither left in peace nor waiting for their first day. */
  readonly stale: number
  /** Had a word within its cadence. */
  readonly inTouch: number
  /** We may write to them. */
  readonly permitted: number
  /** Somebody looked through the profile lately. */
  readonly checked: number
  /** All three. */
  readonly fresh: number
  readonly unworked: number
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
export type Templates = {
  render(input: ComposeInput): ComposedText
  /**
   * Greeting, what must be said, an easy no and the name around what a model wrote. Sentences for which 120 words leave no room join
   * those that were cut.
   */
  frame(
    input: ComposeInput,
    letter: CheckedLetter,
  ): {
    readonly text: ComposedText
    readonly sentences: readonly KeptSentence[]
    readonly cut: readonly string[]
  }
}

/** Wakes the workers after a commit; losing a call only costs time, since sweeps find what was missed. */
export type Wake = { sends(): void; posts(): void; inbox(): void; imports(): void }

/** What the environment says, until an admin's setting says otherwise. */
export type Defaults = {
  readonly outreach: Partial<OutreachSettings>
  /** Whether outgoing mail is set up; where it is not, drafts are for copying. */
  readonly canMail: boolean
  /** The part of a Message-ID behind the `@`: the domain of MAIL_FROM. */
  readonly mailDomain: string
  /** The address in MAIL_FROM, in small letters. */
  readonly mailAddress?: string | undefined
  /** MAIL_FROM, as it is configured. */
  readonly mailFrom?: string | undefined
  readonly database?: 'embedded' | 'postgresql'
  /** Where mails' links lead; none was configured where it is undefined. */
  readonly publicUrl?: string | undefined
  /** What manifest.json asks Slack for; the optional ones serve lost answers alone. */
  readonly scopes?: { readonly needed: readonly string[]; readonly optional: readonly string[] }
}

/** Where the bot speaks up by itself until settings say otherwise, and whom it asks where it cannot. */
export type Places = {
  /** A channel's id, or its name with `#`. Read it by `loadWorkspaceSettings`. */
  readonly triageChannel: string
  readonly nudgeChannel: string
  readonly digestChannel: string
  readonly recruitersGroup: string
  /** Slack ids; where the environment names none, Slack's own admins administer. */
  readonly admins: readonly string[] | undefined
}

/** Takes a run of a job that was begun as far as it comes now, and answers how it stands. Must not be called inside a unit of work. */
export type Clock = { run(key: RunKey): Promise<JobRun | undefined> }

export type Services = {
  readonly clock: Clock
  /** Files that people shared in Slack. */
  readonly files: Pick<SharedFiles, 'look'>
  readonly outbox: Outbox
  readonly resumes: Resumes
  readonly metrics: MetricReads
  /** None where no model is set up: templates and rules do its work. */
  readonly model: Model | undefined
  /** None where no model for it is set up. Only workspaces that chose so use it. */
  readonly embedder?: Embedder | undefined
  /** What is done after an act was committed and answered; it ends before the process does, and what it throws is logged. */
  readonly afterwards: (work: () => Promise<unknown>) => void
  readonly search: CandidateSearch
  readonly templates: Templates
  /** How a letter will read as a mail. */
  readonly readMail: ReadMail
  readonly wake: Wake
  readonly places: Places
  readonly defaults: Defaults
}
