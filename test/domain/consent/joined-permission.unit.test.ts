import { describe, expect, it } from 'vitest'
import { joinedVerdict, joinPermissions } from '../../../src/domain/consent/joined-permission.ts'
import type { PermissionRecord } from '../../../src/domain/consent/permission.ts'
import { aPermission, daysAgo, daysAhead, id, noon } from '../../support/outreach-builders.ts'

type Side = readonly PermissionRecord[]
const NOTHING = { withdrawn: [], shortened: [] }
const [first, second] = [id<'permission'>(11), id<'permission'>(12)]
const ending = (at: PermissionRecord['expiresAt'], more: Partial<PermissionRecord> = {}) =>
  aPermission({ id: second, expiresAt: at, ...more })
const contact = (one: Side, other: Side) => joinedVerdict(one, other, 'contact', noon)
/** Whichever of both it is. */
const eitherWay = (one: Side, other: Side) => [contact(one, other), contact(other, one)]

describe('what two records of one person allow', () => {
  it('is withdrawn where either was, also where the other holds a later consent', () => {
    const withdrew = aPermission({ id: first, source: 'a letter', withdrawnAt: daysAgo(10) })
    const consented = ending(undefined, { basis: 'consent', grantedAt: daysAgo(5) })
    for (const verdict of eitherWay([withdrew], [consented])) expect(verdict).toEqual({ kind: 'withdrawn', at: noon })
    const { id: _id, ...rest } = withdrew
    const mark = { ...rest, source: 'merge', withdrawnAt: noon }
    expect(joinPermissions([consented], [withdrew], noon)).toEqual({ withdrawn: [mark], shortened: [] })
  })

  it('needs no further word where the withdrawal holds by itself', () => {
    const withdrew = aPermission({ id: first, withdrawnAt: daysAgo(10) })
    expect(joinPermissions([withdrew], [ending(daysAhead(9))], noon)).toEqual(NOTHING)
    expect(contact([withdrew], [ending(daysAhead(9))])).toEqual({ kind: 'withdrawn', at: daysAgo(10) })
  })

  it('is no more withdrawn where they consented anew in that same record', () => {
    const withdrew = aPermission({ id: first, withdrawnAt: daysAgo(10) })
    const again = aPermission({
      id: id<'permission'>(13),
      basis: 'consent',
      grantedAt: daysAgo(5),
      expiresAt: daysAhead(3),
    })
    const other = ending(daysAhead(9), { basis: 'consent', grantedAt: daysAgo(5) })
    for (const verdict of eitherWay([withdrew, again], [other]))
      expect(verdict).toMatchObject({ kind: 'valid', record: { expiresAt: daysAhead(3) } })
  })

  it('ends with the earlier of both, gone by or to come', () => {
    const [ran, short] = [
      aPermission({ id: first, expiresAt: daysAgo(3) }),
      aPermission({ id: first, expiresAt: daysAhead(3) }),
    ]
    for (const verdict of eitherWay([ran], [ending(daysAhead(9))]))
      expect(verdict).toEqual({ kind: 'expired', at: daysAgo(3) })
    for (const verdict of eitherWay([short], [ending(daysAhead(9))]))
      expect(verdict).toMatchObject({ kind: 'valid', record: { expiresAt: daysAhead(3) } })
    expect(joinPermissions([short], [ending(daysAhead(9))], noon)).toEqual({
      withdrawn: [],
      shortened: [{ id: second, was: daysAhead(9), until: daysAhead(3) }],
    })
    expect(joinPermissions([short], [ending(daysAhead(3))], noon)).toEqual(NOTHING)
  })

  it('leaves alone what was withdrawn and what is for something else', () => {
    const short = aPermission({ id: first, expiresAt: daysAhead(3) })
    const old = ending(daysAhead(9), { withdrawnAt: daysAgo(9) })
    const anew = aPermission({
      id: id<'permission'>(14),
      basis: 'consent',
      grantedAt: daysAgo(2),
      expiresAt: daysAhead(2),
    })
    const alerts = aPermission({ id: id<'permission'>(15), purpose: 'job_alerts', expiresAt: daysAhead(90) })
    expect(joinPermissions([short], [old, anew, alerts], noon)).toEqual({
      withdrawn: [],
      shortened: [{ id: first, was: daysAhead(3), until: daysAhead(2) }],
    })
  })

  it('is what the one says where the other says nothing', () => {
    const valid = ending(daysAhead(9))
    expect(joinPermissions([valid], [], noon)).toEqual(NOTHING)
    for (const verdict of eitherWay([valid], [])) expect(verdict).toEqual({ kind: 'valid', record: valid })
    expect(contact([], [])).toEqual({ kind: 'missing' })
  })
})
