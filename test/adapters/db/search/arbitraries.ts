import fc from 'fast-check'
import {
  CAREER_STAGES,
  EMPLOYMENTS,
  KINDS,
  NOT_HIRED_REASONS,
  RELATIONS,
  SENIORITIES,
  STANDINGS,
  TIERS,
} from '../../../../src/domain/candidate/candidate.ts'
import type { CustomValues } from '../../../../src/domain/candidate/custom-field.ts'
import { JOB_FUNCTIONS } from '../../../../src/domain/candidate/job-function.ts'
import { SCORES } from '../../../../src/domain/candidate/rating.ts'
import { PERMISSION_BASES, type PermissionRecord } from '../../../../src/domain/consent/permission.ts'
import type { Ago, Filter, PlaceRef, PoolQuery, QueryNode } from '../../../../src/domain/pool/query/ast.ts'
import { CONSENT_STATES, POOL_SORTS } from '../../../../src/domain/pool/query/ast.ts'
import { every, not, some } from '../../../../src/domain/pool/query/tree.ts'
import type { MemberId, PermissionId } from '../../../../src/domain/shared/ids.ts'
import { addDays, type Day, dayIn } from '../../../../src/domain/shared/time.ts'
import { daysBefore, LISBON, NOW, type Someone } from '../../../support/search-world.ts'

const NAMES = [
  'Ana Souza',
  'ANA MARIA Sousa',
  'Jürgen Müller',
  "Siobhán O'Neil",
  'Will Don An',
  'Jean-Luc Paris',
  '李 小龙',
  'مريم حداد',
  'Rust Go',
  'A_b 100%',
  'Dr. Øystein Ødegård',
  'x'.repeat(400),
  'Annika Gonzalez',
]
const HEADLINES = [
  'Head of Talent',
  'incident design for the grid',
  'Kubernetes / Terraform',
  'C++ and node.js',
  'the the the',
  'QA, Golang; front-end',
  '50% zebra \\ forecast_',
  "it's a zebra's grid",
  undefined,
]
const ROLES = [
  'Senior SRE',
  'Product Designer',
  'Account Executive (100%)',
  'C++ Developer',
  'snake_case wrangler',
  'Site-Reliability Engineer',
]
const LOCATIONS = [
  'London',
  'Lisbon, Portugal',
  'NYC',
  'Porto / Lisbon',
  'Middle of nowhere',
  'Austin, TX',
  'München',
  undefined,
]
const COMPANIES = ['ACME, Inc.', 'Acme Robotics', 'Smith & Sons', undefined]
const SKILLS = ['kubernetes', 'go', 'rust', 'c++', 'basket-weaving']
/** Of the workspace's own, by their slugs; the first part of the test gives them ids. */
export const OWN_FIELDS = [
  { name: 'Notice period', kind: 'choice', choices: ['1 month', '3 months', 'Künftig'] },
  { name: 'Bonus', kind: 'number', choices: [] },
  { name: 'Free from', kind: 'date', choices: [] },
  { name: 'Visa', kind: 'yes_no', choices: [] },
  { name: 'Motto', kind: 'text', choices: [] },
] as const
const custom = fc.record({
  'notice-period': fc.constantFrom('1 month', '3 months', 'Künftig'),
  bonus: fc.constantFrom('0', '3', '3.5', '-5', '1000000'),
  'free-from': fc.constantFrom('2026-10-13', '2026-10-14', '2026-12-31', '1999-01-01'),
  visa: fc.constantFrom('yes', 'no'),
  motto: fc.constantFrom('Größer denken', '100% Zebra', "it's_ok", 'any', 'x'.repeat(300)),
}, { requiredKeys: [] }) // biome-ignore format: a table
const maybe = <Value>(values: readonly Value[]) => fc.constantFrom(...values, undefined)

