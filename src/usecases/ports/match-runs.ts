import type { RoleCriteria } from '../../domain/jobs/criteria.ts'
import type { NotCompared } from '../../domain/jobs/likeness.ts'
import type { CandidateId, JobId, MatchRunId, MemberId } from '../../domain/shared/ids.ts'
import type { Instant } from '../../domain/shared/time.ts'

/** By which model the likeness of words told apart whoever is level, or why it could not. */
export type RunLikeness = { readonly by: string } | { readonly failed: NotCompared }

/** Somebody asked whom a role suits. */
export type MatchRun = {
  readonly id: MatchRunId
  readonly memberId: MemberId
  /** The job of ours that it was asked for. */
  readonly jobId: JobId | undefined
  readonly criteria: RoleCriteria
  /** So many people were ranked until now. */
  readonly found: number
  /** There are more who have something of the role. */
  readonly more: boolean
  readonly at: Instant
  /** `undefined` where the workspace did not ask for it. */
  readonly likeness: RunLikeness | undefined
}
/** In their order, with how alike their words and the role's are where a model compared them. */
export type MatchedPerson = { readonly id: CandidateId; readonly likeness: number | undefined }

export type MatchRunStore = {
  /** Keeps the run with its people, the best first; people of runs before `forgetBefore` are forgotten, the runs stay. */
  insert(run: MatchRun, people: readonly MatchedPerson[], forgetBefore: Instant): Promise<void>
  /** Puts more people behind the first `found`; nothing where somebody else did so meanwhile. */
  extend(run: Pick<MatchRun, 'id' | 'found'>, people: readonly MatchedPerson[], more: boolean): Promise<void>
  get(id: MatchRunId): Promise<MatchRun | undefined>
  /** The newest first, at most `limit`. */
  list(limit: number): Promise<readonly MatchRun[]>
  /** Whoever stands from this place on, in order, at most `limit`; places of whoever was erased stay empty. */
  people(
    id: MatchRunId,
    from: number,
    limit: number,
  ): Promise<
    readonly { readonly place: number; readonly candidateId: CandidateId; readonly likeness: number | undefined }[]
  >
  /** The place from which the `limit` people before `before` stand. */
  placeBefore(id: MatchRunId, before: number, limit: number): Promise<number>
}
