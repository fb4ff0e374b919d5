import type { MemberId, NewId } from '../../domain/shared/ids.ts'
import { HOUR, type Instant } from '../../domain/shared/time.ts'
import type { Actor, Ctx, SystemCtx, WorkspaceInfo } from '../context.ts'
import type { Directory } from '../ports/directory.ts'
import type { Services } from '../ports/services.ts'
import type { UnitOfWork } from '../ports/unit-of-work.ts'
import type { Member } from '../ports/workspace.ts'
import { GROUP_LASTS, type RoleSources, rolesOf } from './roles-of.ts'

/** Names, zones and Slack's own admin flag change rarely; within this they are taken from our rows. */
const MEMBER_LASTS = 6 * HOUR

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
  workspaces(): Promise<readonly WorkspaceInfo[]>
}

export type ContextParts = {
  readonly workspaces: {
    byTeam(teamId: string): Promise<WorkspaceInfo | undefined>
    all(): Promise<readonly WorkspaceInfo[]>
  }
  readonly directory: Directory
  readonly roleSources: RoleSources
  readonly services: (workspace: WorkspaceInfo) => Services
  readonly unitOfWork: (bearer: {
    workspaceId: WorkspaceInfo['id']
    actor: MemberId | undefined
    correlationId: string
    now: Instant
  }) => UnitOfWork
  readonly newId: NewId
  readonly now: () => Instant
  /** Told when Slack could not be asked; the act goes on with what is known, failing closed. */
  readonly onDirectoryFault: (error: unknown) => void
}

export function makeContexts(parts: ContextParts): Contexts {
  const forSystem = (workspace: WorkspaceInfo, correlationId: string = parts.newId()): SystemCtx => {
    const now = parts.now()
    const uow = parts.unitOfWork({ workspaceId: workspace.id, actor: undefined, correlationId, now })
    return { workspace, now, correlationId, newId: parts.newId, uow, services: parts.services(workspace) }
  }
  return {
    forSystem,
    workspaces: () => parts.workspaces.all(),
    async forTeam(teamId) {
      const workspace = await parts.workspaces.byTeam(teamId)
      return workspace === undefined ? undefined : forSystem(workspace)
    },
    async forPerson({ teamId, slackUserId, idempotencyKey }) {
      const workspace = await parts.workspaces.byTeam(teamId)
      if (workspace === undefined) return undefined
      const system = forSystem(workspace)
      const actor = await actorOf(parts, system, slackUserId)
      if (actor === undefined) return undefined
      const { correlationId, now } = system
      const uow = parts.unitOfWork({ workspaceId: workspace.id, actor: actor.memberId, correlationId, now })
      return { ...system, actor, idempotencyKey, uow }
    },
  }
}

async function actorOf(
  parts: ContextParts,
  { uow, now, newId }: SystemCtx,
  slackUserId: string,
): Promise<Actor | undefined> {
  const { recruitersGroup, hiringManagersGroup } = parts.roleSources
  const read = () =>
    uow.run(async (tx) => {
      const member = await tx.members.bySlackId(slackUserId)
      return {
        member,
        assigned: member === undefined ? [] : await tx.members.roles(member.id),
        recruiters: await tx.members.group(recruitersGroup),
        hiringManagers: await tx.members.group(hiringManagersGroup),
      }
    })
  const known = await read()
  const staleMember = known.member === undefined || now - known.member.refreshedAt > MEMBER_LASTS
  const staleGroups = [
    [recruitersGroup, known.recruiters],
    [hiringManagersGroup, known.hiringManagers],
  ] as const
  const stale = staleGroups
    .filter(([, group]) => group === undefined || now - group.refreshedAt > GROUP_LASTS)
    .map(([handle]) => handle)
  if (!staleMember && stale.length === 0) return toActor(parts, known, now)
  try {
    const person = staleMember ? await parts.directory.person(slackUserId) : undefined
    if (staleMember && (person === undefined || person.isBot)) return undefined
    // A workspace whose groups cannot be asked still has people: they then have the roles that no group gives.
    const groups = (
      await Promise.all(
        stale.map(async (handle) => {
          try {
            return [[handle, await parts.directory.group(handle)] as const]
          } catch (error) {
            parts.onDirectoryFault(error)
            return []
          }
        }),
      )
    ).flat()
    await uow.run(async (tx) => {
      if (person !== undefined)
        await tx.members.keep({ ...person, id: known.member?.id ?? newId<'member'>(), refreshedAt: now })
      for (const [handle, group] of groups) {
        if (group === 'none') await tx.members.keepGroup(handle, '', [], now)
        else await tx.members.keepGroup(handle, group.slackGroupId, group.slackUserIds, now)
      }
    })
  } catch (error) {
    parts.onDirectoryFault(error)
    return toActor(parts, known, now)
  }
  return toActor(parts, await read(), now)
}

function toActor(
  parts: ContextParts,
  {
    member,
    assigned,
    recruiters,
    hiringManagers,
  }: {
    readonly member: Member | undefined
    readonly assigned: readonly Parameters<typeof rolesOf>[1][number][]
    readonly recruiters: Parameters<typeof rolesOf>[2]['recruiters']
    readonly hiringManagers: Parameters<typeof rolesOf>[2]['recruiters']
  },
  now: Instant,
): Actor | undefined {
  if (member === undefined) return undefined
  const roles = rolesOf(member, assigned, { recruiters, hiringManagers }, parts.roleSources, now)
  return { memberId: member.id, slackUserId: member.slackUserId, name: member.name, zone: member.zone, roles }
}
