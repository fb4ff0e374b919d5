/** Somebody's people go to others: portion after portion until nobody is left. Begun by an admin, never by the clock itself. */
import { asId } from '../domain/shared/ids.ts'
import { MINUTE } from '../domain/shared/time.ts'
import type { Contexts } from '../usecases/access/make-contexts.ts'
import { handOverStep } from '../usecases/owners/hand-over-step.ts'
import type { Job } from './job.ts'

/** Shorter than a run is held; the rest comes with the next tick, so that other jobs have their turn. */
const AT_A_TIME = MINUTE

export const makeHandOverJob = ({ contexts }: { readonly contexts: Pick<Contexts, 'forSystem'> }): Job => ({
  name: 'hand_over',
  async run({ workspace, key, signal }) {
    const id = asId<'hand_over'>(key.slot.slice('2026-01-01@'.length).replace(/\..*$/, ''))
    if (id === undefined) return { kind: 'given_up', report: {} }
    const first = contexts.forSystem(workspace)
    let ctx = first
    while (!signal.aborted && ctx.now - first.now < AT_A_TIME) {
      if ((await handOverStep(ctx, id)) === 'over') {
        ctx.services.wake.posts()
        return { kind: 'done', report: {} }
      }
      ctx = contexts.forSystem(workspace, first.correlationId)
    }
    return { kind: 'later', report: {} }
  },
})
