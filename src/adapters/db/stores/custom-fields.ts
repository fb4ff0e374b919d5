import { type Selectable, sql } from 'kysely'
import type { CustomKind } from '../../../domain/candidate/custom-field.ts'
import type { CustomField, CustomFieldId, CustomFieldStore } from '../../../usecases/ports/custom-fields.ts'
import type { Scope } from '../scope.ts'
import type { Tables } from '../tables.ts'

const toField = (row: Selectable<Tables['customField']>): CustomField => ({
  id: row.id as CustomFieldId,
  name: row.name,
  kind: row.kind as CustomKind,
  choices: row.choices ?? [],
})

export function makeCustomFieldStore({ db, workspaceId }: Scope): CustomFieldStore {
  const fields = () => db.selectFrom('customField').selectAll().where('workspaceId', '=', workspaceId)
  const named = (name: string) => fields().where(sql`lower(name)`, '=', sql`lower(${name}::text)`)
  const change = (id: CustomFieldId, archivedAt: Date | null) =>
    db
      .updateTable('customField')
      .set({ archivedAt })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', id)
      .where('archivedAt', archivedAt === null ? 'is not' : 'is', null)
      .returningAll()
      .executeTakeFirst()
  return {
    async active() {
      const rows = await fields()
        .where('archivedAt', 'is', null)
        .orderBy('createdAt')
        .orderBy('id')
        .limit(100)
        .execute()
      return rows.map(toField)
    },
    async archivedNamed(name) {
      const row = await named(name).where('archivedAt', 'is not', null).orderBy('archivedAt', 'desc').executeTakeFirst()
      return row && toField(row)
    },
    async insert({ choices, ...field }, by, at) {
      const row = await db
        .insertInto('customField')
        .values({ ...field, choices: [...choices], workspaceId, createdBy: by, createdAt: new Date(at) })
        .onConflict((taken) => taken.doNothing())
        .returning('id')
        .executeTakeFirst()
      return row === undefined ? 'taken' : 'kept'
    },
    async archive(id, at) {
      const row = await change(id, new Date(at))
      return row && toField(row)
    },
    async restore(id) {
      const row = await fields().where('id', '=', id).where('archivedAt', 'is not', null).executeTakeFirst()
      if (row === undefined) return undefined
      if ((await named(row.name).where('archivedAt', 'is', null).executeTakeFirst()) !== undefined) return 'taken'
      const restored = await change(id, null)
      return restored && toField(restored)
    },
  }
}
