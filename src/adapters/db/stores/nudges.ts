import { type RawBuilder, sql } from 'kysely'
import { companyKey } from '../../../domain/consent/do-not-contact.ts'
import { DUE_KINDS } from '../../../domain/nurture/due.ts'
import type { CandidateId, JobId, MemberId, WatchId } from '../../../domain/shared/ids.ts'
import type { Day } from '../../../domain/shared/time.ts'
import type { Doing, NudgeDay, NudgeItem, NudgeStore } from '../../../usecases/ports/nudges.ts'
import type { Scope } from '../scope.ts'
import { toInstant } from '../values.ts'
import { LIVING } from './seen.ts'

const MOST_UNSETTLED = 40
/** Of the search's row: whatever is written when somebody is touched has one index, there. */
const QUIET_SINCE = sql`coalesce(s.last_touch_at, s.created_at)`
const PEOPLE = sql`candidate_search s JOIN candidate c ON c.workspace_id = s.workspace_id AND c.id = s.candidate_id`

/** `job_opened:<job id>`, `watch:<watch id>`: what `why` holds besides the kind. */
function whyOf({ kind, jobId, watchId }: Pick<NudgeItem, 'kind' | 'jobId' | 'watchId'>): string {
  const about = watchId ?? jobId
  return about === undefined ? kind : `${kind}:${about}`
}

function readWhy(why: string): Pick<NudgeItem, 'kind' | 'jobId' | 'watchId'> {
  const [name, about] = why.split(':')
  const kind = DUE_KINDS.find((one) => one === name) ?? 'quiet'
  return kind === 'watch'
    ? { kind, jobId: undefined, watchId: about as WatchId | undefined }
    : { kind, jobId: about as JobId | undefined }
}

