import { type Selectable, sql, type UpdateObject } from 'kysely'
import type { CandidateId, ContactId, DraftId, MemberId, RevisionId, SendId } from '../../../domain/shared/ids.ts'
import type { SendChange, SendRow, SendStore } from '../../../usecases/ports/sends.ts'
import type { Scope } from '../scope.ts'
import type { Tables } from '../tables.ts'
import { fromInstant, toInstant, toInstantOrNone } from '../values.ts'

const toSend = (row: Selectable<Tables['send']>): SendRow => ({
  id: row.id as SendId,
  draftId: row.draftId as DraftId,
  revisionId: row.revisionId as RevisionId,
  candidateId: row.candidateId as CandidateId,
  contactId: row.contactId as ContactId,
  purpose: row.purpose as SendRow['purpose'],
  state: row.state as SendRow['state'],
  approvedBy: row.approvedBy as MemberId,
  approvedAt: toInstant(row.approvedAt),
  dueAt: toInstant(row.dueAt),
  attempts: row.attempts,
  messageId: row.messageId,
  handedOverAt: toInstantOrNone(row.handedOverAt),
  lastError: row.lastError ?? undefined,
  refusals: row.refusals ?? [],
  resolvedBy: (row.resolvedBy ?? undefined) as MemberId | undefined,
  resolvedAt: toInstantOrNone(row.resolvedAt),
  replacesId: (row.replacesId ?? undefined) as SendId | undefined,
})

/** Waiting for its time, or under way, or in doubt: a message that may still reach somebody. */
const NOT_OVER = ['approved', 'claimed', 'handing_over', 'retry_wait', 'in_doubt']
/** Nobody has it in hand: it goes out when its time comes. */
const FOR_ITS_TIME = ['approved', 'retry_wait']
/** Somebody has it in hand, for as long as their lease lasts. */
const IN_HAND = ['claimed', 'handing_over']

/** `clock_timestamp()` and not `now()`, which stands still while a transaction waits for somebody's lock. */
const CLOCK = sql<Date>`clock_timestamp()`
const leaseEnd = (seconds: number) => sql<Date>`clock_timestamp() + make_interval(secs => ${seconds}::float8)`

