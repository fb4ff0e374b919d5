import { z } from 'zod'
import type { Candidate } from '../../domain/candidate/candidate.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import type { Reply } from '../ports/replies.ts'

export type ReplyList = {
  readonly rows: readonly { readonly reply: Reply; readonly person: Candidate; readonly owner: string | undefined }[]
  readonly more: boolean
}

/** A message bears some 13,000 characters. */
const MOST_SHOWN = 15

/** `/outreach replies`: what waits for somebody to say what it means, the oldest first, whoever looks after the person. */
export const listReplies = defineUseCase({
  name: 'list-replies',
  permission: 'candidate.read',
  input: z.object({}),
  run: (ctx): Promise<Result<ReplyList, never>> =>
    ctx.uow.run(async (tx) => {
      const waiting = await tx.replies.waiting(MOST_SHOWN + 1)
      const people = await tx.candidates.getMany(waiting.map(({ candidateId }) => candidateId))
      const owners = await tx.members.getMany([...new Set(people.flatMap(({ ownerId }) => ownerId ?? []))])
      const rows = waiting.slice(0, MOST_SHOWN).flatMap((reply) => {
        const person = people.find(({ id }) => id === reply.candidateId)
        return person === undefined
          ? []
          : [{ reply, person, owner: owners.find(({ id }) => id === person.ownerId)?.name }]
      })
      return ok({ rows, more: waiting.length > MOST_SHOWN })
    }),
})

/** **Show**: the reply's card at the end of the DM of whoever asks. */
export const showReply = defineUseCase({
  name: 'show-reply',
  permission: 'candidate.read',
  input: z.object({ replyId: idInput('reply') }),
  run: async (ctx, { replyId }): Promise<Result<null, { readonly kind: 'reply_gone' }>> => {
    type Gone = { readonly kind: 'reply_gone' }
    const shown = await ctx.uow.once<null, Gone>(ctx.idempotencyKey, 'show-reply', async (tx) => {
      const reply = await tx.replies.get(replyId)
      if (reply === undefined) return refuse({ kind: 'reply_gone' })
      const address = ctx.actor.slackUserId
      const key = `reply_card:${replyId}:${address}:${ctx.now}`
      await tx.posts.want({ key, kind: 'reply_card', address, subjects: [replyId, reply.candidateId] }, ctx.now)
      return ok(null)
    })
    if (shown.ok) ctx.services.wake.posts()
    return shown
  },
})
