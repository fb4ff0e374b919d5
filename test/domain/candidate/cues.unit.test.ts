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

  it.each([
    ['close_second', ['second place', 'lost by a hair', 'close second', 'silver medal', 'narrowly', 'runner up']],
    ['role_closed', ['the role is closed', 'the job got cancelled', 'our opening was pulled', 'role paused', 'position put on hold', 'closed req', 'paused role', 'cancelled job', 'role frozen']],
    ['level', ['slightly too junior', 'a little too senior', 'under-qualified', 'over levelled']],
    ['pay', ['comp', 'pay gap', 'salary mismatch', 'pay too high', 'his salary', 'their salary']],
    ['location', ['could not relocate', 'did not want to relocate', "didn't want to relocate", 'would not relocate', "wouldn't relocate", 'work permit', 'location']],
    ['timing', ['wrong time', 'their start date', 'his notice period', 'not ready yet']],
  ] as const)('is %s in other words, too', (reason, causes) => {
    for (const cause of causes) expect(reasonOf(cause), cause).toBe(reason)
  }) // biome-ignore format: a table

  it.each([
    ['he was rejected over pay', 'pay'],
    ['they were rejected over pay', 'pay'],
    ['they lost over pay', 'pay'],
    ['is too junior', 'level'],
    ['she has been too junior', 'level'],
    ['they have been too junior', 'level'],
    ['had been too junior', 'level'],
    ['been too junior', 'level'],
    ['already too senior', 'level'],
    ['then lost over pay', 'pay'],
    ['our runner-up', 'close_second'],
    ['a runner-up', 'close_second'],
    ['was the runner-up', 'close_second'],
    ['finished second place', 'close_second'],
    ['finished as runner-up', 'close_second'],
    ['but too junior', 'level'],
    ['and too junior', 'level'],
    ["she's too junior", 'level'],
    ["they're too junior", 'level'],
    ['missed over timing', 'timing'],
    ['not hired over pay', 'pay'],
    ['passed on over visa', 'location'],
    ['lost because of pay', 'pay'],
    ['Lost Over Pay', 'pay'],
  ])('whoever it is said of: %s', (clause, reason) => expect(reasonClauseOf(clause)).toBe(reason))

  it.each(['', 'payroll engineer', 'loves money laundering cases', 'levelheaded', 'great timing in the talk'])(
    'is not heard in %j',
    (text) => {
      expect(reasonOf(text)).toBeUndefined()
      expect(reasonClauseOf(text)).toBeUndefined()
    },
  )

  it('is heard within a sentence only where it can hardly mean anything else', () => {
    for (const text of [
      'she was our runner up again',
      'she was our runnerup again',
      'a close second in June',
      'we lost her by a hair, sadly',
      'she came second to somebody in June',
      'she was second to somebody in June',
      'they were second to somebody in June',
    ])
      expect(reasonWithin(text), text).toBe('close_second')
    expect(reasonWithin('every second counts')).toBeUndefined()
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
    ['come back if we need a lead', 'we need a lead'],
    ['he wants Rust', 'Rust'],
    ['they want Rust', 'Rust'],
    ['wanted Rust', 'Rust'],
    ['she  really  wants  Rust', 'Rust'],
    ['also likes Rust', 'Rust'],
    ['but likes Rust', 'Rust'],
    ['and likes Rust', 'Rust'],
    ['would also like Rust', 'Rust'],
    ["'d like Rust", 'Rust'],
    ["she'd like Rust", 'Rust'],
    ["he'd like Rust", 'Rust'],
    ['looking for Rust', 'Rust'],
    ['looks for Rust', 'Rust'],
    ['hopes for Rust', 'Rust'],
    ['interested in Rust', 'Rust'],
    ['keen on Rust', 'Rust'],
    ['dreams of Rust', 'Rust'],
    ['bring him back if a lead role', 'a lead role'],
    ['brings them back for Rust', 'Rust'],
    ['brings her back: Rust', 'Rust'],
    ['bring back for Rust', 'Rust'],
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
    ['full remote', true],
    ['fully  remote', true],
    ['ok with remote', true],
    ['okay with remote', true],
    ['open to remote', true],
    ['is remote', true],
    ['to be remote', true],
    ['prefers remote', true],
    ['prefer remote', true],
    ['wants remote', true],
    ['want remote', true],
    ['only remote', true],
    ['can work remotely', true],
    ['works remotely', true],
    ['working remotely', true],
    ['works from remote', true],
    ['100% remote', true],
    ['a remote job', true],
    ['a remote role', true],
    ['job remote only', true],
    ['role remote only', true],
    ['remote ok', true],
    ['remote okay', true],
    ['remote only', true],
    ['remote please', true],
    ['remote is fine', true],
    ['remote-friendly', true],
    ['remote work', true],
    ['remote working', true],
    ['no remote', false],
    ['no  remote', false],
    ['non-remote', false],
    ['never remote', false],
    ['does not work remotely', false],
    ["won't work remotely", false],
    ['onsite', false],
    ['on site only', false],
    ['remote sensing', undefined],
    ['hates remote', undefined],
    ['whether or not remote', undefined],
    ['no remote sensing', undefined],
    ['lives near the office', undefined],
    ['office manager', undefined],
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
      'not sure of Go',
      'without Go',
      'a lack of Go',
      'lacked Go',
      'missing Go',
      'weak Go',
      'her weakness is Go',
      'little Go',
      'never used Go',
      'we need Go',
      'a gap in Go',
      'rusty Go',
      'has yet to learn Go',
      'learns Go',
      'learning Go',
      'less Go',
      "isn't fluent in Go",
      "aren't fluent in Go",
      "weren't fluent in Go",
      "doesn't know Go",
      "didn't know Go",
      "hasn't seen Go",
      "hadn't seen Go",
      "can't write Go",
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
