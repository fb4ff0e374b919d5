import { describe, expect, it } from 'vitest'
import { takeContacts } from '../../../src/domain/candidate/contacts-in-text.ts'
import { denies, reasonClauseOf, reasonOf, reasonWithin, remoteOf, wantOf } from '../../../src/domain/candidate/cues.ts'
import { FIELD_CASES } from './field-cases.ts'

describe('why somebody was not hired', () => {
  it.each([
    ['close_second', ['runner-up', 'runnerup', 'a very close second', 'second choice', 'came second', 'silver', 'silver medallist', 'by a hair', 'narrowly missed']],
    ['role_closed', ['role was closed', 'the req got frozen', 'position on hold', 'hiring freeze', 'our headcount is cancelled', 'canceled req', 'paused job']],
    ['skill_gap', ['skill gap', 'skills gap', 'missing skill', 'lacked experience', 'lacks skills', 'not enough experience']],
    ['level', ['too junior', 'a bit too senior', 'over-qualified', 'overqualified', 'under levelled', 'wrong level', 'level', 'level mismatch']],
    ['pay', ['pay', 'her salary', 'money', 'too expensive', 'salary expectation', 'comp too high', 'budget', 'compensation']],
    ['location', ['relocation', "couldn't relocate", 'wont relocate', 'visa', 'no visa', 'right to work', 'the commute', 'sponsorship']],
    ['timing', ['timing', 'bad timing', 'the notice period', 'start date', 'not ready', 'not ready to move yet']],
  ] as const)('is %s', (reason, causes) => {
    for (const cause of causes) {
      expect(reasonOf(` ${cause} `), cause).toBe(reason)
      expect(reasonClauseOf(`she was rejected due to ${cause}`), cause).toBe(reason)
    }
  }) // biome-ignore format: a table

  it.each([
    ['reason: pay', 'pay'],
    ['why:visa', 'location'],
    ['over salary', 'pay'],
    ['unfortunately lost by a hair', 'close_second'],
    ["he's just too junior", 'level'],
  ])('may be said in a clause of its own: %s', (clause, reason) => expect(reasonClauseOf(clause)).toBe(reason))

  it.each(['', 'payroll engineer', 'loves money laundering cases', 'levelheaded', 'great timing in the talk'])(
    'is not heard in %j',
    (text) => {
      expect(reasonOf(text)).toBeUndefined()
      expect(reasonClauseOf(text)).toBeUndefined()
    },
  )

  it('is heard within a sentence only where it can hardly mean anything else', () => {
    for (const text of ['she was our runner up again', 'a close second in June', 'we lost her by a hair, sadly'])
      expect(reasonWithin(text)).toBe('close_second')
    expect(reasonWithin('her pay was fine')).toBeUndefined()
  })
})

describe('what would bring them back', () => {
  it.each([
    ['wants remote', 'remote'],
    ['she would like a team of her own', 'a team of her own'],
    ["they'd really like more ops", 'more ops'],
    ['open to Lisbon', 'Lisbon'],
    ['brings her back if: a lead role', 'a lead role'],
    ['come back for a lead role', 'a lead role'],
  ])('%s', (clause, want) => expect(wantOf(clause)).toBe(want))
  it.each(['wants', 'strong Go', 'nobody wants that'])('%s says nothing of it', (clause) =>
    expect(wantOf(clause)).toBeUndefined(),
  )

  it.each([
    ['remote', true],
    ['fully remote', true],
    ['happy to work remotely too', true],
    ['remote-first', true],
    ['not remote', false],
    ["doesn't work remote", false],
    ['on-site', false],
    ['office only', false],
    ['in office', false],
    ['remote sensing', undefined],
    ['Lisbon', undefined],
  ])('%s: works from afar %s', (clause, remote) => expect(remoteOf(clause)).toBe(remote))

  it('knows what is denied', () => {
    for (const text of [
      'no Go',
      'lacks SQL',
      'lacking depth',
      'weaker in Go',
      'limited Rust',
      'needs Kubernetes',
      "wasn't fluent in Go",
      "haven't seen any Go",
      "they don't know Go",
      'cannot write Go',
    ])
      expect(denies(text), text).toBe(true)
    for (const text of ['strong Go', 'notable Rust', 'nova scotia']) expect(denies(text), text).toBe(false)
  })
})

describe('contacts in a text', () => {
  it.each(FIELD_CASES)('%s', (text, found) => {
    const { text: _, ...contacts } = takeContacts(text, 'GB')
    expect(contacts).toEqual(found)
  })
  it('leave a gap, so that what stood on either side is not one', () => {
    expect(takeContacts('Ana a@b.co SRE').text).toBe('Ana  \u0001  SRE')
    expect(takeContacts('Ana +351 912 345 678 SRE').text).toBe('Ana  \u0001  SRE')
    expect(takeContacts('Ana 020 7946 0958 SRE')).toEqual({ text: 'Ana 020 7946 0958 SRE' })
    expect(takeContacts('Ana 020 7946 0958 SRE', 'XX')).toEqual({ text: 'Ana 020 7946 0958 SRE' })
    expect(takeContacts('Ana +44 20 7946 0958', 'XX').phone).toBe('+44 20 7946 0958')
  })
})
