import { z } from 'zod'
import { STANDINGS, type Standing } from '../../domain/candidate/candidate.ts'
import { ok, refuse } from '../../domain/shared/result.ts'
import { asDay, dayIn } from '../../domain/shared/time.ts'
import { standingLine } from '../../domain/shared/words/candidates.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import { tellReferrers } from '../replies/tell-flaggers.ts'
import { changePerson, entry } from './change-person.ts'

export type StandingRefusal =
  /** The re-contact window counts from the day, so *Told no* needs it. */
  | { readonly kind: 'day_needed' }
  | { readonly kind: 'no_such_day' }
  | { readonly kind: 'day_in_future' }
  /** *Mark as told* is for who waits for the news; any other outcome is changed by its own act. */
  | { readonly kind: 'outcome_known'; readonly standing: Standing }

const Input = z.object({ candidateId: idInput('candidate'), standing: z.enum(STANDINGS), day: z.string().optional() })

/** **Update where things stand**: the outcome of their last application, with its day. */
export const setStanding = defineUseCase({
  name: 'set-standing',
  permission: 'candidate.change',
  input: Input,
  run: (ctx, { candidateId, standing, day: given }) =>
    changePerson<StandingRefusal>(ctx, 'set-standing', candidateId, async (tx, person) => {
      const day = given === undefined || given === '' ? undefined : asDay(given)
      if (given !== undefined && given !== '' && day === undefined) return refuse({ kind: 'no_such_day' })
      if (standing === 'told_no' && day === undefined) return refuse({ kind: 'day_needed' })
      if (day !== undefined && day > dayIn(ctx.now, ctx.actor.zone)) return refuse({ kind: 'day_in_future' })
      await tx.candidates.change(person.id, { standing, standingDay: day })
      await tx.candidates.record(person.id, entry(ctx, 'change', standingLine(standing, day)))
      await tx.events.append({
        stream: `candidate:${person.id}`,
        type: 'candidate.standing_changed',
        data: { from: person.standing, to: standing },
      })
      if (standing !== person.standing) await tellReferrers(ctx, tx, person.id, standing)
      return ok(null)
    }),
})

/** **Mark as told**: somebody told them the outcome by another way, on that day. From then on the re-contact window counts. */
export const markAsTold = defineUseCase({
  name: 'mark-as-told',
  permission: 'candidate.change',
  input: z.object({ candidateId: idInput('candidate'), day: z.string() }),
  run: (ctx, { candidateId, day: given }) =>
    changePerson<StandingRefusal>(ctx, 'mark-as-told', candidateId, async (tx, person) => {
      const day = asDay(given)
      if (day === undefined) return refuse({ kind: 'no_such_day' })
      if (day > dayIn(ctx.now, ctx.actor.zone)) return refuse({ kind: 'day_in_future' })
      const { standing } = person
      if (standing !== 'not_told' && standing !== 'interviewing') return refuse({ kind: 'outcome_known', standing })
      await tx.candidates.change(person.id, { standing: 'told_no', standingDay: day })
      await tx.candidates.record(person.id, entry(ctx, 'told_outcome', standingLine('told_no', day), true))
      await tx.events.append({ stream: `candidate:${person.id}`, type: 'candidate.told_no', data: { day } })
      await tellReferrers(ctx, tx, person.id, 'told_no')
      return ok(null)
    }),
})
