/**
 * What somebody is worth to a role as far as the search table tells it: `fitOf` in rough. The search counts it for very many people, so that
 * the few hundred who are then looked at closely are the best of them.
 */
import type { QueryNode } from '../pool/query/ast.ts'
import { every, some } from '../pool/query/tree.ts'
import { placesNamed } from '../pool/several-places.ts'
import { skillLabel } from '../pool/skills.ts'
import { mustSlots } from './alternatives.ts'
import { type Criterion, type RoleCriteria, wholeOrder } from './criteria.ts'
import { byPhrase, byRole, bySkill, byWholeRole } from './look-for.ts'

/** What counts: of its steps the first that holds, or none. */
export type Scale = readonly Step[]
export type Step = { readonly points: number; readonly all: readonly Condition[] }
/** `least`: so many of these hold. `skill`: it was used for so many years. */
export type Condition =
  | QueryNode
  | { readonly kind: 'least'; readonly count: number; readonly of: readonly QueryNode[] }
  | { readonly kind: 'years'; readonly skill: string; readonly years: number }

/** Of the first criterion; each later one is worth half of the one before it. */
const WHOLE = 4_096
/** Whoever was hired here comes last, whatever else holds. */
const HIRED = -4 * WHOLE
/** As in `fitOf`. */
const MENTIONED = 0.7
const RELATED = 0.7
const SAME_FUNCTION = 0.15
const TIER_B = 0.4
const NEAR_MISS = 0.5

/** In the order of the criteria that the role asks for. */
export function scalesOf(wanted: RoleCriteria): readonly Scale[] {
  const scales: Scale[] = [[{ points: HIRED, all: [{ kind: 'filter', field: 'standing', any: ['hired'] }] }]]
  let whole = WHOLE
  for (const criterion of wholeOrder(wanted.order)) {
    const found = scaled(criterion, wanted)
    if (found.length === 0) continue
    for (const scale of found) scales.push(scale.map((step) => ({ ...step, points: Math.round(whole * step.points) })))
    whole /= 2
  }
  return scales
}

/** Shares of the criterion's worth. */
function scaled(criterion: Criterion, wanted: RoleCriteria): readonly Scale[] {
  const { title, nice, seniority, location, remoteOk, languages } = wanted
  switch (criterion) {
    case 'known':
      return known(wanted)
    case 'must':
      return shares(mustSlots(wanted), (slot) => slotSteps(slot, wanted))
    case 'role': {
      const { jobFunction } = wanted
      const works: QueryNode | undefined =
        jobFunction === undefined ? undefined : { kind: 'filter', field: 'function', any: [jobFunction] }
      const [same, related] = [byWholeRole(title), byRole(title)]
      const steps = [step(1, same), step(RELATED, related), step(SAME_FUNCTION, works)].flatMap((found) => found ?? [])
      return same === undefined ? [] : [steps]
    }
    case 'nice':
      return shares(nice, (skill) => skillSteps(skill, wanted))
    case 'level':
      return seniority === undefined
        ? []
        : [[{ points: 1, all: [{ kind: 'filter', field: 'seniority', any: [seniority] }] }]]
    case 'place': {
      const near = some([placed(location), remoteOk ? { kind: 'filter', field: 'remote', is: true } : undefined])
      return near === undefined ? [] : [[{ points: 1, all: [near] }]]
    }
    case 'languages':
      return shares(languages, (language) => [{ points: 1, all: [byPhrase(language)] }])
  }
}

const step = (points: number, node: QueryNode | undefined): Step | undefined =>
  node === undefined ? undefined : { points, all: [node] }
const shares = <What>(of: readonly What[], steps: (what: What) => Scale): readonly Scale[] =>
  of.map((what) => steps(what).map((step) => ({ ...step, points: step.points / of.length })))

/** Of several of which any one will do the best step counts. */
function slotSteps(slot: readonly string[], wanted: RoleCriteria): Scale {
  return slot.flatMap((skill) => skillSteps(skill, wanted)).toSorted((one, other) => other.points - one.points)
}

