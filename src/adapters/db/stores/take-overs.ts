import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { CandidateId, MemberId, TakeOverId } from '../../../domain/shared/ids.ts'
import type { TakeOver, TakeOverStore } from '../../../usecases/ports/take-overs.ts'
import type { Scope } from '../scope.ts'
import type { Tables } from '../tables.ts'
import { fromInstant, toInstant, toInstantOrNone } from '../values.ts'

const toTakeOver = (row: Selectable<Tables['takeOver']>): TakeOver => ({
  id: row.id as TakeOverId,
  candidateId: row.candidateId as CandidateId,
  askedOf: row.askedOf as MemberId,
  askedBy: row.askedBy as MemberId,
  state: row.state as TakeOver['state'],
  askedAt: toInstant(row.askedAt),
  answeredAt: toInstantOrNone(row.answeredAt),
})

/** Nobody's conversation goes round more often. */
const MOST_PASSES = 50

export function makeTakeOverStore({ db, workspaceId }: Scope): TakeOverStore {
  const rows = () => db.selectFrom('takeOver').selectAll().where('workspaceId', '=', workspaceId)
  return {
    async insert({ askedAt, answeredAt, ...ask }) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('takeOver')
        .values({ workspaceId, ...ask, askedAt: new Date(askedAt), answeredAt: fromInstant(answeredAt) })
        .onConflict((asked) =>
          asked
            .columns(['workspaceId', 'candidateId', 'askedOf', 'askedBy'])
            .where(sql<boolean>`state = 'asked'`)
            .doNothing(),
        )
        .executeTakeFirst()
      return numInsertedOrUpdatedRows === 1n ? 'inserted' : 'asked_already'
    },
    async get(id) {
      const row = await rows().where('id', '=', id).executeTakeFirst()
      return row === undefined ? undefined : toTakeOver(row)
    },
    async lock(id) {
      const row = await rows().where('id', '=', id).forUpdate().executeTakeFirst()
      return row === undefined ? undefined : toTakeOver(row)
    },
    async answer(id, state, at) {
      await db
        .updateTable('takeOver')
        .set({ state, answeredAt: new Date(at) })
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', id)
        .execute()
    },
    async passes(candidateId) {
      const found = await rows()
        .where('candidateId', '=', candidateId)
        .where('state', 'in', ['agreed', 'handed_over'])
        .orderBy('answeredAt', 'desc')
        .limit(MOST_PASSES)
        .execute()
      return found.map((row) => {
        const { askedOf: from, askedBy: to, askedAt, answeredAt } = toTakeOver(row)
        return { from, to, at: answeredAt ?? askedAt }
      })
    },
  }
}
