import type { Standing } from '../../domain/candidate/candidate.ts'
import type { PermissionBasis } from '../../domain/consent/permission.ts'
import type { CandidateId, FileImportId, MemberId } from '../../domain/shared/ids.ts'
import type { Instant } from '../../domain/shared/time.ts'
import type { ChosenColumns } from '../../domain/transfer/columns.ts'
import type { ImportCounts, ImportProblem, ImportState, TableHead } from '../../domain/transfer/file-import.ts'

/** A file that somebody imports in Slack. */
export type FileImport = {
  readonly id: FileImportId
  readonly memberId: MemberId
  readonly slackFileId: string
  readonly file: string
  readonly basis: PermissionBasis
  readonly standing: Standing | undefined
  readonly role: string | undefined
  readonly state: ImportState
  readonly problem: ImportProblem | undefined
  readonly chosen: ChosenColumns
  readonly tableId: string | undefined
  /** When its run began; of an earlier run of the same file it is not a continuation. */
  readonly runStartedAt: Instant | undefined
  readonly counted: ImportCounts | undefined
  readonly done: ImportCounts | undefined
  readonly refusedFile: string | undefined
  readonly attempts: number
  readonly createdAt: Instant
}
/** What may change of it; `undefined` empties, what is not named stays. */
export type FileImportChange = Partial<
  Pick<
    FileImport,
    | 'state'
    | 'problem'
    | 'chosen'
    | 'tableId'
    | 'runStartedAt'
    | 'counted'
    | 'done'
    | 'refusedFile'
    | 'basis'
    | 'standing'
    | 'role'
    | 'attempts'
  >
> & { readonly head?: TableHead | undefined; readonly nextAt?: Instant | undefined }

export type FileImportStore = {
  begin(
    made: Pick<FileImport, 'id' | 'memberId' | 'slackFileId' | 'file' | 'basis' | 'standing' | 'role'>,
    now: Instant,
  ): Promise<void>
  get(id: FileImportId): Promise<FileImport | undefined>
  lock(id: FileImportId): Promise<FileImport | undefined>
  /** The columns and their first values; gone once it has ended. */
  head(id: FileImportId): Promise<TableHead | undefined>
  /** Changes it; whoever worked on it notices and leaves it. */
  change(id: FileImportId, change: FileImportChange, now: Instant): Promise<void>
  /** Those the workers should go on with. */
  due(now: Instant, limit: number): Promise<readonly FileImportId[]>
  nextDue(): Promise<Instant | undefined>
  /** Takes it for `seconds` on the database's clock; `undefined` where another has it, or nobody need work on it any more. */
  claim(id: FileImportId, owner: string, seconds: number): Promise<FileImport | undefined>
  /** As `change`, and holds it for longer; `false` where it is not ours any more, or not in that state: then nothing is changed. */
  advance(
    id: FileImportId,
    owner: string,
    from: ImportState,
    change: FileImportChange,
    lease: { readonly seconds: number; readonly now: Instant },
  ): Promise<boolean>
  release(id: FileImportId, owner: string): Promise<void>
  expireLeases(): Promise<void>
  /** Waiting for a person since before this moment. */
  forgotten(before: Instant, limit: number): Promise<readonly FileImportId[]>
  /** Whose files are still needed. */
  alive(ids: readonly string[]): Promise<ReadonlySet<string>>
  /** Those whom it added and who are still here, in order of their ids. */
  addedBy(id: FileImportId, after: CandidateId | undefined, limit: number): Promise<readonly CandidateId[]>
}
