/** The filters of `/pool`: what they are called, what they take, and how a value becomes part of the query. */
import { SENIORITIES } from '../../candidate/candidate.ts'
import type { FieldDefinition } from '../../candidate/custom-field.ts'
import { functionWord } from '../../candidate/job-function.ts'
import { seniorityWord } from '../../candidate/seniority.ts'
import { editDistance, fold, nearest } from '../../shared/text.ts'
import type { Instant, Zone } from '../../shared/time.ts'
import type { Lessons } from '../lessons.ts'
import { canonicalPlace, givenPlace, knownPlaceSpellings, liesIn } from '../places.ts'
import { canonicalSkill, knownSkillSpellings, skillSlug } from '../skills.ts'
import { readNext } from './ahead.ts'
import type { Filter, OwnerRef, PlaceRef, TextField, Years } from './ast.ts'
import { isChoice } from './choices.ts'
import { fieldNamed, fieldSlug } from './custom.ts'
import type { Value } from './lex.ts'
import { type Read, unknown } from './read.ts'
import { readAgo, readAgoRange, readBetween } from './when.ts'
import { printYears, readSkillAsked, type SkillAsked } from './years.ts'

export type FilterName = Filter['field'] | 'sort'

/** What the workspace knows; where a list is given, values outside it are refused with the nearest, else any text is taken. */
export type Known = {
  /** Slugs in use beyond the project's table, so that a recruiter's own skill is no typing error. */
  readonly skills?: readonly string[]
  readonly pools?: readonly string[]
  /** What the team calls skills besides. */
  readonly lessons?: Lessons
  /** Names of the team's members, so that one of several words is one value. */
  readonly members?: readonly string[]
  /** Those that the workspace defined. */
  readonly fields?: readonly FieldDefinition[]
}
export type QueryContext = {
  readonly now: Instant
  readonly zone: Zone
  /** Who asks; the query keeps `owner:me` as it is. `undefined` (a job asks) refuses it. */
  readonly me: string | undefined
  readonly known?: Known
}

type Definition = {
  readonly names: readonly string[]
  /** A filter to copy, for the problem "needs a value". */
  readonly example: string
}
export const FILTERS = {
  skill: { names: ['skill', 'skills', 'tech', 'knows'], example: 'skill:kubernetes' },
  location: { names: ['location', 'loc', 'place', 'city', 'country'], example: 'location:"New York"' },
  role: { names: ['role', 'title', 'job'], example: 'role:"Senior SRE"' },
  seniority: { names: ['seniority', 'level'], example: 'seniority:senior' },
  function: { names: ['function', 'department', 'discipline'], example: 'function:engineering' },
  stale: { names: ['stale', 'quiet'], example: 'stale:>90d' },
  last: { names: ['last', 'contacted', 'last-contacted', 'last-contact', 'touched'], example: 'last:<30d' },
  added: { names: ['added', 'created', 'since'], example: 'added:<30d' },
  tier: { names: ['tier'], example: 'tier:A' },
  owner: { names: ['owner', 'recruiter', 'owned-by'], example: 'owner:me' },
  pool: { names: ['pool', 'bench'], example: 'pool:"SRE bench"' },
  standing: { names: ['standing', 'status', 'stands'], example: 'standing:told_no' },
  reason: { names: ['reason', 'why'], example: 'reason:timing' },
  stage: { names: ['stage', 'stage-reached'], example: 'stage:onsite' },
  source: { names: ['source'], example: 'source:referral' },
  company: { names: ['company', 'employer'], example: 'company:Acme' },
  remote: { names: ['remote'], example: 'remote:yes' },
  kind: { names: ['kind', 'type'], example: 'kind:referral' },
  rating: { names: ['rating', 'rated', 'score'], example: 'rating:>=4' },
  consent: { names: ['consent', 'permission'], example: 'consent:expiring' },
  relation: { names: ['relation', 'relationship', 'became'], example: 'relation:client' },
  employment: { names: ['employment', 'employed', 'working'], example: 'employment:on_notice' },
  career: { names: ['career', 'career-stage'], example: 'career:expert' },
  next: { names: ['next', 'next-touch', 'next-touchpoint', 'due'], example: 'next:<7d' },
  custom: { names: ['custom', 'field'], example: 'custom:notice-period=3' },
  sort: { names: ['sort', 'order', 'sort-by', 'order-by'], example: 'sort:stale' },
} as const satisfies Record<FilterName, Definition>

