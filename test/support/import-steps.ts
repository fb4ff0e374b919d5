/** The transactions of an import by name, so that a process may die right before or right behind any one of them. */
import type { Tx } from '../../src/usecases/ports/unit-of-work.ts'

export type Dying = { readonly when: 'before' | 'behind'; readonly step: string; readonly by: 'SIGKILL' | 'SIGSTOP' }

/** Notes in `seen` which steps a transaction takes. */
export const watchingImports = (tx: Tx, seen: string[]): Tx => ({
  ...tx,
  imports: {
    ...tx.imports,
    keepRun: async (run) => {
      await tx.imports.keepRun(run)
      seen.push(run.finishedAt === undefined ? `batch to ${run.rows}` : 'finished')
    },
  },
  candidates: {
    ...tx.candidates,
    remove: async (id) => {
      seen.push('removing')
      return tx.candidates.remove(id)
    },
  },
  fileImports: {
    ...tx.fileImports,
    claim: async (...asked) => {
      const found = await tx.fileImports.claim(...asked)
      if (found !== undefined) seen.push(`${found.state}: claimed`)
      return found
    },
    advance: async (id, owner, from, change, lease) => {
      const names = Object.keys(change)
      if (names.length > 0) seen.push(`${from}: ${change.state ?? names.join(' ')}`)
      return tx.fileImports.advance(id, owner, from, change, lease)
    },
  },
})
