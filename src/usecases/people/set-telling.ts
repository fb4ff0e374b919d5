import { z } from 'zod'
import { release } from '../../domain/outreach/fact.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import { peopleAround } from '../outreach/other-people.ts'
import type { FactRow } from '../ports/candidates.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { type Changed, changePerson, type NoSuchPerson } from './change-person.ts'

export type TellingRefusal =
  | { readonly kind: 'no_such_fact' }
  | { readonly kind: 'always_internal' }
  /** Praise belongs to who said it: *OK to quote me* was not ticked. */
  | { readonly kind: 'author_has_not_agreed'; readonly author: string | undefined }
  | { readonly kind: 'names_somebody_else' }

const Input = z.object({ factId: idInput('fact'), telling: z.enum(['may_be_mentioned', 'internal_only']) })

/** *May be mentioned* or *Internal only*, ticked by a person who has read the words. Holding back is always allowed; releasing is judged. */
export const setTelling = defineUseCase({
  name: 'set-telling',
  permission: 'candidate.change',
  input: Input,
  run: async (ctx, { factId, telling }): Promise<Result<Changed, TellingRefusal | NoSuchPerson>> => {
    const seen = await ctx.uow.run((tx) => tx.candidates.fact(factId))
    if (seen === undefined) return refuse({ kind: 'no_such_fact' })
    return changePerson<TellingRefusal>(ctx, 'set-telling', seen.candidateId, async (tx, person) => {
      const fact = await tx.candidates.fact(factId)
      if (fact === undefined || fact.retractedAt !== undefined) return refuse({ kind: 'no_such_fact' })
      if (fact.telling === telling) return ok(null)
      if (telling === 'may_be_mentioned') {
        const agreed = { okToQuote: await authorAgrees(ctx, tx, fact) }
        const released = release(fact, agreed, await peopleAround(tx, person))
        if (!released.ok) {
          const { refusal: kind } = released
          if (kind !== 'author_has_not_agreed') return refuse({ kind })
          const author = fact.authorId === undefined ? undefined : await tx.members.get(fact.authorId)
          return refuse({ kind, author: author?.name })
        }
      }
      await tx.candidates.changeFact(factId, { telling }, ctx.now)
      await tx.events.append({
        stream: `candidate:${person.id}`,
        type: 'fact.telling_changed',
        data: { factId, telling },
      })
      return ok(null)
    })
  },
})

const MOST_FLAGS = 500

/** Who ticks their own words agrees by that; anybody else's are free where their flag said *OK to quote me*. */
async function authorAgrees(ctx: Ctx, tx: Tx, fact: FactRow): Promise<boolean> {
  const { authorId, statedAt } = fact
  if (authorId === undefined) return false
  if (authorId === ctx.actor.memberId) return true
  if (fact.sourceKind !== 'near_miss') return false
  const flags = await tx.nearMisses.flaggedBy(authorId, MOST_FLAGS)
  return flags.some((flag) => flag.quotable && flag.flaggedAt === statedAt)
}
