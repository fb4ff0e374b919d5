/**
 * What a query of `/pool` means, as plain data: saved pools keep it as JSON and the SQL compiler reads it. Lengths of time and
 * `me` stay relative on purpose, so that a saved pool means "quiet for 90 days" on the day it is opened, not on the day it was saved.
 */
import type {
  CandidateKind,
  CareerStage,
  Employment,
  NotHiredReason,
  Relation,
  Seniority,
  Standing,
  Tier,
} from '../../candidate/candidate.ts'
import type { JobFunction } from '../../candidate/job-function.ts'
import type { Score } from '../../candidate/rating.ts'
import type { Day } from '../../shared/time.ts'

/** Grows when the meaning of stored queries changes. */
export const QUERY_VERSION = 1

export type PoolQuery = {
  readonly version: typeof QUERY_VERSION
  /** `null` matches everybody. */
  readonly where: QueryNode | null
  readonly sort: PoolSort | null
}

export const POOL_SORTS = ['stale', 'match', 'name', 'added'] as const
export type PoolSort = (typeof POOL_SORTS)[number]

export type QueryNode = Every | Some | Not | Either | Words | Filter
/** All of two or more nodes; none of them is itself `and`. */
export type Every = { readonly kind: 'and'; readonly nodes: readonly QueryNode[] }
/** Any of two or more nodes; none of them is itself `or`. */
export type Some = { readonly kind: 'or'; readonly nodes: readonly QueryNode[] }
/** Never around another `not`. */
export type Not = { readonly kind: 'not'; readonly node: QueryNode }
/** A bare word that is both a filter and somebody's name or job: "Paris" finds people in Paris and people called Paris. */
export type Either = { readonly kind: 'either'; readonly words: string; readonly filter: Filter }
/** Full text over name, headline, skills and notes; `phrase` where it was quoted, so that the words stand together. */
export type Words = { readonly kind: 'words'; readonly text: string; readonly phrase: boolean }

/** One condition; several values in `any` are alternatives. */
export type Filter = {
  readonly kind: 'filter'
} /** With `years`, known for so long; whoever never said how long is not meant then. */ & (
  | { readonly field: 'skill'; readonly any: readonly string[]; readonly years?: Years }
  | { readonly field: 'location'; readonly any: readonly PlaceRef[] }
  | { readonly field: 'seniority'; readonly any: readonly Seniority[] }
  | { readonly field: 'function'; readonly any: readonly JobFunction[] }
  | { readonly field: 'tier'; readonly any: readonly Tier[] }
  | { readonly field: 'standing'; readonly any: readonly Standing[] }
  | { readonly field: 'reason'; readonly any: readonly NotHiredReason[] }
  | { readonly field: 'kind'; readonly any: readonly CandidateKind[] }
  | { readonly field: 'relation'; readonly any: readonly Relation[] }
  | { readonly field: 'employment'; readonly any: readonly Employment[] }
  | { readonly field: 'career'; readonly any: readonly CareerStage[] }
  /** A field that the workspace defined, by its slug. What is asked of it stays as it was typed (see custom.ts): its kind tells what it means. */
  | { readonly field: 'custom'; readonly name: string; readonly any: readonly string[] }
  | { readonly field: 'consent'; readonly any: readonly ConsentState[] }
  | { readonly field: 'owner'; readonly any: readonly OwnerRef[] }
  /** Free texts, matched folded: all the words of the value occur in the field; `pool` is the pool's whole name. */
  | { readonly field: TextField; readonly any: readonly string[] }
  | { readonly field: 'remote'; readonly is: boolean }
  /** Both included; of the newest ratings of somebody the lower counts. */
  | { readonly field: 'rating'; readonly from: Score; readonly to: Score }
  /** `stale` counts from the last touchpoint, or from the day somebody was added where there is none. */
  | { readonly field: 'stale'; readonly when: Ago }
  | { readonly field: 'last'; readonly when: Ago | Between | { readonly kind: 'never' } }
  | { readonly field: 'added'; readonly when: Ago | Between }
  /** When they are to be spoken with next, by the reader's calendar. */
  | { readonly field: 'next'; readonly when: Ahead | Between | { readonly kind: 'overdue' | 'none' } }
)
/** Permission to contact, as the gate sees it; what is `expiring` is still `valid`. */
export const CONSENT_STATES = ['valid', 'expiring', 'expired', 'withdrawn', 'missing'] as const
export type ConsentState = (typeof CONSENT_STATES)[number]
/** A permission that ends within so many days is `expiring`: time enough to ask once more. */
export const EXPIRING_DAYS = 30
export const TEXT_FIELDS = ['role', 'pool', 'source', 'company', 'stage'] as const
export type TextField = (typeof TEXT_FIELDS)[number]

/** A known place by its canonical id (see places.ts; containers count, so Portugal finds Lisbon), or a text to look for. */
export type PlaceRef =
  | { readonly kind: 'place'; readonly id: string }
  | { readonly kind: 'text'; readonly text: string }
export type OwnerRef =
  | { readonly kind: 'me' }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'slack_user'; readonly id: string }
  | { readonly kind: 'name'; readonly name: string }

/** `over`: that long ago or longer. `within`: less long ago. */
export type Ago = {
  readonly kind: 'ago'
  readonly is: 'over' | 'within'
  readonly count: number
  readonly unit: AgoUnit
}
export const AGO_UNITS = ['day', 'week', 'month', 'year'] as const
export type AgoUnit = (typeof AGO_UNITS)[number]
/** `within`: from today on, sooner than that. `over`: then or later. */
export type Ahead = Omit<Ago, 'kind'> & { readonly kind: 'ahead' }
/** Both included. */
export type Years = { readonly from: number; readonly to: number }
/** Days in the reader's zone, both included; at least one is set. */
export type Between = { readonly kind: 'between'; readonly from: Day | null; readonly to: Day | null }