export function makeSendStore({ db, workspaceId }: Scope): SendStore {
  const sends = () => db.selectFrom('send').where('workspaceId', '=', workspaceId)
  const newest = () => sends().selectAll().orderBy('approvedAt', 'desc').orderBy('id', 'desc')
  const update = (set: UpdateObject<Tables, 'send'>) =>
    db.updateTable('send').set(set).where('workspaceId', '=', workspaceId)
  const one = (id: SendId) => sends().select('id').where('id', '=', id)
  return {
    async get(id) {
      const row = await sends().selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? undefined : toSend(row)
    },
    async lock(id) {
      const row = await sends().selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
      return row === undefined ? undefined : toSend(row)
    },
    async ofDraft(draftId) {
      const row = await newest().where('draftId', '=', draftId).limit(1).executeTakeFirst()
      return row === undefined ? undefined : toSend(row)
    },
    async byMessageIds(ids) {
      if (ids.length === 0) return undefined
      const row = await newest().where('messageId', 'in', ids).limit(1).executeTakeFirst()
      return row === undefined ? undefined : toSend(row)
    },
    async insert(send) {
      const inserted = await db
        .insertInto('send')
        .values({
          workspaceId,
          id: send.id,
          draftId: send.draftId,
          revisionId: send.revisionId,
          candidateId: send.candidateId,
          contactId: send.contactId,
          purpose: send.purpose,
          state: send.state,
          approvedBy: send.approvedBy,
          approvedAt: new Date(send.approvedAt),
          dueAt: new Date(send.dueAt),
          attempts: send.attempts,
          messageId: send.messageId,
          refusals: send.refusals,
          replacesId: send.replacesId ?? null,
        })
        .onConflict((alive) =>
          alive
            .columns(['workspaceId', 'draftId'])
            // The predicate must be the index's own, or PostgreSQL does not recognise which index is meant.
            .where(
              sql<boolean>`state IN ('approved', 'claimed', 'handing_over', 'retry_wait', 'in_doubt', 'handed_over')`,
            )
            .doNothing(),
        )
        .returning('id')
        .executeTakeFirst()
      return inserted === undefined ? 'alive' : 'inserted'
    },
    async change(id, change, lease) {
      const set = { ...columns(change), ...leaseColumns(lease) }
      if (Object.keys(set).length > 0) await update(set).where('id', '=', id).execute()
    },
    async holdsLease(id, owner) {
      const held = await one(id).where('leaseOwner', '=', owner).where('leaseUntil', '>', CLOCK).executeTakeFirst()
      return held !== undefined
    },
    async renewLease(id, owner, seconds) {
      const { numUpdatedRows } = await update({ leaseUntil: leaseEnd(seconds) })
        .where('id', '=', id)
        .where('leaseOwner', '=', owner)
        .where('leaseUntil', '>', CLOCK)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
    async isOwner(id, owner) {
      return (await one(id).where('leaseOwner', '=', owner).executeTakeFirst()) !== undefined
    },
    async leaseRanOut(id) {
      return (await one(id).where('leaseUntil', '<', CLOCK).executeTakeFirst()) !== undefined
    },
    async expireLeases() {
      await update({ leaseUntil: sql`'-infinity'` }).where('state', 'in', IN_HAND).execute()
    },
    async due(now, limit) {
      const rows = await sends()
        .select('id')
        .where('state', 'in', FOR_ITS_TIME)
        .where('dueAt', '<=', new Date(now))
        .orderBy('dueAt')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map((row) => row.id as SendId)
    },
    async nextDue() {
      const row = await sends()
        .select('dueAt')
        .where('state', 'in', FOR_ITS_TIME)
        .orderBy('dueAt')
        .limit(1)
        .executeTakeFirst()
      return row === undefined ? undefined : toInstant(row.dueAt)
    },
    async abandoned(limit) {
      const rows = await sends()
        .select('id')
        .where('state', 'in', IN_HAND)
        .where('leaseUntil', '<', CLOCK)
        .orderBy('leaseUntil')
        .limit(limit)
        .execute()
      return rows.map((row) => row.id as SendId)
    },
    async ofCandidate(candidateId, since, limit) {
      const after = new Date(since)
      const rows = await newest()
        .where('candidateId', '=', candidateId)
        .where(({ eb, or }) =>
          or([eb('approvedAt', '>=', after), eb('handedOverAt', '>=', after), eb('state', 'in', NOT_OVER)]),
        )
        .limit(limit)
        .execute()
      return rows.map(toSend)
    },
  }
}

/** What is not named stays; an `undefined` that is named clears, where there may be none. */
const columns = (change: SendChange): UpdateObject<Tables, 'send'> => ({
  ...(change.state === undefined ? {} : { state: change.state }),
  ...(change.dueAt === undefined ? {} : { dueAt: new Date(change.dueAt) }),
  ...(change.attempts === undefined ? {} : { attempts: change.attempts }),
  ...('handedOverAt' in change ? { handedOverAt: fromInstant(change.handedOverAt) } : {}),
  ...('lastError' in change ? { lastError: change.lastError ?? null } : {}),
  ...(change.refusals === undefined ? {} : { refusals: change.refusals }),
  ...('resolvedBy' in change ? { resolvedBy: change.resolvedBy ?? null } : {}),
  ...('resolvedAt' in change ? { resolvedAt: fromInstant(change.resolvedAt) } : {}),
})

function leaseColumns(
  lease: { readonly owner: string; readonly seconds: number } | null | undefined,
): UpdateObject<Tables, 'send'> {
  if (lease === undefined) return {}
  if (lease === null) return { leaseOwner: null, leaseUntil: null }
  return { leaseOwner: lease.owner, leaseUntil: leaseEnd(lease.seconds) }
}
