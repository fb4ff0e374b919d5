/** `/pool` without a text: the pools, how big they are and who is overdue. */
import type { Button, KnownBlock } from '@slack/types'
import { POOLS_A_PAGE } from '../../domain/pool/pool-limits.ts'
import { dayIn, type Zone } from '../../domain/shared/time.ts'
import { poolSaved, pools as words } from '../../domain/shared/words/pool-form.ts'
import { archivedPools } from '../../domain/shared/words/pools.ts'
import type { PoolLine, PoolsPage } from '../../usecases/find/list-pools.ts'
import type { ArchivedPools } from '../../usecases/pools/archive-pool.ts'
import type { PoolPage } from '../../usecases/pools/pool-page.ts'
import { dayInWords, mrkdwn, safe, section, small } from '../mrkdwn.ts'
import { button, type Drawn } from '../people-list/blocks.ts'
import { flat } from '../people-list/person-row.ts'
import { capacityBlocks } from '../pool-page/capacity.ts'
import { ARCHIVED_POOLS, NEXT_POOLS, PREVIOUS_POOLS } from '../pool-page/ids.ts'
import { FIND_PEOPLE } from '../query-builder/ids.ts'

export const OPEN_POOL = 'pool_open'
export const NEW_POOL = 'pool_new'
export const UNDO_POOL = 'pool_undo'

export function renderPoolOverview({ pools, total, before, hasArchived }: PoolsPage): Drawn {
  const after = before + pools.length
  const elements: Button[] = [
    ...(before === 0 ? [] : [button(PREVIOUS_POOLS, words.previous, String(Math.max(0, before - POOLS_A_PAGE)))]),
    ...(after >= total ? [] : [button(NEXT_POOLS, words.next, String(after))]),
    button(FIND_PEOPLE, words.find, 'find'),
    button(NEW_POOL, words.newPool, 'new'),
    ...(hasArchived ? [button(ARCHIVED_POOLS, archivedPools.button, 'archived')] : []),
  ]
  const blocks: KnownBlock[] = [
    section(pools.length === 0 ? words.none : words.heading),
    ...pools.map(poolRow),
    ...(pools.length < total ? [small(words.range(before + 1, after, total))] : []),
    { type: 'actions', block_id: 'pools', elements },
  ]
  return { text: words.fallback(total), blocks }
}

/** Those that were put away, each with the way back. */
export function renderArchivedPools(archived: ArchivedPools, zone: Zone): Drawn {
  const { pools, more } = archived
  const rows = pools.map(
    ({ id, name, archivedAt }): KnownBlock => ({
      type: 'section',
      block_id: `archived:${id}`,
      text: mrkdwn(
        `*${safe(flat(name), 200)}*${archivedAt === undefined ? '' : ` · ${archivedPools.since(dayInWords(dayIn(archivedAt, zone)))}`}`,
      ),
      accessory: button(OPEN_POOL, words.open, id),
    }),
  )
  return {
    text: archivedPools.button,
    blocks: [
      section(pools.length === 0 ? archivedPools.none : archivedPools.heading),
      ...rows,
      ...(more ? [small(archivedPools.more)] : []),
    ],
  }
}

const poolRow = (line: PoolLine): KnownBlock => ({
  type: 'section',
  block_id: `pool:${line.pool.id}`,
  text: mrkdwn(`*${safe(flat(line.pool.name), 200)}*\n${[...figures(line), ...about(line)].join(' · ')}`),
  accessory: button(OPEN_POOL, words.open, line.pool.id),
})

/** What a pool holds now: "24 people · 18 of 24 fresh (75 %) · 6 stale". */
function figures({ figures }: PoolLine): readonly string[] {
  if (figures === undefined) return [words.notCounted]
  const { size, more, fresh, stale } = figures
  if (size === 0) return [words.empty]
  return [more ? words.more(size) : words.size(size), words.fresh(fresh, size), words.stale(stale)]
}

const about = ({ pool, owner }: PoolLine): readonly string[] => [
  words.every(pool.cadenceDays),
  ...(owner === undefined ? [] : [words.owner(safe(flat(owner), 60))]),
  ...(pool.query === undefined ? [words.list] : []),
]

/** Says once what was saved and what it asks of its owner, with the way back. */
export function renderPoolSaved({ pool, owner, figures: counted, capacity }: PoolPage): Drawn {
  const line = { pool, owner: owner?.name, figures: counted }
  const name = safe(flat(owner?.name ?? ''), 80)
  const what = [...figures(line), words.every(pool.cadenceDays)].join(' · ')
  return {
    text: poolSaved.fallback,
    blocks: [
      section(poolSaved.line(safe(flat(pool.name), 200), what)),
      ...(capacity === undefined ? [] : capacityBlocks({ poolId: pool.id, owner: name, capacity })),
      {
        type: 'actions',
        block_id: `pool_saved:${pool.id}`,
        elements: [button(OPEN_POOL, poolSaved.open, pool.id), button(UNDO_POOL, poolSaved.undo, pool.id)],
      },
    ],
  }
}
