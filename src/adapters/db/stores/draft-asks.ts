import type { Selectable } from 'kysely'
import type { DraftAskId, DraftId, MemberId, RevisionId } from '../../../domain/shared/ids.ts'
import type { DraftAsk, DraftAskStore } from '../../../usecases/ports/draft-asks.ts'
import type { Scope } from '../scope.ts'
import type { Tables } from '../tables.ts'
import { fromInstant, toInstant, toInstantOrNone } from '../values.ts'

const toAsk = (row: Selectable<Tables['draftAsk']>): DraftAsk => ({
  id: row.id as DraftAskId,
  draftId: row.draftId as DraftId,
  revisionId: row.revisionId as RevisionId,
  kind: row.kind as DraftAsk['kind'],
  askedOf: row.askedOf as MemberId,
  askedBy: row.askedBy as MemberId,
  question: row.question ?? undefined,
  state: row.state as DraftAsk['state'],
  answer: row.answer ?? undefined,
  askedAt: toInstant(row.askedAt),
  answeredAt: toInstantOrNone(row.answeredAt),
})

export function makeDraftAskStore({ db, workspaceId }: Scope): DraftAskStore {
  const asks = () => db.selectFrom('draftAsk').selectAll().where('workspaceId', '=', workspaceId)
  return {
    async get(id) {
      const row = await asks().where('id', '=', id).executeTakeFirst()
      return row === undefined ? undefined : toAsk(row)
    },
    async lock(id) {
      const row = await asks().where('id', '=', id).forUpdate().executeTakeFirst()
      return row === undefined ? undefined : toAsk(row)
    },
    async insert(ask) {
      await db
        .insertInto('draftAsk')
        .values({
          workspaceId,
          ...ask,
          question: ask.question ?? null,
          answer: ask.answer ?? null,
          askedAt: new Date(ask.askedAt),
          answeredAt: fromInstant(ask.answeredAt),
        })
        .execute()
    },
    async change(id, { state, revisionId, answer, answeredAt }) {
      await db
        .updateTable('draftAsk')
        .set({ state, revisionId, answer: answer ?? null, answeredAt: fromInstant(answeredAt) })
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', id)
        .returning('id')
        .executeTakeFirstOrThrow()
    },
    async ofDraft(draftId, limit) {
      const rows = await asks()
        .where('draftId', '=', draftId)
        .orderBy('askedAt', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(toAsk)
    },
  }
}
