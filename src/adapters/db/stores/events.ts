import type { MemberId } from '../../../domain/shared/ids.ts'
import type { EventData, EventLog } from '../../../usecases/ports/events.ts'
import { fixed } from '../fixed.ts'
import type { Scope } from '../scope.ts'
import { toInstant } from '../values.ts'

export function makeEventLog({ db, later, workspaceId, actor, correlationId, now }: Scope): EventLog {
  return {
    async append({ stream, type, data }) {
      later(fixed`INSERT INTO event (workspace_id, stream, type, actor, at, correlation_id, data)
        VALUES (${workspaceId}::uuid, ${stream}, ${type}, ${actor ?? null}::uuid, ${new Date(now)}, ${correlationId}, ${JSON.stringify(data)}::jsonb)`)
    },
    async read(stream, limit, types) {
      const rows = await db
        .selectFrom('event')
        .selectAll()
        .where('workspaceId', '=', workspaceId)
        .where('stream', '=', stream)
        .$if(types !== undefined, (query) => query.where('type', 'in', [...(types ?? [])]))
        .orderBy('version', 'desc')
        .limit(limit)
        .execute()
      return rows.map((row) => ({
        stream: row.stream,
        type: row.type,
        actor: (row.actor ?? undefined) as MemberId | undefined,
        at: toInstant(row.at),
        data: row.data as EventData,
      }))
    },
  }
}
