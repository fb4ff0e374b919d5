import type { ContactKind } from '../../../usecases/ports/candidates.ts'
import { contactKey } from '../contact-key.ts'
import type { Seal } from '../seal.ts'

type Keyed = { readonly seal: Pick<Seal, 'lookup'>; readonly workspaceId: string }

/**
 * An address of internal staff is free for whoever may not see them: saying that it is taken would tell that they are on record. It is kept
 * under a hash of its own then, beside theirs.
 */
export const besideLookup = ({ seal, workspaceId }: Keyed, kind: ContactKind, value: string) =>
  seal.lookup(kind, `beside ${contactKey(kind, value)}`, workspaceId)

/** Every hash that an address can stand under: its own, and that beside it. */
export const lookupsOf = (
  scope: Keyed,
  kind: ContactKind,
  value: string,
): readonly [plain: Uint8Array<ArrayBuffer>, beside: Uint8Array<ArrayBuffer>] => [
  scope.seal.lookup(kind, contactKey(kind, value), scope.workspaceId),
  besideLookup(scope, kind, value),
]
