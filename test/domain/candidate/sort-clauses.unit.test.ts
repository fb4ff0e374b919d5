import { describe, expect, it } from 'vitest'
import { parseSilver } from '../../../src/domain/candidate/parse-silver.ts'
import { clausesForModel, withTopics } from '../../../src/domain/candidate/sort-clauses.ts'
import { prepareNames } from '../../../src/domain/outreach/names.ts'
import type { Day } from '../../../src/domain/shared/time.ts'

const parse = (text: string) => parseSilver(`Ana Souza for Senior SRE: ${text}`, { today: '2026-10-14' as Day })
const sent = (text: string) => clausesForModel(parse(text)).map((clause) => clause.text)

describe('of what no rule understood, a model is shown', () => {
  it('the clauses, without what the rules read already', () => {
    expect(sent('runner-up, calm under pressure, hopes to lead people one day')).toEqual([
      'calm under pressure',
      'hopes to lead people one day',
    ])
  })

  it.each([
    ['a name', 'calmer than Marek in the drill'],
    ['a name at the beginning', 'Marek was calmer'],
    ['a name in another script', 'лучше чем Марек'],
    ['an address', 'ana2@example.com, ana3@example.com'],
    ['a phone number', 'or call 7946 0123 45'],
    ['pay', 'asked for more salary than we have'],
    ['money', 'wants 120k at least'],
    ['why they lost', 'we went with somebody calmer'],
    ['a private matter', 'her husband is ill at the moment'],
  ])('never %s', (_what, clause) => {
    expect(sent(`calm under pressure; ${clause}`)).toEqual(['calm under pressure'])
  })

  it('never their own name, in small letters neither', () => {
    const small = parseSilver('ana souza for sre: ana was calm, souza is great at queues', {
      today: '2026-10-14' as Day,
    })
    const texts = clausesForModel(small).map((clause) => clause.text)
    expect(texts).toEqual(['they was calm', 'they is great at queues'])
  })

  it('no colleague’s name, in small letters neither', () => {
    const colleagues = prepareNames(['Ines Moreau', 'Will Smith'])
    const parsed = parse('calm under pressure; ines agrees; will gladly mentor others')
    expect(clausesForModel(parsed, colleagues).map(({ number }) => number)).toEqual([1, 3])
  })

  it('nothing where nothing was typed', () => {
    expect(clausesForModel({})).toEqual([])
  })
})

describe('the form, as a model sorted it', () => {
  const parsed = parse('calm under pressure; hopes to lead people one day; should practise system design')
  it('has each clause where it belongs, in the very words that were typed', () => {
    expect(
      withTopics(parsed, [
        { number: 1, topic: 'praise' },
        { number: 2, topic: 'wish' },
        { number: 3, topic: 'advice' },
      ]),
    ).toMatchObject({
      impressed: 'calm under pressure',
      bringBack: 'hopes to lead people one day',
      advice: 'should practise system design',
    })
  })

  it('keeps what was not named, and ignores numbers that were not given', () => {
    expect(withTopics(parsed, [{ number: 99, topic: 'advice' }])).toEqual(parsed)
    expect(withTopics(parsed, [])).toEqual(parsed)
  })

  it('keeps what no model saw where the rules left it', () => {
    const mixed = parse('calm under pressure; Marek was calmer')
    expect(
      withTopics(
        mixed,
        [1, 2].map((number) => ({ number, topic: 'advice' as const })),
      ),
    ).toMatchObject({
      impressed: 'Marek was calmer',
      advice: 'calm under pressure',
    })
  })
})
