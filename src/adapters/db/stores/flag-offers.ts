import type { FlagOfferId, MemberId } from '../../../domain/shared/ids.ts'
import type { FlagOffer, FlagOfferState, FlagOfferStore } from '../../../usecases/ports/flag-offers.ts'
import type { FlagOffer as FlagOfferModel } from '../generated/client.ts'
import type { Scope } from '../scope.ts'
import { toInstant } from '../values.ts'

const toOffer = (row: FlagOfferModel): FlagOffer => ({
  id: row.id as FlagOfferId,
  memberId: row.memberId as MemberId,
  channel: row.channel,
  messageTs: row.messageTs,
  state: row.state as FlagOfferState,
  createdAt: toInstant(row.createdAt),
})

export function makeFlagOfferStore({ db, workspaceId }: Scope): FlagOfferStore {
  const key = (id: FlagOfferId) => ({ workspaceId_id: { workspaceId, id } })
  const get = async (id: FlagOfferId) => {
    const row = await db.flagOffer.findUnique({ where: key(id) })
    return row === null ? undefined : toOffer(row)
  }
  const ofMessage: FlagOfferStore['ofMessage'] = async (memberId, channel, messageTs) => {
    const row = await db.flagOffer.findFirst({ where: { workspaceId, memberId, channel, messageTs } })
    return row === null ? undefined : toOffer(row)
  }
  return {
    get,
    ofMessage,
    async lock(id) {
      await db.$queryRaw`SELECT id FROM flag_offer WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid FOR UPDATE`
      return get(id)
    },
    async offer({ id, memberId, channel, messageTs, createdAt }) {
      await db.$executeRaw`INSERT INTO flag_offer (workspace_id, id, member_id, channel, message_ts, state, created_at)
        VALUES (${workspaceId}::uuid, ${id}::uuid, ${memberId}::uuid, ${channel}, ${messageTs}, 'offered', ${new Date(createdAt)})
        ON CONFLICT (workspace_id, member_id, channel, message_ts) DO NOTHING`
      const standing = await ofMessage(memberId, channel, messageTs)
      if (standing === undefined) throw new Error('An offer that was just made is not there')
      return standing
    },
    async settle(id, state) {
      await db.flagOffer.update({ where: key(id), data: { state } })
    },
    async remove(id) {
      await db.flagOffer.deleteMany({ where: { workspaceId, id } })
    },
    async waiting(memberId, since, limit) {
      const rows = await db.flagOffer.findMany({
        where: { workspaceId, memberId, state: 'offered', createdAt: { gte: new Date(since) } },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: limit,
      })
      return rows.map(toOffer)
    },
  }
}
