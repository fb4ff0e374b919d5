import type { Candidate } from '../../domain/candidate/candidate.ts'
import type { CandidateId, MemberId } from '../../domain/shared/ids.ts'
import type { Instant } from '../../domain/shared/time.ts'

/** Two records; the smaller id stands first, so that a pair is one. */
export type Pair = { readonly oneId: CandidateId; readonly otherId: CandidateId }
export type DuplicateState = 'open' | 'dismissed' | 'merged'
/** `score` in hundredths, `reasons` as codes. */
export type Suggestion = Pair & { readonly score: number; readonly reasons: readonly string[] }
export type DuplicatePlace = Pair & { readonly score: number }

export const pairOf = (a: CandidateId, b: CandidateId): Pair =>
  a < b ? { oneId: a, otherId: b } : { oneId: b, otherId: a }

export type ComparedPerson = Pick<Candidate, 'id' | 'fullName' | 'company' | 'location'>

/** Who may be recorded twice. People are found by keys, at most `MOST_ALIKE` under each, never by comparing all. */
export type DuplicateStore = {
  /** Those whose name, company or place is new since they were compared last, at most `limit`; another transaction's are left out. */
  due(limit: number): Promise<readonly CandidateId[]>
  /** What is compared of those who are here, whoever opened the list: a pair is there or not for everybody, and shown to whoever sees both. */
  records(ids: readonly CandidateId[]): Promise<readonly ComparedPerson[]>
  /** Files somebody under these keys and no others; they are not due any more. */
  file(id: CandidateId, keys: readonly string[]): Promise<void>
  /** Who is filed under one of these keys too. */
  alike(id: CandidateId, keys: readonly string[]): Promise<readonly CandidateId[]>
  /** Open suggestions for this person become these; what somebody decided stays decided. */
  suggest(id: CandidateId, suggestions: readonly Suggestion[], now: Instant): Promise<void>
  /** Open pairs of people who are both here, the likeliest first, at most `limit`, behind `after`. */
  open(limit: number, after?: DuplicatePlace): Promise<readonly DuplicatePlace[]>
  /** Locked; `undefined` where nobody suggested it. */
  lock(pair: Pair): Promise<DuplicateState | undefined>
  decide(pair: Pair, state: DuplicateState, by: MemberId | undefined, at: Instant): Promise<void>
}

/** More than so many under one key say that the key tells nothing. */
export const MOST_ALIKE = 100
/** Comparing takes some hundred microseconds a pair, in which nobody else is answered. */
export const MOST_COMPARED = 300
