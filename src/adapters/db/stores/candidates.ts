import { type Selectable, sql } from 'kysely'
import type { FactKind, Telling } from '../../../domain/outreach/fact.ts'
import type { CandidateId, FactId, MemberId } from '../../../domain/shared/ids.ts'
import type { CandidateStore, FactRow } from '../../../usecases/ports/candidates.ts'
import { toCandidate, toColumns, toRow } from '../candidate-rows.ts'
import { fixed } from '../fixed.ts'
import type { Scope } from '../scope.ts'
import { writeSearchRow } from '../search-row.ts'
import type { Tables } from '../tables.ts'
import { fromInstant, toInstant, toInstantOrNone } from '../values.ts'
import { makeCare } from './care.ts'
import { makeContacts } from './contacts.ts'
import { seenIn } from './seen.ts'
import { makeTimeline } from './timeline.ts'

const toFact = (row: Selectable<Tables['fact']>): FactRow => ({
  id: row.id as FactId,
  kind: row.kind as FactKind,
  text: row.text,
  telling: row.telling as Telling,
  sourceKind: row.sourceKind as FactRow['sourceKind'],
  sourceLink: row.sourceLink ?? undefined,
  authorId: (row.authorId ?? undefined) as MemberId | undefined,
  statedAt: toInstant(row.statedAt),
  changedAt: toInstant(row.changedAt),
  retractedAt: toInstantOrNone(row.retractedAt),
})

/** Merges are undone and redone; a chain longer than this is a bug, not a history. */
const LONGEST_MERGE_CHAIN = 10

const QUOTED = sql`EXISTS (SELECT FROM draft_claim c WHERE c.workspace_id = f.workspace_id AND c.fact_id = f.id)`

