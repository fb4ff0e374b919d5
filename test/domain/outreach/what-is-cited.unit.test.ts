import { describe, expect, it } from 'vitest'
import { cite, citedText, withRole } from '../../../src/domain/outreach/citing.ts'
import { carryClaims, checkClaims } from '../../../src/domain/outreach/claims.ts'
import { type ComposeRequest, compose, silenceInWords } from '../../../src/domain/outreach/compose.ts'
import type { Fact, FactKind } from '../../../src/domain/outreach/fact.ts'
import { mostAlike, sameness } from '../../../src/domain/outreach/sameness.ts'
import { aFact, among, anaAndTom, daysAgo, id, nobodyElse, noon, tom } from '../../support/outreach-builders.ts'

const text = (words: string, kind: FactKind = 'strength') => citedText({ kind, text: words })
const words = (count: number) => Array.from({ length: count }, (_, at) => `word${at}`).join(' ')

describe('the words of a fact that can stand in a mail', () => {
  it.each([
    ['calm in drills.', 'calm in drills'],
    ['“calm” in drills', 'calm’ in drills'],
    ['" calm "', 'calm'],
    [words(20), words(20)],
    [words(21), undefined],
    [`Calm in drills. X${words(20)}`, 'Calm in drills'],
    [`Calm in drills!  X${words(20)}`, 'Calm in drills'],
    [`calm in drills. and ${words(20)}`, undefined],
    [`${'x'.repeat(80)} ${'y'.repeat(79)}`, `${'x'.repeat(80)} ${'y'.repeat(79)}`],
    [`${'x'.repeat(80)} ${'y'.repeat(80)}`, undefined],
    ['see http://x.test', undefined],
    ['see https://x.test', undefined],
    ['see www.x', undefined],
    ['a@b', undefined],
    ['…', undefined],
    ['+-', undefined],
    ['7', '7'],
    ['a lead role', 'a lead role'],
  ])('of %j are %j', (typed, cited) => expect(text(typed)).toBe(cited))
  it('of a role are the title alone', () => {
    expect(
      ['SRE role', 'SRE  position.', 'SRE job', 'Job lead', 'Role model work', 'SRE role (!)'].map((typed) =>
        text(typed, 'role'),
      ),
    ).toEqual(['SRE', 'SRE', 'SRE', 'Job lead', 'Role model work', 'SRE'])
  })
})

describe('what a draft cites', () => {
  const fact = (number: number, kind: FactKind, said: string, changes: Partial<Fact> = {}) =>
    aFact({ id: id<'fact'>(number), kind, text: said, authorId: undefined, ...changes })

  it('is the latest of a kind, and of the same moment always the same one', () => {
    const facts = [
      fact(2, 'wish', 'second'),
      fact(1, 'wish', 'first'),
      fact(3, 'wish', 'old', { statedAt: daysAgo(90) }),
    ]
    expect(cite(facts, 'keep_warm', nobodyElse).wish?.text).toBe('first')
    expect(cite(facts.toReversed(), 'keep_warm', nobodyElse).wish?.text).toBe('first')
  })

  it('is three facts at most, and 42 words', () => {
    const all = (['promise', 'wish', 'role', 'strength'] as const).map((kind, at) => fact(at, kind, kind))
    const cited = cite(all, 'keep_warm', nobodyElse)
    expect([cited.promise?.text, cited.wish?.text, cited.role?.text, cited.strength]).toEqual([
      'promise',
      'wish',
      'role',
      undefined,
    ])
    const long = [
      fact(1, 'promise', words(20)),
      fact(2, 'wish', words(20)),
      fact(3, 'strength', words(2)),
      fact(4, 'skill', 'Go'),
    ]
    expect(cite(long, 'keep_warm', nobodyElse).strength?.text).toBe(words(2))
    const longer = long.map((one) => (one.kind === 'strength' ? { ...one, text: words(3) } : one))
    expect(cite(longer, 'keep_warm', nobodyElse)).toMatchObject({ strength: undefined, skill: { text: 'Go' } })
  })

  it('names who praised, and nobody else', () => {
    const praise = fact(1, 'praise', 'calm in drills', { authorId: tom })
    expect(cite([praise], 'keep_warm', anaAndTom).praise?.by).toBe('Tom')
    expect(cite([{ ...praise, authorId: undefined }], 'keep_warm', anaAndTom).praise?.by).toBeUndefined()
    expect(cite([{ ...praise, kind: 'strength' }], 'keep_warm', anaAndTom).strength?.by).toBeUndefined()
  })

  it('is nothing in every slot where nothing may be told', () => {
    expect(cite([], 'decline', nobodyElse)).toEqual({
      promise: undefined, wish: undefined, strength: undefined, praise: undefined, advice: undefined, skill: undefined, role: undefined,
    }) // biome-ignore format: a list
  })
})

