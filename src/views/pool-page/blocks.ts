/** A pool's own page. */
import type { Button, KnownBlock } from '@slack/types'
import { dayIn, type Zone } from '../../domain/shared/time.ts'
import { poolPage as words } from '../../domain/shared/words/pools.ts'
import type { PoolPage } from '../../usecases/pools/pool-page.ts'
import type { PoolFigures } from '../../usecases/ports/services.ts'
import { dayInWords, safe, section } from '../mrkdwn.ts'
import { button, type Drawn } from '../people-list/blocks.ts'
import { flat } from '../people-list/person-row.ts'
import { capacityBlocks } from './capacity.ts'
import { turnLine } from './history.ts'
import { ARCHIVE_POOL, EDIT_POOL, MERGE_POOL, PEOPLE_OF_POOL, POOL_HISTORY, poolValue, RESTORE_POOL } from './ids.ts'

export function renderPoolPage(page: PoolPage, zone: Zone): Drawn {
  const { pool, turns } = page
  return {
    text: words.fallback,
    blocks: [
      section(heading(page)),
      ...(pool.personaNote === undefined ? [] : [section(`*${words.note}*\n${safe(pool.personaNote, 1_500)}`)]),
      ...(pool.archivedAt === undefined ? living(page) : [section(putAway(page, zone))]),
      ...(turns.length === 0
        ? []
        : [section([words.came, ...turns.map((turn) => `• ${turnLine(turn, zone)}`)].join('\n'))]),
      { type: 'actions', block_id: `pool_page:${pool.id}`, elements: buttons(page) },
    ],
  }
}

function heading({ pool, owner }: PoolPage): string {
  const { name, query, cadenceDays, channel } = pool
  const kind = query === undefined ? words.list : `${words.query}: \`${safe(query.replaceAll('`', "'"), 600)}\``
  const who = owner === undefined ? words.nobody : `<@${owner.slackUserId}>`
  return [
    `*${safe(flat(name), 200)}*`,
    kind,
    [words.owner(who, cadenceDays), ...(channel === undefined ? [] : [words.channel(`<#${channel}>`)])].join(' · '),
  ].join('\n')
}

function living(page: PoolPage): readonly KnownBlock[] {
  const { figures, capacity, pool, owner } = page
  if (figures === undefined) return [section(words.notCounted)]
  if (figures.size === 0)
    return [section([words.empty, ...(pool.query === undefined ? [words.emptyList] : [])].join(' '))]
  const name = owner === undefined ? words.nobody : safe(flat(owner.name), 80)
  return [
    section(numbers(figures, pool.cadenceDays).join('\n')),
    ...(capacity === undefined ? [] : capacityBlocks({ poolId: pool.id, owner: name, capacity }, 'looked_at')),
  ]
}

/** Each share with what it is a share of. */
export function numbers(figures: PoolFigures, cadenceDays: number): readonly string[] {
  const { size, more, stale, inTouch, permitted, checked, fresh, unworked } = figures
  return [
    words.size(size, more),
    ...(more ? [words.counted(size)] : []),
    words.fresh(fresh, size),
    words.inTouch(inTouch, size, cadenceDays),
    words.permitted(permitted, size),
    words.checked(checked, size),
    words.stale(stale),
    ...(unworked === 0 ? [] : [words.unworked(unworked)]),
  ]
}

const putAway = ({ pool, mergedInto }: PoolPage, zone: Zone): string =>
  [
    ...(pool.archivedAt === undefined ? [] : [words.archived(dayInWords(dayIn(pool.archivedAt, zone)))]),
    ...(mergedInto === undefined ? [] : [words.mergedInto(safe(flat(mergedInto), 200))]),
  ].join(' ')

function buttons({ pool, turns }: PoolPage): Button[] {
  const { id } = pool
  const history = turns.length === 0 ? [] : [button(POOL_HISTORY, words.history, poolValue(id, ''))]
  if (pool.archivedAt !== undefined) return [button(RESTORE_POOL, words.restore, id), ...history]
  return [
    button(PEOPLE_OF_POOL, words.people, id),
    button(EDIT_POOL, words.edit, id),
    button(MERGE_POOL, words.merge, id),
    ...history,
    button(ARCHIVE_POOL, words.archive, id),
  ]
}

/** What was done, with the way back. `text` is mrkdwn. */
export const renderPoolDone = (text: string, buttons: readonly Button[], more: readonly KnownBlock[] = []): Drawn => ({
  text,
  blocks: [
    section(text),
    ...more,
    ...(buttons.length === 0 ? [] : [{ type: 'actions' as const, elements: [...buttons] }]),
  ],
})
