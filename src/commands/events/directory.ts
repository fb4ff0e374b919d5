import type { App } from '@slack/bolt'
import { memberLeft } from '../../usecases/owners/member-left.ts'
import type { Shell } from '../shell/enter.ts'
import { onEvent } from '../shell/on-event.ts'

/** Who is who, who left, and who is in which group, as Slack changes it: roles follow at the person's next act. */
export function registerDirectoryEvents(app: Pick<App, 'event'>, shell: Shell): void {
  for (const type of ['subteam_updated', 'subteam_members_changed'] as const) {
    onEvent(app, shell, type, ({ ctx }) => ctx.uow.run((tx) => tx.members.forgetGroups()))
  }
  onEvent(app, shell, 'user_change', async ({ ctx, event: { user } }) => {
    await ctx.uow.run((tx) => tx.members.forgetPerson(user.id))
    await memberLeft(ctx, user.id, user.deleted)
  })
}
