/** Some hundred rows of a file become people, in one transaction together with how far the file was read. */
import { z } from 'zod'
import { PERMISSION_BASES } from '../../domain/consent/permission.ts'
import type { FileImportId } from '../../domain/shared/ids.ts'
import { ok, type Result } from '../../domain/shared/result.ts'
import type { ImportedRow } from '../../domain/transfer/imported.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { type ImportRun, isContactTaken } from '../ports/imports.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { addToKnown } from './add-to-known.ts'
import { barAsSaid, type ImportedFrom, newPerson } from './new-person.ts'
import { type Imaginary, type Imagined, type RefusedRow, sortRows } from './sort-rows.ts'

/** Somebody else imports the same file at this moment. */
export class ImportOvertakenError extends Error {
  override readonly name = 'ImportOvertakenError'
}

/**
 * Writes what was refused behind the first `from` bytes of the file of refused rows, and answers how long it is then. It is asked before the
 * commit, and again where that failed, so that what counts as read is in that file.
 */
export type KeepRefused = (rows: readonly RefusedRow[], from: number) => Promise<number>

const BatchInput = z.object({
  rows: z.custom<readonly ImportedRow[]>(Array.isArray),
  /** Of the same batch, refused for what stands in them. */
  bad: z.custom<readonly RefusedRow[]>(Array.isArray),
  /** As it was after the last batch. */
  run: z
    .object({
      id: z.string(),
      file: z.string().min(1).max(255),
      basis: z.enum(PERMISSION_BASES),
    })
    .loose(),
  /** Whose import it is, where it can be undone: those whom it adds bear its id. */
  importId: z.uuid().optional(),
  keepRefused: z.custom<KeepRefused>((keep) => typeof keep === 'function'),
  /** Nothing is written; it remembers who would be there by now. */
  dryRun: z.custom<Imagined>((seen) => seen instanceof Map).optional(),
})

const MOST_ATTEMPTS = 5

/** Rows that were judged already. Known people are added to and others are new, by the same rules as by hand. Answers how the file stands. */
export const importBatch = defineUseCase({
  name: 'import-batch',
  permission: 'candidate.add',
  input: BatchInput,
  run: async (ctx, { rows, bad, keepRefused, dryRun, importId, ...input }): Promise<Result<ImportRun, never>> => {
    const run = input.run as ImportRun
    if (dryRun !== undefined) {
      const done = await ctx.uow.read((tx) => imagine(tx, rows, dryRun))
      return ok(
        await after(run, { ...done, read: rows.length + bad.length, refused: [...bad, ...done.refused] }, keepRefused),
      )
    }
    for (let attempt = 1; ; attempt += 1) {
      try {
        return ok(
          await ctx.uow.run(async (tx) => {
            const onRecord = await tx.imports.lockRun(run.id)
            const expected = run.rows === 0 || (onRecord?.rows === run.rows && onRecord.startedAt === run.startedAt)
            if (!expected) throw new ImportOvertakenError('This file is being imported by another process')
            const done = await write(ctx, tx, rows, { ...run, importId: importId as FileImportId | undefined })
            const now = await after(
              run,
              { ...done, read: rows.length + bad.length, refused: [...bad, ...done.refused] },
              keepRefused,
            )
            await tx.imports.keepRun(now)
            await tx.events.append({ stream: `import:${run.id}`, type: 'import.read', data: countsOf(now) })
            return now
          }),
        )
      } catch (error) {
        if (!isContactTaken(error) || attempt === MOST_ATTEMPTS) throw error
      }
    }
  },
})

