import { describe, expect, it } from 'vitest'
import { companyKey, domainOf } from '../../../src/domain/consent/do-not-contact.ts'
import {
  defaultExpiry,
  PERMISSION_BASES,
  type PermissionRecord,
  permissionFor,
} from '../../../src/domain/consent/permission.ts'
import { instant } from '../../../src/domain/shared/time.ts'
import { aPermission, daysAgo, daysAhead, id, noon } from '../../support/outreach-builders.ts'

const contact = (...records: readonly PermissionRecord[]) => permissionFor(records, 'contact', noon)

describe('permission for contact', () => {
  it('stands until the day on which it ends', () => {
    expect(contact(aPermission())).toMatchObject({ kind: 'valid' })
    expect(contact(aPermission({ expiresAt: noon }))).toEqual({ kind: 'expired', at: noon })
  })
  it('without an end has the end that its ground gives it', () => {
    expect(defaultExpiry('applied_here', instant('2026-02-28T15:00:00Z'))).toBe(instant('2027-02-28T00:00:00Z'))
    expect(contact(aPermission({ expiresAt: undefined, grantedAt: daysAgo(300) })).kind).toBe('valid')
    expect(contact(aPermission({ expiresAt: undefined, grantedAt: daysAgo(400) })).kind).toBe('expired')
    expect(contact(aPermission({ expiresAt: undefined, grantedAt: daysAgo(400), basis: 'consent' })).kind).toBe('valid')
  })
  it('is the longest of several', () => {
    expect(contact(aPermission({ expiresAt: daysAgo(5) }), aPermission({ id: id<'permission'>(2) }))).toMatchObject({
      kind: 'valid',
      record: { id: id<'permission'>(2) },
    })
  })
  it('once withdrawn is not brought back by ticking “Applied here” again, only by their own yes', () => {
    const withdrawn = aPermission({ withdrawnAt: daysAgo(10) })
    for (const basis of PERMISSION_BASES) {
      const again = aPermission({ id: id<'permission'>(2), basis, grantedAt: daysAgo(5) })
      expect(contact(withdrawn, again).kind).toBe(basis === 'consent' ? 'valid' : 'withdrawn')
    }
    expect(contact(withdrawn, aPermission({ basis: 'consent', grantedAt: daysAgo(20) })).kind).toBe('withdrawn')
  })
  it('is gone with the permission to keep their data', () => {
    expect(contact(aPermission(), aPermission({ purpose: 'store', withdrawnAt: daysAgo(1) }))).toEqual({
      kind: 'withdrawn',
      at: daysAgo(1),
    })
  })
  it('given in the future is none yet', () => {
    expect(contact(aPermission({ grantedAt: daysAhead(1) }))).toEqual({ kind: 'missing' })
  })
})

describe('a company that must not be approached', () => {
  it('is the same with and without its legal form, accents and case', () => {
    expect(['ACME, Inc.', 'acme', 'Acme GmbH & Co. KG', 'Ácme S.A.'].map(companyKey)).toEqual([
      'acme',
      'acme',
      'acme',
      'acme',
    ])
    expect(companyKey('Acme Robotics')).not.toBe(companyKey('Acme'))
    expect(companyKey('Co')).toBe('co')
  })
  it('is known by its domain, not by a part of it that others share', () => {
    expect(['ana@mail.acme.co.uk', 'https://www.acme.co.uk/jobs', 'ACME.co.uk'].map(domainOf)).toEqual([
      'acme.co.uk',
      'acme.co.uk',
      'acme.co.uk',
    ])
    expect(['co.uk', 'gmail.com', 'not a host', ''].map(domainOf)).toEqual([undefined, undefined, undefined, undefined])
  })
})
