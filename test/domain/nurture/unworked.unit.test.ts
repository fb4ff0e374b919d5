import { describe, expect, it } from 'vitest'
import { uptakeOf } from '../../../src/domain/nurture/unworked.ts'
import { CHECK_HOLDS_DAYS, checkedSince } from '../../../src/domain/pool/freshness.ts'
import type { MemberId } from '../../../src/domain/shared/ids.ts'
import { DAY, type Day, instant } from '../../../src/domain/shared/time.ts'

const TODAY = '2026-10-14' as Day
const TOMORROW = '2026-10-15' as Day
const INES = 'ines' as MemberId
const person = (change: Partial<Parameters<typeof uptakeOf>[0]> = {}) => ({
  unworked: true,
  firstDue: undefined,
  ownerId: undefined,
  ...change,
})

describe('somebody who came with a file', () => {
  it('is unworked, and due on no day, until somebody or some pool looks after them', () => {
    expect(uptakeOf(person(), TODAY, false)).toEqual({ kind: 'unworked', from: undefined })
    expect(uptakeOf(person({ ownerId: INES }), TODAY, false)).toEqual({ kind: 'due' })
    expect(uptakeOf(person(), TODAY, true)).toEqual({ kind: 'due' })
  })

  it('waits for their first day where many came at once, owned or not', () => {
    expect(uptakeOf(person({ firstDue: TOMORROW }), TODAY, true)).toEqual({ kind: 'unworked', from: TOMORROW })
    expect(uptakeOf(person({ firstDue: TOMORROW, ownerId: INES }), TODAY, false)).toEqual({
      kind: 'unworked',
      from: TOMORROW,
    })
    expect(uptakeOf(person({ firstDue: TODAY }), TODAY, false)).toEqual({ kind: 'due' })
  })
})

describe('somebody whom we know', () => {
  it('is kept in touch with as everybody is, but for a first day that is still to come', () => {
    const known = { unworked: false }
    expect(uptakeOf(person(known), TODAY, true)).toBeUndefined()
    expect(uptakeOf(person({ ...known, firstDue: TODAY }), TODAY, true)).toBeUndefined()
    expect(uptakeOf(person({ ...known, firstDue: TOMORROW }), TODAY, false)).toEqual({ kind: 'waits', from: TOMORROW })
  })
})

describe('a profile that was looked through', () => {
  it('is right for half a year', () => {
    const now = instant('2026-10-14T11:00:00Z')
    expect(CHECK_HOLDS_DAYS).toBe(182)
    expect(now - checkedSince(now)).toBe(182 * DAY)
  })
})
