import { type Selectable, sql } from 'kysely'
import type { Standing } from '../../../domain/candidate/candidate.ts'
import type { PermissionBasis } from '../../../domain/consent/permission.ts'
import type { CandidateId, FileImportId, MemberId } from '../../../domain/shared/ids.ts'
import type { Instant } from '../../../domain/shared/time.ts'
import type { ChosenColumns } from '../../../domain/transfer/columns.ts'
import {
  type ImportCounts,
  type ImportProblem,
  type ImportState,
  type TableHead,
  WAITING,
  WORKING,
} from '../../../domain/transfer/file-import.ts'
import type { FileImport, FileImportChange, FileImportStore } from '../../../usecases/ports/file-imports.ts'
import type { Scope } from '../scope.ts'
import type { Tables } from '../tables.ts'
import { fromInstant, toInstant, toInstantOrNone } from '../values.ts'

const toImport = (row: Selectable<Tables['fileImport']>): FileImport => ({
  id: row.id as FileImportId,
  memberId: row.memberId as MemberId,
  slackFileId: row.slackFileId,
  file: row.file,
  basis: row.basis as PermissionBasis,
  standing: (row.standing ?? undefined) as Standing | undefined,
  role: row.role ?? undefined,
  state: row.state as ImportState,
  problem: (row.problem ?? undefined) as ImportProblem | undefined,
  chosen: row.chosen as ChosenColumns,
  tableId: row.tableId ?? undefined,
  runStartedAt: toInstantOrNone(row.runStartedAt),
  counted: (row.counted ?? undefined) as ImportCounts | undefined,
  done: (row.done ?? undefined) as ImportCounts | undefined,
  refusedFile: row.refusedFile ?? undefined,
  attempts: row.attempts,
  createdAt: toInstant(row.createdAt),
})

const TEXTS = ['state', 'problem', 'tableId', 'refusedFile', 'basis', 'standing', 'role'] as const

export function makeFileImportStore({ db, workspaceId, seal }: Scope): FileImportStore {
  const imports = () => db.selectFrom('fileImport').where('workspaceId', '=', workspaceId)
  const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value))
  const columnsOf = (change: FileImportChange, now: Instant) => ({
    ...Object.fromEntries(TEXTS.filter((name) => name in change).map((name) => [name, change[name] ?? null])),
    ...('chosen' in change ? { chosen: JSON.stringify(change.chosen ?? {}) } : {}),
    ...('counted' in change ? { counted: json(change.counted) } : {}),
    ...('done' in change ? { done: json(change.done) } : {}),
    ...('attempts' in change ? { attempts: change.attempts ?? 0 } : {}),
    ...('runStartedAt' in change ? { runStartedAt: fromInstant(change.runStartedAt) } : {}),
    ...('nextAt' in change ? { nextAt: fromInstant(change.nextAt) } : {}),
    ...('head' in change
      ? { head: change.head === undefined ? null : Buffer.from(seal.close(JSON.stringify(change.head), workspaceId)) }
      : {}),
    changedAt: new Date(now),
  })
  return {
    async begin({ id, memberId, slackFileId, file, basis, standing, role }, now) {
      const at = new Date(now)
      const said = { slackFileId, file, basis, standing: standing ?? null, role: role ?? null, chosen: '{}' }
      await db
        .insertInto('fileImport')
        .values({ workspaceId, id, memberId, ...said, state: 'fetching', createdAt: at, changedAt: at })
        .execute()
    },
    async get(id) {
      const row = await imports().selectAll().where('id', '=', id).executeTakeFirst()
      return row && toImport(row)
    },
    async lock(id) {
      const row = await imports().selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
      return row && toImport(row)
    },
    async head(id) {
      const row = await imports().select('head').where('id', '=', id).executeTakeFirst()
      return row?.head ? (JSON.parse(seal.open(row.head, workspaceId)) as TableHead) : undefined
    },
    async change(id, change, now) {
      await db
        .updateTable('fileImport')
        .set({ ...columnsOf(change, now), attempts: 0, leaseOwner: null, leaseUntil: null })
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', id)
        .execute()
    },
    async due(now, limit) {
      const rows = await imports()
        .select('id')
        .where('state', 'in', [...WORKING])
        .where(({ eb, or }) => or([eb('nextAt', 'is', null), eb('nextAt', '<=', new Date(now))]))
        .where(({ eb, or }) => or([eb('leaseUntil', 'is', null), eb('leaseUntil', '<', sql<Date>`clock_timestamp()`)]))
        .orderBy('changedAt')
        .limit(limit)
        .execute()
      return rows.map(({ id }) => id as FileImportId)
    },
    async nextDue() {
      const row = await imports()
        .select(({ fn }) => fn.min('nextAt').as('at'))
        .where('state', 'in', [...WORKING])
        .executeTakeFirst()
      return toInstantOrNone(row?.at ?? null)
    },
    async claim(id, owner, seconds) {
      const row = await db
        .updateTable('fileImport')
        .set(({ eb }) => ({
          attempts: eb('attempts', '+', 1),
          leaseOwner: owner,
          leaseUntil: sql<Date>`clock_timestamp() + make_interval(secs => ${seconds}::float8)`,
        }))
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', id)
        .where('state', 'in', [...WORKING])
        .where(({ eb, or }) => or([eb('leaseUntil', 'is', null), eb('leaseUntil', '<', sql<Date>`clock_timestamp()`)]))
        .returningAll()
        .executeTakeFirst()
      return row && toImport(row)
    },
    async advance(id, owner, from, change, { seconds, now }) {
      const row = await db
        .updateTable('fileImport')
        .set({
          ...columnsOf(change, now),
          leaseUntil: sql<Date>`clock_timestamp() + make_interval(secs => ${seconds}::float8)`,
        })
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', id)
        .where('leaseOwner', '=', owner)
        .where('state', '=', from)
        .returning('id')
        .executeTakeFirst()
      return row !== undefined
    },
    async release(id, owner) {
      await db
        .updateTable('fileImport')
        .set({ leaseOwner: null, leaseUntil: null })
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', id)
        .where('leaseOwner', '=', owner)
        .execute()
    },
    async expireLeases() {
      await db
        .updateTable('fileImport')
        .set({ leaseUntil: sql`'-infinity'` })
        .where('workspaceId', '=', workspaceId)
        .where('leaseUntil', 'is not', null)
        .execute()
    },
    async forgotten(before, limit) {
      const rows = await imports()
        .select('id')
        .where('state', 'in', [...WAITING])
        .where('changedAt', '<', new Date(before))
        .limit(limit)
        .execute()
      return rows.map(({ id }) => id as FileImportId)
    },
    async alive(ids) {
      if (ids.length === 0) return new Set()
      const rows = await imports()
        .select('id')
        .where('id', 'in', [...ids])
        .where('state', 'in', [...WORKING, ...WAITING])
        .execute()
      return new Set(rows.map(({ id }) => id))
    },
    async addedBy(id, after, limit) {
      const rows = await db
        .selectFrom('candidate')
        .select('id')
        .where('workspaceId', '=', workspaceId)
        .where('importId', '=', id)
        .where('mergedInto', 'is', null)
        .where('erasedAt', 'is', null)
        .$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map((row) => row.id as CandidateId)
    },
  }
}