/** Awkward distances: now, a minute and a day around the round numbers that people ask for. */
const moments = fc.oneof(
  fc.constantFrom(0, 1, 7, 29, 30, 31, 89, 90, 91, 200, 365, 366, 800).map(daysBefore),
  fc.integer({ min: 0, max: 500 * 24 * 60 }).map((minutes) => daysBefore(minutes / 1440)),
)

/** Given, taken back and given again, at awkward distances. */
const permission: fc.Arbitrary<PermissionRecord> = fc
  .record({
    purpose: fc.constantFrom('store', 'contact', 'contact', 'contact', 'job_alerts'),
    basis: fc.constantFrom(...PERMISSION_BASES),
    given: fc.constantFrom(1, 20, 180, 200, 340, 360, 366, 800),
    lasts: fc.constantFrom(undefined, undefined, 1, 29, 30, 31, 210, 400),
    takenBack: fc.constantFrom(undefined, undefined, undefined, 0, 19, 200),
  })
  .map(({ purpose, basis, given, lasts, takenBack }) => ({
    id: '' as PermissionId,
    purpose,
    basis,
    source: 'a test',
    wording: 'a test',
    grantedAt: daysBefore(given),
    expiresAt: lasts === undefined ? undefined : daysBefore(given - lasts),
    withdrawnAt: takenBack === undefined || takenBack > given ? undefined : daysBefore(takenBack),
  }))

export const someone = (owners: readonly MemberId[]): fc.Arbitrary<Someone & { readonly own: CustomValues }> =>
  fc
    .record({
      relation: maybe(RELATIONS),
      employment: maybe(EMPLOYMENTS),
      careerStage: maybe(CAREER_STAGES),
      skillUses: fc
        .array(
          fc.record({
            skill: fc.constantFrom(...SKILLS),
            years: maybe([0, 1, 2, 3, 4, 10, 50]),
            last: maybe([2020]),
          }),
          { maxLength: 3 },
        )
        .map((uses) => [...new Map(uses.map((use) => [use.skill, use])).values()]),
      nextTouch: fc.option(
        fc.constantFrom(-400, -1, 0, 1, 6, 7, 8, 29, 30, 31, 365).map((days) => addDays(dayIn(NOW, LISBON), days)),
        { nil: undefined },
      ),
      own: custom,
      fullName: fc.constantFrom(...NAMES),
      headline: fc.constantFrom(...HEADLINES),
      consideredRole: fc.constantFrom(...ROLES),
      location: fc.constantFrom(...LOCATIONS),
      company: fc.constantFrom(...COMPANIES),
      skills: fc.subarray(SKILLS),
      remoteOk: maybe([true, false]),
      seniority: maybe(SENIORITIES.slice(0, 5)),
      tier: maybe(TIERS),
      kind: fc.constantFrom(...KINDS),
      standing: fc.constantFrom(...STANDINGS.filter((standing) => standing !== 'told_no')),
      reason: maybe(NOT_HIRED_REASONS),
      stageReached: maybe(['Onsite', 'phone_screen 1%']),
      source: maybe(['Referral', 'LinkedIn Ads']),
      ownerId: maybe(owners),
      lastTouchAt: fc.option(moments, { nil: undefined }),
      createdAt: moments,
      ratings: fc.record({ skill: maybe(SCORES), values: maybe(SCORES) }),
      bringBack: maybe(['a forecast role', 'the grid']),
      permissions: fc.array(permission, { maxLength: 4 }),
      notes: fc.subarray(['zebra praised her incident work', 'Talent of the year', 'wants bread']),
    })
    // How long is said of skills alone.
    .map((one) => ({ ...one, skillUses: one.skillUses.filter(({ skill }) => one.skills.includes(skill)) }))