/** Whoever has used it long enough, or nearly; then whoever has it at all. */
function skillSteps(skill: string, { skillYears = {} }: RoleCriteria): Scale {
  const has = one(bySkill([skill]))
  const asked = skillYears[skill]
  const mentions = byPhrase(skillLabel(skill))
  if (asked === undefined)
    return [
      { points: 1, all: has },
      { points: MENTIONED, all: [mentions] },
    ]
  const nearly = Math.ceil(asked * NEARLY)
  const used = (years: number, points: number): Step => ({ points, all: [...has, { kind: 'years', skill, years }] })
  return [
    used(asked, 1),
    ...(nearly < asked ? [used(nearly, HALF + HALF * NEARLY)] : []),
    { points: UNKNOWN_YEARS, all: has },
    { points: UNKNOWN_YEARS * MENTIONED, all: [mentions] },
  ]
}
const NEARLY = 0.6
const HALF = 0.5
const UNKNOWN_YEARS = 0.75
const one = (node: QueryNode | undefined): readonly QueryNode[] => (node === undefined ? [] : [node])

/** Somebody's tier counts where the role is like theirs, or where they have half of the must-haves. */
function known(wanted: RoleCriteria): readonly Scale[] {
  const role = byRole(wanted.title)
  const slots = mustSlots(wanted)
  const half: Condition | undefined =
    slots.length === 0
      ? undefined
      : { kind: 'least', count: Math.ceil(slots.length / 2), of: slots.flatMap((slot) => bySkill(slot) ?? []) }
  const suits: readonly Condition[] = [role, half].flatMap((one) => one ?? [])
  const tier = (name: 'A' | 'B', points: number) => suits.map((suit): Step => ({ points, all: [tierIs(name), suit] }))
  const nearMiss: Scale = role === undefined ? [] : [{ points: NEAR_MISS, all: [nearMissIs, role] }]
  const steps = [...tier('A', 1), ...nearMiss, ...tier('B', TIER_B)]
  return steps.length === 0 ? [] : [steps]
}
const tierIs = (tier: 'A' | 'B'): QueryNode => ({ kind: 'filter', field: 'tier', any: [tier] })
const nearMissIs: QueryNode = { kind: 'filter', field: 'kind', any: ['near_miss', 'past_applicant'] }

function placed(location: string | undefined): QueryNode | undefined {
  if (location === undefined) return undefined
  const places = placesNamed(location).map((id) => ({ kind: 'place', id }) as const)
  return { kind: 'filter', field: 'location', any: places.length > 0 ? places : [{ kind: 'text', text: location }] }
}

const CHAINS = 3

/**
 * For where more fit than can be counted: queries that ask for one criterion after the other, beginning with each of the three that count
 * most. Each chain goes on until few enough are left, so that nobody who has all that it names is overlooked.
 */
export function chainsOf(wanted: RoleCriteria): readonly (readonly QueryNode[])[] {
  const met = wholeOrder(wanted.order).flatMap((criterion) => whollyMet(criterion, wanted) ?? [])
  return met.slice(0, CHAINS).map((_, from) => {
    const chain = met.slice(from)
    return chain.flatMap((_one, at) => every(chain.slice(0, at + 1)) ?? [])
  })
}

function whollyMet(criterion: Criterion, wanted: RoleCriteria): QueryNode | undefined {
  if (criterion === 'known') {
    const role = byRole(wanted.title)
    return some([tierIs('A'), role === undefined ? undefined : every([nearMissIs, role])])
  }
  if (criterion === 'must') return every(mustSlots(wanted).flatMap((slot) => bySkill(slot) ?? []))
  const found = scaled(criterion, wanted)
  return every(found.map(([best]) => every((best?.all ?? []).filter(isNode))))
}
const isNode = (condition: Condition): condition is QueryNode =>
  condition.kind !== 'least' && condition.kind !== 'years'
