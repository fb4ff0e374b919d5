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
    expect(contact(aPermission({ grantedAt: noon })).kind).toBe('valid')
  })
  it('is not brought back by a consent of the moment of the withdrawal', () => {
    const withdrawn = aPermission({ withdrawnAt: daysAgo(10) })
    expect(contact(withdrawn, aPermission({ basis: 'consent', grantedAt: daysAgo(10) }))).toEqual({
      kind: 'withdrawn',
      at: daysAgo(10),
    })
    expect(contact(withdrawn, aPermission({ withdrawnAt: daysAgo(4) }))).toEqual({ kind: 'withdrawn', at: daysAgo(4) })
  })
  it('that ends latest counts, in whichever order they were given', () => {
    const long = aPermission({ expiresAt: daysAhead(50) })
    expect(contact(long, aPermission({ expiresAt: daysAhead(5) }))).toEqual({ kind: 'valid', record: long })
    const first = aPermission({ id: id<'permission'>(7) })
    expect(contact(first, aPermission())).toEqual({ kind: 'valid', record: first })
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
    for (const written of [
      'Acme Pvt Ltd',
      'ACME PRIVATE LIMITED',
      'Acme A/S',
      'Acme S.A. de C.V.',
      'Acme S. A.',
      'Acme s.r.o.',
      'Acme spol. s r.o.',
      'Acme Sp. z o.o.',
      'Acme d.o.o.',
      'Acme Sdn. Bhd.',
      'Acme Pte. Ltd.',
      'Acme OÜ',
      'Acme UG (haftungsbeschränkt)',
      'The Acme Company',
      'acme.com',
      'www.acme.co.uk',
      'ООО «Acme»',
      'Acme株式会社',
      '(주)Acme',
    ])
      expect(companyKey(written), written).toBe('acme')
    expect(['The', 'Inc.', 'The Co', 'Going Private', 'Node.js', 'ООО', 'Acme Sp'].map(companyKey)).toEqual([
      'the',
      'inc',
      'the',
      'going private',
      'node js',
      'ooo',
      'acme sp',
    ])
    expect(companyKey('株式会社')).not.toBe('')
    expect(companyKey('Acme Robotics')).not.toBe(companyKey('Acme'))
    expect(companyKey('Co')).toBe('co')
    expect(companyKey('Smith & Sons, Ltd.')).toBe('smith and sons')
    expect(companyKey('  B.V. Hall  Labs -- Porto')).toBe('bv hall labs porto')
    expect(companyKey('U.S.A. Steel')).toBe('usa steel')
    expect(companyKey('')).toBe('')
  })
  it('is known by its domain, not by a part of it that others share', () => {
    expect(['ana@mail.acme.co.uk', 'https://www.acme.co.uk/jobs', 'ACME.co.uk'].map(domainOf)).toEqual([
      'acme.co.uk',
      'acme.co.uk',
      'acme.co.uk',
    ])
    expect([' ana@acme.test ', 'mail.acme.test', 'acme.github.io'].map(domainOf)).toEqual([
      'acme.test',
      'acme.test',
      'acme.github.io',
    ])
    expect(['co.uk', 'gmail.com', 'not a host', ''].map(domainOf)).toEqual([undefined, undefined, undefined, undefined])
  })
})
