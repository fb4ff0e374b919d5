import { describe, expect, it } from 'vitest'
import {
  FACT_KINDS,
  type FactKind,
  keptBack,
  release,
  tellable,
  tellingAtFirst,
} from '../../../src/domain/outreach/fact.ts'
import { greetingName } from '../../../src/domain/outreach/greeting-name.ts'
import { namesSomebody } from '../../../src/domain/outreach/names.ts'
import { PURPOSES, type Purpose } from '../../../src/domain/outreach/purpose.ts'
import { aFact, noon } from '../../support/outreach-builders.ts'

const purposes = Object.keys(PURPOSES) as Purpose[]
const kinds = Object.keys(FACT_KINDS) as FactKind[]

describe('what may be told', () => {
  it('never is why somebody was not hired, a rating, pay, a note or another person, whatever somebody ticked', () => {
    for (const kind of ['reason', 'rating', 'pay', 'note', 'other_person'] as const) {
      for (const purpose of purposes)
        expect(keptBack(aFact({ kind, telling: 'may_be_mentioned' }), purpose)).toBe('always_internal')
      expect(release({ kind, text: 'anything' }, { okToQuote: true })).toEqual({
        ok: false,
        refusal: 'always_internal',
      })
    }
  })
  it.each([
    'Superb on incident design; we went with Marek by a hair.',
    'stronger than Priya on storage',
    'we hired Jean-Luc instead',
    'close behind Åsa',
  ])('is no praise that compares with somebody by name: %s', (text) => {
    const own = 'Nadia Rahimi'
    expect(release({ kind: 'praise', text }, { okToQuote: true }, { own, others: [] })).toEqual({
      ok: false,
      refusal: 'names_somebody_else',
    })
    expect(
      keptBack(aFact({ kind: 'strength', text, telling: 'may_be_mentioned' }), 'decline', { own, others: [] }),
    ).toBe('names_somebody_else')
  })
  it.each([
    'better in Go than Java',
    'chose Kubernetes over Docker',
    'preferred London over Paris',
    "I'd hire her tomorrow; we went with a hair",
    'the team behind Nadia shone',
    'more than I hoped',
  ])('is praise that compares nobody: %s', (text) => {
    expect(release({ kind: 'praise', text }, { okToQuote: true }, { own: 'Nadia Rahimi', others: [] }).ok).toBe(true)
  })
  it('is nothing that was taken back or marked internal', () => {
    for (const kind of kinds) {
      expect(tellable(aFact({ kind, retractedAt: noon }), 'decline')).toBe(false)
      expect(tellable(aFact({ kind, telling: 'internal_only' }), 'decline')).toBe(false)
    }
  })
  it('is advice only where the outcome is told', () => {
    expect(purposes.filter((purpose) => tellable(aFact({ kind: 'advice' }), purpose))).toEqual(['decline'])
  })
  it('is praise only once its author agreed to be quoted and a person read the words', () => {
    expect(tellingAtFirst('praise')).toBe('internal_only')
    const praise = { kind: 'praise', text: 'Superb on incident design' } as const
    expect(release(praise, { okToQuote: false })).toEqual({ ok: false, refusal: 'author_has_not_agreed' })
    expect(release(praise, { okToQuote: true })).toEqual({ ok: true, value: 'may_be_mentioned' })
  })
  it('is no text that names somebody else, such as the one we went with', () => {
    const text = 'Superb on incident design; we went with Marek by a hair.'
    const people = { own: 'Nadia Rahimi', others: ['Marek Novák'] }
    expect(keptBack(aFact({ kind: 'praise', text }), 'decline', people)).toBe('names_somebody_else')
    expect(release({ kind: 'praise', text }, { okToQuote: true }, people)).toEqual({
      ok: false,
      refusal: 'names_somebody_else',
    })
  })
})

describe('another person’s name', () => {
  it('is found in any case, with or without accents, and as a possessive', () => {
    for (const text of ['marek was better', 'MAREK', 'Novak’s design', 'like Nováks', 'Marek.']) {
      expect([text, namesSomebody(text, ['Marek Novák'])]).toEqual([text, text !== 'like Nováks'])
    }
  })
  it('that is also a word counts only with a capital', () => {
    expect(namesSomebody('she will grow', ['Will Don An'])).toBe(false)
    expect(namesSomebody('closer than Will', ['Will Don An'])).toBe(true)
  })
  it('is found in scripts without spaces', () => {
    expect(namesSomebody('我们选择了王小明', ['王小明'])).toBe(true)
  })
  it('is not the candidate’s own, though they share a first name', () => {
    expect(namesSomebody('Ana was calm', ['Ana Lima'], 'Ana Souza')).toBe(false)
    expect(namesSomebody('Ana was calm, Lima less so', ['Ana Lima'], 'Ana Souza')).toBe(true)
  })
})

describe('the name in a greeting', () => {
  it.each([
    ['Ana Souza', 'Ana'],
    ['Leïla Haddad', 'Leïla'],
    ["Siobhan O'Neill", 'Siobhan'],
    ['Anne-Marie Petit', 'Anne-Marie'],
    ['Jan van der Berg', 'Jan'],
    ['John Q. Public', 'John'],
    ['Mei Tan', 'Mei'],
  ])('is the first of “%s” where it surely is one: %s', (fullName, greeting) => {
    expect(greetingName(fullName)).toBe(greeting)
  })
  it.each([
    'Nguyen Van An',
    'Li Wei',
    'Ana Maria Souza',
    'ana souza',
    'ANA SOUZA',
    'Souza, Ana',
    'Dr. Ana Souza',
    'A. Souza',
    'Madonna',
    '王小明',
    'ليلى حداد',
  ])('is the full name where the first is a guess: %s', (fullName) => {
    expect(greetingName(fullName)).toBe(fullName)
  })
  it.each([
    '',
    '   ',
    '{{ sender }}',
    '<!channel>',
    'x'.repeat(5_000),
    'Ana https://evil.example',
    '=HYPERLINK("x")',
    '\u0000',
  ])('is left out where it is no name: %j', (fullName) => {
    expect(greetingName(fullName)).toBeUndefined()
  })
})
