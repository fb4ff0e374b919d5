/** `medallist import`: a table of people, dry or for good, from where it was cut off. */
import { basename } from 'node:path'
import { isSameFile, openRefusedFile, type RefusedFile } from '../adapters/files/refused-file.ts'
import { openTable } from '../adapters/files/table.ts'
import { STANDINGS } from '../domain/candidate/candidate.ts'
import { PERMISSION_BASES } from '../domain/consent/permission.ts'
import { fieldSlug } from '../domain/pool/query/custom.ts'
import { dayIn } from '../domain/shared/time.ts'
import { columnsProblem } from '../domain/shared/words/transfer.ts'
import { type ByHand, type Columns, SEVERAL } from '../domain/transfer/columns.ts'
import { type ColumnField, IMPORT_FIELDS } from '../domain/transfer/fields.ts'
import { plainHeading } from '../domain/transfer/headings.ts'
import type { LeftOut } from '../domain/transfer/imported.ts'
import type { CustomField } from '../usecases/ports/custom-fields.ts'
import type { ImportRun } from '../usecases/ports/imports.ts'
import { listFields } from '../usecases/profile/custom-fields.ts'
import { finishImport, type KeepRefused, newRun, unfinishedImport } from '../usecases/transfer/import-batch.ts'
import { readThrough } from '../usecases/transfer/read-through.ts'
import type { Imagined } from '../usecases/transfer/sort-rows.ts'
import { EXIT, UsageError } from './exit.ts'
import type { Offline } from './open-offline.ts'

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
  if (options.refused !== undefined && isSameFile(options.refused, options.file))
    throw new UsageError('--refused names the file that is imported. Name another one, which may be written over.')
  const dryRun = options.dryRun || !options.yes
  const table = await openTable(options.file)
  const ctx = offline.ctx()
  const own = granted(await listFields(ctx, {}))
  const found = dryRun ? undefined : granted(await unfinishedImport(ctx, { id: table.id, basis }))
  let run: ImportRun = found ?? newRun(ctx, { id: table.id, file: basename(options.file).slice(0, 255), basis })
  const resumedAt = run.rows
  const imagined: Imagined | undefined = dryRun ? new Map() : undefined
  let refusedFile: RefusedFile | undefined
  let columnsRead: Record<string, string[]> = {}
  let analyzeAt = 500
  const startedAt = performance.now()
  const hand = byHand(options.map, own)
  const begin = (columns: Columns): KeepRefused => {
    const missing = (Object.values(hand) as string[][])
      .flat()
      .find((name) => !columns.names.some((one) => plainHeading(one) === plainHeading(name)))
    if (missing !== undefined)
      throw new UsageError(`No column is called “${missing}”. The columns of the file: ${columns.names.join(', ')}`)
    columnsRead = Object.fromEntries(
      Object.entries(columns.mapping).map(([field, at = []]) => [
        fieldName(field, own),
        at.map((column) => columns.names[column] ?? ''),
      ]),
    )
    said.progress(
      `${table.form()}. ${Object.entries(columnsRead)
        .map(([field, names]) => `${field} ← ${names.join(', ')}`)
        .join('; ')}`,
    )
    if (columns.ignored.length > 0) said.progress(`Not read: ${columns.ignored.join(', ')}`)
    if (resumedAt > 0) said.progress(`Goes on behind row ${resumedAt}, where it was cut off.`)
    refusedFile = opened(options.refused, columns.names, run.refusedBytes)
    if (refusedFile.isPartial) said.progress('The rows that were refused before are not in this file of refused rows.')
    return refusedFile.keep
  }
  const between = async (now: ImportRun): Promise<boolean> => {
    said.progress(progressLine(now, startedAt, resumedAt))
    if (dryRun || now.rows - resumedAt < analyzeAt) return true
    await offline.analyze()
    analyzeAt *= 10
    return true
  }
  const { zone } = ctx.workspace
  const saidOfFile = {
    basis,
    standing,
    role: options.role,
    byHand: hand,
    own,
    today: dayIn(ctx.now, zone),
    zone,
  }
  let leftOut: ReadonlyMap<LeftOut, number>
  let ignored: readonly string[]
  try {
    const read = await readThrough({
      rows: table.rows(),
      said: saidOfFile,
      run,
      ctx: async () => offline.ctx(),
      imagined,
      begin,
      between,
    })
    if (!read.ok) {
      if (read.refusal.kind === 'columns') throw new UsageError(columnsProblem(read.refusal.problem))
      throw new Error(`Refused: ${JSON.stringify(read.refusal)}`)
    }
    run = read.value.run
    leftOut = read.value.leftOut
    ignored = read.value.columns.ignored
    if (!dryRun) run = granted(await finishImport(offline.ctx(), { run }))
  } finally {
    refusedFile?.close()
  }
  const summary = {
    file: run.file,
    form: table.form(),
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
    ignoredColumns: ignored,
    seconds: Math.round(performance.now() - startedAt) / 1_000,
  }
  said.out(options.json ? `${JSON.stringify(summary)}\n` : inWords(summary, options.yes || options.dryRun))
  return run.refused > 0 ? EXIT.someRefused : EXIT.done
}

