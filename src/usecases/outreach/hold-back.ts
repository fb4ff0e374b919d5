import type { Candidate } from '../../domain/candidate/candidate.ts'
import type { RefusalKind } from '../../domain/outreach/refusal.ts'
import type { ContactId } from '../../domain/shared/ids.ts'
import type { SystemCtx } from '../context.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { takeStep } from './send-step.ts'

/** Under way to one person at once; the cap allows a handful. */
const MOST_SENDS = 100

/**
 * What was approved for this person, or for this address of theirs, does not leave: it waits as a draft again, and whose draft it is hears why.
 * One that is being handed over can no longer be called back. The person must be locked in this transaction.
 */
export async function holdBack(
  ctx: SystemCtx,
  tx: Tx,
  person: Candidate,
  { because, to }: { readonly because: RefusalKind; readonly to?: ContactId },
): Promise<void> {
  for (const { id, contactId } of await tx.sends.ofCandidate(person.id, ctx.now, MOST_SENDS)) {
    const send = to === undefined || contactId === to ? await tx.sends.lock(id) : undefined
    if (send !== undefined)
      await takeStep(ctx, tx, { send, person, event: { kind: 'gate_refused', because: [because] } })
  }
}
