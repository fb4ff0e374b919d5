/** The calendar year: what its rows add up to. */
import type { ClientBase } from 'pg'
import { medianOf } from '../../../domain/metrics/median.ts'
import {
  type Attention,
  type CostOf,
  FUNNEL,
  type GroupRate,
  type HireCost,
  type YearNumbers,
} from '../../../domain/metrics/numbers.ts'
import type { Asked } from './people.ts'
import { rowOf, rowsOf } from './rows.ts'
import { attention, declinedOffers, funnel, goneAway, hires } from './year.ts'

type HireRow = {
  readonly from_pool: boolean
  readonly source: string
  readonly to_hire: number | null
  readonly to_fill: number | null
  readonly cost: number | null
  readonly currency: string | null
}

export async function yearOf(client: ClientBase, asked: Asked): Promise<YearNumbers> {
  const all = await rowsOf<HireRow>(client, hires(asked))
  const declined = await rowOf<{ count: number; from_pools: number }>(client, declinedOffers(asked))
  const gone = await rowOf<{ accepted: number; bounced: number; unsubscribed: number }>(client, goneAway(asked))
  const { steps } = await rowOf<{ steps: readonly (readonly [number, number])[] }>(client, funnel(asked))
  const groups = await rowsOf<GroupRate & Pick<Attention, 'by'>>(client, attention(asked))
  const days = (which: 'to_hire' | 'to_fill', fromPool: boolean) =>
    medianOf(all.flatMap((hire) => (hire.from_pool === fromPool ? (hire[which] ?? []) : [])))
  const fromPools = all.filter((hire) => hire.from_pool).length
  const others = all.length - fromPools
  return {
    hires: { n: fromPools, d: all.length },
    daysToHire: { pools: days('to_hire', true), others: days('to_hire', false) },
    daysToFill: { pools: days('to_fill', true), others: days('to_fill', false) },
    offers: { n: all.length, d: all.length + declined.count },
    offersOf: {
      pools: { n: fromPools, d: fromPools + declined.from_pools },
      others: { n: others, d: others + declined.count - declined.from_pools },
    },
    costs: costsOf(all),
    funnel: FUNNEL.map((step, index) => {
      const [entered, left] = steps[index] ?? [0, 0]
      return { step, entered, left }
    }),
    unsubscribed: { n: gone.unsubscribed, d: gone.accepted - gone.bounced },
    bounced: { n: gone.bounced, d: gone.accepted },
    attention: (['seniority', 'kind'] as const).map((by) => ({
      by,
      groups: groups
        .filter((one) => one.by === by)
        .map(({ group, n, d }) => ({ group, n, d }))
        .toSorted((one, other) => (one.group < other.group ? -1 : 1)),
    })),
    sources: sourcesOf(all),
  }
}

function sourcesOf(all: readonly HireRow[]): YearNumbers['sources'] {
  return [...Map.groupBy(all, ({ source }) => source)]
    .map(([source, of]) => ({ source, hires: of.length }))
    .toSorted((one, other) => other.hires - one.hires || (one.source < other.source ? -1 : 1))
}

/** Never added across currencies: there is no rate at which that would be true. */
function costsOf(all: readonly HireRow[]): readonly HireCost[] {
  const sum = (of: readonly HireRow[], fromPool: boolean): CostOf => {
    const costs = of.flatMap((hire) => (hire.from_pool === fromPool && hire.cost !== null ? hire.cost : []))
    return { total: costs.reduce((total, cost) => total + cost, 0), n: costs.length }
  }
  return [...Map.groupBy(all, ({ cost, currency }) => (cost === null ? null : currency))]
    .flatMap(([currency, of]) => (currency === null ? [] : { currency, pools: sum(of, true), others: sum(of, false) }))
    .toSorted((one, other) => (one.currency < other.currency ? -1 : 1))
}
