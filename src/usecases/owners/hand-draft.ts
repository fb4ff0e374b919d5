import type { DraftId, MemberId } from '../../domain/shared/ids.ts'
import type { SystemCtx } from '../context.ts'
import { retireCard } from '../outreach/show-card.ts'
import { textByTemplate } from '../outreach/text-by-template.ts'
import type { DraftRow } from '../ports/drafts.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import type { Member } from '../ports/workspace.ts'

type Handing = {
  readonly draft: DraftId
  readonly from: MemberId
  readonly heirs: readonly MemberId[]
  /** Who gets it where none of the heirs looks after its person. */
  readonly else: () => MemberId | undefined
}

/**
 * A waiting draft follows its person, and is signed anew: what a template or a model wrote is written once more in the new owner's name.
 * What the leaver wrote themselves stays theirs: nobody approves somebody else's words, so the card asks for *Edit* or *Draft again*. No card is
 * posted, for there may be hundreds; `/outreach` shows them. Answers whose it is now.
 */
export async function handDraftTo(ctx: SystemCtx, tx: Tx, handing: Handing): Promise<MemberId | undefined> {
  const seen = await tx.drafts.get(handing.draft)
  if (seen === undefined) return undefined
  const person = await tx.candidates.lock(seen.candidateId)
  const draft = await tx.drafts.lock(handing.draft)
  if (draft === undefined) return undefined
  const keeper = person?.ownerId
  const to = keeper !== undefined && keeper !== handing.from ? keeper : (handing.else() ?? handing.heirs[0])
  const heir = to === undefined ? undefined : await tx.members.get(to)
  if (heir === undefined) return undefined
  await tx.handOvers.reown(draft.id, heir.id)
  if (person !== undefined) await signAnew(ctx, tx, { draft, heir, person })
  await tx.events.append({
    stream: `draft:${draft.id}`,
    type: 'draft.handed_over',
    data: { from: handing.from, to: heir.id },
  })
  await retireCard(ctx, tx, draft.id)
  return heir.id
}

async function signAnew(
  ctx: SystemCtx,
  tx: Tx,
  {
    draft,
    heir,
    person,
  }: { draft: DraftRow; heir: Member; person: NonNullable<Awaited<ReturnType<Tx['candidates']['lock']>>> },
): Promise<void> {
  const before = await tx.drafts.revision(draft.revisionId)
  if (before === undefined || before.author === 'person') return
  const job = draft.jobId === undefined ? undefined : await tx.jobs.get(draft.jobId)
  if (draft.purpose === 'new_role' && job === undefined) return
  const { purpose, id } = draft
  const { asksToStay } = before
  const number = before.number + 1
  const plan = { candidate: person, purpose, job, sender: heir, asksToStay, draftId: id, number }
  const { revision } = await textByTemplate(ctx, tx, plan)
  await tx.drafts.revise(id, revision)
}
