import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeMrkdwn, fold, nearest, normaliseSlash, truncate } from '../../../src/domain/shared/text.ts'
import { runs } from '../runs.ts'

const nasty = fc.constantFrom(
  '\u0000',
  '\u202e',
  '\ud800',
  '<!channel>',
  '<@U1|x>',
  '&lt;',
  '<mailto:',
  '👩‍👧',
  'e\u0301\u0301',
  '\u200f',
  '‮',
  '％',
  '𝕊',
)
const hostile = fc
  .array(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), nasty), { maxLength: 12 })
  .map((parts) => parts.join(''))

describe('whatever people paste', () => {
  it('comes out without control characters, direction overrides or broken letters', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const plain = normaliseSlash(text)
        expect(plain).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u)
        expect(plain.isWellFormed()).toBe(true)
      }),
      runs(2_000),
    )
  })

  it('never exceeds the limit once cut, and is the beginning of what it was', () => {
    fc.assert(
      fc.property(hostile, fc.nat({ max: 40 }), (text, max) => {
        const short = truncate(text, max)
        expect(short.length).toBeLessThanOrEqual(max)
        expect(text.startsWith(short.replace(/…$/, ''))).toBe(true)
        if (text.isWellFormed()) expect(short.isWellFormed()).toBe(true)
      }),
      runs(2_000),
    )
  })

  it('has one folded form, and folding is ASCII in lower case', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const folded = fold(text)
        expect(fold(folded)).toBe(folded)
        expect(folded).toMatch(/^[\u0020-\u007e]*$/)
      }),
      runs(2_000),
    )
  })

  it('is inert in mrkdwn', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(escapeMrkdwn(text)).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/)
      }),
    )
  })

  it('never makes a suggestion that was not offered', () => {
    const offered = ['skill', 'stale', 'location']
    fc.assert(
      fc.property(hostile, (text) => {
        expect([...offered, undefined]).toContain(nearest(text, offered))
      }),
    )
  })
})
