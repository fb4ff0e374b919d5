/** Every night: who was added or changed is compared with those on record, a portion with each tick until nobody is left. */
import type { Contexts } from '../usecases/access/make-contexts.ts'
import { checkDuplicates } from '../usecases/duplicates/check-duplicates.ts'
import type { Job } from './job.ts'

/** Some seconds' work in small transactions; after an import the rest comes with the next ticks. */
const PORTION = 1_000
const STEP = 100

export const makeDuplicatesJob = ({ contexts }: { readonly contexts: Pick<Contexts, 'forSystem'> }): Job => ({
  name: 'duplicates',
  async run({ workspace, report, keep, signal }) {
    let compared = comparedIn(report)
    const end = compared + PORTION
    while (compared < end && !signal.aborted) {
      const { checked, more } = await checkDuplicates(contexts.forSystem(workspace), STEP)
      compared += checked
      if (!more) return { kind: 'done', report: { compared } }
      if (!(await keep({ compared }))) break
    }
    return { kind: 'later', report: { compared } }
  },
})

const comparedIn = (report: unknown): number => {
  const { compared } = (report ?? {}) as { readonly compared?: unknown }
  return typeof compared === 'number' ? compared : 0
}
