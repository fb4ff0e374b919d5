/** Drafts of the world of outreach, as their cards show them. */
import type { CandidateId, DraftId, RevisionId } from '../../src/domain/shared/ids.ts'
import { type DraftCardModel, loadDraftCard } from '../../src/usecases/outreach/load-draft-card.ts'
import { writeDraft } from '../../src/usecases/outreach/write-draft.ts'
import type { World } from './outreach-world.ts'

export type Drafted = { readonly candidateId: CandidateId; readonly draftId: DraftId; readonly revisionId: RevisionId }

/** A person with a draft that waits for whoever wrote it. */
export async function aDraft(
  world: World,
  person: Parameters<World['addPerson']>[0] = {},
  by = 'UINES',
): Promise<Drafted> {
  return draftBy(world, await world.addPerson(person), by)
}

export async function draftBy(world: World, candidateId: CandidateId, by: string): Promise<Drafted> {
  const written = await writeDraft(await world.as(by), { candidateId })
  if (!written.ok) throw new Error(written.refusal.kind)
  const { draftId } = written.value
  const draft = await world.run((tx) => tx.drafts.get(draftId))
  if (draft === undefined) throw new Error('The draft was not kept')
  return { candidateId, draftId, revisionId: draft.revisionId }
}

export async function cardOf(world: World, draftId: DraftId): Promise<DraftCardModel> {
  const card = await loadDraftCard(world.system(), draftId)
  if (card === undefined) throw new Error('The card is gone')
  return card
}
