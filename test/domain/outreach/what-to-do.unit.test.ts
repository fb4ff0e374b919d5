import { describe, expect, it } from 'vitest'
import { nextActs } from '../../../src/domain/outreach/next-acts.ts'
import type { Refusal, Unknowable } from '../../../src/domain/outreach/refusal.ts'
import { classify, SMTP_STAGES, type SmtpStage } from '../../../src/domain/outreach/smtp-outcome.ts'
import { nextActLabel, refusalSentence, type Speaking } from '../../../src/domain/shared/words/gate.ts'
import { ben, day, id, noon } from '../../support/outreach-builders.ts'

const say: Speaking = {
  who: 'Ana',
  day: (on) => `on-${on}`,
  moment: (at) => (at === noon ? 'at noon' : 'another time'),
  member: (member) => (member === ben ? 'Ben' : 'somebody'),
  person: (person) => (person === id<'candidate'>(9) ? 'Ana S.' : 'nobody'),
}
const on = day('2026-03-12')
const stale = (why: 'changed' | 'retracted' | 'may_not_be_told') => ({ factId: id<'fact'>(1), why })

describe('why a message waits, and what to do about it', () => {
  it.each<[Refusal, string, readonly string[]]>([
    [{ kind: 'erased' }, 'This person asked to be erased. Nothing can be sent.', ['Discard the draft']],
    [{ kind: 'merged_away', into: id<'candidate'>(9) }, 'Ana was merged into Ana S..', ['Open the profile', 'Discard the draft']],
    [{ kind: 'hired', on: undefined }, 'Ana was hired.', ['Discard the draft', 'Update where things stand']],
    [{ kind: 'hired', on }, 'Ana was hired on on-2026-03-12.', ['Discard the draft', 'Update where things stand']],
    [{ kind: 'still_interviewing' }, 'Ana is still interviewing.', ['Update where things stand']],
    [{ kind: 'not_told_yet' }, 'Nobody has told Ana the outcome.', ['Draft the decline', 'Mark as told']],
    [{ kind: 'already_told', standing: 'told_no', on }, 'Ana was already told no on on-2026-03-12.', ['Discard the draft', 'Update where things stand']],
    [{ kind: 'already_told', standing: 'told_no', on: undefined }, 'Ana was already told no.', ['Discard the draft', 'Update where things stand']],
    [{ kind: 'already_told', standing: 'withdrew', on: undefined }, 'Ana withdrew; there is nothing to decline.', ['Discard the draft', 'Update where things stand']],
    [{ kind: 'already_told', standing: 'declined_offer', on: undefined }, 'Ana declined our offer; there is nothing to decline.', ['Discard the draft', 'Update where things stand']],
    [{ kind: 'already_told', standing: 'hired', on: undefined }, 'Ana was hired.', ['Discard the draft', 'Update where things stand']],
    [{ kind: 'already_told', standing: 'interviewing', on: undefined }, 'Ana is still interviewing.', ['Discard the draft', 'Update where things stand']],
    [{ kind: 'already_told', standing: 'not_told', on: undefined }, 'Nobody has told Ana the outcome.', ['Discard the draft', 'Update where things stand']],
    [{ kind: 'outcome_on_its_way', on }, 'A decline to Ana is dated on-2026-03-12 already. The outcome is told once.', ['Discard the draft', 'Mark as told']],
    [{ kind: 'answered_meanwhile', on }, 'Ana has answered since this was approved, on on-2026-03-12.', ['Open the profile', 'Discard the draft']],
    [{ kind: 'unsubscribed', reason: 'unsubscribed', since: noon }, 'Ana unsubscribed on at noon.', ['Log a call', 'Discard the draft']],
    [{ kind: 'unsubscribed', reason: 'asked_not_to', since: noon }, 'Ana asked us on at noon not to write.', ['Log a call', 'Discard the draft']],
    [{ kind: 'unsubscribed', reason: 'complaint', since: noon }, 'Ana reported a message of ours as spam on at noon.', ['Log a call', 'Discard the draft']],
    [{ kind: 'unsubscribed', reason: 'hard_bounce', since: noon }, 'Mail to Ana came back on at noon: the address does not exist.', ['Add an address', 'Log a call']],
    [{ kind: 'unsubscribed', reason: 'wrong_person', since: noon }, 'The address of Ana turned out on at noon to be somebody else’s.', ['Add an address', 'Log a call']],
    [{ kind: 'unsubscribed', reason: 'erased', since: noon }, 'The owner of this address asked to be erased.', ['Log a call', 'Discard the draft']],
    [{ kind: 'do_not_contact_person' }, 'Ana is marked *do not contact*.', ['Discard the draft', 'Allow contact again']],
    [{ kind: 'do_not_contact_company', company: 'Acme' }, 'Ana is at Acme, which is on the do-not-contact list.', ['Ask an admin', 'Discard the draft']],
    [{ kind: 'active_in_ats', since: undefined }, 'Ana has an open application in the ATS.', ['Open the profile', 'Update where things stand']],
    [{ kind: 'active_in_ats', since: on }, 'Ana has an open application in the ATS since on-2026-03-12.', ['Open the profile', 'Update where things stand']],
    [{ kind: 'job_closed', on }, 'The role that this tells of was closed on on-2026-03-12.', ['Discard the draft', 'Open the profile']],
    [{ kind: 'ats_stale', asOf: noon }, 'The ATS was last read at noon, too long ago to trust.', ['Try again', 'Ask an admin']],
    [{ kind: 'recontact_window', freeOn: on }, 'Ana was told no a short while ago. Free on on-2026-03-12.', ['Remind me then (on-2026-03-12)']],
    [{ kind: 'permission_missing' }, 'There is no permission to contact Ana on record.', ['Record permission', 'Log a call']],
    [{ kind: 'permission_expired', on }, 'The permission to contact Ana ran out on on-2026-03-12.', ['Record permission', 'Log a call']],
    [{ kind: 'permission_withdrawn', on }, 'Ana withdrew the permission to contact on on-2026-03-12.', ['Log a call', 'Discard the draft']],
    [{ kind: 'cap', count: 1, days: 1, freeOn: on }, 'Ana may get one message in a day, and has. Free on on-2026-03-12.', ['Schedule for on-2026-03-12', 'Remind me then (on-2026-03-12)']],
    [{ kind: 'cap', count: 3, days: 90, freeOn: on }, 'Ana may get 3 messages in 90 days, and has. Free on on-2026-03-12.', ['Schedule for on-2026-03-12', 'Remind me then (on-2026-03-12)']],
    [{ kind: 'collision', by: ben, since: on, last: on, how: 'call', freeOn: on }, 'Ben is already talking with Ana, since on-2026-03-12; the last word was a call on on-2026-03-12.', ['Talk to Ben', 'Ask to take over', 'Remind me then (on-2026-03-12)']],
    [{ kind: 'collision', by: ben, since: on, last: on, how: 'message', freeOn: on }, 'Ben is already talking with Ana, since on-2026-03-12; the last word was a message on on-2026-03-12.', ['Talk to Ben', 'Ask to take over', 'Remind me then (on-2026-03-12)']],
    [{ kind: 'collision', by: ben, since: on, last: on, how: 'reply', freeOn: on }, 'Ben is already talking with Ana, since on-2026-03-12; the last word was an answer of theirs on on-2026-03-12.', ['Talk to Ben', 'Ask to take over', 'Remind me then (on-2026-03-12)']],
    [{ kind: 'no_address' }, 'There is no e-mail address for Ana.', ['Add an address', 'Log a call']],
    [{ kind: 'stale_facts', facts: [stale('changed')] }, 'The draft is older than what it says: a fact was changed.', ['Draft again']],
    [{ kind: 'stale_facts', facts: [stale('changed'), stale('retracted'), stale('changed'), stale('may_not_be_told')] }, 'The draft is older than what it says: a fact was changed, a fact was taken back and a fact may no longer be mentioned.', ['Draft again']],
  ])('%j', (refusal, sentence, acts) => {
    expect(refusalSentence(refusal, say)).toBe(sentence)
    expect(nextActs(refusal).map((act) => nextActLabel(act, say))).toEqual(acts)
  }) // biome-ignore format: a table

  it.each<[Unknowable, string, readonly string[]]>([
    ['person', 'whether Ana is still on record', ['Try again', 'Ask an admin']],
    ['standing', 'where things stand with Ana', ['Update where things stand']],
    ['day_told', 'on which day Ana was told no', ['Mark as told', 'Update where things stand']],
    ['permission', 'whether Ana allowed contact', ['Try again', 'Ask an admin']],
    ['suppression', 'whether Ana unsubscribed', ['Try again', 'Ask an admin']],
    ['do_not_contact', 'the do-not-contact list', ['Try again', 'Ask an admin']],
    ['ats', 'the ATS', ['Try again', 'Ask an admin']],
    ['job', 'whether the role is still open', ['Try again', 'Ask an admin']],
    ['address', 'the address of Ana', ['Try again', 'Ask an admin']],
    ['messages', 'what was sent to Ana lately', ['Try again', 'Ask an admin']],
    ['conversations', 'who is talking with Ana', ['Try again', 'Ask an admin']],
    ['replies', 'whether Ana has answered', ['Try again', 'Ask an admin']],
    ['facts', 'the facts that the draft cites', ['Try again', 'Ask an admin']],
  ])('not knowing %s waits, too', (about, what, acts) => {
    expect(refusalSentence({ kind: 'unknown', about }, say)).toBe(`We could not check ${what}, so this waits.`)
    expect(nextActs({ kind: 'unknown', about }).map((act) => nextActLabel(act, say))).toEqual(acts)
  })

  it('leads to the person whose record it is', () => {
    expect(nextActs({ kind: 'merged_away', into: id<'candidate'>(9) })[0]).toEqual({
      kind: 'open_person',
      candidateId: id<'candidate'>(9),
    })
  })
})

