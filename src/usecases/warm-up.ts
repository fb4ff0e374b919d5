import { canonicalPlace } from '../domain/pool/places.ts'
import type { SystemCtx } from './context.ts'

/**
 * Does once what the first person would otherwise wait for: the first queries are compiled, the first connection is made, and the index of
 * the world's towns is built. Together they took up to two of Slack's three seconds on a busy machine. Changes nothing.
 */
export async function warmUp(ctx: SystemCtx): Promise<void> {
  canonicalPlace('nowhere at all')
  await ctx.uow.run(async (tx) => {
    await tx.members.list(1)
    await tx.members.standings(['nobody'], [])
    await tx.members.bySlackId('nobody')
    await tx.members.group('none')
    await tx.jobs.open(1)
    await tx.pools.list(1)
    await tx.settings.all()
  })
  await ctx.services.search.byName('nobody', 1)
}