export function makeNudgeStore({ db, workspaceId }: Scope): NudgeStore {
  const own = sql`c.workspace_id = ${workspaceId}::uuid`
  const theirOwn = sql`s.workspace_id = ${workspaceId}::uuid AND ${own}`
  /** The living people of a member, as one table that is read by owner and, of pools, by member. */
  const theirs = (
    { member, rules }: { readonly member: MemberId; readonly rules: NudgeDay },
    where: RawBuilder<unknown>,
    order: RawBuilder<unknown>,
    limit: number,
  ) => sql`(
    (SELECT c.* FROM ${PEOPLE} WHERE ${theirOwn} AND c.owner_id = ${member}::uuid AND s.owner_id = ${member}::uuid AND ${LIVING} AND ${where}
      ORDER BY ${order} LIMIT ${limit})
    UNION
    (SELECT c.* FROM ${PEOPLE} WHERE ${theirOwn} AND c.owner_id IS NULL AND ${LIVING} AND ${where} AND c.id IN (
      SELECT m.candidate_id FROM pool_member m JOIN pool p ON p.workspace_id = m.workspace_id AND p.id = m.pool_id
      WHERE p.workspace_id = ${workspaceId}::uuid AND p.owner_id = ${member}::uuid AND p.archived_at IS NULL) ORDER BY ${order} LIMIT ${limit})
    UNION
    (SELECT c.* FROM ${PEOPLE} WHERE ${theirOwn} AND c.owner_id IS NULL AND ${LIVING} AND ${where}
      AND c.id = ANY(${(rules.found ?? []).map(({ candidateId }) => candidateId)}::uuid[]) ORDER BY ${order} LIMIT ${limit}))`
  /** Somebody whom it would make sense to write to, as far as their own row says. */
  const askable = ({ day, toldNoBefore }: NudgeDay) => sql`c.do_not_contact_at IS NULL
    AND c.standing NOT IN ('hired', 'interviewing', 'not_told') AND (c.standing <> 'told_no' OR c.standing_day <= ${toldNoBefore}::date)
    AND (c.snoozed_until IS NULL OR c.snoozed_until <= ${day}::date)`
  /** The shortest cadence of the lists that they are in and of the searches that find them, else the usual one. */
  const overdue = ({
    now,
    cadenceDays,
    found = [],
  }: NudgeDay) => sql`${QUIET_SINCE} < ${new Date(now)}::timestamptz - make_interval(days => coalesce(least(
    (SELECT min(p.cadence_days) FROM pool_member m JOIN pool p ON p.workspace_id = m.workspace_id AND p.id = m.pool_id
      WHERE m.workspace_id = c.workspace_id AND m.candidate_id = c.id AND p.archived_at IS NULL),
    (SELECT min(f.days) FROM unnest(${found.map(({ candidateId }) => candidateId)}::uuid[], ${found.map((one) => one.cadenceDays)}::int[]) AS f(id, days)
      WHERE f.id = c.id)), ${cadenceDays}::int))`
  /**
   * Who came with a file and was left alone since is quiet only once somebody looks after them: an owner, a list, or a pool that is a query
   * and gave them a first day. Where many came at once, nobody before their first day.
   */
  const taken = ({
    day,
  }: NudgeDay) => sql`(c.first_due <= ${day}::date OR (c.first_due IS NULL AND (NOT c.unworked OR c.owner_id IS NOT NULL
    OR EXISTS (SELECT FROM pool_member m JOIN pool p ON p.workspace_id = m.workspace_id AND p.id = m.pool_id
      WHERE m.workspace_id = c.workspace_id AND m.candidate_id = c.id AND p.archived_at IS NULL))))`
  const tierA = sql`s.tier = 'A'`

  /** Whose letter a reply answers: theirs who drafted it, as long as they are here, though a hiring manager put their own name to it. */
  const writer = sql`coalesce((SELECT d.owner_id FROM draft d JOIN member w ON w.workspace_id = d.workspace_id AND w.id = d.owner_id
    WHERE d.workspace_id = s.workspace_id AND d.id = s.draft_id AND w.deactivated_at IS NULL), s.approved_by)`

  const store: NudgeStore = {
    async carers(limit) {
      const { rows } = await sql<{ id: MemberId }>`SELECT m.id FROM member m
        WHERE m.workspace_id = ${workspaceId}::uuid AND m.deactivated_at IS NULL AND (
          EXISTS (SELECT FROM candidate c WHERE ${own} AND c.owner_id = m.id AND ${LIVING})
          OR EXISTS (SELECT FROM pool p WHERE p.workspace_id = ${workspaceId}::uuid AND p.owner_id = m.id AND p.archived_at IS NULL)
          OR EXISTS (SELECT FROM reply r JOIN send s ON s.workspace_id = r.workspace_id AND s.id = r.send_id
            WHERE r.workspace_id = ${workspaceId}::uuid AND r.state = 'waiting' AND ${writer} = m.id))
        ORDER BY m.id LIMIT ${limit}`.execute(db)
      return rows.map((row) => row.id)
    },
    async replies(member, { day }, limit) {
      // Who writes while they are left in peace comes up all the same.
      const atPeace = sql`(c.snoozed_until > ${day}::date AND EXISTS (SELECT FROM event e WHERE e.workspace_id = ${workspaceId}::uuid
        AND e.stream = 'candidate:' || c.id::text AND e.type = 'candidate.snoozed' AND e.at > r.received_at))`
      const { rows } = await sql<{ candidateId: CandidateId; at: Date }>`SELECT r.candidate_id, min(r.received_at) AS at
        FROM reply r JOIN candidate c ON ${own} AND c.id = r.candidate_id
          LEFT JOIN send s ON s.workspace_id = r.workspace_id AND s.id = r.send_id
        WHERE r.workspace_id = ${workspaceId}::uuid AND r.state = 'waiting' AND ${LIVING} AND NOT ${atPeace}
          AND coalesce(c.owner_id, ${writer}) = ${member}::uuid
        GROUP BY r.candidate_id ORDER BY at, r.candidate_id LIMIT ${limit}`.execute(db)
      return rows.map(({ candidateId, at }) => ({ candidateId, at: toInstant(at) }))
    },
    async promised(member, rules, limit) {
      const due = sql`c.next_touch <= ${rules.day}::date AND ${askable(rules)}
        AND coalesce(c.last_touch_at, '-infinity') < (c.next_touch::timestamp AT TIME ZONE ${rules.zone})`
      const { rows } = await sql<{ id: CandidateId; nextTouch: Day }>`SELECT t.id, t.next_touch
        FROM ${theirs({ member, rules }, due, sql`c.next_touch, c.id`, limit)} t ORDER BY t.next_touch, t.id LIMIT ${limit}`.execute(
        db,
      )
      return rows.map(({ id, nextTouch }) => ({ candidateId: id, day: nextTouch }))
    },
    async perhapsFor(member, rules, { titles, skills, woken, openedBy }, limit) {
      const wokenBy = (of: 'c' | 't') => sql`${sql.raw(of)}.id = ANY(${[...woken]}::uuid[])`
      const role = titles.flatMap((all) => (all.length === 0 ? [] : [sql`s.role ~ ALL(${[...all]}::text[])`]))
      // By skills alone two jobs are alike where they share two.
      const skilled = sql`(c.skills && ${[...skills]}::text[] AND (SELECT count(*) FROM unnest(c.skills) AS k WHERE k = ANY(${[...skills]}::text[])) > 1)`
      // As `hearsOfJobs` has it: so many of the others would crowd them out.
      const hears = sql`(c.tier IS NULL OR c.tier = 'A' OR c.snoozed_for = 'similar_job')`
      const like = sql`${askable(rules)} AND coalesce(c.last_touch_at, '-infinity') < ${new Date(openedBy)}::timestamptz
        AND (${wokenBy('c')} OR ${hears} AND (${sql.join([...role, skilled], sql` OR `)}))`
      const { rows } = await sql<{ id: CandidateId }>`SELECT t.id
        FROM ${theirs({ member, rules }, like, sql`${wokenBy('c')} DESC, c.tier = 'A' DESC NULLS LAST, ${QUIET_SINCE}, c.id`, limit)} t
        ORDER BY ${wokenBy('t')} DESC, t.tier = 'A' DESC NULLS LAST, coalesce(t.last_touch_at, t.created_at), t.id LIMIT ${limit}`.execute(
        db,
      )
      return rows.map((row) => row.id)
    },
    async watched(member, rules, { id, company, day }, limit) {
      const news = sql`${askable(rules)} AND coalesce(c.last_touch_at, '-infinity') < (${day}::date::timestamp AT TIME ZONE ${rules.zone})
        AND c.id IN (SELECT s.candidate_id FROM candidate_search s WHERE s.workspace_id = ${workspaceId}::uuid AND s.company = ${companyKey(company)})
        AND NOT EXISTS (SELECT FROM nudge_item n WHERE n.workspace_id = ${workspaceId}::uuid AND n.candidate_id = c.id
          AND n.day < ${rules.day}::date AND n.why = ${`watch:${id}`})`
      const warmest = (of: 'c' | 't') => {
        const row = sql.raw(of)
        return sql`${row}.tier = 'A' DESC NULLS LAST, ${row}.reason = 'close_second' DESC NULLS LAST, ${row}.last_touch_at DESC NULLS LAST, ${row}.id`
      }
      const { rows } = await sql<{
        id: CandidateId
        since: Date
        tierA: boolean
      }>`SELECT t.id, coalesce(t.last_touch_at, t.created_at) AS since, coalesce(t.tier = 'A', false) AS tier_a
        FROM ${theirs({ member, rules }, news, warmest('c'), limit)} t ORDER BY ${warmest('t')} LIMIT ${limit}`.execute(
        db,
      )
      return rows.map(({ id: candidateId, since, tierA: isA }) => ({
        candidateId,
        quietSince: toInstant(since),
        tierA: isA,
      }))
    },
    async quiet(member, rules, which, limit) {
      const where = sql`${overdue(rules)} AND ${askable(rules)} AND ${taken(rules)}${which === 'tier_a' ? sql` AND ${tierA}` : sql``}`
      const { rows } = await sql<{
        id: CandidateId
        since: Date
      }>`SELECT t.id, coalesce(t.last_touch_at, t.created_at) AS since
        FROM ${theirs({ member, rules }, where, sql`${QUIET_SINCE}, c.id`, limit)} t ORDER BY since, t.id LIMIT ${limit}`.execute(
        db,
      )
      return rows.map(({ id, since }) => ({ candidateId: id, quietSince: toInstant(since) }))
    },
    async countQuiet(member, rules, limit) {
      const where = sql`${overdue(rules)} AND ${askable(rules)} AND ${taken(rules)}`
      const { rows } = await sql<{ count: number }>`SELECT least(count(*), ${limit})::int AS count
        FROM ${theirs({ member, rules }, where, sql`${QUIET_SINCE}, c.id`, limit)} t`.execute(db)
      return rows[0]?.count ?? 0
    },
    async keep(memberId, day, items) {
      if (items.length === 0) return
      await db
        .insertInto('nudgeItem')
        .values(
          items.map((item) => ({
            workspaceId,
            day,
            memberId,
            candidateId: item.candidateId,
            why: whyOf(item),
            place: item.place,
            state: 'due',
          })),
        )
        .onConflict((taken) => taken.doNothing())
        .execute()
    },
    async items(memberId, day) {
      const rows = await db
        .selectFrom('nudgeItem')
        .selectAll()
        .where('workspaceId', '=', workspaceId)
        .where('memberId', '=', memberId)
        .where('day', '=', day)
        .orderBy('place')
        .limit(50)
        .execute()
      return rows.map((row) => ({
        candidateId: row.candidateId as CandidateId,
        ...readWhy(row.why),
        place: row.place,
        state: row.state as NudgeItem['state'],
      }))
    },
    async doings(people, from, to) {
      if (people.length === 0) return new Map()
      const { rows } = await sql<{ candidateId: CandidateId; at: Date; how: Doing['how'] }>`
        SELECT DISTINCT ON (p.id) p.id AS candidate_id, d.at, d.how FROM unnest(${[...people]}::uuid[]) AS p(id)
          CROSS JOIN LATERAL (${doingsOf(workspaceId, sql`p.id`, sql`${new Date(from)}`, sql`${new Date(to)}`)}) d
        ORDER BY p.id, d.at`.execute(db)
      return new Map(rows.map(({ candidateId, at, how }) => [candidateId, { at: toInstant(at), how }]))
    },
    async unsettled(before) {
      const { rows } = await sql<{ day: Day }>`SELECT DISTINCT day FROM nudge_item
        WHERE workspace_id = ${workspaceId}::uuid AND state = 'due' AND day < ${before}::date ORDER BY day LIMIT ${MOST_UNSETTLED}`.execute(
        db,
      )
      return rows.map((row) => row.day)
    },
    async settle(day, from, to) {
      await sql`UPDATE nudge_item n SET state = coalesce(d.how, 'missed'), acted_at = d.at
        FROM nudge_item i LEFT JOIN LATERAL (
          SELECT * FROM (${doingsOf(workspaceId, sql`i.candidate_id`, sql`${new Date(from)}`, sql`${new Date(to)}`)}) any_of ORDER BY at LIMIT 1) d ON true
        WHERE i.workspace_id = ${workspaceId}::uuid AND i.day = ${day}::date AND i.state = 'due'
          AND n.workspace_id = i.workspace_id AND n.day = i.day AND n.member_id = i.member_id AND n.candidate_id = i.candidate_id`.execute(
        db,
      )
    },
  }
  return store
}

