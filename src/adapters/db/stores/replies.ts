import type { Selectable, Updateable } from 'kysely'
import type { ReplyState } from '../../../domain/replies/reply.ts'
import type { CandidateId, ContactId, MemberId, ReplyId, SendId } from '../../../domain/shared/ids.ts'
import type { Reply, ReplyStore } from '../../../usecases/ports/replies.ts'
import { fixed } from '../fixed.ts'
import type { Scope } from '../scope.ts'
import type { Tables } from '../tables.ts'
import { toInstant, toInstantOrNone } from '../values.ts'

const toReply = (row: Selectable<Tables['reply']>): Reply => ({
  id: row.id as ReplyId,
  candidateId: row.candidateId as CandidateId,
  sendId: (row.sendId ?? undefined) as SendId | undefined,
  contactId: (row.contactId ?? undefined) as ContactId | undefined,
  messageId: row.messageId,
  receivedAt: toInstant(row.receivedAt),
  text: row.text,
  original: row.original ?? undefined,
  state: row.state as ReplyState,
  laterOn: row.laterOn ?? undefined,
  decidedBy: (row.decidedBy ?? undefined) as MemberId | undefined,
  decidedAt: toInstantOrNone(row.decidedAt),
})

export function makeReplyStore({ db, later, workspaceId, actor, correlationId }: Scope): ReplyStore {
  const replies = () => db.selectFrom('reply').where('reply.workspaceId', '=', workspaceId)
  const update = (id: ReplyId, set: Updateable<Tables['reply']>) =>
    db
      .updateTable('reply')
      .set(set)
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', id)
      .returning('id')
      .executeTakeFirstOrThrow()
  return {
    async get(id) {
      const row = await replies().selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? undefined : toReply(row)
    },
    async lock(id) {
      const row = await replies().selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
      return row === undefined ? undefined : toReply(row)
    },
    async waiting(limit) {
      const rows = await replies()
        .innerJoin('candidate', (join) =>
          join.onRef('candidate.workspaceId', '=', 'reply.workspaceId').onRef('candidate.id', '=', 'reply.candidateId'),
        )
        .selectAll('reply')
        .where('reply.state', '=', 'waiting')
        .where('candidate.mergedInto', 'is', null)
        .where('candidate.erasedAt', 'is', null)
        .orderBy('reply.receivedAt')
        .orderBy('reply.id')
        .limit(limit)
        .execute()
      return rows.map(toReply)
    },
    async lastOf(candidateId) {
      const row = await replies()
        .select(['text', 'state', 'receivedAt'])
        .where('candidateId', '=', candidateId)
        .orderBy('receivedAt', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row === undefined
        ? undefined
        : { text: row.text, state: row.state as ReplyState, at: toInstant(row.receivedAt) }
    },
    async insert(reply) {
      const inserted = await db
        .insertInto('reply')
        .values({
          workspaceId,
          id: reply.id,
          candidateId: reply.candidateId,
          sendId: reply.sendId ?? null,
          contactId: reply.contactId ?? null,
          messageId: reply.messageId,
          receivedAt: new Date(reply.receivedAt),
          text: reply.text,
          original: reply.original ?? null,
          state: reply.state,
        })
        .onConflict((taken) => taken.columns(['workspaceId', 'messageId']).doNothing())
        .returning('id')
        .executeTakeFirst()
      if (inserted !== undefined) return 'inserted'
      const { id } = await replies().select('id').where('messageId', '=', reply.messageId).executeTakeFirstOrThrow()
      return { known: id as ReplyId }
    },
    async decide(id, { state, by, at, laterOn }) {
      await update(id, { state, decidedBy: by, decidedAt: new Date(at), laterOn: laterOn ?? null })
    },
    async answered(candidateId, { by, at, upTo }) {
      const when = new Date(at)
      later(fixed`WITH answered AS (UPDATE reply SET state = 'done', decided_by = ${by}::uuid, decided_at = ${when}
          WHERE workspace_id = ${workspaceId}::uuid AND candidate_id = ${candidateId}::uuid AND state = 'waiting' AND received_at <= ${new Date(upTo)}
          RETURNING id)
        INSERT INTO event (workspace_id, stream, type, actor, at, correlation_id, data)
        SELECT ${workspaceId}::uuid, 'reply:' || id, 'reply.decided', ${actor ?? null}::uuid, ${when}, ${correlationId},
          jsonb_build_object('state', 'done', 'candidateId', ${candidateId}::text) FROM answered`)
    },
    async reopen(id) {
      await update(id, { state: 'waiting', decidedBy: null, decidedAt: null, laterOn: null })
    },
  }
}
