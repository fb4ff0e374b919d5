/** What happened at a watched company changes how its people are employed: recorded for many in one act that a person looked over, with *Undo*. */
import { z } from 'zod'
import { type Candidate, EMPLOYMENTS, type Employment } from '../../domain/candidate/candidate.ts'
import { namedIn, type ProfileChange, takenBack } from '../../domain/candidate/profile-values.ts'
import { MOST_MARKED } from '../../domain/nurture/company-watch.ts'
import type { CandidateId, Id } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { watch as words } from '../../domain/shared/words/watch.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import type { CompanyWatch } from '../ports/watches.ts'
import { onRecord } from '../profile/load-section.ts'
import { KeptEdit } from '../profile/undo-edit.ts'
import { writeProfile } from '../profile/write-profile.ts'

/** Of a company so many are looked at. */
const LOOKED_AT = 200

export type BatchId = Id<'edit_batch'>
export type ToMark = {
  readonly watch: CompanyWatch
  /** Whom the act may be about, at most `MOST_MARKED`, the warmest first; `more` are there besides. */
  readonly people: readonly Candidate[]
  readonly more: number
}
export type NoSuchWatch = { readonly kind: 'no_such_watch' }

/** The preview: whose employment may be recorded. */
export const previewEmployment = defineUseCase({
  name: 'preview-employment',
  permission: 'candidate.change',
  input: z.object({ watchId: idInput('watch') }),
  run: (ctx, { watchId }): Promise<Result<ToMark, NoSuchWatch>> =>
    ctx.uow.read(async (tx) => {
      const watch = await tx.watches.get(watchId)
      if (watch === undefined) return refuse({ kind: 'no_such_watch' })
      const people = await peopleOf(tx, watch)
      return ok({
        watch,
        people: people.slice(0, MOST_MARKED),
        more: Math.max(0, people.length - MOST_MARKED),
      })
    }),
})

const peopleOf = async (tx: Tx, { company }: CompanyWatch): Promise<readonly Candidate[]> =>
  tx.candidates.getMany(await tx.watches.peopleOf(company, LOOKED_AT))

export type Marked = {
  readonly batchId: BatchId
  readonly employment: Employment
  readonly marked: number
  /** Were so already, or do not work there any more. */
  readonly left: number
}
export type MarkRefusal = NoSuchWatch | { readonly kind: 'nobody_chosen' | 'so_already' }

/** Nobody is contacted by it. Each profile gets a line on its timeline; the act as a whole can be taken back. */
export const markEmployment = defineUseCase({
  name: 'mark-employment',
  permission: 'candidate.change',
  input: z.object({
    watchId: idInput('watch'),
    employment: z.enum(EMPLOYMENTS, { error: words.employment.choose }),
    people: z.array(idInput('candidate')).max(MOST_MARKED),
  }),
  run: async (ctx, { watchId, employment, people: chosen }): Promise<Result<Marked, MarkRefusal>> => {
    const marked = await ctx.uow.once<Marked, MarkRefusal>(ctx.idempotencyKey, 'mark-employment', async (tx) => {
      const watch = await tx.watches.get(watchId)
      if (watch === undefined) return refuse({ kind: 'no_such_watch' })
      if (chosen.length === 0) return refuse({ kind: 'nobody_chosen' })
      // By now; whoever left the company meanwhile is not what the news is about.
      const there = new Set((await peopleOf(tx, watch)).map(({ id }) => id))
      const batchId = ctx.newId<'edit_batch'>()
      let count = 0
      for (const id of [...new Set(chosen)].filter((one) => there.has(one)).toSorted())
        if (await mark(ctx, tx, { id, employment, batchId, section: 'work' })) count += 1
      if (count === 0) return refuse({ kind: 'so_already' })
      const data = { employment, people: count, batchId }
      await tx.events.append({ stream: `watch:${watchId}`, type: 'watch.employment_marked', data })
      return ok({ batchId, employment, marked: count, left: chosen.length - count })
    })
    if (marked.ok) ctx.services.wake.posts()
    return marked
  },
})

type Marking = {
  readonly id: CandidateId
  readonly employment: Employment
  readonly batchId: BatchId
  readonly section: string
}
async function mark(ctx: Ctx, tx: Tx, { id, employment, batchId, section }: Marking): Promise<boolean> {
  const person = await tx.candidates.lock(id)
  if (person === undefined || person.employment === employment) return false
  const { values: now } = await onRecord(tx, person)
  const change: ProfileChange = { employment }
  const event = { type: 'candidate.edited', section } as const
  const written = await writeProfile(ctx, tx, { person, now, change, event, isLookedAt: false })
  if (!written.ok) return false
  const values = { before: { employment: person.employment ?? null }, after: { employment } }
  const editId = ctx.newId<'profile_edit'>()
  await tx.edits.keep({ id: editId, candidateId: person.id, memberId: ctx.actor.memberId, section, values, batchId })
  return true
}

export type MarksUndone = {
  readonly undone: number
  /** Was changed again since, and stays. */
  readonly left: number
}

/** **Undo** of the whole act, by any recruiter within 30 days: whoever is still as it left them is as they were before. */
export const undoEmployment = defineUseCase({
  name: 'undo-employment',
  permission: 'candidate.change',
  input: z.object({ batchId: idInput('edit_batch') }),
  run: async (ctx, { batchId }): Promise<Result<MarksUndone, { readonly kind: 'undone_already' }>> => {
    const undone = await ctx.uow.once<MarksUndone, { readonly kind: 'undone_already' }>(
      ctx.idempotencyKey,
      'undo-employment',
      async (tx) => {
        const edits = await tx.edits.ofBatch(batchId, MOST_MARKED)
        let [back, left] = [0, 0]
        for (const { id, candidateId } of edits.toSorted((one, other) =>
          one.candidateId < other.candidateId ? -1 : 1,
        )) {
          const person = await tx.candidates.lock(candidateId)
          // Whoever waited for the lock may have waited for the same press.
          const edit = await tx.edits.get(id)
          if (edit === undefined) continue
          const kept = KeptEdit.safeParse(edit.values)
          const done = person !== undefined && kept.success && (await takeBack(ctx, tx, person, kept.data))
          if (done) back += 1
          else left += 1
          await tx.edits.forget(id)
        }
        if (back + left === 0) return refuse({ kind: 'undone_already' })
        await tx.events.append({
          stream: `workspace:${ctx.workspace.id}`,
          type: 'watch.employment_undone',
          data: { batchId, people: back },
        })
        return ok({ undone: back, left })
      },
    )
    if (undone.ok) ctx.services.wake.posts()
    return undone
  },
})

async function takeBack(ctx: Ctx, tx: Tx, person: Candidate, kept: z.output<typeof KeptEdit>): Promise<boolean> {
  const { values: now } = await onRecord(tx, person)
  const change = takenBack(now, kept.before, kept.after)
  if (namedIn(change).length === 0) return false
  const event = { type: 'candidate.edit_undone', section: 'work' } as const
  return (await writeProfile(ctx, tx, { person, now, change, event })).ok
}
