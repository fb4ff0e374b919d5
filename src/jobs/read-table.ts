/** One reading of an import's file, from where it stands to its end. */
import { dayIn, type Instant, plus, SECOND } from '../domain/shared/time.ts'
import type { ImportCounts, ImportProblem } from '../domain/transfer/file-import.ts'
import type { CustomField } from '../usecases/ports/custom-fields.ts'
import type { FileImport, FileImportChange } from '../usecases/ports/file-imports.ts'
import type { ImportRun } from '../usecases/ports/imports.ts'
import type { Table } from '../usecases/ports/tables.ts'
import type { KeepRefused } from '../usecases/transfer/import-batch.ts'
import type { SaidOfFile } from '../usecases/transfer/judge-rows.ts'
import { type ReadSoFar, readThrough } from '../usecases/transfer/read-through.ts'
import type { Imagined } from '../usecases/transfer/sort-rows.ts'
import { advance, type Held } from './held-import.ts'

/** Fewer than the terminal takes: other people's statements wait no longer than for these. */
const BATCH = 200
/** Slack lets a message be changed about once a second; people look less often. */
export const TOLD_EACH = 3 * SECOND

export const runOf = ({ tableId, file, basis }: FileImport) => ({ id: tableId ?? '', file, basis })
export const countsOf = ({ rows, added, merged, refused }: ImportRun): ImportCounts => ({
  rows,
  added,
  merged,
  refused,
})

type How = {
  readonly imagined?: Imagined
  readonly importId?: string
  readonly begin: (names: readonly string[]) => KeepRefused | Promise<KeepRefused>
  readonly change: (run: ImportRun) => FileImportChange
  readonly between?: (run: ImportRun) => Promise<void>
}

export async function readRows(
  held: Held,
  found: FileImport,
  run: ImportRun,
  how: How,
): Promise<ReadSoFar | 'stopped' | { readonly problem: ImportProblem }> {
  const table = await tableOf(held, found)
  if ('problem' in table) return table
  let toldAt: Instant = held.system().now
  const read = await readThrough({
    rows: table.rows(),
    said: await saidOf(held, found),
    run,
    ctx: held.person,
    imagined: how.imagined,
    importId: how.importId,
    batch: BATCH,
    begin: ({ names }) => how.begin(names),
    between: async (so) => {
      const at = held.system().now
      const draw = at >= plus(toldAt, TOLD_EACH)
      if (draw) toldAt = at
      if (!(await advance(held, found, how.change(so), draw))) return false
      await how.between?.(so)
      return true
    },
  })
  if (!read.ok) return { problem: read.refusal.kind === 'columns' ? 'columns' : 'not_allowed' }
  return read.value.stopped ? 'stopped' : read.value
}

export async function tableOf(held: Held, found: FileImport): Promise<Table | { readonly problem: ImportProblem }> {
  const opened = await held.parts.desk.open(found.id, held.parts.files(held.workspace), found.slackFileId)
  if (!opened.ok) return { problem: opened.refusal }
  return opened.value.id === found.tableId ? opened.value : { problem: 'changed' }
}

/** Fields that the workspace defined: a column may hold one of them. */
export const ownFields = (held: Held): Promise<readonly CustomField[]> =>
  held.system().uow.read((tx) => tx.customFields.active())

export async function saidOf(held: Held, { basis, standing, role, chosen }: FileImport): Promise<SaidOfFile> {
  const { now, workspace } = held.system()
  const { zone } = workspace
  return { basis, standing, role, chosen, byHand: {}, own: await ownFields(held), today: dayIn(now, zone), zone }
}
