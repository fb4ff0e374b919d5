import { describe, expect, it } from 'vitest'
import { asZone, type Day, type Instant, instant, UTC } from '../../../src/domain/shared/time.ts'
import { whyNow } from '../../../src/usecases/outreach/why-now.ts'

const told = { standing: 'told_no', standingDay: '2026-02-28' as Day, consideredRole: 'Senior SRE' } as const
const now = instant('2026-03-02T09:00:00Z')
const opened = (moment: string) => ({ title: 'Staff SRE', openedAt: instant(moment) })
const touched = (moment: string) => ({ ...told, lastTouchAt: instant(moment) })

describe('why now', () => {
  it('says where things stand, what opened, and how long it has been quiet', () => {
    expect(whyNow(touched('2025-11-28T09:00:00Z'), opened('2026-02-24T09:00:00Z'), now, UTC)).toBe(
      'Senior SRE: told no 2 days ago · Staff SRE opened 6 days ago · 94 days quiet',
    )
  })
  it('says who was never contacted, and leaves out what is not known', () => {
    const fresh = { ...told, standingDay: '2026-03-02' as Day, lastTouchAt: undefined }
    expect(whyNow(fresh, undefined, now, UTC)).toBe('Senior SRE: told no today · never contacted')
    expect(whyNow({ ...fresh, standing: 'not_told', standingDay: undefined }, undefined, now, UTC)).toBe(
      'Senior SRE: not told yet · never contacted',
    )
  })
  it('counts days as the calendar does, not spans of 24 hours', () => {
    expect(whyNow(touched('2026-02-28T23:00:00Z'), opened('2026-03-01T22:30:00Z'), now, UTC)).toBe(
      'Senior SRE: told no 2 days ago · Staff SRE opened yesterday · 2 days quiet',
    )
  })
  it('goes by the zone of whoever reads', () => {
    const zone = asZone('Europe/Helsinki')
    if (zone === undefined) throw new Error('a zone that is there')
    const line = (where: typeof zone, at: Instant = now) =>
      whyNow(touched('2026-03-01T22:30:00Z'), opened('2026-03-01T22:30:00Z'), at, where)
    expect(line(zone)).toContain('Staff SRE opened today · in touch today')
    expect(line(UTC)).toContain('Staff SRE opened yesterday · 1 day quiet')
  })
})
