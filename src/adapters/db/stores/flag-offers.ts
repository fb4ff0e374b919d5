import type { Selectable } from 'kysely'
import type { FlagOfferId, MemberId } from '../../../domain/shared/ids.ts'
import type { FlagOffer, FlagOfferState, FlagOfferStore } from '../../../usecases/ports/flag-offers.ts'
import type { Scope } from '../scope.ts'
import type { Tables } from '../tables.ts'
import { toInstant } from '../values.ts'

const toOffer = (row: Selectable<Tables['flagOffer']>): FlagOffer => ({
  id: row.id as FlagOfferId,
  memberId: row.memberId as MemberId,
  channel: row.channel,
  messageTs: row.messageTs,
  state: row.state as FlagOfferState,
  createdAt: toInstant(row.createdAt),
})

export function makeFlagOfferStore({ db, workspaceId }: Scope): FlagOfferStore {
  const offers = () => db.selectFrom('flagOffer').selectAll().where('workspaceId', '=', workspaceId)
  const ofMessage: FlagOfferStore['ofMessage'] = async (memberId, channel, messageTs) => {
    const row = await offers()
      .where('memberId', '=', memberId)
      .where('channel', '=', channel)
      .where('messageTs', '=', messageTs)
      .executeTakeFirst()
    return row === undefined ? undefined : toOffer(row)
  }
  return {
    async get(id) {
      const row = await offers().where('id', '=', id).executeTakeFirst()
      return row === undefined ? undefined : toOffer(row)
    },
    ofMessage,
    async lock(id) {
      const row = await offers().where('id', '=', id).forUpdate().executeTakeFirst()
      return row === undefined ? undefined : toOffer(row)
    },
    async offer({ id, memberId, channel, messageTs, createdAt }) {
      const made = await db
        .insertInto('flagOffer')
        .values({ workspaceId, id, memberId, channel, messageTs, state: 'offered', createdAt: new Date(createdAt) })
        .onConflict((taken) => taken.columns(['workspaceId', 'memberId', 'channel', 'messageTs']).doNothing())
        .returningAll()
        .executeTakeFirst()
      const standing = made === undefined ? await ofMessage(memberId, channel, messageTs) : toOffer(made)
      if (standing === undefined) throw new Error('An offer that was just made is not there')
      return standing
    },
    async settle(id, state) {
      await db
        .updateTable('flagOffer')
        .set({ state })
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', id)
        .returning('id')
        .executeTakeFirstOrThrow()
    },
    async remove(id) {
      await db.deleteFrom('flagOffer').where('workspaceId', '=', workspaceId).where('id', '=', id).execute()
    },
    async waiting(memberId, since, limit) {
      const rows = await offers()
        .where('memberId', '=', memberId)
        .where('state', '=', 'offered')
        .where('createdAt', '>=', new Date(since))
        .orderBy('createdAt', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(toOffer)
    },
  }
}
