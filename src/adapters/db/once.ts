import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { DAY, plus } from '../../domain/shared/time.ts'
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

/** Slack repeats a delivery within the hour; a form may stay open for days. */
const KEYS_LAST = 30 * DAY
/** Every so many acts forget so many keys, so that the table stays as long as a month is busy. */
const FORGET_EVERY = 16
const FORGET = 2 * FORGET_EVERY
let acts = 0

/** Never waits for another who does the same. */
const forgetting = ({ workspaceId, now }: Scope) =>
  fixed`DELETE FROM idempotency WHERE workspace_id = ${workspaceId}::uuid AND key IN (
    SELECT key FROM idempotency WHERE workspace_id = ${workspaceId}::uuid AND at < ${new Date(plus(now, -KEYS_LAST))}
    ORDER BY at LIMIT ${FORGET} FOR UPDATE SKIP LOCKED)`

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

function remember(scope: Scope, { id, useCase, value }: { id: string; useCase: string; value: unknown }): void {
  const { later, workspaceId, now } = scope
  acts += 1
  if (acts % FORGET_EVERY === 0) later(forgetting(scope))
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
