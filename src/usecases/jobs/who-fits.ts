import { criteriaOfJob } from '../../domain/jobs/criteria.ts'
import { similarJob } from '../../domain/nurture/similar-job.ts'
import type { SystemCtx } from '../context.ts'
import type { Job } from '../ports/workspace.ts'
import { type RankedPeople, rankPeople } from './rank-people.ts'

/**
 * People on record whom this job may suit, the best first, as `/pool match` orders them; whoever was hired, must not be contacted, was
 * considered for this very job or does something else is left out. `too_slow` where the search was stopped. It only looks: nobody is
 * contacted. Must not be called inside a unit of work.
 */
export async function whoFits(ctx: SystemCtx, job: Job): Promise<RankedPeople | 'too_slow'> {
  const ranked = await rankPeople(ctx, criteriaOfJob(job))
  if (ranked === 'too_slow') return ranked
  const barred = await ctx.uow.read((tx) => tx.consent.barredAmong(ranked.people.map(({ person }) => person.id)))
  const people = ranked.people.filter(
    ({ person }) =>
      person.jobId !== job.id &&
      person.standing !== 'hired' &&
      !barred.has(person.id) &&
      similarJob(person, job) !== undefined,
  )
  return { people, more: ranked.more }
}
