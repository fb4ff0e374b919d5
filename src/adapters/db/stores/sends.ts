import type { CandidateId, ContactId, DraftId, MemberId, RevisionId, SendId } from '../../../domain/shared/ids.ts'
import type { SendChange, SendRow, SendStore } from '../../../usecases/ports/sends.ts'
import { Prisma, type Send as SendModel } from '../generated/client.ts'
import type { Scope } from '../scope.ts'
import { fromInstant, toInstant, toInstantOrNone } from '../values.ts'

const toSend = (row: SendModel): SendRow => ({
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
  refusals: row.refusals,
  resolvedBy: (row.resolvedBy ?? undefined) as MemberId | undefined,
  resolvedAt: toInstantOrNone(row.resolvedAt),
  replacesId: (row.replacesId ?? undefined) as SendId | undefined,
})

/** Waiting for its time, or under way, or in doubt: a message that may still reach somebody. */
const NOT_OVER = ['approved', 'claimed', 'handing_over', 'retry_wait', 'in_doubt']

/** `clock_timestamp()` and not `now()`, which stands still while a transaction waits for somebody's lock. */
export function makeSendStore({ db, workspaceId }: Scope): SendStore {
  const get = async (id: SendId) => {
    const row = await db.send.findUnique({ where: { workspaceId_id: { workspaceId, id } } })
    return row === null ? undefined : toSend(row)
  }
  return {
    get,
    async lock(id) {
      await db.$queryRaw`SELECT id FROM send WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid FOR UPDATE`
      return get(id)
    },
    async ofDraft(draftId) {
      const row = await db.send.findFirst({
        where: { workspaceId, draftId },
        orderBy: [{ approvedAt: 'desc' }, { id: 'desc' }],
      })
      return row === null ? undefined : toSend(row)
    },
    async byMessageIds(ids) {
      const row = await db.send.findFirst({
        where: { workspaceId, messageId: { in: [...ids] } },
        orderBy: [{ approvedAt: 'desc' }, { id: 'desc' }],
      })
      return row === null ? undefined : toSend(row)
    },
    async insert(send) {
      // The predicate must be the index's own, or PostgreSQL does not recognise which index is meant.
      const inserted =
        await db.$executeRaw`INSERT INTO send (workspace_id, id, draft_id, revision_id, candidate_id, contact_id, purpose, state,
          approved_by, approved_at, due_at, attempts, message_id, refusals, replaces_id)
        VALUES (${workspaceId}::uuid, ${send.id}::uuid, ${send.draftId}::uuid, ${send.revisionId}::uuid, ${send.candidateId}::uuid, ${send.contactId}::uuid,
          ${send.purpose}, ${send.state}, ${send.approvedBy}::uuid, ${new Date(send.approvedAt)}, ${new Date(send.dueAt)}, ${send.attempts},
          ${send.messageId}, ${[...send.refusals]}::text[], ${send.replacesId ?? null}::uuid)
        ON CONFLICT (workspace_id, draft_id)
          WHERE state IN ('approved', 'claimed', 'handing_over', 'retry_wait', 'in_doubt', 'handed_over') DO NOTHING`
      return inserted === 1 ? 'inserted' : 'alive'
    },
    async change(id, change, lease) {
      const sets = [...columns(change), ...leaseColumns(lease)]
      if (sets.length === 0) return
      await db.$executeRaw`UPDATE send SET ${Prisma.join(sets)} WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid`
    },
    async holdsLease(id, owner) {
      const rows = await db.$queryRaw<
        unknown[]
      >`SELECT 1 FROM send WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid
        AND lease_owner = ${owner}::uuid AND lease_until > clock_timestamp()`
      return rows.length === 1
    },
    async renewLease(id, owner, seconds) {
      const renewed =
        await db.$executeRaw`UPDATE send SET lease_until = clock_timestamp() + make_interval(secs => ${seconds}::float8)
        WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid AND lease_owner = ${owner}::uuid AND lease_until > clock_timestamp()`
      return renewed === 1
    },
    async isOwner(id, owner) {
      return (await db.send.count({ where: { workspaceId, id, leaseOwner: owner } })) === 1
    },
    async leaseRanOut(id) {
      const rows = await db.$queryRaw<
        unknown[]
      >`SELECT 1 FROM send WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid
        AND lease_until < clock_timestamp()`
      return rows.length === 1
    },
    async expireLeases() {
      await db.$executeRaw`UPDATE send SET lease_until = '-infinity' WHERE workspace_id = ${workspaceId}::uuid AND state IN ('claimed', 'handing_over')`
    },
    async due(now, limit) {
      const rows = await db.send.findMany({
        where: { workspaceId, state: { in: ['approved', 'retry_wait'] }, dueAt: { lte: new Date(now) } },
        orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
        take: limit,
        select: { id: true },
      })
      return rows.map((row) => row.id as SendId)
    },
    async nextDue() {
      const row = await db.send.findFirst({
        where: { workspaceId, state: { in: ['approved', 'retry_wait'] } },
        orderBy: { dueAt: 'asc' },
        select: { dueAt: true },
      })
      return row === null ? undefined : toInstant(row.dueAt)
    },
    async abandoned(limit) {
      const rows = await db.$queryRaw<{ id: string }[]>`SELECT id FROM send WHERE workspace_id = ${workspaceId}::uuid
        AND state IN ('claimed', 'handing_over') AND lease_until < clock_timestamp() ORDER BY lease_until LIMIT ${limit}`
      return rows.map((row) => row.id as SendId)
    },
    async ofCandidate(candidateId, since, limit) {
      const after = { gte: new Date(since) }
      const rows = await db.send.findMany({
        where: {
          workspaceId,
          candidateId,
          OR: [{ approvedAt: after }, { handedOverAt: after }, { state: { in: NOT_OVER } }],
        },
        orderBy: [{ approvedAt: 'desc' }, { id: 'desc' }],
        take: limit,
      })
      return rows.map(toSend)
    },
  }
}

function columns(change: SendChange): Prisma.Sql[] {
  const sets: Prisma.Sql[] = []
  if (change.state !== undefined) sets.push(Prisma.sql`state = ${change.state}`)
  if (change.dueAt !== undefined) sets.push(Prisma.sql`due_at = ${new Date(change.dueAt)}`)
  if (change.attempts !== undefined) sets.push(Prisma.sql`attempts = ${change.attempts}`)
  if ('handedOverAt' in change) sets.push(Prisma.sql`handed_over_at = ${fromInstant(change.handedOverAt)}::timestamptz`)
  if ('lastError' in change) sets.push(Prisma.sql`last_error = ${change.lastError ?? null}`)
  if (change.refusals !== undefined) sets.push(Prisma.sql`refusals = ${[...change.refusals]}::text[]`)
  if ('resolvedBy' in change) sets.push(Prisma.sql`resolved_by = ${change.resolvedBy ?? null}::uuid`)
  if ('resolvedAt' in change) sets.push(Prisma.sql`resolved_at = ${fromInstant(change.resolvedAt)}::timestamptz`)
  return sets
}

function leaseColumns(lease: { readonly owner: string; readonly seconds: number } | null | undefined): Prisma.Sql[] {
  if (lease === undefined) return []
  if (lease === null) return [Prisma.sql`lease_owner = NULL`, Prisma.sql`lease_until = NULL`]
  return [
    Prisma.sql`lease_owner = ${lease.owner}::uuid`,
    Prisma.sql`lease_until = clock_timestamp() + make_interval(secs => ${lease.seconds}::float8)`,
  ]
}
