import { z } from 'zod'
import { type SensitiveWarning, warnSensitive } from '../../domain/candidate/sensitive.ts'
import { release, shownTelling } from '../../domain/outreach/fact.ts'
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
  /** Only whoever was shown why may let it be mentioned all the same. */
  | {
      readonly kind: 'private_matter' | 'internal_matter'
      readonly text: string
      readonly warned: readonly SensitiveWarning[]
    }

const Input = z.object({
  factId: idInput('fact'),
  telling: z.enum(['may_be_mentioned', 'mentioned_knowingly', 'internal_only']),
})

/** *May be mentioned* or *Internal only*, ticked by a person who has read the words. Holding back is always allowed; releasing is judged, and who overrode what is kept. */
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
      if (shownTelling(fact) === telling) return ok(null)
      let becomes = telling
      if (telling !== 'internal_only') {
        const agreed = { okToQuote: await authorAgrees(ctx, tx, fact) }
        const knowingly = telling === 'mentioned_knowingly'
        const released = release(fact, agreed, await peopleAround(tx, person), knowingly)
        if (!released.ok) {
          const { refusal: kind } = released
          if (kind === 'private_matter' || kind === 'internal_matter')
            return refuse({ kind, text: fact.text, warned: warnSensitive(fact.text) })
          if (kind !== 'author_has_not_agreed') return refuse({ kind })
          const author = fact.authorId === undefined ? undefined : await tx.members.get(fact.authorId)
          return refuse({ kind, author: author?.name })
        }
        becomes = released.value
      }
      await tx.candidates.changeFact(factId, { telling: becomes }, ctx.now)
      await tx.events.append({
        stream: `candidate:${person.id}`,
        type: 'fact.telling_changed',
        data: { factId, telling: becomes },
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
