import { describe, expect, it } from 'vitest'
import { DAY, HOUR, instant } from '../../../src/domain/shared/time.ts'
import { closeJob, undoCloseJob } from '../../../src/usecases/jobs/close-job.ts'
import { openJob, undoOpenJob } from '../../../src/usecases/jobs/open-job.ts'
import { wasInPool } from '../../../src/usecases/jobs/was-in-pool.ts'
import { writeDraft } from '../../../src/usecases/outreach/write-draft.ts'
import { restoreSnooze, snoozePerson } from '../../../src/usecases/people/snooze-person.ts'
import { besides, personCalled } from '../../commands/outreach/seeing.ts'
import { aWorld } from '../../support/app.ts'

let ahead = 0
const world = aWorld({ sample: true, overrides: { now: () => instant(Date.now() + ahead) } })
const ines = () => besides(world(), world().hands.ines)
const today = () => new Date(Date.now() + ahead).toISOString().slice(0, 10)
const day = (days: number) => new Date(Date.now() + ahead + days * DAY).toISOString().slice(0, 10)
const NOWHERE = '01900000-0000-7000-8000-000000000000'
const JOB = { title: 'Senior SRE', location: 'Lisbon', remoteOk: true, skills: 'Kubernetes' }

async function opened(change: object = {}): Promise<string> {
  const done = await openJob(await ines(), { ...JOB, openedOn: today(), ...change })
  if (!done.ok) throw new Error(JSON.stringify(done.refusal))
  return done.value.jobId
}

describe('opening a job', () => {
  it('is refused where an answer cannot be', async () => {
    for (const [change, kind] of [
      [{ openedOn: '' }, 'no_such_day'],
      [{ openedOn: day(2) }, 'day_in_future'],
      [{ openedOn: '2001-01-01' }, 'day_too_old'],
      [{ skills: Array.from({ length: 31 }, (_, at) => `skill ${at}`).join(',') }, 'too_many_skills'],
      [{ managerId: NOWHERE }, 'unknown_manager'],
    ] as const)
      expect(await openJob(await ines(), { ...JOB, openedOn: today(), ...change })).toEqual({
        ok: false,
        refusal: { kind },
      })
    expect(await openJob(await ines(), { ...JOB, openedOn: today(), title: ' ' })).toMatchObject({
      ok: false,
      refusal: { kind: 'bad_input' },
    })
  })

  it('brings back whoever waits for a job like theirs, and Undo lets them wait again', async () => {
    const candidateId = await personCalled(world(), 'Ana Souza')
    await snoozePerson(await ines(), { candidateId, choice: 'similar_job' })
    const person = async () => (await ines()).uow.run((tx) => tx.candidates.get(candidateId as never))
    expect((await person())?.snoozedFor).toBe('similar_job')
    const until = day(40)
    const chosen = { candidateId, until, for: 'similar_job' as const }
    expect(await restoreSnooze(await ines(), chosen)).toMatchObject({ ok: true })
    const jobId = await opened()
    expect((await person())?.snoozedFor).toBeUndefined()
    expect(await undoOpenJob(await ines(), { jobId })).toEqual({ ok: true, value: null })
    expect(await person()).toMatchObject({ snoozedFor: 'similar_job', snoozedUntil: until })
  })

  it('leaves alone by its Undo whom somebody snoozed anew since', async () => {
    const candidateId = await personCalled(world(), 'Ana Souza')
    await restoreSnooze(await ines(), { candidateId, until: day(40), for: 'similar_job' })
    const jobId = await opened()
    await snoozePerson(await ines(), { candidateId, choice: 'day', day: day(9) })
    expect(await undoOpenJob(await ines(), { jobId })).toEqual({ ok: true, value: null })
    const person = await (await ines()).uow.run((tx) => tx.candidates.get(candidateId as never))
    expect(person).toMatchObject({ snoozedUntil: day(9), snoozedFor: undefined })
  })

  it('is taken back only by whoever did it, within the day, and while nobody works with it', async () => {
    const jobId = await opened()
    const ben = await besides(world(), world().hands.ben)
    expect(await undoOpenJob(ben, { jobId })).toEqual({ ok: false, refusal: { kind: 'not_yours' } })
    await writeDraft(await ines(), { candidateId: await personCalled(world(), 'Jonas Berg'), jobId })
    expect(await undoOpenJob(await ines(), { jobId })).toEqual({ ok: false, refusal: { kind: 'too_late' } })
    const other = await opened()
    ahead += 25 * HOUR
    expect(await undoOpenJob(await ines(), { jobId: other })).toEqual({ ok: false, refusal: { kind: 'too_late' } })
    expect(await undoOpenJob(await ines(), { jobId: NOWHERE })).toEqual({ ok: false, refusal: { kind: 'job_gone' } })
  })
})

