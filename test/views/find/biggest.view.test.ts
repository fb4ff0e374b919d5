// Every answer of the search at its biggest passes what Slack accepts, and what people wrote stays words.
import { describe, expect, it } from 'vitest'
import { checkMessageBlocks, checkView } from '../../../simulator/block-kit/check.ts'
import { asBirthday } from '../../../src/domain/candidate/birthday.ts'
import {
  type Candidate,
  KINDS,
  NOT_HIRED_REASONS,
  SENIORITIES,
  STANDINGS,
  TIERS,
} from '../../../src/domain/candidate/candidate.ts'
import { CUSTOM_KINDS } from '../../../src/domain/candidate/custom-field.ts'
import { JOB_FUNCTIONS } from '../../../src/domain/candidate/job-function.ts'
import { entryOf, fieldsOf, PROFILE_SECTIONS, type ProfileSection } from '../../../src/domain/candidate/profile-form.ts'
import type { Rating } from '../../../src/domain/candidate/rating.ts'
import type { PermissionRecord } from '../../../src/domain/consent/permission.ts'
import { CONSENT_STATES } from '../../../src/domain/pool/query/ast.ts'
import { formOfText } from '../../../src/domain/pool/query/builder.ts'
import type { Id } from '../../../src/domain/shared/ids.ts'
import { type Day, instant, type Zone } from '../../../src/domain/shared/time.ts'
import type { PoolLine } from '../../../src/usecases/find/list-pools.ts'
import type { ProfileModel } from '../../../src/usecases/find/read-profile.ts'
import type { PeoplePage } from '../../../src/usecases/find/search-people.ts'
import type { NamedTurn, PoolPage } from '../../../src/usecases/pools/pool-page.ts'
import type { PoolFigures } from '../../../src/usecases/ports/services.ts'
import { renderChoice } from '../../../src/views/choose-person/blocks.ts'
import { renderListsModal } from '../../../src/views/lists-modal/blocks.ts'
import { renderPeopleList } from '../../../src/views/people-list/blocks.ts'
import { renderEditModal } from '../../../src/views/people-list/edit-modal.ts'
import { renderSearchRefused } from '../../../src/views/people-list/refused.ts'
import { renderPoolEdit, renderPoolModal } from '../../../src/views/pool-modal/blocks.ts'
import { renderArchivedPools, renderPoolOverview, renderPoolSaved } from '../../../src/views/pool-overview/blocks.ts'
import { renderPoolPage } from '../../../src/views/pool-page/blocks.ts'
import { renderPoolHistory } from '../../../src/views/pool-page/history.ts'
import { renderMergePool, renderSharePool } from '../../../src/views/pool-page/modals.ts'
import { renderProfile, renderProfileModal } from '../../../src/views/profile/blocks.ts'
import { renderSectionForm } from '../../../src/views/profile-form/blocks.ts'
import { renderCustomForm } from '../../../src/views/profile-form/custom.ts'
import { renderBuilder } from '../../../src/views/query-builder/blocks.ts'
import { aPerson } from '../../support/search-world.ts'

const NOW = instant('2026-10-14T11:00:00Z')
const LONDON = 'Europe/London' as Zone
const beholder = { now: NOW, zone: LONDON }
/** Escaping makes five characters of each. */
const HOSTILE = '<!channel> & '.repeat(1_000)
const uuid = <Kind extends string>(number: number) =>
  `00000000-0000-7000-8000-${String(number).padStart(12, '0')}` as Id<Kind>

