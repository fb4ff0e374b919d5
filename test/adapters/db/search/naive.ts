/** What a query means, read off the people one by one: slow, obvious, and sharing no text handling with the search but `fold`. */
import type { Candidate } from '../../../../src/domain/candidate/candidate.ts'
import type { CustomValues } from '../../../../src/domain/candidate/custom-field.ts'
import type { RatingKind, Score } from '../../../../src/domain/candidate/rating.ts'
import { companyKey } from '../../../../src/domain/consent/do-not-contact.ts'
import { expiryOf, type PermissionRecord, permissionFor } from '../../../../src/domain/consent/permission.ts'
import { canonicalPlace, placePath } from '../../../../src/domain/pool/places.ts'
import type { Ago, Between, Filter, OwnerRef, QueryNode } from '../../../../src/domain/pool/query/ast.ts'
import { canonicalSkill, otherSpellings } from '../../../../src/domain/pool/skills.ts'
import { fold } from '../../../../src/domain/shared/text.ts'
import { addDays, addMonths, type Day, dayIn, type Instant, type Zone } from '../../../../src/domain/shared/time.ts'

export type Subject = Candidate & {
  readonly notes: readonly string[]
  readonly permissions: readonly PermissionRecord[]
  /** Of the workspace's own fields, by their slugs. */
  readonly own: CustomValues
  readonly ratings?: { readonly [Kind in RatingKind]?: Score | undefined } | undefined
}
export type Knows = {
  readonly now: Instant
  readonly zone: Zone
  readonly owner: (ref: OwnerRef) => readonly string[]
  /** A pool's members, or its query. */
  readonly pool: (
    name: string,
  ) => { readonly members: ReadonlySet<string> } | { readonly where: QueryNode | null } | undefined
}
/** Of the words that tests use. */
const LEFT_OUT = new Set(['of', 'the', 'will', 'don', 'an', 'a', 's', 'who'])

/** `whole`: under a "not", where no name is left out that merely begins with a word. */
export function matches(
  node: QueryNode | null,
  one: Subject,
  knows: Knows,
  within: readonly string[] = [],
  whole = false,
): boolean {
  if (node === null) return true
  const also = (part: QueryNode) => matches(part, one, knows, within, whole)
  switch (node.kind) {
    case 'and': {
      const says = (part: QueryNode) =>
        part.kind === 'words' && (part.phrase || !split(part.text).every((word) => LEFT_OUT.has(word)))
      const parts = node.nodes.some(says)
        ? node.nodes.filter((part) => part.kind !== 'words' || says(part))
        : node.nodes
      return parts.every(also)
    }
    case 'or':
      return node.nodes.some(also)
    case 'not':
      return !matches(node.node, one, knows, within, true)
    case 'either': {
      const skills = node.filter.field === 'skill' ? node.filter.any : []
      const others = skills.flatMap((skill) => otherSpellings(skill, node.words).map(split))
      return (
        saysWords(one, node.words, 'whole') ||
        textsOf(one).some((said) => others.some((other) => together(said, other))) ||
        also(node.filter)
      )
    }
    case 'words':
      return saysWords(one, node.text, node.phrase ? 'phrase' : whole ? 'whole' : 'begun')
    case 'filter':
      return passes(node, one, knows, within)
  }
}

