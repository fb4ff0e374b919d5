import type { App } from '@slack/bolt'
import { type Common, type Early, enter, once, type Shell } from './enter.ts'
import { inDm, type Reply } from './tell.ts'

export type ShortcutBody = {
  readonly trigger_id: string
  readonly user: { readonly id: string }
  readonly team: { readonly id: string; readonly domain: string } | null
  readonly channel?: { readonly id: string; readonly name: string }
  readonly message?: {
    readonly ts: string
    readonly text?: string
    readonly user?: string
    readonly thread_ts?: string
  }
}

/** A message or global shortcut. Slack gives no place to answer, so what must be told goes to the person's DM. */
export function onShortcut(
  app: Pick<App, 'shortcut'>,
  shell: Shell,
  shortcut: { readonly type: 'shortcut' | 'message_action'; readonly callbackId: string },
  handle: (act: Omit<Common, 'respond'> & Early & { readonly body: ShortcutBody }) => Promise<Reply | undefined>,
): void {
  app.shortcut({ type: shortcut.type, callback_id: shortcut.callbackId }, async ({ body, ack, client }) => {
    const given = body as unknown as ShortcutBody
    const acked = once(ack)
    const tell = async (reply: Reply) => {
      await acked()
      await inDm(client, given.user.id, reply)
    }
    const act = {
      name: shortcut.callbackId,
      teamId: given.team?.id ?? '',
      slackUserId: given.user.id,
      key: given.trigger_id,
    }
    await enter(shell, act, tell, async (ctx) => {
      const reply = await handle({ ctx, client, body: given, ack: acked })
      return () => (reply === undefined ? acked() : tell(reply))
    })
  })
}
