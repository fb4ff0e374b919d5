import type { ClientBase } from 'pg'
import { medianOf } from '../../../domain/metrics/median.ts'
import type { PoolNumbers, Rate, WeekNumbers, YearNumbers } from '../../../domain/metrics/numbers.ts'
import type { MemberId, PoolId, WorkspaceId } from '../../../domain/shared/ids.ts'
import type { MetricReads, Question } from '../../../usecases/ports/metric-reads.ts'
import type { Database } from '../open.ts'
import { readOnly } from '../read-only.ts'
import { type Sql, toQuery } from '../search/sql.ts'
import type { Asked } from './people.ts'
import {
  activity,
  cohort,
  declinedOffers,
  followUp,
  hires,
  keptInTouch,
  lists,
  news,
  thanks,
  waiting,
} from './statements.ts'

/** A digest may take its time; who asked is told at once that it takes a moment. */
const STATEMENT_MS = 15_000

export function makeMetricReads(
  { pool }: Pick<Database, 'pool'>,
  workspaceId: WorkspaceId,
  patience: number = STATEMENT_MS,
): MetricReads {
  const reading = <Value>(work: (client: ClientBase) => Promise<Value>) => readOnly(pool, workspaceId, patience, work)
  const asking = (question: Question): Asked => ({ ...question, workspaceId })
  return {
    week: (question) => reading((client) => weekOf(client, asking(question))),
    lists: (question, poolId) =>
      reading(async (client) => (await rowsOf<ListRow>(client, lists(asking(question), poolId))).map(toPool)),
    async trend(questions) {
      const weeks = []
      // Each with a patience of its own: eight weeks of a million people take longer than one statement may.
      for (const question of questions) weeks.push(await reading((client) => trendOf(client, asking(question))))
      return weeks
    },
  }
}

async function trendOf(client: ClientBase, asked: Asked) {
  const { n, d } = await rowOf<Rate>(client, keptInTouch(asked))
  return { keptInTouch: { n, d }, ...(await rowOf<{ sent: number; replied: number }>(client, activity(asked))) }
}

async function weekOf(client: ClientBase, asked: Asked): Promise<WeekNumbers> {
  const { n, d, unowned } = await rowOf<Rate & { unowned: number }>(client, keptInTouch(asked))
  const now = await rowOf<{ not_told: number; replies: number; drafts: number }>(client, waiting(asked))
  const helped = await rowsOf<{ member_id: MemberId; flags: number }>(client, thanks(asked))
  return {
    keptInTouch: { n, d },
    overdueWithoutOwner: unowned,
    ...(await rowOf<Pick<WeekNumbers, 'restarted' | 'interviews' | 'added' | 'flagged'>>(client, news(asked))),
    ...(await rowOf<Pick<WeekNumbers, 'sent' | 'replied'>>(client, activity(asked))),
    cohort: await rowOf<WeekNumbers['cohort']>(client, cohort(asked)),
    followUp: await rowOf<Rate>(client, followUp(asked)),
    notTold: now.not_told,
    repliesWaiting: now.replies,
    draftsWaiting: now.drafts,
    year: await yearOf(client, asked),
    thanks: helped.map(({ member_id, flags }) => ({ memberId: member_id, flags })),
  }
}

type HireRow = {
  readonly from_pool: boolean
  readonly source: string
  readonly to_hire: number | null
  readonly to_fill: number | null
}

async function yearOf(client: ClientBase, asked: Asked): Promise<YearNumbers> {
  const all = await rowsOf<HireRow>(client, hires(asked))
  const declined = await rowOf<{ count: number }>(client, declinedOffers(asked))
  const days = (which: 'to_hire' | 'to_fill', fromPool: boolean) =>
    medianOf(all.flatMap((hire) => (hire.from_pool === fromPool ? (hire[which] ?? []) : [])))
  const sources = Map.groupBy(all, ({ source }) => source)
  return {
    hires: { n: all.filter((hire) => hire.from_pool).length, d: all.length },
    daysToHire: { pools: days('to_hire', true), others: days('to_hire', false) },
    daysToFill: { pools: days('to_fill', true), others: days('to_fill', false) },
    offers: { n: all.length, d: all.length + declined.count },
    sources: [...sources]
      .map(([source, of]) => ({ source, hires: of.length }))
      .toSorted((one, other) => other.hires - one.hires || (one.source < other.source ? -1 : 1)),
  }
}

type ListRow = {
  readonly id: PoolId
  readonly name: string
  readonly is_list: boolean
  readonly size: number
  readonly in_touch: number
  readonly sent: number
  readonly replied: number
  readonly hired: number
}
const toPool = ({ id, name, is_list, size, in_touch, sent, replied, hired }: ListRow): PoolNumbers => ({
  poolId: id,
  name,
  size,
  inTouch: in_touch,
  week: is_list ? { sent, replied, hired } : undefined,
})

const rowsOf = async <Row extends object>(client: ClientBase, statement: Sql): Promise<readonly Row[]> =>
  (await client.query<Row>(toQuery(statement))).rows

async function rowOf<Row extends object>(client: ClientBase, statement: Sql): Promise<Row> {
  const [row] = await rowsOf<Row>(client, statement)
  if (row === undefined) throw new Error('A count always has a row')
  return row
}
