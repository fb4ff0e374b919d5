import type { CandidateId, ContactId } from '../../../domain/shared/ids.ts'
import type { CandidateStore, Contact, ContactKind } from '../../../usecases/ports/candidates.ts'
import { contactKey } from '../contact-key.ts'
import type { Scope } from '../scope.ts'

/** Of one person. */
const MOST_CONTACTS = 50

/** Contacts are sealed at rest and found by their keyed hash; one address belongs to one person of a workspace. */
export function makeContacts({
  db,
  workspaceId,
  seal,
  now,
  newId,
}: Scope): Pick<CandidateStore, 'findByContact' | 'contacts' | 'contactsOfMany' | 'addContact'> {
  const lookup = (kind: ContactKind, value: string) => seal.lookup(kind, contactKey(kind, value), workspaceId)
  const owner = async (kind: ContactKind, value: string) => {
    const row = await db
      .selectFrom('contact')
      .select('candidateId')
      .where('workspaceId', '=', workspaceId)
      .where('kind', '=', kind)
      .where('lookup', '=', lookup(kind, value))
      .executeTakeFirst()
    return row?.candidateId as CandidateId | undefined
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
  return {
    findByContact: owner,
    async contacts(candidateId) {
      const rows = await rowsOf()
        .where('candidateId', '=', candidateId)
        .orderBy('isPrimary', 'desc')
        .orderBy('createdAt')
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
        .limit(MOST_CONTACTS * candidateIds.length)
        .execute()
      const byPerson = Map.groupBy(rows, (row) => row.candidateId as CandidateId)
      return new Map([...byPerson].map(([id, theirs]) => [id, theirs.map(opened)]))
    },
    async addContact(id, { kind, value, isPrimary }) {
      if (isPrimary)
        await db
          .updateTable('contact')
          .set({ isPrimary: false })
          .where('workspaceId', '=', workspaceId)
          .where('candidateId', '=', id)
          .where('kind', '=', kind)
          .execute()
      const added = await db
        .insertInto('contact')
        .values({
          workspaceId,
          id: newId<'contact'>(),
          candidateId: id,
          kind,
          sealed: seal.close(value, workspaceId),
          lookup: lookup(kind, value),
          isPrimary,
          createdAt: new Date(now),
        })
        .onConflict((taken) => taken.columns(['workspaceId', 'kind', 'lookup']).doNothing())
        .returning('id')
        .executeTakeFirst()
      if (added !== undefined) return 'added'
      const taken = await owner(kind, value)
      if (taken !== id) return taken === undefined ? 'known' : { taken }
      if (isPrimary)
        await db
          .updateTable('contact')
          .set({ isPrimary: true })
          .where('workspaceId', '=', workspaceId)
          .where('kind', '=', kind)
          .where('lookup', '=', lookup(kind, value))
          .execute()
      return 'known'
    },
  }
}
