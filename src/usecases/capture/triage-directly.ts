import type { NearMissId } from '../../domain/shared/ids.ts'
import { adminsOf } from '../access/admins-of.ts'
import type { SystemCtx } from '../context.ts'

/** More would be a crowd for one flag. */
const MOST_RECRUITERS = 20

/**
 * The triage channel cannot be reached: each recruiter gets the card directly, and where there are none the admins do, so that no flag
 * is ever lost. Asking twice asks once. Answers how many get it.
 */
export async function triageDirectly(ctx: SystemCtx, id: NearMissId): Promise<number> {
  const told = await ctx.uow.run(async (tx) => {
    const nearMiss = await tx.nearMisses.get(id)
    if (nearMiss === undefined || nearMiss.state !== 'waiting') return 0
    const group = await tx.members.group(ctx.services.places.recruitersGroup)
    const recruiters = [
      ...(group?.slackUserIds ?? []),
      ...(await tx.members.withRole('recruiter')).map((member) => member.slackUserId),
    ]
    const people = recruiters.length > 0 ? recruiters : await adminsOf(ctx, tx)
    const addresses = [...new Set(people)].slice(0, MOST_RECRUITERS)
    for (const address of addresses) {
      const key = `triage_card:${id}:${address}`
      await tx.posts.want({ key, kind: 'triage_card', address, subjects: [id, ctx.workspace.id] }, ctx.now)
    }
    return addresses.length
  })
  ctx.services.wake.posts()
  return told
}
