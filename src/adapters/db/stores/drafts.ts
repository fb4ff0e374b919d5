import type { Purpose } from '../../../domain/outreach/purpose.ts'
import type { CandidateId, DraftId, FactId, JobId, MemberId, RevisionId } from '../../../domain/shared/ids.ts'
import type { DraftRow, DraftState, DraftStore, RevisionRow } from '../../../usecases/ports/drafts.ts'
import type { DraftClaim, Draft as DraftModel, DraftRevision } from '../generated/client.ts'
import type { Scope } from '../scope.ts'
import { fromInstant, toInstant, toInstantOrNone } from '../values.ts'

const toDraft = (row: DraftModel): DraftRow => ({
  id: row.id as DraftId,
  candidateId: row.candidateId as CandidateId,
  ownerId: row.ownerId as MemberId,
  jobId: (row.jobId ?? undefined) as JobId | undefined,
  purpose: row.purpose as Purpose,
  whyNow: row.whyNow,
  state: row.state as DraftState,
  revisionId: row.revisionId as RevisionId,
  decidedBy: (row.decidedBy ?? undefined) as MemberId | undefined,
  decidedAt: toInstantOrNone(row.decidedAt),
  rejectReason: row.rejectReason ?? undefined,
  createdAt: toInstant(row.createdAt),
})

const toRevision = (row: DraftRevision & { claims: readonly DraftClaim[] }): RevisionRow => ({
  id: row.id as RevisionId,
  draftId: row.draftId as DraftId,
  number: row.number,
  subject: row.subject,
  body: row.body,
  author: row.author as RevisionRow['author'],
  authorId: (row.authorId ?? undefined) as MemberId | undefined,
  template: row.template ?? undefined,
  prompt: row.prompt ?? undefined,
  cut: row.cut,
  createdAt: toInstant(row.createdAt),
  claims: row.claims
    .map(({ factId, start, end }) => ({ factId: factId as FactId, start, end }))
    .sort((one, other) => one.start - other.start),
})

export function makeDraftStore({ db, workspaceId }: Scope): DraftStore {
  const get = async (id: DraftId) => {
    const row = await db.draft.findUnique({ where: { workspaceId_id: { workspaceId, id } } })
    return row === null ? undefined : toDraft(row)
  }
  const addRevision = async (revision: RevisionRow) => {
    const { claims, ...rest } = revision
    await db.draftRevision.create({
      data: {
        workspaceId,
        ...rest,
        authorId: rest.authorId ?? null,
        template: rest.template ?? null,
        prompt: rest.prompt ?? null,
        cut: [...(rest.cut ?? [])],
        createdAt: new Date(rest.createdAt),
      },
    })
    await db.draftClaim.createMany({
      data: claims.map((claim) => ({ workspaceId, revisionId: revision.id, ...claim })),
    })
  }
  return {
    get,
    async ownersOf(ids) {
      if (ids.length === 0) return new Map()
      const rows = await db.draft.findMany({
        where: { workspaceId, id: { in: [...ids] } },
        select: { id: true, ownerId: true },
      })
      return new Map(rows.map((row) => [row.id as DraftId, row.ownerId as MemberId]))
    },
    async lock(id) {
      await db.$queryRaw`SELECT id FROM draft WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid FOR UPDATE`
      return get(id)
    },
    async revision(id) {
      const row = await db.draftRevision.findUnique({
        where: { workspaceId_id: { workspaceId, id } },
        include: { claims: true },
      })
      return row === null ? undefined : toRevision(row)
    },
    async insert(draft, first) {
      await db.draft.create({
        data: {
          workspaceId,
          ...draft,
          jobId: draft.jobId ?? null,
          decidedBy: draft.decidedBy ?? null,
          decidedAt: fromInstant(draft.decidedAt),
          rejectReason: draft.rejectReason ?? null,
          createdAt: new Date(draft.createdAt),
        },
      })
      await addRevision(first)
    },
    async revise(id, revision) {
      await addRevision(revision)
      await db.draft.update({ where: { workspaceId_id: { workspaceId, id } }, data: { revisionId: revision.id } })
    },
    async decide(id, { state, by, at, rejectReason }) {
      const open = state === 'waiting'
      await db.draft.update({
        where: { workspaceId_id: { workspaceId, id } },
        data: {
          state,
          decidedBy: open ? null : (by ?? null),
          decidedAt: open ? null : new Date(at),
          rejectReason: rejectReason ?? null,
        },
      })
    },
    async waitingOf(ownerId, limit) {
      const rows = await db.draft.findMany({
        where: { workspaceId, ownerId, state: 'waiting' },
        orderBy: { createdAt: 'asc' },
        take: limit,
      })
      return rows.map(toDraft)
    },
    async waitingFor(candidateId) {
      const rows = await db.draft.findMany({
        where: { workspaceId, candidateId, state: 'waiting' },
        orderBy: { createdAt: 'asc' },
        take: 20,
      })
      return rows.map(toDraft)
    },
  }
}
