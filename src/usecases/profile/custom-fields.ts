/** The fields that a workspace defines for itself, by its admins. */
import { z } from 'zod'
import { type DefinitionProblem, MAX_FIELDS, readDefinition } from '../../domain/candidate/custom-field.ts'
import { fieldNamed } from '../../domain/pool/query/custom.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { fold } from '../../domain/shared/text.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import { poolsAsking } from '../pools/used-by.ts'
import type { CustomField, CustomFieldId } from '../ports/custom-fields.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { lineInput } from '../text-input.ts'

export type FieldRefusal =
  | DefinitionProblem
  | { readonly kind: 'name_taken' | 'too_many_fields' | 'no_such_field' | 'done_already' }
  /** Saved pools ask for it, by their names: without it they would silently be other pools. */
  | { readonly kind: 'field_used'; readonly by: readonly string[] }

/** Those that profiles show. */
export const listFields = defineUseCase({
  name: 'list-fields',
  permission: 'candidate.read',
  input: z.object({}),
  run: (ctx): Promise<Result<readonly CustomField[], never>> =>
    ctx.uow.read(async (tx) => ok(await tx.customFields.active())),
})

/** **Add a field**. */
export const addField = defineUseCase({
  name: 'add-field',
  permission: 'settings.change',
  input: z.object({ definition: z.string().max(2_000) }),
  run: async (ctx, { definition }): Promise<Result<CustomField, FieldRefusal>> => {
    const read = readDefinition(definition)
    if (!read.ok) return read
    return ctx.uow.once<CustomField, FieldRefusal>(ctx.idempotencyKey, 'add-field', async (tx) => {
      const active = await tx.customFields.active()
      // In a query and above a column the two would be one.
      if (fieldNamed(active, read.value.name) !== undefined) return refuse({ kind: 'name_taken' })
      if (active.length >= MAX_FIELDS) return refuse({ kind: 'too_many_fields' })
      const field = { ...read.value, id: ctx.newId<'custom_field'>() }
      if ((await tx.customFields.insert(field, ctx.actor.memberId, ctx.now)) === 'taken')
        return refuse({ kind: 'name_taken' })
      await log(ctx, tx, 'custom_field.added', field)
      return ok(field)
    })
  },
})

const log = ({ workspace }: Ctx, tx: Tx, type: string, { id, kind }: CustomField) =>
  tx.events.append({ stream: `workspace:${workspace.id}`, type, data: { id, kind } })

/** **Archive a field**, by its name: profiles show it no more, and what it said stays. */
export const archiveField = defineUseCase({
  name: 'archive-field',
  permission: 'settings.change',
  input: z.object({ name: lineInput(200) }),
  run: (ctx, { name }): Promise<Result<CustomField, FieldRefusal>> =>
    ctx.uow.once<CustomField, FieldRefusal>(ctx.idempotencyKey, 'archive-field', async (tx) => {
      const field = (await tx.customFields.active()).find((one) => fold(one.name) === fold(name))
      if (field === undefined) return refuse({ kind: 'no_such_field' })
      return archived(ctx, tx, field)
    }),
})

async function archived(ctx: Ctx, tx: Tx, field: CustomField): Promise<Result<CustomField, FieldRefusal>> {
  const users = await poolsAsking(ctx, tx, field)
  if (users.length > 0) return refuse({ kind: 'field_used', by: users.map(({ name }) => name) })
  await tx.customFields.archive(field.id, ctx.now)
  await log(ctx, tx, 'custom_field.archived', field)
  return ok(field)
}

/** **Restore a field**: an archived one, with what it said. */
export const restoreField = defineUseCase({
  name: 'restore-field',
  permission: 'settings.change',
  input: z.object({ name: lineInput(200) }),
  run: (ctx, { name }): Promise<Result<CustomField, FieldRefusal>> =>
    ctx.uow.once<CustomField, FieldRefusal>(ctx.idempotencyKey, 'restore-field', async (tx) => {
      const field = await tx.customFields.archivedNamed(name)
      return field === undefined ? refuse({ kind: 'no_such_field' }) : restored(ctx, tx, field.id)
    }),
})

async function restored(ctx: Ctx, tx: Tx, id: CustomFieldId): Promise<Result<CustomField, FieldRefusal>> {
  if ((await tx.customFields.active()).length >= MAX_FIELDS) return refuse({ kind: 'too_many_fields' })
  const field = await tx.customFields.restore(id)
  if (field === 'taken') return refuse({ kind: 'name_taken' })
  if (field === undefined) return refuse({ kind: 'done_already' })
  await log(ctx, tx, 'custom_field.restored', field)
  return ok(field)
}

/** *Undo*: of an addition or of an archiving, by the field's id. */
export const undoField = defineUseCase({
  name: 'undo-field',
  permission: 'settings.change',
  input: z.object({ fieldId: idInput('custom_field'), back: z.enum(['archive', 'restore']) }),
  run: (ctx, { fieldId, back }): Promise<Result<CustomField, FieldRefusal>> =>
    ctx.uow.once<CustomField, FieldRefusal>(ctx.idempotencyKey, 'undo-field', async (tx) => {
      if (back === 'restore') return restored(ctx, tx, fieldId)
      const field = (await tx.customFields.active()).find(({ id }) => id === fieldId)
      return field === undefined ? refuse({ kind: 'done_already' }) : archived(ctx, tx, field)
    }),
})
