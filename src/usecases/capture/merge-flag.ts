import { z } from 'zod'
import type { Candidate } from '../../domain/candidate/candidate.ts'
import type { SilverEntry } from '../../domain/candidate/silver-form.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { fold } from '../../domain/shared/text.ts'
import { dayIn } from '../../domain/shared/time.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import type { NearMiss } from '../ports/near-misses.ts'
import { creditedFor } from './credited-for.ts'
import { entryOfFlag } from './entry-of-flag.ts'
import { waitingFlag } from './look-up.ts'
import { compare, type MergePreview, type PreviewRefusal } from './preview-merge.ts'
import { readSilver } from './read-silver.ts'
import type { FlagRefusal } from './silver-input.ts'

/** *Merge with…* on a flag: the person whom the recruiter chose beside what the flag says. Nothing is decided before **Merge**. */
export const previewFlagMerge = defineUseCase({
  name: 'preview-flag-merge',
  permission: 'candidate.change',
  input: z.object({ nearMissId: idInput('near_miss'), candidateId: idInput('candidate') }),
  run: (ctx, { nearMissId, candidateId }): Promise<Result<MergePreview, PreviewRefusal | FlagRefusal>> =>
    ctx.uow.run(async (tx) => {
      const flag = await waitingFlag(tx, nearMissId)
      if (!flag.ok) return flag
      const person = await tx.candidates.lock(candidateId)
      if (person === undefined) return refuse({ kind: 'gone' })
      const entry = entryBeside(flag.value, person, await creditedFor(tx, flag.value))
      const read = readSilver(entry, { today: dayIn(ctx.now, ctx.actor.zone), zone: ctx.actor.zone })
      if (!read.ok) return refuse({ kind: 'fields', problems: read.refusal })
      const compared = await compare(ctx, tx, person, read.value)
      if (!compared.ok) return refuse({ kind: 'fields', problems: compared.refusal })
      const formId = ctx.newId<'kept_form'>()
      const by = 'choice' as const
      await tx.forms.keep(formId, ctx.actor.memberId, { entry, keepWords: true, nearMissId, by }, ctx.now)
      return ok({ ...compared.value, formId, by })
    }),
})

/**
 * A flag says neither how things stand nor what may be written to them: of the same role the record's own word stays, of another role
 * nobody has told them yet. It never grants a permission.
 */
function entryBeside(flag: NearMiss, person: Candidate, referrer: string | undefined): SilverEntry {
  const entry = { ...entryOfFlag(flag, referrer), permission: '' }
  if (flag.referral === undefined && fold(flag.role) !== fold(person.consideredRole)) return entry
  const { standing, standingDay } = person
  return { ...entry, standing, ...(standingDay === undefined ? {} : { standingDay }) }
}
