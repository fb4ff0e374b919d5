/** The numbers of a week in sentences, the same in the digest and in `/metrics`. */
import type { ActionsBlock, Button, KnownBlock, TableBlock } from '@slack/types'
import type { PoolNumbers, WeekNumbers } from '../../domain/metrics/numbers.ts'
import type { Goals } from '../../domain/settings/workspace-settings.ts'
import { rate, metrics as words } from '../../domain/shared/words/metrics.ts'
import { metricsYear as yearWords } from '../../domain/shared/words/metrics-year.ts'
import { plain } from '../form-fields.ts'
import { safe, section } from '../mrkdwn.ts'
import { flat } from '../people-list/person-row.ts'
import { SHOW_OVERDUE, SHOW_UNOWNED } from './ids.ts'

export type Compared = { readonly now: WeekNumbers; readonly before: WeekNumbers; readonly goals: Goals | undefined }

/** *Kept in touch* first. */
export function numberLines({ now, before, goals }: Compared): readonly string[] {
  const { year } = now
  const costs = yearWords.costs(year)
  return [
    words.keptInTouch(now, before),
    words.cohort(now, before),
    words.activity(now, before),
    words.followUp(now, before),
    words.flags(now, before),
    words.hires(year, goals?.poolHiresPercent),
    words.daysToHire(year),
    words.daysToFill(year),
    words.offers(year),
    ...(costs === undefined ? [] : [costs]),
  ]
}

/** What helps most, each with the way to it. Nobody's name: who presses sees what they may see. */
export function nextActs(now: WeekNumbers, cadenceDays: number): readonly KnownBlock[] {
  const overdue = now.keptInTouch.d - now.keptInTouch.n
  const lines = [
    ...(now.repliesWaiting > 0 ? [words.next.replies(now.repliesWaiting)] : []),
    ...(now.notTold > 0 ? [words.next.notTold(now.notTold)] : []),
    ...(overdue > 0 ? [words.next.overdue(overdue, now.overdueWithoutOwner)] : []),
    ...(now.draftsWaiting > 0 ? [words.next.drafts(now.draftsWaiting)] : []),
  ]
  if (lines.length === 0) return [section(`${words.next.heading}  ${words.next.nothing}`)]
  const stale = `stale:>${cadenceDays}d`
  const buttons: Button[] = [
    ...(overdue > 0 ? [button(SHOW_OVERDUE, words.next.show, stale)] : []),
    ...(now.overdueWithoutOwner > 0 ? [button(SHOW_UNOWNED, words.next.assign, `${stale} owner:none`)] : []),
  ]
  const acts: ActionsBlock = { type: 'actions', block_id: 'metrics_next', elements: buttons }
  return [
    section([words.next.heading, ...lines.map((line) => `• ${line}`)].join('\n')),
    ...(buttons.length === 0 ? [] : [acts]),
  ]
}

const button = (action_id: string, label: string, query: string): Button => ({
  type: 'button',
  action_id,
  text: plain(label),
  value: query,
})

/** A message has room for so many rows. */
const MOST_POOLS = 30

export function poolTable(pools: readonly PoolNumbers[]): KnownBlock {
  if (pools.length === 0) return section(words.noPools)
  const { pool, owner, people, inTouch, fresh, sent, replied, hired } = words.table
  const cell = (text: string) => ({ type: 'raw_text' as const, text })
  const table: TableBlock = {
    type: 'table',
    column_settings: [
      { is_wrapped: true },
      { is_wrapped: true },
      ...Array.from({ length: 6 }, () => ({ align: 'right' as const })),
    ],
    rows: [
      [pool, owner, people, inTouch, fresh, sent, replied, hired].map(cell),
      ...pools
        .slice(0, MOST_POOLS)
        .map(({ name, owner: whose, size, inTouch: touched, fresh: ready, week }) =>
          [
            flat(name).slice(0, 150) || '–',
            flat(whose ?? '').slice(0, 80) || '–',
            String(size),
            rate({ n: touched, d: size }),
            shareOf(ready, size),
            ...[week?.sent, week?.replied, week?.hired].map((amount) => (amount === undefined ? '–' : String(amount))),
          ].map(cell),
        ),
    ],
  }
  return table
}

/** Not counted is a dash, as nobody to count from is. */
const shareOf = (n: number | undefined, d: number): string => (n === undefined ? '–' : rate({ n, d }))

export const poolSentence = ({ name, owner, size, inTouch, fresh, week, hiredThisYear }: PoolNumbers): string =>
  [
    `*${safe(flat(name), 150)}*`,
    ...(owner === undefined ? [] : [`${words.table.owner} ${safe(flat(owner), 80)}`]),
    `${words.table.people} ${size}`,
    `${words.table.inTouch} ${rate({ n: inTouch, d: size })}`,
    `${words.table.fresh} ${shareOf(fresh, size)}`,
    ...(week === undefined
      ? []
      : [
          `${words.table.sent} ${week.sent}`,
          `${words.table.replied} ${week.replied}`,
          `${words.table.hired} ${week.hired}`,
        ]),
    ...(hiredThisYear === undefined ? [] : [`${words.table.hiredThisYear} ${rate({ n: hiredThisYear, d: size })}`]),
  ].join(' · ')
