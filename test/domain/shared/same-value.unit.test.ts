import { describe, expect, it } from 'vitest'
import { sameValue } from '../../../src/domain/shared/same-value.ts'

describe('two values', () => {
  it.each([
    [
      { b: ['y', 'x'], a: 1 },
      { a: 1, b: ['x', 'y'] },
    ],
    [[{ skill: 'go', years: 3 }], [{ years: 3, skill: 'go', until: undefined }]],
    [undefined, null],
  ])('say the same whatever their order: %j and %j', (one, other) => {
    expect(sameValue(one, other)).toBe(true)
  })

  it.each([
    [{ a: 1 }, { a: '1' }],
    [['x'], ['x', 'x']],
    [{ a: 'x' }, { a: 'x', b: 'y' }],
    [false, undefined],
  ])('differ: %j and %j', (one, other) => {
    expect(sameValue(one, other)).toBe(false)
  })
})
