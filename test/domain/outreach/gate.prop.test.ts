import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gate } from '../../../src/domain/outreach/gate.ts'
import type { GateFacts } from '../../../src/domain/outreach/gate-facts.ts'
import { nextActs } from '../../../src/domain/outreach/next-acts.ts'
import { traitsOf } from '../../../src/domain/outreach/purpose.ts'
import { nextActLabel, refusalSentence, type Speaking } from '../../../src/domain/shared/words/gate.ts'
import { noon } from '../../support/outreach-builders.ts'
import { runs } from '../runs.ts'
import { fold, histories, plans, settings } from './gate-history.ts'
import { brokenBySending } from './gate-oracle.ts'

const often = runs(3_000)
const say: Speaking = {
  who: 'Ana',
  day: (day) => day,
  moment: (at) => `moment ${at}`,
  member: () => '@Ben',
  person: () => 'Ana S.',
}
const READINGS = [
  'person',
  'standing',
  'permissions',
  'suppressions',
  'doNotContact',
  'ats',
  'job',
  'address',
  'sends',
  'conversations',
  'lastReply',
  'cited',
] as const

// Thousands of runs take a second alone, and longer beside a busy neighbour.
describe('whatever happened before', { timeout: 60_000 }, () => {
  it('the gate lets a message out exactly where no promise is broken by it', () => {
    let passed = 0
    fc.assert(
      fc.property(histories, plans, settings, (history, send, rules) => {
        const verdict = gate(send, fold(history, rules), noon)
        const broken = brokenBySending(history, send, rules)
        if (verdict.kind === 'ok_to_send') passed += 1
        expect({ broken, verdict: verdict.kind }).toEqual({
          broken,
          verdict: broken.length === 0 ? 'ok_to_send' : 'not_yet',
        })
      }),
      often,
    )
    // A property that never sees an open gate proves nothing.
    expect(passed).toBeGreaterThan(often.numRuns / 30)
  })

  it('every refusal says why in a sentence and offers at least one act', () => {
    fc.assert(
      fc.property(histories, plans, settings, fc.subarray([...READINGS]), (history, send, rules, unread) => {
        const verdict = gate(send, blanked(fold(history, rules), unread), noon)
        if (verdict.kind === 'ok_to_send') return
        expect(verdict.because.length).toBeGreaterThan(0)
        for (const refusal of verdict.because) {
          expect(refusalSentence(refusal, say)).toMatch(/^[A-Z@].*\.$/)
          expect(refusalSentence(refusal, say)).not.toMatch(/undefined|null|NaN|\[object/)
          expect(nextActs(refusal).length).toBeGreaterThan(0)
          for (const act of nextActs(refusal)) expect(nextActLabel(act, say)).toMatch(/^[A-Z]/)
        }
      }),
      runs(1_500),
    )
  })

  it('whatever could not be read refuses, as long as this message depends on it', () => {
    fc.assert(
      fc.property(histories, plans, settings, fc.constantFrom(...READINGS), (history, send, rules, unread) => {
        if (unread === 'permissions' && traitsOf(send.purpose).needs === undefined) return
        if (unread === 'lastReply' && send.approvedAt === undefined) return
        expect(gate(send, blanked(fold(history, rules), [unread]), noon).kind).toBe('not_yet')
      }),
      runs(1_500),
    )
  })

  it('asking twice gives the same answer in the same order', () => {
    fc.assert(
      fc.property(histories, plans, settings, (history, send, rules) => {
        expect(gate(send, fold(history, rules), noon)).toEqual(gate(send, fold(history, rules), noon))
      }),
      runs(300),
    )
  })

  it('once a wait that is named has passed, that reason is gone', () => {
    fc.assert(
      fc.property(histories, plans, settings, (history, send, rules) => {
        const facts = fold(history, rules)
        const verdict = gate(send, facts, noon)
        if (verdict.kind === 'ok_to_send') return
        for (const refusal of verdict.because) {
          if (refusal.kind !== 'cap' && refusal.kind !== 'recontact_window') continue
          const then = Date.parse(`${refusal.freeOn}T00:00:00Z`) as typeof noon
          const later = gate({ ...send, notBefore: then }, facts, noon)
          expect(later.kind === 'ok_to_send' ? [] : later.because.map(({ kind }) => kind)).not.toContain(refusal.kind)
        }
      }),
      runs(1_500),
    )
  })
})

const blanked = (facts: GateFacts, unread: readonly (typeof READINGS)[number][]): GateFacts => ({
  ...facts,
  ...Object.fromEntries(unread.map((name) => [name, 'unknown'])),
})
