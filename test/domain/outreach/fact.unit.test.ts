import { describe, expect, it } from 'vitest'
import {
  FACT_KINDS,
  type FactKind,
  keptBack,
  release,
  shownTelling,
  tellable,
  tellingAtFirst,
} from '../../../src/domain/outreach/fact.ts'
import { greetingName } from '../../../src/domain/outreach/greeting-name.ts'
import { namesSomebody, prepareNames } from '../../../src/domain/outreach/names.ts'
import { PURPOSES, type Purpose } from '../../../src/domain/outreach/purpose.ts'
import { aFact, among, ben, nobodyElse, noon, tom } from '../../support/outreach-builders.ts'

const purposes = Object.keys(PURPOSES) as Purpose[]
const kinds = Object.keys(FACT_KINDS) as FactKind[]
const nadia = { ...nobodyElse, own: 'Nadia Rahimi' }

describe('what may be told', () => {
  it('never is why somebody was not hired, a rating, pay, a note or another person, whatever somebody ticked', () => {
    for (const kind of ['reason', 'rating', 'pay', 'note', 'other_person'] as const) {
      for (const purpose of purposes)
        expect(keptBack(aFact({ kind, telling: 'may_be_mentioned' }), purpose, nobodyElse)).toBe('always_internal')
      expect(release(aFact({ kind }), { okToQuote: true }, nobodyElse)).toEqual({
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
    expect(release(aFact({ kind: 'praise', text }), { okToQuote: true }, nadia)).toEqual({
      ok: false,
      refusal: 'names_somebody_else',
    })
    expect(keptBack(aFact({ kind: 'strength', text }), 'decline', nadia)).toBe('names_somebody_else')
  })
  it.each([
    'better in Go than Java',
    'chose Kubernetes over Docker',
    'preferred London over Paris',
    "I'd hire her tomorrow; we went with a hair",
    'the team behind Nadia shone',
    'more than I hoped',
  ])('is praise that compares nobody: %s', (text) => {
    expect(release(aFact({ kind: 'praise', text }), { okToQuote: true }, nadia).ok).toBe(true)
  })
  it('is nothing that was taken back or marked internal', () => {
    for (const kind of kinds) {
      expect(tellable(aFact({ kind, retractedAt: noon }), 'decline', nobodyElse)).toBe(false)
      expect(tellable(aFact({ kind, telling: 'internal_only' }), 'decline', nobodyElse)).toBe(false)
    }
  })
  it('is advice only where the outcome is told', () => {
    const advised = purposes.filter((purpose) => tellable(aFact({ kind: 'advice' }), purpose, nobodyElse))
    expect(advised).toEqual(['decline'])
  })
  it('is praise only once its author agreed to be quoted and a person read the words', () => {
    expect(tellingAtFirst('praise', 'Superb')).toBe('internal_only')
    const praise = aFact({ kind: 'praise', text: 'Superb on incident design' })
    expect(release(praise, { okToQuote: false }, nobodyElse)).toEqual({ ok: false, refusal: 'author_has_not_agreed' })
    expect(release(praise, { okToQuote: true }, nobodyElse)).toEqual({ ok: true, value: 'may_be_mentioned' })
  })
  it.each([
    ['wish', 'to come back once her baby is one'],
    ['promise', 'to talk again after his surgery'],
    ['strength', 'your calm after your burnout'],
    ['advice', 'her strong accent cost her'],
  ] as const)('is no private matter in a %s, unless a person who was told so wants it: %s', (kind, text) => {
    for (const telling of ['may_be_mentioned', tellingAtFirst(kind, text)] as const)
      expect(tellable(aFact({ kind, text, telling }), 'decline', nobodyElse)).toBe(false)
    expect(keptBack(aFact({ kind, text }), 'decline', nobodyElse)).toBe('private_matter')
    expect(shownTelling(aFact({ kind, text }))).toBe('internal_only')
    expect(release(aFact({ kind, text }), { okToQuote: true }, nobodyElse)).toMatchObject({ refusal: 'private_matter' })
    const released = release(aFact({ kind, text }), { okToQuote: true }, nobodyElse, true)
    expect(released).toEqual({ ok: true, value: 'mentioned_knowingly' })
    const knowingly = aFact({ kind, text, telling: 'mentioned_knowingly' })
    expect([tellable(knowingly, 'decline', nobodyElse), shownTelling(knowingly)]).toEqual([true, 'mentioned_knowingly'])
  })
  it.each([
    ['wish', 'wants at least 95k base'],
    ['wish', 'more money than we offered'],
    ['advice', 'Lacked depth in Go, scored 2/5, which is why we said no'],
  ] as const)('is no pay and no decision in a %s, unless a person who was told so wants it: %s', (kind, text) => {
    expect(tellingAtFirst(kind, text)).toBe('internal_only')
    expect(keptBack(aFact({ kind, text }), 'decline', nobodyElse)).toBe('internal_matter')
    expect(shownTelling(aFact({ kind, text }))).toBe('internal_only')
    expect(release(aFact({ kind, text }), { okToQuote: true }, nobodyElse)).toMatchObject({
      refusal: 'internal_matter',
    })
    const released = release(aFact({ kind, text }), { okToQuote: true }, nobodyElse, true)
    expect(released).toEqual({ ok: true, value: 'mentioned_knowingly' })
    expect(tellable(aFact({ kind, text, telling: 'mentioned_knowingly' }), 'decline', nobodyElse)).toBe(true)
  })
  it('is overridden for private and internal matters alone: what is internal stays so, and what is none needs no override', () => {
    const reason = aFact({ kind: 'reason', telling: 'mentioned_knowingly' })
    expect(keptBack(reason, 'decline', nobodyElse)).toBe('always_internal')
    expect(release(reason, { okToQuote: true }, nobodyElse, true)).toMatchObject({ refusal: 'always_internal' })
    const plain = aFact({ kind: 'strength', text: 'calm in the outage exercise' })
    expect(release(plain, { okToQuote: true }, nobodyElse, true)).toEqual({ ok: true, value: 'may_be_mentioned' })
  })
  it('is no text that names a colleague or another finalist', () => {
    const people = { ...among('Marek Novák', 'Ana Souza', 'Tom Okafor'), own: 'Nadia Rahimi' }
    for (const text of [
      'calmer in the room, Marek noticed too',
      'as good as Ana Souza',
      'what Souza took an hour for',
    ]) {
      for (const kind of ['praise', 'strength', 'wish', 'promise', 'role'] as const) {
        expect(keptBack(aFact({ kind, text }), 'keep_warm', people)).toBe('names_somebody_else')
        expect(release(aFact({ kind, text }), { okToQuote: true }, people)).toEqual({
          ok: false,
          refusal: 'names_somebody_else',
        })
      }
    }
  })
  it('may name the candidate, and whoever says it', () => {
    const people = {
      ...among('Marek Novák', 'Tom Okafor'),
      own: 'Nadia Rahimi',
      authors: new Map([[tom, 'Tom Okafor']]),
    }
    const text = 'Nadia had Tom impressed'
    expect(tellable(aFact({ kind: 'praise', text, authorId: tom }), 'decline', people)).toBe(true)
    expect(tellable(aFact({ kind: 'praise', text, authorId: ben }), 'decline', people)).toBe(false)
  })
  it('is a skill or a place, even where a colleague is called the same', () => {
    const people = among('Ruby Hart', 'Austin Reed')
    expect(tellable(aFact({ kind: 'skill', text: 'Ruby' }), 'keep_warm', people)).toBe(true)
    expect(tellable(aFact({ kind: 'location', text: 'Austin' }), 'keep_warm', people)).toBe(true)
    expect(tellable(aFact({ kind: 'strength', text: 'what Ruby learnt of her' }), 'keep_warm', people)).toBe(false)
  })
})

describe('another person’s name', () => {
  const named = (text: string, others: readonly string[], ...own: readonly string[]) =>
    namesSomebody(text, prepareNames(others), own)

  it.each(['marek was better', 'MAREK', 'Novak’s design', 'Marek.', 'ask marek novak'])(
    'is found with or without capitals and accents, and as a possessive: %s',
    (text) => {
      expect(named(text, ['Priya Raman', 'Marek Novák'])).toBe(true)
    },
  )
  it('is a word of its own, and not the part of one', () => {
    for (const text of ['like Nováks', 'Marekian calm']) expect(named(text, ['Marek Novák'])).toBe(false)
  })
  it('that is also an everyday word counts only with a capital', () => {
    const colleagues = ['Will Don An', 'Mark Young', 'Grace Baker', 'Rob Ivory', 'Tom Storm']
    for (const text of [
      'she will grow',
      'on the mark, with grace under pressure',
      'young, and a baker of good teams',
      'calm in the storm',
      'an art of her own',
    ])
      expect([text, named(text, colleagues)]).toEqual([text, false])
    for (const text of ['closer than Will', 'what Mark said', 'Baker agreed', 'so did An', 'as will don an said'])
      expect([text, named(text, colleagues)]).toEqual([text, true])
  })
  it('is not an initial, nor a particle alone', () => {
    expect(named('Plan B, from A to Z; Von vorn', ['B. Ziegler', 'Anna von Berg'])).toBe(false)
    expect(named('Van was there', ['Van Nguyen'])).toBe(true)
  })
  it('is found in scripts without spaces', () => {
    expect(named('我们选择了王小明', ['王小明'])).toBe(true)
    expect(named('王小明很好', ['王小明'], '王小明')).toBe(false)
  })
  it('is not the candidate’s own, though they share a first name', () => {
    expect(named('Ana was calm', ['Ana Lima'], 'Ana Souza')).toBe(false)
    expect(named('Ana was calm, Lima less so', ['Ana Lima'], 'Ana Souza')).toBe(true)
    expect(named('Ana Souza was calm', ['Ana Souza'], 'Ana Souza')).toBe(false)
  })
  it('made of parts of two known names is still another’s', () => {
    expect(named('as Ana Okafor says', ['Ana Okafor'], 'Ana Souza', 'Tom Okafor')).toBe(true)
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
