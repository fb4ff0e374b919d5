/** `/pool` without a text: the pools, how big they are and who is overdue. */
import type { KnownBlock } from '@slack/types'
import { poolSaved, pools as words } from '../../domain/shared/words/find.ts'
import type { PoolLine } from '../../usecases/find/list-pools.ts'
import { mrkdwn, safe, section, small } from '../mrkdwn.ts'
import { button, type Drawn } from '../people-list/blocks.ts'
import { flat } from '../people-list/person-row.ts'
import { FIND_PEOPLE } from '../query-builder/ids.ts'

export const OPEN_POOL = 'pool_open'
export const NEW_POOL = 'pool_new'
export const UNDO_POOL = 'pool_undo'

export function renderPoolOverview({
  pools,
  more,
}: {
  readonly pools: readonly PoolLine[]
  readonly more: number
}): Drawn {
  const blocks: KnownBlock[] = [
    section(pools.length === 0 ? words.none : words.heading),
    ...pools.map(poolRow),
    ...(more === 0 ? [] : [small(words.more(more))]),
    {
      type: 'actions',
      block_id: 'pools',
      elements: [button(FIND_PEOPLE, words.find, 'find'), button(NEW_POOL, words.newPool, 'new')],
    },
  ]
  return { text: words.fallback(pools.length + more), blocks }
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
  const { size, fresh, stale } = figures
  return size === 0 ? [words.empty] : [words.size(size), words.fresh(fresh, size), words.stale(stale)]
}

const about = ({ pool, owner }: PoolLine): readonly string[] => [
  words.every(pool.cadenceDays),
  ...(owner === undefined ? [] : [words.owner(safe(flat(owner), 60))]),
  ...(pool.query === undefined ? [words.list] : []),
]

/** Says once what was saved, with the way back. */
export function renderPoolSaved(line: PoolLine): Drawn {
  const { pool } = line
  const what = [...figures(line), words.every(pool.cadenceDays)].join(' · ')
  return {
    text: poolSaved.fallback,
    blocks: [
      section(poolSaved.line(safe(flat(pool.name), 200), what)),
      {
        type: 'actions',
        block_id: `pool_saved:${pool.id}`,
        elements: [button(OPEN_POOL, poolSaved.open, pool.id), button(UNDO_POOL, poolSaved.undo, pool.id)],
      },
    ],
  }
}
