/** The pieces that the statements of the numbers share. */

import { lastDay } from '../../../domain/metrics/weeks.ts'
import type { Question } from '../../../usecases/ports/metric-reads.ts'
import { type Sql, sql } from '../search/sql.ts'

/** One workspace and one week, as parameters. */
export type Asked = Question & { readonly workspaceId: string }

export const at = (moment: number): Sql => sql`${new Date(moment).toISOString()}::timestamptz`
export const LIVING: Sql = sql`c.merged_into IS NULL AND c.erased_at IS NULL`

/** Those whom we declined, or who declined us, as of the end of the week; who wants no contact is not counted against anybody. */
export const finalists = ({ workspaceId, span, zone }: Asked): Sql => sql`
  SELECT c.id, c.owner_id, c.last_touch_at FROM candidate c WHERE c.workspace_id = ${workspaceId}::uuid AND ${LIVING} AND c.do_not_contact_at IS NULL
    AND c.standing IN ('told_no', 'withdrew', 'declined_offer') AND c.created_at < ${at(span.to)}
    AND (c.standing_day IS NULL OR c.standing_day <= ${lastDay(span, zone)}::date)`

/** The shortest cadence of the living lists that each person was in by then. */
export const cadences = ({ workspaceId, span }: Asked): Sql => sql`
  SELECT m.candidate_id, min(p.cadence_days) AS days FROM pool p JOIN pool_member m ON m.workspace_id = p.workspace_id AND m.pool_id = p.id
  WHERE p.workspace_id = ${workspaceId}::uuid AND p.archived_at IS NULL AND m.added_at < ${at(span.to)} GROUP BY m.candidate_id`

/** A one-to-one touch within so many days before the end of the week. What was only imported as *last contacted* counts too. */
export const inTouch = ({ workspaceId, span }: Asked, person: Sql, lastTouch: Sql, days: Sql): Sql => sql`(
  (${lastTouch} >= ${at(span.to)} - make_interval(days => ${days}) AND ${lastTouch} < ${at(span.to)})
  OR EXISTS (SELECT FROM interaction i WHERE i.workspace_id = ${workspaceId}::uuid AND i.candidate_id = ${person} AND i.one_to_one
    AND i.at >= ${at(span.to)} - make_interval(days => ${days}) AND i.at < ${at(span.to)}))`

/** People whom a message reached, with the moment of the first in the span. */
export const written = (workspaceId: string, span: Question['span']): Sql => sql`
  SELECT s.candidate_id, min(s.handed_over_at) AS first FROM send s WHERE s.workspace_id = ${workspaceId}::uuid AND s.state = 'handed_over'
    AND s.handed_over_at >= ${at(span.from)} AND s.handed_over_at < ${at(span.to)} GROUP BY s.candidate_id`

/** People who wrote back in the span, with the moment of the first. */
export const answered = (workspaceId: string, span: Question['span']): Sql => sql`
  SELECT i.candidate_id, min(i.at) AS first FROM interaction i WHERE i.workspace_id = ${workspaceId}::uuid AND i.kind = 'reply'
    AND i.at >= ${at(span.from)} AND i.at < ${at(span.to)} GROUP BY i.candidate_id`
