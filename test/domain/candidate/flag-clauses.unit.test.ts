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

  it.each([
    ['@Tom was there.', 'somebody was there.'],
    ['@tom_2-b was there.', 'somebody was there.'],
    ['Superb, <U0TOM> was calm.', 'Superb, somebody was calm.'],
    ['<U0TOM> and <U0INES> were calm.', 'somebody and somebody were calm.'],
  ])('as Slack mentions them: %s', (text, sentence) => expect(sent(text)).toEqual([sentence]))

  it('in small letters are a word, unless it can hardly be one', () => {
    const will = { ...context, memberNames: ['Will Day', 'Ines Moreau'] }
    const sentOf = (text: string) => flagForModel(text, will).clauses.map((clause) => clause.text)
    expect(sentOf('She will mentor others one day.')).toEqual(['She will mentor others one day.'])
    expect(sentOf('Will agrees, and so does moreau.')).toEqual(['somebody agrees, and so does moreau.'])
    expect(sentOf('Superb, and ines agrees.')).toEqual(['Superb, and somebody agrees.'])
  })

  it('are not seen in a single letter', () => {
    const sentOf = (text: string) =>
      flagForModel(text, { ...context, memberNames: ['Carl C. Holm'] }).clauses.map((clause) => clause.text)
    expect(sentOf('Her code in C is superb.')).toEqual(['Her code in C is superb.'])
  })

  it('keep the whole sentence here where somebody unknown may be named', () => {
    expect(flagForModel('Superb, says Wojciechowski.', context).clauses).toEqual([])
  })

  it('are still somebody where one of their names is a skill or a title’s word', () => {
    expect(sent('Met Franz Kafka. He was calm.')).toEqual(['Met somebody somebody.', 'He was calm.'])
    expect(sent('Met Nadia Designer. A designer at heart.')).toEqual(['A designer at heart.'])
  })

  it('leave the titles of open jobs alone, shouted or not', () => {
    expect(sent('She is SENIOR SRE material.')).toEqual(['She is senior sre material.'])
  })
})

describe('how much a model is told', () => {
  const numbers = (text: string) => flagForModel(text, context).clauses.map(({ number }) => number)
  it('is twenty sentences', () => {
    expect(numbers('She was calm. '.repeat(20))).toHaveLength(20)
    expect(numbers('She was calm. '.repeat(21))).toHaveLength(20)
  })

  it('is thirty titles', () => {
    const roles = Array.from({ length: 31 }, (_, at) => `Keeper of Garden ${at}`)
    expect(flagForModel('She was calm.', { ...context, roles }).roles).toEqual(roles.slice(0, 30))
  })

  it('is nothing of a message beyond twenty thousand characters', () => {
    const text = `She was calm${' '.repeat(20_000)}and kind.`
    expect(flagForModel(text, context).clauses).toEqual([{ number: 1, text: 'She was calm' }])
  })

  it('counts what says something, however many blanks and lines stand between', () => {
    expect(flagForModel('  She was calm.  \n\n She was kind.\n', context).clauses).toEqual([
      { number: 1, text: 'She was calm.' },
      { number: 2, text: 'She was kind.' },
    ])
    expect(flagForModel(' \n ', context).clauses).toEqual([])
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

  it('leaves the words as they were typed where all of them are about the person', () => {
    const text = 'Superb on queues.   Calm in the drill.'
    const all = [1, 2].map((number) => ({ number, topic: 'praise' as const }))
    expect(read(text, { clauses: all }).excerpt).toBe(text)
  })

  it('leaves out nothing that it was not shown', () => {
    const kept = read(TEXT, {
      clauses: [
        { number: 1, topic: 'praise' },
        { number: 2, topic: 'other' },
      ],
    })
    expect(kept.excerpt).toBe(TEXT)
  })

  it('makes the words no longer than what a field holds', () => {
    const text = `Superb on queues. The weather was nice. ${'Calm and kind and clear. '.repeat(400)}`
    const shorter = read(text, {
      clauses: [
        { number: 1, topic: 'praise' },
        { number: 2, topic: 'other' },
      ],
    })
    expect(shorter.excerpt).toHaveLength(parseFlag(text, context).excerpt.length)
    expect(shorter.excerpt).not.toContain('weather')
  })

  it('that says nothing of hiring changes nothing', () => {
    const text = 'Good talk. I want her back on my team.'
    expect(read(text, { hire: { answer: 'unsaid', clause: 2 } }).wouldHire).toBeUndefined()
    expect(read(text, { hire: { answer: 'yes_now', clause: 9 } }).wouldHire).toBeUndefined()
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
    for (const said of [
      'Hiring her makes sense.',
      'Offering her a seat makes sense.',
      'The level suits her.',
      'She suits my team.',
      'I would see her again.',
      'I want her back.',
      'I want to work with her.',
      'I would take her.',
      'I would take him.',
      'I would take them.',
      'I would take somebody like her.',
    ])
      expect(read(`Good talk. ${said}`, { hire: { ...yes, clause: 2 } }).wouldHire, said).toBe('yes_now')
    for (const said of ['I would take notes.', 'A steamy kettle.', 'She led the backlog.'])
      expect(read(`Good talk. ${said}`, { hire: { ...yes, clause: 2 } }).wouldHire, said).toBeUndefined()
    const hearty = 'Good talk. I would not hesitate to have her on my team.'
    expect(read(hearty, { hire: { ...yes, clause: 2 } }).wouldHire).toBe('yes_now')
  })
})