const biggest = (number: number): Candidate => ({
  ...aPerson(uuid<'candidate'>(number)),
  fullName: HOSTILE,
  headline: HOSTILE,
  company: HOSTILE,
  consideredRole: HOSTILE,
  standing: 'told_no',
  standingDay: '2026-03-31' as Day,
  reason: 'location',
  stageReached: HOSTILE,
  bringBack: HOSTILE,
  advice: HOSTILE,
  skills: Array.from({ length: 60 }, (_, at) => `skill-${at}-${'&'.repeat(40)}`),
  location: HOSTILE,
  remoteOk: true,
  seniority: 'executive',
  tier: 'A',
  source: HOSTILE,
  ownerId: uuid<'member'>(1),
  nextTouch: '2026-12-31' as Day,
  lastTouchAt: instant('2021-01-01'),
  custom: Object.fromEntries(Array.from({ length: 20 }, (_, at) => [uuid(at), '&'.repeat(300)])),
})
const people = Array.from({ length: 10 }, (_, at) => biggest(at))
const cursor = 'c'.repeat(900)
const page: PeoplePage = {
  listingId: uuid(7),
  text: '&'.repeat(500),
  readAs: Array.from({ length: 40 }, () => HOSTILE.slice(0, 60)),
  meaning: HOSTILE,
  total: { more: 10_000 },
  people,
  page: { ids: people.map((one) => one.id), before: 9_990, near: true, next: cursor, previous: cursor },
  loosenings: [],
}
const FIGURES: PoolFigures = {
  size: 10_000,
  more: true,
  stale: 5_000,
  inTouch: 5_000,
  permitted: 10_000,
  checked: 9_999,
  fresh: 4_999,
  unworked: 10_000,
}
const turns = Array.from(
  { length: 20 },
  (_, at): NamedTurn => ({
    stayId: uuid(at),
    candidateId: uuid<'candidate'>(at),
    at: NOW,
    by: uuid<'member'>(1),
    who: HOSTILE,
    byName: HOSTILE,
    what: 'joined',
    how: 'saved',
  }),
)
const line = (number: number): PoolLine => ({
  pool: {
    id: uuid<'pool'>(number),
    name: HOSTILE,
    query: undefined,
    ownerId: uuid<'member'>(1),
    cadenceDays: 730,
    personaNote: HOSTILE,
    createdAt: NOW,
    archivedAt: undefined,
    channel: undefined,
    mergedInto: undefined,
    version: 1,
  },
  owner: HOSTILE,
  figures: FIGURES,
})
const poolPage = (change: Partial<PoolPage['pool']> = {}): PoolPage => ({
  pool: { ...line(1).pool, channel: 'C0123456789', ...change },
  owner: { id: uuid<'member'>(1), slackUserId: 'U0123456789', name: HOSTILE },
  figures: FIGURES,
  capacity: {
    people: 10_000,
    cadenceDays: 7,
    perDay: 2_000,
    inAll: 4_000,
    fits: false,
    slower: 730,
    give: 9_975,
    more: true,
  },
  mergedInto: HOSTILE,
  turns: turns.slice(0, 5),
  hasMore: true,
})
const record: PermissionRecord = {
  id: uuid<'permission'>(1),
  purpose: 'contact',
  basis: 'applied_here',
  source: 'test',
  wording: '1',
  grantedAt: NOW,
  expiresAt: undefined,
  withdrawnAt: undefined,
}
const LINK = `https://example.com/${'|'.repeat(200)}?a=1&b=2`
const rating: Rating = { score: 5, evidence: HOSTILE, by: uuid(1), at: NOW }
const profile: ProfileModel = {
  undoable: uuid<'kept_form'>(1),
  ratings: { skill: rating, values: rating },
  fields: Array.from({ length: 20 }, (_, at) => ({
    id: uuid(at),
    name: '&'.repeat(40),
    kind: 'text' as const,
    choices: [],
  })),
  person: { ...biggest(1), standing: 'not_told' },
  contacts: Array.from({ length: 50 }, (_, at) => ({
    id: uuid<'contact'>(at),
    kind: 'email',
    value: HOSTILE,
    isPrimary: at === 0,
  })),
  pools: Array.from({ length: 100 }, (_, at) => line(at).pool),
  permission: { kind: 'valid', record },
  verdict: { kind: 'not_yet', because: [{ kind: 'do_not_contact_company', company: HOSTILE.slice(0, 200) }] },
  purpose: 'decline',
  barred: { doNotContact: true, suppressed: ['unsubscribed', 'asked_not_to', 'complaint', 'hard_bounce', 'erased'] },
  facts: Array.from({ length: 500 }, (_, at) => ({
    id: uuid<'fact'>(at),
    kind: 'other_person',
    text: HOSTILE,
    telling: 'may_be_mentioned',
    authorId: uuid<'member'>(1),
    statedAt: NOW,
    changedAt: NOW,
    retractedAt: undefined,
    sourceKind: 'near_miss',
    sourceLink: LINK,
  })),
  timeline: Array.from({ length: 10 }, (_, at) => ({
    id: uuid<'interaction'>(at),
    kind: 'message_sent',
    at: NOW,
    memberId: uuid<'member'>(1),
    text: HOSTILE,
    link: LINK,
    sendId: undefined,
    oneToOne: true,
  })),
  at: '1.x',
  older: `${NOW}.${uuid(1)}`,
  members: new Map([[uuid(1), HOSTILE]]),
  now: NOW,
}

