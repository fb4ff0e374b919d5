import type { App } from '@slack/bolt'
import { sendActAnswers } from '../../domain/shared/words/posts.ts'
import type { SendActRefusal } from '../../usecases/outreach/act-on-send.ts'
import { confirmArrival, giveUpDoubt, sendAgain } from '../../usecases/outreach/resolve-doubt.ts'
import { IN_DOUBT_ACTIONS } from '../../views/in-doubt-card/blocks.ts'
import { reworded } from '../refused.ts'
import type { Shell } from '../shell/enter.ts'
import { onPress } from '../shell/on-press.ts'

const RESOLVE = { it_arrived: confirmArrival, send_again: sendAgain, give_up: giveUpDoubt } as const

/** The three buttons of *Not sure it arrived*. The card itself is drawn anew by its post. */
export function registerInDoubt(app: Pick<App, 'action'>, shell: Shell): void {
  for (const action of ['it_arrived', 'send_again', 'give_up'] as const) {
    onPress(app, shell, IN_DOUBT_ACTIONS[action], async ({ ctx, pressed }) => {
      const resolved = await RESOLVE[action](ctx, { sendId: pressed.value })
      return { text: resolved.ok ? sendActAnswers[action] : reworded(resolved.refusal, refusalWords) }
    })
  }
}

const refusalWords = ({ kind }: SendActRefusal): string =>
  kind === 'no_such_send' ? sendActAnswers.gone : sendActAnswers.too_late