describe('closing a job', () => {
  const filled = { outcome: 'hired', source: 'referral' } as const
  it('is refused with what is wrong beside each field', async () => {
    const jobId = await opened({ openedOn: day(-3) })
    for (const [entry, problems] of [
      [{}, { acceptedOn: 'day_needed' }],
      [{ acceptedOn: day(1) }, { acceptedOn: 'day_in_future' }],
      [{ acceptedOn: day(-5) }, { acceptedOn: 'before_opening' }],
      [{ acceptedOn: today(), appliedOn: day(1) }, { appliedOn: 'day_in_future' }],
      [{ acceptedOn: day(-1), appliedOn: today() }, { appliedOn: 'after_acceptance' }],
      [{ acceptedOn: today(), openedOn: 'x' }, { openedOn: 'no_such_day' }],
      [{ acceptedOn: today(), internalCost: 'much', currency: 'GBP' as const }, { internalCost: 'not_an_amount' }],
      [{ acceptedOn: today(), externalCost: '12' }, { currency: 'currency_needed' }],
    ] as const)
      expect(await closeJob(await ines(), { jobId, ...filled, ...entry })).toEqual({
        ok: false,
        refusal: { kind: 'fields', problems },
      })
    expect(await closeJob(await ines(), { jobId, outcome: 'hired', acceptedOn: today() })).toMatchObject({
      refusal: { problems: { source: 'source_needed' } },
    })
    expect(await closeJob(await ines(), { jobId, ...filled, acceptedOn: today(), candidateId: NOWHERE })).toEqual({
      ok: false,
      refusal: { kind: 'no_such_person' },
    })
    expect(await closeJob(await ines(), { jobId: NOWHERE, ...filled })).toEqual({
      ok: false,
      refusal: { kind: 'job_gone' },
    })
  })

  it('happens once, and touches nobody where somebody else took it', async () => {
    const jobId = await opened()
    const counted = async () =>
      (await world().app.database.pool.query(`SELECT count(*)::int AS n FROM candidate WHERE standing = 'hired'`)).rows
    const before = await counted()
    expect(await closeJob(await ines(), { jobId, ...filled, acceptedOn: today() })).toMatchObject({ ok: true })
    expect(await counted()).toEqual(before)
    expect(await closeJob(await ines(), { jobId, outcome: 'cancelled' })).toEqual({
      ok: false,
      refusal: { kind: 'job_closed' },
    })
    expect(await writeDraft(await ines(), { candidateId: await personCalled(world(), 'Jonas Berg'), jobId })).toEqual({
      ok: false,
      refusal: { kind: 'job_closed' },
    })
    ahead += 25 * HOUR
    expect(await undoCloseJob(await ines(), { jobId })).toEqual({ ok: false, refusal: { kind: 'too_late' } })
  })

  it('is taken back once', async () => {
    const jobId = await opened()
    await closeJob(await ines(), { jobId, outcome: 'cancelled' })
    expect(await undoCloseJob(await ines(), { jobId })).toEqual({ ok: true, value: { jobId } })
    expect(await undoCloseJob(await ines(), { jobId })).toEqual({ ok: false, refusal: { kind: 'job_open' } })
    expect(await undoCloseJob(await ines(), { jobId: NOWHERE })).toEqual({ ok: false, refusal: { kind: 'job_gone' } })
  })

  it('counts as a hire from a pool only for whoever was in one before', async () => {
    const ctx = await ines()
    const person = async (name: string) => {
      const id = await personCalled(world(), name)
      return ctx.uow.run((tx) => tx.candidates.get(id as never))
    }
    const ana = await person('Ana Souza')
    if (ana === undefined) throw new Error('Ana is there')
    expect(await wasInPool(ctx, ana, today() as never)).toBe(true)
    expect(await wasInPool(ctx, ana, '2001-01-01' as never)).toBe(false)
  })
})
