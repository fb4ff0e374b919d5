import { describe, expect, it } from 'vitest'
import { gate } from '../../../src/domain/outreach/gate.ts'
import { DEFAULT_OUTREACH_SETTINGS } from '../../../src/domain/outreach/settings.ts'
import type { ReplyState } from '../../../src/domain/replies/reply.ts'
import {
  aDecline,
  anEarlierSend,
  aSend,
  ben,
  day,
  daysAgo,
  daysAhead,
  facts,
  id,
  ines,
  noon,
  notYet,
  okToSend,
  tom,
} from '../../support/outreach-builders.ts'

describe('the frequency cap', () => {
  it('counts our own earlier message and says when she is free', () => {
    expect(gate(aSend(), facts({ sends: [anEarlierSend()] }), noon)).toEqual(
      notYet({ kind: 'cap', count: 1, days: 14, freeOn: day('2026-10-25') }),
    )
  })
  it('counts what is approved but has not left, and what may have arrived', () => {
    for (const state of ['approved', 'claimed', 'handing_over', 'retry_wait', 'in_doubt'] as const) {
      expect(gate(aSend(), facts({ sends: [anEarlierSend({ state })] }), noon).kind).toBe('not_yet')
    }
    const givenUp = anEarlierSend({ state: 'failed', lastError: 'given_up_in_doubt' })
    expect(gate(aSend(), facts({ sends: [givenUp] }), noon).kind).toBe('not_yet')
  })
  it('does not count what never left', () => {
    const sends = (['failed', 'refused', 'cancelled'] as const).map((state) => anEarlierSend({ state }))
    expect(gate(aSend(), facts({ sends }), noon)).toEqual(okToSend)
  })
  it('does not count the message itself when it is asked again at the hand-over', () => {
    const own = anEarlierSend({ state: 'claimed', at: noon })
    expect(gate(aSend({ sendId: own.id }), facts({ sends: [own] }), noon)).toEqual(okToSend)
  })
  it('with two allowed is free when the older of the two is out of the window', () => {
    const sends = [anEarlierSend({ at: daysAgo(2) }), anEarlierSend({ id: id<'send'>(2), at: daysAgo(10) })]
    const settings = { ...DEFAULT_OUTREACH_SETTINGS, capCount: 2, capDays: 30 }
    expect(gate(aSend(), facts({ sends, settings }), noon)).toEqual(
      notYet({ kind: 'cap', count: 2, days: 30, freeOn: day('2026-11-03') }),
    )
  })
  it('leaves today free where a message is planned for long after', () => {
    const planned = anEarlierSend({ state: 'approved', at: daysAhead(60) })
    expect(gate(aSend(), facts({ sends: [planned] }), noon)).toEqual(okToSend)
    expect(gate(aSend({ notBefore: daysAhead(55) }), facts({ sends: [planned] }), noon)).toEqual(
      notYet({ kind: 'cap', count: 1, days: 14, freeOn: day('2026-12-27') }),
    )
    expect(gate(aSend(), facts({ sends: [anEarlierSend({ state: 'approved', at: daysAhead(3) })] }), noon)).toEqual(
      notYet({ kind: 'cap', count: 1, days: 14, freeOn: day('2026-10-31') }),
    )
  })
  it('names a day on which she really is free, between what was sent and what is planned', () => {
    const sends = [
      anEarlierSend({ at: daysAgo(3) }),
      anEarlierSend({ id: id<'send'>(2), state: 'approved', at: daysAhead(20) }),
    ]
    expect(gate(aSend(), facts({ sends }), noon)).toMatchObject({ because: [{ kind: 'cap', freeOn: '2026-11-17' }] })
  })
  it('with two allowed counts no stretch of days twice', () => {
    const sends = [
      anEarlierSend({ at: daysAgo(10) }),
      anEarlierSend({ id: id<'send'>(2), state: 'approved', at: daysAhead(10) }),
    ]
    const settings = { ...DEFAULT_OUTREACH_SETTINGS, capCount: 2 }
    expect(gate(aSend(), facts({ sends, settings }), noon)).toEqual(okToSend)
  })
})

