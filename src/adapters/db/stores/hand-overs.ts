import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { ShareWay } from '../../../domain/candidate/share-out.ts'
import type {
  CandidateId,
  DraftAskId,
  DraftId,
  HandOverId,
  MemberId,
  PoolId,
  SendId,
} from '../../../domain/shared/ids.ts'
import { DAY, plus } from '../../../domain/shared/time.ts'
import type {
  Estate,
  Giving,
  HandOver,
  HandOverDone,
  HandOverPlan,
  HandOverStore,
} from '../../../usecases/ports/hand-overs.ts'
import type { Scope } from '../scope.ts'
import type { Tables } from '../tables.ts'
import { fromInstant, toInstant, toInstantOrNone } from '../values.ts'

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

/** As long as a word with somebody can make them a colleague's, at the most careful setting. */
const TALKS_LAST = 181 * DAY
/** From the beginning, each portion would walk past all that were moved before. */
const behind = (id: RawBuilder<unknown>, after: CandidateId | undefined) =>
  after === undefined ? sql`true` : sql`${id} > ${after}::uuid`
const LIVING = sql`c.merged_into IS NULL AND c.erased_at IS NULL`
/** Approved, and nobody has it in hand. */
const WAITS = sql`state IN ('approved', 'retry_wait')`
/** The group of a person `c`. Of several lists the first that they came on counts. */
const GROUP = {
  load: sql<string | null>`NULL::text`,
  role: sql<string | null>`lower(c.considered_role)`,
  pool: sql<
    string | null
  >`(SELECT m.pool_id::text FROM pool_member m JOIN pool p ON p.workspace_id = m.workspace_id AND p.id = m.pool_id
    WHERE m.workspace_id = c.workspace_id AND m.candidate_id = c.id AND p.archived_at IS NULL ORDER BY m.added_at, m.pool_id LIMIT 1)`,
} as const satisfies Record<ShareWay, RawBuilder<string | null>>