/** Of a file that was not read before. */
export const newRun = ({ now }: Ctx, of: Pick<ImportRun, 'id' | 'file' | 'basis'>): ImportRun => ({
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

/** The last row was read. */
export const finishImport = defineUseCase({
  name: 'finish-import',
  permission: 'candidate.add',
  input: z.object({ run: BatchInput.shape.run }),
  run: async (ctx, input): Promise<Result<ImportRun, never>> => {
    const run: ImportRun = { ...(input.run as ImportRun), finishedAt: ctx.now }
    await ctx.uow.run((tx) => tx.imports.keepRun(run))
    return ok(run)
  },
})

/** How far this file was read before; `undefined` where it was not, or to its end. */
export const unfinishedImport = defineUseCase({
  name: 'unfinished-import',
  permission: 'candidate.add',
  input: z.object({ id: z.string(), basis: z.enum(PERMISSION_BASES) }),
  run: async (ctx, { id, basis }): Promise<Result<ImportRun | undefined, never>> => {
    const run = await ctx.uow.run((tx) => tx.imports.run(id))
    // On another ground it is another import.
    return ok(run === undefined || run.finishedAt !== undefined || run.basis !== basis ? undefined : run)
  },
})

type Done = {
  readonly added: number
  readonly merged: number
  readonly unchanged: number
  readonly refused: readonly RefusedRow[]
}
const NOTHING: Done = { added: 0, merged: 0, unchanged: 0, refused: [] }

async function write(ctx: Ctx, tx: Tx, rows: readonly ImportedRow[], from: ImportedFrom): Promise<Done> {
  let done = NOTHING
  // Somebody who stands in a batch twice is known the second time.
  for (let rest = rows; rest.length > 0; ) {
    const sorted = await sortRows(tx, rest, 'lock', new Map())
    const fresh = sorted.fresh.map((one) => newPerson(ctx, one, from))
    await tx.imports.insert(fresh)
    for (const [at, { row }] of sorted.fresh.entries()) {
      const id = fresh[at]?.person.id
      if (row.person.noContact && id !== undefined) await barAsSaid(ctx, tx, id, from)
    }
    // Two rows may be of one person; what the first added must be seen by the second.
    const once = new Map(sorted.known.map((one) => [one.known.person.id, one]))
    let unchanged = 0
    for (const one of once.values()) if (!(await addToKnown(ctx, tx, one, from))) unchanged += 1
    const later = sorted.known.filter((one) => once.get(one.known.person.id) !== one)
    done = {
      added: done.added + sorted.fresh.length,
      merged: done.merged + once.size,
      unchanged: done.unchanged + unchanged,
      refused: [...done.refused, ...sorted.refused],
    }
    rest = inOrder([...sorted.again, ...later.map(({ row }) => row)])
  }
  return done
}

async function imagine(tx: Tx, rows: readonly ImportedRow[], imagined: Imagined): Promise<Done> {
  let done = NOTHING
  for (let rest = rows; rest.length > 0; ) {
    const sorted = await sortRows(tx, rest, 'look', imagined)
    const who = [
      ...sorted.fresh.map(({ contacts, row }) => ({ contacts, somebody: imaginary(row.person) })),
      ...sorted.known.map(({ contacts, known: { person } }) => ({
        contacts,
        somebody: { ...imaginary(person), id: person.id },
      })),
      ...sorted.imagined,
    ]
    for (const { contacts, somebody } of who)
      for (const { key, owner } of contacts) if (owner === undefined) imagined.set(key, somebody)
    done = {
      ...done,
      added: done.added + sorted.fresh.length,
      merged: done.merged + sorted.known.length + sorted.imagined.length,
      refused: [...done.refused, ...sorted.refused],
    }
    rest = inOrder(sorted.again)
  }
  return done
}

const imaginary = ({ fullName, kind }: Imaginary): Imaginary => ({ fullName, kind })
const inOrder = (rows: readonly ImportedRow[]) => rows.toSorted((one, other) => one.row - other.row)

async function after(run: ImportRun, done: Done & { readonly read: number }, keep: KeepRefused): Promise<ImportRun> {
  const refused = done.refused.toSorted((one, other) => one.row - other.row)
  return {
    ...run,
    rows: run.rows + done.read,
    added: run.added + done.added,
    merged: run.merged + done.merged,
    unchanged: run.unchanged + done.unchanged,
    refused: run.refused + refused.length,
    refusedBytes: await keep(refused, run.refusedBytes),
  }
}

const countsOf = ({ rows, added, merged, refused }: ImportRun) => ({ rows, added, merged, refused })
