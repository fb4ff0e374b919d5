import type { App } from '@slack/bolt'
import { openFlagForm } from '../open-flag-form.ts'
import type { Shell } from '../shell/enter.ts'
import { onShortcut } from '../shell/on-shortcut.ts'

/** *Flag near-miss* on a message: the form, filled in from it, with the message as evidence. */
export function registerFlagNearMiss(app: Pick<App, 'shortcut'>, shell: Shell): void {
  onShortcut(app, shell, { type: 'message_action', callbackId: 'flag_near_miss' }, ({ ctx, client, body, ack }) => {
    const { channel, message, team, trigger_id: triggerId } = body
    const about =
      channel === undefined || message === undefined
        ? undefined
        : {
            channel: channel.id,
            ts: message.ts,
            text: message.text ?? '',
            author: message.user,
            threadTs: message.thread_ts,
          }
    return openFlagForm({ ctx, client, triggerId, message: about, domain: team?.domain, ack })
  })
}
