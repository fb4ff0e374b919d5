import { DAY, type Instant, plus } from '../../../domain/shared/time.ts'
import type { InboxStore } from '../../../usecases/ports/inbox.ts'
import { Prisma } from '../generated/client.ts'
import type { Scope } from '../scope.ts'
import { toInstant } from '../values.ts'

/** What was dealt with is kept, without its body, to know a repeated delivery again. */
const EVENTS_LAST = 30 * DAY

export function makeInboxStore({ db, workspaceId }: Scope): InboxStore {
  const one = (eventId: string) => ({ workspaceId_eventId: { workspaceId, eventId } })
  /** Two for each that comes, so that the table stays as long as a month is busy. Never waits for another who does the same. */
  const forgetOld = (
    now: Instant,
  ) => db.$executeRaw`DELETE FROM inbox WHERE workspace_id = ${workspaceId}::uuid AND event_id IN (
    SELECT event_id FROM inbox WHERE workspace_id = ${workspaceId}::uuid AND processed_at < ${new Date(plus(now, -EVENTS_LAST))}
    ORDER BY processed_at LIMIT 2 FOR UPDATE SKIP LOCKED)`
  return {
    async keep({ eventId, type, body }, now) {
      const at = new Date(now)
      const kept = await db.$executeRaw`INSERT INTO inbox (workspace_id, event_id, type, body, received_at, next_at)
        VALUES (${workspaceId}::uuid, ${eventId}, ${type}, ${JSON.stringify(body)}::jsonb, ${at}, ${at}) ON CONFLICT DO NOTHING`
      if (kept === 1) await forgetOld(now)
      return kept === 1
    },
    async due(now, limit) {
      const rows = await db.inbox.findMany({
        where: { workspaceId, processedAt: null, nextAt: { lte: new Date(now) } },
        orderBy: [{ receivedAt: 'asc' }, { eventId: 'asc' }],
        take: limit,
        select: { eventId: true },
      })
      return rows.map((row) => row.eventId)
    },
    async nextDue() {
      const row = await db.inbox.findFirst({
        where: { workspaceId, processedAt: null },
        orderBy: { nextAt: 'asc' },
        select: { nextAt: true },
      })
      return row === null ? undefined : toInstant(row.nextAt)
    },
    async take(eventId, now, until) {
      const [row] = await db.$queryRaw<{ type: string; body: unknown; attempts: number }[]>`UPDATE inbox
        SET attempts = attempts + 1, next_at = ${new Date(until)}
        WHERE workspace_id = ${workspaceId}::uuid AND event_id = (
          SELECT event_id FROM inbox WHERE workspace_id = ${workspaceId}::uuid AND event_id = ${eventId}
            AND processed_at IS NULL AND next_at <= ${new Date(now)} FOR UPDATE SKIP LOCKED)
        RETURNING type, body, attempts`
      return row === undefined ? undefined : { eventId, ...row }
    },
    async finish(eventId, at) {
      await db.inbox.update({
        where: one(eventId),
        data: { processedAt: new Date(at), body: Prisma.DbNull, lastError: null },
      })
    },
    async fail(eventId, code, at, nextAt) {
      const aside = { processedAt: new Date(at), body: Prisma.DbNull }
      await db.inbox.update({
        where: one(eventId),
        data: { lastError: code, ...(nextAt === undefined ? aside : { nextAt: new Date(nextAt) }) },
      })
    },
  }
}
