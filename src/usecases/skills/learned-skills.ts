/** What this workspace calls skills: taught, listed, taken back, and brought to the search rows of everybody on record. */
import { z } from 'zod'
import { type Lessons, lessonOf } from '../../domain/pool/lessons.ts'
import { skillSlug } from '../../domain/pool/skills.ts'
import type { CandidateId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import type { Ctx, SystemCtx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import type { Lesson } from '../ports/lessons.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { lineInput } from '../text-input.ts'

const MOST_LESSONS = 500

export const lessonsOf = async (tx: Tx): Promise<Lessons> =>
  new Map((await tx.lessons.all()).map(({ spelling, skill }) => [spelling, skill]))

export type TeachRefusal = { readonly kind: 'not_a_skill' | 'known_already' | 'taught_already' | 'too_many' }
export type Taught = Pick<Lesson, 'spelling' | 'skill'>

/** "Treat kube as kubernetes", from now on and for everybody who is on record. */
export const teachSkill = defineUseCase({
  name: 'teach-skill',
  permission: 'candidate.change',
  input: z.object({ spelling: lineInput(100), skill: lineInput(100) }),
  run: async (ctx, input): Promise<Result<Taught, TeachRefusal>> => {
    const taught = await ctx.uow.once<Taught, TeachRefusal>(ctx.idempotencyKey, 'teach-skill', async (tx) => {
      const lesson = lessonOf(input.spelling, input.skill)
      if (typeof lesson === 'string') return refuse({ kind: lesson })
      const lessons = await lessonsOf(tx)
      // What is itself called otherwise here would lead on from one name to the next.
      const { spelling } = lesson
      const skill = lessons.get(lesson.skill) ?? lesson.skill
      if (skill === spelling || [...lessons.values()].includes(spelling)) return refuse({ kind: 'known_already' })
      const done = await tx.lessons.teach(
        { spelling, skill, taughtBy: ctx.actor.memberId, taughtAt: ctx.now },
        MOST_LESSONS,
      )
      if (done !== 'taught') return refuse({ kind: done === 'full' ? 'too_many' : 'taught_already' })
      await tx.events.append({
        stream: `workspace:${ctx.workspace.id}`,
        type: 'skill.taught',
        data: { spelling, skill },
      })
      return ok({ spelling, skill })
    })
    if (taught.ok) goThrough(ctx)
    return taught
  },
})

/** **Remove**, and **Undo** after it was taught. */
export const forgetSkill = defineUseCase({
  name: 'forget-skill',
  permission: 'candidate.change',
  input: z.object({ spelling: lineInput(100) }),
  run: async (ctx, input): Promise<Result<Taught, { readonly kind: 'not_taught' }>> => {
    const forgotten = await ctx.uow.once<Taught, { readonly kind: 'not_taught' }>(
      ctx.idempotencyKey,
      'forget-skill',
      async (tx) => {
        const lesson = await tx.lessons.forget(skillSlug(input.spelling) ?? '', ctx.now)
        if (lesson === undefined) return refuse({ kind: 'not_taught' })
        const { spelling, skill } = lesson
        await tx.events.append({ stream: `workspace:${ctx.workspace.id}`, type: 'skill.forgotten', data: { spelling } })
        return ok({ spelling, skill })
      },
    )
    if (forgotten.ok) goThrough(ctx)
    return forgotten
  },
})

/** `/medallist skills`. */
export const listLearnedSkills = defineUseCase({
  name: 'list-learned-skills',
  permission: 'candidate.read',
  input: z.object({}),
  run: (ctx): Promise<Result<readonly Lesson[], never>> => ctx.uow.read(async (tx) => ok(await tx.lessons.all())),
})

const goThrough = (ctx: Ctx): void => ctx.services.afterwards(() => applyLessons(ctx))

/** Short transactions, so that nobody waits for them. */
const PORTION = 500

/** Goes through everybody whose skills are called otherwise now; what was cut off is gone through again. Must not be called inside a unit of work. */
export async function applyLessons(ctx: SystemCtx): Promise<void> {
  for (const spelling of await ctx.uow.read((tx) => tx.lessons.pending())) {
    let last: CandidateId | undefined
    do {
      const after: CandidateId | undefined = last
      last = await ctx.uow.run((tx) => tx.lessons.apply(spelling, after, PORTION))
    } while (last !== undefined)
    await ctx.uow.run((tx) => tx.lessons.settle(spelling, ctx.now))
  }
}
