import { profileKey } from '../../domain/candidate/profile-link.ts'
import type { ContactKind } from '../../usecases/ports/candidates.ts'

/** The form of a contact that is hashed for look-ups: two spellings of one address or number have one key. */
export function contactKey(kind: ContactKind, value: string): string {
  const trimmed = value.normalize('NFKC').trim()
  switch (kind) {
    case 'email':
      return trimmed.toLowerCase()
    case 'phone':
      return trimmed.replace(/[^\d+]/g, '')
    case 'profile':
      // A link to nobody's page is taken by no form; one that an undo brings back is found by its very words.
      return profileKey(trimmed) ?? trimmed.toLowerCase()
  }
}
