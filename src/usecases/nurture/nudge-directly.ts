import type { MemberId } from '../../domain/shared/ids.ts'
import type { SystemCtx } from '../context.ts'
import type { SlackPost } from '../ports/slack-posts.ts'

/**
 * A nudge that its channel did not take goes to the recruiter's DM. It has a key of its own, so that whoever does this twice asks for the
 * same one; what failed in the DM already has no other way.
 */
export async function nudgeDirectly(
  { uow, now }: SystemCtx,
  { key, subjects, address }: Pick<SlackPost, 'key' | 'subjects' | 'address'>,
): Promise<void> {
  await uow.run(async (tx) => {
    const member = await tx.members.get(subjects[0] as string as MemberId)
    if (member === undefined || address === member.slackUserId) return
    const direct = `${key}:dm`
    if ((await tx.posts.byKey(direct)) !== undefined) return
    await tx.posts.want({ key: direct, kind: 'nudge', address: member.slackUserId, subjects }, now)
  })
}
