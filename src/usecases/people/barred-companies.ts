import { z } from 'zod'
import { companyKey, domainOf } from '../../domain/consent/do-not-contact.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { defineUseCase } from '../define-use-case.ts'
import type { DoNotContactRow } from '../ports/consent.ts'
import { lineInput } from '../text-input.ts'

const MOST = 100

export type CompanyRefusal =
  /** Nothing in the name tells one company from another. */
  | { readonly kind: 'nameless' }
  /** A mail host where anybody may have an address. */
  | { readonly kind: 'open_to_all'; readonly host: string }
  | { readonly kind: 'known' }
  | { readonly kind: 'unknown' }

/** Puts a company on the do-not-contact list, such as a client under a no-poach clause: the gate knows its people by employer and by mail domain. */
export const barCompany = defineUseCase({
  name: 'bar-company',
  permission: 'settings.change',
  input: z.object({ name: lineInput(150), domain: lineInput(253).optional(), reason: lineInput(200).optional() }),
  run: (ctx, { name, domain: host, reason }): Promise<Result<{ readonly name: string }, CompanyRefusal>> =>
    ctx.uow.once<{ readonly name: string }, CompanyRefusal>(ctx.idempotencyKey, 'bar-company', async (tx) => {
      if (companyKey(name) === '') return refuse({ kind: 'nameless' })
      const domain = host === undefined ? undefined : domainOf(host)
      if (host !== undefined && domain === undefined) return refuse({ kind: 'open_to_all', host })
      const row = { id: ctx.newId<'company'>(), name, domain, reason, addedBy: ctx.actor.memberId, addedAt: ctx.now }
      if ((await tx.consent.addDoNotContactCompany(row)) === 'known') return refuse({ kind: 'known' })
      await tx.events.append({ stream: `workspace:${ctx.workspace.id}`, type: 'company.barred', data: { id: row.id } })
      return ok({ name })
    }),
})

/** Takes a company off the list, by its name however written. */
export const liftCompanyBar = defineUseCase({
  name: 'lift-company-bar',
  permission: 'settings.change',
  input: z.object({ name: lineInput(150) }),
  run: (ctx, { name }): Promise<Result<{ readonly name: string }, CompanyRefusal>> =>
    ctx.uow.once(ctx.idempotencyKey, 'lift-company-bar', async (tx) => {
      const removed = await tx.consent.removeDoNotContactCompany(name)
      if (removed === undefined) return refuse({ kind: 'unknown' })
      await tx.events.append({
        stream: `workspace:${ctx.workspace.id}`,
        type: 'company.bar_lifted',
        data: { id: removed.id },
      })
      return ok({ name: removed.name })
    }),
})

export type BarredCompanies = { readonly companies: readonly DoNotContactRow[]; readonly more: boolean }

/** The list by name, the first hundred. */
export const listBarredCompanies = defineUseCase({
  name: 'list-barred-companies',
  permission: 'candidate.read',
  input: z.object({}),
  run: (ctx): Promise<Result<BarredCompanies, never>> =>
    ctx.uow.run(async (tx) => {
      const companies = await tx.consent.doNotContactCompanies(MOST + 1)
      return ok({ companies: companies.slice(0, MOST), more: companies.length > MOST })
    }),
})
