import { sql } from 'kysely'
import type { ModelCallStore, ModelOutcome } from '../../../usecases/ports/model-calls.ts'
import type { Scope } from '../scope.ts'
import { toInstant } from '../values.ts'

export function makeModelCallStore({ db, workspaceId }: Scope): ModelCallStore {
  const calls = () => db.selectFrom('modelCall').where('workspaceId', '=', workspaceId)
  const spentSince = async (since: Date): Promise<number> => {
    const { spent } = await calls()
      .select(sql<number>`coalesce(sum(input_tokens + output_tokens), 0)`.as('spent'))
      .where('at', '>=', since)
      .executeTakeFirstOrThrow()
    return spent
  }
  return {
    async begin(call, most, budget) {
      // Whoever begins at the same moment waits for this commit, then counts it in.
      await sql`SELECT pg_advisory_xact_lock(hashtext('model_call'), hashtext(${workspaceId}))`.execute(db)
      const room = budget.tokens - (await spentSince(new Date(budget.since)))
      const fits = most.inputTokens + most.outputTokens <= room
      await db
        .insertInto('modelCall')
        .values({
          workspaceId,
          ...call,
          at: new Date(call.at),
          candidateId: call.candidateId ?? null,
          draftId: call.draftId ?? null,
          milliseconds: 0,
          ...(fits ? { ...most, outcome: 'asked' } : { inputTokens: 0, outputTokens: 0, outcome: 'over_budget' }),
        })
        .execute()
      return fits
    },
    async end(id, outcome, usage, milliseconds) {
      await db
        .updateTable('modelCall')
        .set({ outcome, milliseconds, ...usage })
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', id)
        .returning('id')
        .executeTakeFirstOrThrow()
    },
    async lastFor(draftId) {
      const row = await calls()
        .select(['outcome', 'at'])
        .where('draftId', '=', draftId)
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row === undefined ? undefined : { outcome: row.outcome as ModelOutcome, at: toInstant(row.at) }
    },
  }
}
