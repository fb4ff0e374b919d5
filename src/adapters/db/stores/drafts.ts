import { type Selectable, sql, type Updateable } from 'kysely'
import type { Purpose } from '../../../domain/outreach/purpose.ts'
import type { CandidateId, DraftId, JobId, MemberId, RevisionId } from '../../../domain/shared/ids.ts'
import type { DraftRow, DraftState, DraftStore, RevisionRow } from '../../../usecases/ports/drafts.ts'
import type { Scope } from '../scope.ts'
import type { Tables } from '../tables.ts'
import { fromInstant, toInstant, toInstantOrNone } from '../values.ts'

const toDraft = (row: Selectable<Tables['draft']>): DraftRow => ({
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

type Claims = RevisionRow['claims']
const toRevision = (row: Selectable<Tables['draftRevision']> & { claims: Claims }): RevisionRow => ({
  id: row.id as RevisionId,
  draftId: row.draftId as DraftId,
  number: row.number,
  subject: row.subject,
  body: row.body,
  author: row.author as RevisionRow['author'],
  authorId: (row.authorId ?? undefined) as MemberId | undefined,
  template: row.template ?? undefined,
  prompt: row.prompt ?? undefined,
  cut: row.cut ?? [],
  asksToStay: row.asksToStay,
  createdAt: toInstant(row.createdAt),
  claims: row.claims,
})

export function makeDraftStore({ db, workspaceId }: Scope): DraftStore {
  const drafts = () => db.selectFrom('draft').where('workspaceId', '=', workspaceId)
  const waiting = () => drafts().selectAll().where('state', '=', 'waiting').orderBy('createdAt')
  const update = (id: DraftId, set: Updateable<Tables['draft']>) =>
    db
      .updateTable('draft')
      .set(set)
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', id)
      .returning('id')
      .executeTakeFirstOrThrow()
  const addRevision = async (revision: RevisionRow) => {
    const { claims, ...rest } = revision
    await db
      .insertInto('draftRevision')
      .values({
        workspaceId,
        ...rest,
        authorId: rest.authorId ?? null,
        template: rest.template ?? null,
        prompt: rest.prompt ?? null,
        cut: rest.cut ?? [],
        asksToStay: rest.asksToStay ?? false,
        createdAt: new Date(rest.createdAt),
      })
      .execute()
    if (claims.length === 0) return
    await db
      .insertInto('draftClaim')
      .values(claims.map((claim) => ({ workspaceId, revisionId: revision.id, ...claim })))
      .execute()
  }
  return {
    async get(id) {
      const row = await drafts().selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? undefined : toDraft(row)
    },
    async ownersOf(ids) {
      if (ids.length === 0) return new Map()
      const rows = await drafts().select(['id', 'ownerId']).where('id', 'in', ids).execute()
      return new Map(rows.map((row) => [row.id as DraftId, row.ownerId as MemberId]))
    },
    async lock(id) {
      const row = await drafts().selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
      return row === undefined ? undefined : toDraft(row)
    },
    async revision(id) {
      const row = await db
        .selectFrom('draftRevision')
        .selectAll()
        .select(
          sql<Claims>`(SELECT coalesce(jsonb_agg(jsonb_build_object('factId', fact_id, 'start', start, 'end', "end") ORDER BY start), '[]')
            FROM draft_claim WHERE workspace_id = ${workspaceId}::uuid AND revision_id = draft_revision.id)`.as(
            'claims',
          ),
        )
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', id)
        .executeTakeFirst()
      return row === undefined ? undefined : toRevision(row)
    },
    async insert(draft, first) {
      await db
        .insertInto('draft')
        .values({
          workspaceId,
          ...draft,
          jobId: draft.jobId ?? null,
          decidedBy: draft.decidedBy ?? null,
          decidedAt: fromInstant(draft.decidedAt),
          rejectReason: draft.rejectReason ?? null,
          createdAt: new Date(draft.createdAt),
        })
        .execute()
      await addRevision(first)
    },
    async revise(id, revision) {
      await addRevision(revision)
      await update(id, { revisionId: revision.id })
    },
    async decide(id, { state, by, at, rejectReason }) {
      const open = state === 'waiting'
      await update(id, {
        state,
        decidedBy: open ? null : (by ?? null),
        decidedAt: open ? null : new Date(at),
        rejectReason: rejectReason ?? null,
      })
    },
    async waitingOf(ownerId, limit) {
      const rows = await waiting().where('ownerId', '=', ownerId).limit(limit).execute()
      return rows.map(toDraft)
    },
    async waitingAbout(jobId, limit) {
      const rows = await waiting().where('jobId', '=', jobId).limit(limit).execute()
      return rows.map((row) => row.id as DraftId)
    },
    async waitingFor(candidateId) {
      const rows = await waiting().where('candidateId', '=', candidateId).limit(20).execute()
      return rows.map(toDraft)
    },
  }
}
