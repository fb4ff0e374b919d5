/** Honest arithmetic: what a pool asks of its owner, and three ways to answer. */
import type { KnownBlock } from '@slack/types'
import { MOST_A_DAY } from '../../domain/pool/capacity.ts'
import { capacity as words } from '../../domain/shared/words/pools.ts'
import type { PoolCapacity } from '../../usecases/pools/pool-capacity.ts'
import { section } from '../mrkdwn.ts'
import { button } from '../people-list/blocks.ts'
import { ACCEPT_LOAD, poolValue, SHARE_POOL, SLOW_DOWN } from './ids.ts'

/** `owner` is escaped. */
type Shown = { readonly poolId: string; readonly owner: string; readonly capacity: PoolCapacity }

export function capacityText({ owner, capacity }: Omit<Shown, 'poolId'>): string {
  if (capacity.people === 0) return words.nobody
  const carriesMore = capacity.inAll > capacity.perDay
  return [
    `*${words.sentence(capacity, capacity.more)}*`,
    ...(carriesMore ? [`${words.inAll(owner, capacity)}.`] : []),
    ...(capacity.fits ? [] : [words.tooMuch(MOST_A_DAY)]),
  ].join('\n')
}

/** The sentence with **Accept**, **Slow down** and **Share…**; of nobody there is nothing to decide, nor where it is only looked at and fits. */
export function capacityBlocks(shown: Shown, when: 'saved' | 'looked_at' = 'saved'): readonly KnownBlock[] {
  const { poolId, capacity } = shown
  const text = section(capacityText(shown))
  if (capacity.people === 0 || (when === 'looked_at' && capacity.fits)) return [text]
  const { slower, give } = capacity
  return [
    text,
    {
      type: 'actions',
      block_id: `pool_load:${poolId}`,
      elements: [
        button(ACCEPT_LOAD, words.accept, poolId),
        ...(slower === undefined ? [] : [button(SLOW_DOWN, words.slowDown(slower), poolValue(poolId, slower))]),
        ...(give === undefined ? [] : [button(SHARE_POOL, words.share, poolValue(poolId, give))]),
      ],
    },
  ]
}
