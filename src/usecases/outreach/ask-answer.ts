import { z } from 'zod'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import type { DraftAsk } from '../ports/draft-asks.ts'
import type { DraftRow } from '../ports/drafts.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { textInput } from '../text-input.ts'
import { idInput } from './draft-input.ts'

export const LONGEST_ANSWER = 2_000

export type AnswerRefusal =
  | { readonly kind: 'no_such_ask' }
  /** Somebody else was asked. */
  | { readonly kind: 'not_asked' }
  /** Answered, declined or withdrawn already. */
  | { readonly kind: 'over' }
  /** The draft was decided, or its person is gone. */
  | { readonly kind: 'draft_decided' }

const AskInput = z.object({ askId: idInput('draft_ask') })

/** **Looks good**. */
export const looksGood = defineUseCase({
  name: 'looks-good',
  permission: 'draft.answer',
  input: AskInput,
  run: (ctx, { askId }) => answer(ctx, 'looks-good', askId, { state: 'answered', answer: undefined }),
})

/** **Suggest a change**: what the asker then takes over, or not. */
export const suggestChange = defineUseCase({
  name: 'suggest-change',
  permission: 'draft.answer',
  input: AskInput.extend({ suggestion: textInput(LONGEST_ANSWER) }),
  run: (ctx, { askId, suggestion }) => answer(ctx, 'suggest-change', askId, { state: 'answered', answer: suggestion }),
})

/** Whether **Suggest a change** still has somebody to hear it, before anything is typed. */
export const checkAsk = defineUseCase({
  name: 'check-ask',
  permission: 'draft.answer',
  input: AskInput,
  run: (ctx, { askId }): Promise<Result<null, AnswerRefusal>> =>
    ctx.uow.run(async (tx) => {
      const open = await openAsk(ctx, tx, askId)
      if (!open.ok) return open
      return open.value.ask.state === 'asked' ? ok(null) : refuse({ kind: 'over' })
    }),
})

/** **Not me**: the asker looks for somebody else. */
export const declineAsk = defineUseCase({
  name: 'decline-ask',
  permission: 'draft.answer',
  input: AskInput,
  run: (ctx, { askId }) => answer(ctx, 'decline-ask', askId, { state: 'declined', answer: undefined }),
})

async function answer(
  ctx: Ctx,
  name: string,
  askId: DraftAsk['id'],
  given: Pick<DraftAsk, 'state' | 'answer'>,
): Promise<Result<null, AnswerRefusal>> {
  const answered = await ctx.uow.once<null, AnswerRefusal>(ctx.idempotencyKey, name, async (tx) => {
    const open = await openAsk(ctx, tx, askId)
    if (!open.ok) return open
    const { ask } = open.value
    if (ask.state !== 'asked' || (given.state === 'answered' && ask.kind !== 'look')) return refuse({ kind: 'over' })
    await tx.asks.change(askId, { ...given, revisionId: ask.revisionId, answeredAt: ctx.now })
    const type = given.state === 'declined' ? 'draft.ask_declined' : 'draft.ask_answered'
    const data = { askId, suggested: given.answer !== undefined }
    await tx.events.append({ stream: `draft:${ask.draftId}`, type, data })
    await tellAsker(ctx, tx, ask, open.value.draft)
    return ok(null)
  })
  ctx.services.wake.posts()
  return answered
}

/** The question that was put to whoever acts, with its draft still waiting; both locked, the draft first. */
export async function openAsk(
  ctx: Ctx,
  tx: Tx,
  askId: DraftAsk['id'],
): Promise<Result<{ readonly ask: DraftAsk; readonly draft: DraftRow }, AnswerRefusal>> {
  const seen = await tx.asks.get(askId)
  if (seen === undefined) return refuse({ kind: 'no_such_ask' })
  if (seen.askedOf !== ctx.actor.memberId) return refuse({ kind: 'not_asked' })
  const draft = await tx.drafts.lock(seen.draftId)
  const ask = await tx.asks.lock(askId)
  if (ask === undefined || draft === undefined) return refuse({ kind: 'no_such_ask' })
  return draft.state === 'waiting' ? ok({ ask, draft }) : refuse({ kind: 'draft_decided' })
}

/** A message of its own, since an older one that merely changes notifies nobody; the card shows it too. */
export async function tellAsker(ctx: Ctx, tx: Tx, ask: DraftAsk, draft: Pick<DraftRow, 'candidateId'>): Promise<void> {
  const asker = await tx.members.get(ask.askedBy)
  if (asker !== undefined) {
    const key = `ask_answer:${ask.id}:${ctx.now}`
    const subjects = [ask.id, ask.draftId, draft.candidateId]
    await tx.posts.want({ key, kind: 'ask_answer', address: asker.slackUserId, subjects }, ctx.now)
  }
  await tx.posts.redraw(ask.draftId, ctx.now)
}
