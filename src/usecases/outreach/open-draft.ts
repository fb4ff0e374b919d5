import { z } from 'zod'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from './draft-input.ts'
import { showCard } from './show-card.ts'

export type OpenRefusal = { readonly kind: 'no_such_draft' } | { readonly kind: 'not_yours' }

/** **Open**: brings the card up again at the end of its owner's DM. */
export const openDraft = defineUseCase({
  name: 'open-draft',
  permission: 'draft.write',
  input: z.object({ draftId: idInput('draft') }),
  run: async (ctx, { draftId }): Promise<Result<null, OpenRefusal>> => {
    const opened = await ctx.uow.once<null, OpenRefusal>(ctx.idempotencyKey, 'open-draft', async (tx) => {
      const draft = await tx.drafts.lock(draftId)
      if (draft === undefined) return refuse({ kind: 'no_such_draft' })
      if (draft.ownerId !== ctx.actor.memberId) return refuse({ kind: 'not_yours' })
      await showCard(ctx, tx, draft)
      return ok(null)
    })
    if (opened.ok) ctx.services.wake.posts()
    return opened
  },
})

/** **Try again**: the card is drawn anew where it stands, with what the gate says now. */
export const lookAgain = defineUseCase({
  name: 'look-again',
  permission: 'draft.write',
  input: z.object({ draftId: idInput('draft') }),
  run: async (ctx, { draftId }): Promise<Result<null, never>> => {
    await ctx.uow.run((tx) => tx.posts.redraw(draftId, ctx.now))
    ctx.services.wake.posts()
    return ok(null)
  },
})