describe('how a conversation with a mail server ended', () => {
  const answered = (stage: SmtpStage, code: number, enhanced?: string) =>
    classify({ kind: 'answered', stage, code, enhanced })
  it('is told by the code, with the enhanced one where given', () => {
    expect(answered('rcpt', 450, '4.7.1')).toEqual({ kind: 'later', code: '450 4.7.1' })
    expect(answered('rcpt', 550)).toEqual({ kind: 'rejected', code: '550' })
  })
  it.each([
    [199, 'unknown'], [200, 'accepted'], [250, 'accepted'], [299, 'accepted'], [300, 'unknown'], [399, 'unknown'], [400, 'later'], [499, 'later'],
    [500, 'rejected'], [599, 'rejected'], [600, 'unknown'],
  ] as const)('%d behind the closing dot is %s', (code, kind) =>
    expect(answered('message_end', code)).toEqual(kind === 'accepted' ? { kind } : { kind, code: String(code) }),
  ) // biome-ignore format: a table
  it.each([199, 250, 354, 600])('%d before the closing dot is none of an end', (code) =>
    expect(answered('data', code)).toEqual({ kind: 'later', code: String(code) }),
  )
  it('of a refusal is about us until a sender was named, and about them from then on', () => {
    expect(SMTP_STAGES.map((stage) => answered(stage, 550).kind)).toEqual([
      ...Array<string>(4).fill('later'),
      ...Array<string>(5).fill('rejected'),
    ])
  })
  it('without an answer is in doubt only where the message may have been whole', () => {
    const broken = (stage: SmtpStage | 'unknown') => classify({ kind: 'broken', stage, why: 'reset' })
    expect(broken('message')).toEqual({ kind: 'later', code: 'reset' })
    expect([broken('message_end'), broken('unknown')]).toEqual([
      { kind: 'unknown', code: 'reset' },
      { kind: 'unknown', code: 'reset' },
    ])
  })
})
