/** One statement for each part of the numbers. Each names the workspace, and row-level security stands behind it. */
import { firstDay, lastDay, weeksEarlier } from '../../../domain/metrics/weeks.ts'
import { checkedSince } from '../../../domain/pool/freshness.ts'
import { type Sql, sql } from '../search/sql.ts'
import { type Asked, answered, at, bounced, cadences, finalists, inTouch, LIVING, written } from './people.ts'

/** How long nobody may have heard from somebody for their reply to restart a conversation. */
export const SILENCE_DAYS = 90
/** For how long nobody may have told somebody the outcome. */
const NOT_TOLD_DAYS = 7

/** Finalists, how many of them had a word in time, and how many of the others nobody owns. */
export const keptInTouch = (asked: Asked): Sql => sql`
  SELECT count(*)::int AS d, (count(*) FILTER (WHERE touched))::int AS n, (count(*) FILTER (WHERE NOT touched AND owner_id IS NULL))::int AS unowned
  FROM (SELECT f.owner_id, coalesce(${inTouch(asked, sql`f.id`, sql`f.last_touch_at`, sql`coalesce(k.days, ${asked.cadenceDays}::int)`)}, false) AS touched
    FROM (${finalists(asked)}) f LEFT JOIN (${cadences(asked)}) k ON k.candidate_id = f.id) AS all_of_them`

export const activity = ({ workspaceId, span }: Asked): Sql => sql`
  SELECT (SELECT count(*) FROM (${written(workspaceId, span)}) w)::int AS sent,
    (SELECT count(*) FROM (${answered(workspaceId, span)}) a)::int AS replied`

/** Whom we first wrote to in the week two weeks before, and what came of it until the end of this one. */
export function cohort({ workspaceId, span, zone }: Asked): Sql {
  const then = weeksEarlier(span, 2, zone)
  return sql`SELECT count(*)::int AS delivered, (count(*) FILTER (WHERE replied))::int AS replied,
      (count(*) FILTER (WHERE replied AND interested))::int AS interested
    FROM (SELECT
        EXISTS (SELECT FROM interaction i WHERE i.workspace_id = ${workspaceId}::uuid AND i.candidate_id = w.candidate_id AND i.kind = 'reply'
          AND i.at >= w.first AND i.at < ${at(span.to)}) AS replied,
        EXISTS (SELECT FROM reply r WHERE r.workspace_id = ${workspaceId}::uuid AND r.candidate_id = w.candidate_id AND r.state = 'interested'
          AND r.received_at >= w.first AND r.received_at < ${at(span.to)}) AS interested
      FROM (${written(workspaceId, then)}) w WHERE NOT ${bounced(workspaceId, sql`w.candidate_id`, sql`w.first`, span.to)}) AS of_then`
}

/** Conversations that began anew, interviews of people from lists, and who came in. */
export const news = ({ workspaceId, span }: Asked): Sql => sql`
  SELECT (SELECT count(*) FROM (${answered(workspaceId, span)}) a WHERE NOT EXISTS (
      SELECT FROM interaction i WHERE i.workspace_id = ${workspaceId}::uuid AND i.candidate_id = a.candidate_id AND i.kind IN ('reply', 'call')
        AND i.at < a.first AND i.at >= a.first - make_interval(days => ${SILENCE_DAYS})))::int AS restarted,
    (SELECT count(DISTINCT e.stream) FROM event e WHERE e.workspace_id = ${workspaceId}::uuid AND e.type = 'candidate.standing_changed'
      AND e.data->>'to' = 'interviewing' AND e.at >= ${at(span.from)} AND e.at < ${at(span.to)} AND EXISTS (
        SELECT FROM pool_member m JOIN pool p ON p.workspace_id = m.workspace_id AND p.id = m.pool_id
        WHERE m.workspace_id = ${workspaceId}::uuid AND 'candidate:' || m.candidate_id::text = e.stream AND p.archived_at IS NULL))::int AS interviews,
    (SELECT count(*) FROM candidate c WHERE c.workspace_id = ${workspaceId}::uuid AND ${LIVING}
      AND c.created_at >= ${at(span.from)} AND c.created_at < ${at(span.to)})::int AS added,
    (SELECT count(*) FROM near_miss f WHERE f.workspace_id = ${workspaceId}::uuid
      AND f.flagged_at >= ${at(span.from)} AND f.flagged_at < ${at(span.to)})::int AS flagged`

