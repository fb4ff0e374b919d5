/** **Edit custom fields**: what the workspace's own fields say of somebody. */
import { z } from 'zod'
import { type CustomValues, readCustomValue } from '../../domain/candidate/custom-field.ts'
import { comparedWith, seenOf } from '../../domain/candidate/profile-form.ts'
import { type SensitiveWarning, warnSensitive } from '../../domain/candidate/sensitive.ts'
import type { CandidateId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import type { ProfileProblem } from '../../domain/shared/words/profile-form.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import type { NoSuchPerson } from '../people/change-person.ts'
import type { CustomField } from '../ports/custom-fields.ts'
import type { Edited } from './edit-section.ts'
import { onRecord } from './load-section.ts'
import { writeProfile } from './write-profile.ts'

export type LoadedCustom = {
  readonly candidateId: CandidateId
  readonly fullName: string
  readonly fields: readonly CustomField[]
  readonly values: CustomValues
}
export type ByField<Value> = Readonly<Record<string, Value>>
export type CustomRefusal =
  | NoSuchPerson
  | { readonly kind: 'nothing_changed' }
  | { readonly kind: 'fields'; readonly problems: ByField<ProfileProblem> }
  | { readonly kind: 'warned'; readonly warned: ByField<readonly SensitiveWarning[]> }
  | { readonly kind: 'changed_since'; readonly now: ByField<string>; readonly seen: ByField<string> }

/** What the form begins with. */
export const loadCustom = defineUseCase({
  name: 'load-custom',
  permission: 'candidate.change',
  input: z.object({ candidateId: idInput('candidate') }),
  run: (ctx, { candidateId }): Promise<Result<LoadedCustom, NoSuchPerson>> =>
    ctx.uow.run(async (tx) => {
      const person = await tx.candidates.lock(candidateId)
      if (person === undefined) return refuse({ kind: 'no_such_person' })
      const fields = await tx.customFields.active()
      return ok({ candidateId: person.id, fullName: person.fullName, fields, values: person.custom })
    }),
})

export const editCustom = defineUseCase({
  name: 'edit-custom',
  permission: 'candidate.change',
  input: z.object({
    candidateId: idInput('candidate'),
    typed: z.record(z.string(), z.string()),
    seen: z.record(z.string(), z.string()),
    keepWords: z.boolean(),
  }),
  run: async (ctx, { candidateId, typed: given, seen, keepWords }): Promise<Result<Edited, CustomRefusal>> => {
    const edited = await ctx.uow.once<Edited, CustomRefusal>(ctx.idempotencyKey, 'edit-custom', async (tx) => {
      const person = await tx.candidates.lock(candidateId)
      if (person === undefined) return refuse({ kind: 'no_such_person' })
      const fields = await tx.customFields.active()
      const typed = Object.fromEntries(fields.flatMap(({ id }) => (given[id] === undefined ? [] : [[id, given[id]]])))
      const { changed, conflicts } = comparedWith<string>(seen, typed, person.custom)
      if (conflicts.length > 0)
        return refuse({
          kind: 'changed_since',
          now: Object.fromEntries(conflicts.map((id) => [id, person.custom[id] ?? ''])),
          seen: { ...seen, ...(seenOf<string>(person.custom, conflicts) as ByField<string>) },
        })
      if (changed.length === 0) return refuse({ kind: 'nothing_changed' })
      const read = readAll(fields, changed, typed)
      if (Object.keys(read.problems).length > 0) return refuse({ kind: 'fields', problems: read.problems })
      const warned = keepWords ? {} : warningsIn(fields, changed, typed)
      if (Object.keys(warned).length > 0) return refuse({ kind: 'warned', warned })
      const custom = Object.fromEntries(
        Object.entries({ ...person.custom, ...read.values }).flatMap(([id, value]) =>
          value === undefined ? [] : [[id, value]],
        ),
      )
      const { values: now } = await onRecord(tx, person)
      const event = { type: 'candidate.edited', section: 'custom' } as const
      const written = await writeProfile(ctx, tx, { person, now, change: { custom }, event })
      if (!written.ok) throw new Error('Custom fields are nobody else’s')
      const editId = ctx.newId<'profile_edit'>()
      const values = { before: { custom: person.custom }, after: { custom } }
      await tx.edits.keep({ id: editId, candidateId, memberId: ctx.actor.memberId, section: 'custom', values })
      return ok({
        candidateId: person.id,
        editId,
        fields: fields.filter(({ id }) => changed.includes(id)).map(({ name }) => name),
      })
    })
    if (edited.ok) ctx.services.wake.posts()
    return edited
  },
})

function readAll(fields: readonly CustomField[], changed: readonly string[], typed: ByField<string>) {
  const problems: Record<string, ProfileProblem> = {}
  const values: Record<string, string | undefined> = {}
  for (const field of fields.filter(({ id }) => changed.includes(id))) {
    const read = readCustomValue(field, typed[field.id] ?? '')
    if (read.ok) values[field.id] = read.value
    else problems[field.id] = read.refusal
  }
  return { problems, values }
}

const warningsIn = (fields: readonly CustomField[], changed: readonly string[], typed: ByField<string>) =>
  Object.fromEntries(
    fields
      .filter(({ id, kind }) => kind === 'text' && changed.includes(id))
      .map(({ id }) => [id, warnSensitive(typed[id] ?? '')] as const)
      .filter(([, warnings]) => warnings.length > 0),
  )
