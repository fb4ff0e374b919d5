import { describe, expect, it } from 'vitest'
import { isWorthSending } from '../../../src/domain/outreach/check-letter.ts'
import type { ComposeInput } from '../../../src/domain/outreach/compose.ts'
import type { Fact } from '../../../src/domain/outreach/fact.ts'
import { briefFor, type LetterBrief, noteProblem } from '../../../src/domain/outreach/letter-brief.ts'
import { aFact, among, daysAgo, id, nobodyElse } from '../../support/outreach-builders.ts'

const input = {
  purpose: 'keep_warm',
  greeting: 'Ana',
  sender: 'Ines Duarte',
  company: 'Fernhollow Energy',
  job: { title: 'Senior SRE', place: 'Lisbon' },
  silence: 'seven months',
  cited: {} as ComposeInput['cited'],
} satisfies ComposeInput
const people = among('Marek Nowak')
const brief = (facts: readonly Fact[], note?: string) => briefFor(input, facts, people, note)
const told = (fact: Partial<Fact>) => brief([aFact(fact)]).facts.map(({ text }) => text)

describe('what a model is told of a letter', () => {
  it('is what the letter is about, and neither whole name', () => {
    expect(brief([])).toEqual({
      purpose: 'keep_warm',
      sender: 'Ines',
      company: 'Fernhollow Energy',
      job: { title: 'Senior SRE', place: 'Lisbon' },
      silence: 'seven months',
      facts: [],
      note: undefined,
    })
    expect(brief([], '  warmer,\n please ').note).toBe('warmer, please')
  })

  it('are facts under short names, the most telling first, then the latest, six at most', () => {
    const facts = [
      aFact({ id: id<'fact'>(1), kind: 'skill', text: 'Go', statedAt: daysAgo(9) }),
      aFact({ id: id<'fact'>(2), kind: 'skill', text: 'Rust', statedAt: daysAgo(1) }),
      aFact({ id: id<'fact'>(3), kind: 'strength', text: 'calm in drills', statedAt: daysAgo(50) }),
      aFact({ id: id<'fact'>(4), kind: 'wish', text: 'a smaller team', statedAt: daysAgo(80) }),
    ]
    expect(brief(facts).facts).toEqual([
      { ref: 'F1', factId: id<'fact'>(4), kind: 'wish', text: 'a smaller team' },
      { ref: 'F2', factId: id<'fact'>(3), kind: 'strength', text: 'calm in drills' },
      { ref: 'F3', factId: id<'fact'>(2), kind: 'skill', text: 'Rust' },
      { ref: 'F4', factId: id<'fact'>(1), kind: 'skill', text: 'Go' },
    ])
    const many = Array.from({ length: 9 }, (_, at) => aFact({ id: id<'fact'>(at), text: `calm in drill ${at}` }))
    expect(brief(many).facts.map(({ ref }) => ref)).toEqual(['F1', 'F2', 'F3', 'F4', 'F5', 'F6'])
  })

  it.each<[string, Partial<Fact>]>([
    ['where they live', { kind: 'location', text: 'lisbon' }],
    ['what is internal', { telling: 'internal_only' }],
    ['what was taken back', { retractedAt: daysAgo(1) }],
    ['an address', { text: 'write to ana@example.com' }],
    ['an address in disguise', { text: 'ana (at) example' }],
    ['an address in wide letters', { text: 'ana＠example' }],
    ['a phone number', { text: 'call 912 345 678' }],
    ['a link', { text: 'see www.example.test' }],
    ['markup', { text: 'calm {{in}} drills' }],
    ['code', { text: 'calm `in` drills' }],
    ['a private matter', { text: 'calm though her husband is ill' }],
    ['a name behind the first word', { text: 'calmer than Zoltan in drills' }],
    ['the name of a colleague', { text: 'marek praised the drill' }],
    ['pay', { kind: 'wish', text: 'at least 95k base' }],
    ['pay that a person lets letters tell', { kind: 'wish', text: 'better pay', telling: 'mentioned_knowingly' }],
    ['why somebody was not taken', { text: 'calm, but she was rejected for depth' }],
    ['nothing that can be quoted', { text: '…' }],
    ['a site', { text: 'Portfolio at anasouza.dev' }],
    ['a profile', { text: 'linkedin.com/in/somebody-12 shows great talks' }],
    ['somebody on no record at the beginning', { text: 'Zoltan was a hair better but you stayed calm' }],
    ['somebody who agrees', { text: 'Zoltan agrees on the drill' }],
    ['a name in capitals', { text: 'calm, unlike ZOLTAN SZABO' }],
    ['more than fits', { text: 'calm '.repeat(60) }],
  ])('is never %s', (_what, fact) => expect(told(fact)).toEqual([]))

  it.each([
    'Kept calm in the outage exercise',
    'Design was clear',
    'Kubernetes was superb, and so was Go',
    'Explained node.js and asp.net well',
    'Calmness under pressure',
    'AWS SRE work at scale',
    'Communication was better than most',
  ])('is all of: %s', (text) => expect(told({ text })).toEqual([text]))

  it('is their strength without their name, in a title’s capitals too', () => {
    expect(told({ text: 'Ana was calm, and souza’s notes were clear' })).toEqual([
      'they was calm, and they’s notes were clear',
    ])
    expect(told({ text: 'an anagram solver' })).toEqual(['an anagram solver'])
    expect(told({ kind: 'role', text: 'Head of Reliability' })).toEqual(['Head of Reliability'])
    expect(brief([aFact({ text: 'will do well' })]).facts).toHaveLength(1)
    const will = { ...people, own: 'Will B. Smith' }
    expect(briefFor(input, [aFact({ text: 'Will said it will b fine' })], will, undefined).facts[0]?.text).toBe(
      'they said it will b fine',
    )
  })
})