/** Reminders of the week, and those that were acted on within their day. */
export const followUp = ({ workspaceId, span, zone }: Asked): Sql => sql`
  SELECT count(*)::int AS d, (count(*) FILTER (WHERE n.state IN ('acted', 'snoozed') OR (n.state = 'due' AND (
      EXISTS (SELECT FROM interaction i WHERE i.workspace_id = n.workspace_id AND i.candidate_id = n.candidate_id AND i.one_to_one
        AND i.kind <> 'reply' AND i.at >= d.begins AND i.at < d.ends)
      OR EXISTS (SELECT FROM draft x WHERE x.workspace_id = n.workspace_id AND x.candidate_id = n.candidate_id AND x.state = 'approved'
        AND x.decided_at >= d.begins AND x.decided_at < d.ends)
      OR EXISTS (SELECT FROM reply r WHERE r.workspace_id = n.workspace_id AND r.candidate_id = n.candidate_id
        AND r.decided_at >= d.begins AND r.decided_at < d.ends)
      OR EXISTS (SELECT FROM event e WHERE e.workspace_id = n.workspace_id AND e.stream = 'candidate:' || n.candidate_id::text
        AND e.type = 'candidate.snoozed' AND e.at >= d.begins AND e.at < d.ends
        AND EXISTS (SELECT FROM candidate c WHERE c.workspace_id = n.workspace_id AND c.id = n.candidate_id AND c.snoozed_until IS NOT NULL))))))::int AS n
  FROM nudge_item n CROSS JOIN LATERAL (
    SELECT (n.day::timestamp AT TIME ZONE ${zone}) AS begins, ((n.day + 1)::timestamp AT TIME ZONE ${zone}) AS ends) d
  WHERE n.workspace_id = ${workspaceId}::uuid AND n.day >= ${firstDay(span, zone)}::date AND n.day <= ${lastDay(span, zone)}::date`

/** What waits for somebody now; who came to stand as *not told* within the week has waited no longer than that. */
export const waiting = ({ workspaceId, span }: Asked): Sql => sql`
  SELECT (SELECT count(*) FROM candidate c WHERE c.workspace_id = ${workspaceId}::uuid AND ${LIVING} AND c.standing = 'not_told'
      AND c.created_at < ${at(span.to)} - make_interval(days => ${NOT_TOLD_DAYS}) AND 'candidate:' || c.id::text NOT IN (
        SELECT e.stream FROM event e WHERE e.workspace_id = ${workspaceId}::uuid AND e.at >= ${at(span.to)} - make_interval(days => ${NOT_TOLD_DAYS})
          AND e.type = 'candidate.standing_changed' AND e.data->>'to' = 'not_told' AND e.data->>'from' <> 'not_told'))::int AS not_told,
    (SELECT count(DISTINCT r.candidate_id) FROM reply r WHERE r.workspace_id = ${workspaceId}::uuid AND r.state = 'waiting'
      AND r.received_at < ${at(span.to)})::int AS replies,
    (SELECT count(*) FROM draft d WHERE d.workspace_id = ${workspaceId}::uuid AND d.state = 'waiting'
      AND d.created_at < ${at(span.to)})::int AS drafts`

/** Whose flags were taken up. */
export const thanks = ({ workspaceId, span }: Asked): Sql => sql`
  SELECT flagged_by AS member_id, count(*)::int AS flags FROM near_miss WHERE workspace_id = ${workspaceId}::uuid AND state IN ('accepted', 'merged')
    AND decided_at >= ${at(span.from)} AND decided_at < ${at(span.to)} GROUP BY flagged_by ORDER BY flags DESC, flagged_by LIMIT 3`

