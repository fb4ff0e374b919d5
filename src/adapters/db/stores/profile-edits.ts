import type { CandidateId, MemberId } from '../../../domain/shared/ids.ts'
import { DAY, plus } from '../../../domain/shared/time.ts'
import type { ProfileEditId, ProfileEditStore } from '../../../usecases/ports/profile-edits.ts'
import type { Scope } from '../scope.ts'

const KEPT_DAYS = 30

export function makeProfileEditStore({ db, workspaceId, seal, now }: Scope): ProfileEditStore {
  const discard = () => db.deleteFrom('profileEdit').where('workspaceId', '=', workspaceId)
  const oldest = new Date(plus(now, -KEPT_DAYS * DAY))
  return {
    async keep({ values, batchId, ...edit }) {
      await discard().where('at', '<', oldest).execute()
      const sealed = seal.close(JSON.stringify(values), workspaceId)
      await db
        .insertInto('profileEdit')
        .values({ ...edit, batchId: batchId ?? null, workspaceId, sealed, at: new Date(now) })
        .execute()
    },
    async get(id) {
      const row = await db
        .selectFrom('profileEdit')
        .selectAll()
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', id)
        .where('at', '>=', oldest)
        .executeTakeFirst()
      return row === undefined
        ? undefined
        : {
            id: row.id as ProfileEditId,
            candidateId: row.candidateId as CandidateId,
            memberId: row.memberId as MemberId,
            section: row.section,
            values: JSON.parse(seal.open(row.sealed, workspaceId)) as unknown,
          }
    },
    async ofBatch(id, limit) {
      const rows = await db
        .selectFrom('profileEdit')
        .select(['id', 'candidateId'])
        .where('workspaceId', '=', workspaceId)
        .where('batchId', '=', id)
        .where('at', '>=', oldest)
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map((row) => ({ id: row.id as ProfileEditId, candidateId: row.candidateId as CandidateId }))
    },
    async forget(id) {
      await discard().where('id', '=', id).execute()
    },
  }
}
