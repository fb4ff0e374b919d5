import type { ModelCallStore, ModelOutcome } from '../../../usecases/ports/model-calls.ts'
import type { Scope } from '../scope.ts'
import { toInstant } from '../values.ts'

export function makeModelCallStore({ db, workspaceId }: Scope): ModelCallStore {
  const spentSince = async (since: Date): Promise<number> => {
    const spent = await db.modelCall.aggregate({
      where: { workspaceId, at: { gte: since } },
      _sum: { inputTokens: true, outputTokens: true },
    })
    return (spent._sum.inputTokens ?? 0) + (spent._sum.outputTokens ?? 0)
  }
  return {
    async begin(call, most, budget) {
      // Whoever begins at the same moment waits for this commit, then counts it in.
      await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('model_call'), hashtext(${workspaceId}))`
      const room = budget.tokens - (await spentSince(new Date(budget.since)))
      const fits = most.inputTokens + most.outputTokens <= room
      await db.modelCall.create({
        data: {
          workspaceId,
          ...call,
          at: new Date(call.at),
          candidateId: call.candidateId ?? null,
          draftId: call.draftId ?? null,
          milliseconds: 0,
          ...(fits ? { ...most, outcome: 'asked' } : { inputTokens: 0, outputTokens: 0, outcome: 'over_budget' }),
        },
      })
      return fits
    },
    async end(id, outcome, usage, milliseconds) {
      await db.modelCall.update({
        where: { workspaceId_id: { workspaceId, id } },
        data: { outcome, milliseconds, ...usage },
      })
    },
    async lastFor(draftId) {
      const row = await db.modelCall.findFirst({
        where: { workspaceId, draftId },
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
      })
      return row === null ? undefined : { outcome: row.outcome as ModelOutcome, at: toInstant(row.at) }
    },
  }
}
