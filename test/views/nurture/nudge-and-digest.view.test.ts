import { describe, expect, it } from 'vitest'
import { checkMessageBlocks } from '../../../simulator/block-kit/check.ts'
import { SENIORITIES } from '../../../src/domain/candidate/candidate.ts'
import { CURRENCY_CODES } from '../../../src/domain/jobs/money.ts'
import { medianOf } from '../../../src/domain/metrics/median.ts'
import { FUNNEL, type WeekNumbers } from '../../../src/domain/metrics/numbers.ts'
import { weekBefore } from '../../../src/domain/metrics/weeks.ts'
import { DUE_KINDS } from '../../../src/domain/nurture/due.ts'
import type { CandidateId, MemberId, PoolId } from '../../../src/domain/shared/ids.ts'
import { type Day, instant, UTC } from '../../../src/domain/shared/time.ts'
import type { DigestModel } from '../../../src/usecases/metrics/load-digest.ts'
import type { NudgeModel, NudgeRow } from '../../../src/usecases/nurture/load-nudge.ts'
import { renderJobs } from '../../../src/views/clock-jobs/blocks.ts'
import { renderDigest } from '../../../src/views/digest/blocks.ts'
import { renderDefinitions, renderMetrics } from '../../../src/views/metrics/blocks.ts'
import { renderNudge, renderNudgeLine } from '../../../src/views/nudge/blocks.ts'
import { aCandidate } from '../../support/a-candidate.ts'

const HOSTILE = '<!channel> *& <https://evil.example|x>\n'
const LONG = HOSTILE.repeat(200)
const MANY = 9_999_999

const row = (index: number, change: Partial<NudgeRow> = {}): NudgeRow => ({
  person: aCandidate({ id: `p${index}` as CandidateId, fullName: LONG, consideredRole: LONG }),
  kind: DUE_KINDS[index % DUE_KINDS.length] ?? 'quiet',
  reply: { text: LONG, at: instant('2026-02-27T10:00:00Z') },
  promise: LONG,
  job: { title: LONG, openedAt: instant('2026-03-01T10:00:00Z') },
  done: undefined,
  ...change,
})
const nudge = (rows: readonly NudgeRow[], rest = 4): NudgeModel => ({
  name: 'Ines Moreau',
  slackUserId: 'U0INES0001',
  day: '2026-03-02' as Day,
  zone: UTC,
  rows,
  rest,
})

describe('a nudge', () => {
  it('fits and is inert, however long and hostile what people wrote is', () => {
    // A recruiter who works off what there is may see three times as many as one morning begins with.
    const { blocks } = renderNudge(nudge(Array.from({ length: 15 }, (_, index) => row(index))))
    expect(() => checkMessageBlocks(blocks)).not.toThrow()
    expect(JSON.stringify(blocks)).not.toMatch(/<[!h]/)
  })
  it('reads as a colleague would say it', () => {
    const ana = aCandidate({ standingDay: '2025-09-01' as Day, lastTouchAt: instant('2025-11-28T10:00:00Z') })
    const plain = { reply: undefined, promise: undefined, job: undefined }
    const said = (change: Partial<NudgeRow>) =>
      JSON.stringify(renderNudge(nudge([row(0, { ...plain, person: ana, ...change })])).blocks[2])
    expect(renderNudge(nudge([row(0), row(1), row(2)])).text).toBe(
      'Ines, 3 people worth a word today (about 6 min; 4 can wait)',
    )
    expect(said({ kind: 'reply', reply: { text: 'Happy to talk.', at: instant('2026-02-27T10:00:00Z') } })).toContain(
      '*Ana Souza* replied on Friday: “Happy to talk.” Senior SRE, runner-up, September.',
    )
    expect(said({ kind: 'promise', promise: 'in the autumn' })).toContain(
      'You promised “in the autumn”. 94 days quiet.',
    )
    expect(
      said({ kind: 'job_opened', job: { title: 'Staff SRE', openedAt: instant('2026-03-01T10:00:00Z') } }),
    ).toContain('*Staff SRE* opened yesterday, and it is like theirs. 94 days quiet.')
    expect(said({ kind: 'tier_a' })).toContain('Tier A: would hire today. 94 days quiet.')
    expect(said({ kind: 'quiet', person: aCandidate({ lastTouchAt: undefined }) })).toContain('Never contacted.')
  })
  it('names nobody on its line for a channel that everybody may read', () => {
    const { blocks, text } = renderNudgeLine(nudge([row(0, { person: aCandidate() })]))
    expect(JSON.stringify(blocks) + text).not.toContain('Ana Souza')
    expect(text).toContain('Ines has 1 person worth a word today (about 2 min)')
  })
  it('thanks where everybody of the day had a word', () => {
    const all = nudge([row(0, { done: 'acted' }), row(1, { done: 'snoozed' })])
    expect(renderNudge(all).text).toBe('Ines, all 2 people of today had a word. Thank you.')
    expect(renderNudge(all).blocks.some(({ type }) => type === 'actions')).toBe(false)
  })
})

