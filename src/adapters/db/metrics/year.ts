/** The statements of the calendar year until the end of the week. */
import { FUNNEL, LEFT_DAYS } from '../../../domain/metrics/numbers.ts'
import { lastDay } from '../../../domain/metrics/weeks.ts'
import { type Day, at as startOfDay } from '../../../domain/shared/time.ts'
import { joined, type Sql, sql } from '../search/sql.ts'
import { type Asked, at, bounced, isFinalist, LIVING, standingThen, written } from './people.ts'

const newYear = ({ span, zone }: Asked): Day => `${lastDay(span, zone).slice(0, 4)}-01-01` as Day
const yearOf = (asked: Asked) => ({ from: startOfDay(newYear(asked), 0, asked.zone), to: asked.span.to })

/** A year has no more hires than this. */
const MOST_HIRES = 5_000

/** Everybody who was hired, a row each. */
export const hires = (asked: Asked): Sql => sql`
  SELECT h.from_pool, h.source, (h.accepted_on - h.applied_on)::int AS to_hire,
    (h.accepted_on - (j.opened_at AT TIME ZONE ${asked.zone})::date)::int AS to_fill,
    CASE WHEN h.internal_cost IS NULL AND h.external_cost IS NULL THEN NULL ELSE coalesce(h.internal_cost, 0)::float8 + coalesce(h.external_cost, 0)::float8 END AS cost,
    h.currency
  FROM hire h LEFT JOIN job j ON j.workspace_id = h.workspace_id AND j.id = h.job_id
  WHERE h.workspace_id = ${asked.workspaceId}::uuid AND h.accepted_on >= ${newYear(asked)}::date
    AND h.accepted_on <= ${lastDay(asked.span, asked.zone)}::date ORDER BY h.accepted_on DESC LIMIT ${MOST_HIRES}`

/** Offers that were declined, and how many of those by people who were in a pool before. */
export const declinedOffers = (asked: Asked): Sql => sql`
  SELECT count(*)::int AS count, (count(*) FILTER (WHERE EXISTS (
      SELECT FROM pool_member m WHERE m.workspace_id = c.workspace_id AND m.candidate_id = c.id
        AND m.added_at < c.standing_day::timestamp AT TIME ZONE ${asked.zone})))::int AS from_pools
  FROM candidate c WHERE c.workspace_id = ${asked.workspaceId}::uuid AND ${LIVING} AND c.standing = 'declined_offer'
    AND c.standing_day >= ${newYear(asked)}::date AND c.standing_day <= ${lastDay(asked.span, asked.zone)}::date`

/** Whom a message reached in the year, with the moment of the first. */
const writtenTo = (asked: Asked): Sql => written(asked.workspaceId, yearOf(asked))

/** How far each came: a step is reached by whoever reached a later one, at the earliest of those moments. */
export function funnel(asked: Asked): Sql {
  const { workspaceId, span, zone } = asked
  const ws = sql`${workspaceId}::uuid`
  const reached = FUNNEL.map(
    (_, index) =>
      sql`least(${joined(
        FUNNEL.slice(index).map((step) => MOMENT[step]),
        ',',
      )})`,
  )
  const counts = reached.map((moment, index) => {
    const next = reached[index + 1]
    const left =
      next === undefined
        ? sql`0`
        : sql`(count(*) FILTER (WHERE ${moment} <= ${at(span.to)} - make_interval(days => ${LEFT_DAYS}) AND ${next} IS NULL))::int`
    return sql`json_build_array(count(${moment}), ${left})`
  })
  return sql`SELECT json_build_array(${joined(counts, ',')}) AS steps FROM (${writtenTo(asked)}) w
    CROSS JOIN LATERAL (SELECT min(i.at) AS at FROM interaction i WHERE i.workspace_id = ${ws} AND i.candidate_id = w.candidate_id
      AND i.kind = 'reply' AND i.at >= w.first AND i.at < ${at(span.to)}) a
    CROSS JOIN LATERAL (SELECT min(r.received_at) AS at FROM reply r WHERE r.workspace_id = ${ws} AND r.candidate_id = w.candidate_id
      AND r.state = 'interested' AND r.received_at >= w.first AND r.received_at < ${at(span.to)}) y
    CROSS JOIN LATERAL (SELECT min(e.at) AS at FROM event e WHERE e.workspace_id = ${ws} AND e.stream = 'candidate:' || w.candidate_id::text
      AND e.type = 'candidate.standing_changed' AND e.data->>'to' = 'interviewing' AND e.at >= w.first AND e.at < ${at(span.to)}) v
    CROSS JOIN LATERAL (SELECT min(h.accepted_on)::timestamp AT TIME ZONE ${zone} AS at FROM hire h WHERE h.workspace_id = ${ws} AND h.candidate_id = w.candidate_id
      AND h.accepted_on >= (w.first AT TIME ZONE ${zone})::date AND h.accepted_on <= ${lastDay(span, zone)}::date) h`
}
const MOMENT = {
  written: sql`w.first`,
  replied: sql`a.at`,
  interested: sql`y.at`,
  interviewing: sql`v.at`,
  hired: sql`h.at`,
} as const satisfies Record<(typeof FUNNEL)[number], Sql>

/** Whom a message reached, and who of them unsubscribed or could not be reached after all. */
export function goneAway(asked: Asked): Sql {
  const { from, to } = yearOf(asked)
  return sql`SELECT count(*)::int AS accepted, (count(*) FILTER (WHERE bounced))::int AS bounced,
      (count(*) FILTER (WHERE unsubscribed AND NOT bounced))::int AS unsubscribed
    FROM (SELECT ${bounced(asked.workspaceId, sql`w.candidate_id`, sql`w.first`, to)} AS bounced,
        w.candidate_id IN (SELECT s.candidate_id FROM suppression x JOIN send s ON s.workspace_id = x.workspace_id AND s.id = x.send_id
          WHERE x.workspace_id = ${asked.workspaceId}::uuid AND x.reason = 'unsubscribed' AND x.at >= ${at(from)} AND x.at < ${at(to)}) AS unsubscribed
      FROM (${writtenTo(asked)}) w) AS of_them`
}

/** Of the finalists as of the end of the week, by group: how many there are, and to how many of them we wrote. */
export const attention = (asked: Asked): Sql => sql`
  SELECT g.by, g."group", count(*)::int AS d, count(w.candidate_id)::int AS n
  FROM candidate c ${standingThen(asked)} LEFT JOIN (${writtenTo(asked)}) w ON w.candidate_id = c.id
    CROSS JOIN LATERAL (VALUES ('seniority', c.seniority), ('kind', c.kind)) AS g(by, "group")
  WHERE ${isFinalist(asked)} AND g."group" IS NOT NULL GROUP BY g.by, g."group"`
