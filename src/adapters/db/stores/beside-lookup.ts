import type { ContactKind } from '../../../usecases/ports/candidates.ts'
import { contactKey } from '../contact-key.ts'
import type { Seal } from '../seal.ts'

/**
 * An address of internal staff is free for whoever may not see them: saying that it is taken would tell that they are on record. It is kept
 * under a hash of its own then, beside theirs.
 */
export const besideLookup = (
  { seal, workspaceId }: { readonly seal: Pick<Seal, 'lookup'>; readonly workspaceId: string },
  kind: ContactKind,
  value: string,
) => seal.lookup(kind, `beside ${contactKey(kind, value)}`, workspaceId)