const messages: Readonly<Record<string, { readonly text: string; readonly blocks: unknown }>> = {
  'a page of people': renderPeopleList(page, beholder),
  'nobody found': renderPeopleList(
    {
      ...page,
      people: [],
      total: { exact: 0 },
      loosenings: [0, 1, 2].map((index) => ({ index, without: HOSTILE, count: { more: 10_000 } })),
    },
    beholder,
  ),
  'a query that was not understood': renderSearchRefused({
    kind: 'not_understood',
    text: HOSTILE,
    problems: Array.from({ length: 40 }, () => ({
      kind: 'unknown_value' as const,
      filter: 'pool',
      text: HOSTILE,
      at: { start: 0, end: 1 },
      suggestion: HOSTILE,
      allowed: Array.from({ length: 10 }, () => HOSTILE),
    })),
    repaired: HOSTILE,
    listingId: uuid(1),
    repairedListingId: uuid(2),
  }),
  'a search that took too long': renderSearchRefused({ kind: 'too_slow', text: HOSTILE, listingId: uuid(1) }),
  'the pools': renderPoolOverview({
    pools: Array.from({ length: 10 }, (_, at) => line(at)),
    total: 1_000,
    before: 10,
    hasArchived: true,
  }),
  'no pools': renderPoolOverview({ pools: [], total: 0, before: 0, hasArchived: false }),
  'archived pools': renderArchivedPools(
    { pools: Array.from({ length: 20 }, (_, at) => line(at).pool), more: true },
    LONDON,
  ),
  'a saved pool': renderPoolSaved(poolPage()),
  'the page of a pool': renderPoolPage(poolPage({ query: `${'tier:A '.repeat(60)}|<>` }), LONDON),
  'the page of an archived pool': renderPoolPage(poolPage({ archivedAt: NOW }), LONDON),
  'the history of a pool': renderPoolHistory(
    { pool: poolPage().pool, turns, older: `1760439600000.joined.${uuid(1)}`, isNewest: false },
    LONDON,
  ),
  'a profile': renderProfile(profile, LONDON),
  'a profile of which nothing is known': renderProfile(
    {
      ...profile,
      person: { ...aPerson(uuid<'candidate'>(1)), consideredRole: '' },
      contacts: [],
      pools: [],
      facts: [],
      fields: [],
      ratings: { skill: undefined, values: undefined },
      timeline: [],
      permission: { kind: 'missing' },
      verdict: { kind: 'ok_to_send' },
      barred: { doNotContact: false, suppressed: [] },
      at: undefined,
      older: undefined,
    },
    LONDON,
  ),
  'several people': renderChoice({ kind: 'several', people, more: true }, HOSTILE, beholder),
  'nobody of that name': renderChoice({ kind: 'none', nearest: people.slice(0, 5) }, HOSTILE, beholder),
}
const views = {
  'a pool to edit': renderPoolEdit(poolPage().pool, 'U0123456789', { poolId: uuid(1), respondAt: LINK.slice(0, 900) }),
  'a pool to merge': renderMergePool(
    { pool: line(1).pool, into: Array.from({ length: 100 }, (_, at) => line(at).pool) },
    { poolId: uuid(1) },
  ),
  'a pool to share': renderSharePool(HOSTILE, 9_975, { poolId: uuid(1) }),
  'the lists of somebody': renderListsModal(
    {
      candidateId: uuid<'candidate'>(1),
      fullName: HOSTILE,
      lists: Array.from({ length: 30 }, (_, at) => line(at).pool),
      choices: Array.from({ length: 100 }, (_, at) => line(at).pool),
    },
    true,
  ),
  'the profile as a modal': renderProfileModal(profile, LONDON),
  ...Object.fromEntries(
    (Object.keys(PROFILE_SECTIONS) as ProfileSection[]).map((section) => [
      `the form of ${section}`,
      renderSectionForm({
        section,
        candidateId: uuid(1),
        fullName: HOSTILE,
        entry: entryOf(
          {
            ...biggest(1),
            birthday: asBirthday('02-29'),
            careerStage: 'changing_field',
            employment: 'self_employed',
            email: [HOSTILE],
            phone: [HOSTILE],
            profile: [HOSTILE],
            skillRating: rating,
            valuesRating: rating,
          },
          'U0INES0001',
        ),
        conflicts: Object.fromEntries(fieldsOf(section).map((field) => [field, HOSTILE])),
        warned: { advice: [{ topic: 'health', words: HOSTILE.slice(0, 50) }] },
      }),
    ]),
  ),
  'the form of custom fields': renderCustomForm({
    candidateId: uuid(1),
    fullName: HOSTILE,
    fields: CUSTOM_KINDS.flatMap((kind, of) =>
      Array.from({ length: 4 }, (_, at) => ({
        id: uuid<'custom_field'>(of * 4 + at),
        name: '&'.repeat(40),
        kind,
        choices: Array.from({ length: 20 }, (_, choice) => `${choice} ${'&'.repeat(57)}`),
      })),
    ),
    values: Object.fromEntries(Array.from({ length: 20 }, (_, at) => [uuid(at), '&'.repeat(300)])),
    conflicts: Object.fromEntries(Array.from({ length: 20 }, (_, at) => [uuid(at), HOSTILE])),
    warned: Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [
        uuid(at),
        [{ topic: 'orientation', words: HOSTILE.slice(0, 50) }] as const,
      ]),
    ),
  }),
  'the query in a modal': renderEditModal('&'.repeat(3_000), {
    respondAt: `https://hooks.slack.com/${'x'.repeat(900)}`,
  }),
  'the form for a query': renderBuilder(
    {
      ...formOfText('&'.repeat(3_000)),
      words: HOSTILE,
      skillsAll: HOSTILE,
      skillsAny: HOSTILE,
      location: HOSTILE,
      role: HOSTILE,
      seniority: SENIORITIES,
      function: JOB_FUNCTIONS,
      tier: TIERS,
      standing: STANDINGS,
      reason: NOT_HIRED_REASONS,
      kind: KINDS,
      consent: CONSENT_STATES,
      owner: Array.from({ length: 40 }, (_, at) => `U0INES00${at}`),
      remote: 'yes',
      rated: '4',
      quiet: '90d',
      sort: 'name',
    },
    { respondAt: `https://hooks.slack.com/${'x'.repeat(900)}` },
  ),
  'the form for a query, empty': renderBuilder(formOfText(''), {}),
  'the pool modal': renderPoolModal({
    cadenceDays: 730,
    query: '&'.repeat(3_000),
    owner: 'U0INES0001',
    meta: { respondAt: `https://hooks.slack.com/${'x'.repeat(900)}` },
  }),
}

describe('what the search shows at its biggest', () => {
  it.each(Object.entries(messages))('%s is a message that Slack takes', (_name, { text, blocks }) => {
    expect(() => checkMessageBlocks(JSON.parse(JSON.stringify(blocks)))).not.toThrow()
    expect(text).not.toBe('')
  })

  it.each(Object.entries(views))('%s is a view that Slack takes', (_name, view) => {
    expect(() => checkView(JSON.parse(JSON.stringify(view)) as never)).not.toThrow()
  })

  it('never lets a mention through, wherever somebody wrote one', () => {
    const { 'the profile as a modal': modal } = views
    const mrkdwn = JSON.stringify([messages, modal]).match(/"type":"mrkdwn","text":"(?:[^"\\]|\\.)*"/g) ?? []
    expect(mrkdwn.length).toBeGreaterThan(100)
    expect(mrkdwn.filter((text) => text.includes('<!channel'))).toEqual([])
  })

  it('tells in a notification how many were found, never who', () => {
    const found = renderPeopleList(
      { ...page, people: people.map((one) => ({ ...one, fullName: 'Ana Souza' })) },
      beholder,
    )
    expect(found.text).toBe('Found: 10,000+ people.')
  })
})
