import type { Result } from '../../domain/shared/result.ts'
import type { ActKeyStore } from './act-keys.ts'
import type { CandidateStore } from './candidates.ts'
import type { ConsentStore } from './consent.ts'
import type { CustomFieldStore } from './custom-fields.ts'
import type { DraftAskStore } from './draft-asks.ts'
import type { DraftStore } from './drafts.ts'
import type { DuplicateStore } from './duplicates.ts'
import type { VectorStore } from './embedder.ts'
import type { EventLog } from './events.ts'
import type { FileImportStore } from './file-imports.ts'
import type { FlagOfferStore } from './flag-offers.ts'
import type { HandOverStore } from './hand-overs.ts'
import type { HireStore } from './hires.ts'
import type { ImportStore } from './imports.ts'
import type { InboxStore } from './inbox.ts'
import type { InstallationStore } from './installations.ts'
import type { JobRunStore } from './job-runs.ts'
import type { KeptFormStore } from './kept-forms.ts'
import type { LessonStore } from './lessons.ts'
import type { MatchRunStore } from './match-runs.ts'
import type { MergeStore } from './merges.ts'
import type { ModelCallStore } from './model-calls.ts'
import type { NearMissStore } from './near-misses.ts'
import type { NudgeStore } from './nudges.ts'
import type { PoolStore } from './pools.ts'
import type { ProfileEditStore } from './profile-edits.ts'
import type { RatingStore } from './ratings.ts'
import type { ReplyStore } from './replies.ts'
import type { SampleStore } from './samples.ts'
import type { SendStore } from './sends.ts'
import type { SlackPostStore } from './slack-posts.ts'
import type { TakeOverStore } from './take-overs.ts'
import type { WatchStore } from './watches.ts'
import type { JobStore, MemberStore, SettingStore } from './workspace.ts'

/** The rows of one workspace inside one transaction. Nothing here reaches beyond the transaction or waits for the network. */
export type Tx = {
  readonly members: MemberStore
  readonly settings: SettingStore
  readonly jobs: JobStore
  readonly hires: HireStore
  readonly candidates: CandidateStore
  readonly consent: ConsentStore
  readonly nearMisses: NearMissStore
  readonly flagOffers: FlagOfferStore
  readonly forms: KeptFormStore
  readonly duplicates: DuplicateStore
  readonly merges: MergeStore
  readonly edits: ProfileEditStore
  readonly handOvers: HandOverStore
  readonly ratings: RatingStore
  readonly customFields: CustomFieldStore
  readonly takeOvers: TakeOverStore
  readonly watches: WatchStore
  readonly pools: PoolStore
  readonly matches: MatchRunStore
  readonly lessons: LessonStore
  readonly drafts: DraftStore
  readonly asks: DraftAskStore
  readonly sends: SendStore
  readonly replies: ReplyStore
  readonly posts: SlackPostStore
  readonly inbox: InboxStore
  readonly actKeys: ActKeyStore
  readonly installations: InstallationStore
  readonly modelCalls: ModelCallStore
  readonly vectors: VectorStore
  readonly jobRuns: JobRunStore
  readonly nudges: NudgeStore
  readonly samples: SampleStore
  readonly imports: ImportStore
  readonly fileImports: FileImportStore
  readonly events: EventLog
}

export type UnitOfWork = {
  /**
   * One transaction under the application's role and this workspace. It commits when `work` resolves and rolls back when it throws.
   * Statements are cut off after two seconds, because the person who pressed is waiting. It must not be nested.
   */
  run<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value>
  /**
   * As `run`, for who reads only: no transaction is held between two questions, so each sees what is committed at its moment, as it does
   * within `run`. A write fails.
   */
  read<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value>
  /**
   * As `run`, but the act named by `key` happens once: a repeated delivery gets the first one's `value`. In a repetition
   * `work` runs as well, but nothing that it does stays and what it answers is not heard. A refusal rolls back and is not remembered, so that a corrected modal may be submitted again. `value` must be ids and codes
   * only, since it is kept as JSON. Without a key it happens each time.
   */
  once<Value, Refusal>(
    key: string | undefined,
    useCase: string,
    work: (tx: Tx) => Promise<Result<Value, Refusal>>,
  ): Promise<Result<Value, Refusal>>
}
