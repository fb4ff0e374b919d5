import { PrismaPg } from '@prisma/adapter-pg'
import type { MemberId, NewId, WorkspaceId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { DAY, type Instant, plus } from '../../domain/shared/time.ts'
import type { Tx, UnitOfWork } from '../../usecases/ports/unit-of-work.ts'
import { Prisma, PrismaClient } from './generated/client.ts'
import { insideTransaction, transactionClient } from './guard.ts'
import type { Database } from './open.ts'
import type { Scope } from './scope.ts'
import type { Seal } from './seal.ts'
import { queriesOn } from './session.ts'
import { makeCandidateStore } from './stores/candidates.ts'
import { makeConsentStore } from './stores/consent.ts'
import { makeDraftAskStore } from './stores/draft-asks.ts'
import { makeDraftStore } from './stores/drafts.ts'
import { makeEventLog } from './stores/events.ts'
import { makeFlagOfferStore } from './stores/flag-offers.ts'
import { makeInboxStore } from './stores/inbox.ts'
import { makeInstallationStore } from './stores/installations.ts'
import { makeJobRunStore } from './stores/job-runs.ts'
import { makeHireStore, makeJobStore } from './stores/jobs.ts'
import { makeKeptFormStore } from './stores/kept-forms.ts'
import { makeModelCallStore } from './stores/model-calls.ts'
import { makeNearMissStore } from './stores/near-misses.ts'
import { makeNudgeStore } from './stores/nudges.ts'
import { makePoolStore } from './stores/pools.ts'
import { makeReplyStore } from './stores/replies.ts'
import { makeSampleStore } from './stores/samples.ts'
import { makeSendStore } from './stores/sends.ts'
import { makeSlackPostStore } from './stores/slack-posts.ts'
import { makeMemberStore, makeSettingStore } from './stores/workspace.ts'

/** For whom a unit of work runs. */
export type Bearer = {
  readonly workspaceId: WorkspaceId
  readonly actor: MemberId | undefined
  readonly correlationId: string
  readonly now: Instant
}
export type UnitOfWorkFor = (bearer: Bearer) => UnitOfWork

/** Slack waits three seconds for an answer: a statement that would take longer than two is cut off instead. */
const STATEMENT_MS = 2_000
/** With the embedded database everybody waits for one connection. */
const WAIT_MS = 15_000
const TRANSACTION_MS = 10_000

export type Transactions = { readonly prisma: PrismaClient; readonly unitOfWork: UnitOfWorkFor; close(): Promise<void> }

export function makeTransactions(database: Pick<Database, 'pool'>, seal: Seal, newId: NewId): Transactions {
  const prisma = new PrismaClient({
    adapter: new PrismaPg(database.pool),
    transactionOptions: { maxWait: WAIT_MS, timeout: TRANSACTION_MS },
  })
  const unitOfWork: UnitOfWorkFor = (bearer) => {
    const run = <Value>(work: (tx: Tx, scope: Scope) => Promise<Value>): Promise<Value> =>
      insideTransaction(() =>
        prisma.$transaction(async (db) => {
          await db.$executeRaw`SELECT set_config('role', 'medallist_app', true), set_config('app.workspace', ${bearer.workspaceId}, true),
            set_config('statement_timeout', ${String(STATEMENT_MS)}, true)`
          const client = transactionClient()
          if (client === undefined) throw new Error('The pool is not guarded')
          const scope: Scope = { ...bearer, newId, db, kysely: queriesOn(client), seal }
          return work(makeTx(scope), scope)
        }),
      )
    return { run: (work) => run((tx) => work(tx)), once: (key, useCase, work) => once(run, key, useCase, work) }
  }
  return { prisma, unitOfWork, close: () => prisma.$disconnect() }
}

const makeTx = (scope: Scope): Tx => ({
  members: makeMemberStore(scope),
  settings: makeSettingStore(scope),
  jobs: makeJobStore(scope),
  hires: makeHireStore(scope),
  candidates: makeCandidateStore(scope),
  consent: makeConsentStore(scope),
  nearMisses: makeNearMissStore(scope),
  flagOffers: makeFlagOfferStore(scope),
  forms: makeKeptFormStore(scope),
  pools: makePoolStore(scope),
  drafts: makeDraftStore(scope),
  asks: makeDraftAskStore(scope),
  sends: makeSendStore(scope),
  replies: makeReplyStore(scope),
  posts: makeSlackPostStore(scope),
  inbox: makeInboxStore(scope),
  installations: makeInstallationStore(scope),
  modelCalls: makeModelCallStore(scope),
  jobRuns: makeJobRunStore(scope),
  nudges: makeNudgeStore(scope),
  samples: makeSampleStore(scope),
  events: makeEventLog(scope),
})

/** Carries a refusal out of a transaction that must leave nothing behind. */
class Refused extends Error {
  readonly refusal: unknown
  constructor(refusal: unknown) {
    super('refused')
    this.refusal = refusal
  }
}

/** Slack repeats a delivery within the hour; a form may stay open for days. */
const KEYS_LAST = 30 * DAY

/** Two for each that comes, so that the table stays as long as a month is busy. Never waits for another who does the same. */
const forgetting = ({ workspaceId, now }: Scope): Prisma.Sql =>
  Prisma.sql`DELETE FROM idempotency WHERE workspace_id = ${workspaceId}::uuid AND key IN (
    SELECT key FROM idempotency WHERE workspace_id = ${workspaceId}::uuid AND at < ${new Date(plus(now, -KEYS_LAST))}
    ORDER BY at LIMIT 2 FOR UPDATE SKIP LOCKED)`

/** The key is inserted first: a second delivery that arrives meanwhile waits for the first one's commit, then reads its result. */
async function once<Value, Refusal>(
  run: <V>(work: (tx: Tx, scope: Scope) => Promise<V>) => Promise<V>,
  key: string | undefined,
  useCase: string,
  work: (tx: Tx) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal>> {
  try {
    return await run(async (tx, scope) => {
      const { db, workspaceId, now } = scope
      const id = key === undefined ? undefined : `${useCase}:${key}`
      if (id !== undefined) {
        const inserted = await db.$executeRaw`WITH forgotten AS (${forgetting(scope)})
          INSERT INTO idempotency (workspace_id, key, use_case, result, at)
          VALUES (${workspaceId}::uuid, ${id}, ${useCase}, 'null', ${new Date(now)}) ON CONFLICT DO NOTHING`
        if (inserted === 0) {
          const row = await db.idempotency.findUniqueOrThrow({ where: { workspaceId_key: { workspaceId, key: id } } })
          return ok((row.result as { value?: unknown }).value as Value)
        }
      }
      const result = await work(tx)
      if (!result.ok) throw new Refused(result.refusal)
      if (id !== undefined) {
        const kept = JSON.stringify({ value: result.value })
        await db.$executeRaw`UPDATE idempotency SET result = ${kept}::jsonb WHERE workspace_id = ${workspaceId}::uuid AND key = ${id}`
      }
      return result
    })
  } catch (error) {
    if (error instanceof Refused) return refuse(error.refusal as Refusal)
    throw error
  }
}
