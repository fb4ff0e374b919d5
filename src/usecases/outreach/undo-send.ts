import { defineUseCase } from '../define-use-case.ts'
import { actOnSend, SendInput } from './act-on-send.ts'

/** **Undo send**, until the hand-over begins. The draft waits again and needs a fresh approval. */
export const undoSend = defineUseCase({
  name: 'undo-send',
  permission: 'draft.approve',
  input: SendInput,
  run: (ctx, input) => actOnSend(ctx, 'undo-send', 'undo', input),
})
