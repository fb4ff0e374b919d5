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
  return {
    async permissions(candidateId) {
      const rows = await db.permission.findMany({
        where: { workspaceId, candidateId },
        orderBy: { grantedAt: 'asc' },
        take: 500,
      })
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
      await db.permission.create({
        data: {
          workspaceId,
          candidateId,
          ...permission,
          grantedAt: new Date(permission.grantedAt),
          expiresAt: fromInstant(permission.expiresAt),
          withdrawnAt: fromInstant(permission.withdrawnAt),
        },
      })
    },
    async withdraw(candidateId, purpose, at) {
      await db.permission.updateMany({
        where: { workspaceId, candidateId, purpose, withdrawnAt: null },
        data: { withdrawnAt: new Date(at) },
      })
    },
    async suppressions(address) {
      const rows = await db.suppression.findMany({ where: { workspaceId, lookup: lookup(address) } })
      return rows.map((row) => ({ reason: row.reason as SuppressionReason, at: toInstant(row.at) }))
    },
    async suppress(address, reason, at, sendId) {
      const inserted = await db.$executeRaw`INSERT INTO suppression (workspace_id, lookup, reason, send_id, at)
        VALUES (${workspaceId}::uuid, ${lookup(address)}, ${reason}, ${sendId ?? null}::uuid, ${new Date(at)}) ON CONFLICT DO NOTHING`
      return inserted === 1
    },
    async liftSuppression(address, reason) {
      await db.suppression.deleteMany({ where: { workspaceId, lookup: lookup(address), reason } })
    },
    async isDoNotContact(id) {
      const row = await db.candidate.findUnique({
        where: { workspaceId_id: { workspaceId, id } },
        select: { doNotContactAt: true },
      })
      return row !== null && row.doNotContactAt !== null
    },
    async barredAmong(ids) {
      const rows = await db.candidate.findMany({
        where: { workspaceId, id: { in: [...ids] }, doNotContactAt: { not: null } },
        select: { id: true },
      })
      return new Set(rows.map((row) => row.id as CandidateId))
    },
    async setDoNotContact(id, at) {
      await db.candidate.update({
        where: { workspaceId_id: { workspaceId, id } },
        data: { doNotContactAt: fromInstant(at) },
      })
    },
    async doNotContactCompany(company, mailDomain) {
      const nameKey = companyKey(company ?? '')
      const domain = mailDomain === undefined ? undefined : domainOf(mailDomain)
      const either = [...(nameKey === '' ? [] : [{ nameKey }]), ...(domain === undefined ? [] : [{ domain }])]
      if (either.length === 0) return undefined
      const row = await db.doNotContactCompany.findFirst({ where: { workspaceId, OR: either } })
      return row?.name
    },
    async addDoNotContactCompany(row) {
      const domain = row.domain === undefined ? undefined : domainOf(row.domain)
      const inserted =
        await db.$executeRaw`INSERT INTO do_not_contact_company (workspace_id, id, name, name_key, domain, reason, added_by, added_at)
        VALUES (${workspaceId}::uuid, ${row.id}::uuid, ${row.name}, ${companyKey(row.name)}, ${domain ?? null}, ${row.reason ?? null}, ${row.addedBy}::uuid, ${new Date(row.addedAt)})
        ON CONFLICT DO NOTHING`
      return inserted === 1 ? 'added' : 'known'
    },
    async removeDoNotContactCompany(name) {
      const where = { workspaceId_nameKey: { workspaceId, nameKey: companyKey(name) } }
      const row = await db.doNotContactCompany.findUnique({ where })
      if (row === null) return undefined
      const { count } = await db.doNotContactCompany.deleteMany({ where: { workspaceId, id: row.id } })
      return count === 0 ? undefined : { id: row.id, name: row.name }
    },
    async doNotContactCompanies(limit) {
      const rows = await db.doNotContactCompany.findMany({
        where: { workspaceId },
        orderBy: { nameKey: 'asc' },
        take: limit,
      })
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
