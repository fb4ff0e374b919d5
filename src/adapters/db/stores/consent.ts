import { sql } from 'kysely'
import { companyKey, domainOf } from '../../../domain/consent/do-not-contact.ts'
import type { PermissionBasis, PermissionPurpose } from '../../../domain/consent/permission.ts'
import type { SuppressionReason } from '../../../domain/consent/suppression.ts'
import type { CandidateId, MemberId, PermissionId } from '../../../domain/shared/ids.ts'
import type { ConsentStore } from '../../../usecases/ports/consent.ts'
import { contactKey } from '../contact-key.ts'
import type { Scope } from '../scope.ts'
import { fromInstant, toInstant, toInstantOrNone } from '../values.ts'

export function makeConsentStore({ db, workspaceId, seal }: Scope): ConsentStore {
  const lookup = (address: string) => seal.lookup('email', contactKey('email', address), workspaceId)
  const people = () => db.selectFrom('candidate').where('workspaceId', '=', workspaceId)
  const companies = () => db.selectFrom('doNotContactCompany').where('workspaceId', '=', workspaceId)
  return {
    async permissions(candidateId) {
      const rows = await db
        .selectFrom('permission')
        .selectAll()
        .where('workspaceId', '=', workspaceId)
        .where('candidateId', '=', candidateId)
        .orderBy('grantedAt')
        .limit(500)
        .execute()
      return rows.map((row) => ({
        id: row.id as PermissionId,
        purpose: row.purpose as PermissionPurpose,
        basis: row.basis as PermissionBasis,
        source: row.source,
        wording: row.wording,
        grantedAt: toInstant(row.grantedAt),
        expiresAt: toInstantOrNone(row.expiresAt),
        withdrawnAt: toInstantOrNone(row.withdrawnAt),
      }))
    },
    async grant(candidateId, permission) {
      await db
        .insertInto('permission')
        .values({
          workspaceId,
          candidateId,
          ...permission,
          grantedAt: new Date(permission.grantedAt),
          expiresAt: fromInstant(permission.expiresAt),
          withdrawnAt: fromInstant(permission.withdrawnAt),
        })
        .execute()
    },
    async withdraw(candidateId, purpose, at) {
      await db
        .updateTable('permission')
        .set({ withdrawnAt: new Date(at) })
        .where('workspaceId', '=', workspaceId)
        .where('candidateId', '=', candidateId)
        .where('purpose', '=', purpose)
        .where('withdrawnAt', 'is', null)
        .execute()
    },
    async takeBack(candidateId, { permissions, contacts }) {
      if (permissions.length > 0)
        await db
          .deleteFrom('permission')
          .where('workspaceId', '=', workspaceId)
          .where('candidateId', '=', candidateId)
          .where('id', 'in', [...permissions])
          .where('withdrawnAt', 'is', null)
          .execute()
      if (contacts.length > 0)
        await sql`DELETE FROM contact c WHERE c.workspace_id = ${workspaceId}::uuid AND c.candidate_id = ${candidateId}::uuid
          AND c.id = ANY(${[...contacts]}::uuid[])
          AND NOT EXISTS (SELECT FROM send s WHERE s.workspace_id = c.workspace_id AND s.contact_id = c.id)
          AND NOT EXISTS (SELECT FROM reply r WHERE r.workspace_id = c.workspace_id AND r.contact_id = c.id)`.execute(
          db,
        )
    },
    async setEnd(id, was, until) {
      await db
        .updateTable('permission')
        .set({ expiresAt: fromInstant(until) })
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', id)
        .where('expiresAt', 'is not distinct from', fromInstant(was))
        .execute()
    },
    async unmark(candidateId, marks) {
      if (marks.length === 0) return
      await db
        .deleteFrom('permission')
        .where('workspaceId', '=', workspaceId)
        .where('candidateId', '=', candidateId)
        .where('id', 'in', [...marks])
        .execute()
    },
    async suppressions(address) {
      const rows = await db
        .selectFrom('suppression')
        .select(['reason', 'at'])
        .where('workspaceId', '=', workspaceId)
        .where('lookup', '=', lookup(address))
        .execute()
      return rows.map((row) => ({ reason: row.reason as SuppressionReason, at: toInstant(row.at) }))
    },
    async suppress(address, reason, at, sendId) {
      const inserted = await db
        .insertInto('suppression')
        .values({ workspaceId, lookup: lookup(address), reason, sendId: sendId ?? null, at: new Date(at) })
        .onConflict((taken) => taken.doNothing())
        .returning('reason')
        .executeTakeFirst()
      return inserted !== undefined
    },
    async liftSuppression(address, reason) {
      await db
        .deleteFrom('suppression')
        .where('workspaceId', '=', workspaceId)
        .where('lookup', '=', lookup(address))
        .where('reason', '=', reason)
        .execute()
    },
    async isDoNotContact(id) {
      const row = await people()
        .select('id')
        .where('id', '=', id)
        .where('doNotContactAt', 'is not', null)
        .executeTakeFirst()
      return row !== undefined
    },
    async barredAmong(ids) {
      if (ids.length === 0) return new Map()
      const rows = await people().select(['id', 'doNotContactAt']).where('id', 'in', ids).execute()
      return new Map(
        rows.flatMap(({ id, doNotContactAt: at }) =>
          at === null ? [] : [[id as CandidateId, toInstant(at)] as const],
        ),
      )
    },
    async setDoNotContact(id, at) {
      await db
        .updateTable('candidate')
        .set({ doNotContactAt: fromInstant(at) })
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', id)
        .returning('id')
        .executeTakeFirstOrThrow()
    },
    async doNotContactCompany(company, mailDomain) {
      const nameKey = companyKey(company ?? '')
      const domain = mailDomain === undefined ? undefined : domainOf(mailDomain)
      if (nameKey === '' && domain === undefined) return undefined
      const row = await companies()
        .select('name')
        .where(({ eb, or }) =>
          or([
            ...(nameKey === '' ? [] : [eb('nameKey', '=', nameKey)]),
            ...(domain === undefined ? [] : [eb('domain', '=', domain)]),
          ]),
        )
        .limit(1)
        .executeTakeFirst()
      return row?.name
    },
    async addDoNotContactCompany({ id, name, domain, reason, addedBy, addedAt }) {
      const inserted = await db
        .insertInto('doNotContactCompany')
        .values({
          workspaceId,
          id,
          name,
          nameKey: companyKey(name),
          domain: (domain === undefined ? undefined : domainOf(domain)) ?? null,
          reason: reason ?? null,
          addedBy,
          addedAt: new Date(addedAt),
        })
        .onConflict((taken) => taken.doNothing())
        .returning('id')
        .executeTakeFirst()
      return inserted === undefined ? 'known' : 'added'
    },
    async removeDoNotContactCompany(name) {
      return db
        .deleteFrom('doNotContactCompany')
        .where('workspaceId', '=', workspaceId)
        .where('nameKey', '=', companyKey(name))
        .returning(['id', 'name'])
        .executeTakeFirst()
    },
    async doNotContactCompanies(limit) {
      const rows = await companies().selectAll().orderBy('nameKey').limit(limit).execute()
      return rows.map(({ id, name, domain, reason, addedBy, addedAt }) => ({
        id,
        name,
        domain: domain ?? undefined,
        reason: reason ?? undefined,
        addedBy: addedBy as MemberId,
        addedAt: toInstant(addedAt),
      }))
    },
  }
}
