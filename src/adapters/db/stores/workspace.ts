import { type Selectable, sql } from 'kysely'
import type { MemberId } from '../../../domain/shared/ids.ts'
import type { Role } from '../../../domain/shared/roles.ts'
import type { Zone } from '../../../domain/shared/time.ts'
import type { Member, MemberStore, SettingStore } from '../../../usecases/ports/workspace.ts'
import type { Scope } from '../scope.ts'
import type { Tables } from '../tables.ts'
import { fromInstant, toInstant } from '../values.ts'

type MemberRow = Omit<Selectable<Tables['member']>, 'workspaceId' | 'deactivatedAt'>
type GroupRow = Pick<Selectable<Tables['userGroup']>, 'handle' | 'slackUserIds' | 'refreshedAt'>
const toGroup = (row: Omit<GroupRow, 'handle'>) => ({
  slackUserIds: row.slackUserIds ?? [],
  refreshedAt: toInstant(row.refreshedAt),
})

const toMember = (row: MemberRow): Member => ({
  id: row.id as MemberId,
  slackUserId: row.slackUserId,
  name: row.name,
  email: row.email ?? undefined,
  zone: row.zone as Zone,
  isSlackAdmin: row.isSlackAdmin,
  refreshedAt: toInstant(row.refreshedAt),
})

