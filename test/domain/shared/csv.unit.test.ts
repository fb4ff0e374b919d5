import { describe, expect, it } from 'vitest'
import { csvLine } from '../../../src/domain/shared/csv.ts'

describe('a line of a table', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1+1', '\n=1+1', '\t=1', '\tx', '\rx', '\u00A0=1'])(
    'has nothing that a spreadsheet would run: %j',
    (text) => {
      expect(csvLine([text]).replace(/^"/, '')).toBe(`'${text}`.concat(/[\n\r]/.test(text) ? '"' : ''))
    },
  )

  it('keeps numbers, and signs that begin nothing', () => {
    expect(csvLine([-1, 'a=b', 'x-y', '', undefined])).toBe('-1,a=b,x-y,,')
  })

  it('puts what would part it in quotation marks', () => {
    expect(csvLine(['a,b', 'say "so"', 'two\nlines'])).toBe('"a,b","say ""so""","two\nlines"')
  })
})
