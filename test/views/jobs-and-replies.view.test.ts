// Cards and forms of jobs and replies at their biggest pass what Slack accepts, and what people wrote stays words.
import { describe, expect, it } from 'vitest'
import { checkMessageBlocks, checkView } from '../../simulator/block-kit/check.ts'
import { criteriaOfJob } from '../../src/domain/jobs/criteria.ts'
import { fitOf, NO_EVIDENCE } from '../../src/domain/jobs/fit.ts'
import { HIRE_SOURCES } from '../../src/domain/jobs/hire.ts'
import { REPLY_DECISIONS, REPLY_ORIGINAL_MAX, REPLY_TEXT_MAX } from '../../src/domain/replies/reply.ts'
import type { Id } from '../../src/domain/shared/ids.ts'
import { type Day, instant, type Zone } from '../../src/domain/shared/time.ts'
import type { JobCardModel } from '../../src/usecases/jobs/load-job-card.ts'
import type { Job } from '../../src/usecases/ports/workspace.ts'
import type { OpenedReply } from '../../src/usecases/replies/load-reply.ts'
import { renderCloseJobModal } from '../../src/views/close-job-modal/blocks.ts'
import { renderFlagNews } from '../../src/views/flag-outcome/blocks.ts'
import { renderChannels, renderJobCard } from '../../src/views/job-card/blocks.ts'
import { renderJobClosed, renderJobList } from '../../src/views/job-list/blocks.ts'
import { renderJobModal } from '../../src/views/job-modal/blocks.ts'
import { renderReplyCard } from '../../src/views/reply-card/blocks.ts'
import { renderLaterModal, renderNotInterestedModal, renderOpenReply } from '../../src/views/reply-card/modals.ts'
import { renderReplyList } from '../../src/views/reply-list/blocks.ts'
import { aCandidate } from '../support/a-candidate.ts'
import { isInert, long } from './hostile.ts'

const NOW = instant('2026-03-02T12:00:00Z')
const zone = 'Europe/London' as Zone
const uuid = <Kind extends string>(number: number) =>
  `00000000-0000-7000-8000-${String(number).padStart(12, '0')}` as Id<Kind>
/** Escaping makes five characters of each. */
const AMPERSANDS = '&'.repeat(40)

const job: Job = {
  id: uuid<'job'>(1),
  title: long(150),
  location: long(120),
  remoteOk: true,
  skills: Array.from({ length: 30 }, (_, at) => `skill-${at}-${AMPERSANDS}`),
  managerId: uuid<'member'>(1),
  seniority: 'executive',
  openedBy: uuid<'member'>(2),
  openedAt: NOW,
  closedAt: undefined,
  outcome: undefined,
}
const person = (number: number) =>
  aCandidate({
    id: uuid<'candidate'>(number),
    fullName: long(200),
    headline: long(500),
    consideredRole: job.title,
    skills: job.skills.slice(0, 15),
    remoteOk: true,
    seniority: 'executive',
    tier: 'A',
    location: long(120),
    ownerId: uuid<'member'>(3),
    lastTouchAt: instant('2021-01-01'),
  })
const card = (change: Partial<JobCardModel> = {}): JobCardModel => {
  const people = Array.from({ length: 60 }, (_, at) => person(at)).map((one) => {
    const fit = fitOf({ ...one, skills: job.skills.slice(0, 15) }, criteriaOfJob(job), NO_EVIDENCE)
    return { person: one, fit, level: '', flaggedBy: uuid<'member'>(4) }
  })
  const names = new Map([3, 4].map((at) => [uuid<'member'>(at), long(200)]))
  return { job, manager: 'U0TOM', who: { people, more: true }, names, owner: undefined, now: NOW, zone, ...change }
}
const fits = (blocks: readonly unknown[]) => {
  const plain = JSON.parse(JSON.stringify(blocks)) as never
  expect(() => checkMessageBlocks(plain)).not.toThrow()
  // Slack takes more in each block, and refuses a message that is too long in all.
  expect(JSON.stringify(blocks).length).toBeLessThan(16_000)
  isInert(blocks)
}
const fitsAsView = (view: unknown) => {
  expect(() => checkView(JSON.parse(JSON.stringify(view)) as never)).not.toThrow()
  isInert(view)
}