const MOST_POOLS = 30

/** Living pools by name: who is in them (in those that are searches, who was found), and what the week and the year did for those people. */
export const pools = (
  asked: Asked,
  { poolId, found }: { readonly poolId: string | undefined; readonly found: Found },
): Sql => {
  const { workspaceId, span, zone } = asked
  const first = firstDay(span, zone)
  const last = lastDay(span, zone)
  return sql`
  SELECT p.id, p.name, p.query IS NULL AS is_list, f.size, f.in_touch, f.fresh, f.sent, f.replied, f.hired, f.hired_year
  FROM (SELECT * FROM pool WHERE workspace_id = ${workspaceId}::uuid AND archived_at IS NULL
    AND (${poolId ?? null}::uuid IS NULL OR id = ${poolId ?? null}::uuid) ORDER BY name LIMIT ${MOST_POOLS}) p
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS size, (count(*) FILTER (WHERE touched))::int AS in_touch, (count(*) FILTER (WHERE touched AND permitted AND checked))::int AS fresh,
      (count(*) FILTER (WHERE sent))::int AS sent, (count(*) FILTER (WHERE replied))::int AS replied,
      (count(*) FILTER (WHERE hired))::int AS hired, (count(*) FILTER (WHERE hired_year))::int AS hired_year
    FROM (SELECT coalesce(${inTouch(asked, sql`c.id`, sql`c.last_touch_at`, sql`p.cadence_days`)}, false) AS touched,
        EXISTS (SELECT FROM permission x WHERE x.workspace_id = c.workspace_id AND x.candidate_id = c.id AND x.purpose = 'contact'
          AND x.granted_at < ${at(span.to)} AND (x.withdrawn_at IS NULL OR x.withdrawn_at >= ${at(span.to)})
          AND (x.expires_at IS NULL OR x.expires_at >= ${at(span.to)})) AS permitted,
        coalesce(c.checked_at >= ${at(checkedSince(span.to))} AND c.checked_at < ${at(span.to)}, false) AS checked,
        EXISTS (SELECT FROM send s WHERE s.workspace_id = c.workspace_id AND s.candidate_id = c.id AND s.state = 'handed_over'
          AND s.handed_over_at >= ${at(span.from)} AND s.handed_over_at < ${at(span.to)}) AS sent,
        EXISTS (SELECT FROM interaction i WHERE i.workspace_id = c.workspace_id AND i.candidate_id = c.id AND i.kind = 'reply'
          AND i.at >= ${at(span.from)} AND i.at < ${at(span.to)}) AS replied,
        EXISTS (SELECT FROM hire h WHERE h.workspace_id = c.workspace_id AND h.candidate_id = c.id
          AND h.accepted_on >= ${first}::date AND h.accepted_on <= ${last}::date) AS hired,
        EXISTS (SELECT FROM hire h WHERE h.workspace_id = c.workspace_id AND h.candidate_id = c.id
          AND h.accepted_on >= ${`${last.slice(0, 4)}-01-01`}::date AND h.accepted_on <= ${last}::date
          AND (m.added_at AT TIME ZONE ${zone})::date <= coalesce(h.applied_on, h.accepted_on)) AS hired_year
      FROM (SELECT m.candidate_id, m.added_at FROM pool_member m WHERE m.workspace_id = ${workspaceId}::uuid AND m.pool_id = p.id
          AND p.query IS NULL AND m.added_at < ${at(span.to)}
        UNION ALL SELECT s.candidate_id, NULL FROM unnest(${found.pools}::uuid[], ${found.people}::uuid[]) AS s(pool_id, candidate_id)
          WHERE s.pool_id = p.id AND p.query IS NOT NULL) m
        JOIN candidate c ON c.workspace_id = ${workspaceId}::uuid AND c.id = m.candidate_id
      WHERE ${LIVING}) AS members) f ORDER BY p.name`
}

/** Who is in which search now: two columns of the same length. */
export type Found = { readonly pools: readonly string[]; readonly people: readonly string[] }