describe('what a template is given', () => {
  const request: ComposeRequest = {
    purpose: 'new_role',
    people: nobodyElse,
    facts: [],
    senderName: 'Ines Duarte',
    companyName: 'Fernhollow Energy',
    job: { title: 'Senior SRE', location: 'Lisbon', remoteOk: false },
    lastTouchAt: undefined,
    now: noon,
  }
  const composed = (changes: Partial<ComposeRequest>) => {
    const result = compose({ ...request, ...changes })
    return result.ok ? result.value : undefined
  }
  it.each([
    ['Lisbon', false, 'Lisbon'],
    ['Lisbon', true, 'Lisbon or remote'],
    ['Lisbon, Remote', true, 'Lisbon, Remote'],
    [undefined, true, 'remote'],
    [undefined, false, undefined],
    [' ', true, 'remote'],
    [' ', false, undefined],
  ])('says where a job is: %j, from afar %s', (location, remoteOk, place) =>
    expect(composed({ job: { title: 'SRE', location, remoteOk } })?.job).toEqual({ title: 'SRE', place }),
  )
  it('asks to stay in touch only where the recruiter does, in a letter that may', () => {
    expect(composed({ purpose: 'decline', asksToStay: true })?.asksToStay).toBe(true)
    expect(composed({ purpose: 'decline', asksToStay: false })?.asksToStay).toBe(false)
    expect(composed({ purpose: 'decline' })?.asksToStay).toBe(false)
    expect(composed({ purpose: 'new_role', asksToStay: true })?.asksToStay).toBe(false)
  })
  it.each([
    [59, undefined], [60, 'two months'], [61, 'two months'], [91, 'two months'], [92, 'three months'], [300, 'nine months'], [365, 'eleven months'],
    [366, 'more than a year'], [731, 'more than two years'], [13 * 366, 'more than ten years'], [11.9 * 365.3, 'more than eleven years'],
  ] as const)('owns up to %d days without a word: %s', (days, said) =>
    expect(silenceInWords(daysAgo(days), noon)).toBe(said),
  ) // biome-ignore format: a table
  it('owns up to nothing where nobody ever wrote', () => expect(silenceInWords(undefined, noon)).toBeUndefined())
})

describe('claims', () => {
  const body = 'You were calm in drills and kind to all.'
  const claim = (start: number, end: number, number = 1) => ({ factId: id<'fact'>(number), start, end })
  const check = (...claims: ReturnType<typeof claim>[]) => {
    const facts = [aFact(), aFact({ id: id<'fact'>(2), retractedAt: daysAgo(1) })]
    const result = checkClaims(body, claims, { facts, purpose: 'keep_warm', people: among() })
    return result.ok ? result.value : result.refusal
  }
  it('lie inside the text, apart from each other', () => {
    expect(check(claim(9, 23), claim(0, 9))).toEqual([claim(0, 9), claim(9, 23)])
    expect(check(claim(0, body.length))).toEqual([claim(0, body.length)])
    expect(check(claim(0, body.length + 1), claim(5, 5), claim(-1, 3), claim(0.5, 3))).toMatchObject(
      Array.from({ length: 4 }, () => ({ kind: 'out_of_bounds' })),
    )
    expect(check(claim(0, 9), claim(8, 12), claim(11, 13))).toEqual([
      { kind: 'overlaps', claim: claim(8, 12) },
      { kind: 'overlaps', claim: claim(11, 13) },
    ])
  })
  it('cite a fact that is there and may be told', () => {
    expect(check(claim(0, 3, 9), claim(4, 6, 2))).toEqual([
      { kind: 'no_such_fact', claim: claim(0, 3, 9) },
      { kind: 'not_tellable', claim: claim(4, 6, 2), because: 'retracted' },
    ])
  })
  it('move with their words when a person edits, in their order, and go with them', () => {
    const both = [claim(28, 32, 2), claim(9, 13)]
    expect(carryClaims(body, both, `calm and kind`)).toEqual([claim(0, 4), claim(9, 13, 2)])
    expect(carryClaims(body, both, 'kind and calm')).toEqual([claim(9, 13)])
    expect(carryClaims(body, [claim(3, 3)], body)).toEqual([])
    expect(carryClaims('kind kind', [claim(0, 4), claim(5, 9)], 'kind, kind')).toEqual([claim(0, 4), claim(6, 10)])
  })
})

describe('letters that read as one', () => {
  it('share most pairs of words', () => {
    expect([sameness('', ''), sameness('one', 'two'), sameness('one two', ''), sameness('', 'one two')]).toEqual([
      1, 1, 0, 0,
    ])
    expect(sameness('we met in May', 'We met, in may!')).toBe(1)
    expect(sameness('a b c', 'a b d')).toBe(0.5)
  })
  it('are told of from three on, by the least alike of them', () => {
    const ten = (last: string) => `a b c d e f g h i j ${last}`
    expect(mostAlike([ten('x'), ten('y')])).toBeUndefined()
    expect(mostAlike([ten('x'), ten('y'), ten('x'), 'nothing like it'])).toEqual({ count: 3, percent: 90 })
    const five = (last: string) => `a b c d e ${last}`
    expect(mostAlike([five('x'), five('y'), five('z')])).toEqual({ count: 3, percent: 80 })
    const four = (last: string) => `a b c d ${last}`
    expect(mostAlike([four('x'), four('y'), four('z')])).toBeUndefined()
    expect(mostAlike([])).toBeUndefined()
  })
})

describe('the role that a letter names', () => {
  const role = (at: number, words: string, change: Partial<Fact> = {}) =>
    aFact({ id: id(at), kind: 'role', text: words, statedAt: daysAgo(at), ...change })
  const strength = aFact({ id: id(1_000), kind: 'strength', text: 'calm in drills' })
  const [older, newer] = [role(90, 'Senior SRE'), role(3, 'Staff SRE')]

  it('is the one on record, though another was said since', () => {
    expect(withRole([newer, strength, older], 'senior  SRE')).toEqual([strength, older])
    expect(withRole([newer, strength, older], 'Staff SRE')).toEqual([newer, strength])
  })

  it('is any that was said where none is the one on record, or that was taken back', () => {
    expect(withRole([newer, strength], 'Senior SRE')).toEqual([newer, strength])
    const gone = role(90, 'Senior SRE', { retractedAt: noon })
    expect(withRole([newer, gone], 'Senior SRE')).toEqual([newer, gone])
  })
})
