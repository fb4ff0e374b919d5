import { describe, expect, it } from 'vitest'
import type { Candidate } from '../../../src/domain/candidate/candidate.ts'
import { meant, plainName } from '../../../src/usecases/find/find-person.ts'

const called = (...names: readonly string[]): Candidate[] => names.map((fullName) => ({ fullName }) as Candidate)
const names = (found: ReturnType<typeof meant>): unknown => {
  if (found.kind === 'one') return found.person.fullName
  return (found.kind === 'several' ? found.people : found.nearest).map(({ fullName }) => fullName)
}

describe('whom somebody means by a name', () => {
  it('is the person whose whole name it is, even where others have it as a part of theirs', () => {
    const found = meant('ana souza', called('Ana Souza Lima', 'Ana Souza'))
    expect([found.kind, names(found)]).toEqual(['one', 'Ana Souza'])
  })

  it('is everybody of that name where two have it', () => {
    const found = meant('Ana Souza', called('Ana Souza', 'ANA SOUZA', 'Ana Souza Lima'))
    expect([found.kind, names(found)]).toEqual(['several', ['Ana Souza', 'ANA SOUZA']])
  })

  it('looks through accents, scripts, hyphens and the order of names', () => {
    for (const [typed, name] of [
      ['Jose Munoz', 'José Muñoz'],
      ['zoe', 'Anne-Zoë Braun'],
      ['souza ana', 'Ana Souza'],
      ['Dmitri', 'Дмитрий Орлов'],
    ] as const)
      expect(meant(typed, called(name)).kind, typed).toBe('one')
  })

  it('is a choice of ten where it begins more names than that', () => {
    const found = meant('a', called(...Array.from({ length: 11 }, (_, number) => `Ana ${number}`)))
    expect(found).toMatchObject({ kind: 'several', more: true })
    expect(names(found)).toHaveLength(10)
  })

  it('is nobody where a name is merely spelt alike, and those are named', () => {
    const found = meant('Ana Sousa', called('Ana Souza', 'Anna Sauser'))
    expect([found.kind, names(found)]).toEqual(['none', ['Ana Souza', 'Anna Sauser']])
  })

  it.each(['souza, ana', '"Ana Souza"', 'Souza , Ana', '(Ana Souza)', '<Ana Souza>'])(
    'is found however it is put: %s',
    (typed) => {
      expect(meant(plainName(typed), called('Ana Souza'))).toMatchObject({ kind: 'one' })
    },
  )
})
