import { z } from 'zod'
import type { Candidate } from '../../domain/candidate/candidate.ts'
import { type CatchUpLine, catchUp } from '../../domain/candidate/catch-up.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import type { Instant } from '../../domain/shared/time.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import type { FactRow, Interaction } from '../ports/candidates.ts'
import { type Collision, talkingWith } from './take-over.ts'

/** More lies behind *Open*. */
const ENTRIES = 60

export type CatchUpModel = {
  readonly person: Candidate
  readonly owner: string | undefined
  readonly lines: readonly CatchUpLine[]
  readonly talking: { readonly slackUserId: string; readonly collision: Collision } | undefined
  readonly doNotContact: boolean
  /** What waits now. */
  readonly drafts: number
  readonly now: Instant
}

/** `/candidate … catch-up`: what was said, promised and wanted, for whoever takes somebody over. */
export const readCatchUp = defineUseCase({
  name: 'catch-up',
  permission: 'candidate.read',
  input: z.object({ candidateId: idInput('candidate') }),
  run: (ctx, { candidateId }): Promise<Result<CatchUpModel, { readonly kind: 'person_gone' }>> =>
    ctx.uow.run(async (tx) => {
      const [person] = await tx.candidates.getMany([candidateId])
      if (person === undefined) return refuse({ kind: 'person_gone' })
      const lines = catchUp(await tx.candidates.timeline(candidateId, ENTRIES), await tx.candidates.facts(candidateId))
      const collision = await talkingWith(ctx, tx, candidateId)
      const colleague = collision === undefined ? undefined : await tx.members.get(collision.by)
      const owner = person.ownerId === undefined ? undefined : await tx.members.get(person.ownerId)
      return ok({
        person,
        owner: owner?.name,
        lines,
        talking:
          collision === undefined || colleague === undefined
            ? undefined
            : { slackUserId: colleague.slackUserId, collision },
        doNotContact: await tx.consent.isDoNotContact(candidateId),
        drafts: (await tx.drafts.waitingFor(candidateId)).length,
        now: ctx.now,
      })
    }),
})

export type EntryModel =
  | { readonly kind: 'entry'; readonly entry: Interaction; readonly by: string | undefined; readonly who: string }
  | { readonly kind: 'fact'; readonly fact: FactRow; readonly by: string | undefined; readonly who: string }

/** What stands behind a line, word for word, with where it is from. */
export const showEntry = defineUseCase({
  name: 'show-entry',
  permission: 'candidate.read',
  input: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('entry'), id: idInput('interaction') }),
    z.object({ kind: z.literal('fact'), id: idInput('fact') }),
  ]),
  run: (ctx, input): Promise<Result<EntryModel, { readonly kind: 'person_gone' }>> =>
    ctx.uow.run(async (tx) => {
      const found =
        input.kind === 'entry'
          ? { kind: 'entry' as const, entry: await tx.candidates.entry(input.id) }
          : { kind: 'fact' as const, fact: await tx.candidates.fact(input.id) }
      const row = found.kind === 'entry' ? found.entry : found.fact
      const [person] = row === undefined ? [] : await tx.candidates.getMany([row.candidateId])
      if (person === undefined) return refuse({ kind: 'person_gone' })
      const who = person.fullName
      if (found.kind === 'entry' && found.entry !== undefined) {
        const { memberId } = found.entry
        const by = memberId === undefined ? undefined : (await tx.members.get(memberId))?.name
        return ok({ kind: 'entry', entry: found.entry, by, who })
      }
      if (found.kind === 'fact' && found.fact !== undefined) {
        const { authorId } = found.fact
        const by = authorId === undefined ? undefined : (await tx.members.get(authorId))?.name
        return ok({ kind: 'fact', fact: found.fact, by, who })
      }
      return refuse({ kind: 'person_gone' })
    }),
})
