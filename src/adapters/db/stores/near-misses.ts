import type { WouldHire } from '../../../domain/candidate/flag-form.ts'
import type { CandidateId, MemberId, NearMissId } from '../../../domain/shared/ids.ts'
import type { NearMiss, NearMissState, NearMissStore } from '../../../usecases/ports/near-misses.ts'
import type { NearMiss as NearMissModel } from '../generated/client.ts'
import type { Scope } from '../scope.ts'
import { toInstant, toInstantOrNone } from '../values.ts'

const toNearMiss = (row: NearMissModel): NearMiss => ({
  id: row.id as NearMissId,
  fullName: row.fullName,
  role: row.role,
  impressed: row.impressed,
  wouldHire: (row.wouldHire ?? undefined) as WouldHire | undefined,
  quotable: row.quotable,
  flaggedBy: row.flaggedBy as MemberId,
  flaggedAt: toInstant(row.flaggedAt),
  evidenceLink: row.evidenceLink ?? undefined,
  evidence:
    row.evidenceChannel === null || row.evidenceTs === null
      ? undefined
      : { channel: row.evidenceChannel, ts: row.evidenceTs },
  state: row.state as NearMissState,
  decidedBy: (row.decidedBy ?? undefined) as MemberId | undefined,
  decidedAt: toInstantOrNone(row.decidedAt),
  dismissReason: row.dismissReason ?? undefined,
  candidateId: (row.candidateId ?? undefined) as CandidateId | undefined,
})

export function makeNearMissStore({ db, workspaceId }: Scope): NearMissStore {
  const get = async (id: NearMissId) => {
    const row = await db.nearMiss.findUnique({ where: { workspaceId_id: { workspaceId, id } } })
    return row === null ? undefined : toNearMiss(row)
  }
  return {
    get,
    async lock(id) {
      await db.$queryRaw`SELECT id FROM near_miss WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid FOR UPDATE`
      return get(id)
    },
    async insert(nearMiss) {
      await db.nearMiss.create({
        data: {
          workspaceId,
          id: nearMiss.id,
          fullName: nearMiss.fullName,
          role: nearMiss.role,
          impressed: nearMiss.impressed,
          wouldHire: nearMiss.wouldHire ?? null,
          quotable: nearMiss.quotable,
          flaggedBy: nearMiss.flaggedBy,
          flaggedAt: new Date(nearMiss.flaggedAt),
          evidenceLink: nearMiss.evidenceLink ?? null,
          evidenceChannel: nearMiss.evidence?.channel ?? null,
          evidenceTs: nearMiss.evidence?.ts ?? null,
          state: nearMiss.state,
          candidateId: nearMiss.candidateId ?? null,
        },
      })
    },
    async decide(id, decision) {
      await db.nearMiss.update({
        where: { workspaceId_id: { workspaceId, id } },
        data: {
          state: decision.state,
          decidedBy: decision.by,
          decidedAt: new Date(decision.at),
          candidateId: decision.candidateId ?? null,
          dismissReason: decision.dismissReason ?? null,
        },
      })
    },
    async reopen(id) {
      await db.nearMiss.update({
        where: { workspaceId_id: { workspaceId, id } },
        data: { state: 'waiting', decidedBy: null, decidedAt: null, candidateId: null, dismissReason: null },
      })
    },
    async ofMessage(channel, ts, by) {
      const rows = await db.nearMiss.findMany({
        where: { workspaceId, evidenceChannel: channel, evidenceTs: ts, flaggedBy: by },
        orderBy: { flaggedAt: 'asc' },
        take: 20,
      })
      return rows.map(toNearMiss)
    },
    async flaggedBy(by, limit) {
      const rows = await db.nearMiss.findMany({
        where: { workspaceId, flaggedBy: by },
        orderBy: { flaggedAt: 'desc' },
        take: limit,
      })
      return rows.map(toNearMiss)
    },
    async ofPeople(ids) {
      if (ids.length === 0) return []
      const rows = await db.nearMiss.findMany({
        where: { workspaceId, candidateId: { in: [...ids] } },
        orderBy: { flaggedAt: 'asc' },
        take: 500,
      })
      return rows.map(toNearMiss)
    },
    countWaiting: () => db.nearMiss.count({ where: { workspaceId, state: 'waiting' } }),
  }
}