describe('what is shown of a job', () => {
  it('fits at its biggest, for whoever opened it and for an owner', () => {
    fits(renderJobCard(card()).blocks)
    fits(renderJobCard(card({ owner: uuid<'member'>(3) })).blocks)
    const sources = HIRE_SOURCES.map((source) => ({ source, hires: 3 }))
    fits(renderJobCard(card({ channels: { hires: 27, sources } })).blocks)
    expect(JSON.stringify(renderChannels({ hires: 7, sources: [{ source: 'referral', hires: 3 }] }).blocks)).toContain(
      'Referral 3 of 7',
    )
    expect(JSON.stringify(renderChannels({ hires: 4, sources: [] }).blocks)).toContain('4 in three years, too few')
    expect(JSON.stringify(renderJobCard(card()).blocks)).toContain('60 of them were flagged by their manager')
    expect(JSON.stringify(renderJobCard(card()).blocks)).toContain('52 more suit it less well')
  })
  it('says so where nobody suits it, the search took too long, it was closed or taken back', () => {
    const words = (model: JobCardModel | 'taken_back') => JSON.stringify(renderJobCard(model).blocks)
    expect(words(card({ who: { people: [], more: false } }))).toContain('Nobody on record suits it yet')
    expect(words(card({ who: 'too_slow' }))).toContain('took too long')
    expect(words(card({ job: { ...job, closedAt: NOW, outcome: 'hired' } }))).toContain('is filled')
    expect(words(card({ job: { ...job, closedAt: NOW, outcome: 'cancelled' } }))).toContain('was cancelled')
    expect(words('taken_back')).toContain('taken back')
  })
  it('fits in lists and forms', () => {
    const jobs = Array.from({ length: 15 }, (_, at) => ({ job: { ...job, id: uuid<'job'>(at) }, manager: long(200) }))
    const list = renderJobList({ jobs, more: true, now: NOW }, zone)
    expect(() => checkMessageBlocks(JSON.parse(JSON.stringify(list.blocks)) as never)).not.toThrow()
    isInert(list.blocks)
    fits(renderJobList({ jobs: [], more: false, now: NOW }, zone).blocks)
    fits(renderJobClosed({ jobId: job.id, outcome: 'hired', title: job.title }, job.title).blocks)
    fitsAsView(renderJobModal({ job: { ...job, skills: [...job.skills] } as never, today: '2026-03-02' as Day }))
    fitsAsView(renderCloseJobModal({ job, openedOn: '2026-03-02', today: '2026-03-02' }))
  })
})

const reply = (change: Partial<OpenedReply['reply']> = {}): OpenedReply => ({
  reply: {
    id: uuid<'reply'>(1),
    candidateId: uuid<'candidate'>(1),
    sendId: undefined,
    contactId: undefined,
    messageId: '<1@example.com>',
    receivedAt: NOW,
    text: long(REPLY_TEXT_MAX),
    original: AMPERSANDS.repeat(REPLY_ORIGINAL_MAX / 40),
    state: 'waiting',
    laterOn: undefined,
    decidedBy: undefined,
    decidedAt: undefined,
    ...change,
  },
  person: aCandidate({ fullName: long(200), consideredRole: long(150) }),
  subject: long(500),
  decidedBy: 'U0INES',
  proposed: '2026-04-01' as Day,
  asksToStop: true,
  today: '2026-03-02' as Day,
})

describe('what is shown of a reply', () => {
  it('fits at its biggest, in every state', () => {
    for (const state of ['waiting', 'done', ...REPLY_DECISIONS] as const)
      fits(renderReplyCard(reply({ state, laterOn: '2026-04-01' as Day, decidedAt: NOW })).blocks)
    fits(renderReplyCard(reply({ text: '\n'.repeat(REPLY_TEXT_MAX) })).blocks)
    fits(renderReplyCard(reply({ text: '' })).blocks)
  })
  it('that was answered can still be told what it means', () => {
    const shown = JSON.stringify(renderReplyCard(reply({ state: 'done', decidedAt: NOW })).blocks)
    for (const word of ['Interested now', 'Later', 'Not interested', 'Wrong person', 'Undo', '<@U0INES>: answered'])
      expect(shown).toContain(word)
    expect(shown).not.toContain('primary')
  })
  it('can be read in whole, every line behind the bar of a quotation', () => {
    fitsAsView(renderOpenReply(reply()))
    fitsAsView(renderOpenReply(reply({ text: '\n'.repeat(REPLY_TEXT_MAX), original: undefined })))
    const shown = JSON.stringify(renderOpenReply(reply({ text: `begin${'x'.repeat(5_000)}end`, original: undefined })))
    expect(shown).toContain('begin')
    expect(shown).toContain('end')
    expect(shown.match(/x/g)?.length).toBeGreaterThanOrEqual(5_000)
  })
  it('fits in its forms, which begin with what they seem to ask for', () => {
    fitsAsView(renderLaterModal(reply()))
    expect(JSON.stringify(renderLaterModal(reply()))).toContain('"initial_date":"2026-04-01"')
    expect(JSON.stringify(renderLaterModal({ ...reply(), proposed: undefined }))).not.toContain('initial_date')
    fitsAsView(renderNotInterestedModal(reply()))
    expect(JSON.stringify(renderNotInterestedModal({ ...reply(), asksToStop: false }))).not.toContain('initial_options')
  })
  it('fits in the list of those that wait', () => {
    const rows = Array.from({ length: 15 }, (_, at) => ({
      reply: reply({ id: uuid<'reply'>(at) }).reply,
      person: aCandidate({ fullName: long(200) }),
      owner: at % 2 === 0 ? undefined : long(200),
    }))
    fits(renderReplyList({ rows, more: true }).blocks)
    expect(JSON.stringify(renderReplyList({ rows: [], more: false }))).toContain('No reply waits')
  })
  it('is told to whoever flagged them without a word of it', () => {
    const told = { fullName: long(200), role: long(150), flagId: uuid<'near_miss'>(1) }
    for (const news of ['interested', 'hired', 'taken_back', 'interview', 'not_further'] as const)
      for (const isReferral of [true, false])
        for (const muted of [true, false]) fits(renderFlagNews({ ...told, news, isReferral, muted }).blocks)
  })
})
