import type { Viewer } from '../../domain/candidate/internal.ts'
import type { MemberId, NewId, WorkspaceId } from '../../domain/shared/ids.ts'
import type { Instant } from '../../domain/shared/time.ts'
import type { Fixed } from './fixed.ts'
import type { Db, Statement } from './queries.ts'
import type { Seal } from './seal.ts'

/** What every store of one unit of work is made from. It already runs as the application's role in this workspace. */
export type Scope = {
  readonly workspaceId: WorkspaceId
  readonly actor: MemberId | undefined
  readonly correlationId: string
  readonly now: Instant
  readonly newId: NewId
  readonly db: Db
  /** Sends a write without waiting for it: it is done, or the whole unit of work fails, before anybody hears that it ended. */
  readonly later: (write: Statement | Fixed) => void
  /** The rows of what acts ask again and again, named as Kysely names them. */
  readonly rows: <Row>(question: Fixed) => Promise<readonly Row[]>
  readonly seal: Seal
  /** Internal staff are seen by whoever looks after them, and by admins; without a viewer by the code itself. */
  readonly viewer?: Viewer
}
