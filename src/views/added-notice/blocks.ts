/** What the recruiter hears after *Add* or *Merge*: said once, with the next acts and, while it is possible, *Undo*. */
import type { Button, KnownBlock } from '@slack/types'
import type { Candidate } from '../../domain/candidate/candidate.ts'
import { added } from '../../domain/shared/words/capture.ts'
import { keepDoor } from '../../domain/shared/words/keep-door.ts'
import type { MergeId } from '../../usecases/capture/merges-of.ts'
import { DRAFT_FOR_PERSON } from '../draft-card/ids.ts'
import { plain } from '../form-fields.ts'
import { KEEP_DOOR } from '../keep-door/ids.ts'
import { safe, section, small } from '../mrkdwn.ts'
import { OPEN_PERSON } from '../people-list/ids.ts'

export const UNDO_ADD_ACTION = 'silver_undo'
export const UNDO_MERGE_ACTION = 'merge_undo'

export type AddedNoticeModel = {
  readonly person: Pick<Candidate, 'id' | 'fullName' | 'consideredRole' | 'standing'> | 'taken_back'
  readonly kind: 'added' | 'merged'
  /** The merge that can be undone; `undone` where it was. */
  readonly merged?: MergeId | 'undone' | undefined
}

export function renderAddedNotice({ person, kind, merged }: AddedNoticeModel): {
  readonly blocks: KnownBlock[]
  readonly text: string
} {
  if (person === 'taken_back') return { blocks: [section(added.takenBack)], text: added.takenBack }
  const name = safe(person.fullName, 1000)
  if (merged === 'undone') {
    const text = added.mergeTakenBack(`*${name}*`)
    return { blocks: [section(text)], text: added.fallbackMerged }
  }
  const sentence =
    kind === 'added' ? added.added(`*${name}*`, safe(person.consideredRole, 500)) : added.merged(`*${name}*`)
  const untold = person.standing === 'not_told' ? [small(added.notTold(name))] : []
  const buttons = [
    // Nobody has told them: then the letter with the news, what to take along and the question is the one thing to do.
    ...(person.standing === 'not_told'
      ? [{ ...button(KEEP_DOOR, keepDoor.act, person.id), style: 'primary' as const }]
      : []),
    button(OPEN_PERSON, added.open, person.id),
    button(DRAFT_FOR_PERSON, added.draft, person.id),
    ...(kind === 'added' ? [button(UNDO_ADD_ACTION, added.undo, person.id)] : []),
    ...(merged === undefined ? [] : [button(UNDO_MERGE_ACTION, added.undo, merged)]),
  ]
  return {
    blocks: [
      section(sentence),
      ...untold,
      ...(merged === undefined ? [] : [small(added.mergedUntil)]),
      { type: 'actions', elements: buttons },
    ],
    text: kind === 'added' ? added.fallback : added.fallbackMerged,
  }
}

const button = (action: string, label: string, value: string): Button => ({
  type: 'button',
  action_id: action,
  text: plain(label),
  value,
})