const byName: ReadonlyMap<string, FilterName> = new Map(
  Object.entries(FILTERS).flatMap(([filter, { names }]) => names.map((name) => [name, filter as FilterName] as const)),
)
export const filterNamed = (name: string): FilterName | undefined => byName.get(plainName(name))
/** A field of the workspace's own by its name, where no filter is called so. */
export const ownField = (name: string, { known }: QueryContext): FieldDefinition | undefined =>
  known?.fields === undefined ? undefined : fieldNamed(known.fields, name)
export const nearestFilter = (name: string, { known }: QueryContext): string | undefined =>
  nearest(plainName(name), [
    ...Object.keys(FILTERS),
    ...byName.keys(),
    ...(known?.fields ?? []).map((field) => fieldSlug(field.name)),
  ])
const plainName = (name: string): string => fold(name).replaceAll('_', '-')

/** Fields whose unquoted value may be several words ("location:New York"): whether these words together are one value. */
export function isWholeValue(filter: FilterName, text: string, context: QueryContext): boolean {
  if (filter === 'location') return (/^[A-Z]{2}$/.test(text) ? givenPlace(text) : canonicalPlace(text)) !== undefined
  if (filter === 'skill') return canonicalSkill(text) !== undefined
  if (filter === 'pool') return context.known?.pools?.some((pool) => fold(pool) === fold(text)) ?? false
  if (filter === 'owner') {
    const name = fold(text).replace(/^[@\s]+/, '')
    return context.known?.members?.some((member) => fold(member) === name) ?? false
  }
  if (filter === 'function') return functionWord(text) !== undefined
  if (filter === 'seniority') return seniorityWord(text) !== undefined
  return isChoice(filter, text)
}

/** "stale:>3 mo", "last:1 march 2026": whether the words behind it say a time together with it. */
export function isWholeTime(filter: FilterName, text: string, context: QueryContext): boolean {
  const value = { text, quoted: false, at: { start: 0, end: 0 } }
  if (filter === 'stale') return 'item' in readStale(value) || readAgoRange(text) !== undefined
  if (filter === 'last' || filter === 'added')
    return 'item' in readAdded(value, context) || readAgoRange(text) !== undefined
  return filter === 'next' && ('item' in readNext(value, context) || readAgoRange(text) !== undefined)
}

export function readSkill({ text }: Value, { known }: QueryContext): Read<SkillAsked> {
  const asked = canonicalSkill(text) === undefined ? readSkillAsked(text) : { name: text, years: undefined }
  if (asked === undefined) return unknown(undefined, ['kubernetes>=3y', 'kubernetes<2y', '"kubernetes 3..5y"'])
  const { name, years } = asked
  const slug = skillSlug(name)
  if (slug === undefined) return unknown()
  if (canonicalSkill(slug) !== undefined || known?.skills?.includes(slug) === true)
    return { item: { name: slug, years } }
  // "go/rust" and "go, rust" are two skills of the table, not one that a recruiter invented.
  const parts = [/[/&+,;]|\s(?:and|or)\s/i, /\s/]
    .map((between) => name.split(between).map((part) => canonicalSkill(part.replace(/^\s*skills?:/i, ''))))
    .find((some) => some.length > 1 && some.every((part) => part !== undefined))
  if (parts !== undefined) return unknown(parts.map((part = '') => printable(part)).join(','))
  const typo = misspelt(slug.replaceAll('-', ' '), knownSkillSpellings())
  if (typo === undefined) {
    if (known?.skills === undefined) return { item: { name: slug, years } }
    const near = nearest(slug, known.skills)
    return unknown(near === undefined ? undefined : printable(near))
  }
  const meant = canonicalSkill(typo) ?? typo
  return unknown(years === undefined ? printable(meant) : printSkill(meant, years))
}

export function readPlace({ text }: Value): Read<PlaceRef> {
  const id = givenPlace(clean(text))
  if (id !== undefined) return { item: { kind: 'place', id } }
  // Two letters occur in nearly every place; two of Chinese are a name.
  if (clean(text).length < (/\p{Script=Han}/u.test(text) ? 2 : 3))
    return unknown(undefined, ['London', '"New York"', 'Germany'])
  const typo = misspelt(fold(clean(text)), knownPlaceSpellings())
  if (typo !== undefined) return unknown(printable(typo.replace(/\b[a-z]/g, (letter) => letter.toUpperCase())))
  return /[\p{L}\p{N}]/u.test(text) ? { item: { kind: 'text', text: clean(text) } } : unknown()
}

/** "location:Boston,MA" and "Paris, France" are one place each; a place in quotes stands for itself. */
export function wholePlaces(values: readonly Value[]): readonly Value[] {
  const whole: Value[] = []
  for (const value of values) {
    const before = whole.at(-1)
    if (before === undefined || before.quoted || value.quoted || !liesIn(before.text, value.text)) whole.push(value)
    else
      whole[whole.length - 1] = {
        text: `${before.text}, ${value.text}`,
        quoted: false,
        at: { start: before.at.start, end: value.at.end },
      }
  }
  return whole
}

