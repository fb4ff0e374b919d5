import { describe, expect, it } from 'vitest'
import {
  addressesIn,
  isOfAnAts,
  linksIn,
  numbersIn,
  readNumbers,
  saysNothing,
} from '../../../src/domain/transfer/contact-cells.ts'

describe('a cell of addresses', () => {
  it.each([
    ['ana@a.example (work)', ['ana@a.example']],
    ['ana@a.example [old]; ana@b.example (new).', ['ana@a.example', 'ana@b.example']],
    ['ana@a.example and ana@b.example', ['ana@a.example', 'ana@b.example']],
    ['ana@a.example und a@b.example or a@c.example', ['ana@a.example', 'a@b.example', 'a@c.example']],
    ['ana@a.example et a@b.example', ['ana@a.example', 'a@b.example']],
    ['ana@a.example y a@b.example', ['ana@a.example', 'a@b.example']],
    ['ana@a.example E a@b.example', ['ana@a.example', 'a@b.example']],
    ['ana@a.example / a@b.example', ['ana@a.example', 'a@b.example']],
    ['ana@a.example/a@b.example', ['ana@a.example', 'a@b.example']],
    ['ana/work@a.example', ['ana/work@a.example']],
    ['ana@a.example ::: a@b.example', ['ana@a.example', 'a@b.example']],
    ['ana@a.example|a@b.example\na@c.example', ['ana@a.example', 'a@b.example', 'a@c.example']],
    ['ana@a.example a@b.example', ['ana@a.example', 'a@b.example']],
    ['Work: ana@a.example', ['ana@a.example']],
    ['ana@a.example; n/a', ['ana@a.example']],
    ['ana@a.example, bob.b.example', ['ana@a.example', 'bob.b.example']],
    ['nowhere', ['nowhere']],
    ['none; -', []],
    ['"Souza, Ana" <ana@a.example>', ['ana@a.example']],
    [' ; ', []],
  ])('holds each of them: %s', (cell, found) => {
    expect(addressesIn(cell)).toEqual(found)
  })
})

describe('a cell of numbers', () => {
  it.each([
    ['+31 20 794 0800; +31 6 12345678', ['+31 20 794 0800', '+31 6 12345678']],
    ['+31 20 794 0800, +31 6 12345678', ['+31 20 794 0800', '+31 6 12345678']],
    ['+31 20 794 0800 / +31 6 12345678', ['+31 20 794 0800', '+31 6 12345678']],
    ['+31 20 794 0800|+31 6 12345678\n+31 20 794 0801', ['+31 20 794 0800', '+31 6 12345678', '+31 20 794 0801']],
    ['+442079460402 ::: +442079460403', ['+442079460402', '+442079460403']],
    ['030/9018200', ['030/9018200']],
    ['02151 / 1234567', ['02151 / 1234567']],
    ['+44 20 7946 0402; n/a', ['+44 20 7946 0402']],
    ['-', []],
    ['', []],
    ['491701234567.0', ['491701234567']],
    ['+491701234567.00; 442079460958.0', ['+491701234567', '442079460958']],
    ['555.0123', ['555.0123']],
  ])('holds each of them, and no half of one: %s', (cell, found) => {
    expect(numbersIn(cell)).toEqual(found)
  })

  it('tells which are none', () => {
    expect(readNumbers('+442079460402; 0000000000', {})).toEqual(['+442079460402', undefined])
    expect(readNumbers('030/901820', { home: 'DE' })).toEqual(['+4930901820'])
    expect(readNumbers(' ', {})).toEqual([])
  })
})

describe('a cell of links', () => {
  it.each([
    ['https://linkedin.com/in/a, https://x.example/a', ['https://linkedin.com/in/a', 'https://x.example/a']],
    ['linkedin.com/in/a,github.com/a', ['linkedin.com/in/a', 'github.com/a']],
    ['linkedin.com/in/a github.com/a;', ['linkedin.com/in/a', 'github.com/a']],
    ['https://a.example/x,y', ['https://a.example/x,y']],
    ['LinkedIn: https://a.example/x', ['https://a.example/x']],
    ['LinkedIn', ['LinkedIn']],
    ['n/a; -', []],
  ])('holds each of them: %s', (cell, found) => {
    expect(linksIn(cell)).toEqual(found)
  })

  it('has no profile at the address of a hiring system', () => {
    expect(isOfAnAts('https://app.ashbyhq.com/candidates/1')).toBe(true)
    expect(isOfAnAts('https://greenhouse.io/people/1')).toBe(true)
    expect(isOfAnAts('https://notgreenhouse.io/ana')).toBe(false)
    expect(isOfAnAts('https://ana.example/lever.co')).toBe(false)
    expect(isOfAnAts('lever.co')).toBe(false)
  })
})

it('takes signs of nothing for nothing, but somebody may be called Null', () => {
  for (const cell of ['n/a', 'N.A.', 'none', 'NIL', '-', '—', '?', 'keine', 'aucun'])
    expect(saysNothing(cell)).toBe(true)
  for (const cell of ['-', 'N/A']) expect(saysNothing(cell, true)).toBe(true)
  for (const cell of ['Null', 'None', 'Nil']) expect(saysNothing(cell, true)).toBe(false)
  for (const cell of ['nonesuch', 'x-', 'no']) expect(saysNothing(cell)).toBe(false)
})
