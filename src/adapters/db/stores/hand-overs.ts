import { type Selectable, sql } from 'kysely'
import type {
  CandidateId,
  DraftAskId,
  DraftId,
  HandOverId,
  MemberId,
  PoolId,
  SendId,
} from '../../../domain/shared/ids.ts'
import type { Estate, HandOver, HandOverDone, HandOverPlan, HandOverStore } from '../../../usecases/ports/hand-overs.ts'
import type { Scope } from '../scope.ts'
import type { Tables } from '../tables.ts'
import { fromInstant, toInstant, toInstantOrNone } from '../values.ts'
import { GROUP, makePortions, peopleOf } from './hand-over-portions.ts'
import { LIVING } from './seen.ts'

const toHandOver = (row: Selectable<Tables['handOver']>): HandOver => ({
  id: row.id as HandOverId,
  from: row.fromId as MemberId,
  startedBy: row.startedBy as MemberId,
  plan: row.plan as HandOverPlan,
  done: row.done as HandOverDone,
  state: row.state as HandOver['state'],
  startedAt: toInstant(row.startedAt),
  finishedAt: toInstantOrNone(row.finishedAt),
})

/** Approved, and nobody has it in hand. */
const WAITS = sql`state IN ('approved', 'retry_wait')`

export function makeHandOverStore(scope: Scope): HandOverStore {
  const { db, workspaceId } = scope
  const ws = sql`${workspaceId}::uuid`
  const rows = () => db.selectFrom('handOver').selectAll().where('workspaceId', '=', workspaceId)
  return {
    async estateOf(member) {
      const of = sql`workspace_id = ${ws}`
      const { rows: found } = await sql<Record<keyof Estate, number>>`SELECT
        (SELECT count(*)::int FROM candidate c WHERE ${peopleOf(scope, member)}) AS people,
        (SELECT count(*)::int FROM candidate c WHERE ${peopleOf(scope, member)} AND c.next_touch IS NOT NULL) AS promises,
        (SELECT count(DISTINCT r.candidate_id)::int FROM reply r JOIN candidate c ON c.workspace_id = r.workspace_id AND c.id = r.candidate_id
          WHERE r.workspace_id = ${ws} AND r.state = 'waiting' AND ${peopleOf(scope, member)}) AS replies,
        (SELECT count(*)::int FROM draft WHERE ${of} AND owner_id = ${member}::uuid AND state = 'waiting') AS drafts,
        (SELECT count(*)::int FROM send WHERE ${of} AND approved_by = ${member}::uuid AND ${WAITS}) AS scheduled,
        (SELECT count(*)::int FROM pool WHERE ${of} AND owner_id = ${member}::uuid AND archived_at IS NULL) AS pools`.execute(
        db,
      )
      return found[0] ?? { people: 0, promises: 0, replies: 0, drafts: 0, scheduled: 0, pools: 0 }
    },
    async loads(members) {
      const { rows: found } = await sql<{ id: MemberId; load: number }>`SELECT m.id,
          (SELECT count(*)::int FROM candidate c WHERE c.workspace_id = ${ws} AND c.owner_id = m.id AND ${LIVING}) AS load
        FROM unnest(${[...members]}::uuid[]) AS m (id)`.execute(db)
      return new Map(found.map(({ id, load }) => [id, load]))
    },
    async groups(member, way, limit) {
      const { rows: found } = await sql<{ key: string; count: number; prefers: MemberId | null }>`
        SELECT g.key, g.count, p.owner_id AS prefers FROM (
          SELECT ${GROUP[way]} AS key, count(*)::int AS count FROM candidate c WHERE ${peopleOf(scope, member)} GROUP BY 1) g
        LEFT JOIN pool p ON ${way === 'pool' ? sql`p.workspace_id = ${ws} AND p.id::text = g.key` : sql`false`}
        WHERE g.key IS NOT NULL ORDER BY g.count DESC, g.key LIMIT ${limit}`.execute(db)
      return found.map(({ key, count, prefers }) => ({ key, count, prefers: prefers ?? undefined }))
    },
    async scheduled(member, limit) {
      const { rows: found } = await sql<{ id: SendId; candidateId: CandidateId; dueAt: Date }>`
        SELECT id, candidate_id, due_at FROM send
        WHERE workspace_id = ${ws} AND approved_by = ${member}::uuid AND ${WAITS} ORDER BY due_at, id LIMIT ${limit}`.execute(
        db,
      )
      return found.map(({ dueAt, ...rest }) => ({ ...rest, dueAt: toInstant(dueAt) }))
    },
    async lockEstate(member) {
      await sql`SELECT FROM member WHERE workspace_id = ${ws} AND id = ${member}::uuid FOR NO KEY UPDATE`.execute(db)
    },
    async underWay(member) {
      const row = await rows()
        .where('fromId', '=', member)
        .where('state', 'in', ['running', 'undoing'])
        .executeTakeFirst()
      return row === undefined ? undefined : toHandOver(row)
    },
    async insert({ id, from, startedBy, plan, done, state, startedAt, finishedAt }) {
      await db
        .insertInto('handOver')
        .values({
          workspaceId,
          id,
          fromId: from,
          startedBy,
          plan: JSON.stringify(plan),
          done: JSON.stringify(done),
          state,
          startedAt: new Date(startedAt),
          finishedAt: fromInstant(finishedAt),
        })
        .execute()
    },
    async get(id) {
      const row = await rows().where('id', '=', id).executeTakeFirst()
      return row === undefined ? undefined : toHandOver(row)
    },
    async lock(id) {
      const row = await rows().where('id', '=', id).forUpdate().executeTakeFirst()
      return row === undefined ? undefined : toHandOver(row)
    },
    async change(id, { state, done, finishedAt, plan }) {
      await db
        .updateTable('handOver')
        .set({
          state,
          done: JSON.stringify(done),
          finishedAt: fromInstant(finishedAt),
          ...(plan === undefined ? {} : { plan: JSON.stringify(plan) }),
        })
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', id)
        .execute()
    },
    async recent(limit) {
      const found = await rows().orderBy('startedAt', 'desc').limit(limit).execute()
      return found.map(toHandOver)
    },
    async heldPeople(sends, owner, limit) {
      const { rows: found } = await sql<{ id: CandidateId }>`SELECT c.id
        FROM unnest(${[...sends]}::uuid[]) WITH ORDINALITY AS held (id, place)
        JOIN send s ON s.workspace_id = ${ws} AND s.id = held.id
        JOIN draft d ON d.workspace_id = ${ws} AND d.id = s.draft_id
        JOIN candidate c ON c.workspace_id = ${ws} AND c.id = s.candidate_id AND ${LIVING}
        WHERE ${owner ?? null}::uuid IS NULL OR d.owner_id = ${owner ?? null}::uuid
        ORDER BY held.place LIMIT ${limit}`.execute(db)
      return found.map(({ id }) => id)
    },
    async leavers(limit) {
      const { rows: found } = await sql<{ id: MemberId }>`SELECT m.id FROM member m
        WHERE m.workspace_id = ${ws} AND m.deactivated_at IS NOT NULL
          AND EXISTS (SELECT FROM candidate c WHERE c.workspace_id = ${ws} AND c.owner_id = m.id AND ${LIVING})
        ORDER BY m.deactivated_at DESC, m.id LIMIT ${limit}`.execute(db)
      return found.map(({ id }) => id)
    },
    ...makePortions(scope),
    async waitingDrafts(member, limit) {
      const { rows: found } = await sql<{ id: DraftId }>`SELECT id FROM draft
        WHERE workspace_id = ${ws} AND owner_id = ${member}::uuid AND state = 'waiting' ORDER BY id LIMIT ${limit}`.execute(
        db,
      )
      return found.map(({ id }) => id)
    },
    async reown(draft, to) {
      await sql`UPDATE draft SET owner_id = ${to}::uuid WHERE workspace_id = ${ws} AND id = ${draft}::uuid`.execute(db)
    },
    async waitingAsks(member, limit) {
      const { rows: found } = await sql<{ id: DraftAskId }>`SELECT id FROM draft_ask
        WHERE workspace_id = ${ws} AND asked_of = ${member}::uuid AND state = 'asked' ORDER BY id LIMIT ${limit}`.execute(
        db,
      )
      return found.map(({ id }) => id)
    },
    async poolsOf(member) {
      const { rows: found } = await sql<{ id: PoolId }>`SELECT id FROM pool
        WHERE workspace_id = ${ws} AND owner_id = ${member}::uuid AND archived_at IS NULL ORDER BY name, id LIMIT 500`.execute(
        db,
      )
      return found.map(({ id }) => id)
    },
    async givePool(pool, from, to) {
      const { numAffectedRows } = await sql`UPDATE pool SET owner_id = ${to}::uuid
        WHERE workspace_id = ${ws} AND id = ${pool}::uuid AND owner_id = ${from}::uuid`.execute(db)
      return numAffectedRows === 1n
    },
  }
}
