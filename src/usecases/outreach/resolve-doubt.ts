import { defineUseCase } from '../define-use-case.ts'
import { actOnSend, SendInput } from './act-on-send.ts'

/** **It arrived**: somebody found the Message-ID at the other end, or the candidate answered. */
export const confirmArrival = defineUseCase({
  name: 'confirm-arrival',
  permission: 'send.resolve',
  input: SendInput,
  run: (ctx, input) => actOnSend(ctx, 'confirm-arrival', 'it_arrived', input),
})

/** **Send again**: the same letter under the same Message-ID, through the gate once more. Who got the first may see it twice; a person decides that. */
export const sendAgain = defineUseCase({
  name: 'send-again',
  permission: 'send.resolve',
  input: SendInput,
  run: (ctx, input) => actOnSend(ctx, 'send-again', 'send_again', input),
})

/** **Give up**: it stays unknown. It still counts as a message that may have reached them. */
export const giveUpDoubt = defineUseCase({
  name: 'give-up-doubt',
  permission: 'send.resolve',
  input: SendInput,
  run: (ctx, input) => actOnSend(ctx, 'give-up-doubt', 'give_up', input),
})
