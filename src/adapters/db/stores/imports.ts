import { sql } from 'kysely'
import type { PermissionBasis, PermissionPurpose, PermissionRecord } from '../../../domain/consent/permission.ts'
import type { SuppressionReason } from '../../../domain/consent/suppression.ts'
import type { CandidateId, PermissionId } from '../../../domain/shared/ids.ts'
import type { ImportedContact } from '../../../domain/transfer/imported.ts'
import type { ContactKind } from '../../../usecases/ports/candidates.ts'
import type { FoundContact, ImportStore, KnownPerson } from '../../../usecases/ports/imports.ts'
import { toCandidate } from '../candidate-rows.ts'
import { contactKey } from '../contact-key.ts'
import type { Scope } from '../scope.ts'
import { fromInstant, toInstant, toInstantOrNone } from '../values.ts'
import { besideLookup } from './beside-lookup.ts'
import { insertPeople } from './insert-people.ts'
import { seenIn } from './seen.ts'

export function makeImportStore(scope: Scope): ImportStore {
  const { db, workspaceId, seal } = scope
  const hex = (hash: Uint8Array) => Buffer.from(hash).toString('hex')
  const keyOf = (kind: ContactKind, value: string) => hex(seal.lookup(kind, contactKey(kind, value), workspaceId))
  type Keyed = ImportedContact & { readonly key: string }
  const ownersOf = async (keyed: readonly Keyed[]): Promise<readonly FoundContact[]> => {
    type Row = { at: number; owner: CandidateId | null; reasons: SuppressionReason[] | null }
    const kinds = keyed.map(({ kind }) => kind)
    const keys = keyed.map(({ key }) => `\\x${key}`)
    // A key is unique to its kind already; the kind is asked for because the index begins with it.
    const { rows } = await sql<Row>`SELECT k.at::int, coalesce(p.merged_into, p.id) AS owner,
        (SELECT array_agg(s.reason) FROM suppression s WHERE s.workspace_id = ${workspaceId}::uuid AND s.lookup = k.lookup) AS reasons
      FROM unnest(${kinds}::text[], ${keys}::bytea[]) WITH ORDINALITY AS k(kind, lookup, at)
        LEFT JOIN contact c ON c.workspace_id = ${workspaceId}::uuid AND c.kind = k.kind AND c.lookup = k.lookup
        LEFT JOIN candidate p ON p.workspace_id = c.workspace_id AND p.id = c.candidate_id
      ORDER BY k.at`.execute(db)
    return keyed.map((contact, at) => ({
      ...contact,
      owner: rows[at]?.owner ?? undefined,
      suppressed: rows[at]?.reasons ?? [],
    }))
  }
  const hiddenOf = async (owners: readonly CandidateId[]): Promise<ReadonlySet<string>> => {
    if (scope.viewer === undefined || owners.length === 0) return new Set()
    const seen = await db
      .selectFrom('candidate')
      .select('id')
      .where('workspaceId', '=', workspaceId)
      .where('id', 'in', [...new Set(owners)])
      .where(seenIn(scope))
      .execute()
    const ids = new Set(seen.map(({ id }) => id))
    return new Set(owners.filter((id) => !ids.has(id)))
  }
  const runs = (id: string) =>
    db.selectFrom('importRun').selectAll().where('workspaceId', '=', workspaceId).where('id', '=', id)
  const toRun = (row: Awaited<ReturnType<ReturnType<typeof runs>['executeTakeFirst']>>) =>
    row && {
      id: row.id,
      file: row.file,
      basis: row.basis as PermissionBasis,
      rows: row.rows,
      added: row.added,
      merged: row.merged,
      unchanged: row.unchanged,
      refused: row.refused,
      refusedBytes: row.refusedBytes,
      startedAt: toInstant(row.startedAt),
      finishedAt: toInstantOrNone(row.finishedAt),
    }
  return {
    run: async (id) => toRun(await runs(id).executeTakeFirst()),
    lockRun: async (id) => toRun(await runs(id).forUpdate().executeTakeFirst()),
    async keepRun({ id, startedAt, finishedAt, ...counts }) {
      const values = { ...counts, startedAt: new Date(startedAt), finishedAt: fromInstant(finishedAt) }
      await db
        .insertInto('importRun')
        .values({ workspaceId, id, ...values })
        .onConflict((taken) => taken.columns(['workspaceId', 'id']).doUpdateSet(values))
        .execute()
    },
    async find(contacts) {
      if (contacts.length === 0) return []
      const keyed = contacts.map((contact) => ({ ...contact, key: keyOf(contact.kind, contact.value) }))
      const found = await ownersOf(keyed)
      const hidden = await hiddenOf(found.flatMap(({ owner }) => owner ?? []))
      if (hidden.size === 0) return found
      // Of whoever may not be seen nothing is told: those addresses are kept beside theirs.
      const beside = found
        .filter(({ owner }) => owner !== undefined && hidden.has(owner))
        .map(({ kind, value }) => ({ kind, value, key: hex(besideLookup(scope, kind, value)) }))
      const others = new Map((await ownersOf(beside)).map((one) => [one.value, one]))
      return found.map((one) => {
        const other = one.owner !== undefined && hidden.has(one.owner) ? others.get(one.value) : undefined
        return other === undefined ? one : { ...one, key: other.key, owner: other.owner }
      })
    },
    async people(ids, how) {
      if (ids.length === 0) return new Map()
      const people = await db
        .selectFrom('candidate')
        .selectAll()
        .where('workspaceId', '=', workspaceId)
        .where('id', 'in', [...ids])
        .where('mergedInto', 'is', null)
        .where('erasedAt', 'is', null)
        .orderBy('id')
        .$if(how === 'lock', (query) => query.forNoKeyUpdate())
        .execute()
      const contacts = await db
        .selectFrom('contact')
        .select(['candidateId', 'kind'])
        .where('workspaceId', '=', workspaceId)
        .where('candidateId', 'in', [...ids])
        .execute()
      const permissions = await db
        .selectFrom('permission')
        .selectAll()
        .where('workspaceId', '=', workspaceId)
        .where('candidateId', 'in', [...ids])
        .execute()
      const ofPerson = Map.groupBy(permissions, (row) => row.candidateId)
      const kindsOf = Map.groupBy(contacts, (row) => row.candidateId)
      return new Map(
        people.map((row): [CandidateId, KnownPerson] => [
          row.id as CandidateId,
          {
            person: toCandidate(row),
            contactKinds: new Set((kindsOf.get(row.id) ?? []).map(({ kind }) => kind as ContactKind)),
            permissions: (ofPerson.get(row.id) ?? []).map(
              (given): PermissionRecord => ({
                id: given.id as PermissionId,
                purpose: given.purpose as PermissionPurpose,
                basis: given.basis as PermissionBasis,
                source: given.source,
                wording: given.wording,
                grantedAt: toInstant(given.grantedAt),
                expiresAt: toInstantOrNone(given.expiresAt),
                withdrawnAt: toInstantOrNone(given.withdrawnAt),
              }),
            ),
          },
        ]),
      )
    },
    insert: (people) => insertPeople(scope, people),
    async secretFits() {
      const row = await db
        .selectFrom('contact')
        .select('sealed')
        .where('workspaceId', '=', workspaceId)
        .limit(1)
        .executeTakeFirst()
      if (row === undefined) return undefined
      try {
        seal.open(row.sealed, workspaceId)
        return true
      } catch {
        return false
      }
    },
  }
}
