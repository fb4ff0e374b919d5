/** The rows of a file that were refused before, found anew: whoever goes on with an import elsewhere has none of what was written there. */
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import type { ColumnsProblem } from '../../domain/transfer/columns.ts'
import type { Ctx } from '../context.ts'
import type { TableRow } from '../ports/tables.ts'
import { judgeRows, type SaidOfFile } from './judge-rows.ts'
import { type RefusedRow, sortRows } from './sort-rows.ts'

const BATCH = 200

/** Of the first `until` rows, those that would be refused by now, batch by batch. */
export async function refusedAgain(
  ctx: Ctx,
  rows: AsyncIterable<TableRow>,
  said: SaidOfFile,
  until: number,
  keep: (refused: readonly RefusedRow[]) => void,
): Promise<Result<null, ColumnsProblem>> {
  const judged = await judgeRows(rows, said, 0, BATCH)
  if (!judged.ok) return refuse(judged.refusal)
  let left = until
  for await (const batch of judged.value.batches) {
    const numbers = [...batch.rows, ...batch.bad].map(({ row }) => row).toSorted((one, other) => one - other)
    const last = numbers[Math.min(left, numbers.length) - 1] ?? 0
    left -= numbers.length
    const good = batch.rows.filter(({ row }) => row <= last)
    const bad = batch.bad.filter(({ row }) => row <= last)
    const { refused } = await ctx.uow.read((tx) => sortRows(tx, good, 'look', new Map()))
    keep([...bad, ...refused].toSorted((one, other) => one.row - other.row))
    if (left <= 0) break
  }
  return ok(null)
}
