import type { Candidate } from '../../domain/candidate/candidate.ts'
import type { Rating, RatingKind } from '../../domain/candidate/rating.ts'
import type { PermissionBasis, PermissionRecord } from '../../domain/consent/permission.ts'
import type { SuppressionReason } from '../../domain/consent/suppression.ts'
import type { CandidateId, FileImportId, Id, InteractionId } from '../../domain/shared/ids.ts'
import type { Instant } from '../../domain/shared/time.ts'
import type { ImportedContact } from '../../domain/transfer/imported.ts'
import type { ContactKind, FactRow, Later } from './candidates.ts'

/** How far a file was read: what was committed with these counts. */
export type ImportRun = {
  /** SHA-256 of the file, in hex. */
  readonly id: string
  readonly file: string
  readonly basis: PermissionBasis
  readonly rows: number
  readonly added: number
  readonly merged: number
  /** Of the merged those to whom the file added nothing. */
  readonly unchanged: number
  readonly refused: number
  /** How long the file of refused rows was. */
  readonly refusedBytes: number
  readonly startedAt: Instant
  readonly finishedAt: Instant | undefined
}

/** `key` is one for all spellings of a contact. */
export type KeyedContact = ImportedContact & { readonly key: string }
export type FoundContact = KeyedContact & {
  readonly owner: CandidateId | undefined
  readonly suppressed: readonly SuppressionReason[]
}

export type KnownPerson = {
  readonly person: Candidate
  readonly contactKinds: ReadonlySet<ContactKind>
  readonly permissions: readonly PermissionRecord[]
}

export type NewRating = Rating & { readonly id: Id<'rating'>; readonly kind: RatingKind }
export type NewPerson = {
  readonly person: Omit<Candidate, 'version' | Later> & Partial<Pick<Candidate, Later>>
  readonly contacts: readonly KeyedContact[]
  readonly facts: readonly FactRow[]
  readonly ratings: readonly NewRating[]
  readonly permissions: readonly PermissionRecord[]
  /** The first line of their timeline. */
  readonly entry: { readonly id: InteractionId; readonly text: string }
  /** Where it can be undone. */
  readonly importId?: FileImportId | undefined
}

/** Somebody else gave one of these contacts to a person at the same moment: begin the unit of work anew. PostgreSQL calls it a unique violation. */
export const isContactTaken = (error: unknown): boolean => (error as { readonly code?: string }).code === '23505'

/** Many people at once. */
export type ImportStore = {
  run(id: string): Promise<ImportRun | undefined>
  /** As `run`; whoever reads the same file meanwhile waits. */
  lockRun(id: string): Promise<ImportRun | undefined>
  keepRun(run: ImportRun): Promise<void>
  /** In the order asked for. */
  find(contacts: readonly ImportedContact[]): Promise<readonly FoundContact[]>
  /** The living ones of these; locked as by `CandidateStore.lock` unless they are only looked at. */
  people(ids: readonly CandidateId[], how: 'lock' | 'look'): Promise<ReadonlyMap<CandidateId, KnownPerson>>
  /**
   * In a few statements, which may take longer than those behind a press. They are sent and not waited for; of what goes wrong the unit of work
   * hears at its end (see `isContactTaken`).
   */
  insert(people: readonly NewPerson[]): Promise<void>
  /** Whether the contacts on record open with the secret that this process has; `undefined` where there are none. */
  secretFits(): Promise<boolean | undefined>
}