describe('an answer to what she wrote herself', () => {
  const wrote = (days: number, state: ReplyState = 'waiting') => ({ lastReply: { at: daysAgo(days), state } })
  const toldTenDaysAgo = { standing: { standing: 'told_no', day: day('2026-10-04') } } as const
  it('goes out although our message is three days old', () => {
    for (const state of ['waiting', 'interested', 'later', 'done'] as const)
      expect(gate(aSend(), facts({ sends: [anEarlierSend()], ...wrote(1, state) }), noon)).toEqual(okToSend)
  })
  it('goes out once: what was sent since counts anew', () => {
    const sends = [anEarlierSend(), anEarlierSend({ id: id<'send'>(2), at: daysAgo(1) })]
    expect(gate(aSend(), facts({ sends, ...wrote(2) }), noon)).toEqual(
      notYet({ kind: 'cap', count: 1, days: 14, freeOn: day('2026-10-27') }),
    )
  })
  it('goes out within the days of rest after a no, also on the day on which she was told', () => {
    for (const days of [1, 10])
      expect(gate(aSend(), facts({ ...toldTenDaysAgo, ...wrote(days) }), noon)).toEqual(okToSend)
  })
  it('is none where she wrote before she was told, or so long ago that nobody waits for it', () => {
    const rest = notYet({ kind: 'recontact_window', freeOn: day('2027-01-02') })
    expect(gate(aSend(), facts({ ...toldTenDaysAgo, ...wrote(11) }), noon)).toEqual(rest)
    const settings = { ...DEFAULT_OUTREACH_SETTINGS, collisionDays: 7 }
    expect(gate(aSend(), facts({ ...toldTenDaysAgo, ...wrote(7), settings }), noon)).toEqual(rest)
  })
  it('is none where she wants no more, or is somebody else', () => {
    for (const state of ['not_interested', 'wrong_person'] as const) {
      const known = facts({ ...toldTenDaysAgo, sends: [anEarlierSend()], ...wrote(1, state) })
      expect(gate(aSend(), known, noon)).toMatchObject({ because: [{ kind: 'recontact_window' }, { kind: 'cap' }] })
    }
  })
  it('does not come from another while a colleague is talking with her', () => {
    const conversations = [{ with: ben, at: daysAgo(1) }]
    expect(gate(aSend(), facts({ conversations, ...wrote(1) }), noon)).toMatchObject({
      because: [{ kind: 'collision' }],
    })
  })
  it('waits with the rest where nobody could read whether she wrote', () => {
    const unread = { lastReply: 'unknown' } as const
    expect(gate(aSend(), facts({ ...toldTenDaysAgo, ...unread }), noon)).toMatchObject({
      because: [{ kind: 'recontact_window' }],
    })
    expect(gate(aSend(), facts({ sends: [anEarlierSend()], ...unread }), noon)).toMatchObject({
      because: [{ kind: 'cap' }],
    })
  })
})

describe('a text that was approved before she wrote', () => {
  const answered = (days: number) => facts({ lastReply: { at: daysAgo(days), state: 'waiting' } })
  it('waits for somebody who has read it, whatever it is for', () => {
    expect(gate(aSend({ approvedAt: daysAgo(5) }), answered(2), noon)).toEqual(
      notYet({ kind: 'answered_meanwhile', on: day('2026-10-12') }),
    )
    const notTold = { standing: { standing: 'not_told', day: undefined } } as const
    expect(gate(aDecline({ approvedAt: daysAgo(5) }), { ...answered(2), ...notTold }, noon)).toEqual(
      notYet({ kind: 'answered_meanwhile', on: day('2026-10-12') }),
    )
  })
  it('leaves where she wrote before, or never', () => {
    expect(gate(aSend({ approvedAt: daysAgo(2) }), answered(5), noon)).toEqual(okToSend)
    expect(gate(aSend({ approvedAt: daysAgo(2) }), facts(), noon)).toEqual(okToSend)
  })
  it('waits where nobody could read whether she wrote', () => {
    expect(gate(aSend({ approvedAt: daysAgo(2) }), facts({ lastReply: 'unknown' }), noon)).toEqual(
      notYet({ kind: 'unknown', about: 'replies' }),
    )
  })
})

