import type { MemberId, SendId } from '../../domain/shared/ids.ts'
import type { SystemCtx } from '../context.ts'
import { takeStep } from '../outreach/send-step.ts'
import type { Tx } from '../ports/unit-of-work.ts'

/**
 * Nothing leaves in the name of somebody who is not here any more: what they approved and what has not left waits as a draft again, and
 * needs somebody's own approval. Answers which messages were stopped.
 */
export async function holdScheduled(
  ctx: SystemCtx,
  tx: Tx,
  member: MemberId,
  { by, most }: { readonly by: MemberId; readonly most: number },
): Promise<readonly SendId[]> {
  const held: SendId[] = []
  for (const { id, candidateId } of await tx.handOvers.scheduled(member, most)) {
    const person = await tx.candidates.lock(candidateId)
    const send = await tx.sends.lock(id)
    if (send === undefined) continue
    const step = await takeStep(ctx, tx, { send, person, event: { kind: 'undo', by, now: ctx.now } })
    if (step.ok) held.push(id)
  }
  return held
}