export function makeCandidateStore(scope: Scope): CandidateStore {
  const { db, later, rows, workspaceId } = scope
  const everybody = () => db.selectFrom('candidate').selectAll().where('workspaceId', '=', workspaceId)
  const people = () => everybody().$if(scope.viewer !== undefined, (query) => query.where(seenIn(scope)))
  const here = (rows: ReturnType<typeof everybody>) =>
    rows.where('mergedInto', 'is', null).where('erasedAt', 'is', null)
  /** Who was neither merged into somebody else nor erased. */
  const present = () => here(people())
  /** Only internal staff are hidden from anybody. */
  const isSeen = async ({ id, kind }: Selectable<Tables['candidate']>) =>
    kind !== 'internal' || (await people().select('id').where('id', '=', id).executeTakeFirst()) !== undefined
  const factRows = () => db.selectFrom('fact').selectAll().where('workspaceId', '=', workspaceId)
  const get = async (id: CandidateId) => {
    const row = await people().where('id', '=', id).where('erasedAt', 'is', null).executeTakeFirst()
    return row === undefined ? undefined : toCandidate(row)
  }
  const facts = async (candidateId: CandidateId) => {
    const rows = await factRows()
      .where('candidateId', '=', candidateId)
      .orderBy('statedAt', 'desc')
      .limit(500)
      .execute()
    return rows.map(toFact)
  }
  const index = async (id: CandidateId) => {
    // Whoever writes may have let them out of their sight by it.
    const row = await here(everybody()).where('id', '=', id).executeTakeFirst()
    if (row === undefined) return
    const person = toCandidate(row)
    const notes = (await facts(id)).filter((fact) => fact.retractedAt === undefined).map((fact) => fact.text)
    await writeSearchRow(scope, person, notes)
  }
  return {
    get,
    facts,
    async factsNamed(candidateId, ids) {
      if (ids.length === 0) return []
      const rows = await factRows().where('candidateId', '=', candidateId).where('id', 'in', ids).execute()
      return rows.map(toFact)
    },
    async fact(id) {
      const row = await factRows().where('id', '=', id).executeTakeFirst()
      return row === undefined ? undefined : { ...toFact(row), candidateId: row.candidateId as CandidateId }
    },
    ...makeContacts(scope),
    async getMany(ids) {
      if (ids.length === 0) return []
      const rows = await present().where('id', 'in', ids).execute()
      const byId = new Map(rows.map((row) => [row.id, toCandidate(row)]))
      return ids.flatMap((id) => byId.get(id) ?? [])
    },
    async lock(id) {
      let current: string = id
      for (let hop = 0; hop < LONGEST_MERGE_CHAIN; hop += 1) {
        const [row] = await rows<Selectable<Tables['candidate']>>(
          fixed`SELECT * FROM candidate WHERE workspace_id = ${workspaceId}::uuid AND id = ${current}::uuid FOR NO KEY UPDATE`,
        )
        if (row === undefined || row.erasedAt !== null || !(await isSeen(row))) return undefined
        if (row.mergedInto === null) return toCandidate(row)
        current = row.mergedInto
      }
      throw new Error('Merges point in a circle')
    },
    async lockAll(ids) {
      const rows = await people().where('id', 'in', ids).orderBy('id').forNoKeyUpdate().execute()
      return rows.filter((row) => row.mergedInto === null && row.erasedAt === null).map(toCandidate)
    },
    async insert({ id, ...fields }) {
      await db
        .insertInto('candidate')
        .values({ ...toRow(fields), workspaceId, id })
        .execute()
      await index(id)
    },
    async remove(id) {
      const { numDeletedRows } = await db
        .deleteFrom('candidate')
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', id)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('draft').select('id').where('workspaceId', '=', workspaceId).where('candidateId', '=', id),
            ),
          ),
        )
        .executeTakeFirst()
      return numDeletedRows === 1n ? 'removed' : 'in_use'
    },
    async change(id, change) {
      await db
        .updateTable('candidate')
        .set({ ...toColumns(change), version: sql`version + 1` })
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', id)
        .execute()
      await index(id)
    },
    async touch(id, at) {
      const when = new Date(at)
      later(fixed`WITH person AS (UPDATE candidate SET last_touch_at = greatest(last_touch_at, ${when}), unworked = unworked AND created_at >= ${when},
            first_due = CASE WHEN created_at >= ${when} THEN first_due END
          WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid)
        UPDATE candidate_search SET last_touch_at = greatest(last_touch_at, ${when}), unworked = unworked AND created_at >= ${when},
          first_due = CASE WHEN created_at >= ${when} THEN first_due END
        WHERE workspace_id = ${workspaceId}::uuid AND candidate_id = ${id}::uuid`)
    },
    ...makeCare(scope),
    ...makeTimeline(scope),
    async addFacts(candidateId, added) {
      const rows = added.map(({ statedAt, changedAt, retractedAt, authorId, sourceLink, ...rest }) => ({
        workspaceId,
        candidateId,
        ...rest,
        authorId: authorId ?? null,
        sourceLink: sourceLink ?? null,
        statedAt: new Date(statedAt),
        changedAt: new Date(changedAt),
        retractedAt: fromInstant(retractedAt),
      }))
      if (rows.length > 0) await db.insertInto('fact').values(rows).execute()
      await index(candidateId)
    },
    async changeFact(id, change, at) {
      const { candidateId } = await db
        .updateTable('fact')
        .set({ ...change, changedAt: new Date(at) })
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', id)
        .returning('candidateId')
        .executeTakeFirstOrThrow()
      await index(candidateId as CandidateId)
    },
    async unsay(candidateId, said, at) {
      const moment = new Date(at)
      if (said.entries.length > 0)
        await db
          .deleteFrom('interaction')
          .where('workspaceId', '=', workspaceId)
          .where('candidateId', '=', candidateId)
          .where('id', 'in', said.entries)
          .execute()
      const ids = [...said.facts]
      // What a draft quotes stays, withdrawn: revisions never change.
      await sql`UPDATE fact f SET retracted_at = ${moment}, changed_at = ${moment}
        WHERE workspace_id = ${workspaceId}::uuid AND candidate_id = ${candidateId}::uuid AND id = ANY(${ids}::uuid[]) AND ${QUOTED}`.execute(
        db,
      )
      await sql`DELETE FROM fact f
        WHERE workspace_id = ${workspaceId}::uuid AND candidate_id = ${candidateId}::uuid AND id = ANY(${ids}::uuid[]) AND NOT ${QUOTED}`.execute(
        db,
      )
      await index(candidateId)
    },
    async waitingForJob(today, limit, after) {
      const rows = await present()
        .where('snoozedFor', '=', 'similar_job')
        .where('snoozedUntil', '>', today)
        .$if(after !== undefined, (query) => query.where('id', '>', after as CandidateId))
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(toCandidate)
    },
    async otherFinalists({ id, consideredRole, jobId }, limit) {
      // Names that a letter must not tell, whoever writes it.
      const rows = await here(everybody())
        .where('id', '!=', id)
        .where(({ eb, or }) =>
          or([
            eb('consideredRole', '=', consideredRole),
            ...(jobId === undefined ? [] : [eb('jobId', '=', jobId as string)]),
          ]),
        )
        .orderBy('createdAt', 'desc')
        .limit(limit)
        .execute()
      return rows.map((row) => row.fullName)
    },
  }
}