const split = (text: string): readonly string[] =>
  fold(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')

const textsOf = (one: Subject): readonly (readonly string[])[] =>
  [one.headline, one.consideredRole, ...one.skills, one.location, one.bringBack, ...one.notes].flatMap((said) =>
    said === undefined ? [] : [split(said)],
  )

function saysWords(one: Subject, text: string, as: 'begun' | 'whole' | 'phrase'): boolean {
  const asked = split(text)
  if (asked.length === 0) return false
  const name = split(one.fullName)
  const texts = textsOf(one)
  if (as === 'phrase') return together(name, asked) || texts.some((said) => together(said, trimmed(asked), true))
  const inName = asked.every((word, at) =>
    name.some((part) => (at === asked.length - 1 && as === 'begun' ? part.startsWith(word) : part === word)),
  )
  const meant = asked.filter((word) => !LEFT_OUT.has(word))
  return inName || (meant.length > 0 && meant.every((word) => texts.some((said) => said.includes(word))))
}

function trimmed(words: readonly string[]): readonly string[] {
  const first = words.findIndex((word) => !LEFT_OUT.has(word))
  const last = words.findLastIndex((word) => !LEFT_OUT.has(word))
  return first < 0 ? [] : words.slice(first, last + 1)
}

const together = (said: readonly string[], asked: readonly string[], anyLeftOut = false): boolean =>
  asked.length > 0 &&
  said.some((_, from) =>
    asked.every(
      (word, at) => said[from + at] === word || (anyLeftOut && LEFT_OUT.has(word) && from + at < said.length),
    ),
  )

function passes(filter: Filter, one: Subject, knows: Knows, within: readonly string[]): boolean {
  const among = (value: string | undefined, any: readonly string[]) => value !== undefined && any.includes(value)
  const includesAll = (value: string | undefined, wanted: string) =>
    value !== undefined && wanted !== '' && wanted.split(' ').every((piece) => value.includes(piece))
  switch (filter.field) {
    case 'skill': {
      const { years } = filter
      if (years === undefined) return filter.any.some((skill) => one.skills.includes(skill))
      const known = one.skillUses.filter(({ skill }) => filter.any.includes(skill))
      return known.some((use) => use.years !== undefined && use.years >= years.from && use.years <= years.to)
    }
    case 'relation':
      return among(one.relation, filter.any)
    case 'employment':
      return among(one.employment, filter.any)
    case 'career':
      return among(one.careerStage, filter.any)
    case 'custom':
      return filter.any.some((said) => saysOfOwn(one.own, filter.name, said))
    case 'next':
      return comes(one.nextTouch, filter.when, knows)
    case 'location': {
      const { location } = one
      if (location === undefined) return false
      const whole = canonicalPlace(location)
      const ids = whole === undefined ? location.split('/').flatMap((part) => canonicalPlace(part) ?? []) : [whole]
      const path = ids.flatMap((id) => placePath(id))
      return filter.any.some((ref) =>
        ref.kind === 'place' ? path.includes(ref.id) : includesAll(fold(location), fold(ref.text)),
      )
    }
    case 'seniority':
      return among(one.seniority ?? (one.consideredRole.startsWith('Senior') ? 'senior' : undefined), filter.any)
    case 'function':
      return among(FUNCTIONS.find(([title]) => title === one.consideredRole)?.[1], filter.any)
    case 'consent':
      return filter.any.some((state) => stateOf(one.permissions, knows.now).includes(state))
    case 'tier':
      return among(one.tier, filter.any)
    case 'standing':
      return among(one.standing, filter.any)
    case 'reason':
      return among(one.reason, filter.any)
    case 'kind':
      return among(one.kind, filter.any)
    case 'owner':
      return filter.any.some((ref) =>
        ref.kind === 'nobody' ? one.ownerId === undefined : among(one.ownerId, knows.owner(ref)),
      )
    case 'role':
      return filter.any.some((text) => isTitled(one.consideredRole, fold(text).split(' ')))
    case 'company':
      return filter.any.some((text) => includesAll(one.company && companyKey(one.company), companyKey(text)))
    case 'source':
      return filter.any.some((text) => includesAll(one.source && fold(one.source), fold(text)))
    case 'stage':
      return filter.any.some((text) => includesAll(one.stageReached && fold(one.stageReached), fold(text)))
    case 'pool':
      return filter.any.some((name) => {
        const pool = knows.pool(name)
        if (pool === undefined || within.includes(name)) return false
        return 'members' in pool ? pool.members.has(one.id) : matches(pool.where, one, knows, [...within, name])
      })
    case 'remote':
      return one.remoteOk === filter.is
    case 'rating': {
      const lower = Math.min(one.ratings?.skill ?? 9, one.ratings?.values ?? 9)
      return lower >= filter.from && lower <= filter.to
    }
    case 'stale':
      return past(one.lastTouchAt ?? one.createdAt, filter.when, knows)
    case 'last':
      if (filter.when.kind === 'never') return one.lastTouchAt === undefined
      return one.lastTouchAt !== undefined && past(one.lastTouchAt, filter.when, knows)
    case 'added':
      return past(one.createdAt, filter.when, knows)
  }
}

/** Each word of it, or another spelling of the skill that it names; skills of one word alone are asked for in the tests. */
const isTitled = (title: string, asked: readonly string[]): boolean =>
  asked.every(
    (word) =>
      fold(title).includes(word) ||
      otherSpellings(canonicalSkill(word) ?? '', word).some((other) => together(split(title), split(other))),
  )

function comes(day: Day | undefined, when: Extract<Filter, { field: 'next' }>['when'], { now, zone }: Knows): boolean {
  const today = dayIn(now, zone)
  if (when.kind === 'none') return day === undefined
  if (day === undefined) return false
  if (when.kind === 'between') return (when.from === null || day >= when.from) && (when.to === null || day <= when.to)
  if (when.kind !== 'ahead') return day < today
  const years = Math.min(when.count, 200)
  const then = {
    day: addDays(today, when.count),
    week: addDays(today, 7 * when.count),
    month: addMonths(today, when.count),
    year: addMonths(today, 12 * years),
  }[when.unit]
  return when.is === 'over' ? day >= then : day >= today && day < then
}

/** Of the fields that tests use. */
function saysOfOwn(own: CustomValues, name: string, asked: string): boolean {
  const said = own[name]
  if (name === 'no-such-field') return false
  if (asked === 'any' || asked === 'none') return (said === undefined) === (asked === 'none')
  if (said === undefined) return false
  if (name === 'notice-period' || name === 'visa') return fold(said) === fold(asked)
  if (name === 'motto')
    return fold(asked)
      .split(' ')
      .every((piece) => fold(said).includes(piece))
  if (name === 'free-from') {
    const [from, to] = { '2026-10': ['2026-10-01', '2026-10-31'], '1999..2000': ['1999-01-01', '2000-12-31'], '<2026-10-14': ['', '2026-10-13'], '>=2026-10-14': ['2026-10-14', '9'], nonsense: ['9', ''] }[asked] ?? [] // biome-ignore format: a table
    return from !== undefined && to !== undefined && said >= from && said <= to
  }
  const is = Number(said)
  return { '3': is === 3, '7': is === 7, '<3': is < 3, '>=3.5': is >= 3.5, '-5..3': is >= -5 && is <= 3, '>1000': is > 1000, '=0': is === 0 }[asked] === true // biome-ignore format: a table
}

/** Of the roles that tests use. */
const FUNCTIONS: readonly (readonly [string, string])[] = [
  ['Senior SRE', 'engineering'],
  ['Product Designer', 'design'],
  ['Account Executive (100%)', 'sales'],
  ['C++ Developer', 'engineering'],
  ['Site-Reliability Engineer', 'engineering'],
]

function stateOf(permissions: readonly PermissionRecord[], now: Instant): readonly string[] {
  const verdict = permissionFor(permissions, 'contact', now)
  if (verdict.kind !== 'valid') return [verdict.kind]
  return expiryOf(verdict.record) - now <= 30 * 86_400_000 ? ['valid', 'expiring'] : ['valid']
}

function past(moment: Instant, when: Ago | Between, { now, zone }: Knows): boolean {
  const day = dayIn(moment, zone)
  if (when.kind === 'between') return (when.from === null || day >= when.from) && (when.to === null || day <= when.to)
  const today = dayIn(now, zone)
  const back = {
    day: addDays(today, -when.count),
    week: addDays(today, -7 * when.count),
    month: addMonths(today, -when.count),
    year: addMonths(today, -12 * when.count),
  }[when.unit]
  const longAgo = day < back || (day === back && clock(moment, zone) <= clock(now, zone))
  return when.is === 'over' ? longAgo : !longAgo
}

const clock = (moment: Instant, zone: Zone): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: false,
  }).format(moment)