const ago: fc.Arbitrary<Ago> = fc.record({
  kind: fc.constant('ago' as const),
  is: fc.constantFrom('over', 'within'),
  count: fc.oneof(fc.constantFrom(0, 1, 3, 9999), fc.integer({ min: 0, max: 100 })),
  unit: fc.constantFrom('day', 'week', 'month', 'year'),
})
const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays(dayIn(NOW, LISBON), -days))
const between = fc.tuple(day, day, fc.constantFrom('both', 'from', 'to')).map(([a, b, which]) => {
  const [from, to]: [Day, Day] = a < b ? [a, b] : [b, a]
  return { kind: 'between' as const, from: which === 'to' ? null : from, to: which === 'from' ? null : to }
})
const anyOf = <Value>(...values: readonly Value[]) => fc.subarray([...values], { minLength: 1, maxLength: 3 })

const filter: fc.Arbitrary<Filter> = fc.oneof(
  anyOf(...SKILLS, 'php').map((any): Filter => ({ kind: 'filter', field: 'skill', any })),
  anyOf<PlaceRef>(
    ...['london', 'portugal', 'united-states', 'lisbon', 'texas', 'europe'].map((id) => ({
      kind: 'place' as const,
      id,
    })),
    ...['nowhere', 'middle nowhere', '%', '_', 'on'].map((text) => ({ kind: 'text' as const, text })),
  ).map((any): Filter => ({ kind: 'filter', field: 'location', any })),
  anyOf(...SENIORITIES).map((any): Filter => ({ kind: 'filter', field: 'seniority', any })),
  anyOf(...JOB_FUNCTIONS).map((any): Filter => ({ kind: 'filter', field: 'function', any })),
  anyOf(...CONSENT_STATES).map((any): Filter => ({ kind: 'filter', field: 'consent', any })),
  anyOf(...TIERS).map((any): Filter => ({ kind: 'filter', field: 'tier', any })),
  anyOf(...STANDINGS).map((any): Filter => ({ kind: 'filter', field: 'standing', any })),
  anyOf(...NOT_HIRED_REASONS).map((any): Filter => ({ kind: 'filter', field: 'reason', any })),
  anyOf(...KINDS).map((any): Filter => ({ kind: 'filter', field: 'kind', any })),
  anyOf(
    { kind: 'me' as const },
    { kind: 'nobody' as const },
    { kind: 'slack_user' as const, id: 'UBEN0001' },
    { kind: 'slack_user' as const, id: 'UNOBODY1' },
    { kind: 'name' as const, name: 'ines' },
    { kind: 'name' as const, name: 'Somebody Else' },
  ).map((any): Filter => ({ kind: 'filter', field: 'owner', any })),
  anyOf('sre', 'Senior SRE', 'c++', '100%', '_', '%', '\\', 'SRE senior').map(
    (any): Filter => ({ kind: 'filter', field: 'role', any }),
  ),
  anyOf('Acme', 'acme inc', 'smith and', '%').map((any): Filter => ({ kind: 'filter', field: 'company', any })),
  anyOf('referral', 'linked ads', '%').map((any): Filter => ({ kind: 'filter', field: 'source', any })),
  anyOf('onsite', 'screen', '1%', '_').map((any): Filter => ({ kind: 'filter', field: 'stage', any })),
  anyOf('SRE bench', 'sre BENCH', 'The quiet', 'Nested', 'Circle', 'No such pool').map(
    (any): Filter => ({ kind: 'filter', field: 'pool', any }),
  ),
  fc.subarray([...RELATIONS], { minLength: 1 }).map((any): Filter => ({ kind: 'filter', field: 'relation', any })),
  anyOf(...EMPLOYMENTS).map((any): Filter => ({ kind: 'filter', field: 'employment', any })),
  anyOf(...CAREER_STAGES).map((any): Filter => ({ kind: 'filter', field: 'career', any })),
  fc
    .tuple(anyOf(...SKILLS, 'php'), fc.constantFrom(0, 1, 3, 5), fc.constantFrom(0, 1, 3, 5, 45))
    .map(([any, from, more]): Filter => ({ kind: 'filter', field: 'skill', any, years: { from, to: from + more } })),
  fc
    .oneof(
      fc.constant({ name: 'notice-period', any: ['1 month', 'kunftig'] }),
      fc.constantFrom('3', '<3', '>=3.5', '-5..3', '>1000', '=0').map((said) => ({ name: 'bonus', any: [said, '7'] })),
      fc
        .constantFrom('2026-10', '<2026-10-14', '>=2026-10-14', '1999..2000', 'nonsense')
        .map((said) => ({ name: 'free-from', any: [said] })),
      fc.constantFrom('yes', 'NO').map((said) => ({ name: 'visa', any: [said] })),
      fc.constantFrom('grosser', '100%', '_', 'denken grosser', '%').map((said) => ({ name: 'motto', any: [said] })),
      fc
        .tuple(fc.constantFrom('visa', 'motto', 'no-such-field'), fc.constantFrom('any', 'none'))
        .map(([name, said]) => ({ name, any: [said] })),
    )
    .map((asked): Filter => ({ kind: 'filter', field: 'custom', ...asked })),
  fc
    .oneof(
      fc.record({
        kind: fc.constant('ahead' as const),
        is: fc.constantFrom('over' as const, 'within' as const),
        count: fc.constantFrom(0, 1, 7, 8, 30, 9999),
        unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'year' as const),
      }),
      between,
      fc.constantFrom({ kind: 'overdue' as const }, { kind: 'none' as const }),
    )
    .map((when): Filter => ({ kind: 'filter', field: 'next', when })),
  fc.boolean().map((is): Filter => ({ kind: 'filter', field: 'remote', is })),
  fc.tuple(fc.constantFrom(...SCORES), fc.constantFrom(...SCORES)).map(
    ([one, other]): Filter => ({
      kind: 'filter',
      field: 'rating',
      ...(one < other ? { from: one, to: other } : { from: other, to: one }),
    }),
  ),
  ago.map((when): Filter => ({ kind: 'filter', field: 'stale', when })),
  fc
    .oneof(ago, between, fc.constant({ kind: 'never' as const }))
    .map((when): Filter => ({ kind: 'filter', field: 'last', when })),
  fc.oneof(ago, between).map((when): Filter => ({ kind: 'filter', field: 'added', when })),
)
const WORDS = [
  'ana',
  'ann',
  'sou',
  'muller',
  'MÜLLER',
  "o'neil",
  'will',
  'of',
  'the',
  'an',
  'zebra',
  'incident',
  'kubernetes',
  'c++',
  'node.js',
  'paris',
  'x',
  '100%',
  'head of talent',
  'a_b',
  '小龙',
  'don will',
  '%',
  "'; DROP TABLE candidate; --",
  ':*',
  '!',
  'bread & !zebra',
  '<->',
  '𝕬𝖓𝖆',
]
const words = fc.record({ kind: fc.constant('words' as const), text: fc.constantFrom(...WORDS), phrase: fc.boolean() })
const either = fc
  .tuple(
    fc.constantFrom('paris', 'rust', 'go', 'SRE', 'front end'),
    fc.oneof(
      filter,
      anyOf('sre', 'go', 'testing', 'frontend').map((any): Filter => ({ kind: 'filter', field: 'skill', any })),
    ),
  )
  .map(([text, of]) => ({ kind: 'either' as const, words: text, filter: of }))

const { node } = fc.letrec<{ node: QueryNode | undefined; leaf: QueryNode }>((tie) => ({
  leaf: fc.oneof({ weight: 4, arbitrary: filter }, { weight: 3, arbitrary: words }, { weight: 1, arbitrary: either }),
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 3, arbitrary: tie('leaf') },
    { weight: 2, arbitrary: fc.array(tie('node'), { maxLength: 3 }).map(every) },
    { weight: 1, arbitrary: fc.array(tie('node'), { maxLength: 3 }).map(some) },
    { weight: 1, arbitrary: tie('node').map((part) => part && not(part)) },
  ),
}))

export const query: fc.Arbitrary<PoolQuery> = fc
  .tuple(node, maybe(POOL_SORTS))
  .map(([where, sort]) => ({ version: 1, where: where ?? null, sort: sort ?? null }))
