import { expect, it } from 'vitest'
import { parseQuery } from '../../../../src/domain/pool/query/parse.ts'
import { printQuery } from '../../../../src/domain/pool/query/print.ts'
import { withMe } from '../../../../src/domain/pool/query/tree.ts'
import { asking } from './asking.ts'

it.each([
  ['owner:me', 'owner:@UBEN0001'],
  ['-owner:me,nobody', '-owner:@UBEN0001,nobody'],
  ['tier:A (owner:me OR owner:@UANA0001)', 'tier:A (owner:@UBEN0001 OR owner:@UANA0001)'],
  ['ana paris tier:A', 'ana paris tier:A'],
])('whoever “me” is in %s is written down', (typed, kept) => {
  const read = parseQuery(typed, asking({}))
  if (!read.ok || read.value.query.where === null) throw new Error('It reads')
  expect(printQuery({ ...read.value.query, where: withMe(read.value.query.where, 'UBEN0001') })).toBe(kept)
})
