import type { CandidateId, MemberId } from '../../domain/shared/ids.ts'
import type { Instant } from '../../domain/shared/time.ts'
import type { SystemCtx } from '../context.ts'
import type { Tx } from '../ports/unit-of-work.ts'

/**
 * Somebody spoke with them since they wrote: what waited until `upTo` is answered, and reminds nobody any more. What it means can still be
 * said, on its card. The person must be locked in this transaction.
 */
export async function markAnswered(
  { now }: Pick<SystemCtx, 'now'>,
  tx: Tx,
  candidateId: CandidateId,
  { by, upTo }: { readonly by: MemberId; readonly upTo: Instant },
): Promise<void> {
  const answered = await tx.replies.answered(candidateId, { by, at: now, upTo })
  for (const id of answered)
    await tx.events.append({ stream: `reply:${id}`, type: 'reply.decided', data: { state: 'done', candidateId } })
  await tx.posts.redraw(answered, now)
}
