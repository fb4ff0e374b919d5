/** Plain data for the tests of outreach: everything is fine unless the test says otherwise. */
import type { PermissionRecord } from '../../src/domain/consent/permission.ts'
import type { Fact, People } from '../../src/domain/outreach/fact.ts'
import type { EarlierSend, GateFacts, PlannedSend } from '../../src/domain/outreach/gate-facts.ts'
import { prepareNames } from '../../src/domain/outreach/names.ts'
import type { Refusal, Verdict } from '../../src/domain/outreach/refusal.ts'
import { DEFAULT_OUTREACH_SETTINGS } from '../../src/domain/outreach/settings.ts'
import type { Id, MemberId } from '../../src/domain/shared/ids.ts'
import { DAY, type Day, type Instant, instant, plus, type Zone } from '../../src/domain/shared/time.ts'

/** `id<'fact'>(3)`: the same number is the same id. */
export const id = <Kind extends string>(number: number): Id<Kind> =>
  `00000000-0000-7000-8000-${String(number).padStart(12, '0')}` as Id<Kind>

/** A Wednesday, in nobody's night. */
export const noon: Instant = instant('2026-10-14T12:00:00Z')
export const today = '2026-10-14' as Day
export const daysAgo = (days: number): Instant => plus(noon, -days * DAY)
export const daysAhead = (days: number): Instant => plus(noon, days * DAY)
export const day = (text: string): Day => text as Day
export const zone = (name: string): Zone => name as Zone
export const lisbon: Zone = zone('Europe/Lisbon')

export const ines: MemberId = id<'member'>(1)
export const ben: MemberId = id<'member'>(2)
export const tom: MemberId = id<'member'>(3)

export const aSend = (changes: Partial<PlannedSend> = {}): PlannedSend => ({
  sendId: undefined,
  purpose: 'keep_warm',
  members: [ines],
  revisionMadeAt: daysAgo(1),
  approvedAt: undefined,
  cites: [],
  notBefore: undefined,
  ...changes,
})

export const aDecline = (changes: Partial<PlannedSend> = {}): PlannedSend => aSend({ purpose: 'decline', ...changes })

export const aPermission = (changes: Partial<PermissionRecord> = {}): PermissionRecord => ({
  id: id<'permission'>(1),
  purpose: 'contact',
  basis: 'applied_here',
  source: 'silver_form',
  wording: '2026-01',
  grantedAt: daysAgo(200),
  expiresAt: daysAhead(100),
  withdrawnAt: undefined,
  ...changes,
})

/** Told no long ago, may be contacted, nobody talks with her. */
export const facts = (changes: Partial<GateFacts> = {}): GateFacts => ({
  person: { kind: 'here' },
  standing: { standing: 'told_no', day: day('2026-03-12') },
  permissions: [aPermission()],
  suppressions: [],
  doNotContact: { person: false, company: undefined },
  ats: { kind: 'not_connected' },
  job: { kind: 'none' },
  address: 'present',
  sends: [],
  conversations: [],
  lastReply: undefined,
  cited: [],
  zone: lisbon,
  settings: DEFAULT_OUTREACH_SETTINGS,
  ...changes,
})

export const anEarlierSend = (changes: Partial<EarlierSend> = {}): EarlierSend => ({
  id: id<'send'>(1),
  by: [ines],
  purpose: 'keep_warm',
  state: 'handed_over',
  lastError: undefined,
  at: daysAgo(3),
  ...changes,
})

export const aFact = (changes: Partial<Fact> = {}): Fact => ({
  id: id<'fact'>(1),
  kind: 'strength',
  text: 'calm in the outage exercise',
  telling: 'may_be_mentioned',
  authorId: tom,
  statedAt: daysAgo(30),
  changedAt: daysAgo(30),
  retractedAt: undefined,
  ...changes,
})

/** Ana's facts, in a workspace where these others are on record. */
export const among = (...others: readonly string[]): People => ({
  own: 'Ana Souza',
  others: prepareNames(others),
  authors: new Map(),
})
export const nobodyElse: People = among()
export const anaAndTom: People = { ...nobodyElse, authors: new Map([[tom, 'Tom']]) }

export const okToSend: Verdict = { kind: 'ok_to_send' }
export const notYet = (first: Refusal, ...rest: readonly Refusal[]): Verdict => ({
  kind: 'not_yet',
  because: [first, ...rest],
})
