/** A query in words: "senior people in London who know Kubernetes, quiet for more than 90 days". */
import type { Score } from '../../candidate/rating.ts'
import { never } from '../../shared/result.ts'
import { placeLabel } from '../places.ts'
import { skillLabel } from '../skills.ts'
import type { Next } from './ahead.ts'
import {
  type Ago,
  type Between,
  EXPIRING_DAYS,
  type Filter,
  type OwnerRef,
  type PoolQuery,
  type QueryNode,
} from './ast.ts'
import { yearsInWords } from './years.ts'

export type Names = {
  readonly owner?: (slackUserId: string) => string
  /** Of a field that the workspace defined, by its slug. */
  readonly field?: (slug: string) => string | undefined
}

export function explain({ where, sort }: PoolQuery, names: Names = {}): string {
  const nodes = where === null ? [] : where.kind === 'and' ? where.nodes : [where]
  const kinds: string[] = []
  const before: string[] = []
  const places: string[] = []
  const clauses: string[] = []
  const tails: string[] = []
  const skills: string[] = []
  for (const node of nodes) {
    if (node.kind !== 'filter') clauses.push(clause(node, names))
    else if (node.field === 'seniority') before.push(anyOf(node.any))
    else if (node.field === 'tier') before.push(`tier ${anyOf(node.any)}`)
    else if (node.field === 'kind') kinds.push(words(anyOf(node.any)))
    else if (node.field === 'location') places.push(clause(node, names).replace(/^are /, ''))
    else if (node.field === 'skill' && node.years === undefined) skills.push(anyOf(node.any.map(skillLabel)))
    else if (node.field === 'stale') tails.push(`quiet for ${length(node.when)}`)
    else clauses.push(clause(node, names))
  }
  if (skills.length > 0) clauses.unshift(`know ${allOf(skills)}`)
  const who = [before.join(', '), ...kinds, nodes.length === 0 ? 'everybody' : 'people', allOf(places)]
    .filter((part) => part !== '')
    .join(' ')
  const that = clauses.length === 0 ? '' : ` who ${allOf(clauses)}`
  return [who + that, ...tails, ...(sort === null ? [] : [SORTED[sort]])].join(', ')
}

const SORTED = {
  stale: 'the longest quiet first',
  match: 'the best match first',
  name: 'by name',
  added: 'the newest first',
} as const

/** What somebody does or is, to stand behind "who". */
function clause(node: QueryNode, names: Names): string {
  switch (node.kind) {
    case 'and':
      return `both ${allOf(node.nodes.map((part) => clause(part, names)))}`
    case 'or':
      return `either ${anyOf(node.nodes.map((part) => clause(part, names)))}`
    case 'not':
      return denied(node.node, names)
    case 'words':
      return node.phrase ? `match “${node.text}” word for word` : `match “${node.text}”`
    case 'either':
      return `${clause(node.filter, names)} (or match “${node.words}”)`
    case 'filter':
      return filterClause(node, names)
    default:
      return never(node)
  }
}

/** "know PHP" → "do not know PHP"; "are in London" → "are not in London". */
function denied(node: QueryNode, names: Names): string {
  const parts = () => (node.kind === 'and' || node.kind === 'or' ? node.nodes.map((part) => clause(part, names)) : [])
  if (node.kind === 'or') return `neither ${list(parts(), 'nor')}`
  if (node.kind === 'and') return `are none of those who ${allOf(parts())}`
  const [verb = '', ...rest] = clause(node, names).split(' ')
  return verb === 'are' || verb === 'were' || verb === 'have'
    ? [verb, 'not', ...rest].join(' ')
    : `do not ${[verb, ...rest].join(' ')}`
}

