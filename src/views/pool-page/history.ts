/** Who came into a pool and who left it, by whom and when. */
import type { Button } from '@slack/types'
import { dayIn, type Zone } from '../../domain/shared/time.ts'
import { poolHistory as words } from '../../domain/shared/words/pools.ts'
import type { NamedTurn, PoolHistory } from '../../usecases/pools/pool-page.ts'
import { dayInWords, safe, section, small } from '../mrkdwn.ts'
import { button, type Drawn } from '../people-list/blocks.ts'
import { flat } from '../people-list/person-row.ts'
import { NEWEST_TURNS, OLDER_TURNS, poolValue } from './ids.ts'

/** "3 March 2026: Ana Souza was added by Inês Duarte" */
export function turnLine(turn: NamedTurn, zone: Zone): string {
  const who = turn.who === undefined ? words.somebody : safe(flat(turn.who), 80)
  const did = turn.what === 'joined' ? words.joined[turn.how] : words.left[turn.how]
  const by = turn.byName === undefined ? '' : words.by(safe(flat(turn.byName), 60))
  return `${dayInWords(dayIn(turn.at, zone))}: ${who} ${did}${by}`
}

export function renderPoolHistory({ pool, turns, older, isNewest }: PoolHistory, zone: Zone): Drawn {
  const turning: Button[] = [
    ...(isNewest ? [] : [button(NEWEST_TURNS, words.newest, poolValue(pool.id, ''))]),
    ...(older === undefined ? [] : [button(OLDER_TURNS, words.older, poolValue(pool.id, older))]),
  ]
  const lines = turns.map((turn) => `• ${turnLine(turn, zone)}`)
  return {
    text: words.fallback,
    blocks: [
      section(words.heading(safe(flat(pool.name), 200))),
      ...(lines.length === 0 ? [section(words.none)] : inSections(lines).map(section)),
      ...(pool.query === undefined ? [] : [small(words.nightly)]),
      ...(turning.length === 0 ? [] : [{ type: 'actions' as const, block_id: 'pool_history', elements: turning }]),
    ],
  }
}

/** A section holds 3,000 characters. */
const LINES = 10
const inSections = (lines: readonly string[]): readonly string[] =>
  Array.from({ length: Math.ceil(lines.length / LINES) }, (_, part) =>
    lines.slice(part * LINES, (part + 1) * LINES).join('\n'),
  )
