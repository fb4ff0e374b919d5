import { z } from 'zod'
import type { SendAction, SendRefusal } from '../../domain/outreach/send.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import type { Ctx } from '../context.ts'
import type { SendRow } from '../ports/sends.ts'
import { idInput } from './draft-input.ts'
import { takeStep } from './send-step.ts'

/** A send's id as a button carries it. */
export const SendInput = z.object({ sendId: idInput('send') })

export type ActedOnSend = { readonly sendId: SendRow['id']; readonly state: SendRow['state'] }
/** `not_in_this_state` also where a colleague was quicker: the card is drawn anew and says so. */
export type SendActRefusal = SendRefusal | { readonly kind: 'no_such_send' }

/** What a person does to a send: one transaction, once per press, and only where the send's state allows it. */
export async function actOnSend(
  ctx: Ctx,
  name: string,
  action: SendAction,
  { sendId }: z.output<typeof SendInput>,
): Promise<Result<ActedOnSend, SendActRefusal>> {
  const acted = await ctx.uow.once<ActedOnSend, SendActRefusal>(ctx.idempotencyKey, name, async (tx) => {
    const seen = await tx.sends.get(sendId)
    if (seen === undefined) return refuse({ kind: 'no_such_send' })
    const person = await tx.candidates.lock(seen.candidateId)
    const send = await tx.sends.lock(sendId)
    if (send === undefined) return refuse({ kind: 'no_such_send' })
    const event = { kind: action, by: ctx.actor.memberId, now: ctx.now }
    const step = await takeStep(ctx, tx, { send, person, event })
    return step.ok ? ok({ sendId, state: step.value.state }) : step
  })
  if (acted.ok) {
    ctx.services.wake.posts()
    if (acted.value.state === 'approved') ctx.services.wake.sends()
  }
  return acted
}
