/** `/medallist duplicates`: two records side by side, why they may be one person, and what to do about it. */
import type { KnownBlock } from '@slack/types'
import { standingLine } from '../../domain/shared/words/candidates.ts'
import { reasonWords, duplicates as words } from '../../domain/shared/words/duplicates.ts'
import type { DuplicateList, DuplicateRow, Side } from '../../usecases/duplicates/list-duplicates.ts'
import { dayInWords, moment, mrkdwn, safe, section, small } from '../mrkdwn.ts'
import { button } from '../people-list/blocks.ts'
import { OPEN_PERSON } from '../people-list/ids.ts'
import { flat } from '../people-list/person-row.ts'
import { DUPLICATE_COMPARE, DUPLICATE_DISMISS, DUPLICATES_PAGE, pairValue } from './ids.ts'

export function renderDuplicates(list: DuplicateList): { readonly text: string; readonly blocks: KnownBlock[] } {
  const { rows, next, further, stillComparing } = list
  const turning = next === undefined ? [] : [button(DUPLICATES_PAGE, words.next, next)]
  const empty = further ? words.noMore : words.none
  return {
    text: rows.length === 0 ? empty : words.fallback,
    blocks: [
      section(rows.length === 0 ? empty : words.heading),
      ...rows.flatMap(pairBlocks),
      ...(further ? [small(words.fromTheFirst)] : []),
      ...(stillComparing ? [small(words.stillComparing)] : []),
      ...(turning.length === 0 ? [] : [{ type: 'actions' as const, block_id: 'duplicates', elements: turning }]),
    ],
  }
}

function pairBlocks({ kept, other, score, reasons }: DuplicateRow): KnownBlock[] {
  const pair = pairValue(kept.person.id, other.person.id)
  return [
    { type: 'divider' },
    { type: 'section', fields: [mrkdwn(sideText(kept, words.first)), mrkdwn(sideText(other, words.second))] },
    small(
      words.alike(
        score,
        reasonWords(reasons, (name) => safe(flat(name), 60)),
      ),
    ),
    {
      type: 'actions',
      block_id: `duplicate:${pair}`,
      elements: [
        button(DUPLICATE_COMPARE, words.compare, pair),
        button(DUPLICATE_DISMISS, words.dismiss, pair),
        button(OPEN_PERSON, words.open, kept.person.id),
      ],
    },
  ]
}

function sideText({ person, owner, contacts }: Side, since: string): string {
  const { fullName, consideredRole, company, location, standing, standingDay, createdAt } = person
  const lines = [
    `*${safe(flat(fullName), 150)}*`,
    safe(flat(consideredRole), 200),
    [company, location].flatMap((text) => (text === undefined ? [] : [safe(flat(text), 150)])).join(' · '),
    standingLine(standing, standingDay === undefined ? undefined : dayInWords(standingDay)),
    contacts.length === 0 ? words.noContact : contacts.map((kind) => words.reached[kind]).join(', '),
    owner === undefined ? words.noOwner : words.owner(safe(flat(owner), 100)),
    `${since} ${moment(createdAt)}`,
  ]
  return lines.filter((line) => line !== '').join('\n')
}
