import type { Simulator } from '../../simulator/server.ts'
import type { MemberId } from '../domain/shared/ids.ts'
import type { Zone } from '../domain/shared/time.ts'
import type { SystemCtx } from '../usecases/context.ts'
import type { Tx } from '../usecases/ports/unit-of-work.ts'
import { keepPerson } from './keep-person.ts'
import { keepJobs, keepPools, type Pools } from './sample-jobs.ts'
import { SAMPLE_PEOPLE } from './sample-people.ts'
import type { Colleague } from './sample-person.ts'
import { CHANNELS, PEOPLE } from './workspace-seed.ts'

/** What Tom has just written in #hiring-sre; the first thing to try is to flag it. */
const ABOUT_NADIA =
  "Debrief for Nadia Rahimi, Senior SRE: superb on incident design; we went with Marek by a hair. I'd hire her tomorrow."

/** How far the filling came: changed in the transaction of each batch, so that a start after a kill goes on where the last one ended. */
const PROGRESS = 'local.sampleCompany'
type Progress = { readonly pools: Pools; readonly people: number }

/** Short transactions, since the embedded database has one connection and a limit of time for each. */
const BATCH = 20

export type Colleagues = Readonly<Record<Colleague, MemberId>>

/** Fills the workspace with the sample company, once; on a second start there is nothing to do. */
export async function seedSampleCompany(
  ctx: SystemCtx,
  simulator: Simulator | undefined,
): Promise<'seeded' | 'there already'> {
  let { people: done, pools } = (await begun(ctx)) ?? (await begin(ctx))
  const before = done
  while (done < SAMPLE_PEOPLE.length) {
    const batch = SAMPLE_PEOPLE.slice(done, done + BATCH)
    const next: Progress = { pools, people: done + batch.length }
    await ctx.uow.run(async (tx) => {
      const colleagues = await colleaguesOf(tx)
      for (const person of batch) await keepPerson(ctx, tx, { colleagues, pools }, person)
      await tx.settings.set(PROGRESS, next, undefined, ctx.now)
    })
    done = next.people
  }
  await speakOfNadia(simulator)
  return before === done ? 'there already' : 'seeded'
}

const begun = (ctx: SystemCtx): Promise<Progress | undefined> =>
  ctx.uow.run(async (tx) => (await tx.settings.all())[PROGRESS] as Progress | undefined)

const begin = (ctx: SystemCtx): Promise<Progress> =>
  ctx.uow.run(async (tx) => {
    const colleagues = await keepColleagues(ctx, tx)
    await keepJobs(ctx, tx, colleagues)
    const progress: Progress = { pools: await keepPools(ctx, tx, colleagues), people: 0 }
    await tx.settings.set(PROGRESS, progress, undefined, ctx.now)
    return progress
  })

async function keepColleagues({ newId, now }: SystemCtx, tx: Tx): Promise<Colleagues> {
  const ids: [string, MemberId][] = []
  for (const [key, person] of Object.entries(PEOPLE)) {
    const { id: slackUserId, realName: name, email, tz } = person
    const isSlackAdmin = 'isAdmin' in person
    const details = { slackUserId, name, email, zone: tz as Zone, isSlackAdmin, refreshedAt: now }
    ids.push([key, (await tx.members.keep({ id: newId(), ...details })).id])
  }
  return Object.fromEntries(ids) as Colleagues
}

async function colleaguesOf(tx: Tx): Promise<Colleagues> {
  const ids: [string, MemberId | undefined][] = []
  for (const [key, { id }] of Object.entries(PEOPLE)) ids.push([key, (await tx.members.bySlackId(id))?.id])
  return Object.fromEntries(ids) as Colleagues
}

/** The workspace keeps its messages elsewhere than the database keeps its people, so this looks by itself whether it was said. */
async function speakOfNadia(simulator: Simulator | undefined): Promise<void> {
  const tom = simulator?.as(PEOPLE.tom.id)
  const isSaid = tom?.messages(CHANNELS.hiringSre).some(({ text }) => text === ABOUT_NADIA)
  if (isSaid === false) await tom?.say(CHANNELS.hiringSre, ABOUT_NADIA)
}
