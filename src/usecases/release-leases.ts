import type { SystemCtx } from './context.ts'

/**
 * At the start on a database that only one process can open: whoever held a lease is dead, so nobody needs to wait until it runs out. What
 * was only claimed is taken up at once, and what was being handed over is in doubt before anybody wonders.
 */
export const releaseLeases = (ctx: SystemCtx): Promise<void> =>
  ctx.uow.run(async (tx) => {
    await tx.sends.expireLeases()
    await tx.posts.expireLeases()
    await tx.jobRuns.expireLeases()
    await tx.fileImports.expireLeases()
  })
