/** What we know of a person that a draft could cite, and whether it may be told to them. */
import { warnSensitive } from '../candidate/sensitive.ts'
import { canonicalPlace } from '../pool/places.ts'
import { canonicalSkill } from '../pool/skills.ts'
import type { FactId, MemberId } from '../shared/ids.ts'
import { ok, type Result, refuse } from '../shared/result.ts'
import type { Instant } from '../shared/time.ts'
import { isInternalMatter } from './internal-matter.ts'
import { comparesWithSomebody, type Names, namesSomebody } from './names.ts'
import { type Purpose, traitsOf } from './purpose.ts'

/** When each kind may be told. The order is from most to least specific, which is the order in which drafts prefer them. */
export const FACT_KINDS = {
  promise: { told: 'yes' },
  wish: { told: 'yes' },
  strength: { told: 'yes' },
  praise: { told: 'if_author_agrees' },
  advice: { told: 'in_feedback' },
  skill: { told: 'yes' },
  role: { told: 'yes' },
  location: { told: 'yes' },
  note: { told: 'never' },
  reason: { told: 'never' },
  rating: { told: 'never' },
  pay: { told: 'never' },
  other_person: { told: 'never' },
} as const satisfies Record<string, { readonly told: 'yes' | 'in_feedback' | 'if_author_agrees' | 'never' }>

export type FactKind = keyof typeof FACT_KINDS
/** `mentioned_knowingly`: a private or internal matter that a person, warned of it, lets letters quote all the same. Nothing else ever quotes one. */
export type Telling = 'may_be_mentioned' | 'mentioned_knowingly' | 'internal_only'

export type Fact = {
  readonly id: FactId
  readonly kind: FactKind
  /** As written by whoever recorded it: untrusted text. */
  readonly text: string
  /** *May be mentioned*, knowingly or not, or *Internal only*. It can hold a fact back; it can never free one that its kind forbids. */
  readonly telling: Telling
  readonly authorId: MemberId | undefined
  readonly statedAt: Instant
  /** The last change of the text or of what may be told; equal to `statedAt` where there was none. */
  readonly changedAt: Instant
  readonly retractedAt: Instant | undefined
}

/** Who may be meant when a text names people. The candidate's own name never holds a fact back, and neither does that of who said it. */
export type People = {
  readonly own: string
  /** Colleagues, and whoever else was considered for the same role. */
  readonly others: Names
  readonly authors: ReadonlyMap<MemberId, string>
}

/** Why a fact stays with us. */
export type KeptBack =
  | 'retracted'
  | 'always_internal'
  | 'marked_internal'
  | 'only_in_feedback'
  | 'names_somebody_else'
  /** Health, family and the like, and nobody overrode that. */
  | 'private_matter'
  /** Pay, or why and how we decided, in a fact of a kind that may be told, and nobody overrode that. */
  | 'internal_matter'

/**
 * What a new fact starts as. Praise starts internal even where its author ticked *OK to quote me*, because the words were
 * written for colleagues: a person reads them first, and then `release`s them. So does whatever speaks of a private or an internal matter.
 */
export function tellingAtFirst(kind: FactKind, text: string): Telling {
  const { told } = FACT_KINDS[kind]
  if (told !== 'yes' && told !== 'in_feedback') return 'internal_only'
  return hushed({ kind, text }) === undefined ? 'may_be_mentioned' : 'internal_only'
}

/** Why the words themselves stay with us: pay and decisions, or health, family and the like. Skills and places that everybody knows by that name may be told. */
export function hushed({ kind, text }: Pick<Fact, 'kind' | 'text'>): 'internal_matter' | 'private_matter' | undefined {
  if (isKnownName(kind, text)) return undefined
  if (isInternalMatter(kind, text)) return 'internal_matter'
  return warnSensitive(text).length > 0 ? 'private_matter' : undefined
}

/** What a person sees of it: *May be mentioned* says so only where letters may. */
export const shownTelling = (fact: Pick<Fact, 'kind' | 'text' | 'telling'>): Telling =>
  fact.telling === 'may_be_mentioned' && hushed(fact) !== undefined ? 'internal_only' : fact.telling

/**
 * A person ticks *May be mentioned*: refused for what is always internal and for praise whose author has not agreed. A private or
 * internal matter needs more: that the person was told so, and wants it `knowingly`.
 */
export function release(
  fact: Pick<Fact, 'kind' | 'text' | 'authorId'>,
  author: { readonly okToQuote: boolean },
  people: People,
  knowingly = false,
): Result<
  Telling,
  'always_internal' | 'author_has_not_agreed' | 'names_somebody_else' | 'private_matter' | 'internal_matter'
> {
  const { told } = FACT_KINDS[fact.kind]
  if (told === 'never') return refuse('always_internal')
  if (told === 'if_author_agrees' && !author.okToQuote) return refuse('author_has_not_agreed')
  if (namesAnother(fact, people)) return refuse('names_somebody_else')
  const why = hushed(fact)
  if (why === undefined) return ok('may_be_mentioned')
  return knowingly ? ok('mentioned_knowingly') : refuse(why)
}

/** Whether a draft for `purpose` may cite the fact. */
export const tellable = (fact: Fact, purpose: Purpose, people: People): boolean =>
  keptBack(fact, purpose, people) === undefined

/** Why a fact stays with us; `undefined` where it may be told. */
export function keptBack(fact: Fact, purpose: Purpose, people: People): KeptBack | undefined {
  const { told } = FACT_KINDS[fact.kind]
  if (fact.retractedAt !== undefined) return 'retracted'
  if (told === 'never') return 'always_internal'
  if (fact.telling === 'internal_only') return 'marked_internal'
  const why = fact.telling === 'mentioned_knowingly' ? undefined : hushed(fact)
  if (why !== undefined) return why
  if (told === 'in_feedback' && !traitsOf(purpose).givesAdvice) return 'only_in_feedback'
  if (namesAnother(fact, people)) return 'names_somebody_else'
  return undefined
}

function namesAnother({ kind, text, authorId }: Pick<Fact, 'kind' | 'text' | 'authorId'>, people: People): boolean {
  if (isKnownName(kind, text)) return false
  const author = authorId === undefined ? undefined : people.authors.get(authorId)
  const own = author === undefined ? [people.own] : [people.own, author]
  // Praise is where people are compared with one another.
  const compares = kind === 'praise' || kind === 'strength'
  return namesSomebody(text, people.others, own) || (compares && comparesWithSomebody(text, own))
}

/** Ruby is a skill and Austin a town, even where a colleague has that name. */
const isKnownName = (kind: FactKind, text: string): boolean =>
  (kind === 'skill' && canonicalSkill(text) !== undefined) ||
  (kind === 'location' && canonicalPlace(text) !== undefined)
