/**
 * The people whom Fernhollow Energy nearly hired. All of them are invented; addresses end in names that are reserved for examples.
 * Days are counted back from today, so that the company is as alive on any day.
 */
import type { NotHiredReason, Seniority, Standing, Tier } from '../domain/candidate/candidate.ts'
import type { FactKind, Telling } from '../domain/outreach/fact.ts'
import type { PEOPLE } from './workspace-seed.ts'

export type Colleague = keyof typeof PEOPLE
export type SamplePool = 'SRE bench' | 'Design finalists'

export type SamplePerson = {
  readonly name: string
  readonly role: string
  readonly standing: Standing
  /** How long it has been so. */
  readonly daysAgo: number
  readonly reason?: NotHiredReason
  readonly stage?: string
  readonly skills: readonly string[]
  readonly location: string
  readonly seniority: Seniority
  readonly tier: Tier
  readonly owner: Colleague | undefined
  readonly pool?: SamplePool
  readonly remoteOk?: boolean
  readonly bringBack?: string
  readonly advice?: string
  readonly facts?: readonly {
    readonly kind: FactKind
    readonly text: string
    readonly telling: Telling
    readonly by: Colleague
    readonly daysAgo: number
  }[]
  readonly touches?: readonly {
    readonly kind: 'message_sent' | 'reply' | 'call'
    readonly text: string
    readonly by: Colleague
    readonly daysAgo: number
  }[]
}

export const NAMED: readonly SamplePerson[] = [
  {
    name: 'Ana Souza',
    role: 'Senior SRE',
    standing: 'told_no',
    daysAgo: 245,
    reason: 'close_second',
    stage: 'Onsite',
    skills: ['kubernetes', 'terraform', 'incident-response'],
    location: 'Lisbon',
    seniority: 'senior',
    tier: 'A',
    owner: 'ines',
    pool: 'SRE bench',
    bringBack: 'leading incidents, and a team that is awake in her hours',
    facts: [
      {
        kind: 'strength',
        text: 'how calmly she led the failover exercise',
        telling: 'may_be_mentioned',
        by: 'tom',
        daysAgo: 246,
      },
      {
        kind: 'praise',
        text: 'Close call. Ana explains an outage better than anybody we met.',
        telling: 'internal_only',
        by: 'tom',
        daysAgo: 246,
      },
      { kind: 'promise', text: 'to speak again in the autumn', telling: 'may_be_mentioned', by: 'ines', daysAgo: 94 },
    ],
    touches: [
      { kind: 'message_sent', text: 'Asked how the new year had begun.', by: 'ines', daysAgo: 97 },
      { kind: 'reply', text: '"Settled for now. Let us speak again in the autumn?"', by: 'ines', daysAgo: 94 },
    ],
  },
  {
    name: 'Jonas Berg',
    role: 'Senior SRE',
    standing: 'declined_offer',
    daysAgo: 160,
    reason: 'declined_offer',
    stage: 'Offer',
    skills: ['go', 'kubernetes', 'postgresql'],
    location: 'Oslo',
    seniority: 'senior',
    tier: 'A',
    owner: 'ines',
    pool: 'SRE bench',
    remoteOk: true,
    bringBack: 'a role that he can do from Oslo',
    facts: [
      {
        kind: 'strength',
        text: 'the capacity model you drew on the whiteboard',
        telling: 'may_be_mentioned',
        by: 'tom',
        daysAgo: 165,
      },
    ],
    touches: [{ kind: 'call', text: 'Declined over moving to London; parted as friends.', by: 'ines', daysAgo: 160 }],
  },
  {
    name: 'Leila Haddad',
    role: 'Product Designer',
    standing: 'told_no',
    daysAgo: 190,
    reason: 'role_closed',
    stage: 'Portfolio review',
    skills: ['figma', 'design-systems', 'user-research'],
    location: 'Amsterdam',
    seniority: 'senior',
    tier: 'A',
    owner: 'ines',
    pool: 'Design finalists',
    bringBack: 'a product that people use outdoors',
    facts: [
      {
        kind: 'strength',
        text: 'your walk through the meter-reading flow',
        telling: 'may_be_mentioned',
        by: 'lucia',
        daysAgo: 195,
      },
    ],
    touches: [
      { kind: 'message_sent', text: 'Sent the case study on outdoor interfaces.', by: 'ines', daysAgo: 5 },
      { kind: 'reply', text: '"Happy to talk next week."', by: 'ines', daysAgo: 3 },
    ],
  },
  {
    name: 'Mei Tan',
    role: 'Account Executive',
    standing: 'told_no',
    daysAgo: 9,
    reason: 'timing',
    stage: 'Final interview',
    skills: ['enterprise-sales', 'negotiation'],
    location: 'London',
    seniority: 'mid',
    tier: 'B',
    owner: 'ben',
    facts: [
      {
        kind: 'strength',
        text: 'your questions about our grid customers',
        telling: 'may_be_mentioned',
        by: 'sam',
        daysAgo: 12,
      },
    ],
  },
  {
    name: 'Omar Aziz',
    role: 'Senior SRE',
    standing: 'hired',
    daysAgo: 31,
    stage: 'Offer',
    skills: ['kubernetes', 'python', 'observability'],
    location: 'London',
    seniority: 'senior',
    tier: 'A',
    owner: 'ines',
    pool: 'SRE bench',
  },
]

