import type { CandidateId, ContactId } from '../../../domain/shared/ids.ts'
import type { CandidateStore, Contact, ContactKind } from '../../../usecases/ports/candidates.ts'
import { contactKey } from '../contact-key.ts'
import type { Scope } from '../scope.ts'

/** Contacts are sealed at rest and found by their keyed hash; one address belongs to one person of a workspace. */
export function makeContacts({
  db,
  workspaceId,
  seal,
  now,
  newId,
}: Scope): Pick<CandidateStore, 'findByContact' | 'contacts' | 'addContact'> {
  const lookup = (kind: ContactKind, value: string) => seal.lookup(kind, contactKey(kind, value), workspaceId)
  const owner = async (kind: ContactKind, value: string) => {
    const row = await db.contact.findUnique({
      where: { workspaceId_kind_lookup: { workspaceId, kind, lookup: lookup(kind, value) } },
      select: { candidateId: true },
    })
    return (row?.candidateId ?? undefined) as CandidateId | undefined
  }
  return {
    findByContact: owner,
    async contacts(candidateId) {
      const rows = await db.contact.findMany({
        where: { workspaceId, candidateId },
        orderBy: [{ isPrimary: 'desc' }, { createdAt: 'asc' }],
        take: 50,
      })
      return rows.map(
        (row): Contact => ({
          id: row.id as ContactId,
          kind: row.kind as ContactKind,
          value: seal.open(row.sealed, workspaceId),
          isPrimary: row.isPrimary,
        }),
      )
    },
    async addContact(id, { kind, value, isPrimary }) {
      if (isPrimary)
        await db.contact.updateMany({ where: { workspaceId, candidateId: id, kind }, data: { isPrimary: false } })
      const inserted =
        await db.$executeRaw`INSERT INTO contact (workspace_id, id, candidate_id, kind, sealed, lookup, is_primary, created_at)
        VALUES (${workspaceId}::uuid, ${newId<'contact'>()}::uuid, ${id}::uuid, ${kind}, ${seal.close(value, workspaceId)}, ${lookup(kind, value)}, ${isPrimary}, ${new Date(now)})
        ON CONFLICT (workspace_id, kind, lookup) DO NOTHING`
      if (inserted === 1) return 'added'
      const taken = await owner(kind, value)
      if (taken !== id) return taken === undefined ? 'known' : { taken }
      if (isPrimary) {
        await db.contact.update({
          where: { workspaceId_kind_lookup: { workspaceId, kind, lookup: lookup(kind, value) } },
          data: { isPrimary: true },
        })
      }
      return 'known'
    },
  }
}
