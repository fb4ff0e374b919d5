/** What Slack asks or says by itself: the options of a menu, and events. */
import type { App, EventFromType } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import type { Ctx, SystemCtx } from '../../usecases/context.ts'
import { enter, type Shell } from './enter.ts'

/** Options of an `external_select`; read-only, so it simply answers. */
export function onOptions(
  app: Pick<App, 'options'>,
  shell: Shell,
  actionId: string,
  handle: (act: {
    readonly ctx: Ctx
    readonly query: string
    /** Of the modal in which is asked. */
    readonly metadata: string
  }) => Promise<readonly { readonly text: string; readonly value: string }[]>,
): void {
  app.options(actionId, async ({ body, options, ack }) => {
    const none = () => ack({ options: [] })
    const act = { name: actionId, teamId: body.team?.id ?? '', slackUserId: body.user.id, key: undefined }
    await enter(shell, act, none, async (ctx) => {
      const metadata = body.view?.private_metadata ?? ''
      const found = await handle({ ctx, query: options.value, metadata })
      return () => ack({ options: found.map(({ text, value }) => ({ text: { type: 'plain_text', text }, value })) })
    })
  })
}

/**
 * An event of the Events API. It was kept and acknowledged before it comes here, and it may come twice; what a listener throws brings it
 * again later.
 */
export function onEvent<Type extends string>(
  app: Pick<App, 'event'>,
  shell: Shell,
  type: Type,
  handle: (act: {
    readonly ctx: SystemCtx
    readonly client: WebClient
    readonly event: EventFromType<Type>
    readonly teamId: string
    /** Our own. */
    readonly botUserId: string | undefined
  }) => Promise<void>,
): void {
  app.event(type, async ({ event, body, client, context }) => {
    const ctx = await shell.contexts.forTeam(body.team_id)
    if (ctx !== undefined) await handle({ ctx, client, event, teamId: body.team_id, botUserId: context.botUserId })
  })
}
