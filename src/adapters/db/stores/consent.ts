import { companyKey, domainOf } from '../../../domain/consent/do-not-contact.ts'
import type { PermissionBasis, PermissionPurpose } from '../../../domain/consent/permission.ts'
import type { SuppressionReason } from '../../../domain/consent/suppression.ts'
import type { CandidateId, MemberId, PermissionId } from '../../../domain/shared/ids.ts'
import type { ConsentStore } from '../../../usecases/ports/consent.ts'
import { contactKey } from '../contact-key.ts'
import type { Scope } from '../scope.ts'
import { fromInstant, toInstant, toInstantOrNone } from '../values.ts'

export function makeConsentStore({ kysely, workspaceId, seal }: Scope): ConsentStore {
  const lookup = (address: string) => seal.lookup('email', contactKey('email', address), workspaceId)
  const people = () => kysely.selectFrom('candidate').where('workspaceId', '=', workspaceId)
  const companies = () => kysely.selectFrom('doNotContactCompany').where('workspaceId', '=', workspaceId)
  return {
    async permissions(candidateId) {
      const rows = await kysely
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
      await kysely
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
      await kysely
        .updateTable('permission')
        .set({ withdrawnAt: new Date(at) })
        .where('workspaceId', '=', workspaceId)
        .where('candidateId', '=', candidateId)
        .where('purpose', '=', purpose)
        .where('withdrawnAt', 'is', null)
        .execute()
    },
    async suppressions(address) {
      const rows = await kysely
        .selectFrom('suppression')
        .select(['reason', 'at'])
        .where('workspaceId', '=', workspaceId)
        .where('lookup', '=', lookup(address))
        .execute()
      return rows.map((row) => ({ reason: row.reason as SuppressionReason, at: toInstant(row.at) }))
    },
    async suppress(address, reason, at, sendId) {
      const inserted = await kysely
        .insertInto('suppression')
        .values({ workspaceId, lookup: lookup(address), reason, sendId: sendId ?? null, at: new Date(at) })
        .onConflict((taken) => taken.doNothing())
        .returning('reason')
        .executeTakeFirst()
      return inserted !== undefined
    },
    async liftSuppression(address, reason) {
      await kysely
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
      if (ids.length === 0) return new Set()
      const rows = await people().select('id').where('id', 'in', ids).where('doNotContactAt', 'is not', null).execute()
      return new Set(rows.map((row) => row.id as CandidateId))
    },
    async setDoNotContact(id, at) {
      await kysely
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
      const inserted = await kysely
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
      return kysely
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