const FIRST = [
  'Amara',
  'Bilal',
  'Chiara',
  'Dmitri',
  'Elif',
  'Farah',
  'Gustav',
  'Hana',
  'Ivo',
  'Jasmin',
  'Kofi',
  'Lena',
  'Mateus',
  'Noor',
  'Oriol',
  'Petra',
  'Quentin',
  'Rosa',
  'Sanjay',
  'Tilda',
  'Umar',
  'Vera',
  'Wanjiru',
  'Yuki',
  'Zofia',
  'Arne',
  'Beatriz',
]
const LAST = [
  'Adeyemi',
  'Bauer',
  'Costa',
  'Dahl',
  'Eriksen',
  'Fontaine',
  'Gallo',
  'Haas',
  'Ibsen',
  'Jansen',
  'Kaya',
  'Lindqvist',
  'Moretti',
  'Nkosi',
  'Oduya',
  'Pires',
  'Quist',
  'Ruiz',
  'Sato',
  'Toth',
  'Ueda',
  'Vidal',
  'Weiss',
  'Yilmaz',
  'Zeller',
  'Brandt',
  'Nowak',
]
const CITIES = ['London', 'Berlin', 'Lisbon', 'Amsterdam', 'Dublin', 'Madrid', 'Manchester', 'Copenhagen', 'Warsaw']
const ROLES = [
  {
    role: 'Senior SRE',
    skills: ['kubernetes', 'terraform', 'prometheus', 'go', 'aws', 'linux'],
    owner: 'ines',
    pool: 'SRE bench',
    strength: 'how you reasoned about the paging policy',
  },
  {
    role: 'Product Designer',
    skills: ['figma', 'prototyping', 'user-research', 'design-systems'],
    owner: 'ben',
    pool: 'Design finalists',
    strength: 'the onboarding study in your portfolio',
  },
  {
    role: 'Account Executive',
    skills: ['enterprise-sales', 'negotiation', 'salesforce', 'forecasting'],
    owner: 'ben',
    pool: undefined,
    strength: 'the way you opened the discovery call',
  },
] as const
const OUTCOMES = [
  { standing: 'told_no', reason: 'close_second' },
  { standing: 'told_no', reason: 'role_closed' },
  { standing: 'withdrew', reason: 'withdrew' },
  { standing: 'told_no', reason: 'timing' },
  { standing: 'declined_offer', reason: 'declined_offer' },
  { standing: 'told_no', reason: 'level' },
  { standing: 'interviewing', reason: undefined },
  { standing: 'not_told', reason: 'close_second' },
] as const
const SENIORITY = ['mid', 'senior', 'senior', 'staff'] as const
const TIERS = ['A', 'B', 'B', 'C'] as const

const pick = <Item>(items: readonly Item[], n: number): Item => items[n % items.length] as Item

/** The rest of the sixty, spread over roles, places and outcomes; the same each time. */
export const OTHERS: readonly SamplePerson[] = Array.from({ length: 54 }, (_, n): SamplePerson => {
  const { role, skills, owner, pool, strength } = pick(ROLES, n)
  const { standing, reason } = pick(OUTCOMES, n * 5 + Math.floor(n / 3))
  const daysAgo = 20 + ((n * 37) % 400)
  const lastTouch = 5 + ((n * 23) % Math.min(daysAgo, 210))
  const pooled = pool !== undefined && n % 2 === 0 && standing !== 'interviewing'
  return {
    name: `${pick(FIRST, n)} ${pick(LAST, n * 4 + Math.floor(n / 27) + 3)}`,
    role,
    standing,
    daysAgo,
    ...(reason === undefined ? {} : { reason }),
    stage: pick(['Phone screen', 'Technical interview', 'Onsite', 'Final interview'], n * 3),
    skills: [pick(skills, n), pick(skills, n + 1 + (n % 2))],
    location: pick(CITIES, n * 2),
    seniority: pick(SENIORITY, n),
    tier: pick(TIERS, n * 3),
    owner: n % 6 === 5 ? undefined : owner,
    ...(pooled ? { pool } : {}),
    remoteOk: n % 3 === 0,
    facts: [{ kind: 'strength', text: strength, telling: 'may_be_mentioned', by: 'tom', daysAgo: daysAgo + 3 }],
    touches:
      n % 4 === 3 || standing === 'interviewing'
        ? []
        : [{ kind: 'message_sent', text: 'A short hello.', by: owner, daysAgo: lastTouch }],
  }
})
