import type { NewId, WorkspaceId } from '../../domain/shared/ids.ts'
import type { Zone } from '../../domain/shared/time.ts'
import type { WorkspaceInfo } from '../../usecases/context.ts'
import type { PrismaClient, Workspace } from './generated/client.ts'

const toInfo = (row: Workspace): WorkspaceInfo => ({
  id: row.id as WorkspaceId,
  teamId: row.teamId,
  name: row.name,
  domain: row.domain,
  zone: row.zone as Zone,
})

export type Workspaces = {
  byTeam(teamId: string): Promise<WorkspaceInfo | undefined>
  /** In the order of their arrival. */
  all(): Promise<readonly WorkspaceInfo[]>
  /** Makes the workspace known, or brings its name and domain up to date. */
  keep(
    team: { readonly teamId: string; readonly name: string; readonly domain: string; readonly zone: Zone },
    at: Date,
  ): Promise<WorkspaceInfo>
}

/** The register of workspaces: the only table that is read before it is known for whom. Kept in memory, since it hardly changes. */
export function makeWorkspaces(prisma: PrismaClient, newId: NewId): Workspaces {
  const known = new Map<string, WorkspaceInfo>()
  return {
    async byTeam(teamId) {
      const cached = known.get(teamId)
      if (cached !== undefined) return cached
      const row = await prisma.workspace.findUnique({ where: { teamId } })
      if (row === null) return undefined
      known.set(teamId, toInfo(row))
      return known.get(teamId)
    },
    async all() {
      const rows = await prisma.workspace.findMany({ orderBy: { createdAt: 'asc' } })
      return rows.map(toInfo)
    },
    async keep({ teamId, name, domain, zone }, at) {
      const row = await prisma.workspace.upsert({
        where: { teamId },
        create: { id: newId<'workspace'>(), teamId, name, domain, zone, createdAt: at },
        update: { name, domain },
      })
      known.set(teamId, toInfo(row))
      return toInfo(row)
    },
  }
}
