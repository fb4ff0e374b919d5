import type { JobId, MemberId, PoolId } from '../../domain/shared/ids.ts'
import { addDays, DAY, type Day, dayIn, type Instant, plus } from '../../domain/shared/time.ts'
import type { SystemCtx } from '../context.ts'
import type { Hire } from '../ports/hires.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import type { Job } from '../ports/workspace.ts'
import { mondayBefore } from './moments.ts'
import type { Colleagues, SamplePool } from './sample-person.ts'

export type Pools = Readonly<Record<SamplePool, PoolId>>

/** The second SRE job opened on Monday; the designers' one is no news any more. */
export async function keepJobs(
  ctx: SystemCtx,
  tx: Tx,
  { ines, ben, tom, lucia, sam }: Colleagues,
): Promise<readonly JobId[]> {
  const { newId, now } = ctx
  const ids: JobId[] = []
  const open = async (job: Omit<Job, 'id' | 'closedAt'>) => {
    const id = newId<'job'>()
    ids.push(id)
    await tx.jobs.insert({ id, closedAt: undefined, ...job })
  }
  await open({
    title: 'Senior SRE',
    managerId: tom,
    openedBy: ines,
    openedAt: mondayBefore(ctx),
    location: 'London',
    remoteOk: true,
    skills: ['kubernetes', 'terraform'],
    seniority: 'senior',
  })
  await open({
    title: 'Product Designer',
    managerId: lucia,
    openedBy: ben,
    openedAt: plus(now, -45 * DAY),
    location: 'Amsterdam',
    remoteOk: false,
    skills: ['figma', 'design-systems'],
  })
  await open({
    title: 'Account Executive',
    managerId: sam,
    openedBy: ben,
    openedAt: plus(now, -19 * DAY),
    location: 'London',
    remoteOk: false,
    skills: ['enterprise-sales'],
  })
  return ids
}

type Filled = Pick<Hire, 'source'> & {
  readonly title: string
  readonly by: 'ines' | 'ben'
  readonly manager: 'tom' | 'lucia' | 'sam'
  readonly daysAgo: number
  /** From the application to the yes. */
  readonly days: number
  /** Whom of the sample people, by name. */
  readonly who?: string
}

/** The year's hires: two came from pools, in half the time. */
const FILLED: readonly Filled[] = [
  {
    title: 'Senior SRE',
    by: 'ines',
    manager: 'tom',
    source: 'silver_medallist',
    daysAgo: 31,
    days: 17,
    who: 'Omar Aziz',
  },
  {
    title: 'Product Designer',
    by: 'ben',
    manager: 'lucia',
    source: 'silver_medallist',
    daysAgo: 75,
    days: 21,
    who: 'Signe Holm',
  },
  { title: 'Platform Engineer', by: 'ines', manager: 'tom', source: 'careers_page', daysAgo: 20, days: 38 },
  { title: 'Account Executive', by: 'ben', manager: 'sam', source: 'agency', daysAgo: 48, days: 47 },
  { title: 'UX Researcher', by: 'ben', manager: 'lucia', source: 'referral', daysAgo: 62, days: 30 },
  { title: 'Sales Engineer', by: 'ben', manager: 'sam', source: 'job_board', daysAgo: 96, days: 41 },
  { title: 'Backend Engineer', by: 'ines', manager: 'tom', source: 'sourced', daysAgo: 120, days: 60 },
  { title: 'Data Engineer', by: 'ines', manager: 'tom', source: 'careers_page', daysAgo: 151, days: 24 },
  { title: 'Office Manager', by: 'ben', manager: 'sam', source: 'referral', daysAgo: 180, days: 34 },
]
/** A requisition is approved some days before somebody applies. */
const DAYS_BEFORE = 9

/** The jobs that were filled, with who took them; `idOf` finds the sample people by name. */
export async function keepHires(
  { newId, now, workspace }: SystemCtx,
  tx: Tx,
  colleagues: Colleagues,
  idOf: (name: string) => Hire['candidateId'],
): Promise<readonly JobId[]> {
  const ids: JobId[] = []
  for (const { title, by, manager, source, daysAgo, days, who } of FILLED) {
    const acceptedOn: Day = addDays(dayIn(now, workspace.zone), -daysAgo)
    const acceptedAt: Instant = plus(now, -daysAgo * DAY)
    const id = newId<'job'>()
    ids.push(id)
    const opened = {
      managerId: colleagues[manager],
      openedBy: colleagues[by],
      openedAt: plus(acceptedAt, -(days + DAYS_BEFORE) * DAY),
    }
    await tx.jobs.insert({
      id,
      title,
      location: 'London',
      remoteOk: false,
      skills: [],
      ...opened,
      closedAt: acceptedAt,
      outcome: 'hired',
    })
    await tx.hires.insert({
      id: newId<'hire'>(),
      jobId: id,
      candidateId: who === undefined ? undefined : idOf(who),
      source,
      fromPool: who !== undefined,
      appliedOn: addDays(acceptedOn, -days),
      acceptedOn,
      internalCost: undefined,
      externalCost: undefined,
      currency: undefined,
      recordedBy: colleagues[by],
      recordedAt: acceptedAt,
    })
  }
  return ids
}

export async function keepPools({ newId, now }: SystemCtx, tx: Tx, { ines, ben }: Colleagues): Promise<Pools> {
  const keep = async (name: SamplePool, ownerId: MemberId, personaNote: string): Promise<PoolId> => {
    const id = newId<'pool'>()
    const pool = { id, name, query: undefined, ownerId, cadenceDays: 90, personaNote }
    await tx.pools.insert({ ...pool, createdAt: plus(now, -300 * DAY), archivedAt: undefined })
    return id
  }
  return {
    'SRE bench': await keep('SRE bench', ines, 'Calm under pressure; cares about how on-call feels.'),
    'Design finalists': await keep('Design finalists', ben, 'Designs for people who stand in the rain.'),
  }
}
