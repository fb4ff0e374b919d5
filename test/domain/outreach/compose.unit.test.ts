import { describe, expect, it } from 'vitest'
import { citedText, MOST_FACTS, SLOTS } from '../../../src/domain/outreach/citing.ts'
import {
  type ComposeInput,
  type ComposeRequest,
  compose,
  silenceInWords,
} from '../../../src/domain/outreach/compose.ts'
import { aFact, anaAndTom, daysAgo, id, noon } from '../../support/outreach-builders.ts'

const request = (changes: Partial<ComposeRequest> = {}): ComposeRequest => ({
  purpose: 'keep_warm',
  people: anaAndTom,
  facts: [],
  senderName: 'Ines',
  companyName: 'Fernhollow Energy',
  job: undefined,
  lastTouchAt: undefined,
  now: noon,
  ...changes,
})
const composed = (changes: Partial<ComposeRequest>): ComposeInput => {
  const result = compose(request(changes))
  if (!result.ok) throw new Error(result.refusal.kind)
  return result.value
}
const cited = (changes: Partial<ComposeRequest>) => SLOTS.filter((slot) => composed(changes).cited[slot] !== undefined)

const everything = [
  aFact({ id: id<'fact'>(1), kind: 'skill', text: 'Kubernetes' }),
  aFact({ id: id<'fact'>(2), kind: 'role', text: 'Senior SRE role' }),
  aFact({ id: id<'fact'>(3), kind: 'strength', text: 'calm in the outage exercise' }),
  aFact({ id: id<'fact'>(4), kind: 'praise', text: 'Superb on incident design' }),
  aFact({ id: id<'fact'>(5), kind: 'wish', text: 'incident leadership' }),
  aFact({ id: id<'fact'>(6), kind: 'promise', text: 'in the autumn' }),
  aFact({ id: id<'fact'>(7), kind: 'advice', text: 'say sooner what you would measure' }),
  aFact({ id: id<'fact'>(8), kind: 'rating', text: '4 of 5' }),
]

describe('what a draft cites', () => {
  it('is at most three facts, the most specific first', () => {
    expect(cited({ facts: everything })).toEqual(['promise', 'wish', 'role'])
    expect(cited({ facts: everything }).length).toBe(MOST_FACTS)
  })
  it('in a decline is one strength, one piece of advice and the role', () => {
    expect(cited({ purpose: 'decline', facts: everything })).toEqual(['strength', 'advice', 'role'])
  })
  it('in a decline never passes a mere skill off as a strength', () => {
    expect(cited({ purpose: 'decline', facts: everything.filter(({ kind }) => kind === 'skill') })).toEqual([])
  })
  it('is the latest of several of a kind', () => {
    const facts = [
      aFact({ id: id<'fact'>(1), text: 'older', statedAt: daysAgo(90) }),
      aFact({ id: id<'fact'>(2), text: 'newer', statedAt: daysAgo(9) }),
    ]
    expect(composed({ facts }).cited.strength?.text).toBe('newer')
  })
  it('says whose praise it quotes', () => {
    const facts = everything.filter(({ kind }) => kind === 'praise')
    expect(composed({ purpose: 'decline', facts }).cited.praise).toEqual({
      factId: id<'fact'>(4),
      text: 'Superb on incident design',
      by: 'Tom',
    })
  })
  it('is the first sentence where the whole is too long, and nothing where that is too long as well', () => {
    const long = 'and so on '.repeat(12)
    expect(citedText({ kind: 'strength', text: `Led the incident review. Then ${long}` })).toBe(
      'Led the incident review',
    )
    expect(citedText({ kind: 'strength', text: long.repeat(3) })).toBeUndefined()
  })
  it('fits into our sentence: without final stop, quotation marks, invisible characters or a second “role”', () => {
    expect(citedText({ kind: 'role', text: ' Senior\n SRE role. ' })).toBe('Senior SRE')
    expect(citedText({ kind: 'wish', text: '"incident \u202Eleadership"\u0000!' })).toBe('incident leadership')
  })
  it('is no link, no address and no mere punctuation', () => {
    for (const text of ['see https://evil.example', 'ana@example.com', '…', ''])
      expect(citedText({ kind: 'wish', text })).toBeUndefined()
  })
})

describe('what else a draft knows', () => {
  it('how long nobody wrote, where it is long enough to own up to', () => {
    expect([10, 60, 94, 213, 370, 800].map((days) => silenceInWords(daysAgo(days), noon))).toEqual([
      undefined,
      'two months',
      'three months',
      'six months',
      'more than a year',
      'more than two years',
    ])
  })
  it('the job that opened, without which there is no such draft', () => {
    expect(compose(request({ purpose: 'new_role' }))).toEqual({ ok: false, refusal: { kind: 'no_job' } })
    const job = { title: 'Staff SRE', location: 'London', remoteOk: true }
    expect(composed({ purpose: 'new_role', job }).job).toEqual({ title: 'Staff SRE', place: 'London or remote' })
  })
})
