import { sql } from 'kysely'
import type { ActKeyStore } from '../../../usecases/ports/act-keys.ts'
import type { Scope } from '../scope.ts'

export const makeActKeyStore = ({ db, workspaceId }: Scope): ActKeyStore => ({
  async forget(before, limit) {
    const { numAffectedRows } = await sql`DELETE FROM idempotency WHERE workspace_id = ${workspaceId}::uuid AND key IN (
      SELECT key FROM idempotency WHERE workspace_id = ${workspaceId}::uuid AND at < ${new Date(before)}
      ORDER BY at LIMIT ${limit} FOR UPDATE SKIP LOCKED)`.execute(db)
    return Number(numAffectedRows ?? 0)
  },
})
