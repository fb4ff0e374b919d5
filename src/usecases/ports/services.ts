import type { CheckedLetter, KeptSentence } from '../../domain/outreach/check-letter.ts'
import type { ComposedText, ComposeInput } from '../../domain/outreach/compose.ts'
import type { OutreachSettings } from '../../domain/outreach/settings.ts'
import type { PoolQuery } from '../../domain/pool/query/ast.ts'
import type { CandidateId, MemberId, PoolId } from '../../domain/shared/ids.ts'
import type { Instant, Zone } from '../../domain/shared/time.ts'
import type { JobRun, RunKey } from './job-runs.ts'
import type { ReadMail } from './mail.ts'
import type { MetricReads } from './metric-reads.ts'
import type { Model } from './model.ts'

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
export type Wake = { sends(): void; posts(): void; inbox(): void }

/** What the environment says, until an admin's setting says otherwise. */
export type Defaults = {
  readonly outreach: Partial<OutreachSettings>
  /** Whether outgoing mail is set up; where it is not, drafts are for copying. */
  readonly canMail: boolean
  /** The part of a Message-ID behind the `@`: the domain of MAIL_FROM. */
  readonly mailDomain: string
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
  readonly metrics: MetricReads
  /** None where no model is set up: templates and rules do its work. */
  readonly model: Model | undefined
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
