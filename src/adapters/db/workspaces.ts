import type { Pool } from 'pg'
import type { NewId, WorkspaceId } from '../../domain/shared/ids.ts'
import type { Zone } from '../../domain/shared/time.ts'
import type { WorkspaceInfo } from '../../usecases/context.ts'

type WorkspaceRow = {
  readonly id: string
  readonly team_id: string
  readonly name: string
  readonly domain: string
  readonly zone: string
}
const COLUMNS = 'id, team_id, name, domain, zone'

const toInfo = (row: WorkspaceRow): WorkspaceInfo => ({
  id: row.id as WorkspaceId,
  teamId: row.team_id,
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
export function makeWorkspaces(pool: Pool, newId: NewId): Workspaces {
  const known = new Map<string, WorkspaceInfo>()
  return {
    async byTeam(teamId) {
      const cached = known.get(teamId)
      if (cached !== undefined) return cached
      const { rows } = await pool.query<WorkspaceRow>(`SELECT ${COLUMNS} FROM workspace WHERE team_id = $1`, [teamId])
      const [row] = rows
      if (row === undefined) return undefined
      known.set(teamId, toInfo(row))
      return known.get(teamId)
    },
    async all() {
      const { rows } = await pool.query<WorkspaceRow>(`SELECT ${COLUMNS} FROM workspace ORDER BY created_at`)
      return rows.map(toInfo)
    },
    async keep({ teamId, name, domain, zone }, at) {
      const { rows } = await pool.query<WorkspaceRow>(
        `INSERT INTO workspace (id, team_id, name, domain, zone, created_at) VALUES ($1, $2, $3, $4, $5, $6)
          ON CONFLICT (team_id) DO UPDATE SET name = excluded.name, domain = excluded.domain RETURNING ${COLUMNS}`,
        [newId<'workspace'>(), teamId, name, domain, zone, at],
      )
      const [row] = rows
      if (row === undefined) throw new Error('One row always comes')
      known.set(teamId, toInfo(row))
      return toInfo(row)
    },
  }
}
