import type { App } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import type { SystemCtx } from '../../usecases/context.ts'
import type { Shell } from '../shell/enter.ts'
import { onEvent } from '../shell/on-event.ts'
import { slackError } from '../slack-error.ts'

/** A workspace took the app away, or its token: what was granted there counts no more. Its people and their history stay. */
export function registerInstallationEvents(app: Pick<App, 'event'>, shell: Shell): void {
  onEvent(app, shell, 'app_uninstalled', ({ ctx, client }) => takenAway(ctx, client))
  onEvent(app, shell, 'tokens_revoked', async ({ ctx, client, event }) => {
    // Those of people are none of ours: the app asks for none.
    if ((event.tokens.bot ?? []).length > 0) await takenAway(ctx, client)
  })
}

/**
 * An event may come late, after somebody installed the app anew; and an app that was removed sends both events, in any order.
 * So Slack itself is asked whether the token still counts, and why not: https://docs.slack.dev/reference/methods/auth.test
 */
async function takenAway({ uow, workspace, now }: SystemCtx, client: WebClient): Promise<void> {
  const granted = await uow.run((tx) => tx.installations.get())
  const code = granted && (await refusal(client, granted.botToken))
  const type = code === undefined ? undefined : WHAT_HAPPENED.get(code)
  if (granted === undefined || type === undefined) return
  await uow.run(async (tx) => {
    if (await tx.installations.revoke(granted, now))
      await tx.events.append({ stream: `workspace:${workspace.id}`, type, data: {} })
  })
}

/** Slack's codes for a bot's token that counts no more: the app was removed; its token alone was taken away. */
const WHAT_HAPPENED = new Map([
  ['account_inactive', 'workspace.uninstalled'],
  ['token_revoked', 'workspace.token_revoked'],
  ['invalid_auth', 'workspace.token_revoked'],
])

/** With what code Slack refuses the token; nothing where it takes it. Throws where Slack cannot be asked: the event comes back later. */
async function refusal(client: WebClient, token: string): Promise<string | undefined> {
  try {
    await client.auth.test({ token })
    return undefined
  } catch (error) {
    const code = slackError(error)
    if (code !== undefined && WHAT_HAPPENED.has(code)) return code
    throw error
  }
}
