import type { DraftId } from '../../domain/shared/ids.ts'
import type { Ctx, SystemCtx } from '../context.ts'
import type { DraftRow } from '../ports/drafts.ts'
import type { SlackPost } from '../ports/slack-posts.ts'
import type { Tx } from '../ports/unit-of-work.ts'

const KIND = 'draft_card' as const
const keyOf = (id: DraftId, number: number): string => `${KIND}:${id}${number === 1 ? '' : `:${number}`}`

/**
 * The card at the end of the owner's DM. One that stands further up already stops being a card and says where the draft went, so that
 * a draft has one card with buttons, however often somebody asks for it.
 */
export async function showCard(
  ctx: Ctx,
  tx: Tx,
  draft: Pick<DraftRow, 'id' | 'candidateId'>,
  /** Not before this moment, unless somebody hurries it. */
  from = ctx.now,
): Promise<void> {
  const { last, number } = await lastCard(tx, draft.id)
  const subjects = [draft.id, draft.candidateId]
  const address = ctx.actor.slackUserId
  if (last !== undefined && last.ts !== undefined) {
    await tx.posts.want({ key: last.key, kind: KIND, address, subjects: [] }, ctx.now)
    await tx.posts.want({ key: keyOf(draft.id, number + 1), kind: KIND, address, subjects }, ctx.now)
    return
  }
  await tx.posts.want({ key: keyOf(draft.id, Math.max(number, 1)), kind: KIND, address, subjects }, from)
}

/** A card that stands in somebody's DM, who has no more to do with the draft, says where it went. */
export async function retireCard({ now }: SystemCtx, tx: Tx, id: DraftId): Promise<void> {
  const { last } = await lastCard(tx, id)
  if (last !== undefined) await tx.posts.want({ key: last.key, kind: KIND, address: last.address, subjects: [] }, now)
}

/** Whether the draft has a card in somebody's DM. */
export const hasCard = async (tx: Tx, id: DraftId): Promise<boolean> =>
  (await tx.posts.byKey(keyOf(id, 1))) !== undefined

async function lastCard(tx: Tx, id: DraftId): Promise<{ last: SlackPost | undefined; number: number }> {
  let last: SlackPost | undefined
  for (let number = 1; ; number += 1) {
    const post = await tx.posts.byKey(keyOf(id, number))
    if (post === undefined) return { last, number: number - 1 }
    last = post
  }
}
