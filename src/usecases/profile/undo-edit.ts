import { z } from 'zod'
import { namedIn, type ProfileChange, takenBack } from '../../domain/candidate/profile-values.ts'
import type { CandidateId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import { onRecord } from './load-section.ts'
import { writeProfile } from './write-profile.ts'

export type EditUndone = {
  readonly candidateId: CandidateId
  /** What was changed again since, and stays. */
  readonly left: readonly string[]
}
export type UndoEditRefusal = { readonly kind: 'undone_already' | 'changed_since' }

/** An edit as it was kept. */
export const KeptEdit = z.object({
  before: z.record(z.string(), z.unknown()),
  after: z.record(z.string(), z.unknown()),
})

/** **Undo** of an edit, by any recruiter within 30 days: what is still as the edit left it is as it was before. */
export const undoEdit = defineUseCase({
  name: 'undo-edit',
  permission: 'candidate.change',
  input: z.object({ editId: idInput('profile_edit') }),
  run: async (ctx, { editId }): Promise<Result<EditUndone, UndoEditRefusal>> => {
    const undone = await ctx.uow.once<EditUndone, UndoEditRefusal>(ctx.idempotencyKey, 'undo-edit', async (tx) => {
      const found = await tx.edits.get(editId)
      const person = found === undefined ? undefined : await tx.candidates.lock(found.candidateId)
      // Whoever waited for the lock may have waited for the same press.
      const edit = await tx.edits.get(editId)
      const kept = KeptEdit.safeParse(edit?.values)
      if (person === undefined || edit === undefined || !kept.success) return refuse({ kind: 'undone_already' })
      const { values: now } = await onRecord(tx, person)
      const after: ProfileChange = kept.data.after
      const change = takenBack(now, kept.data.before, after)
      if (namedIn(change).length === 0) return refuse({ kind: 'changed_since' })
      const event = { type: 'candidate.edit_undone', section: edit.section } as const
      const written = await writeProfile(ctx, tx, { person, now, change, event })
      if (!written.ok) return refuse({ kind: 'changed_since' })
      await tx.edits.forget(editId)
      return ok({ candidateId: person.id, left: namedIn(after).filter((field) => !(field in change)) })
    })
    if (undone.ok) ctx.services.wake.posts()
    return undone
  },
})
