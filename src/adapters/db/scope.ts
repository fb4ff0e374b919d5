import type { MemberId, NewId, WorkspaceId } from '../../domain/shared/ids.ts'
import type { Instant } from '../../domain/shared/time.ts'
import type { Prisma } from './generated/client.ts'
import type { Seal } from './seal.ts'
import type { Db } from './session.ts'

/** What every store of one transaction is made from. The transaction already runs as the application's role in this workspace. */
export type Scope = {
  readonly workspaceId: WorkspaceId
  readonly actor: MemberId | undefined
  readonly correlationId: string
  readonly now: Instant
  readonly newId: NewId
  readonly db: Prisma.TransactionClient
  readonly kysely: Db
  readonly seal: Seal
}