/** Everything that counts as having taken care of a person within a day: a word with them, an approved draft, a snooze, a decided reply. */
export const doingsOf = (
  workspaceId: string,
  person: RawBuilder<unknown>,
  from: RawBuilder<unknown>,
  to: RawBuilder<unknown>,
) => sql`
  SELECT at, 'acted' AS how FROM interaction WHERE workspace_id = ${workspaceId}::uuid AND candidate_id = ${person} AND one_to_one
    AND kind <> 'reply' AND at >= ${from} AND at < ${to}
  UNION ALL SELECT decided_at, 'acted' FROM draft WHERE workspace_id = ${workspaceId}::uuid AND candidate_id = ${person} AND state = 'approved'
    AND decided_at >= ${from} AND decided_at < ${to}
  UNION ALL SELECT decided_at, 'acted' FROM reply WHERE workspace_id = ${workspaceId}::uuid AND candidate_id = ${person}
    AND decided_at >= ${from} AND decided_at < ${to}
  UNION ALL SELECT at, 'snoozed' FROM event WHERE workspace_id = ${workspaceId}::uuid AND stream = 'candidate:' || (${person})::text
    AND type = 'candidate.snoozed' AND at >= ${from} AND at < ${to}
    AND EXISTS (SELECT FROM candidate c WHERE c.workspace_id = ${workspaceId}::uuid AND c.id = ${person} AND c.snoozed_until IS NOT NULL)`
