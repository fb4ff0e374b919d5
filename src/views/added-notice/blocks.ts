/** What the recruiter hears after *Add* or *Merge*: said once, with the next acts and, while it is possible, *Undo*. */
import type { Button, KnownBlock } from '@slack/types'
import type { Candidate } from '../../domain/candidate/candidate.ts'
import { added } from '../../domain/shared/words/capture.ts'
import { DRAFT_FOR_PERSON } from '../draft-card/ids.ts'
import { plain } from '../form-fields.ts'
import { safe, section, small } from '../mrkdwn.ts'
import { OPEN_PERSON } from '../people-list/ids.ts'

export const UNDO_ADD_ACTION = 'silver_undo'

export type AddedNoticeModel = {
  readonly person: Pick<Candidate, 'id' | 'fullName' | 'consideredRole' | 'standing'> | 'taken_back'
  readonly kind: 'added' | 'merged'
}

export function renderAddedNotice({ person, kind }: AddedNoticeModel): {
  readonly blocks: KnownBlock[]
  readonly text: string
} {
  if (person === 'taken_back') return { blocks: [section(added.takenBack)], text: added.takenBack }
  const name = safe(person.fullName, 1000)
  const sentence =
    kind === 'added' ? added.added(`*${name}*`, safe(person.consideredRole, 500)) : added.merged(`*${name}*`)
  const untold = person.standing === 'not_told' ? [small(added.notTold(name))] : []
  const buttons = [
    button(OPEN_PERSON, added.open, person.id),
    button(DRAFT_FOR_PERSON, added.draft, person.id),
    ...(kind === 'added' ? [button(UNDO_ADD_ACTION, added.undo, person.id)] : []),
  ]
  return {
    blocks: [section(sentence), ...untold, { type: 'actions', elements: buttons }],
    text: kind === 'added' ? added.fallback : added.fallbackMerged,
  }
}

const button = (action: string, label: string, value: string): Button => ({
  type: 'button',
  action_id: action,
  text: plain(label),
  value,
})
