import type { DraftAskId, DraftId, MemberId, RevisionId } from '../../../domain/shared/ids.ts'
import type { DraftAsk, DraftAskStore } from '../../../usecases/ports/draft-asks.ts'
import type { DraftAsk as DraftAskModel } from '../generated/client.ts'
import type { Scope } from '../scope.ts'
import { fromInstant, toInstant, toInstantOrNone } from '../values.ts'

const toAsk = (row: DraftAskModel): DraftAsk => ({
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
  const key = (id: DraftAskId) => ({ workspaceId_id: { workspaceId, id } })
  const get = async (id: DraftAskId) => {
    const row = await db.draftAsk.findUnique({ where: key(id) })
    return row === null ? undefined : toAsk(row)
  }
  return {
    get,
    async lock(id) {
      await db.$queryRaw`SELECT id FROM draft_ask WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid FOR UPDATE`
      return get(id)
    },
    async insert(ask) {
      await db.draftAsk.create({
        data: {
          workspaceId,
          ...ask,
          question: ask.question ?? null,
          answer: ask.answer ?? null,
          askedAt: new Date(ask.askedAt),
          answeredAt: fromInstant(ask.answeredAt),
        },
      })
    },
    async change(id, { state, revisionId, answer, answeredAt }) {
      await db.draftAsk.update({
        where: key(id),
        data: { state, revisionId, answer: answer ?? null, answeredAt: fromInstant(answeredAt) },
      })
    },
    async ofDraft(draftId, limit) {
      const rows = await db.draftAsk.findMany({
        where: { workspaceId, draftId },
        orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
        take: limit,
      })
      return rows.map(toAsk)
    },
  }
}
