import { describe, expect, it } from 'vitest'
import { assertsAboutThem } from '../../../src/domain/outreach/about-them.ts'
import { greetingName } from '../../../src/domain/outreach/greeting-name.ts'
import { clip, plain, withoutStop, wordCount } from '../../../src/domain/outreach/plain-text.ts'
import { stem, tokens } from '../../../src/domain/outreach/tokens.ts'
import { mayNameAnywhere, mayNameBehindFirst } from '../../../src/domain/outreach/unknown-names.ts'

describe('text that somebody typed', () => {
  it('becomes one plain line', () => {
    expect(plain('  one\n\t two \u2028 three\u202e\u0000 \u200b four ')).toBe('one two three four')
    expect(plain('a \u200b b')).toBe('a b')
  })
  it('is counted in words', () => {
    expect(['', '  ', 'one', ' one  two\nthree '].map(wordCount)).toEqual([0, 0, 1, 3])
  })
  it('ends without its stop', () => {
    expect(['done.', 'done … ', 'done?!', 'v1.0', 'a; b;:,'].map(withoutStop)).toEqual([
      'done',
      'done',
      'done?',
      'v1.0',
      'a; b',
    ])
  })
  it.each([
    ['Senior SRE', 20, 6, 'Senior SRE'],
    ['Senior SRE', 10, 2, 'Senior SRE'],
    ['Senior SRE', 9, 6, 'Senior'],
    ['one two three four', 60, 2, 'one two'],
    ['Engineers and designers', 13, 6, 'Engineers'],
    ['Head of & for the people', 60, 3, 'Head'],
    ['Full Stack Engineer (also Backend & Frontend)', 60, 5, 'Full Stack Engineer'],
    ['Full Stack [also Backend] Engineer of all', 60, 5, 'Full Stack [also Backend] Engineer'],
    ['Full (a) Stack (b c', 60, 4, 'Full (a) Stack'],
    ['(Full Stack Engineer', 60, 2, '(Full Stack'],
    ['and or with', 60, 2, 'and'],
    ['of the - x', 60, 3, 'of'],
    ['Engineer and', 60, 6, 'Engineer and'],
    ['Sound – of music', 60, 2, 'Sound'],
    ['Band and sand x', 60, 3, 'Band and sand'],
    ['👩‍🚀👩‍🚀👩‍🚀', 3, 6, '👩‍🚀'],
    ['abcdefghij', 4, 6, 'abcd'],
  ])('%j is cut to %d characters and %d words', (text, characters, words, cut) =>
    expect(clip(text, { characters, words })).toBe(cut),
  )
})

describe('the words of a text', () => {
  it('have their places, as they were written', () => {
    expect(tokens('It’s C++, Ana’s  Ạ')).toEqual([
      { word: "it's", written: 'it’s', isBare: true, start: 0, end: 4 },
      { word: 'c++', written: 'c++', isBare: true, start: 5, end: 8 },
      { word: 'ana', written: 'ana’s', isBare: true, start: 10, end: 15 },
      { word: 'a', written: 'ạ', isBare: false, start: 17, end: 18 },
    ])
    expect(tokens("that's there's what's let's Tom's").map(({ word }) => word)).toEqual([
      "that's", "there's", "what's", "let's", 'tom',
    ]) // biome-ignore format: a list
    expect(tokens('').length).toBe(0)
  })
  it.each([
    ['designs', 'design'], ['designed', 'design'], ['designing', 'design'], ['drawings', 'draw'], ['handles', 'handl'], ['handled', 'handl'],
    ['handle', 'handl'], ['uses', 'uses'], ['2026s', '2026s'], ['class', 'clas'], ['timed', 'tim'],
  ])('%s counts as %s', (word, counted) => expect(stem(word)).toBe(counted)) // biome-ignore format: a table
})

