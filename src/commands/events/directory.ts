import type { App } from '@slack/bolt'
import type { Shell } from '../shell/enter.ts'
import { onEvent } from '../shell/on-event.ts'

/** Who is who, and who is in which group, as Slack changes it: roles follow at the person's next act. */
export function registerDirectoryEvents(app: Pick<App, 'event'>, shell: Shell): void {
  for (const type of ['subteam_updated', 'subteam_members_changed'] as const) {
    onEvent(app, shell, type, ({ ctx }) => ctx.uow.run((tx) => tx.members.forgetGroups()))
  }
  onEvent(app, shell, 'user_change', ({ ctx, event }) => ctx.uow.run((tx) => tx.members.forgetPerson(event.user.id)))
}
