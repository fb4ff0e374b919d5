import { describe, expect, it } from 'vitest'
import { saidUsage } from '../../../src/adapters/ai/said-usage.ts'

describe('what a server says that an answer took', () => {
  it.each([
    [900, 120],
    [1, 0],
    [1_000_000, 1_000_000],
  ])('counts where it can be so: %j and %j', (inputTokens, outputTokens) => {
    expect(saidUsage(inputTokens, outputTokens)).toEqual({ inputTokens, outputTokens })
  })

  it.each([
    [-1_000_000, 120],
    [900, -1],
    [0, 0],
    [3_000_000_000, 120],
    [900, 1_000_001],
    [900.5, 120],
    [Number.NaN, 120],
    ['900', '120'],
    [null, null],
    [undefined, undefined],
    [undefined, 120],
  ])('is as good as unsaid where it cannot: %j and %j', (input, output) => {
    expect(saidUsage(input, output)).toBeUndefined()
  })
})