export function makeMemberStore({ db, workspaceId }: Scope): MemberStore {
  const members = () => db.selectFrom('member').where('workspaceId', '=', workspaceId)
  const active = () => members().selectAll().where('deactivatedAt', 'is', null)
  return {
    async get(id) {
      const row = await members().selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? undefined : toMember(row)
    },
    async getMany(ids) {
      if (ids.length === 0) return []
      const rows = await members().selectAll().where('id', 'in', ids).execute()
      const byId = new Map(rows.map((row) => [row.id, toMember(row)]))
      return ids.flatMap((id) => byId.get(id) ?? [])
    },
    async list(limit) {
      const rows = await active().orderBy('name').orderBy('id').limit(limit).execute()
      return rows.map(toMember)
    },
    async present(ids) {
      if (ids.length === 0) return []
      const rows = await active().where('id', 'in', ids).execute()
      return rows.map(toMember)
    },
    async names(limit) {
      const rows = await members().select(['id', 'name']).orderBy('refreshedAt', 'desc').limit(limit).execute()
      return new Map(rows.map(({ id, name }) => [id as MemberId, name]))
    },
    async byEmail(address) {
      const row = await active().where(sql`lower(email)`, '=', address.toLowerCase()).limit(1).executeTakeFirst()
      return row === undefined ? undefined : toMember(row)
    },
    async bySlackId(slackUserId) {
      const row = await members().selectAll().where('slackUserId', '=', slackUserId).executeTakeFirst()
      return row === undefined ? undefined : toMember(row)
    },
    async keep(member) {
      const details = {
        name: member.name,
        email: member.email ?? null,
        zone: member.zone,
        isSlackAdmin: member.isSlackAdmin,
        refreshedAt: new Date(member.refreshedAt),
      }
      const row = await db
        .insertInto('member')
        .values({ workspaceId, id: member.id, slackUserId: member.slackUserId, ...details })
        .onConflict((taken) =>
          taken.columns(['workspaceId', 'slackUserId']).doUpdateSet({ ...details, deactivatedAt: null }),
        )
        .returningAll()
        .executeTakeFirstOrThrow()
      return toMember(row)
    },
    async standings(slackUserIds, handles) {
      const [people, groups] = await Promise.all([
        sql<MemberRow & { readonly assigned: readonly string[] }>`SELECT
            m.id, m.slack_user_id, m.name, m.email, m.zone, m.is_slack_admin, m.refreshed_at,
            ARRAY(SELECT role FROM member_role r WHERE r.workspace_id = m.workspace_id AND r.member_id = m.id) AS assigned
          FROM member m WHERE workspace_id = ${workspaceId}::uuid AND slack_user_id = ANY(${slackUserIds})
            AND m.deactivated_at IS NULL`.execute(db),
        sql<GroupRow>`SELECT handle, slack_user_ids, refreshed_at FROM user_group
          WHERE workspace_id = ${workspaceId}::uuid AND handle = ANY(${handles})`.execute(db),
      ])
      return {
        people: new Map(
          people.rows.map((row) => [row.slackUserId, { member: toMember(row), assigned: row.assigned as Role[] }]),
        ),
        groups: new Map(groups.rows.map((row) => [row.handle, toGroup(row)])),
      }
    },
    async group(handle) {
      const row = await db
        .selectFrom('userGroup')
        .select(['slackUserIds', 'refreshedAt'])
        .where('workspaceId', '=', workspaceId)
        .where('handle', '=', handle)
        .executeTakeFirst()
      return row === undefined ? undefined : toGroup(row)
    },
    async keepGroup(handle, slackGroupId, slackUserIds, at) {
      const details = { slackGroupId, slackUserIds, refreshedAt: new Date(at) }
      await db
        .insertInto('userGroup')
        .values({ workspaceId, handle, ...details })
        .onConflict((taken) => taken.columns(['workspaceId', 'handle']).doUpdateSet(details))
        .execute()
    },
    async forgetGroups() {
      await db.deleteFrom('userGroup').where('workspaceId', '=', workspaceId).execute()
    },
    async forgetPerson(slackUserId) {
      await db
        .updateTable('member')
        .set({ refreshedAt: new Date(0) })
        .where('workspaceId', '=', workspaceId)
        .where('slackUserId', '=', slackUserId)
        .execute()
    },
    async left(slackUserId, at) {
      const row = await db
        .updateTable('member')
        .set({ deactivatedAt: fromInstant(at) })
        .where('workspaceId', '=', workspaceId)
        .where('slackUserId', '=', slackUserId)
        .where('deactivatedAt', at === undefined ? 'is not' : 'is', null)
        .returningAll()
        .executeTakeFirst()
      return row === undefined ? undefined : toMember(row)
    },
    async slackAdmins(limit) {
      const rows = await active().where('isSlackAdmin', '=', true).orderBy('id').limit(limit).execute()
      return rows.map(toMember)
    },
    async withRole(role) {
      const rows = await active()
        .where('id', 'in', (select) =>
          select
            .selectFrom('memberRole')
            .select('memberId')
            .where('workspaceId', '=', workspaceId)
            .where('role', '=', role),
        )
        .orderBy('id')
        .limit(1_000)
        .execute()
      return rows.map(toMember)
    },
    async grantRole(id, role, by, at) {
      await db
        .insertInto('memberRole')
        .values({ workspaceId, memberId: id, role, grantedBy: by ?? null, grantedAt: new Date(at) })
        .onConflict((taken) => taken.doNothing())
        .execute()
    },
    async revokeRole(id, role) {
      await db
        .deleteFrom('memberRole')
        .where('workspaceId', '=', workspaceId)
        .where('memberId', '=', id)
        .where('role', '=', role)
        .execute()
    },
  }
}

export function makeSettingStore({ db, workspaceId }: Scope): SettingStore {
  return {
    async all() {
      const rows = await db
        .selectFrom('setting')
        .select(['key', 'value'])
        .where('workspaceId', '=', workspaceId)
        .limit(500)
        .execute()
      return Object.fromEntries(rows.map((row) => [row.key, row.value]))
    },
    async set(key, value, by, at) {
      const change = { value: JSON.stringify(value), changedBy: by ?? null, changedAt: new Date(at) }
      await db
        .insertInto('setting')
        .values({ workspaceId, key, ...change })
        .onConflict((taken) => taken.columns(['workspaceId', 'key']).doUpdateSet(change))
        .execute()
    },
    async remove(key) {
      await db.deleteFrom('setting').where('workspaceId', '=', workspaceId).where('key', '=', key).execute()
    },
  }
}
