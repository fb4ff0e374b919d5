/** The pieces that the statements of the numbers share. */

import { lastDay } from '../../../domain/metrics/weeks.ts'
import type { Question } from '../../../usecases/ports/metric-reads.ts'
import { type Sql, sql } from '../search/sql.ts'

/** One workspace and one week, as parameters. */
export type Asked = Question & { readonly workspaceId: string }

export const at = (moment: number): Sql => sql`${new Date(moment).toISOString()}::timestamptz`
export const LIVING: Sql = sql`c.merged_into IS NULL AND c.erased_at IS NULL`

/**
 * How people stood at the end of the week, where that changed since: the first change after it names what was before. Of who was told
 * since, that is always *not told*, which is no more a finalist than *interviewing*.
 */
export const standingThen = ({ workspaceId, span }: Asked): Sql => sql`
  LEFT JOIN (SELECT DISTINCT ON (e.stream) substr(e.stream, ${'candidate:'.length + 1})::uuid AS id,
      CASE e.type WHEN 'candidate.told_no' THEN 'not_told' ELSE e.data->>'from' END AS standing
    FROM event e WHERE e.workspace_id = ${workspaceId}::uuid AND e.at >= ${at(span.to)}
      AND e.type IN ('candidate.standing_changed', 'candidate.told_no') ORDER BY e.stream, e.version) was ON was.id = c.id`

/** Those whom we had declined, or who had declined us, by the end of the week; who wanted no contact then is not counted against anybody. */
export const isFinalist = ({ workspaceId, span, zone }: Asked): Sql => sql`
  c.workspace_id = ${workspaceId}::uuid AND ${LIVING} AND (c.do_not_contact_at IS NULL OR c.do_not_contact_at >= ${at(span.to)})
    AND coalesce(was.standing, c.standing) IN ('told_no', 'withdrew', 'declined_offer') AND c.created_at < ${at(span.to)}
    AND (was.standing IS NOT NULL OR c.standing_day IS NULL OR c.standing_day <= ${lastDay(span, zone)}::date)`

export const finalists = (asked: Asked): Sql => sql`
  SELECT c.id, c.owner_id, c.last_touch_at FROM candidate c ${standingThen(asked)} WHERE ${isFinalist(asked)}`

/** The shortest cadence of the lists that each person was in by then and that were not archived yet. */
export const cadences = ({ workspaceId, span }: Asked): Sql => sql`
  SELECT m.candidate_id, min(p.cadence_days) AS days FROM pool p JOIN pool_member m ON m.workspace_id = p.workspace_id AND m.pool_id = p.id
  WHERE p.workspace_id = ${workspaceId}::uuid AND (p.archived_at IS NULL OR p.archived_at >= ${at(span.to)})
    AND m.added_at < ${at(span.to)} GROUP BY m.candidate_id`

/** A one-to-one touch within so many days before the end of the week. What was only imported as *last contacted* counts too. */
export const inTouch = ({ workspaceId, span }: Asked, person: Sql, lastTouch: Sql, days: Sql): Sql => sql`(
  (${lastTouch} >= ${at(span.to)} - make_interval(days => ${days}) AND ${lastTouch} < ${at(span.to)})
  OR EXISTS (SELECT FROM interaction i WHERE i.workspace_id = ${workspaceId}::uuid AND i.candidate_id = ${person} AND i.one_to_one
    AND i.at >= ${at(span.to)} - make_interval(days => ${days}) AND i.at < ${at(span.to)}))`

/** People whom a message reached, with the moment of the first in the span. */
export const written = (workspaceId: string, span: Question['span']): Sql => sql`
  SELECT s.candidate_id, min(s.handed_over_at) AS first FROM send s WHERE s.workspace_id = ${workspaceId}::uuid AND s.state = 'handed_over'
    AND s.handed_over_at >= ${at(span.from)} AND s.handed_over_at < ${at(span.to)} GROUP BY s.candidate_id`

/** A message to them came back until then: it never reached them. */
export const bounced = (workspaceId: string, person: Sql, since: Sql, until: number): Sql => sql`EXISTS (
  SELECT FROM event e WHERE e.workspace_id = ${workspaceId}::uuid AND e.stream = 'candidate:' || (${person})::text
    AND e.type = 'mail.bounced' AND e.at >= ${since} AND e.at < ${at(until)})`

/** People who wrote back in the span, with the moment of the first. */
export const answered = (workspaceId: string, span: Question['span']): Sql => sql`
  SELECT i.candidate_id, min(i.at) AS first FROM interaction i WHERE i.workspace_id = ${workspaceId}::uuid AND i.kind = 'reply'
    AND i.at >= ${at(span.from)} AND i.at < ${at(span.to)} GROUP BY i.candidate_id`
