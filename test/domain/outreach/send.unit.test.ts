import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  approvedSend,
  decide,
  MOST_ATTEMPTS,
  mayReachThem,
  RETRY_AFTER_MINUTES,
  SEND_ACTIONS,
  SEND_STATES,
  type Send,
  type SendEvent,
} from '../../../src/domain/outreach/send.ts'
import { classify, SMTP_STAGES, type SmtpOutcome } from '../../../src/domain/outreach/smtp-outcome.ts'
import { HOUR, MINUTE, plus } from '../../../src/domain/shared/time.ts'
import { ines, noon } from '../../support/outreach-builders.ts'
import { runs } from '../runs.ts'

const approved = approvedSend(noon)
const given = (...events: readonly SendEvent[]): Send =>
  events.reduce((send, event) => {
    const result = decide(send, event)
    if (!result.ok) throw new Error(`${event.kind} was refused: ${JSON.stringify(result.refusal)}`)
    return result.value
  }, approved)
const claim: SendEvent = { kind: 'claim', now: noon }
const handOver: SendEvent = { kind: 'hand_over' }
const answered = (outcome: SmtpOutcome, now = noon): SendEvent => ({ kind: 'answered', outcome, now })
const by = { by: ines, now: plus(noon, HOUR) } as const

describe('a send', () => {
  it('is claimed when its time has come, handed over, and sent', () => {
    const early = decide(approved, { kind: 'claim', now: plus(noon, -1) })
    expect(early).toEqual({ ok: false, refusal: { kind: 'not_due', dueAt: noon } })
    expect(given(claim, handOver, answered({ kind: 'accepted' }))).toMatchObject({
      state: 'handed_over',
      handedOverAt: noon,
      attempts: 1,
    })
  })

  it('can be undone until the hand-over begins, and not after', () => {
    expect(given({ kind: 'undo', ...by }).state).toBe('cancelled')
    expect(given(claim, { kind: 'undo', ...by })).toMatchObject({ state: 'cancelled', resolvedBy: ines })
    expect(decide(given(claim, handOver), { kind: 'undo', ...by })).toEqual({
      ok: false,
      refusal: { kind: 'not_in_this_state', state: 'handing_over', event: 'undo' },
    })
  })

  it('that was undone while claimed is not handed over', () => {
    expect(decide(given(claim, { kind: 'undo', ...by }), handOver).ok).toBe(false)
  })

  it('is planned again where the worker died before the hand-over', () => {
    expect(given(claim, { kind: 'lease_expired' })).toEqual(approved)
  })

  it('is in doubt where the worker died during the hand-over, and nobody but a person moves it on', () => {
    const inDoubt = given(claim, handOver, { kind: 'lease_expired' })
    expect(inDoubt.state).toBe('in_doubt')
    expect(SEND_ACTIONS[inDoubt.state]).toEqual(['it_arrived', 'send_again', 'give_up'])
    for (const event of [claim, handOver, { kind: 'lease_expired' }, answered({ kind: 'accepted' })] as const)
      expect(decide(inDoubt, event).ok).toBe(false)
  })

  it('in doubt is settled by a person: it arrived, send again, give up', () => {
    const inDoubt = [claim, handOver, { kind: 'lease_expired' }] as const
    expect(given(...inDoubt, { kind: 'it_arrived', ...by })).toMatchObject({ state: 'handed_over', resolvedBy: ines })
    expect(given(...inDoubt, { kind: 'send_again', ...by })).toMatchObject({
      state: 'approved',
      attempts: 0,
      dueAt: by.now,
    })
    const givenUp = given(...inDoubt, { kind: 'give_up', ...by })
    expect(givenUp.state).toBe('failed')
    expect(mayReachThem(givenUp)).toBe(true)
  })

  it('waits for the morning where the claim comes at night', () => {
    const until = plus(noon, 9 * HOUR)
    expect(given(claim, { kind: 'postponed', until })).toMatchObject({ state: 'approved', dueAt: until })
  })

  it('is refused where the gate says no at the last moment, and keeps the reasons', () => {
    expect(given(claim, { kind: 'gate_refused', because: ['hired'] })).toMatchObject({
      state: 'refused',
      refusals: ['hired'],
    })
  })

  it('is tried again after longer and longer waits, then fails in sight of a person', () => {
    const busy: SmtpOutcome = { kind: 'answered', stage: 'rcpt', code: 450, enhanced: '4.7.1' }
    let send = approved
    const waits: number[] = []
    for (let now = noon; send.state === 'approved' || send.state === 'retry_wait'; now = send.dueAt) {
      for (const event of [{ kind: 'claim', now }, handOver, answered(busy, now)] as const) {
        const result = decide(send, event)
        if (result.ok) send = result.value
      }
      if (send.state === 'retry_wait') waits.push((send.dueAt - now) / MINUTE)
    }
    expect(waits).toEqual([...RETRY_AFTER_MINUTES])
    expect(send).toMatchObject({ state: 'failed', attempts: MOST_ATTEMPTS, lastError: '450 4.7.1' })
  })

  it('hears every event at most once: whatever order workers and people come in, nothing is handed over twice without a person', () => {
    const events = fc.array(
      fc.constantFrom<SendEvent>(
        claim,
        handOver,
        answered({ kind: 'accepted' }),
        answered({ kind: 'broken', stage: 'message_end', why: 'ETIMEDOUT' }),
        { kind: 'lease_expired' },
        { kind: 'undo', ...by },
        { kind: 'postponed', until: noon },
      ),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(events, (list) => {
        let send = approved
        let possiblyDelivered = 0
        for (const event of list) {
          const result = decide(send, event)
          if (!result.ok) continue
          if (event.kind === 'answered' || (event.kind === 'lease_expired' && send.state === 'handing_over'))
            possiblyDelivered += 1
          send = result.value
        }
        expect(possiblyDelivered).toBeLessThanOrEqual(1)
      }),
      runs(1_000),
    )
  })

  it('offers in every state exactly the acts that are then accepted', () => {
    const acts = ['undo', 'it_arrived', 'send_again', 'give_up'] as const
    for (const state of SEND_STATES) {
      const accepted = acts.filter((kind) => decide({ ...approved, state }, { kind, ...by }).ok)
      expect(accepted).toEqual([...SEND_ACTIONS[state]])
    }
  })
})

