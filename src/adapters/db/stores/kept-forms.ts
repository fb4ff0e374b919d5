import { DAY, plus } from '../../../domain/shared/time.ts'
import type { KeptFormStore } from '../../../usecases/ports/kept-forms.ts'
import type { Scope } from '../scope.ts'

export function makeKeptFormStore({ db, workspaceId, seal }: Scope): KeptFormStore {
  const discard = () => db.deleteFrom('keptForm').where('workspaceId', '=', workspaceId)
  return {
    async keep(id, memberId, form, now, days = 1) {
      await discard()
        .where('createdAt', '<', new Date(plus(now, -DAY)))
        .where(({ eb, or }) => or([eb('keptUntil', 'is', null), eb('keptUntil', '<', new Date(now))]))
        .execute()
      const sealed = seal.close(JSON.stringify(form), workspaceId)
      await db
        .insertInto('keptForm')
        .values({
          workspaceId,
          id,
          memberId,
          sealed,
          createdAt: new Date(now),
          keptUntil: new Date(plus(now, days * DAY)),
        })
        .execute()
    },
    async get(id, memberId) {
      const row = await db
        .selectFrom('keptForm')
        .select('sealed')
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', id)
        .where('memberId', '=', memberId)
        .executeTakeFirst()
      return row === undefined ? undefined : (JSON.parse(seal.open(row.sealed, workspaceId)) as unknown)
    },
    async forget(id) {
      await discard().where('id', '=', id).execute()
    },
  }
}
