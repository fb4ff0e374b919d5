import { describe, expect, it } from 'vitest'
import { parseHolidays } from '../../../src/domain/settings/holidays.ts'
import type { Day } from '../../../src/domain/shared/time.ts'

const read = (text: string, most = 100) => parseHolidays(text, '2026-11-22' as Day, most)

describe('holidays as an admin types them', () => {
  it('are days of the calendar, one a line, in order and each once', () => {
    expect(read('2027-01-01\n25 December 2026\n\n December 25, 2026; 2026-12-28')).toEqual({
      ok: true,
      value: ['2026-12-25', '2026-12-28', '2027-01-01'],
    })
  })
  it('may be none', () => {
    expect(read(' \n ')).toEqual({ ok: true, value: [] })
  })
  it.each(['Christmas', '25 December', '2026-02-30', 'December 2026', '2026'])('refuse %s, which is no day', (line) => {
    expect(read(`2026-12-25\n${line}`)).toEqual({ ok: false, refusal: { kind: 'no_day', line } })
  })
  it('forget those of long ago', () => {
    expect(read('2026-01-01\n2026-11-20')).toEqual({ ok: true, value: ['2026-11-20'] })
  })
  it('are not endless', () => {
    expect(read('2027-01-01\n2027-01-02\n2027-01-03', 2)).toEqual({ ok: false, refusal: { kind: 'too_many', most: 2 } })
  })
})
