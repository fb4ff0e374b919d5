/** What a button under *Not yet* carries: the act is in its action id, the rest in its value. */
import type { NextAct } from '../../domain/outreach/refusal.ts'
import type { DraftCardModel } from '../../usecases/outreach/load-draft-card.ts'

export type NextActRef = {
  readonly draftId: string
  readonly revisionId: string
  readonly candidateId: string
  readonly day: string
}

export function nextActValue(
  { draft, revision, candidate }: Pick<DraftCardModel, 'draft' | 'revision' | 'candidate'>,
  act: NextAct,
): string {
  return [draft.id, revision.id, candidate.id, 'day' in act ? act.day : ''].join(':')
}

export function readNextAct(value: string): NextActRef {
  const [draftId = '', revisionId = '', candidateId = '', day = ''] = value.split(':')
  return { draftId, revisionId, candidateId, day }
}
