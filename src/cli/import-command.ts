/** `medallist import`: a table of people, dry or for good, from where it was cut off. */
import { basename } from 'node:path'
import { openTable } from '../adapters/files/table.ts'
import { STANDINGS } from '../domain/candidate/candidate.ts'
import { PERMISSION_BASES } from '../domain/consent/permission.ts'
import { dayIn } from '../domain/shared/time.ts'
import { columnsProblem } from '../domain/shared/words/transfer.ts'
import { IMPORT_FIELDS, type ImportField } from '../domain/transfer/fields.ts'
import type { Ctx } from '../usecases/context.ts'
import type { ImportRun } from '../usecases/ports/imports.ts'
import { finishImport, importBatch, unfinishedImport } from '../usecases/transfer/import-batch.ts'
import type { Imagined } from '../usecases/transfer/sort-rows.ts'
import { EXIT, UsageError } from './exit.ts'
import { judgeRows } from './judged-rows.ts'
import type { Offline } from './open-offline.ts'
import { openRefusedFile } from './refused-file.ts'

export type ImportOptions = {
  readonly file: string
  readonly basis?: string | undefined
  readonly standing?: string | undefined
  readonly role?: string | undefined
  readonly refused?: string | undefined
  readonly map: readonly string[]
  readonly yes: boolean
  readonly dryRun: boolean
  readonly json: boolean
}
export type Said = { readonly out: (text: string) => void; readonly progress: (text: string) => void }

export async function importCommand(offline: Offline, options: ImportOptions, said: Said): Promise<number> {
  const basis = PERMISSION_BASES.find((one) => one === options.basis)
  if (basis === undefined)
    throw new UsageError(`--basis is one of ${PERMISSION_BASES.join(', ')}: on which ground do you keep these people?`)
  const standing = STANDINGS.find((one) => one === options.standing)
  if (options.standing !== undefined && standing === undefined)
    throw new UsageError(`--standing is one of ${STANDINGS.join(', ')}`)
  const dryRun = options.dryRun || !options.yes
  const table = await openTable(options.file)
  const ctx = offline.ctx()
  const found = dryRun ? undefined : granted(await unfinishedImport(ctx, { id: table.id, basis }))
  let run: ImportRun = found ?? begin(ctx, { id: table.id, file: basename(options.file).slice(0, 255), basis })
  const resumedAt = run.rows
  const { zone } = ctx.workspace
  const judged = await judgeRows(
    table.rows(),
    { basis, standing, role: options.role, byHand: byHand(options.map), today: dayIn(ctx.now, zone), zone },
    run.rows,
  )
  if (!judged.ok) throw new UsageError(columnsProblem(judged.refusal))
  const { columns, batches, leftOut } = judged.value
  const columnsRead = Object.fromEntries(
    Object.entries(columns.mapping).map(([field, at]) => [field, at.map((column) => columns.names[column] ?? '')]),
  )
  said.progress(
    `${table.form}. ${Object.entries(columnsRead)
      .map(([field, names]) => `${field} ← ${names.join(', ')}`)
      .join('; ')}`,
  )
  if (columns.ignored.length > 0) said.progress(`Not read: ${columns.ignored.join(', ')}`)
  if (resumedAt > 0) said.progress(`Goes on behind row ${resumedAt}, where it was cut off.`)
  const refusedFile = openRefusedFile(options.refused, columns.names, run.refusedBytes)
  if (refusedFile.isPartial) said.progress('The rows that were refused before are not in this file of refused rows.')
  const imagined: Imagined | undefined = dryRun ? new Map() : undefined
  let analyzeAt = 500
  const startedAt = performance.now()
  try {
    let writing: Promise<ImportRun> = Promise.resolve(run)
    for await (const batch of batches) {
      // While a batch is written the next one is read and judged.
      run = await writing
      const before = run
      if (!dryRun && before.rows > 0 && before.rows - resumedAt >= analyzeAt) {
        await offline.analyze()
        analyzeAt *= 10
      }
      const sent = Promise.withResolvers<void>()
      writing = importBatch(offline.ctx(), {
        ...batch,
        run: before,
        keepRefused: (rows, from) => {
          sent.resolve()
          return refusedFile.keep(rows, from)
        },
        dryRun: imagined,
      }).then(granted)
      // Reading on before the database has its work would keep it waiting for us.
      await Promise.race([sent.promise, writing.catch(() => undefined)])
      if (before.rows > resumedAt) said.progress(progressLine(before, startedAt, resumedAt))
    }
    run = await writing
    if (!dryRun) run = granted(await finishImport(offline.ctx(), { run }))
  } finally {
    refusedFile.close()
  }
  const summary = {
    file: run.file,
    dryRun,
    basis,
    rows: run.rows,
    new: run.added,
    merged: run.merged,
    unchanged: run.unchanged,
    refused: run.refused,
    resumedAt,
    refusedFile: options.refused ?? null,
    leftOut: Object.fromEntries(leftOut),
    columns: columnsRead,
    ignoredColumns: columns.ignored,
    seconds: Math.round(performance.now() - startedAt) / 1_000,
  }
  said.out(options.json ? `${JSON.stringify(summary)}\n` : inWords(summary, options.yes || options.dryRun))
  return run.refused > 0 ? EXIT.someRefused : EXIT.done
}

const begin = ({ now }: Ctx, of: Pick<ImportRun, 'id' | 'file' | 'basis'>): ImportRun => ({
  ...of,
  rows: 0,
  added: 0,
  merged: 0,
  unchanged: 0,
  refused: 0,
  refusedBytes: 0,
  startedAt: now,
  finishedAt: undefined,
})

/** `--map email="Work address"` */
function byHand(pairs: readonly string[]): Partial<Record<ImportField, string>> {
  const named: Partial<Record<ImportField, string>> = {}
  for (const pair of pairs) {
    const [field = '', ...name] = pair.split('=')
    const known = IMPORT_FIELDS.find((one) => one === field)
    if (known === undefined || name.length === 0)
      throw new UsageError(`--map takes field="Column"; the fields are ${IMPORT_FIELDS.join(', ')}`)
    named[known] = name.join('=')
  }
  return named
}

/** The operator may do everything, so a refusal of an act is a mistake of this command. */
function granted<Value>(
  result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: unknown },
): Value {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}

function progressLine({ rows, added, merged, refused }: ImportRun, startedAt: number, from: number): string {
  const perSecond = Math.round((rows - from) / Math.max(0.001, (performance.now() - startedAt) / 1_000))
  return `${rows} rows: ${added} new, ${merged} merged, ${refused} refused (${perSecond} a second)`
}

type Summary = {
  readonly dryRun: boolean
  readonly rows: number
  readonly new: number
  readonly merged: number
  readonly refused: number
  readonly refusedFile: string | null
}

function inWords(summary: Summary, decided: boolean): string {
  const { dryRun, rows, merged, refused, refusedFile } = summary
  const lines = [
    `${rows} rows: ${summary.new} new, ${merged} merged with people known already, ${refused} refused.`,
    ...(refused > 0 && refusedFile !== null ? [`The refused rows, each with its reason: ${refusedFile}`] : []),
    ...(dryRun ? ['Nothing was written.'] : []),
    ...(decided ? [] : ['Add --yes to import them.']),
  ]
  return `${lines.join('\n')}\n`
}
