import { expect, it } from 'vitest'
import type { CandidateId } from '../../../src/domain/shared/ids.ts'
import { DAY, type Day, plus } from '../../../src/domain/shared/time.ts'
import { wakeForJob } from '../../../src/usecases/people/snooze-for-job.ts'
import { restoreSnooze, snoozePerson, wakePerson } from '../../../src/usecases/people/snooze-person.ts'
import type { Job } from '../../../src/usecases/ports/workspace.ts'
import { onQuickDatabase } from '../../support/database.ts'
import { draftBy } from '../../support/drafting.ts'
import { outreachWorld, type World } from '../../support/outreach-world.ts'

const personOf = async (world: World, id: CandidateId) => {
  const person = await world.run((tx) => tx.candidates.get(id))
  if (person === undefined) throw new Error('Nobody')
  return person
}
const lastEntry = async (world: World, id: CandidateId) =>
  (await world.run((tx) => tx.candidates.timeline(id, 1)))[0]?.text

const aJob = (world: World, change: Partial<Job> = {}): Job => ({
  id: world.system().newId<'job'>(),
  title: 'Staff SRE',
  location: undefined,
  remoteOk: false,
  skills: [],
  managerId: undefined,
  openedAt: world.now(),
  closedAt: undefined,
  ...change,
})

onQuickDatabase('snoozing somebody', (db) => {
  it('leaves them in peace until the day, says so on the timeline, and is over on that day', async () => {
    const world = await outreachWorld(db())
    const candidateId = await world.addPerson()
    const snoozed = await snoozePerson(await world.as('UINES'), { candidateId, choice: 'three_months' })
    expect(snoozed).toMatchObject({ value: { snooze: { until: '2026-06-02', for: '' }, before: null } })
    expect(await personOf(world, candidateId)).toMatchObject({ snoozedUntil: '2026-06-02', snoozedFor: undefined })
    expect(await lastEntry(world, candidateId)).toBe('Snoozed until 2 June 2026')
    expect(await wakePerson(await world.as('UINES'), { candidateId })).toMatchObject({ value: { snooze: null } })
    expect(await personOf(world, candidateId)).toMatchObject({ snoozedUntil: undefined })
    await snoozePerson(await world.as('UINES'), { candidateId, choice: 'one_month' })
    world.pass(31 * DAY)
    expect(await wakePerson(await world.as('UINES'), { candidateId })).toMatchObject({
      refusal: { kind: 'not_snoozed' },
    })
  })

  it('is undone to what was before', async () => {
    const world = await outreachWorld(db())
    const candidateId = await world.addPerson()
    await snoozePerson(await world.as('UINES'), { candidateId, choice: 'similar_job' })
    const again = await snoozePerson(await world.as('UINES'), { candidateId, choice: 'one_month' })
    expect(again).toMatchObject({ value: { before: { until: '2027-03-02', for: 'similar_job' } } })
    const before = { until: '2027-03-02', for: 'similar_job' } as const
    expect(await restoreSnooze(await world.as('UINES'), { candidateId, ...before })).toMatchObject({ ok: true })
    expect(await personOf(world, candidateId)).toMatchObject({ snoozedUntil: '2027-03-02', snoozedFor: 'similar_job' })
    expect(await restoreSnooze(await world.as('UINES'), { candidateId, until: '', for: '' })).toMatchObject({
      ok: true,
    })
    expect(await personOf(world, candidateId)).toMatchObject({ snoozedUntil: undefined, snoozedFor: undefined })
    expect(await restoreSnooze(await world.as('UINES'), { candidateId, until: 'never', for: '' })).toMatchObject({
      refusal: { kind: 'no_such_day' },
    })
  })

  it('is not undone where somebody decided otherwise since', async () => {
    const world = await outreachWorld(db())
    const candidateId = await world.addPerson()
    const hers = await snoozePerson(await world.as('UINES'), { candidateId, choice: 'one_month' })
    if (!hers.ok || hers.value.snooze === null) throw new Error('refused')
    const undo = { candidateId, until: '', for: '', done: hers.value.snooze } as const
    await snoozePerson(await world.as('UBEN'), { candidateId, choice: 'day', day: '2026-09-01' })
    const refused = { ok: false, refusal: { kind: 'snoozed_since' } }
    expect(await restoreSnooze(await world.as('UINES'), undo)).toEqual(refused)
    expect(await personOf(world, candidateId)).toMatchObject({ snoozedUntil: '2026-09-01' })
    await wakePerson(await world.as('UBEN'), { candidateId })
    expect(await restoreSnooze(await world.as('UINES'), undo)).toEqual(refused)
    // Nor by the button of a wake, where they were snoozed again.
    await snoozePerson(await world.as('UBEN'), { candidateId, choice: 'similar_job' })
    const rewake = { candidateId, until: '2026-09-01', for: '', done: { until: '', for: '' } } as const
    expect(await restoreSnooze(await world.as('UINES'), rewake)).toEqual(refused)
  })

  it('is undone as long as it stands, and where it has run out by itself', async () => {
    const world = await outreachWorld(db())
    const candidateId = await world.addPerson()
    const first = await snoozePerson(await world.as('UINES'), { candidateId, choice: 'six_months' })
    const second = await snoozePerson(await world.as('UINES'), { candidateId, choice: 'similar_job' })
    if (!first.ok || !second.ok || first.value.snooze === null || second.value.snooze === null) throw new Error('no')
    const back = { candidateId, ...first.value.snooze, done: second.value.snooze }
    expect(await restoreSnooze(await world.as('UINES'), back)).toMatchObject({ ok: true })
    expect(await personOf(world, candidateId)).toMatchObject({ snoozedUntil: '2026-09-02', snoozedFor: undefined })
    const woken = await wakePerson(await world.as('UINES'), { candidateId })
    if (!woken.ok) throw new Error('refused')
    const asleep = { candidateId, ...first.value.snooze, done: { until: '', for: '' } as const }
    expect(await restoreSnooze(await world.as('UINES'), asleep)).toMatchObject({ ok: true })
    world.pass(200 * DAY)
    const over = { candidateId, until: '', for: '', done: first.value.snooze } as const
    expect(await restoreSnooze(await world.as('UINES'), over)).toMatchObject({ ok: true })
  })

  it('refuses no day, a day that has passed, one that is too far, and whoever may not', async () => {
    const world = await outreachWorld(db())
    const candidateId = await world.addPerson()
    const kind = async (day: string) => {
      const answer = await snoozePerson(await world.as('UINES'), { candidateId, choice: 'day', day })
      return answer.ok ? 'ok' : answer.refusal.kind
    }
    expect(await kind('')).toBe('day_needed')
    expect(await kind('2026-02-30')).toBe('no_such_day')
    expect(await kind('2026-03-02')).toBe('day_passed')
    expect(await kind('2029-01-01')).toBe('too_far')
    const manager = await snoozePerson(await world.as('UTOM'), { candidateId, choice: 'one_month' })
    expect(manager).toMatchObject({ refusal: { kind: 'not_allowed' } })
    const nobody = { candidateId: world.system().newId<'candidate'>(), choice: 'one_month' as const }
    expect(await snoozePerson(await world.as('UINES'), nobody)).toMatchObject({ refusal: { kind: 'no_such_person' } })
    expect(await personOf(world, candidateId)).toMatchObject({ snoozedUntil: undefined })
  })

  it('keeps nobody from writing to them', async () => {
    const world = await outreachWorld(db())
    const candidateId = await world.addPerson()
    await snoozePerson(await world.as('UINES'), { candidateId, choice: 'one_month' })
    expect(await draftBy(world, candidateId, 'UINES')).toMatchObject({ candidateId })
  })

  it('happens once for one form', async () => {
    const world = await outreachWorld(db())
    const candidateId = await world.addPerson()
    for (const key of ['view', 'view'])
      await snoozePerson(await world.as('UINES', key), { candidateId, choice: 'one_month' })
    expect(await world.run((tx) => tx.candidates.timeline(candidateId, 10))).toHaveLength(1)
  })
})