const rate = { n: MANY, d: MANY }
const median = { days: MANY, n: MANY }
const cost = { total: MANY * 2_147_483_647, n: MANY }
const biggest: WeekNumbers = {
  keptInTouch: { n: 1, d: MANY },
  overdueWithoutOwner: MANY,
  restarted: MANY,
  interviews: MANY,
  sent: MANY,
  replied: MANY,
  cohort: { delivered: MANY, replied: MANY, interested: MANY },
  followUp: rate,
  added: MANY,
  flagged: MANY,
  notTold: MANY,
  repliesWaiting: MANY,
  draftsWaiting: MANY,
  year: {
    hires: { n: 1, d: MANY },
    daysToHire: { pools: median, others: median },
    daysToFill: { pools: median, others: median },
    offers: rate,
    offersOf: { pools: rate, others: rate },
    costs: CURRENCY_CODES.map((currency) => ({ currency, pools: cost, others: cost })),
    funnel: FUNNEL.map((step) => ({ step, entered: MANY, left: MANY })),
    unsubscribed: rate,
    bounced: rate,
    attention: (['seniority', 'kind'] as const).map((by) => ({
      by,
      groups: SENIORITIES.map((group, index) => ({ group, n: index, d: MANY })),
    })),
    sources: Array.from({ length: 20 }, (_, index) => ({ source: `source_${index}`, hires: MANY })),
  },
  thanks: [{ memberId: 'm' as MemberId, flags: MANY }],
}
const digest = (change: Partial<DigestModel> = {}): DigestModel => ({
  span: weekBefore('2026-03-02' as Day, UTC),
  now: biggest,
  before: biggest,
  pools: Array.from({ length: 40 }, (_, index) => ({
    poolId: `p${index}` as PoolId,
    name: LONG,
    size: MANY,
    inTouch: MANY,
    fresh: MANY,
    hiredThisYear: MANY,
    week: index % 2 === 0 ? undefined : { sent: MANY, replied: MANY, hired: MANY },
  })),
  cadenceDays: 90,
  zone: UTC,
  goals: { poolHiresPercent: 25, by: '2026-12-31' as Day },
  helpers: [{ id: 'm' as MemberId, slackUserId: 'U0TOM00001' }],
  byHand: false,
  pictures: [
    { kind: 'engagement', fileId: 'F0PICTURE1' },
    { kind: 'funnel', fileId: 'F0PICTURE2' },
  ],
  trend: Array.from({ length: 8 }, () => ({ keptInTouch: rate, sent: MANY, replied: MANY })),
  goalPercent: 25,
  ...change,
})

describe('a digest', () => {
  it('fits at its biggest, *Kept in touch* first', () => {
    const { blocks } = renderDigest(digest())
    expect(() => checkMessageBlocks(blocks)).not.toThrow()
    const words = JSON.stringify(blocks)
    expect(words.indexOf('Kept in touch')).toBeLessThan(words.indexOf('Replies'))
  })
  it('of an empty workspace says – instead of 0 %, and what to do first', () => {
    const none = { n: 0, d: 0 }
    const empty: WeekNumbers = {
      ...biggest,
      keptInTouch: none,
      followUp: none,
      cohort: { delivered: 0, replied: 0, interested: 0 },
      thanks: [],
      restarted: 0,
      interviews: 0,
      added: 0,
      notTold: 0,
      repliesWaiting: 0,
      draftsWaiting: 0,
      overdueWithoutOwner: 0,
      year: {
        hires: none,
        offers: none,
        offersOf: { pools: none, others: none },
        costs: [],
        funnel: [],
        unsubscribed: none,
        bounced: none,
        attention: [],
        sources: [],
        daysToHire: { pools: medianOf([]), others: medianOf([]) },
        daysToFill: { pools: medianOf([]), others: medianOf([]) },
      },
    }
    const { blocks } = renderDigest(digest({ now: empty, before: empty, pools: [], goals: undefined, pictures: [] }))
    expect(() => checkMessageBlocks(blocks)).not.toThrow()
    const words = JSON.stringify(blocks)
    expect(words).toContain('*Kept in touch*  –, last week –')
    expect(words).toContain('No pools yet. `/pool new`')
    expect(words).not.toContain('0 %')
  })
  it('owns up to a picture that could not be brought along, and says nothing of one that has nothing to show', () => {
    const words = (pictures: DigestModel['pictures']) => JSON.stringify(renderDigest(digest({ pictures })).blocks)
    const one = words([
      { kind: 'engagement', fileId: 'F0PICTURE1' },
      { kind: 'funnel', fileId: undefined },
    ])
    expect(one).toContain('A picture could not be brought along this time. The numbers are all here')
    expect(one).toContain('F0PICTURE1')
    expect(words([])).not.toContain('could not be brought')
  })
  it('is shown on demand at the same size, with what the numbers mean', () => {
    expect(() => checkMessageBlocks(renderMetrics(digest()).blocks)).not.toThrow()
    expect(() => checkMessageBlocks(renderDefinitions().blocks)).not.toThrow()
  })
})

describe('the list of what runs by the clock', () => {
  it('fits with as many people as a workspace may have', () => {
    const at = instant('2026-03-02T08:30:00Z')
    const nudged = Array.from({ length: 1_000 }, (_, index) => ({ slackUserId: `U0${index}`, people: 5 }))
    const run = {
      job: 'nudge',
      slot: '2026-03-02',
      startedAt: at,
      finishedAt: at,
      outcome: 'done',
      byHand: false,
      nudged,
    } as const
    const { blocks } = renderJobs([{ job: 'nudge', next: at, channel: LONG, runs: [run, run, run] }])
    expect(() => checkMessageBlocks(blocks)).not.toThrow()
  })
})
