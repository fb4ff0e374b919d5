import { describe, expect, it } from 'vitest'
import { saidDays } from '../../../src/domain/candidate/said-days.ts'
import type { Day } from '../../../src/domain/shared/time.ts'

const days = (text: string) => {
  const said = saidDays(text, '2026-03-15' as Day)
  return said === undefined ? undefined : said.from === said.to ? said.from : `${said.from}..${said.to}`
}

describe('the days that people mean', () => {
  it.each([
    [' Today ', '2026-03-15'],
    ['yesterday', '2026-03-14'],
    ['this month', '2026-03-01..2026-03-31'],
    ['last month', '2026-02-01..2026-02-28'],
    ['this week', '2026-03-09..2026-03-15'],
    ['last week', '2026-03-02..2026-03-08'],
    ['this year', '2026-01-01..2026-12-31'],
    ['last year', '2025-01-01..2025-12-31'],
    ['Monday', '2026-03-09'],
    ['this friday', '2026-03-13'],
    ['sunday', '2026-03-15'],
    ['last sunday', '2026-03-08'],
    ['2 days ago', '2026-03-13'],
    ['3 weeks ago', '2026-02-16..2026-02-22'],
    ['a month ago', '2026-02-01..2026-02-28'],
    ['two years ago', '2024-01-01..2024-12-31'],
    ['2026-02-09', '2026-02-09'],
    ['1999-12-31', '1999-12-31'],
    ['2024', '2024-01-01..2024-12-31'],
    ['2024-02', '2024-02-01..2024-02-29'],
    ['1998-12', '1998-12-01..1998-12-31'],
    ['march', '2026-03-01..2026-03-31'],
    ['april', '2025-04-01..2025-04-30'],
    ['Feb.', '2026-02-01..2026-02-28'],
    ['sept', '2025-09-01..2025-09-30'],
    ['December 2024', '2024-12-01..2024-12-31'],
    ['dec, 2024', '2024-12-01..2024-12-31'],
    ['12 March', '2026-03-12'],
    ['15 march', '2026-03-15'],
    ['16 march', '2025-03-16'],
    ['1st of april', '2025-04-01'],
    ['3rd jan. 2020', '2020-01-03'],
    ['March 2nd', '2026-03-02'],
    ['mar. 4, 2025', '2025-03-04'],
    ['29 february 2024', '2024-02-29'],
  ])('%j is %s', (text, expected) => expect(days(text)).toBe(expected))

  it.each('january february march april may june july august september october november december'.split(' '))(
    '%s is a month, by its first three letters too',
    (name) => {
      const number = String(new Date(`${name} 1, 2025`).getMonth() + 1).padStart(2, '0')
      expect(days(`1 ${name} 2025`)).toBe(`2025-${number}-01`)
      expect(days(`${name.slice(0, 3)} 2025`)).toMatch(new RegExp(`^2025-${number}-01`))
    },
  )

  it.each([
    '', 'soon', 'sep 31', '29 february 2025', '2026-02-30', '2026-13', '2026-00', '1899', '2100-01-01', '12 foo', 'foo 12', '120 march',
    'the 12 march', '12 march x', 'in march', 'ma', 'x2024', '20245', '2024-1', 'some days ago',
    'doomsday', 'last sun',
  ])('%j is none', (text) => expect(days(text)).toBeUndefined()) // biome-ignore format: a list
})
