import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseFlag } from '../../../src/domain/candidate/parse-flag.ts'
import { parseSilver } from '../../../src/domain/candidate/parse-silver.ts'
import { warnSensitive } from '../../../src/domain/candidate/sensitive.ts'
import { fold, normaliseSlash } from '../../../src/domain/shared/text.ts'
import type { Day } from '../../../src/domain/shared/time.ts'
import { runs } from '../runs.ts'

const piece = fc.constantFrom(
  ..."Ana Souza|for|in|London|Senior SRE|: |, |. | - |runner-up|wants|remote|told no in March|declined our offer over|<a@b.co>|+351 912 345 678|https://x.co/y|strong Kubernetes|go|not told|{{ x }}|<!channel>|=1+1|\u0000|\u202e|'; DROP TABLE|<b>|Austin, TX|(|)|\n|🥈".split(
    '|',
  ),
)
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.array(fc.tuple(piece, fc.constantFrom(' ', '')), { maxLength: 20 }).map((parts) => parts.flat().join('')),
)
const squeezed = (text: string) => normaliseSlash(text).replace(/[^\p{L}\p{N}]+/gu, '')

describe('whatever stands behind /silver', { timeout: 60_000 }, () => {
  it('is read without an exception, and every text field stood in it', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { fullName, email, role, location, phone, profileLink } = parseSilver(text, {
          today: '2026-11-22' as Day,
          region: 'PT',
        })
        for (const value of [email, role, location, phone, profileLink]) {
          if (value !== undefined) expect(squeezed(text)).toContain(squeezed(value))
        }
        for (const word of fullName?.split(' ') ?? []) expect(normaliseSlash(text)).toContain(word)
      }),
      runs(5_000),
    )
  })

  it('is answered even at 40,000 characters', () => {
    for (const text of [
      'a '.repeat(20_000),
      'Ana, '.repeat(8_000),
      '('.repeat(40_000),
      '@'.repeat(40_000),
      '+1 '.repeat(13_000),
      '-'.repeat(40_000),
      'in In '.repeat(6_000),
      'not '.repeat(10_000),
    ]) {
      // A pattern that grows with the square of the text runs into this suite's time limit.
      expect(parseSilver(text, { today: '2026-11-22' as Day, region: 'PT' })).toBeTypeOf('object')
      parseFlag(text, { roles: ['Senior SRE'], memberNames: ['Tom Becker'], speakers: ['Tom Becker'] })
      warnSensitive(text)
    }
  })
})

describe('whatever message is flagged', { timeout: 60_000 }, () => {
  it('gives an excerpt that fits, a name that stood in it, and a role that did so too or that we have', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const flag = parseFlag(text, { roles: ['Senior SRE'], memberNames: ['Tom Becker'], speakers: ['Tom Becker'] })
        expect(flag.excerpt.length).toBeLessThanOrEqual(3_000)
        if (flag.fullName !== undefined) expect(fold(normaliseSlash(text))).toContain(fold(flag.fullName))
        if (flag.role !== undefined && flag.role !== 'Senior SRE')
          expect(fold(normaliseSlash(text))).toContain(fold(flag.role))
      }),
      runs(2_000),
    )
  })
})