describe('somebody else already talking with her', () => {
  it('keeps our message back and names them', () => {
    const sends = [anEarlierSend({ by: [ben], at: daysAgo(6) })]
    const settings = { ...DEFAULT_OUTREACH_SETTINGS, capDays: 5 }
    expect(gate(aSend(), facts({ sends, settings }), noon)).toEqual(
      notYet({
        kind: 'collision',
        by: ben,
        since: day('2026-10-08'),
        last: day('2026-10-08'),
        how: 'message',
        freeOn: day('2026-10-22'),
      }),
    )
  })
  it('is also a reply or a call', () => {
    const conversations = [
      { with: ben, at: daysAgo(9) },
      { with: ben, at: daysAgo(2) },
    ]
    expect(gate(aSend(), facts({ conversations }), noon)).toEqual(
      notYet({
        kind: 'collision',
        by: ben,
        since: day('2026-10-05'),
        last: day('2026-10-12'),
        how: 'reply',
        freeOn: day('2026-10-26'),
      }),
    )
  })
  it('is no collision where the conversation is ours: the sender’s or the approver’s', () => {
    const conversations = [
      { with: tom, at: daysAgo(2) },
      { with: ines, at: daysAgo(3) },
    ]
    expect(gate(aSend({ members: [ines, tom] }), facts({ conversations }), noon)).toEqual(okToSend)
  })
  it('says how the last word was said, also where that was a call', () => {
    const conversations = [
      { with: ben, at: daysAgo(1), how: 'call' as const },
      { with: ben, at: daysAgo(3), how: 'reply' as const },
    ]
    const verdict = gate(aSend(), facts({ conversations }), noon)
    expect(verdict).toMatchObject({ because: [{ how: 'call', last: day('2026-10-13'), since: day('2026-10-11') }] })
  })
  it('is ours once the colleague left it to us, up to that moment', () => {
    const conversations = [{ with: ben, at: daysAgo(2) }]
    const pass = { from: ben, to: ines, at: daysAgo(1) }
    expect(gate(aSend({ members: [ines] }), facts({ conversations, passes: [pass] }), noon)).toEqual(okToSend)
    const again = [...conversations, { with: ben, at: daysAgo(0) }]
    expect(gate(aSend({ members: [ines] }), facts({ conversations: again, passes: [pass] }), noon)).toMatchObject({
      because: [{ kind: 'collision', by: ben, since: day('2026-10-14') }],
    })
    // At the very moment it still counts as left.
    const moment = [{ with: ben, at: pass.at }]
    expect(gate(aSend({ members: [ines] }), facts({ conversations: moment, passes: [pass] }), noon)).toEqual(okToSend)
  })
  it('goes on from hand to hand, in the order in which it was left, and then collides with whoever has it', () => {
    const conversations = [{ with: ben, at: daysAgo(5) }]
    const passes = [
      { from: tom, to: ines, at: daysAgo(2) },
      { from: ben, to: tom, at: daysAgo(3) },
    ]
    expect(gate(aSend({ members: [ines] }), facts({ conversations, passes }), noon)).toEqual(okToSend)
    expect(gate(aSend({ members: [ben] }), facts({ conversations, passes }), noon)).toMatchObject({
      because: [{ kind: 'collision', by: ines }],
    })
  })
  it('of a message as well', () => {
    const sends = [anEarlierSend({ by: [ben], at: daysAgo(6) })]
    const settings = { ...DEFAULT_OUTREACH_SETTINGS, capDays: 5 }
    const passes = [{ from: ben, to: ines, at: daysAgo(1) }]
    expect(gate(aSend({ members: [ines] }), facts({ sends, settings, passes }), noon)).toEqual(okToSend)
  })
  it('is no conversation yet where a colleague planned a message for long after', () => {
    const planned = (days: number) => [anEarlierSend({ by: [ben], state: 'approved', at: daysAhead(days) })]
    expect(gate(aSend(), facts({ sends: planned(60) }), noon)).toEqual(okToSend)
    const settings = { ...DEFAULT_OUTREACH_SETTINGS, capDays: 1 }
    expect(gate(aSend(), facts({ sends: planned(5), settings }), noon)).toMatchObject({
      because: [{ kind: 'collision', by: ben }],
    })
  })
  it('is over after two quiet weeks', () => {
    expect(gate(aSend(), facts({ conversations: [{ with: ben, at: daysAgo(14) }] }), noon)).toEqual(okToSend)
  })
})
