/** The numbers of a week as a table that any spreadsheet opens. Pure. */
import { type Cell, CSV_END, CSV_MARK, csvLine } from '../shared/csv.ts'
import type { PoolNumbers, Rate, WeekNumbers } from './numbers.ts'

type Week = { readonly now: WeekNumbers; readonly before: WeekNumbers; readonly pools: readonly PoolNumbers[] }

const line = (...cells: readonly Cell[]): string => csvLine(cells)

/** With the mark that tells a spreadsheet that it is UTF-8. */
export function weekCsv({ now, before, pools }: Week): string {
  const both = (name: string, read: (week: WeekNumbers) => Rate) => {
    const [one, other] = [read(now), read(before)]
    return line(name, one.n, one.d, other.n, other.d)
  }
  const amount = (name: string, read: (week: WeekNumbers) => number) =>
    line(name, read(now), undefined, read(before), undefined)
  const rows = [
    line('number', 'n', 'd', 'n last week', 'd last week'),
    both('kept in touch', (week) => week.keptInTouch),
    both('replies, sends of two weeks ago', ({ cohort }) => ({ n: cohort.replied, d: cohort.delivered })),
    both('interested, sends of two weeks ago', ({ cohort }) => ({ n: cohort.interested, d: cohort.replied })),
    both('followed up', (week) => week.followUp),
    amount('people written to', (week) => week.sent),
    amount('people who wrote back', (week) => week.replied),
    amount('conversations restarted', (week) => week.restarted),
    amount('interviews from the bench', (week) => week.interviews),
    amount('people added', (week) => week.added),
    amount('flags', (week) => week.flagged),
    both('hires from pools, this year', ({ year }) => year.hires),
    both('offers accepted, this year', ({ year }) => year.offers),
    both('offers accepted of pools, this year', ({ year }) => year.offersOf.pools),
    both('unsubscribed, this year', ({ year }) => year.unsubscribed),
    both('bounced, this year', ({ year }) => year.bounced),
    ...now.year.funnel.map(({ step }, index) =>
      both(`went no further than ${step}, this year`, ({ year }) => ({
        n: year.funnel[index]?.left ?? 0,
        d: year.funnel[index]?.entered ?? 0,
      })),
    ),
    '',
    line('hires this year', 'n', 'median days to hire', 'n', 'median days to fill'),
    ...(['pools', 'others'] as const).map((which) => {
      const { daysToHire, daysToFill } = now.year
      return line(which, daysToHire[which].n, daysToHire[which].days, daysToFill[which].n, daysToFill[which].days)
    }),
    '',
    line('cost of hires this year, minor units', 'hires of pools', 'cost', 'other hires', 'cost'),
    ...now.year.costs.map(({ currency, pools: ours, others }) =>
      line(currency, ours.n, ours.total, others.n, others.total),
    ),
    '',
    line('pool', 'people', 'in touch', 'fresh', 'written to', 'wrote back', 'hired', 'hired this year'),
    ...pools.map(({ name, size, inTouch, fresh, week, hiredThisYear }) =>
      line(name, size, inTouch, fresh, week?.sent, week?.replied, week?.hired, hiredThisYear),
    ),
  ]
  return `${CSV_MARK}${rows.join(CSV_END)}${CSV_END}`
}
