/** A table as batches of judged rows: who they are, or what is wrong with them. */
import type { Result } from '../../domain/shared/result.ts'
import { ok, refuse } from '../../domain/shared/result.ts'
import type { Day, Zone } from '../../domain/shared/time.ts'
import {
  type ByHand,
  type ChosenColumns,
  type Columns,
  type ColumnsProblem,
  mapColumns,
} from '../../domain/transfer/columns.ts'
import { type DayOrder, dayOrderOf } from '../../domain/transfer/days.ts'
import type { ImportedRow, LeftOut } from '../../domain/transfer/imported.ts'
import { type ReadRowAs, readRow } from '../../domain/transfer/read-row.ts'
import type { TableRow } from '../ports/tables.ts'
import type { RefusedRow } from './sort-rows.ts'

/** What the person said of the whole file. */
export type SaidOfFile = Pick<ReadRowAs, 'basis' | 'standing' | 'role' | 'own'> & {
  readonly byHand: ByHand
  /** Column by column, which counts before every name. */
  readonly chosen?: ChosenColumns | undefined
  readonly today: Day
  readonly zone: Zone
}
export type Batch = {
  readonly rows: readonly ImportedRow[]
  readonly bad: readonly RefusedRow[]
}
export type Judged = {
  readonly columns: Columns
  /** Values that were no good and that a person can do without, by field. */
  readonly leftOut: ReadonlyMap<LeftOut, number>
  readonly batches: AsyncIterable<Batch>
}

/** So many rows tell what the columns hold. */
const SAMPLE = 200
/** Many enough that what each transaction costs hardly counts, few enough that memory stays small and nobody waits long. */
export const BATCH = 1_000

/** `skip` rows of people were read before. */
export async function judgeRows(
  rows: AsyncIterable<TableRow>,
  said: SaidOfFile,
  skip: number,
  size: number = BATCH,
): Promise<Result<Judged, ColumnsProblem>> {
  const left = rows[Symbol.asyncIterator]()
  const sample: TableRow[] = []
  while (sample.length < SAMPLE) {
    const next = await left.next()
    if (next.done === true) break
    sample.push(next.value)
  }
  const cellsOf = sample.map(({ cells }) => cells)
  const read = mapColumns(cellsOf, said.byHand, said.chosen, said.own)
  if (!read.ok) {
    await left.return?.()
    return refuse(read.refusal)
  }
  const columns = read.value
  const as: ReadRowAs = {
    ...said,
    mapping: columns.mapping,
    columns: columns.width,
    dayOrder: orderIn(cellsOf, columns, said),
  }
  const leftOut = new Map<LeftOut, number>()
  const first = columns.headed ? 1 : 0
  async function* everyRow(): AsyncGenerator<TableRow> {
    try {
      yield* sample.splice(0).slice(first)
      for (let next = await left.next(); next.done !== true; next = await left.next()) yield next.value
    } finally {
      await left.return?.()
    }
  }
  async function* batches(): AsyncGenerator<Batch> {
    let batch = { rows: [] as ImportedRow[], bad: [] as RefusedRow[] }
    let index = 0
    for await (const { row, cells } of everyRow()) {
      index += 1
      if (index <= skip) continue
      const judged = readRow(cells, as)
      if (judged.ok) {
        const { person, leftOut: without } = judged.value
        for (const field of without) leftOut.set(field, (leftOut.get(field) ?? 0) + 1)
        batch.rows.push({ row, cells, person, leftOut: without })
      } else batch.bad.push({ row, cells, reasons: judged.refusal })
      if (batch.rows.length + batch.bad.length < size) continue
      yield batch
      batch = { rows: [], bad: [] }
    }
    if (batch.rows.length + batch.bad.length > 0) yield batch
  }
  return ok({ columns, leftOut, batches: batches() })
}

/** What the days of the file betray, else what is usual where the team works. */
function orderIn(
  sample: readonly (readonly string[])[],
  { mapping }: Columns,
  { zone, own = [] }: Pick<SaidOfFile, 'zone' | 'own'>,
): DayOrder {
  const { standingDay = [], lastContacted = [], nextTouch = [] } = mapping
  const days = own.flatMap(({ id, kind }) => (kind === 'date' ? (mapping[`own:${id}`] ?? []) : []))
  const at = [...standingDay, ...lastContacted, ...nextTouch, ...days]
  const found = dayOrderOf(sample.flatMap((row) => at.map((column) => row[column] ?? '')))
  return found ?? (/^(?:America|US)\//.test(zone) ? 'month_first' : 'day_first')
}
