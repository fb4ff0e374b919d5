import { describe, expect, it } from 'vitest'
import { gate } from '../../../src/domain/outreach/gate.ts'
import { DEFAULT_OUTREACH_SETTINGS } from '../../../src/domain/outreach/settings.ts'
import {
  anEarlierSend,
  aSend,
  ben,
  day,
  daysAgo,
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
  it('is over after two quiet weeks', () => {
    expect(gate(aSend(), facts({ conversations: [{ with: ben, at: daysAgo(14) }] }), noon)).toEqual(okToSend)
  })
})
