// A job that opened is a reason to write to whoever did the like, however their title is spelt.
import { expect, it } from 'vitest'
import type { CandidateId } from '../../../src/domain/shared/ids.ts'
import { addDays, DAY, dayIn, plus } from '../../../src/domain/shared/time.ts'
import { findDue } from '../../../src/usecases/nurture/find-due.ts'
import { wakeForJob } from '../../../src/usecases/people/snooze-for-job.ts'
import { snoozePerson } from '../../../src/usecases/people/snooze-person.ts'
import type { Job } from '../../../src/usecases/ports/workspace.ts'
import { onQuickDatabase } from '../../support/database.ts'
import type { Person } from '../../support/outreach-rows.ts'
import { outreachWorld, type World } from '../../support/outreach-world.ts'

const opens = async (world: World, change: Partial<Job> & Pick<Job, 'title'>): Promise<Job> => {
  const system = world.system()
  const job: Job = {
    id: system.newId<'job'>(),
    location: undefined,
    remoteOk: true,
    skills: [],
    managerId: undefined,
    openedAt: world.now(),
    closedAt: undefined,
    ...change,
  }
  await system.uow.run(async (tx) => {
    await tx.jobs.insert(job)
    await wakeForJob(system, tx, job)
  })
  return job
}
/** Whom Ines hears of because of a job, in the order in which she does. */
const heard = async (world: World): Promise<readonly CandidateId[]> => {
  const ctx = await world.as('UINES')
  const { zone } = world.workspace
  const day = dayIn(world.now(), zone)
  const rules = { day, now: world.now(), zone, cadenceDays: 365, toldNoBefore: addDays(day, -90) }
  const { dues } = await ctx.uow.run((tx) => findDue(ctx, tx, rules, 50))
  return dues.flatMap(({ kind, candidateId }) => (kind === 'job_opened' ? [candidateId] : []))
}
const hers = (world: World, consideredRole: string, change: Person = {}) =>
  world.addPerson({ ownerId: world.ines.memberId, consideredRole, ...change })

onQuickDatabase('whom a job that opened brings up', (db) => {
  it.each([
    ['SRE', 'Site Reliability Engineer'],
    ['Senior SRE', 'Senior Site Reliability Engineer'],
    ['Site Reliability Engineer', 'SRE'],
    ['Back-end Developer', 'Backend Engineer'],
    ['Full-stack developer', 'Fullstack Engineer'],
    ['AE', 'Account Executive'],
    ['Ingénieur', 'Ingenieur'],
    ['Software Developer', 'Software Engineer'],
    ['Dev-Ops engineer', 'DevOps Engineer'],
    ['Product Designer', 'Product Designer'],
    ['Recruiter', 'Talent Recruiter'],
  ])('is who was considered as %s where it is called %s', async (theirs, title) => {
    const world = await outreachWorld(db())
    const person = await hers(world, theirs)
    const other = await hers(world, 'Maintenance Painter')
    world.pass(DAY)
    await opens(world, { title })
    expect(await heard(world)).toEqual([person])
    expect(await heard(world)).not.toContain(other)
  })

  it('is not somebody whose title only holds the same letters, nor who shares a trade and nothing else', async () => {
    const world = await outreachWorld(db())
    await hers(world, 'Maiden Voyage Planner')
    await hers(world, 'Civil Engineer')
    world.pass(DAY)
    await opens(world, { title: 'AI Engineer', skills: ['python'] })
    expect(await heard(world)).toEqual([])
  })

  it('is tier A however many others of the trade were quiet for longer', async () => {
    const world = await outreachWorld(db())
    const rows = Array.from({ length: 230 }, () => ({ tier: 'B' as const }))
    for (const row of rows) await hers(world, 'Platform Engineer', row)
    world.pass(DAY)
    const best = await hers(world, 'Platform Engineer', { tier: 'A' })
    world.pass(DAY)
    await opens(world, { title: 'Platform Engineer' })
    expect(await heard(world)).toEqual([best])
  })

  it('is whoever was waiting for it, of whichever tier, and they are brought up until somebody speaks with them', async () => {
    const world = await outreachWorld(db())
    const waiting = await hers(world, 'Senior SRE', { tier: 'C' })
    await hers(world, 'Senior SRE', { tier: 'C' })
    await snoozePerson(await world.as('UINES'), { candidateId: waiting, choice: 'similar_job' })
    world.pass(DAY)
    await opens(world, { title: 'Senior SRE' })
    expect(await heard(world)).toEqual([waiting])
    await world.run((tx) => tx.candidates.touch(waiting, plus(world.now(), 1)))
    expect(await heard(world)).toEqual([])
  })

  it('is nobody who was left in peace since it opened, until another one like it does', async () => {
    const world = await outreachWorld(db())
    const ana = await hers(world, 'Senior SRE', { tier: 'A' })
    world.pass(DAY)
    await opens(world, { title: 'Senior SRE' })
    world.pass(3 * DAY)
    expect(await heard(world)).toEqual([ana])
    await snoozePerson(await world.as('UINES'), { candidateId: ana, choice: 'similar_job' })
    world.pass(DAY)
    expect(await heard(world)).toEqual([])
    await opens(world, { title: 'Site Reliability Engineer' })
    expect(await heard(world)).toEqual([ana])
  })
})