const SIGNED = /^[\p{L}\p{N}][\p{L}\p{N}+#._/-]*[<>=]+\d+y$/u
/** As one value behind `skill:`. */
export function printSkill(slug: string, years: Years): string {
  const text = slug + printYears(years)
  return SIGNED.test(text) ? text : `"${text}"`
}

/** A known spelling one or two slips away; further off it is a word of its own. */
function misspelt(word: string, spellings: Iterable<string>): string | undefined {
  if (word.length < 4 || word.length > 60) return undefined
  const slips = word.length >= 8 ? 2 : 1
  let best: { text: string; slips: number } | undefined
  for (const text of spellings) {
    if (text.length < 4 || Math.abs(text.length - word.length) > slips) continue
    const distance = editDistance(word, text)
    if (distance <= slips && distance < (best?.slips ?? 3)) best = { text, slips: distance }
  }
  return best?.text
}

/** `senior`, or from there up or down: `>=senior`, `senior+`, `<staff`, `mid..staff`. */
export function readSeniority({ text }: Value): Read<readonly (typeof SENIORITIES)[number][]> {
  const [, sign = '', first = '', last, plus = ''] = /^\s*([<>]=?)?(.+?)(?:\.\.(.+?))?(\+)?$/.exec(text) ?? []
  const [from, to] = [seniorityWord(first), seniorityWord(last ?? first)]
  if (from === undefined || to === undefined) return unknown(nearest(first, SENIORITIES), SENIORITIES)
  const [low, high] = [SENIORITIES.indexOf(from), SENIORITIES.indexOf(to)]
  const begin = sign === '' ? low : sign.startsWith('<') ? 0 : low + (sign === '>' ? 1 : 0)
  const end = sign.startsWith('>') || plus !== '' ? SENIORITIES.length : high + (sign === '<' ? 0 : 1)
  const item = SENIORITIES.slice(begin, end)
  const twice = last !== undefined && (sign !== '' || plus !== '')
  return twice || item.length === 0 ? unknown(undefined, ['senior', '>=senior', 'mid..staff']) : { item }
}

export function readOwner({ text }: Value, { me }: QueryContext): Read<OwnerRef> {
  const name = clean(text).replace(/^[@\s]+/, '')
  if (/^(me|myself)$/i.test(name)) return me === undefined ? unknown() : { item: { kind: 'me' } }
  if (/^(none|nobody|unassigned|no one)$/i.test(name)) return { item: { kind: 'nobody' } }
  if (/^[UW](?=[A-Z]*\d|[A-Z0-9]{5})[A-Z0-9]+$/.test(name)) return { item: { kind: 'slack_user', id: name } }
  return /[\p{L}\p{N}]/u.test(name) ? { item: { kind: 'name', name } } : unknown()
}

export function readText(field: TextField, { text }: Value, { known }: QueryContext): Read<string> {
  const item = clean(text)
  if (!/[\p{L}\p{N}]/u.test(item)) return unknown()
  if (field !== 'pool' || known?.pools === undefined) return { item }
  const pool = known.pools.find((name) => fold(name) === fold(item))
  const guess = nearest(item, known.pools)
  return pool === undefined
    ? unknown(guess === undefined ? undefined : printable(guess), known.pools.slice(0, 10))
    : { item: pool }
}

const LENGTHS = ['>90d', '>3m', '<2w'] as const
export const readStale = ({ text }: Value) => {
  const when = readAgo(text, 'over')
  return when === undefined ? unknown(undefined, LENGTHS) : { item: when }
}
export const readLast = (value: Value, context: QueryContext) =>
  /^never$/i.test(value.text)
    ? { item: { kind: 'never' } as const }
    : readAdded(value, context, ['never', '<30d', '>2026-03-01'])
export const readAdded = (
  { text }: Value,
  { now, zone }: QueryContext,
  allowed: readonly string[] = ['<30d', '>2026-03-01'],
) => {
  // `last:2026` is a year, `last:90` is days.
  const when = /^[<>=]*(19|20)\d\d$/.test(text) ? undefined : readAgo(text, 'within')
  const item = when ?? readBetween(text, now, zone)
  return item === undefined ? unknown(undefined, allowed) : { item }
}

// The quote would end the value, the rest would be markup.
const clean = (text: string): string =>
  text
    .replace(/[<>|"]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[:=\s]+/, '')
    .trim()
const printable = (text: string): string =>
  /^[\p{L}\p{N}][\p{L}\p{N}+#._/-]*$/u.test(text) ? text : `"${clean(text)}"`
