import { describe, expect, it } from 'vitest'
import { gate } from '../../../src/domain/outreach/gate.ts'
import type { GateFacts } from '../../../src/domain/outreach/gate-facts.ts'
import { instant } from '../../../src/domain/shared/time.ts'
import {
  aDecline,
  anEarlierSend,
  aPermission,
  aSend,
  day,
  daysAgo,
  daysAhead,
  facts,
  id,
  noon,
  notYet,
  okToSend,
  zone,
} from '../../support/outreach-builders.ts'

describe('a message to a silver medallist', () => {
  it('goes out where she was told no long ago, allowed contact and nobody talks with her', () => {
    expect(gate(aSend(), facts(), noon)).toEqual(okToSend)
  })

  it('waits while she is still interviewing', () => {
    expect(gate(aSend(), facts({ standing: { standing: 'interviewing', day: undefined } }), noon)).toEqual(
      notYet({ kind: 'still_interviewing' }),
    )
  })

  it('waits until somebody has told her the outcome', () => {
    expect(gate(aSend(), facts({ standing: { standing: 'not_told', day: undefined } }), noon)).toEqual(
      notYet({ kind: 'not_told_yet' }),
    )
  })

  it('goes to people who withdrew or declined our offer, without a pause', () => {
    for (const standing of ['withdrew', 'declined_offer'] as const) {
      expect(gate(aSend(), facts({ standing: { standing, day: day('2026-10-13') } }), noon)).toEqual(okToSend)
    }
  })

  it('never goes to somebody we hired', () => {
    const hired = { standing: 'hired', day: day('2026-09-01') } as const
    expect(gate(aSend(), facts({ standing: hired }), noon)).toEqual(notYet({ kind: 'hired', on: day('2026-09-01') }))
  })

  it('gives only the one reason that matters where the person is erased or merged away', () => {
    const nothingKnown = { permissions: 'unknown', standing: 'unknown', address: 'none' } as const
    expect(gate(aSend(), facts({ person: { kind: 'erased' }, ...nothingKnown }), noon)).toEqual(
      notYet({ kind: 'erased' }),
    )
    const into = id<'candidate'>(7)
    expect(gate(aSend(), facts({ person: { kind: 'merged', into }, ...nothingKnown }), noon)).toEqual(
      notYet({ kind: 'merged_away', into }),
    )
  })

  it('says every reason at once, what is final before what only takes time', () => {
    const verdict = gate(
      aSend(),
      facts({
        standing: { standing: 'told_no', day: day('2026-10-05') },
        address: 'none',
        permissions: [],
        suppressions: [{ reason: 'unsubscribed', at: daysAgo(2) }],
      }),
      noon,
    )
    expect(verdict).toEqual(
      notYet(
        { kind: 'unsubscribed', reason: 'unsubscribed', since: daysAgo(2) },
        { kind: 'permission_missing' },
        { kind: 'recontact_window', freeOn: day('2027-01-03') },
        { kind: 'no_address' },
      ),
    )
  })
})

describe('the re-contact window', () => {
  const toldOn = (on: string) => facts({ standing: { standing: 'told_no', day: day(on) } })

  it('says from which day on she may be written to', () => {
    expect(gate(aSend(), toldOn('2026-10-05'), noon)).toEqual(
      notYet({ kind: 'recontact_window', freeOn: day('2027-01-03') }),
    )
  })

  it('is over on that very day, by her own calendar', () => {
    const lateEvening = instant('2026-10-14T12:30:00Z')
    const inAuckland = { ...toldOn('2026-07-17'), zone: zone('Pacific/Auckland') }
    expect(gate(aSend(), inAuckland, lateEvening)).toEqual(okToSend)
    expect(gate(aSend(), { ...inAuckland, zone: zone('America/Los_Angeles') }, lateEvening)).toEqual(
      notYet({ kind: 'recontact_window', freeOn: day('2026-10-15') }),
    )
  })

  it('waits for the day where nobody wrote down when she was told', () => {
    expect(gate(aSend(), facts({ standing: { standing: 'told_no', day: undefined } }), noon)).toEqual(
      notYet({ kind: 'unknown', about: 'day_told' }),
    )
  })

  it('lets a message be approved today that is scheduled for after it', () => {
    expect(gate(aSend({ notBefore: daysAhead(30) }), toldOn('2026-08-01'), noon)).toEqual(okToSend)
  })
})

describe('permission', () => {
  const allowed = (permissions: GateFacts['permissions']) => gate(aSend(), facts({ permissions }), noon)

  it('must be there', () => {
    expect(allowed([])).toEqual(notYet({ kind: 'permission_missing' }))
  })
  it('must be for contact, not only for keeping the record', () => {
    expect(allowed([aPermission({ purpose: 'store' })])).toEqual(notYet({ kind: 'permission_missing' }))
  })
  it('must not have run out', () => {
    expect(allowed([aPermission({ expiresAt: daysAgo(1) })])).toEqual(
      notYet({ kind: 'permission_expired', on: day('2026-10-13') }),
    )
  })
  it('must still stand on the day for which the message is scheduled', () => {
    const soonOver = facts({ permissions: [aPermission({ expiresAt: daysAhead(5) })] })
    expect(gate(aSend({ notBefore: daysAhead(9) }), soonOver, noon)).toEqual(
      notYet({ kind: 'permission_expired', on: day('2026-10-19') }),
    )
  })
  it('is gone once withdrawn', () => {
    expect(allowed([aPermission({ withdrawnAt: daysAgo(4) })])).toEqual(
      notYet({ kind: 'permission_withdrawn', on: day('2026-10-10') }),
    )
  })
})