describe('a capital where prose has none', () => {
  it.each(['calmer than Marek', 'than O’Neil was', 'лучше чем марек', 'calm 山田', '-- calm Łukasz', 'calm … Marek.'])(
    'may be a name: %s',
    (text) => {
      expect(mayNameBehindFirst(text)).toBe(true)
      expect(mayNameAnywhere(text)).toBe(true)
    },
  )
  it.each([
    'calm under pressure', 'moved to Lisbon', 'strong Kubernetes and SRE', 'on Monday or Fridays, in March', 'as I said, I’d go', 'two VPs and APIs',
    'good at C++', '', '…', 'calm. -Kind',
  ])('is none: %s', (text) => expect(mayNameBehindFirst(text)).toBe(text === 'calm. -Kind')) // biome-ignore format: a list
  it('at the beginning is one unless people begin so', () => {
    for (const text of ['Marek was calm', 'марек', 'Zoe']) expect(mayNameAnywhere(text), text).toBe(true)
    for (const text of [
      'A calm one', 'An engineer', 'And calm', 'At ease', 'Calm', 'Could lead', 'Good', 'Great', 'Has depth', 'I saw', 'Impressed us', 'Is kind', 'Knows Go', 'Likes Go',
      'Loved it', 'Loves it', 'Nailed it', 'Needs time', 'Prefers Go', 'Really calm', 'She led', 'He led', 'They led', 'Strong', 'Superb', 'The calm', 'Their calm',
      'Her calm', 'His calm', 'Very calm', 'Wants more', 'Was calm', 'We saw', 'Would lead', 'Kubernetes', 'Lisbon', '',
    ])
      expect(mayNameAnywhere(text), text).toBe(false) // biome-ignore format: a list
  })
})

describe('whether a sentence says something of them', () => {
  it.each([
    'You led the team', 'We know that you left', 'your team won', 'I heard it: you’re leaving', 'your, team', 'If so, you won', 'We won (you won)',
    'thank all that you did', 'your',
  ])('%s: yes', (text) => expect(assertsAboutThem(text)).toBe(true)) // biome-ignore format: a list
  it.each([
    'If you like', 'How you are', 'what would you do', 'I hope you win', 'whenever you want', 'news for you', 'Let you know', 'I thank you', 'between you and us',
    'Your next step', 'in your own time', 'your thoughts', 'your reply', 'a word by you', 'the youth team', 'bayou', 'We won',
  ])('%s: no', (text) => expect(assertsAboutThem(text)).toBe(false)) // biome-ignore format: a list
})

describe('how somebody is greeted', () => {
  it.each([
    ['Ana Souza', 'Ana'],
    ['Jan van der Berg', 'Jan'],
    ['Ana M. Souza', 'Ana'],
    ['Ana M Souza', 'Ana'],
    ['Élodie Durand', 'Élodie'],
    ['Jean-Luc Picard', 'Jean-Luc'],
    ['Ana Li', 'Ana'],
    ['Ana Maria Souza', 'Ana Maria Souza'],
    ['Li Wei', 'Li Wei'],
    ['Nguyen Van An', 'Nguyen Van An'],
    ['Dr. Souza', 'Dr. Souza'],
    ['Prof Souza', 'Prof Souza'],
    ['ANA SOUZA', 'ANA SOUZA'],
    ['ana souza', 'ana souza'],
    ['Ana', 'Ana'],
    ['Ana souza', 'Ana souza'],
    ['Souza, Ana', 'Ana'],
    ['山田 太郎', '山田 太郎'],
    ['A. Souza', 'A. Souza'],
    ['Ana 山田', 'Ana 山田'],
    ['', undefined],
    ['Ana <b>', undefined],
    ['Ana 2', undefined],
    [`Ana ${'x'.repeat(56)}`, `Ana ${'x'.repeat(56)}`],
    [`Ana ${'x'.repeat(57)}`, undefined],
    ['van der Berg, Piet', 'Piet'],
    ['Núñez García, Ana María', 'Ana María'],
    ['Li, Wei', 'Wei'],
    ['SMITH, John Jr.', 'John'],
    ['SMITH, JOHN', 'JOHN SMITH'],
    ['Souza, A.', 'A. Souza'],
    ['Souza, Dr. Ana', 'Dr. Ana Souza'],
    ['Dr. Ana Souza', 'Dr. Ana Souza'],
  ])('%s: %s', (name, greeting) => expect(greetingName(name)).toBe(greeting))
  it('is formal with every title that people put before a name', () => {
    for (const title of 'Dr Mr Mrs Ms Miss Mx Prof Professor Sir Dame Rev Herr Frau Ing Dipl'.split(' '))
      expect(greetingName(`${title} Souza`)).toBe(`${title} Souza`)
  })
})