describe('a note to the model', () => {
  it.each([
    ['warmer, and begin with the drill', undefined],
    ['mention ines@example.com', 'contact'],
    ['mention ｉnes＠example.com', 'contact'],
    ['call 020 7946 0958', 'contact'],
    ['https://example.test', 'contact'],
    ['she is pregnant', 'private_matter'],
    ['say hello to Ana', 'names_somebody'],
    ['say the salary is 95k', 'internal_matter'],
    ['offer them 95k and a bonus', 'internal_matter'],
    ['say that the budget was fine but we went with somebody cheaper', 'internal_matter'],
    ['offer an introduction, and at most 90 words', undefined],
    ['pay attention to the drill, and mention the reason for writing', undefined],
    ['as souza said', 'names_somebody'],
    ['like Marek did', 'names_somebody'],
    ['an analogy, please', undefined],
    ['a', undefined],
    ['see anasouza.dev', 'contact'],
    ['begin with Node.js and the AWS drill', undefined],
  ])('%s: %s', (note, problem) => expect(noteProblem(note, people)).toBe(problem))
  it('may hold one letter that stands in their name', () => {
    expect(noteProblem('plan b, please', { ...nobodyElse, own: 'Ana B Souza' })).toBeUndefined()
  })
})

describe('a letter is worth sending', () => {
  const sentence = (claims: number) => ({
    text: 'Hello.',
    newParagraph: false,
    claims: Array.from({ length: claims }, () => ({ factId: id<'fact'>(1), start: 0, end: 1 })),
  })
  const withFacts: LetterBrief = brief([aFact()])
  it('where it says something, and one true thing where there is one to tell', () => {
    expect(isWorthSending({ sentences: [] }, brief([]))).toBe(false)
    expect(isWorthSending({ sentences: [sentence(0)] }, brief([]))).toBe(true)
    expect(isWorthSending({ sentences: [sentence(0)] }, withFacts)).toBe(false)
    expect(isWorthSending({ sentences: [sentence(0), sentence(1)] }, withFacts)).toBe(true)
    expect(isWorthSending({ sentences: [] }, withFacts)).toBe(false)
  })
})
