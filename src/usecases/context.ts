import type { MemberId, NewId, WorkspaceId } from '../domain/shared/ids.ts'
import type { Role } from '../domain/shared/roles.ts'
import type { Instant, Zone } from '../domain/shared/time.ts'
import type { Services } from './ports/services.ts'
import type { UnitOfWork } from './ports/unit-of-work.ts'

/** Who acts. Roles are read anew for every act, so that a role taken away counts at once. */
export type Actor = {
  readonly memberId: MemberId
  readonly slackUserId: string
  readonly name: string
  readonly zone: Zone
  readonly roles: ReadonlySet<Role>
  /** What groups would give whose members Slack could not name just now; it counts for nothing, and is no reason to say "you may not". */
  readonly unheard: readonly Role[]
  /** As Slack has it. */
  readonly email?: string | undefined
}

export type WorkspaceInfo = {
  readonly id: WorkspaceId
  /** Slack's own id of it. */
  readonly teamId: string
  readonly name: string
  readonly domain: string
  readonly zone: Zone
}

/** What every use case is given. `uow` is bound to this workspace: no other workspace's rows can be reached through it. */
export type Ctx = {
  readonly workspace: WorkspaceInfo
  readonly actor: Actor
  readonly now: Instant
  /** Joins the event log, the logs and the Slack payload of one act. */
  readonly correlationId: string
  /** Names this very act; a repeated delivery carries the same one and finds the first one's result. */
  readonly idempotencyKey: string | undefined
  readonly newId: NewId
  readonly uow: UnitOfWork
  readonly services: Services
}

/** What work without a person behind it (delivery, jobs) is given. */
export type SystemCtx = Omit<Ctx, 'actor' | 'idempotencyKey'>
