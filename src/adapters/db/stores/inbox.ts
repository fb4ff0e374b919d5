import { sql, type Updateable } from 'kysely'
import { DAY, type Instant, plus } from '../../../domain/shared/time.ts'
import type { InboxStore } from '../../../usecases/ports/inbox.ts'
import type { Scope } from '../scope.ts'
import type { Tables } from '../tables.ts'
import { toInstant } from '../values.ts'

/** What was dealt with is kept, without its body, to know a repeated delivery again. */
const EVENTS_LAST = 30 * DAY

export function makeInboxStore({ db, workspaceId }: Scope): InboxStore {
  const unsettled = () => db.selectFrom('inbox').where('workspaceId', '=', workspaceId).where('processedAt', 'is', null)
  const change = (eventId: string, set: Updateable<Tables['inbox']>) =>
    db
      .updateTable('inbox')
      .set(set)
      .where('workspaceId', '=', workspaceId)
      .where('eventId', '=', eventId)
      .returning('eventId')
      .executeTakeFirstOrThrow()
  /** Two for each that comes, so that the table stays as long as a month is busy. Never waits for another who does the same. */
  const forgetOld = (now: Instant) =>
    sql`DELETE FROM inbox WHERE workspace_id = ${workspaceId}::uuid AND event_id IN (
    SELECT event_id FROM inbox WHERE workspace_id = ${workspaceId}::uuid AND processed_at < ${new Date(plus(now, -EVENTS_LAST))}
    ORDER BY processed_at LIMIT 2 FOR UPDATE SKIP LOCKED)`.execute(db)
  return {
    async keep({ eventId, type, body }, now) {
      const at = new Date(now)
      const { numAffectedRows } = await sql`INSERT INTO inbox (workspace_id, event_id, type, body, received_at, next_at)
        VALUES (${workspaceId}::uuid, ${eventId}, ${type}, ${JSON.stringify(body)}::jsonb, ${at}, ${at}) ON CONFLICT DO NOTHING`.execute(
        db,
      )
      const kept = numAffectedRows === 1n
      if (kept) await forgetOld(now)
      return kept
    },
    async due(now, limit) {
      const rows = await unsettled()
        .select('eventId')
        .where('nextAt', '<=', new Date(now))
        .orderBy('receivedAt')
        .orderBy('eventId')
        .limit(limit)
        .execute()
      return rows.map((row) => row.eventId)
    },
    async nextDue() {
      const row = await unsettled().select('nextAt').orderBy('nextAt').limit(1).executeTakeFirst()
      return row === undefined ? undefined : toInstant(row.nextAt)
    },
    async take(eventId, now, until) {
      const { rows } = await sql<{ type: string; body: unknown; attempts: number }>`UPDATE inbox
        SET attempts = attempts + 1, next_at = ${new Date(until)}
        WHERE workspace_id = ${workspaceId}::uuid AND event_id = (
          SELECT event_id FROM inbox WHERE workspace_id = ${workspaceId}::uuid AND event_id = ${eventId}
            AND processed_at IS NULL AND next_at <= ${new Date(now)} FOR UPDATE SKIP LOCKED)
        RETURNING type, body, attempts`.execute(db)
      const [row] = rows
      return row === undefined ? undefined : { eventId, ...row }
    },
    async finish(eventId, at) {
      await change(eventId, { processedAt: new Date(at), body: null, lastError: null })
    },
    async fail(eventId, code, at, nextAt) {
      const aside = { processedAt: new Date(at), body: null }
      await change(eventId, { lastError: code, ...(nextAt === undefined ? aside : { nextAt: new Date(nextAt) }) })
    },
  }
}
