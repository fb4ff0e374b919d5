/** The people that a query found, ten at a time, and what can be done with the list. */
import type { Button, KnownBlock } from '@slack/types'
import { truncate } from '../../domain/shared/text.ts'
import { list } from '../../domain/shared/words/find.ts'
import { forAll } from '../../domain/shared/words/review.ts'
import type { PeoplePage } from '../../usecases/find/search-people.ts'
import { plain } from '../form-fields.ts'
import { asTyped, safe, section, small } from '../mrkdwn.ts'
import { REFINE_QUERY } from '../query-builder/ids.ts'
import { FOR_ALL } from '../review-deck/ids.ts'
import { EDIT_QUERY, LOOSEN, listingValue, NEXT_PAGE, PREVIOUS_PAGE, SAVE_AS_POOL } from './ids.ts'
import { type Beholder, personRow } from './person-row.ts'

export type Drawn = { readonly text: string; readonly blocks: KnownBlock[] }

export function renderPeopleList(found: PeoplePage, beholder: Beholder): Drawn {
  const { people, total, page, readAs, listingId } = found
  if (people.length === 0) return renderNobody(found)
  const count = list.count(total)
  const shown =
    page.next === undefined && page.previous === undefined
      ? ''
      : ` · ${list.range(page.before + 1, page.before + people.length)}`
  const blocks: KnownBlock[] = [
    section(`${list.found(count)}${shown}`),
    small(
      readAs.length === 0 ? queryLine(found) : list.readAs(safe(readAs.join(' · '), 500)),
      list.meaning(safe(found.meaning, 1_500)),
    ),
    ...(page.near ? [small(list.near)] : []),
    ...people.flatMap((person) => personRow(person, beholder)),
    {
      type: 'actions',
      block_id: 'people_list',
      elements: [
        ...(page.previous === undefined
          ? []
          : [button(PREVIOUS_PAGE, list.previous, listingValue(listingId, page.previous))]),
        ...(page.next === undefined ? [] : [button(NEXT_PAGE, list.next, listingValue(listingId, page.next))]),
        button(EDIT_QUERY, list.edit, listingId),
        button(REFINE_QUERY, list.refine, listingId),
        button(SAVE_AS_POOL, list.save, listingId),
        button(FOR_ALL, forAll.button, listingId),
      ],
    },
  ]
  return { text: list.fallback(count), blocks }
}

function renderNobody(found: PeoplePage): Drawn {
  const { listingId, loosenings } = found
  const offers = loosenings.map(({ index, without, count }, at) =>
    button(`${LOOSEN}${at}`, list.without(truncate(without, 40), list.count(count)), listingValue(listingId, index)),
  )
  const blocks: KnownBlock[] = [
    section(`${list.nobody} ${list.meaning(safe(found.meaning, 1_500))}`),
    small(queryLine(found)),
    ...(offers.length === 0
      ? []
      : [section(list.loosen), { type: 'actions', block_id: 'people_loosen', elements: offers } as const]),
    small(list.addSomebody),
    {
      type: 'actions',
      block_id: 'people_list',
      elements: [button(EDIT_QUERY, list.edit, listingId), button(REFINE_QUERY, list.refine, listingId)],
    },
  ]
  return { text: list.fallback(list.count({ exact: 0 })), blocks }
}

/** The query as it was typed. A backtick would end the quotation. */
const queryLine = ({ text }: PeoplePage): string => `\`${asTyped(text, 600) || '…'}\``

export const button = (action_id: string, label: string, value: string): Button => ({
  type: 'button',
  action_id,
  text: plain(truncate(label, 75)),
  value,
})
