import { describe, expect, it } from 'vitest'
import { MOST_KEYS, nameKeys } from '../../../src/domain/candidate/name-keys.ts'
import { samePerson, WORTH_ASKING } from '../../../src/domain/candidate/same-person.ts'
import { FROZEN, readPairs } from './labelled-pairs.ts'

const share = (one: string, other: string) => {
  const keys = nameKeys({ name: other })
  return nameKeys({ name: one }).some((key) => keys.includes(key))
}

describe('the keys under which a record is filed', () => {
  it('lose few of the pairs that the comparison would find, so that what is suggested keeps its recall', () => {
    const wanted = readPairs(FROZEN).filter(({ same }) => same)
    const found = wanted.filter(({ one, other }) => {
      const keys = nameKeys(other)
      return samePerson(one, other).score >= WORTH_ASKING && nameKeys(one).some((key) => keys.includes(key))
    })
    process.stdout.write(`same person, found by their keys: recall ${(found.length / wanted.length).toFixed(3)}\n`)
    expect(found.length / wanted.length).toBeGreaterThanOrEqual(0.85)
  })

  it.each([
    ['Bill Thornmere', 'William Thornmere'],
    ['Thornmere Simon', 'Simon Thornmere'],
    ['Judith Thornmere', 'J. Thornmere'],
    ['Dainel Thornmere', 'Daniel Thornmere'],
    ['Ana Lumbrera Vidal', 'Ana Lumbrera'],
    ['Hsu Mei-ling', 'Meiling Xu'],
    ['Дмитрий Ветрогор', 'Dima Vetrogor'],
  ])('%s is found beside %s', (one, other) => {
    expect(share(one, other)).toBe(true)
  })

  it.each([
    ['Michael Schmidt', 'Michael Schmitt'],
    ['Mike Thompson', 'Michael Thomson'],
    ['François Lefèvre', 'Francois Lefebvre'],
    ['Sara Johnson', 'Sarah Johnston'],
    ['Ana Souza', 'Ana Sousa'],
    ['Peter Jensen', 'Peter Jenson'],
    ['Sergey Petrov', 'Sergei Petroff'],
  ])('find %s beside %s, where company or town is the same', (one, other) => {
    for (const where of [{ company: 'Quellmark' }, { place: 'Lisbon' }]) {
      const [a, b] = [
        { name: one, ...where },
        { name: other, ...where },
      ]
      expect(nameKeys(a).some((key) => nameKeys(b).includes(key))).toBe(true)
    }
    const both = { company: 'Quellmark', place: 'Lisbon' }
    expect(samePerson({ name: one, ...both }, { name: other, ...both }).score).toBeGreaterThanOrEqual(WORTH_ASKING)
  })

  it('part whom nobody would compare', () => {
    expect(share('Simon Thornmere', 'Harriet Thornmere')).toBe(false)
    expect(share('Simon Thornmere', 'Simon Wolkenmaat')).toBe(false)
  })

  it('file a common name with its company and its place alone: a million John Smiths share no key', () => {
    expect(nameKeys({ name: 'John Smith' })).toEqual([])
    const at = nameKeys({ name: 'John Smith', company: 'Acme Ltd', place: 'München' })
    expect(at.every((key) => /[@#](?:acme|munich)$/.test(key))).toBe(true)
    expect(nameKeys({ name: 'Jon Smith', company: 'ACME' }).some((key) => at.includes(key))).toBe(true)
    expect(nameKeys({ name: 'Jon Smith', place: 'Munich' }).some((key) => at.includes(key))).toBe(true)
    expect(nameKeys({ name: 'Jon Smith', company: 'Quellmark' }).some((key) => at.includes(key))).toBe(false)
  })

  it('are few, whatever the name', () => {
    const long = Array.from({ length: 40 }, (_, at) => `Thorn${at % 7}merea${'b'.repeat(at)}`).join(' ')
    expect(nameKeys({ name: long }).length).toBeLessThanOrEqual(MOST_KEYS)
    expect(Math.max(...nameKeys({ name: `Simon ${'q'.repeat(5_000)}` }).map((key) => key.length))).toBeLessThanOrEqual(
      120,
    )
  })

  it('are none for one word, or none at all', () => {
    expect(nameKeys({ name: 'Thornmere' })).toEqual([])
    expect(nameKeys({ name: '' })).toEqual([])
    expect(nameKeys({ name: 'Thornmere J.' }).length).toBeGreaterThan(0)
  })
})
