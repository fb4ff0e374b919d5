import { type Selectable, sql } from 'kysely'
import { companyKey } from '../../../domain/consent/do-not-contact.ts'
import type { CandidateId, MemberId, WatchId } from '../../../domain/shared/ids.ts'
import type { CompanyWatch, WatchStore } from '../../../usecases/ports/watches.ts'
import type { Scope } from '../scope.ts'
import type { Tables } from '../tables.ts'
import { fromInstant, toInstant, toInstantOrNone } from '../values.ts'

const toWatch = (row: Selectable<Tables['companyWatch']>): CompanyWatch => ({
  id: row.id as WatchId,
  company: row.company,
  kind: row.kind as CompanyWatch['kind'],
  day: row.day,
  link: row.link ?? undefined,
  startedBy: row.startedBy as MemberId,
  startedAt: toInstant(row.startedAt),
  endsOn: row.endsOn,
  stoppedAt: toInstantOrNone(row.stoppedAt),
})

export function makeWatchStore({ db, workspaceId }: Scope): WatchStore {
  const rows = () => db.selectFrom('companyWatch').selectAll().where('workspaceId', '=', workspaceId)
  const open = () => rows().where('stoppedAt', 'is', null)
  return {
    async insert(watch, today) {
      const key = companyKey(watch.company)
      const { id, company, kind, day, link, startedBy, startedAt, endsOn, stoppedAt } = watch
      // One whose time is over makes room.
      await sql`UPDATE company_watch SET stopped_at = ${new Date(startedAt)}
        WHERE workspace_id = ${workspaceId}::uuid AND company_key = ${key} AND stopped_at IS NULL AND ends_on < ${today}::date`.execute(
        db,
      )
      const { numAffectedRows } =
        await sql`INSERT INTO company_watch (workspace_id, id, company, company_key, kind, day, link, started_by, started_at, ends_on, stopped_at)
        VALUES (${workspaceId}::uuid, ${id}::uuid, ${company}, ${key}, ${kind}, ${day}::date, ${link ?? null}, ${startedBy}::uuid,
          ${new Date(startedAt)}, ${endsOn}::date, ${fromInstant(stoppedAt)}) ON CONFLICT DO NOTHING`.execute(db)
      if (numAffectedRows === 1n) return 'inserted'
      return { running: toWatch(await open().where('companyKey', '=', key).executeTakeFirstOrThrow()) }
    },
    async get(id) {
      const row = await rows().where('id', '=', id).executeTakeFirst()
      return row === undefined ? undefined : toWatch(row)
    },
    async lock(id) {
      const row = await rows().where('id', '=', id).forUpdate().executeTakeFirst()
      return row === undefined ? undefined : toWatch(row)
    },
    async stop(id, at) {
      await db
        .updateTable('companyWatch')
        .set({ stoppedAt: new Date(at) })
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', id)
        .execute()
    },
    async running(today, limit) {
      const found = await open()
        .where('endsOn', '>=', today)
        .orderBy('day', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return found.map(toWatch)
    },
    async peopleOf(company, limit) {
      const { rows: found } = await sql<{ id: CandidateId }>`SELECT c.id
        FROM candidate_search s JOIN candidate c ON c.workspace_id = s.workspace_id AND c.id = s.candidate_id
        WHERE s.workspace_id = ${workspaceId}::uuid AND s.company = ${companyKey(company)} AND c.merged_into IS NULL AND c.erased_at IS NULL
          AND c.do_not_contact_at IS NULL AND c.standing <> 'hired'
        ORDER BY c.tier = 'A' DESC NULLS LAST, c.last_touch_at DESC NULLS LAST, c.id LIMIT ${limit}`.execute(db)
      return found.map(({ id }) => id)
    },
  }
}
