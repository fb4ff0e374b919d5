import type { Instant } from '../domain/shared/time.ts'
import type { Contexts } from '../usecases/access/make-contexts.ts'
import { type Delivery, deliverSend } from '../usecases/outreach/deliver-send.ts'
import { sweepSends } from '../usecases/outreach/sweep-sends.ts'
import type { Log } from '../usecases/ports/log.ts'
import { inParallel } from './in-parallel.ts'
import { earliest } from './round.ts'

/** A slow mail server must not hold up everybody: this many conversations at once. */
const WIDTH = 4
/** Of one workspace in one round, so that a big mailing does not starve the others. */
const BATCH = 20

/** One round: every workspace's abandoned claims are settled and what is due is delivered, until nothing is due or the worker drains. */
export async function sendRound(
  delivery: Delivery & { readonly contexts: Pick<Contexts, 'forSystem' | 'workspaces'> },
  log: Log,
  signs: { readonly draining: boolean },
): Promise<Instant | undefined> {
  const nextDues: Instant[] = []
  for (const workspace of await delivery.contexts.workspaces()) {
    if (signs.draining) return undefined
    const { due, released, doubted, faults } = await sweepSends(delivery, workspace, BATCH)
    for (const { sendId, error } of faults) log.error({ err: error, sendId }, 'a send left behind could not be settled')
    if (released + doubted > 0) log.warn({ workspaceId: workspace.id, released, doubted }, 'sends were left behind')
    await inParallel(due, WIDTH, async (sendId) => {
      if (signs.draining) return
      try {
        const outcome = await deliverSend(delivery, workspace, sendId)
        if (outcome !== 'not_ours') log.info({ sendId, outcome }, 'a send was dealt with')
      } catch (error) {
        // Its lease runs out and the sweep takes it up; the others go on.
        log.error({ err: error, sendId }, 'a send could not be dealt with')
      }
    })
    const later = delivery.contexts.forSystem(workspace)
    const next = due.length === BATCH ? later.now : await later.uow.run((tx) => tx.sends.nextDue())
    // What is due still went wrong just now: it is left to the sweep, instead of a busy loop.
    if (next !== undefined && (next > later.now || due.length === BATCH)) nextDues.push(next)
  }
  return earliest(nextDues)
}
