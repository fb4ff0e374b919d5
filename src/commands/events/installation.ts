import type { App } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import type { SystemCtx } from '../../usecases/context.ts'
import type { Shell } from '../shell/enter.ts'
import { onEvent } from '../shell/on-event.ts'
import { slackError } from '../slack-error.ts'

/** A workspace took the app away, or its token: what was granted there counts no more. Its people and their history stay. */
export function registerInstallationEvents(app: Pick<App, 'event'>, shell: Shell): void {
  onEvent(app, shell, 'app_uninstalled', ({ ctx, client }) => takenAway(ctx, client, 'workspace.uninstalled'))
  onEvent(app, shell, 'tokens_revoked', async ({ ctx, client, event }) => {
    // Those of people are none of ours: the app asks for none.
    if ((event.tokens.bot ?? []).length > 0) await takenAway(ctx, client, 'workspace.token_revoked')
  })
}

/** An event may come late, after somebody installed the app anew; so Slack itself is asked whether the token still counts. */
async function takenAway({ uow, workspace, now }: SystemCtx, client: WebClient, type: string): Promise<void> {
  const granted = await uow.run((tx) => tx.installations.get())
  if (granted === undefined || !(await isDead(client, granted.botToken))) return
  await uow.run(async (tx) => {
    if (await tx.installations.revoke(granted, now))
      await tx.events.append({ stream: `workspace:${workspace.id}`, type, data: {} })
  })
}

const DEAD = new Set(['account_inactive', 'token_revoked', 'invalid_auth'])

/** Throws where Slack cannot be asked: the event comes back later. */
async function isDead(client: WebClient, token: string): Promise<boolean> {
  try {
    await client.auth.test({ token })
    return false
  } catch (error) {
    if (DEAD.has(slackError(error) ?? '')) return true
    throw error
  }
}
