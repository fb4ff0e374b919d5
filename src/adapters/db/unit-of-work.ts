import { sql } from 'kysely'
import pg from 'pg'
import type { MemberId, NewId, WorkspaceId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { DAY, type Instant, plus } from '../../domain/shared/time.ts'
import type { Tx, UnitOfWork } from '../../usecases/ports/unit-of-work.ts'
import { insideTransaction } from './guard.ts'
import type { Database } from './open.ts'
import { queriesOver } from './queries.ts'
import type { Scope } from './scope.ts'
import type { Seal } from './seal.ts'
import { makeCandidateStore } from './stores/candidates.ts'
import { makeConsentStore } from './stores/consent.ts'
import { makeDraftAskStore } from './stores/draft-asks.ts'
import { makeDraftStore } from './stores/drafts.ts'
import { makeDuplicateStore } from './stores/duplicates.ts'
import { makeEventLog } from './stores/events.ts'
import { makeFlagOfferStore } from './stores/flag-offers.ts'
import { makeImportStore } from './stores/imports.ts'
import { makeInboxStore } from './stores/inbox.ts'
import { makeInstallationStore } from './stores/installations.ts'
import { makeJobRunStore } from './stores/job-runs.ts'
import { makeHireStore, makeJobStore } from './stores/jobs.ts'
import { makeKeptFormStore } from './stores/kept-forms.ts'
import { makeMergeStore } from './stores/merges.ts'
import { makeModelCallStore } from './stores/model-calls.ts'
import { makeNearMissStore } from './stores/near-misses.ts'
import { makeNudgeStore } from './stores/nudges.ts'
import { makePoolStore } from './stores/pools.ts'
import { makeReplyStore } from './stores/replies.ts'
import { makeSampleStore } from './stores/samples.ts'
import { makeSendStore } from './stores/sends.ts'
import { makeSlackPostStore } from './stores/slack-posts.ts'
import { makeMemberStore, makeSettingStore } from './stores/workspace.ts'
import { type Around, openWire, type Wire } from './wire.ts'

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
const TRANSACTION_MS = 10_000

export type Transactions = { readonly unitOfWork: UnitOfWorkFor }

/** A unit of work held its connection for too long, waiting for something that is not the database; it was rolled back. */
export class TransactionTimeoutError extends Error {
  override readonly name = 'TransactionTimeoutError'
}

/** The pool's connections must be opened with `pipeline`. */
export function makeTransactions(
  { pool }: Pick<Database, 'pool'>,
  seal: Seal,
  newId: NewId,
  longestMs = TRANSACTION_MS,
): Transactions {
  const unitOfWork: UnitOfWorkFor = (bearer) => {
    const asWhom = `SELECT set_config('role', 'medallist_app', true), set_config('app.workspace', ${pg.escapeLiteral(bearer.workspaceId)}, true),
      set_config('statement_timeout', '${STATEMENT_MS}', true)`
    const scopeOver = (wire: Wire): Scope => {
      const db = queriesOver(wire)
      const later: Scope['later'] = (write) => {
        const { sql: text, parameters } = write.compile(db)
        wire.tell(text, parameters)
      }
      return { ...bearer, newId, db, later, seal }
    }
    const run: Run = (work) =>
      insideTransaction(() =>
        onConnection(pool, undefined, async (wire, spoilt) => {
          wire.tell(`BEGIN; ${asWhom}`)
          try {
            const scope = scopeOver(wire)
            const value = await inTime(work(makeTx(scope), scope), longestMs)
            // What was told last travels with the commit; a transaction in which something failed answers it with ROLLBACK.
            const { command } = await wire.ask('COMMIT')
            await wire.settled()
            if (command !== 'COMMIT') throw new Error('The database rolled the transaction back')
            return value
          } catch (error) {
            // A connection that cannot even do this is nobody's any more; what went wrong first is what is told.
            await wire.ask('ROLLBACK').catch(spoilt)
            throw error
          }
        }),
      )
    const around = { before: `BEGIN READ ONLY; ${asWhom}`, after: 'COMMIT' }
    const read: UnitOfWork['read'] = (work) =>
      insideTransaction(() => onConnection(pool, around, (wire) => inTime(work(makeTx(scopeOver(wire))), longestMs)))
    return {
      run: (work) => run((tx) => work(tx)),
      read,
      once: (key, useCase, work) => once(run, key, useCase, work),
    }
  }
  return { unitOfWork }
}

type Run = <Value>(work: (tx: Tx, scope: Scope) => Promise<Value>) => Promise<Value>

/** A connection of the pool for as long as `work` takes; one that broke meanwhile is not used again. */
async function onConnection<Value>(
  pool: pg.Pool,
  around: Around | undefined,
  work: (wire: Wire, spoilt: (error: Error) => void) => Promise<Value>,
): Promise<Value> {
  const client = await pool.connect()
  let broken: Error | undefined
  const spoilt = (error: Error) => {
    broken = error
  }
  client.on('error', spoilt)
  const wire = openWire(client, around)
  try {
    return await work(wire, spoilt)
  } finally {
    wire.close()
    client.off('error', spoilt)
    client.release(broken)
  }
}

/** Whoever waits inside a transaction for something else than the database lets everybody else wait too. */
async function inTime<Value>(work: Promise<Value>, longestMs: number): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new TransactionTimeoutError(`A transaction was open for more than ${longestMs} ms`)),
      longestMs,
    )
  })
  try {
    return await Promise.race([work, tooLong])
  } finally {
    clearTimeout(timer)
  }
}

