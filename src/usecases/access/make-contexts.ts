import { NOBODY, type Viewer, viewerOf } from '../../domain/candidate/internal.ts'
import type { MemberId, NewId } from '../../domain/shared/ids.ts'
import type { Instant } from '../../domain/shared/time.ts'
import type { Ctx, SystemCtx, WorkspaceInfo } from '../context.ts'
import type { Services } from '../ports/services.ts'
import type { UnitOfWork } from '../ports/unit-of-work.ts'
import { type ActorParts, makeKnownActor } from './known-actor.ts'

export type Contexts = {
  /** Who acts, with roles as they are now; `undefined` where Slack does not know the person or it is a bot. */
  forPerson(act: {
    readonly teamId: string
    readonly slackUserId: string
    readonly idempotencyKey: string | undefined
  }): Promise<Ctx | undefined>
  /** For what happened in a workspace without anybody's asking; `undefined` where we do not know it. */
  forTeam(teamId: string): Promise<SystemCtx | undefined>
  /** Several steps of one piece of work, each at its own moment, share a correlation id. */
  forSystem(workspace: WorkspaceInfo, correlationId?: string): SystemCtx
  /** For what is shown at a Slack id: with the eyes of that person, and in a channel with those of somebody who sees no internal staff. */
  forAudience(workspace: WorkspaceInfo, address: string, correlationId?: string): Promise<SystemCtx>
  workspaces(): Promise<readonly WorkspaceInfo[]>
}

export type ContextParts = ActorParts & {
  readonly workspaces: {
    byTeam(teamId: string): Promise<WorkspaceInfo | undefined>
    all(): Promise<readonly WorkspaceInfo[]>
  }
  readonly services: (workspace: WorkspaceInfo) => Services
  readonly unitOfWork: (bearer: {
    workspaceId: WorkspaceInfo['id']
    actor: MemberId | undefined
    correlationId: string
    now: Instant
    viewer?: Viewer
  }) => UnitOfWork
  readonly newId: NewId
  readonly now: () => Instant
}

export function makeContexts(parts: ContextParts): Contexts {
  const { actorOf, asKept } = makeKnownActor(parts)
  const forSystem = (workspace: WorkspaceInfo, correlationId: string = parts.newId(), viewer?: Viewer): SystemCtx => {
    const now = parts.now()
    const sees = viewer === undefined ? {} : { viewer }
    const uow = parts.unitOfWork({ workspaceId: workspace.id, actor: undefined, correlationId, now, ...sees })
    return { workspace, now, correlationId, newId: parts.newId, uow, services: parts.services(workspace) }
  }
  return {
    forSystem: (workspace, correlationId) => forSystem(workspace, correlationId),
    async forAudience(workspace, address, correlationId) {
      const person = /^[UW]/.test(address) ? await asKept(forSystem(workspace), address) : undefined
      const viewer = person === undefined ? NOBODY : viewerOf(person.memberId, person.roles, person.email)
      return forSystem(workspace, correlationId, viewer)
    },
    workspaces: () => parts.workspaces.all(),
    async forTeam(teamId) {
      const workspace = await parts.workspaces.byTeam(teamId)
      return workspace === undefined ? undefined : forSystem(workspace)
    },
    async forPerson({ teamId, slackUserId, idempotencyKey }) {
      const workspace = await parts.workspaces.byTeam(teamId)
      if (workspace === undefined) return undefined
      const system = forSystem(workspace)
      const actor = await actorOf(system, slackUserId)
      if (actor === undefined) return undefined
      const { correlationId, now } = system
      const viewer = viewerOf(actor.memberId, actor.roles, actor.email)
      const uow = parts.unitOfWork({ workspaceId: workspace.id, actor: actor.memberId, correlationId, now, viewer })
      return { ...system, actor, idempotencyKey, uow }
    },
  }
}
