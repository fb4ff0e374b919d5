import type { MemberId } from '../../domain/shared/ids.ts'
import { adminsOf } from '../access/admins-of.ts'
import type { SystemCtx } from '../context.ts'
import type { Estate } from '../ports/hand-overs.ts'
import type { Member } from '../ports/workspace.ts'
import { holdScheduled } from './hold-scheduled.ts'

/** What somebody has approved is stopped here, so many; a hand-over stops the rest. */
const MOST_HELD = 50

/**
 * Slack says that somebody was deactivated, or is back. What they approved does not leave in their name any more, and the admins are offered to
 * hand their people over. It may be heard twice.
 */
export async function memberLeft(ctx: SystemCtx, slackUserId: string, left: boolean): Promise<void> {
  const { uow, now, services } = ctx
  await uow.run(async (tx) => {
    const member = await tx.members.left(slackUserId, left ? now : undefined)
    if (member === undefined || !left) return
    const held = await holdScheduled(ctx, tx, member.id, { by: member.id, most: MOST_HELD })
    await tx.events.append({ stream: `member:${member.id}`, type: 'member.left', data: { held: held.length } })
    const { people, drafts, pools } = await tx.handOvers.estateOf(member.id)
    if (people + drafts + pools === 0) return
    for (const address of await adminsOf(ctx, tx)) {
      const key = `leaver:${member.id}:${now}:${address}`
      await tx.posts.want({ key, kind: 'leaver_notice', address, subjects: [member.id] }, now)
    }
  })
  services.wake.posts()
}

export type LeaverModel = { readonly member: Member; readonly estate: Estate }
export const loadLeaver = ({ uow }: SystemCtx, id: MemberId): Promise<LeaverModel | undefined> =>
  uow.run(async (tx) => {
    const member = await tx.members.get(id)
    return member && { member, estate: await tx.handOvers.estateOf(id) }
  })
