import { DAY, plus } from '../../../domain/shared/time.ts'
import type { KeptFormStore } from '../../../usecases/ports/kept-forms.ts'
import type { Scope } from '../scope.ts'

export function makeKeptFormStore({ db, workspaceId, seal }: Scope): KeptFormStore {
  return {
    async keep(id, memberId, form, now) {
      await db.keptForm.deleteMany({ where: { workspaceId, createdAt: { lt: new Date(plus(now, -DAY)) } } })
      const sealed = seal.close(JSON.stringify(form), workspaceId)
      await db.keptForm.create({ data: { workspaceId, id, memberId, sealed, createdAt: new Date(now) } })
    },
    async get(id, memberId) {
      const row = await db.keptForm.findUnique({ where: { workspaceId_id: { workspaceId, id } } })
      if (row === null || row.memberId !== memberId) return undefined
      return JSON.parse(seal.open(row.sealed, workspaceId)) as unknown
    },
    async forget(id) {
      await db.keptForm.deleteMany({ where: { workspaceId, id } })
    },
  }
}
