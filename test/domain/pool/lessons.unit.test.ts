import { describe, expect, it } from 'vitest'
import { lessonIn, lessonOf, lessonsIn, meantBy, queryMeant, withLessons } from '../../../src/domain/pool/lessons.ts'

const lessons = new Map([
  ['frob', 'kubernetes'],
  ['blue-box', 'terraform'],
])
const NONE = new Map<string, string>()

describe('what a workspace calls a skill', () => {
  it('is a name that means nothing yet, for a skill', () => {
    expect(lessonOf('Frob', 'K8s')).toEqual({ spelling: 'frob', skill: 'kubernetes' })
    expect(lessonOf('Blue Box', 'Basket weaving')).toEqual({ spelling: 'blue-box', skill: 'basket-weaving' })
    expect(lessonOf('k8s', 'Terraform')).toBe('known_already')
    expect(lessonOf('frob', 'Frob')).toBe('known_already')
    expect(lessonOf('🥈', 'Go')).toBe('not_a_skill')
    expect(lessonOf('frob', '!')).toBe('not_a_skill')
    expect(lessonOf('x'.repeat(30), 'Go')).toEqual({ spelling: 'x'.repeat(30), skill: 'go' })
    expect(lessonOf('x'.repeat(31), 'Go')).toBe('not_a_skill')
  })

  it('is offered for what a query does not know and is near a skill', () => {
    const problem = (change: object) =>
      ({
        kind: 'unknown_value',
        filter: 'skill',
        text: 'kuberntes',
        at: { start: 0, end: 1 },
        suggestion: 'kubernetes',
        allowed: [],
        ...change,
      }) as const
    expect(lessonIn([problem({ filter: 'tier' }), problem({ suggestion: undefined }), problem({})])).toEqual({
      spelling: 'kuberntes',
      skill: 'kubernetes',
    })
    expect(lessonIn([problem({ text: 'machne learning', suggestion: '"machine learning"' })])).toEqual({
      spelling: 'machne-learning',
      skill: 'machine-learning',
    })
    expect(lessonIn([problem({ text: 'x'.repeat(40) }), problem({ kind: 'too_long' })])).toBeUndefined()
  })

  it('stands beside what somebody wrote, and in its place where somebody asks', () => {
    expect(withLessons(['frob', 'go', 'blue-box'], lessons)).toEqual([
      'frob',
      'go',
      'blue-box',
      'kubernetes',
      'terraform',
    ])
    expect(withLessons(['frob', 'kubernetes'], lessons)).toEqual(['frob', 'kubernetes'])
    expect(withLessons(['frob'], NONE)).toEqual(['frob'])
    expect(meantBy(['frob', 'kubernetes', 'go'], lessons)).toEqual(['kubernetes', 'go'])
    expect(meantBy(['frob'], NONE)).toEqual(['frob'])
  })

  it('is found in a text as whole words, however they are written', () => {
    expect(lessonsIn('Knows FROB, and a Blue-Box.', lessons)).toEqual(['kubernetes', 'terraform'])
    expect(lessonsIn('Frobnicates in blue boxes', lessons)).toEqual([])
    expect(lessonsIn('frob', NONE)).toEqual([])
  })

  it('counts in every part of a query', () => {
    const skill = (...any: readonly string[]) => ({ kind: 'filter', field: 'skill', any }) as const
    const words = { kind: 'words', text: 'frob', phrase: false } as const
    const either = { kind: 'either', words: 'frob', filter: skill('frob') } as const
    const role = { kind: 'filter', field: 'role', any: ['frob'] } as const
    const asked = {
      kind: 'and',
      nodes: [
        { kind: 'or', nodes: [skill('frob', 'go'), role] },
        { kind: 'not', node: skill('blue-box') },
        words,
        either,
      ],
    } as const
    expect(queryMeant(asked, lessons)).toEqual({
      kind: 'and',
      nodes: [
        { kind: 'or', nodes: [skill('kubernetes', 'go'), role] },
        { kind: 'not', node: skill('terraform') },
        words,
        either,
      ],
    })
  })
})
