import type { MemberId, PoolId } from '../domain/shared/ids.ts'
import { DAY, dayIn, type Instant, plus, UTC, weekday } from '../domain/shared/time.ts'
import type { SystemCtx } from '../usecases/context.ts'
import type { Tx } from '../usecases/ports/unit-of-work.ts'
import type { Job } from '../usecases/ports/workspace.ts'
import type { Colleagues } from './sample-company.ts'
import type { SamplePool } from './sample-person.ts'

export type Pools = Readonly<Record<SamplePool, PoolId>>

/** The second SRE job opened on Monday; the designers' one is no news any more. */
export async function keepJobs({ newId, now }: SystemCtx, tx: Tx, { tom, lucia, sam }: Colleagues): Promise<void> {
  const open = (job: Pick<Job, 'title' | 'managerId' | 'openedAt' | 'location' | 'skills' | 'remoteOk'>) =>
    tx.jobs.insert({ id: newId<'job'>(), closedAt: undefined, ...job })
  await open({
    title: 'Senior SRE',
    managerId: tom,
    openedAt: lastMonday(now),
    location: 'London',
    remoteOk: true,
    skills: ['kubernetes', 'terraform'],
  })
  await open({
    title: 'Product Designer',
    managerId: lucia,
    openedAt: plus(now, -45 * DAY),
    location: 'Amsterdam',
    remoteOk: false,
    skills: ['figma', 'design-systems'],
  })
  await open({
    title: 'Account Executive',
    managerId: sam,
    openedAt: plus(now, -12 * DAY),
    location: 'London',
    remoteOk: false,
    skills: ['enterprise-sales'],
  })
}

const lastMonday = (now: Instant): Instant => plus(now, -(weekday(dayIn(now, UTC)) - 1) * DAY)

export async function keepPools({ newId, now }: SystemCtx, tx: Tx, { ines, ben }: Colleagues): Promise<Pools> {
  const keep = async (name: SamplePool, ownerId: MemberId, personaNote: string): Promise<PoolId> => {
    const id = newId<'pool'>()
    await tx.pools.insert({
      id,
      name,
      query: undefined,
      ownerId,
      cadenceDays: 90,
      personaNote,
      createdAt: plus(now, -300 * DAY),
      archivedAt: undefined,
    })
    return id
  }
  return {
    'SRE bench': await keep('SRE bench', ines, 'Calm under pressure; cares about how on-call feels.'),
    'Design finalists': await keep('Design finalists', ben, 'Designs for people who stand in the rain.'),
  }
}
