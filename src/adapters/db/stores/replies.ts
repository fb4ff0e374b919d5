import type { ReplyState } from '../../../domain/replies/reply.ts'
import type { CandidateId, ContactId, MemberId, ReplyId, SendId } from '../../../domain/shared/ids.ts'
import type { Reply, ReplyStore } from '../../../usecases/ports/replies.ts'
import type { Reply as ReplyModel } from '../generated/client.ts'
import type { Scope } from '../scope.ts'
import { fromDay, toDayOrNone, toInstant, toInstantOrNone } from '../values.ts'

const toReply = (row: ReplyModel): Reply => ({
  id: row.id as ReplyId,
  candidateId: row.candidateId as CandidateId,
  sendId: (row.sendId ?? undefined) as SendId | undefined,
  contactId: (row.contactId ?? undefined) as ContactId | undefined,
  messageId: row.messageId,
  receivedAt: toInstant(row.receivedAt),
  text: row.text,
  original: row.original ?? undefined,
  state: row.state as ReplyState,
  laterOn: toDayOrNone(row.laterOn),
  decidedBy: (row.decidedBy ?? undefined) as MemberId | undefined,
  decidedAt: toInstantOrNone(row.decidedAt),
})

export function makeReplyStore({ db, workspaceId }: Scope): ReplyStore {
  const key = (id: ReplyId) => ({ workspaceId_id: { workspaceId, id } })
  const get = async (id: ReplyId) => {
    const row = await db.reply.findUnique({ where: key(id) })
    return row === null ? undefined : toReply(row)
  }
  return {
    get,
    async lock(id) {
      await db.$queryRaw`SELECT id FROM reply WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid FOR UPDATE`
      return get(id)
    },
    async waiting(limit) {
      const rows = await db.reply.findMany({
        where: { workspaceId, state: 'waiting', candidate: { mergedInto: null, erasedAt: null } },
        orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
        take: limit,
      })
      return rows.map(toReply)
    },
    async insert(reply) {
      const inserted =
        await db.$executeRaw`INSERT INTO reply (workspace_id, id, candidate_id, send_id, contact_id, message_id, received_at, text, original, state)
        VALUES (${workspaceId}::uuid, ${reply.id}::uuid, ${reply.candidateId}::uuid, ${reply.sendId ?? null}::uuid, ${reply.contactId ?? null}::uuid,
          ${reply.messageId}, ${new Date(reply.receivedAt)}, ${reply.text}, ${reply.original ?? null}, ${reply.state})
        ON CONFLICT (workspace_id, message_id) DO NOTHING`
      if (inserted === 1) return 'inserted'
      const { id } = await db.reply.findUniqueOrThrow({
        where: { workspaceId_messageId: { workspaceId, messageId: reply.messageId } },
        select: { id: true },
      })
      return { known: id as ReplyId }
    },
    async decide(id, { state, by, at, laterOn }) {
      await db.reply.update({
        where: key(id),
        data: { state, decidedBy: by, decidedAt: new Date(at), laterOn: fromDay(laterOn) },
      })
    },
    async reopen(id) {
      await db.reply.update({
        where: key(id),
        data: { state: 'waiting', decidedBy: null, decidedAt: null, laterOn: null },
      })
    },
  }
}