describe('what a mail server’s answer means', () => {
  const fate = (outcome: SmtpOutcome) => classify(outcome).kind

  it('silence before the closing dot is a reason to try again; after it nobody knows', () => {
    for (const stage of SMTP_STAGES) {
      expect(fate({ kind: 'broken', stage, why: 'ECONNRESET' })).toBe(stage === 'message_end' ? 'unknown' : 'later')
    }
    expect(fate({ kind: 'broken', stage: 'unknown', why: 'ETIMEDOUT' })).toBe('unknown')
  })
  it('4xx is later, greylisting included, even as the answer to the whole message', () => {
    for (const stage of SMTP_STAGES) expect(fate({ kind: 'answered', stage, code: 451 })).toBe('later')
  })
  it('5xx about this message or address is final; about our login or host it is later, for an admin to mend', () => {
    expect(classify({ kind: 'answered', stage: 'rcpt', code: 550, enhanced: '5.1.1' })).toEqual({
      kind: 'rejected',
      code: '550 5.1.1',
    })
    expect(fate({ kind: 'answered', stage: 'message_end', code: 554 })).toBe('rejected')
    expect(fate({ kind: 'answered', stage: 'auth', code: 535 })).toBe('later')
    expect(fate({ kind: 'answered', stage: 'greeting', code: 554 })).toBe('later')
  })
  it('an answer that makes no sense after the whole message is unknown', () => {
    expect(fate({ kind: 'answered', stage: 'message_end', code: 354 })).toBe('unknown')
    expect(fate({ kind: 'answered', stage: 'message_end', code: 250 })).toBe('accepted')
  })
})