onQuickDatabase('a job that opens', (db) => {
  it('wakes whoever was snoozed until one like theirs does, and nobody else', async () => {
    const world = await outreachWorld(db())
    const ines = () => world.as('UINES')
    const waiting = await world.addPerson({ consideredRole: 'Senior SRE' })
    const designer = await world.addPerson({ consideredRole: 'Product Designer' })
    const byDay = await world.addPerson({ consideredRole: 'Senior SRE' })
    await snoozePerson(await ines(), { candidateId: waiting, choice: 'similar_job' })
    await snoozePerson(await ines(), { candidateId: designer, choice: 'similar_job' })
    await snoozePerson(await ines(), { candidateId: byDay, choice: 'six_months' })
    const system = world.system()
    const opened = aJob(world)
    const woken = await system.uow.run(async (tx) => {
      await tx.jobs.insert(opened)
      return wakeForJob(system, tx, opened)
    })
    expect(woken).toEqual([waiting])
    expect(await personOf(world, waiting)).toMatchObject({ snoozedUntil: undefined, snoozedFor: undefined })
    expect(await lastEntry(world, waiting)).toBe('Snooze ended: Staff SRE opened')
    expect(await personOf(world, designer)).toMatchObject({ snoozedFor: 'similar_job' })
    expect(await personOf(world, byDay)).toMatchObject({ snoozedUntil: '2026-09-02' as Day })
    const later = world.system()
    expect(await later.uow.run((tx) => wakeForJob(later, tx, aJob(world)))).toEqual([])
  })

  it('finds nobody whose year of waiting is over', async () => {
    const world = await outreachWorld(db())
    const candidateId = await world.addPerson()
    await snoozePerson(await world.as('UINES'), { candidateId, choice: 'similar_job' })
    world.pass(366 * DAY)
    const system = world.system()
    expect(
      await system.uow.run((tx) => wakeForJob(system, tx, aJob(world, { openedAt: plus(world.now(), 0) }))),
    ).toEqual([])
  })
})