describe('who must not be written to', () => {
  it('hears nothing after unsubscribing, complaining or bouncing for good', () => {
    for (const reason of ['unsubscribed', 'asked_not_to', 'complaint', 'hard_bounce', 'erased'] as const) {
      const verdict = gate(aSend(), facts({ suppressions: [{ reason, at: daysAgo(9) }] }), noon)
      expect(verdict).toEqual(notYet({ kind: 'unsubscribed', reason, since: daysAgo(9) }))
    }
  })
  it('is named by the gravest of several reasons', () => {
    const suppressions = [
      { reason: 'hard_bounce', at: daysAgo(1) },
      { reason: 'complaint', at: daysAgo(9) },
    ] as const
    expect(gate(aSend(), facts({ suppressions }), noon)).toEqual(
      notYet({ kind: 'unsubscribed', reason: 'complaint', since: daysAgo(9) }),
    )
  })
  it('is a person, or anybody at a company, marked do not contact', () => {
    expect(gate(aSend(), facts({ doNotContact: { person: true, company: undefined } }), noon)).toEqual(
      notYet({ kind: 'do_not_contact_person' }),
    )
    expect(gate(aSend(), facts({ doNotContact: { person: false, company: 'Acme' } }), noon)).toEqual(
      notYet({ kind: 'do_not_contact_company', company: 'Acme' }),
    )
  })
  it('is somebody with an open application in the ATS', () => {
    const since = day('2026-10-07')
    expect(gate(aSend(), facts({ ats: { kind: 'active', since, asOf: noon } }), noon)).toEqual(
      notYet({ kind: 'active_in_ats', since }),
    )
  })
  it('is anybody, where the ATS was last read too long ago', () => {
    expect(gate(aSend(), facts({ ats: { kind: 'inactive', asOf: daysAgo(2) } }), noon)).toEqual(
      notYet({ kind: 'ats_stale', asOf: daysAgo(2) }),
    )
    expect(gate(aSend(), facts({ ats: { kind: 'inactive', asOf: noon } }), noon)).toEqual(okToSend)
  })
})

describe('a draft that cites facts', () => {
  const cited = id<'fact'>(5)
  const send = aSend({ cites: [cited], revisionMadeAt: daysAgo(3) })

  it('goes out while they stand as they were', () => {
    expect(gate(send, facts({ cited: [{ id: cited, changedAt: daysAgo(3), now: 'tellable' }] }), noon)).toEqual(
      okToSend,
    )
  })
  it('is stale once one was changed, taken back, made internal or is gone', () => {
    const stale = (why: 'changed' | 'retracted' | 'may_not_be_told') =>
      notYet({ kind: 'stale_facts', facts: [{ factId: cited, why }] })
    expect(gate(send, facts({ cited: [{ id: cited, changedAt: daysAgo(2), now: 'tellable' }] }), noon)).toEqual(
      stale('changed'),
    )
    expect(gate(send, facts({ cited: [{ id: cited, changedAt: daysAgo(9), now: 'retracted' }] }), noon)).toEqual(
      stale('retracted'),
    )
    expect(gate(send, facts({ cited: [{ id: cited, changedAt: daysAgo(9), now: 'may_not_be_told' }] }), noon)).toEqual(
      stale('may_not_be_told'),
    )
    expect(gate(send, facts({ cited: [] }), noon)).toEqual(stale('retracted'))
  })
})

describe('a decline', () => {
  const waiting = { standing: 'not_told', day: undefined } as const

  it('tells somebody who was not told, without permission for contact and whatever friendly note went out last week', () => {
    expect(gate(aDecline(), facts({ standing: waiting, permissions: [], sends: [anEarlierSend()] }), noon)).toEqual(
      okToSend,
    )
  })
  it('does not go to who was told already, withdrew or declined our offer', () => {
    for (const standing of ['told_no', 'withdrew', 'declined_offer'] as const) {
      const on = day('2026-10-01')
      expect(gate(aDecline(), facts({ standing: { standing, day: on } }), noon)).toEqual(
        notYet({ kind: 'already_told', standing, on }),
      )
    }
  })
  it('waits while the interviews go on', () => {
    expect(gate(aDecline(), facts({ standing: { standing: 'interviewing', day: undefined } }), noon)).toEqual(
      notYet({ kind: 'still_interviewing' }),
    )
  })
  it('is sent once, however many cards were approved', () => {
    const sends = [anEarlierSend({ purpose: 'decline', state: 'approved', at: noon })]
    expect(gate(aDecline(), facts({ standing: waiting, sends }), noon)).toEqual(
      notYet({ kind: 'outcome_on_its_way', on: day('2026-10-14') }),
    )
  })
  it('is a call where she unsubscribed or the address bounced', () => {
    const verdict = gate(
      aDecline(),
      facts({ standing: waiting, suppressions: [{ reason: 'unsubscribed', at: daysAgo(9) }] }),
      noon,
    )
    expect(verdict).toEqual(notYet({ kind: 'unsubscribed', reason: 'unsubscribed', since: daysAgo(9) }))
  })
})