function filterClause(filter: Filter, names: Names): string {
  switch (filter.field) {
    case 'skill':
      return `know ${anyOf(filter.any.map(skillLabel))}${filter.years === undefined ? '' : ` for ${yearsInWords(filter.years)}`}`
    case 'location':
      return `are in ${anyOf(filter.any.map((place) => (place.kind === 'place' ? placeLabel(place.id) : `“${place.text}”`)))}`
    case 'seniority':
      return `are ${anyOf(filter.any)}`
    case 'function':
      return `work in ${anyOf(filter.any)}`
    case 'relation':
      return `are ${anyOf(filter.any.map((relation) => `${relation}s`))}`
    case 'employment':
      return `are ${anyOf(filter.any.map((employment) => EMPLOYED[employment]))}`
    case 'career':
      return `are ${anyOf(filter.any.map((stage) => CAREER[stage]))}`
    case 'custom':
      return `are marked ${anyOf(filter.any.map((said) => ownWords(names.field?.(filter.name) ?? words(filter.name), said)))}`
    case 'consent':
      return `are ${anyOf(filter.any.map((state) => CONSENT[state]))}`
    case 'tier':
      return `are tier ${anyOf(filter.any)}`
    case 'kind':
      return `are ${words(anyOf(filter.any))} people`
    case 'standing':
      return `are ${anyOf(filter.any.map((standing) => STANDS[standing]))}`
    case 'reason':
      return `were not hired (${anyOf(filter.any.map(words))})`
    case 'owner':
      return `are owned by ${anyOf(filter.any.map((owner) => ownerName(owner, names)))}`
    case 'role':
      return `were considered for ${quotedAny(filter.any)}`
    case 'pool':
      return `are in the pool ${quotedAny(filter.any)}`
    case 'source':
      return `are from the source ${quotedAny(filter.any)}`
    case 'company':
      return `are at ${quotedAny(filter.any)}`
    case 'stage':
      return `have reached ${quotedAny(filter.any)}`
    case 'remote':
      return filter.is ? 'are open to remote work' : 'are not open to remote work'
    case 'rating':
      return `are rated ${rated(filter)}`
    case 'stale':
      return `have been quiet for ${length(filter.when)}`
    case 'last':
      return filter.when.kind === 'never' ? 'have never been contacted' : `were last contacted ${moment(filter.when)}`
    case 'added':
      return `were added ${moment(filter.when)}`
    case 'next':
      return nextTouch(filter.when)
    default:
      return never(filter)
  }
}

function nextTouch(when: Next): string {
  switch (when.kind) {
    case 'overdue':
      return 'are overdue for their next touchpoint'
    case 'none':
      return 'are without a next touchpoint'
    case 'ahead':
      return `are due for their next touchpoint in ${length({ ...when, kind: 'ago' })}`
    case 'between':
      return `are due for their next touchpoint ${moment(when)}`
    default:
      return never(when)
  }
}

/** Of a field of the workspace's own; its name stands as the admin wrote it. */
function ownWords(name: string, said: string): string {
  if (said === 'any') return `with any ${name}`
  if (said === 'none') return `with no ${name}`
  return `${name} “${said}”`
}

const EMPLOYED = {
  employed: 'employed',
  on_notice: 'working their notice',
  between_jobs: 'between jobs',
  self_employed: 'self-employed',
  studying: 'studying',
} as const

const CAREER = {
  student: 'students or graduates',
  starting: 'starting out',
  established: 'established in their field',
  expert: 'experts in their field',
  leading: 'leading others',
  changing_field: 'changing their field',
} as const

const STANDS = {
  interviewing: 'still interviewing',
  not_told: 'not told yet',
  told_no: 'told no',
  withdrew: 'withdrawn',
  declined_offer: 'decliners of our offer',
  hired: 'hired',
} as const

const CONSENT = {
  valid: 'open to contact',
  expiring: `about to lose their permission to contact (within ${EXPIRING_DAYS} days)`,
  expired: 'past their permission to contact',
  withdrawn: 'closed to contact by their own word',
  missing: 'without a permission to contact',
} as const

function ownerName(owner: OwnerRef, names: Names): string {
  switch (owner.kind) {
    case 'me':
      return 'me'
    case 'nobody':
      return 'nobody'
    case 'slack_user':
      return names.owner?.(owner.id) ?? `@${owner.id}`
    case 'name':
      return owner.name
    default:
      return never(owner)
  }
}

function rated({ from, to }: { readonly from: Score; readonly to: Score }): string {
  if (from === to) return String(from)
  if (to === 5) return from === 1 ? 'at all' : `${from} or better`
  return from === 1 ? `${to} or less` : `${from} to ${to}`
}

const words = (code: string): string => code.replaceAll('_', ' ')
const quotedAny = (texts: readonly string[]): string => anyOf(texts.map((text) => `“${text}”`))
const span = ({ count, unit }: Ago): string => `${count} ${unit}${count === 1 ? '' : 's'}`
const length = (ago: Ago): string => `${ago.is === 'over' ? 'more' : 'less'} than ${span(ago)}`

function moment(when: Ago | Between): string {
  if (when.kind === 'ago') return when.is === 'over' ? `more than ${span(when)} ago` : `within the last ${span(when)}`
  if (when.from === null) return `on or before ${when.to}`
  if (when.to === null) return `on or after ${when.from}`
  return when.from === when.to ? `on ${when.from}` : `from ${when.from} to ${when.to}`
}

const list = (parts: readonly string[], joiner: string): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} ${joiner} ${parts.at(-1)}`
const anyOf = (parts: readonly string[]): string => list(parts, 'or')
const allOf = (parts: readonly string[]): string => list(parts, 'and')
