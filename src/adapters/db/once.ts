import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import type { Tx } from '../../usecases/ports/unit-of-work.ts'
import { fixed } from './fixed.ts'
import type { Scope } from './scope.ts'

/** Does `work` in a transaction of its own. */
export type Run = <Value>(work: (tx: Tx, scope: Scope) => Promise<Value>) => Promise<Value>

/** Carries a refusal out of a transaction that must leave nothing behind. */
class Refused extends Error {
  readonly refusal: unknown
  constructor(refusal: unknown) {
    super('refused')
    this.refusal = refusal
  }
}

/**
 * The key is written last, in one breath with the commit: whoever repeats an act that was committed meanwhile is rolled back by it and reads
 * the first one's result, and so does a repetition that failed on what the first one changed.
 */
export async function once<Value, Refusal>(
  run: Run,
  key: string | undefined,
  useCase: string,
  work: (tx: Tx) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal>> {
  const id = `${useCase}:${key}`
  try {
    return await run(async (tx, scope) => {
      const result = await work(tx)
      if (!result.ok) throw new Refused(result.refusal)
      if (key !== undefined) remember(scope, { id, useCase, value: result.value })
      return result
    })
  } catch (error) {
    const first = key === undefined ? undefined : await run((_, scope) => remembered(scope, id))
    if (first !== undefined) return ok(first.value as Value)
    if (error instanceof Refused) return refuse(error.refusal as Refusal)
    throw error
  }
}

function remember(
  { later, workspaceId, now }: Scope,
  { id, useCase, value }: { id: string; useCase: string; value: unknown },
): void {
  later(fixed`INSERT INTO idempotency (workspace_id, key, use_case, result, at)
    VALUES (${workspaceId}::uuid, ${id}, ${useCase}, ${JSON.stringify({ value })}::jsonb, ${new Date(now)})`)
}

async function remembered({ db, workspaceId }: Scope, id: string): Promise<{ readonly value?: unknown } | undefined> {
  const row = await db
    .selectFrom('idempotency')
    .select('result')
    .where('workspaceId', '=', workspaceId)
    .where('key', '=', id)
    .executeTakeFirst()
  return row === undefined ? undefined : (row.result as { readonly value?: unknown })
}
