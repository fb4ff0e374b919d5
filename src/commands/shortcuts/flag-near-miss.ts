import type { App } from '@slack/bolt'
import { flag, flagStates } from '../../domain/shared/words/flags.ts'
import { prepareFlag } from '../../usecases/capture/prepare-flag.ts'
import type { NearMiss } from '../../usecases/ports/near-misses.ts'
import { renderFlagModal } from '../../views/flag-modal/blocks.ts'
import { moment, safe } from '../../views/mrkdwn.ts'
import { openModal } from '../open-modal.ts'
import { linkTo } from '../permalink.ts'
import { edgeWords } from '../refused.ts'
import { onShortcut, type Shell } from '../shell.ts'

/** *Flag near-miss* on a message: the form, filled in from it, with the message as evidence. */
export function registerFlagNearMiss(app: Pick<App, 'shortcut'>, shell: Shell): void {
  onShortcut(app, shell, { type: 'message_action', callbackId: 'flag_near_miss' }, async ({ ctx, client, body }) => {
    const { channel, message } = body
    const at = channel === undefined || message === undefined ? undefined : { channel: channel.id, ts: message.ts }
    const domain = body.team?.domain ?? ctx.workspace.domain
    const [prepared, link] = await Promise.all([
      prepareFlag(ctx, {
        text: (message?.text ?? '').slice(0, 40_000),
        ...(at === undefined ? {} : { message: at }),
        ...(message?.user === undefined ? {} : { author: message.user }),
      }),
      at === undefined ? undefined : linkTo(client, domain, { ...at, threadTs: message?.thread_ts }),
    ])
    if (!prepared.ok) return { text: edgeWords(prepared.refusal) }
    const { guess, before, openRoles } = prepared.value
    const view = renderFlagModal({
      fullName: guess.fullName,
      role: guess.role,
      impressed: guess.excerpt,
      meta: at === undefined ? {} : { message: { ...at, ...(link === undefined ? {} : { link }) } },
      notes: before.slice(-3).map(flaggedBefore),
      openRoles,
    })
    return openModal(client, body.trigger_id, view)
  })
}

const flaggedBefore = ({ fullName, flaggedAt, state }: NearMiss): string =>
  flag.flaggedBefore(safe(fullName, 500), moment(flaggedAt), flagStates[state])
