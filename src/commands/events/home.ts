import type { App } from '@slack/bolt'
import { openedHome } from '../home.ts'
import type { Shell } from '../shell/enter.ts'
import { onEvent } from '../shell/on-event.ts'

/** "My day" is drawn whenever somebody looks at it. The Messages tab opens with the same event and shows nothing of ours. */
export function registerHomeOpened(app: Pick<App, 'event'>, shell: Shell): void {
  onEvent(app, shell, 'app_home_opened', async ({ client, event, teamId }) => {
    if (event.tab !== 'home') return
    const ctx = await shell.contexts.forPerson({ teamId, slackUserId: event.user, idempotencyKey: undefined })
    if (ctx !== undefined) await openedHome(ctx, client)
  })
}