const STORES: { readonly [Name in keyof Tx]: (scope: Scope) => Tx[Name] } = {
  members: makeMemberStore,
  settings: makeSettingStore,
  jobs: makeJobStore,
  hires: makeHireStore,
  candidates: makeCandidateStore,
  consent: makeConsentStore,
  nearMisses: makeNearMissStore,
  flagOffers: makeFlagOfferStore,
  forms: makeKeptFormStore,
  duplicates: makeDuplicateStore,
  merges: makeMergeStore,
  pools: makePoolStore,
  drafts: makeDraftStore,
  asks: makeDraftAskStore,
  sends: makeSendStore,
  replies: makeReplyStore,
  posts: makeSlackPostStore,
  inbox: makeInboxStore,
  installations: makeInstallationStore,
  modelCalls: makeModelCallStore,
  jobRuns: makeJobRunStore,
  nudges: makeNudgeStore,
  samples: makeSampleStore,
  imports: makeImportStore,
  events: makeEventLog,
}

/** Stores are made when first asked for: an act needs four of them. */
function makeTx(scope: Scope): Tx {
  const made = new Map<string, unknown>()
  return new Proxy(STORES as unknown as Tx, {
    get(stores, name: string) {
      if (!made.has(name)) made.set(name, (stores as never as Record<string, (scope: Scope) => unknown>)[name]?.(scope))
      return made.get(name)
    },
  })
}

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
/** Every so many acts forget so many keys, so that the table stays as long as a month is busy. */
const FORGET_EVERY = 16
const FORGET = 2 * FORGET_EVERY
let acts = 0

/** Never waits for another who does the same. */
const forgetting = ({ workspaceId, now }: Scope) =>
  sql`DELETE FROM idempotency WHERE workspace_id = ${workspaceId}::uuid AND key IN (
    SELECT key FROM idempotency WHERE workspace_id = ${workspaceId}::uuid AND at < ${new Date(plus(now, -KEYS_LAST))}
    ORDER BY at LIMIT ${FORGET} FOR UPDATE SKIP LOCKED)`

/**
 * The key is written last, in one breath with the commit: whoever repeats an act that was committed meanwhile is rolled back by it and reads
 * the first one's result, and so does a repetition that failed on what the first one changed.
 */
async function once<Value, Refusal>(
  run: Run,
  key: string | undefined,
  useCase: string,
  work: (tx: Tx) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal>> {
  const id = `${useCase}:${key}`
  try {
    return await run(async (tx, scope) => {
      const result = await work(tx)
      if (!result.ok) throw new Refused(result.refusal)
      if (key !== undefined) remember(scope, { id, useCase, value: result.value })
      return result
    })
  } catch (error) {
    const first = key === undefined ? undefined : await run((_, scope) => remembered(scope, id))
    if (first !== undefined) return ok(first.value as Value)
    if (error instanceof Refused) return refuse(error.refusal as Refusal)
    throw error
  }
}

function remember(scope: Scope, { id, useCase, value }: { id: string; useCase: string; value: unknown }): void {
  const { later, workspaceId, now } = scope
  acts += 1
  if (acts % FORGET_EVERY === 0) later(forgetting(scope))
  later(sql`INSERT INTO idempotency (workspace_id, key, use_case, result, at)
    VALUES (${workspaceId}::uuid, ${id}, ${useCase}, ${JSON.stringify({ value })}::jsonb, ${new Date(now)})`)
}

async function remembered({ db, workspaceId }: Scope, id: string): Promise<{ readonly value?: unknown } | undefined> {
  const row = await db
    .selectFrom('idempotency')
    .select('result')
    .where('workspaceId', '=', workspaceId)
    .where('key', '=', id)
    .executeTakeFirst()
  return row === undefined ? undefined : (row.result as { readonly value?: unknown })
}
