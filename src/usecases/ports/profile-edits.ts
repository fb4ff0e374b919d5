import type { CandidateId, Id, MemberId } from '../../domain/shared/ids.ts'

export type ProfileEditId = Id<'profile_edit'>
export type ProfileEdit = {
  readonly id: ProfileEditId
  readonly candidateId: CandidateId
  readonly memberId: MemberId
  readonly section: string
  /** What it wrote over, and what it wrote. It may hold contacts, so it is sealed; parse it anew. */
  readonly values: unknown
  /** The act that changed many at once. */
  readonly batchId?: Id<'edit_batch'> | undefined
}

/** What edits of profiles wrote over, for 30 days. */
export type ProfileEditStore = {
  /** Also forgets those whose time is over. */
  keep(edit: ProfileEdit): Promise<void>
  get(id: ProfileEditId): Promise<ProfileEdit | undefined>
  /** What one act changed, at most `limit`. */
  ofBatch(
    id: Id<'edit_batch'>,
    limit: number,
  ): Promise<readonly { readonly id: ProfileEditId; readonly candidateId: CandidateId }[]>
  forget(id: ProfileEditId): Promise<void>
}
