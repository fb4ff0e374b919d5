import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainQuery } from '../../../../src/domain/pool/query/lex.ts'
import { parseQuery } from '../../../../src/domain/pool/query/parse.ts'
import { pointOut } from '../../../../src/domain/pool/query/point-out.ts'
import { runs } from '../../runs.ts'
import { asking } from './asking.ts'

const shown = (typed: string): readonly string[] => {
  const read = parseQuery(typed, asking())
  const out = read.ok ? undefined : pointOut(plainQuery(typed), read.refusal)
  return out === undefined ? [] : [out.line, out.carets]
}

describe('what was not understood is pointed at', () => {
  it('under the word itself', () => {
    expect(shown('London skil:go')).toEqual(['London skil:go', '       ^^^^'])
    expect(shown('tier:A,Z')).toEqual(['tier:A,Z', '       ^'])
  })

  it('in every place at once', () =>
    expect(shown('skil:go tier:Z senior sort:stael')).toEqual([
      'skil:go tier:Z senior sort:stael',
      '^^^^         ^             ^^^^^',
    ]))

  it('in the text as it is seen, not as Slack sends it', () =>
    expect(shown('  stale:&gt;90d   skil:go')).toEqual(['stale:>90d skil:go', '           ^^^^']))

  it('where letters carry marks or are drawn by two units', () => {
    expect(shown('x\u0302y skil:go')).toEqual(['x\u0302y skil:go', '   ^^^^'])
    expect(shown('"𝕬" skil:go')).toEqual(['"𝕬" skil:go', '    ^^^^'])
  })

  it('in the part of a long query that a phone shows on one line', () => {
    const words = Array.from({ length: 12 }, (_, at) => `word${at}`).join(' ')
    expect(shown(`${words} skil:go ${words}`)).toEqual([
      '…word9 word10 word11 skil:go word0 word1 word2 word3 word4 wo…',
      `${' '.repeat(21)}^^^^`,
    ])
  })

  it('but not where the whole is too much', () => {
    expect(shown('x'.repeat(501))).toEqual([])
    expect(pointOut('ana', [])).toBeUndefined()
  })

  it('exactly under what each problem names, whatever was typed', () => {
    const piece = fc.constantFrom(
      'skil:go',
      'tier:z',
      'London',
      '"x y"',
      'sort:stael',
      '-loc:',
      'owner:',
      'AND',
      '(',
      'k8s',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const typed = pieces.join(' ')
        const read = parseQuery(typed, asking())
        if (read.ok) return
        const out = pointOut(plainQuery(typed), read.refusal)
        expect(out?.line).toBe(plainQuery(typed))
        for (const { at } of read.refusal)
          expect(out?.carets.slice(at.start, at.end)).toBe('^'.repeat(at.end - at.start))
      }),
      runs(300),
    )
  })
})
