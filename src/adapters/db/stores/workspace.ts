import type { JobId, MemberId } from '../../../domain/shared/ids.ts'
import type { Role } from '../../../domain/shared/roles.ts'
import type { Zone } from '../../../domain/shared/time.ts'
import type { Job, JobStore, Member, MemberStore, SettingStore } from '../../../usecases/ports/workspace.ts'
import type { Job as JobModel, Member as MemberModel } from '../generated/client.ts'
import type { Scope } from '../scope.ts'
import { fromInstant, toInstant, toInstantOrNone } from '../values.ts'

const toMember = (row: MemberModel): Member => ({
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
    async roles(memberId) {
      const rows = await db.memberRole.findMany({ where: { workspaceId, memberId } })
      return rows.map((row) => row.role as Role)
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

const toJob = (row: JobModel): Job => ({
  id: row.id as JobId,
  title: row.title,
  location: row.location ?? undefined,
  remoteOk: row.remoteOk,
  skills: row.skills,
  managerId: (row.managerId ?? undefined) as MemberId | undefined,
  openedAt: toInstant(row.openedAt),
  closedAt: toInstantOrNone(row.closedAt),
})

export function makeJobStore({ db, workspaceId }: Scope): JobStore {
  return {
    async get(id) {
      const row = await db.job.findUnique({ where: { workspaceId_id: { workspaceId, id } } })
      return row === null ? undefined : toJob(row)
    },
    async open(limit) {
      const rows = await db.job.findMany({
        where: { workspaceId, closedAt: null },
        orderBy: { openedAt: 'desc' },
        take: limit,
      })
      return rows.map(toJob)
    },
    async insert(job) {
      await db.job.create({
        data: {
          workspaceId,
          id: job.id,
          title: job.title,
          location: job.location ?? null,
          remoteOk: job.remoteOk,
          skills: [...job.skills],
          managerId: job.managerId ?? null,
          openedAt: new Date(job.openedAt),
          closedAt: fromInstant(job.closedAt),
        },
      })
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
  }
}
