import { describe, expect, it } from 'vitest'
import { parseMoney } from '../../../src/domain/jobs/money.ts'

const units = (typed: string, currency: 'GBP' | 'JPY' = 'GBP') => {
  const parsed = parseMoney(typed, currency)
  return parsed.ok ? parsed.value : parsed.refusal.kind
}

describe('an amount as somebody types it', () => {
  it.each([
    ['1,200.50', 120_050],
    ['1.200,50', 120_050],
    ['1 200,50', 120_050],
    ["1'200.50", 120_050],
    ['£1,200', 120_000],
    ['EUR 950', 95_000],
    ['950 €', 95_000],
    ['1,200', 120_000],
    ['1.200', 120_000],
    ['12.5', 1_250],
    ['0', 0],
    ['12,345,678.90', 1_234_567_890],
  ])('%s is %d in minor units', (typed, expected) => {
    expect(units(typed)).toBe(expected)
  })
  it('is nothing where nothing was typed', () => {
    expect(units('  ')).toBeUndefined()
  })
  it.each(['-5', 'about 500', '1,2,3', '1.2345', '€', '1e6', '12,34.56', '5%'])(
    'is refused where it is none: %s',
    (typed) => {
      expect(units(typed)).toBe('not_an_amount')
    },
  )
  it('is refused where it is more than any hire costs', () => {
    expect(units('99999999')).toBe('too_much')
  })
  it('has no decimals in a currency without them', () => {
    expect(units('1,200', 'JPY')).toBe(1_200)
    expect(units('12.50', 'JPY')).toBe('not_an_amount')
  })
})
