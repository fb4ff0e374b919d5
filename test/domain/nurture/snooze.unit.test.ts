import { describe, expect, it } from 'vitest'
import { isSnoozed, snoozeFor, snoozeOf } from '../../../src/domain/nurture/snooze.ts'
import type { Day } from '../../../src/domain/shared/time.ts'

const today = '2026-01-31' as Day
const day = (text: string) => text as Day

describe('a snooze', () => {
  it('lasts one, three or six months, by the calendar', () => {
    expect(snoozeFor('one_month', undefined, today)).toEqual({
      ok: true,
      value: { until: '2026-02-28', for: undefined },
    })
    expect(snoozeFor('three_months', undefined, today)).toMatchObject({ value: { until: '2026-04-30' } })
    expect(snoozeFor('six_months', undefined, today)).toMatchObject({ value: { until: '2026-07-31' } })
  })

  it('waits for a similar job, and for a year at the most', () => {
    expect(snoozeFor('similar_job', undefined, today)).toEqual({
      ok: true,
      value: { until: '2027-01-31', for: 'similar_job' },
    })
  })

  it('lasts until a date that is still to come, two years ahead at the most', () => {
    expect(snoozeFor('day', day('2026-02-01'), today)).toMatchObject({ ok: true, value: { until: '2026-02-01' } })
    expect(snoozeFor('day', day('2028-01-31'), today)).toMatchObject({ ok: true })
    expect(snoozeFor('day', undefined, today)).toMatchObject({ refusal: { kind: 'day_needed' } })
    expect(snoozeFor('day', today, today)).toMatchObject({ refusal: { kind: 'day_passed' } })
    expect(snoozeFor('day', day('2028-02-01'), today)).toEqual({
      ok: false,
      refusal: { kind: 'too_far', latest: '2028-01-31' },
    })
  })

  it('is over on its day, whoever looks', () => {
    const person = { snoozedUntil: day('2026-02-03'), snoozedFor: undefined }
    expect(isSnoozed(person, day('2026-02-02'))).toBe(true)
    expect(isSnoozed(person, day('2026-02-03'))).toBe(false)
    expect(snoozeOf(person, day('2026-02-02'))).toEqual({ until: '2026-02-03', for: undefined })
    expect(isSnoozed({ snoozedUntil: undefined, snoozedFor: undefined }, today)).toBe(false)
  })
})
