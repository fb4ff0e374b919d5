/** What the card of a reply shows, as it is now, and what its forms begin with. */
import { z } from 'zod'
import type { Candidate } from '../../domain/candidate/candidate.ts'
import { asksToStop } from '../../domain/replies/asks-to-stop.ts'
import { laterDay } from '../../domain/replies/later.ts'
import type { ReplyId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { type Day, dayIn } from '../../domain/shared/time.ts'
import type { SystemCtx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import type { Reply } from '../ports/replies.ts'

export type ReplyModel = {
  readonly reply: Reply
  readonly person: Pick<Candidate, 'id' | 'fullName' | 'consideredRole' | 'standing' | 'standingDay'>
  /** Subject of the message that it answers. */
  readonly subject: string | undefined
  /** Slack id of whoever decided. */
  readonly decidedBy: string | undefined
}

/** `undefined` where the person is there no more. */
export const loadReply = ({ uow }: SystemCtx, id: ReplyId): Promise<ReplyModel | undefined> =>
  uow.run(async (tx) => {
    const reply = await tx.replies.get(id)
    const person = reply === undefined ? undefined : await tx.candidates.get(reply.candidateId)
    if (reply === undefined || person === undefined) return undefined
    const send = reply.sendId === undefined ? undefined : await tx.sends.get(reply.sendId)
    const revision = send === undefined ? undefined : await tx.drafts.revision(send.revisionId)
    const decider = reply.decidedBy === undefined ? undefined : await tx.members.get(reply.decidedBy)
    return { reply, person, subject: revision?.subject, decidedBy: decider?.slackUserId }
  })

export type OpenedReply = ReplyModel & {
  /** The day that they seem to mean. */
  readonly proposed: Day | undefined
  readonly asksToStop: boolean
  readonly today: Day
}

/** **Open**, **Later** and **Not interested** begin with the whole text and what it seems to ask for. */
export const openReply = defineUseCase({
  name: 'open-reply',
  permission: 'candidate.read',
  input: z.object({ replyId: idInput('reply') }),
  run: async (ctx, { replyId }): Promise<Result<OpenedReply, { readonly kind: 'reply_gone' }>> => {
    const model = await loadReply(ctx, replyId)
    if (model === undefined) return refuse({ kind: 'reply_gone' })
    const { text } = model.reply
    const today = dayIn(ctx.now, ctx.actor.zone)
    return ok({ ...model, proposed: laterDay(text, today), asksToStop: asksToStop(text), today })
  },
})
