import type { SendId } from '../../domain/shared/ids.ts'
import type { SystemCtx, WorkspaceInfo } from '../context.ts'
import type { SendRow } from '../ports/sends.ts'
import type { Delivery } from './deliver-send.ts'
import { takeStep } from './send-step.ts'

export type Swept = {
  readonly due: readonly SendId[]
  readonly released: number
  readonly doubted: number
  /** Those that could not be settled: a bug, for the log. They are found again by the next sweep, and hold nobody else up. */
  readonly faults: readonly { readonly sendId: SendId; readonly error: unknown }[]
}

/**
 * What the rows of one workspace ask for. Claims that ran out are planned again, since nothing had left; hand-overs that ran out are in
 * doubt, and whoever approved them is asked. Answers what is due now; delivering it is the worker's.
 */
export async function sweepSends(
  { contexts }: Pick<Delivery, 'contexts'>,
  workspace: WorkspaceInfo,
  limit: number,
): Promise<Swept> {
  const ctx = contexts.forSystem(workspace)
  const abandoned = await ctx.uow.run((tx) => tx.sends.abandoned(limit))
  let released = 0
  let doubted = 0
  const faults: Swept['faults'][number][] = []
  for (const id of abandoned) {
    const became = await settleAbandoned(ctx, id).catch((error: unknown) => void faults.push({ sendId: id, error }))
    if (became === 'in_doubt') doubted += 1
    else if (became !== undefined) released += 1
  }
  if (released + doubted > 0) ctx.services.wake.posts()
  const later = contexts.forSystem(workspace)
  return { due: await later.uow.run((tx) => tx.sends.due(later.now, limit)), released, doubted, faults }
}

const settleAbandoned = (ctx: SystemCtx, id: SendId): Promise<SendRow['state'] | undefined> =>
  ctx.uow.run(async (tx) => {
    const seen = await tx.sends.get(id)
    if (seen === undefined) return undefined
    const person = await tx.candidates.lock(seen.candidateId)
    const send = await tx.sends.lock(id)
    // Its owner may have settled it while we waited for the lock.
    if (send === undefined || !(await tx.sends.leaseRanOut(id))) return undefined
    const step = await takeStep(ctx, tx, { send, person, event: { kind: 'lease_expired' } })
    return step.ok ? step.value.state : undefined
  })
