// What a model is told of a flag, and what of its answer counts.
import { describe, expect, it } from 'vitest'
import { type FlagReading, flagForModel, withReading } from '../../../src/domain/candidate/flag-clauses.ts'
import { parseFlag } from '../../../src/domain/candidate/parse-flag.ts'

const context = {
  roles: ['Senior SRE', 'Product Designer'],
  memberNames: ['Tom Okafor', 'Ines Moreau'],
  speakers: ['Tom Okafor'],
}
const TEXT =
  'Nadia Rahimi was superb on incident design. We went with Marek by a hair. The weather was nice. Tom agrees that I would want her on my team any day.'
const read = (text: string, reading: Partial<FlagReading>) =>
  withReading(parseFlag(text, context), text, flagForModel(text, context), {
    clauses: [],
    role: 0,
    hire: { answer: 'unsaid', clause: 0 },
    ...reading,
  })

describe('what leaves the house', () => {
  it('names nobody, and leaves out why somebody else was taken', () => {
    const { clauses } = flagForModel(TEXT, context)
    expect(clauses.map(({ number }) => number)).toEqual([1, 3, 4])
    expect(clauses[0]?.text).toBe('somebody somebody was superb on incident design.')
    expect(JSON.stringify(clauses)).not.toMatch(/Nadia|Rahimi|Tom|Marek/)
  })

  it.each([
    'Write to ana@example.com about it.',
    'She was calm although her kids were ill.',
    'Too expensive for us.',
    'Jorunn Sletten-Åse met her on site with Wojciechowski.',
    '<@U0TOM> says Zbigniew was better.',
  ])('is nothing of: %s', (sentence) => {
    const { clauses } = flagForModel(`Great on queues. ${sentence}`, context)
    expect(clauses.map(({ number }) => number).filter((number) => number > 1)).toEqual([])
  })
})

describe('people, however they are written', () => {
  const sent = (text: string) => flagForModel(text, context).clauses.map((clause) => clause.text)
  it.each([
    ['in capitals alone', 'ANA SOUZA was superb on design.', ['somebody somebody was superb on design.']],
    [
      'in small letters, once their name was said',
      'Met Nadia Rahimi. nadia knows K8s, ines agrees.',
      ['somebody somebody somebody.', 'somebody knows K8s, somebody agrees.'],
    ],
    ['by their site', 'Superb on queues. her site nadiarahimi.dev is lovely', ['Superb on queues.']],
    ['by a spelt address', 'Superb on queues. nadia dot rahimi at gmail dot com', ['Superb on queues.']],
  ])('%s, stay with us', (_how, text, clauses) => {
    expect(sent(text).map((clause) => clause.replace('Met somebody', 'somebody somebody'))).toEqual(clauses)
  })

  it.each([
    'Kept calm in the drill and brought structure.',
    'She knows Go, node.js, asp.net and K8s.',
    'Her AWS work was SO GOOD.',
    'Explained Kubernetes well, and will mark up any design.',
  ])('are not seen in what leaves as it is: %s', (text) => expect(sent(text)).toEqual([text]))

  it('leave the titles of open jobs alone, shouted or not', () => {
    expect(sent('She is SENIOR SRE material.')).toEqual(['She is senior sre material.'])
  })
})

describe('what a model read', () => {
  it('narrows the words to what is about the person, in the message’s own words', () => {
    const better = read(TEXT, {
      clauses: [
        { number: 1, topic: 'praise' },
        { number: 3, topic: 'other' },
        { number: 4, topic: 'praise' },
      ],
    })
    expect(better.excerpt).not.toContain('weather')
    expect(better.excerpt).toContain('Nadia Rahimi was superb on incident design.')
    expect(TEXT.replace('The weather was nice. ', '')).toBe(better.excerpt)
    expect(read(TEXT, { clauses: [{ number: 3, topic: 'other' }] }).excerpt).toContain('weather')
  })

  it('names a role only where the message says a word of it, and never over the rules', () => {
    const text = 'She was superb on reliability and queues.'
    expect(read(text, { role: 1 }).role).toBe('Senior SRE')
    expect(read(text, { role: 2 }).role).toBeUndefined()
    for (const role of [0, -1, 3, 99]) expect(read(text, { role }).role).toBeUndefined()
    expect(read('Superb for Product Designer, reliability aside.', { role: 1 }).role).toBe('Product Designer')
  })

  it('says that they would be hired only where a sentence bears it out and none denies it', () => {
    const yes = { answer: 'yes_now', clause: 4 } as const
    expect(read(TEXT, { hire: yes }).wouldHire).toBe('yes_now')
    expect(read(TEXT, { hire: { ...yes, clause: 1 } }).wouldHire).toBeUndefined()
    expect(read(TEXT, { hire: { ...yes, clause: 2 } }).wouldHire).toBeUndefined()
    const no = 'Good talk. I would not hire her on my team again.'
    expect(read(no, { hire: { ...yes, clause: 2 } }).wouldHire).toBeUndefined()
    for (const said of ["I don't want her on my team.", "We can't take her back.", 'We could not make that offer.'])
      expect(read(`Good talk. ${said}`, { hire: { ...yes, clause: 2 } }).wouldHire, said).toBeUndefined()
    const hearty = 'Good talk. I would not hesitate to have her on my team.'
    expect(read(hearty, { hire: { ...yes, clause: 2 } }).wouldHire).toBe('yes_now')
  })
})