/** Before a row counts: whoever has no place for the refused rows imports nobody. */
function opened(...[path, ...rest]: Parameters<typeof openRefusedFile>): RefusedFile {
  try {
    return openRefusedFile(path, ...rest)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (path === undefined || code === undefined) throw error
    throw new UsageError(`--refused: no file can be written at ${path} (${code}). Nobody was imported.`)
  }
}

const fieldName = (field: string, own: readonly CustomField[]): string => {
  const mine = own.find(({ id }) => field === `own:${id}`)
  return mine === undefined ? field : `custom:${fieldSlug(mine.name)}`
}

const isNone = (column: string): boolean => column.trim().toLowerCase() === 'none'

/** `--map email="Work address"`, `--map custom:notice-period="Notice"`; `--map jobFunction=none` is read from no column. */
function byHand(pairs: readonly string[], own: readonly CustomField[]): ByHand {
  const named: Partial<Record<ColumnField, readonly string[]>> = {}
  const fields: readonly ColumnField[] = [...IMPORT_FIELDS, ...own.map(({ id }): ColumnField => `own:${id}`)]
  for (const pair of pairs) {
    const [field = '', ...name] = pair.split('=')
    const known = fields.find((one) => fieldName(one, own) === field)
    if (known === undefined || name.length === 0)
      throw new UsageError(
        `--map takes field="Column"; the fields are ${fields.map((one) => fieldName(one, own)).join(', ')}`,
      )
    const column = name.join('=')
    if (named[known] !== undefined && (!SEVERAL.has(known) || named[known].length === 0 || isNone(column)))
      throw new UsageError(`--map ${field} was given twice; it takes one column.`)
    named[known] = isNone(column) ? [] : [...(named[known] ?? []), column]
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
  readonly leftOut: Readonly<Record<string, number>>
}

function inWords(summary: Summary, decided: boolean): string {
  const { dryRun, rows, merged, refused, refusedFile } = summary
  const without = Object.entries(summary.leftOut)
    .map(([field, times]) => `${field} ${times}`)
    .join(', ')
  const lines = [
    `${rows} rows: ${summary.new} new, ${merged} merged with people known already, ${refused} refused.`,
    ...(refused > 0 && refusedFile !== null ? [`The refused rows, each with its reason: ${refusedFile}`] : []),
    ...(without === '' ? [] : [`Left out, as it was not understood, too much or too long: ${without}.`]),
    ...(dryRun ? ['Nothing was written.'] : []),
    ...(decided ? [] : ['Add --yes to import them.']),
  ]
  return `${lines.join('\n')}\n`
}
