import type { CandidateId, ContactId } from '../../../domain/shared/ids.ts'
import type { CandidateStore, Contact, ContactKind } from '../../../usecases/ports/candidates.ts'
import type { Scope } from '../scope.ts'
import { lookupsOf } from './beside-lookup.ts'
import { seenIn } from './seen.ts'

/** Of one person. */
const MOST_CONTACTS = 50

/** Contacts are sealed at rest and found by their keyed hash; one address belongs to one person of a workspace. */
export function makeContacts(
  scope: Scope,
): Pick<
  CandidateStore,
  'findByContact' | 'allWithAddress' | 'contacts' | 'contactsOfMany' | 'addContact' | 'setContacts'
> {
  const { db, workspaceId, seal, now, newId } = scope
  const isSeen = async (id: CandidateId) => {
    if (scope.viewer === undefined) return true
    const seen = db.selectFrom('candidate').select('id').where('workspaceId', '=', workspaceId).where('id', '=', id)
    return (await seen.where(seenIn(scope)).executeTakeFirst()) !== undefined
  }
  /** Whose it is, as far as whoever asks may know, and under which hash it would be kept for them. */
  const placeOf = async (kind: ContactKind, value: string) => {
    const [plain, beside] = lookupsOf(scope, kind, value)
    const rows = await db
      .selectFrom('contact')
      .select(['candidateId', 'lookup'])
      .where('workspaceId', '=', workspaceId)
      .where('kind', '=', kind)
      .where('lookup', 'in', [plain, beside])
      .execute()
    const ownerOf = (hash: Uint8Array) =>
      rows.find((row) => Buffer.from(hash).equals(row.lookup))?.candidateId as CandidateId | undefined
    const first = ownerOf(plain)
    const owner = first !== undefined && (await isSeen(first)) ? first : ownerOf(beside)
    return { owner, hash: first === undefined || first === owner ? plain : beside }
  }
  const rowsOf = () =>
    db
      .selectFrom('contact')
      .select(['candidateId', 'id', 'kind', 'sealed', 'isPrimary'])
      .where('workspaceId', '=', workspaceId)
  const opened = (row: {
    readonly id: string
    readonly kind: string
    readonly sealed: Uint8Array
    readonly isPrimary: boolean
  }): Contact => ({
    id: row.id as ContactId,
    kind: row.kind as ContactKind,
    value: seal.open(row.sealed, workspaceId),
    isPrimary: row.isPrimary,
  })
  const addContact: CandidateStore['addContact'] = async (id, { kind, value, isPrimary }) => {
    if (isPrimary)
      await db
        .updateTable('contact')
        .set({ isPrimary: false })
        .where('workspaceId', '=', workspaceId)
        .where('candidateId', '=', id)
        .where('kind', '=', kind)
        .execute()
    const { hash } = await placeOf(kind, value)
    const added = await db
      .insertInto('contact')
      .values({
        workspaceId,
        id: newId<'contact'>(),
        candidateId: id,
        kind,
        sealed: seal.close(value, workspaceId),
        lookup: hash,
        isPrimary,
        createdAt: new Date(now),
      })
      .onConflict((taken) => taken.columns(['workspaceId', 'kind', 'lookup']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (added !== undefined) return 'added'
    const { owner: taken } = await placeOf(kind, value)
    if (taken !== id) return taken === undefined ? 'known' : { taken }
    if (isPrimary)
      await db
        .updateTable('contact')
        .set({ isPrimary: true })
        .where('workspaceId', '=', workspaceId)
        .where('kind', '=', kind)
        .where('candidateId', '=', id)
        .where('lookup', 'in', lookupsOf(scope, kind, value))
        .execute()
    return 'known'
  }
  return {
    findByContact: async (kind, value) => (await placeOf(kind, value)).owner,
    async allWithAddress(address) {
      const rows = await db
        .selectFrom('contact')
        .select('candidateId')
        .where('workspaceId', '=', workspaceId)
        .where('kind', '=', 'email')
        .where('lookup', 'in', lookupsOf(scope, 'email', address))
        .execute()
      return rows.map(({ candidateId }) => candidateId as CandidateId)
    },
    addContact,
    async setContacts(id, kind, values) {
      const there = await rowsOf().where('candidateId', '=', id).where('kind', '=', kind).execute()
      const wanted = new Set(values)
      const going = there.map(opened).filter(({ value }) => !wanted.has(value))
      const written = await db
        .selectFrom('send')
        .select('contactId')
        .where('workspaceId', '=', workspaceId)
        .where('candidateId', '=', id)
        .where('contactId', 'in', [...going.map((one) => one.id), id])
        .limit(1)
        .executeTakeFirst()
      const kept = going.find((one) => one.id === written?.contactId)
      if (kept !== undefined) return { written: kept.value }
      for (const value of values) {
        const { owner: whose } = await placeOf(kind, value)
        if (whose !== undefined && whose !== id) return { taken: value }
      }
      for (const one of going)
        await db.deleteFrom('contact').where('workspaceId', '=', workspaceId).where('id', '=', one.id).execute()
      // The first last, since each that comes first takes the place of the one before.
      for (const [at, value] of [...values.entries()].toReversed()) {
        const added = await addContact(id, { kind, value, isPrimary: at === 0 })
        if (typeof added === 'object') return { taken: value }
      }
      return 'set'
    },
    async contacts(candidateId) {
      const rows = await rowsOf()
        .where('candidateId', '=', candidateId)
        .orderBy('isPrimary', 'desc')
        .orderBy('createdAt')
        .orderBy('id')
        .limit(MOST_CONTACTS)
        .execute()
      return rows.map(opened)
    },
    async contactsOfMany(candidateIds) {
      if (candidateIds.length === 0) return new Map()
      const rows = await rowsOf()
        .where('candidateId', 'in', candidateIds)
        .orderBy('isPrimary', 'desc')
        .orderBy('createdAt')
        .orderBy('id')
        .limit(MOST_CONTACTS * candidateIds.length)
        .execute()
      const byPerson = Map.groupBy(rows, (row) => row.candidateId as CandidateId)
      return new Map([...byPerson].map(([id, theirs]) => [id, theirs.map(opened)]))
    },
  }
}
