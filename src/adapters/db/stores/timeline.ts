/** What happened with a person, as their profile tells it. */
import type { ExpressionBuilder, Selectable } from 'kysely'
import type { CandidateId, InteractionId, MemberId, SendId } from '../../../domain/shared/ids.ts'
import type { CandidateStore, Interaction, TimelinePlace } from '../../../usecases/ports/candidates.ts'
import { fixed } from '../fixed.ts'
import type { Scope } from '../scope.ts'
import type { Tables } from '../tables.ts'
import { toInstant } from '../values.ts'

const toInteraction = (row: Selectable<Tables['interaction']>): Interaction => ({
  id: row.id as InteractionId,
  kind: row.kind as Interaction['kind'],
  at: toInstant(row.at),
  memberId: (row.memberId ?? undefined) as MemberId | undefined,
  text: row.text,
  link: row.link ?? undefined,
  sendId: (row.sendId ?? undefined) as SendId | undefined,
  oneToOne: row.oneToOne,
})

/** Several entries may be of one moment. */
const behind =
  ({ at, id }: TimelinePlace) =>
  ({ eb, and, or }: ExpressionBuilder<Tables, 'interaction'>) => {
    const moment = new Date(at)
    return and([eb('at', '<=', moment), or([eb('at', '<', moment), eb('id', '<', id as string)])])
  }

type Timeline = Pick<CandidateStore, 'entry' | 'timeline' | 'conversations' | 'record'>

export function makeTimeline({ db, later, workspaceId }: Scope): Timeline {
  const entries = () => db.selectFrom('interaction').where('workspaceId', '=', workspaceId)
  return {
    async entry(id) {
      const row = await entries().selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? undefined : { ...toInteraction(row), candidateId: row.candidateId as CandidateId }
    },
    async timeline(candidateId, limit, before) {
      const rows = await entries()
        .selectAll()
        .where('candidateId', '=', candidateId)
        .$if(before !== undefined, (query) => query.where(behind(before as TimelinePlace)))
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(toInteraction)
    },
    async conversations(candidateId, since, limit) {
      const rows = await entries()
        .select(['memberId', 'at', 'kind'])
        .where('candidateId', '=', candidateId)
        .where('kind', 'in', ['reply', 'call'])
        .where('at', '>=', new Date(since))
        .orderBy('at', 'desc')
        .limit(limit)
        .execute()
      return rows.flatMap(({ memberId, at, kind }) =>
        memberId === null
          ? []
          : [{ with: memberId as MemberId, at: toInstant(at), how: kind === 'call' ? 'call' : 'reply' } as const],
      )
    },
    async record(candidateId, { id, kind, at, memberId, text, link, sendId, oneToOne }) {
      later(fixed`INSERT INTO interaction (workspace_id, id, candidate_id, kind, at, member_id, text, link, send_id, one_to_one)
        VALUES (${workspaceId}::uuid, ${id}::uuid, ${candidateId}::uuid, ${kind}, ${new Date(at)}, ${memberId ?? null}::uuid, ${text},
          ${link ?? null}, ${sendId ?? null}::uuid, ${oneToOne})`)
    },
  }
}
