import type { ClientBase } from 'pg'
import type { PoolNumbers, Rate, WeekNumbers } from '../../../domain/metrics/numbers.ts'
import type { MemberId, PoolId, WorkspaceId } from '../../../domain/shared/ids.ts'
import type { Found, MetricReads, Question } from '../../../usecases/ports/metric-reads.ts'
import type { Database } from '../open.ts'
import { readOnly } from '../read-only.ts'
import type { Asked } from './people.ts'
import { rowOf, rowsOf } from './rows.ts'
import {
  activity,
  cohort,
  type Found as FoundColumns,
  followUp,
  keptInTouch,
  news,
  pools,
  thanks,
  waiting,
} from './statements.ts'
import { yearOf } from './year-reads.ts'

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
    pools: (question, { pool: poolId, found = new Map() } = {}) =>
      reading(async (client) => {
        const rows = await rowsOf<PoolRow>(client, pools(asking(question), { poolId, found: inColumns(found) }))
        return rows.map((row) => toPool(row, found))
      }),
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

type PoolRow = {
  readonly id: PoolId
  readonly name: string
  readonly is_list: boolean
  readonly size: number
  readonly in_touch: number
  readonly fresh: number
  readonly sent: number
  readonly replied: number
  readonly hired: number
  readonly hired_year: number
}
const toPool = (
  { id, name, is_list, size, in_touch, fresh, sent, replied, hired, hired_year }: PoolRow,
  found: Found,
): PoolNumbers => ({
  poolId: id,
  name,
  size,
  inTouch: in_touch,
  fresh,
  week: is_list || found.get(id) !== undefined ? { sent, replied, hired } : undefined,
  // Who is found now says nothing of who was found before they applied.
  hiredThisYear: is_list ? hired_year : undefined,
})

function inColumns(found: Found): FoundColumns {
  const pairs = [...found].flatMap(([pool, people = []]) => people.map((person) => ({ pool, person })))
  return { pools: pairs.map(({ pool }) => pool), people: pairs.map(({ person }) => person) }
}
