import { describe, expect, it } from 'vitest'
import { cameAlready, RHYTHMS } from '../../../src/domain/nurture/rhythms.ts'
import { nextSlot, slotsDue } from '../../../src/domain/nurture/slots.ts'
import { DEFAULT_WORKSPACE_SETTINGS, type WorkspaceSettings } from '../../../src/domain/settings/workspace-settings.ts'
import { type Day, instant, type Zone } from '../../../src/domain/shared/time.ts'

const LONDON = 'Europe/London' as Zone
const settings: WorkspaceSettings = {
  ...DEFAULT_WORKSPACE_SETTINGS,
  channels: { triage: '#t', nudge: '#n', digest: '#d' },
  holidays: ['2026-04-06' as Day],
}
const easterMonday = instant('2026-04-06T12:00:00Z')

describe('when the jobs of the clock run', () => {
  it('nobody is reminded on a holiday or a weekend', () => {
    expect(slotsDue(easterMonday, LONDON, '2026-04-03' as Day, RHYTHMS.nudge(settings))).toEqual([])
    expect(nextSlot(easterMonday, LONDON, RHYTHMS.nudge(settings))?.at).toBe(instant('2026-04-07T07:30:00Z'))
  })
  it('the pools are looked through every night, holiday or not, before anybody is reminded', () => {
    expect(nextSlot(easterMonday, LONDON, RHYTHMS.pools())?.at).toBe(instant('2026-04-07T02:30:00Z'))
    expect(RHYTHMS.pools().minuteOfDay).toBeGreaterThan(RHYTHMS.duplicates().minuteOfDay)
  })
  it('a week has its digest though its Monday is a holiday', () => {
    const [slot, ...more] = slotsDue(easterMonday, LONDON, '2026-04-03' as Day, RHYTHMS.digest(settings))
    expect([slot?.at, more]).toEqual([instant('2026-04-06T08:00:00Z'), []])
  })
  it('of missed reminders the latest is made up for, of missed digests each', () => {
    const since = '2026-03-20' as Day
    const friday = instant('2026-04-03T12:00:00Z')
    expect(slotsDue(friday, LONDON, since, RHYTHMS.nudge(settings)).map(({ day }) => day)).toEqual(['2026-04-03'])
    const digests = slotsDue(friday, LONDON, since, RHYTHMS.digest(settings)).map(({ day }) => day)
    expect(digests).toEqual(['2026-03-23', '2026-03-30'])
  })
  it('a week that had its digest on Monday has none on the Friday that was chosen since, and the next week has its own', () => {
    const monday = '2026-11-16' as Day
    expect(cameAlready('digest', '2026-11-20' as Day, monday)).toBe(true)
    expect(cameAlready('digest', '2026-11-22' as Day, monday)).toBe(true)
    expect(cameAlready('digest', '2026-11-27' as Day, monday)).toBe(false)
    expect(cameAlready('digest', '2026-11-23' as Day, '2026-11-20' as Day)).toBe(false)
    expect(cameAlready('digest', '2026-11-20' as Day, undefined)).toBe(false)
  })
  it('whatever comes each day comes on the day after too', () => {
    for (const job of ['nudge', 'duplicates', 'pools'] as const) {
      expect(cameAlready(job, '2026-11-17' as Day, '2026-11-16' as Day), job).toBe(false)
      expect(cameAlready(job, '2026-11-16' as Day, '2026-11-16' as Day), job).toBe(true)
    }
  })
})
