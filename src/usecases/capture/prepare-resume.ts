/** A résumé that somebody shared becomes the filled-in form; nothing of it is kept before they press *Add*, and of the file nothing at all. */
import { z } from 'zod'
import { phoneRegions } from '../../domain/candidate/phone-region.ts'
import { parseJsonResume } from '../../domain/resume/parse-json.ts'
import { parseResumeText } from '../../domain/resume/parse-text.ts'
import type { ParsedResume } from '../../domain/resume/resume.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { dayIn } from '../../domain/shared/time.ts'
import { defineUseCase } from '../define-use-case.ts'
import type { NoAnswer } from '../model/ask-model.ts'
import { readResumeWithModel } from '../model/read-resume.ts'
import type { ResumeProblem } from '../ports/resumes.ts'
import { lessonsOf } from '../skills/learned-skills.ts'

export type PreparedResume = {
  readonly parsed: ParsedResume
  readonly byRules: NoAnswer | undefined
  /** Fields of a JSON Resume that could not be read. */
  readonly odd: readonly string[]
}

export const prepareResume = defineUseCase({
  name: 'prepare-resume',
  permission: 'candidate.add',
  input: z.object({ slackFileId: z.string().regex(/^F[A-Z0-9]{1,30}$/) }),
  run: async (
    ctx,
    { slackFileId },
  ): Promise<Result<PreparedResume, { readonly kind: 'unreadable'; readonly problem: ResumeProblem }>> => {
    const read = await ctx.services.resumes.read(slackFileId)
    if (!read.ok) return refuse({ kind: 'unreadable', problem: read.refusal })
    const thisYear = Number(dayIn(ctx.now, ctx.actor.zone).slice(0, 4))
    const lessons = await ctx.uow.read(lessonsOf)
    if (read.value.kind === 'json') {
      const json = parseJsonResume(read.value.json, { thisYear, lessons })
      return json === undefined
        ? refuse({ kind: 'unreadable', problem: 'not_a_resume' })
        : ok({ ...json, byRules: 'no_model' })
    }
    const { guess: region } = phoneRegions({ zone: ctx.actor.zone })
    const parsed = parseResumeText(read.value, { thisYear, region, lessons })
    return ok({ ...(await readResumeWithModel(ctx, read.value.lines, { parsed, lessons })), odd: [] })
  },
})
