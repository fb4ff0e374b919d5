/** The people of a hand-over, a portion at a time: given to others, and back again. */
import { type RawBuilder, sql } from 'kysely'
import type { ShareWay } from '../../../domain/candidate/share-out.ts'
import type { CandidateId, MemberId } from '../../../domain/shared/ids.ts'
import { DAY, plus } from '../../../domain/shared/time.ts'
import type { Giving, HandOverStore } from '../../../usecases/ports/hand-overs.ts'
import type { Scope } from '../scope.ts'
import { LIVING } from './seen.ts'

/** As long as a word with somebody can make them a colleague's, at the most careful setting. */
const TALKS_LAST = 181 * DAY
/** From the beginning, each portion would walk past all that were moved before. */
const behind = (id: RawBuilder<unknown>, after: CandidateId | undefined) =>
  after === undefined ? sql`true` : sql`${id} > ${after}::uuid`
/** The group of a person `c`. Of several lists the first that they came on counts. */
export const GROUP = {
  load: sql<string | null>`NULL::text`,
  role: sql<string | null>`lower(c.considered_role)`,
  pool: sql<
    string | null
  >`(SELECT m.pool_id::text FROM pool_member m JOIN pool p ON p.workspace_id = m.workspace_id AND p.id = m.pool_id
    WHERE m.workspace_id = c.workspace_id AND m.candidate_id = c.id AND p.archived_at IS NULL ORDER BY m.added_at, m.pool_id LIMIT 1)`,
} as const satisfies Record<ShareWay, RawBuilder<string | null>>

/** Whom a colleague looks after, as `c`. */
export const peopleOf = ({ workspaceId }: Scope, member: MemberId): RawBuilder<unknown> =>
  sql`c.workspace_id = ${workspaceId}::uuid AND c.owner_id = ${member}::uuid AND ${LIVING}`

export function makePortions(scope: Scope): Pick<HandOverStore, 'next' | 'give' | 'takeBack'> {
  const { db, workspaceId, newId } = scope
  const ws = sql`${workspaceId}::uuid`
  return {
    async next(member, way, limit, after) {
      const { rows: found } = await sql<{ id: CandidateId; key: string | null }>`SELECT c.id, ${GROUP[way]} AS key
        FROM candidate c WHERE ${peopleOf(scope, member)} AND ${behind(sql`c.id`, after)} ORDER BY c.id LIMIT ${limit} FOR NO KEY UPDATE OF c`.execute(
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
      const { rows: given } = await sql<{
        id: CandidateId
        to: MemberId | null
      }>`SELECT candidate_id AS id, to_id AS to FROM hand_over_person
        WHERE workspace_id = ${ws} AND hand_over_id = ${handOverId}::uuid AND ${behind(sql`candidate_id`, after)}
        ORDER BY candidate_id LIMIT ${limit}`.execute(db)
      const portion = given.map(({ id }) => id)
      const last = portion.at(-1)
      const [{ rows: living }] = await Promise.all([
        sql<{ id: CandidateId; owner: MemberId | null }>`SELECT c.id, c.owner_id AS owner FROM candidate c
          WHERE c.workspace_id = ${ws} AND c.id = ANY(${portion}::uuid[]) AND ${LIVING} ORDER BY c.id FOR NO KEY UPDATE`.execute(
          db,
        ),
        sql`DELETE FROM hand_over_person p USING unnest(${portion}::uuid[]) AS g (id)
          WHERE p.workspace_id = ${ws} AND p.hand_over_id = ${handOverId}::uuid AND p.candidate_id = g.id`.execute(db),
      ])
      const owners = new Map(living.map(({ id, owner }) => [id, owner]))
      // Whoever went on to somebody else since stays there.
      const ids = given.flatMap(({ id, to }) => (owners.get(id) === to ? [id] : []))
      if (ids.length === 0) return { seen: given.length, back: 0, last }
      await moveTo(
        scope,
        ids,
        ids.map(() => from),
        sql`true`,
      )
      await remember(scope, giving, ids.map((candidateId) => ({ candidateId, to: from, line }))) // biome-ignore format: one thing
      await sql`DELETE FROM take_over WHERE workspace_id = ${ws} AND candidate_id = ANY(${ids}::uuid[])
        AND asked_of = ${from}::uuid AND state = 'handed_over'`.execute(db)
      return { seen: given.length, back: ids.length, last }
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
  const streams = ids.map((id) => `candidate:${id}`)
  await sql`INSERT INTO event (workspace_id, stream, type, actor, at, correlation_id, data)
    SELECT ${ws}, l.stream, 'candidate.reassigned', ${by}::uuid, ${when}, ${correlationId},
      jsonb_build_object('from', ${from}::text, 'to', l.to_id, 'handOver', ${handOverId}::text)
    FROM unnest(${streams}::text[], ${lines.map(({ to }) => to ?? null)}::text[]) AS l (stream, to_id)`.execute(db)
  await sql`UPDATE slack_post SET wanted = wanted + 1,
      next_at = CASE WHEN state = 'posted' THEN ${when} ELSE next_at END,
      attempts = CASE WHEN state = 'posted' THEN 0 ELSE attempts END,
      state = CASE WHEN state = 'posted' THEN 'wanted' ELSE state END
    WHERE workspace_id = ${ws} AND subjects && ${ids}::uuid[] AND state NOT IN ('failed', 'removed')`.execute(db)
}
