import type { MemberId } from '../../../domain/shared/ids.ts'
import type { Role } from '../../../domain/shared/roles.ts'
import { instant, type Zone } from '../../../domain/shared/time.ts'
import type { Member, MemberStore, SettingStore } from '../../../usecases/ports/workspace.ts'
import type { Member as MemberModel } from '../generated/client.ts'
import type { Scope } from '../scope.ts'
import { toInstant } from '../values.ts'

type StandingRow = Omit<MemberModel, 'id' | 'workspaceId' | 'deactivatedAt'> & {
  readonly id: string | null
  readonly assigned: readonly string[]
  /** `at` in seconds since the epoch. */
  readonly groups: readonly { readonly handle: string; readonly users: readonly string[]; readonly at: number }[]
}

const toMember = (row: Omit<MemberModel, 'workspaceId' | 'deactivatedAt'>): Member => ({
  id: row.id as MemberId,
  slackUserId: row.slackUserId,
  name: row.name,
  email: row.email ?? undefined,
  zone: row.zone as Zone,
  isSlackAdmin: row.isSlackAdmin,
  refreshedAt: toInstant(row.refreshedAt),
})

export function makeMemberStore({ db, workspaceId }: Scope): MemberStore {
  return {
    async get(id) {
      const row = await db.member.findUnique({ where: { workspaceId_id: { workspaceId, id } } })
      return row === null ? undefined : toMember(row)
    },
    async getMany(ids) {
      const rows = await db.member.findMany({ where: { workspaceId, id: { in: [...ids] } } })
      const byId = new Map(rows.map((row) => [row.id, toMember(row)]))
      return ids.flatMap((id) => byId.get(id) ?? [])
    },
    async list(limit) {
      const rows = await db.member.findMany({
        where: { workspaceId, deactivatedAt: null },
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
        take: limit,
      })
      return rows.map(toMember)
    },
    async names(limit) {
      const rows = await db.member.findMany({
        where: { workspaceId },
        orderBy: { refreshedAt: 'desc' },
        take: limit,
        select: { id: true, name: true },
      })
      return new Map(rows.map(({ id, name }) => [id as MemberId, name]))
    },
    async byEmail(address) {
      const row = await db.member.findFirst({
        where: { workspaceId, deactivatedAt: null, email: { equals: address, mode: 'insensitive' } },
      })
      return row === null ? undefined : toMember(row)
    },
    async bySlackId(slackUserId) {
      const row = await db.member.findUnique({ where: { workspaceId_slackUserId: { workspaceId, slackUserId } } })
      return row === null ? undefined : toMember(row)
    },
    async keep(member) {
      const details = {
        name: member.name,
        email: member.email ?? null,
        zone: member.zone,
        isSlackAdmin: member.isSlackAdmin,
        refreshedAt: new Date(member.refreshedAt),
      }
      const row = await db.member.upsert({
        where: { workspaceId_slackUserId: { workspaceId, slackUserId: member.slackUserId } },
        create: { workspaceId, id: member.id, slackUserId: member.slackUserId, ...details },
        update: details,
      })
      return toMember(row)
    },
    async standing(slackUserId, handles) {
      const [row] = await db.$queryRaw<[StandingRow]>`SELECT
          m.id, m.slack_user_id AS "slackUserId", m.name, m.email, m.zone, m.is_slack_admin AS "isSlackAdmin", m.refreshed_at AS "refreshedAt",
          ARRAY(SELECT role FROM member_role r WHERE r.workspace_id = m.workspace_id AND r.member_id = m.id) AS assigned,
          (SELECT coalesce(jsonb_agg(jsonb_build_object('handle', handle, 'users', slack_user_ids, 'at', extract(epoch FROM refreshed_at))), '[]')
            FROM user_group WHERE workspace_id = ${workspaceId}::uuid AND handle = ANY(${handles})) AS groups
        FROM (VALUES (1)) AS once LEFT JOIN member m ON m.workspace_id = ${workspaceId}::uuid AND m.slack_user_id = ${slackUserId}`
      const { id, assigned, groups, ...rest } = row
      return {
        member: id === null ? undefined : toMember({ id, ...rest }),
        assigned: assigned as Role[],
        groups: new Map(
          groups.map(({ handle, users, at }) => [handle, { slackUserIds: users, refreshedAt: instant(at * 1_000) }]),
        ),
      }
    },
    async group(handle) {
      const row = await db.userGroup.findUnique({ where: { workspaceId_handle: { workspaceId, handle } } })
      return row === null ? undefined : { slackUserIds: row.slackUserIds, refreshedAt: toInstant(row.refreshedAt) }
    },
    async keepGroup(handle, slackGroupId, slackUserIds, at) {
      const details = { slackGroupId, slackUserIds: [...slackUserIds], refreshedAt: new Date(at) }
      await db.userGroup.upsert({
        where: { workspaceId_handle: { workspaceId, handle } },
        create: { workspaceId, handle, ...details },
        update: details,
      })
    },
    async forgetGroups() {
      await db.userGroup.deleteMany({ where: { workspaceId } })
    },
    async forgetPerson(slackUserId) {
      await db.member.updateMany({ where: { workspaceId, slackUserId }, data: { refreshedAt: new Date(0) } })
    },
    async slackAdmins(limit) {
      const rows = await db.member.findMany({
        where: { workspaceId, deactivatedAt: null, isSlackAdmin: true },
        orderBy: { id: 'asc' },
        take: limit,
      })
      return rows.map(toMember)
    },
    async withRole(role) {
      const rows = await db.member.findMany({
        where: { workspaceId, deactivatedAt: null, roles: { some: { role } } },
        orderBy: { id: 'asc' },
        take: 1_000,
      })
      return rows.map(toMember)
    },
    async grantRole(id, role, by, at) {
      await db.memberRole.upsert({
        where: { workspaceId_memberId_role: { workspaceId, memberId: id, role } },
        create: { workspaceId, memberId: id, role, grantedBy: by ?? null, grantedAt: new Date(at) },
        update: {},
      })
    },
    async revokeRole(id, role) {
      await db.memberRole.deleteMany({ where: { workspaceId, memberId: id, role } })
    },
  }
}

export function makeSettingStore({ db, workspaceId }: Scope): SettingStore {
  return {
    async all() {
      const rows = await db.setting.findMany({ where: { workspaceId }, take: 500 })
      return Object.fromEntries(rows.map((row) => [row.key, row.value]))
    },
    async set(key, value, by, at) {
      const change = { value: value as never, changedBy: by ?? null, changedAt: new Date(at) }
      await db.setting.upsert({
        where: { workspaceId_key: { workspaceId, key } },
        create: { workspaceId, key, ...change },
        update: change,
      })
    },
    async remove(key) {
      await db.setting.deleteMany({ where: { workspaceId, key } })
    },
  }
}