export function makeHandOverStore(scope: Scope): HandOverStore {
  const { db, workspaceId, newId } = scope
  const ws = sql`${workspaceId}::uuid`
  const own = (member: MemberId) => sql`c.workspace_id = ${ws} AND c.owner_id = ${member}::uuid AND ${LIVING}`
  const rows = () => db.selectFrom('handOver').selectAll().where('workspaceId', '=', workspaceId)
  return {
    async estateOf(member) {
      const of = sql`workspace_id = ${ws}`
      const { rows: found } = await sql<Record<keyof Estate, number>>`SELECT
        (SELECT count(*)::int FROM candidate c WHERE ${own(member)}) AS people,
        (SELECT count(*)::int FROM candidate c WHERE ${own(member)} AND c.next_touch IS NOT NULL) AS promises,
        (SELECT count(DISTINCT r.candidate_id)::int FROM reply r JOIN candidate c ON c.workspace_id = r.workspace_id AND c.id = r.candidate_id
          WHERE r.workspace_id = ${ws} AND r.state = 'waiting' AND ${own(member)}) AS replies,
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
          SELECT ${GROUP[way]} AS key, count(*)::int AS count FROM candidate c WHERE ${own(member)} GROUP BY 1) g
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
    async next(member, way, limit, after) {
      const { rows: found } = await sql<{ id: CandidateId; key: string | null }>`SELECT c.id, ${GROUP[way]} AS key
        FROM candidate c WHERE ${own(member)} AND ${behind(sql`c.id`, after)} ORDER BY c.id LIMIT ${limit} FOR NO KEY UPDATE OF c`.execute(
        db,
      )
      return found.map(({ id, key }) => ({ id, key: key ?? undefined }))
    },
    async give(giving, people, lines) {
      if (people.length === 0) return
      const { handOverId, from, at } = giving
      const ids = people.map(({ candidateId }) => candidateId)
      const owners = people.map(({ to }) => to ?? null)
      await moveTo(scope, ids, owners, sql`c.owner_id = ${from}::uuid`)
      await remember(
        scope,
        giving,
        people.map(({ candidateId, to }) => ({ candidateId, to, line: lines.get(to) ?? '' })),
      )
      const talks = people.flatMap(({ candidateId, to }) =>
        to === undefined ? [] : [{ candidateId, to, id: newId() }],
      )
      await sql`INSERT INTO take_over (workspace_id, id, candidate_id, asked_of, asked_by, state, asked_at, answered_at)
        SELECT ${ws}, t.id, c.id, ${from}::uuid, t.to_id, 'handed_over', ${new Date(at)}, ${new Date(at)}
        FROM unnest(${talks.map(({ id }) => id)}::uuid[], ${talks.map(({ candidateId }) => candidateId)}::uuid[], ${talks.map(({ to }) => to)}::uuid[]) AS t (id, candidate_id, to_id)
        JOIN candidate c ON c.workspace_id = ${ws} AND c.id = t.candidate_id
        WHERE c.last_touch_at > ${new Date(plus(at, -TALKS_LAST))}`.execute(db)
      await sql`INSERT INTO hand_over_person (workspace_id, hand_over_id, candidate_id, to_id)
        SELECT ${ws}, ${handOverId}::uuid, g.id, g.to_id FROM unnest(${ids}::uuid[], ${owners}::uuid[]) AS g (id, to_id)
        ON CONFLICT (workspace_id, hand_over_id, candidate_id) DO UPDATE SET to_id = EXCLUDED.to_id`.execute(db)
    },
    async takeBack(giving, line, limit, after) {
      const { handOverId, from } = giving
      const { rows: seen } = await sql<{ id: CandidateId; theirs: boolean }>`WITH portion AS (
          DELETE FROM hand_over_person WHERE workspace_id = ${ws} AND hand_over_id = ${handOverId}::uuid AND candidate_id IN (
            SELECT candidate_id FROM hand_over_person WHERE workspace_id = ${ws} AND hand_over_id = ${handOverId}::uuid
              AND ${behind(sql`candidate_id`, after)}
            ORDER BY candidate_id LIMIT ${limit})
          RETURNING candidate_id, to_id)
        SELECT c.id, (c.owner_id IS NOT DISTINCT FROM portion.to_id AND ${LIVING}) AS theirs
        FROM portion JOIN candidate c ON c.workspace_id = ${ws} AND c.id = portion.candidate_id
        ORDER BY c.id FOR NO KEY UPDATE OF c`.execute(db)
      const ids = seen.filter(({ theirs }) => theirs).map(({ id }) => id)
      const last = seen.at(-1)?.id
      if (ids.length === 0) return { seen: seen.length, back: 0, last }
      await moveTo(
        scope,
        ids,
        ids.map(() => from),
        sql`true`,
      )
      await remember(scope, giving, ids.map((candidateId) => ({ candidateId, to: from, line }))) // biome-ignore format: one thing
      await sql`DELETE FROM take_over WHERE workspace_id = ${ws} AND candidate_id = ANY(${ids}::uuid[])
        AND asked_of = ${from}::uuid AND state = 'handed_over'`.execute(db)
      return { seen: seen.length, back: ids.length, last }
    },
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

/** People and what search reads of them get other owners, each their own. The people must be locked. */
async function moveTo(
  { db, workspaceId }: Scope,
  ids: readonly CandidateId[],
  owners: readonly (MemberId | null)[],
  still: RawBuilder<unknown>,
): Promise<void> {
  const pairs = sql`unnest(${[...ids]}::uuid[], ${[...owners]}::uuid[]) AS g (id, to_id)`
  await sql`UPDATE candidate c SET owner_id = g.to_id, version = c.version + 1 FROM ${pairs}
    WHERE c.workspace_id = ${workspaceId}::uuid AND c.id = g.id AND ${still}`.execute(db)
  await sql`UPDATE candidate_search s SET owner_id = g.to_id FROM ${pairs}
    WHERE s.workspace_id = ${workspaceId}::uuid AND s.candidate_id = g.id`.execute(db)
}

type Line = { readonly candidateId: CandidateId; readonly to: MemberId | undefined; readonly line: string }
/** The timeline and the log say it of each person, and cards that show them are drawn anew. */
async function remember(
  { db, workspaceId, correlationId, newId }: Scope,
  { handOverId, from, by, at }: Giving,
  lines: readonly Line[],
): Promise<void> {
  const ws = sql`${workspaceId}::uuid`
  const ids = lines.map(({ candidateId }) => candidateId)
  const when = new Date(at)
  await sql`INSERT INTO interaction (workspace_id, id, candidate_id, kind, at, member_id, text, one_to_one)
    SELECT ${ws}, l.entry, l.id, 'change', ${when}, ${by}::uuid, l.line, false
    FROM unnest(${lines.map(() => newId())}::uuid[], ${ids}::uuid[], ${lines.map(({ line }) => line)}::text[]) AS l (entry, id, line)`.execute(
    db,
  )
  // Read once for all of them: the log grows by each portion, and statistics that are older than that would read all of it for every person.
  const streams = ids.map((id) => `candidate:${id}`)
  await sql`WITH last AS MATERIALIZED (
      SELECT stream, max(version) AS version FROM event WHERE workspace_id = ${ws} AND stream = ANY(${streams}::text[]) GROUP BY stream)
    INSERT INTO event (workspace_id, stream, version, type, actor, at, correlation_id, data)
    SELECT ${ws}, l.stream, coalesce(last.version, 0) + 1, 'candidate.reassigned', ${by}::uuid, ${when}, ${correlationId},
      jsonb_build_object('from', ${from}::text, 'to', l.to_id, 'handOver', ${handOverId}::text)
    FROM unnest(${streams}::text[], ${lines.map(({ to }) => to ?? null)}::text[]) AS l (stream, to_id)
    LEFT JOIN last ON last.stream = l.stream`.execute(db)
  await sql`UPDATE slack_post SET wanted = wanted + 1,
      next_at = CASE WHEN state = 'posted' THEN ${when} ELSE next_at END,
      attempts = CASE WHEN state = 'posted' THEN 0 ELSE attempts END,
      state = CASE WHEN state = 'posted' THEN 'wanted' ELSE state END
    WHERE workspace_id = ${ws} AND subjects && ${ids}::uuid[] AND state NOT IN ('failed', 'removed')`.execute(db)
}
