import { describe, expect, it } from 'vitest'
import type { QueryNode } from '../../../../src/domain/pool/query/ast.ts'
import { parseQuery } from '../../../../src/domain/pool/query/parse.ts'
import { printQuery } from '../../../../src/domain/pool/query/print.ts'
import { countTerms, every, filtersIn, not, poolsIn, some, withMe } from '../../../../src/domain/pool/query/tree.ts'
import { asking } from './asking.ts'

function asked(typed: string): QueryNode {
  const read = parseQuery(typed, asking({}))
  if (!read.ok || read.value.query.where === null) throw new Error(`${typed} reads`)
  return read.value.query.where
}
const written = (where: QueryNode | undefined) => printQuery({ version: 1, where: where ?? null, sort: null })

it.each([
  ['owner:me', 'owner:@UBEN0001'],
  ['-owner:me,nobody', '-owner:@UBEN0001,nobody'],
  ['tier:A (owner:me OR owner:@UANA0001)', 'tier:A (owner:@UBEN0001 OR owner:@UANA0001)'],
  ['ana paris tier:A', 'ana paris tier:A'],
  ['"quiet sea" (pool:fog OR -owner:me)', '"quiet sea" (pool:fog OR -owner:@UBEN0001)'],
  ['last:never owner:me', 'last:never owner:@UBEN0001'],
  ['owner:"Ana Prado",me', 'owner:"Ana Prado",@UBEN0001'],
])('whoever “me” is in %s is written down', (typed, kept) => {
  expect(written(withMe(asked(typed), 'UBEN0001'))).toBe(kept)
})

describe('what a query is made of', () => {
  it.each([
    ['pool:"Quiet harbour"', ['Quiet harbour'], ['pool'], 1],
    ['pool:harbour,fog tier:A', ['harbour', 'fog'], ['pool', 'tier'], 3],
    ['-pool:harbour,fog', ['harbour', 'fog'], ['pool'], 2],
    ['tier:A (pool:harbour OR -(pool:fog "quiet sea"))', ['harbour', 'fog'], ['tier', 'pool', 'pool'], 4],
    ['Paris pool:x', ['x'], ['location', 'pool'], 2],
    ['skill:go,rust,sql', [], ['skill'], 3],
    ['last:never (pool:a OR pool:b)', ['a', 'b'], ['last', 'pool', 'pool'], 3],
    ['"quiet sea" OR -fog', [], [], 2],
  ])('are of %s the pools %j, the filters %j and %i things to look for', (typed, pools, fields, count) => {
    const where = asked(typed)
    expect(poolsIn(where)).toEqual(pools)
    expect(filtersIn(where).map(({ field }) => field)).toEqual(fields)
    expect(countTerms(where)).toBe(count)
  })
  it('is nothing where it asks for everybody', () => expect([poolsIn(null), filtersIn(null)]).toEqual([[], []]))

  it('says the same thing once, flat, and twice denied is said', () => {
    const [a, b, either] = [asked('tier:A'), asked('skill:go'), asked('tier:A OR skill:go')]
    expect(written(every([a, undefined, every([b, a])]))).toBe('tier:A skill:go')
    expect(written(some([a, some([b, a]), b]))).toBe('(tier:A OR skill:go)')
    expect(written(every([either, a]))).toBe('(tier:A OR skill:go) tier:A')
    expect([every([a, a]), some([undefined, a]), every([]), some([undefined])]).toEqual([a, a, undefined, undefined])
    expect([written(not(a)), written(not(not(a)))]).toEqual(['-tier:A', 'tier:A'])
  })
})
