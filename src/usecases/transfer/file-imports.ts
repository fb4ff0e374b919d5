/** What a person does with a file that they import in Slack: begin, say what its columns hold, import, cancel, take back. */
import { z } from 'zod'
import { STANDINGS } from '../../domain/candidate/candidate.ts'
import { PERMISSION_BASES } from '../../domain/consent/permission.ts'
import type { FileImportId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { type ChosenColumns, SEVERAL } from '../../domain/transfer/columns.ts'
import { type ColumnField, IMPORT_FIELDS } from '../../domain/transfer/fields.ts'
import { type ImportAct, MOST_COLUMNS, mayDo, type TableHead } from '../../domain/transfer/file-import.ts'
import type { Ctx, SystemCtx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import type { CustomField } from '../ports/custom-fields.ts'
import type { FileImport } from '../ports/file-imports.ts'
import type { Tx } from '../ports/unit-of-work.ts'

export type ImportRefusal = { readonly kind: 'gone' } | { readonly kind: 'not_yours' } | { readonly kind: 'too_late' }

export const importCardKey = (id: FileImportId): string => `import_card:${id}`

const ImportInput = z.object({ importId: idInput('file_import') })

/** The file is on record, and the workers bring it. */
export const beginFileImport = defineUseCase({
  name: 'begin-file-import',
  permission: 'candidate.add',
  input: z.object({
    slackFileId: z.string().regex(/^F[A-Z0-9]{1,30}$/),
    file: z.string().min(1).max(255),
    basis: z.enum(PERMISSION_BASES),
    standing: z.enum(STANDINGS).optional(),
    role: z.string().max(150).optional(),
  }),
  run: async (
    ctx,
    { slackFileId, file, basis, standing, role },
  ): Promise<Result<{ readonly id: FileImportId }, never>> => {
    type Begun = { readonly id: FileImportId }
    const begun = await ctx.uow.once<Begun, never>(ctx.idempotencyKey, 'begin-file-import', async (tx) => {
      const id = ctx.newId<'file_import'>()
      const { memberId, slackUserId } = ctx.actor
      await tx.fileImports.begin({ id, memberId, slackFileId, file, basis, standing, role }, ctx.now)
      const key = importCardKey(id)
      await tx.posts.want({ key, kind: 'import_card', address: slackUserId, subjects: [id] }, ctx.now)
      await tx.events.append({ stream: `file_import:${id}`, type: 'file_import.begun', data: { basis } })
      return ok({ id })
    })
    if (begun.ok) wakeBoth(ctx)
    return begun
  },
})

export type MapRefusal =
  | ImportRefusal
  | { readonly kind: 'twice'; readonly field: ColumnField; readonly column: number }
  | { readonly kind: 'no_names' | 'no_contacts' }

const Field = z.union([
  z.enum(['none', ...IMPORT_FIELDS] as [string, ...string[]]),
  z.string().regex(/^own:[0-9a-f-]{36}$/),
])

/** What a page of columns holds; behind the last page everybody is counted. */
export const chooseColumns = defineUseCase({
  name: 'choose-columns',
  permission: 'candidate.add',
  input: ImportInput.extend({
    columns: z.array(z.tuple([z.number().int().min(0).max(MOST_COLUMNS), Field])),
    last: z.boolean(),
  }),
  run: async (ctx, { importId, columns, last }): Promise<Result<FileImport, MapRefusal>> => {
    // All pages are one view to Slack, and so have one key; a page before the last may be said again without one.
    const chosen = await ctx.uow.once<{ readonly id: FileImportId }, MapRefusal>(
      last ? ctx.idempotencyKey : undefined,
      'choose-columns',
      async (tx) => {
        const found = await lockMine(ctx, tx, importId, 'map')
        if (!found.ok) return found
        const head = await tx.fileImports.head(importId)
        if (head === undefined) return refuse({ kind: 'too_late' })
        const so = { ...found.value.chosen, ...Object.fromEntries(columns) } as ChosenColumns
        const all = everyColumn(head, so)
        const problem = problemIn(all, last)
        if (problem !== undefined) return refuse(problem)
        const state = last ? ({ state: 'counting', counted: undefined, nextAt: undefined } as const) : {}
        await tx.fileImports.change(importId, { chosen: last ? all : so, ...state }, ctx.now)
        await tx.posts.redraw(importId, ctx.now)
        await tx.events.append({
          stream: `file_import:${importId}`,
          type: 'file_import.columns_chosen',
          data: { last },
        })
        return ok({ id: importId })
      },
    )
    if (!chosen.ok) return chosen
    wakeBoth(ctx)
    const now = await ctx.uow.read((tx) => tx.fileImports.get(importId))
    return now === undefined ? refuse({ kind: 'gone' }) : ok(now)
  },
})

/** Each column as a person decided it, else as it looks. */
const everyColumn = ({ guessed }: TableHead, chosen: ChosenColumns): ChosenColumns =>
  Object.fromEntries(guessed.map((guess, at) => [at, chosen[at] ?? (guess === '' ? 'none' : (guess as ColumnField))]))

function problemIn(all: ChosenColumns, last: boolean): Exclude<MapRefusal, ImportRefusal> | undefined {
  const seen = new Set<ColumnField>()
  for (const [column, field] of Object.entries(all)) {
    if (field === 'none') continue
    if (seen.has(field) && !SEVERAL.has(field)) return { kind: 'twice', field, column: Number(column) }
    seen.add(field)
  }
  if (!last) return undefined
  if (!seen.has('fullName') && !seen.has('firstName') && !seen.has('lastName')) return { kind: 'no_names' }
  return seen.has('email') || seen.has('phone') || seen.has('profileLink') ? undefined : { kind: 'no_contacts' }
}

/** *Import*: from now on it is done by the workers, whatever happens to the process. */
export const startFileImport = defineUseCase({
  name: 'start-file-import',
  permission: 'candidate.add',
  input: ImportInput,
  run: (ctx, { importId }) => move(ctx, importId, 'import', { state: 'importing', nextAt: undefined }),
})

/** What was imported by then stays until it is taken back. */
export const cancelFileImport = defineUseCase({
  name: 'cancel-file-import',
  permission: 'candidate.add',
  input: ImportInput,
  run: (ctx, { importId }) => move(ctx, importId, 'cancel', { state: 'cancelled', head: undefined }),
})

/** Whom the file added goes again, but for those with whom something was done since. */
export const undoFileImport = defineUseCase({
  name: 'undo-file-import',
  permission: 'candidate.add',
  input: ImportInput,
  run: (ctx, { importId }) => move(ctx, importId, 'undo', { state: 'undoing', nextAt: undefined }),
})

const EVENTS = {
  import: 'file_import.started',
  cancel: 'file_import.cancelled',
  undo: 'file_import.undo_begun',
} as const

async function move(
  ctx: Ctx,
  importId: FileImportId,
  act: 'import' | 'cancel' | 'undo',
  change: Parameters<Tx['fileImports']['change']>[1],
): Promise<Result<{ readonly id: FileImportId }, ImportRefusal>> {
  const moved = await ctx.uow.once<{ readonly id: FileImportId }, ImportRefusal>(
    ctx.idempotencyKey,
    `file-import-${act}`,
    async (tx) => {
      const found = await lockMine(ctx, tx, importId, act)
      if (!found.ok) return found
      await tx.fileImports.change(importId, change, ctx.now)
      await tx.posts.redraw(importId, ctx.now)
      await tx.events.append({ stream: `file_import:${importId}`, type: EVENTS[act], data: {} })
      return ok({ id: importId })
    },
  )
  if (moved.ok) wakeBoth(ctx)
  return moved
}

async function lockMine(
  ctx: Ctx,
  tx: Tx,
  id: FileImportId,
  act: ImportAct,
): Promise<Result<FileImport, ImportRefusal>> {
  const found = await tx.fileImports.lock(id)
  if (found === undefined) return refuse({ kind: 'gone' })
  if (found.memberId !== ctx.actor.memberId) return refuse({ kind: 'not_yours' })
  return mayDo(act, found.state, found.done?.added ?? 0) ? ok(found) : refuse({ kind: 'too_late' })
}

const wakeBoth = ({ services }: Ctx): void => {
  services.wake.imports()
  services.wake.posts()
}

export type ImportForm = {
  readonly found: FileImport
  readonly head: TableHead
  /** Fields that the workspace defined; a column may hold one of them. */
  readonly own: readonly CustomField[]
}

/** For the form that asks what the columns hold. */
export const loadColumns = defineUseCase({
  name: 'load-columns',
  permission: 'candidate.add',
  input: ImportInput,
  run: async (ctx, { importId }): Promise<Result<ImportForm, ImportRefusal>> => {
    const [found, head, own] = await ctx.uow.read((tx) =>
      Promise.all([tx.fileImports.get(importId), tx.fileImports.head(importId), tx.customFields.active()]),
    )
    if (found === undefined) return refuse({ kind: 'gone' })
    if (found.memberId !== ctx.actor.memberId) return refuse({ kind: 'not_yours' })
    return head !== undefined && mayDo('map', found.state, 0) ? ok({ found, head, own }) : refuse({ kind: 'too_late' })
  },
})

/** For its message, whoever draws it. */
export const loadImportCard = (ctx: SystemCtx, id: FileImportId): Promise<FileImport | undefined> =>
  ctx.uow.read((tx) => tx.fileImports.get(id))
