import type { SystemCtx } from '../context.ts'
import type { HandOver } from '../ports/hand-overs.ts'
import type { Tx } from '../ports/unit-of-work.ts'

/** Whoever began it has a message that says how it stands, with *Undo*; each colleague hears what they got, and once more where it was undone. */
export async function tellOfHandOver({ now }: SystemCtx, tx: Tx, handOver: HandOver): Promise<void> {
  const { id, startedBy, done } = handOver
  const starter = await tx.members.get(startedBy)
  if (starter !== undefined)
    await tx.posts.want(
      { key: `hand_over:${id}`, kind: 'hand_over', address: starter.slackUserId, subjects: [id] },
      now,
    )
  if (handOver.state !== 'done' && handOver.state !== 'undone') return
  const heirs = new Set([...Object.keys(done.people), ...Object.keys(done.drafts), ...Object.values(done.pools)])
  for (const heir of await tx.members.getMany(handOver.plan.to.filter((one) => heirs.has(one))))
    await tx.posts.want(
      {
        key: `hand_over_received:${id}:${heir.id}`,
        kind: 'hand_over_received',
        address: heir.slackUserId,
        subjects: [id, heir.id],
      },
      now,
    )
}
