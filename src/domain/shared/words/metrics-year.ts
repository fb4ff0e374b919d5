/** The numbers of the calendar year as people read them. What stands in sentences is escaped by the caller. */
import { CURRENCIES, type Currency } from '../../jobs/money.ts'
import { ENOUGH_IN_GROUP, fourFifths } from '../../metrics/four-fifths.ts'
import {
  type Attention,
  type CostOf,
  ENOUGH_TO_COMPARE,
  type GroupRate,
  type HireCost,
  type YearNumbers,
} from '../../metrics/numbers.ts'
import { FUNNEL_STEPS, rate } from './metrics.ts'

/** `£4,200`, from whole minor units; of a mean, to the whole unit. */
export function money(minor: number, currency: string): string {
  const decimals = CURRENCIES[currency as Currency] ?? 2
  const format = new Intl.NumberFormat('en-GB', { style: 'currency', currency, maximumFractionDigits: 0 })
  return format.format(minor / 10 ** decimals)
}

const mean = ({ total, n }: CostOf, currency: string): string =>
  n === 0 ? '–' : `${money(total / n, currency)} (n ${n})`

function cost({ currency, pools, others }: HireCost): string {
  const few = pools.n < ENOUGH_TO_COMPARE || others.n < ENOUGH_TO_COMPARE
  return `pools ${mean(pools, currency)}, others ${mean(others, currency)}${few ? '; too few to compare' : ''}`
}

const GROUPS = { seniority: 'by seniority', kind: 'by how they came to us' } as const satisfies Record<
  Attention['by'],
  string
>
const told = ({ group, n, d }: GroupRate): string => `${group.replaceAll('_', ' ')} ${rate({ n, d })}`

function check({ by, groups }: Attention): string {
  const found = fourFifths(groups)
  if (found === undefined)
    return `${GROUPS[by]}: not enough to say (groups of ${ENOUGH_IN_GROUP} or more, and some written to)`
  const { lowest, highest, percent, isUnder } = found
  return `${GROUPS[by]}: ${percent} % (lowest ${told(lowest)}, highest ${told(highest)})${isUnder ? ', under four fifths' : ''}`
}

export const metricsYear = {
  /** `undefined` where no hire has a cost on record. */
  costs: ({ costs, hires }: YearNumbers): string | undefined => {
    const known = costs.reduce((sum, { pools, others }) => sum + pools.n + others.n, 0)
    return known === 0
      ? undefined
      : `*Cost per hire*  ${costs.map(cost).join('; ')}; on record for ${known} of ${hires.d} hires`
  },
  funnel: ({ funnel }: YearNumbers): string => {
    const written = funnel[0]?.entered ?? 0
    if (written === 0) return '*How far they came*  –'
    const further = funnel
      .slice(1)
      .map(({ step, entered }) => `${FUNNEL_STEPS[step].toLowerCase()} ${rate({ n: entered, d: written })}`)
    return `*How far they came*  ${written.toLocaleString('en-GB')} written to this year, ${further.join(', ')}`
  },
  wentNoFurther: ({ funnel }: YearNumbers): string => {
    const steps = funnel.filter(({ step }) => step !== 'hired')
    return `*Went no further*  ${steps.map(({ step, entered, left }) => `${FUNNEL_STEPS[step].toLowerCase()} ${rate({ n: left, d: entered })}`).join(', ')}`
  },
  goneAway: ({ unsubscribed, bounced }: YearNumbers): string =>
    `*Unsubscribed*  ${rate(unsubscribed)} this year, bounced ${rate(bounced)}`,
  fourFifths: ({ attention }: YearNumbers): string =>
    `*Four-fifths check*  to whom we wrote this year, ${attention.map(check).join('; ')}. A reason to look closer, never a finding: few people, and no protected trait is held here.`,
} as const
