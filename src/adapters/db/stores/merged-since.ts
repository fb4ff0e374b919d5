/** What came while two records were one, and belongs to the one that lives again. */
import { type RawBuilder, sql } from 'kysely'
import type { CandidateId } from '../../../domain/shared/ids.ts'
import type { Instant } from '../../../domain/shared/time.ts'
import type { Db } from '../queries.ts'
import { toInstant } from '../values.ts'

/**
 * `to` has its former contacts and drafts again. What was written to one of those addresses or came from it follows, and with a letter its
 * draft and its line on the timeline.
 */
export async function bringAfter(db: Db, ws: RawBuilder<unknown>, from: CandidateId, to: CandidateId): Promise<void> {
  const own = (table: string, column = 'id') =>
    sql`(SELECT ${sql.ref(column)} FROM ${sql.table(table)} WHERE workspace_id = ${ws} AND candidate_id = ${to}::uuid)`
  const stayed = sql`workspace_id = ${ws} AND candidate_id = ${from}::uuid`
  const theirs = sql`SET candidate_id = ${to}::uuid WHERE ${stayed}`
  await sql`UPDATE send ${theirs} AND (contact_id IN ${own('contact')} OR draft_id IN ${own('draft')})`.execute(db)
  await sql`UPDATE draft ${theirs} AND id IN ${own('send', 'draft_id')}
    AND id NOT IN (SELECT draft_id FROM send WHERE ${stayed})`.execute(db)
  await sql`UPDATE reply ${theirs} AND (contact_id IN ${own('contact')} OR send_id IN ${own('send')})`.execute(db)
  // A line for an answer to no letter of ours names none: it is of the moment at which the answer came.
  await sql`UPDATE interaction i ${theirs} AND (send_id IN ${own('send')} OR (kind = 'reply' AND EXISTS (
    SELECT FROM reply r WHERE r.workspace_id = ${ws} AND r.candidate_id = ${to}::uuid AND r.received_at = i.at
      AND r.send_id IS NOT DISTINCT FROM i.send_id)))`.execute(db)
  await sql`UPDATE model_call ${theirs} AND draft_id IN ${own('draft')}`.execute(db)
}

/** When there was last a word with each of them that counts as a touch. */
export async function lastTalks(
  db: Db,
  ws: RawBuilder<unknown>,
  people: readonly CandidateId[],
): Promise<ReadonlyMap<CandidateId, Instant>> {
  const { rows } = await sql<{ id: CandidateId; at: Date }>`SELECT candidate_id AS id, max(at) AS at FROM interaction
    WHERE workspace_id = ${ws} AND candidate_id = ANY(${[...people]}::uuid[]) AND one_to_one AND kind IN ('message_sent', 'reply', 'call')
    GROUP BY 1`.execute(db)
  return new Map(rows.map(({ id, at }) => [id, toInstant(at)]))
}
