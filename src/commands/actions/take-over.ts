/** The buttons of the question whether a colleague may take over a conversation. */
import type { App } from '@slack/bolt'
import { takeOver as words } from '../../domain/shared/words/take-over.ts'
import { agreeTakeOver, declineTakeOver } from '../../usecases/owners/take-over.ts'
import { AGREE_TAKE_OVER, DECLINE_TAKE_OVER } from '../../views/take-over/ids.ts'
import { reworded } from '../refused.ts'
import type { Shell } from '../shell/enter.ts'
import { onPress } from '../shell/on-press.ts'

export function registerTakeOver(app: Pick<App, 'action'>, shell: Shell): void {
  for (const [actionId, act] of [
    [AGREE_TAKE_OVER, agreeTakeOver],
    [DECLINE_TAKE_OVER, declineTakeOver],
  ] as const)
    onPress(app, shell, actionId, async ({ ctx, pressed }) => {
      const answered = await act(ctx, { takeOverId: pressed.value })
      return answered.ok
        ? undefined
        : {
            text: reworded(answered.refusal, ({ kind }: { kind: keyof typeof words.refusals }) => words.refusals[kind]),
          }
    })
}
