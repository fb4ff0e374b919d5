import type { Simulator } from '../../simulator/server.ts'
import type { MemberId } from '../domain/shared/ids.ts'
import type { Zone } from '../domain/shared/time.ts'
import type { SystemCtx } from '../usecases/context.ts'
import type { Tx } from '../usecases/ports/unit-of-work.ts'
import { beginSample, fillSample, sampleProgress } from '../usecases/sample/fill-sample.ts'
import type { Colleagues } from '../usecases/sample/sample-person.ts'
import { sourceOf } from './debriefs.ts'
import { CHANNELS, PEOPLE } from './workspace-seed.ts'

/** What Tom has just written in #hiring-sre; the first thing to try is to flag it. */
const ABOUT_NADIA =
  "Debrief for Nadia Rahimi, Senior SRE: superb on incident design; we went with Marek by a hair. I'd hire her tomorrow."

const HIRING = [CHANNELS.hiringSre, CHANNELS.hiringDesign]

/** Fills the workspace with the sample company, once; on a second start there is nothing to do. */
export async function seedSampleCompany(
  ctx: SystemCtx,
  simulator: Simulator | undefined,
): Promise<'seeded' | 'there already'> {
  const begun = await ctx.uow.run(async (tx) => (await sampleProgress(tx)) ?? (await begin(ctx, tx, simulator)))
  await fillSample(ctx, begun, (person) => simulator && sourceOf(simulator, person))
  await speakOfNadia(simulator)
  return begun.done ? 'there already' : 'seeded'
}

async function begin(ctx: SystemCtx, tx: Tx, simulator: Simulator | undefined) {
  const colleagues = await keepColleagues(ctx, tx)
  // Elsewhere these channels do not exist, and an admin says which are for hiring.
  if (simulator !== undefined) await tx.settings.set('channels.hiring', HIRING, undefined, ctx.now)
  await tx.settings.set('goals', { poolHiresPercent: 25, by: null }, undefined, ctx.now)
  return beginSample(ctx, tx, colleagues)
}

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

/** The workspace keeps its messages elsewhere than the database keeps its people, so this looks by itself whether it was said. */
async function speakOfNadia(simulator: Simulator | undefined): Promise<void> {
  const tom = simulator?.as(PEOPLE.tom.id)
  const isSaid = tom?.messages(CHANNELS.hiringSre).some(({ text }) => text === ABOUT_NADIA)
  if (isSaid === false) await tom?.say(CHANNELS.hiringSre, ABOUT_NADIA)
}
