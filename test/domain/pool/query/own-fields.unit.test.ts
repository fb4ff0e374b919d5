import { describe, expect, it } from 'vitest'
import type { FieldDefinition } from '../../../../src/domain/candidate/custom-field.ts'
import { explain } from '../../../../src/domain/pool/query/explain.ts'
import { parseQuery } from '../../../../src/domain/pool/query/parse.ts'
import { printQuery } from '../../../../src/domain/pool/query/print.ts'
import { repaired } from '../../../../src/domain/pool/query/problem.ts'
import { asking } from './asking.ts'

const fields: readonly FieldDefinition[] = [
  { name: 'Notice period', kind: 'choice', choices: ['1 month', '3 months', 'Künftig'] },
  { name: 'Bonus', kind: 'number', choices: [] },
  { name: 'Free from', kind: 'date', choices: [] },
  { name: 'Visa?', kind: 'yes_no', choices: [] },
  { name: 'Motto', kind: 'text', choices: [] },
  { name: 'Stage', kind: 'text', choices: [] },
]
const read = (text: string) => parseQuery(text, asking({ known: { fields } }))
const printed = (text: string) => {
  const parsed = read(text)
  return parsed.ok ? printQuery(parsed.value.query) : parsed.refusal
}

describe('a field that the workspace defined', () => {
  it.each([
    ['notice-period:"1 month"', 'custom:"notice-period=1 month"'],
    ['notice-period:3 months ana', 'custom:"notice-period=3 months" ana'],
    ['notice-period:1 month, 3 months', 'custom:"notice-period=1 month","notice-period=3 months"'],
    ['Notice_Period:KUNFTIG', 'custom:notice-period=Künftig'],
    ['-notice-period:künftig', '-custom:notice-period=Künftig'],
    ['notice-period:!künftig', '-custom:notice-period=Künftig'],
    ['bonus:5000', 'custom:bonus=5000'],
    ['bonus:>=5000', 'custom:bonus>=5000'],
    ['bonus:50,60', 'custom:bonus=50,bonus=60'],
    ['bonus:5000,100', 'custom:bonus=5000,bonus=100'],
    ['bonus:"50",100', 'custom:bonus=50,bonus=100'],
    ['bonus:0.125', 'custom:bonus=0.125'],
    ['bonus:1..3.5', 'custom:bonus=1..3.5'],
    ['custom:bonus<-5', 'custom:bonus<-5'],
    ['free-from:>2026-03', 'custom:free-from>2026-03'],
    ['free-from:march', 'custom:free-from=march'],
    ['visa:yes', 'custom:visa=yes'],
    ['visa:none', 'custom:visa=none'],
    ['motto:"think big"', 'custom:"motto=think big"'],
    ['motto:any', 'custom:motto=any'],
    ['stage:onsite', 'stage:onsite'],
    ['custom:stage=onsite', 'custom:stage=onsite'],
  ])('is a filter by its own name: %s', (typed, kept) => {
    expect(printed(typed)).toBe(kept)
    expect(printed(kept)).toBe(kept)
  })

  it('is told by the name that it has', () => {
    const parsed = read('notice-period:"1 month" -visa:yes')
    const names = { field: (slug: string) => (slug === 'visa' ? 'Visa?' : 'Notice period') }
    expect(parsed.ok && explain(parsed.value.query, names)).toBe(
      'people who are marked Notice period “1 month” and are not marked Visa? “yes”',
    )
  })

  it.each([
    ['notice-period:"1 months"', { filter: 'notice-period', text: '1 months', suggestion: '"1 month"' }],
    ['custom:"notice-period=1 months"', { filter: 'custom', suggestion: '"notice-period=1 month"' }],
    ['notice-period:soon', { allowed: ['"1 month"', '"3 months"', 'Künftig'], suggestion: undefined }],
    ['bonus:lots', { text: 'lots', allowed: ['3', '>=3', '1..3'] }],
    ['bonus:50.000', { filter: 'bonus', text: '50.000', suggestion: '50000' }],
    ['bonus:>=50,000', { text: '>=50,000', suggestion: '>=50000' }],
    ['bonus:1,250,000', { suggestion: '1250000' }],
    ['bonus:<-50.000', { suggestion: '<-50000' }],
    ['bonus:50.000..60.000', { suggestion: '50000..60000' }],
    ['bonus:50,000..60,000', { suggestion: '50000..60000' }],
    ['custom:bonus>=50.000', { suggestion: 'bonus>=50000' }],
    ['bonus:3..1', { allowed: ['3', '>=3', '1..3'] }],
    ['free-from:someday', { allowed: ['2026-03', '>=2026-03-01'] }],
    ['visa:maybe', { allowed: ['yes', 'no'] }],
    ['custom:visas=yes', { suggestion: 'visa=yes', allowed: expect.arrayContaining(['notice-period', 'motto']) }],
    ['custom:height=3', { suggestion: undefined }],
  ])('says what it takes: %s', (typed, problem) => {
    expect(printed(typed)).toMatchObject([{ kind: 'unknown_value', ...problem }])
  })

  it('whose name was nearly typed is suggested, and the mended query runs', () => {
    const [problem] = printed('notice-perod:"1 month"') as readonly never[]
    expect(problem).toMatchObject({ kind: 'unknown_filter', suggestion: 'notice-period' })
    const value = read('notice-period:"1 months" ana')
    const mended =
      value.ok || value.refusal[0] === undefined ? '' : repaired('notice-period:"1 months" ana', value.refusal[0])
    expect(printed(mended ?? '')).toBe('custom:"notice-period=1 month" ana')
  })
})
