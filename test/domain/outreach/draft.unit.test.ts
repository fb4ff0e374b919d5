import { describe, expect, it } from 'vitest'
import { carryClaims, checkClaims } from '../../../src/domain/outreach/claims.ts'
import {
  approve,
  DRAFT_ACTIONS,
  DRAFT_STATES,
  type Draft,
  reject,
  reopen,
  revise,
  supersede,
  withdraw,
} from '../../../src/domain/outreach/draft.ts'
import { aFact, among, ben, id, ines, noon } from '../../support/outreach-builders.ts'

const first = id<'draft_revision'>(1)
const second = id<'draft_revision'>(2)
const waiting: Draft = {
  id: id<'draft'>(1),
  state: 'waiting',
  revisionId: first,
  decidedBy: undefined,
  decidedAt: undefined,
  rejectReason: undefined,
}
const byInes = { by: ines, at: noon } as const
const approved: Draft = { ...waiting, state: 'approved', decidedBy: ines, decidedAt: noon }

describe('approving a draft', () => {
  it('says yes to the text that the card shows', () => {
    expect(approve(waiting, first, byInes)).toEqual({ ok: true, value: approved })
  })
  it('of a card that shows an older text is refused and names the current one', () => {
    const edited = revise(waiting, first, second)
    expect(edited.ok && approve(edited.value, first, byInes)).toEqual({
      ok: false,
      refusal: { kind: 'superseded', current: second },
    })
  })
  it('a second time tells who was first', () => {
    const late = { ok: false, refusal: { kind: 'already_decided', by: ines, at: noon, what: 'approved' } }
    expect(approve(approved, first, { by: ben, at: noon })).toEqual(late)
    expect(reject(approved, first, { by: ben, at: noon, reason: undefined })).toEqual(late)
    expect(revise(approved, first, second)).toEqual(late)
  })
  it('is possible afresh after the send was undone, and only then', () => {
    expect(reopen(approved)).toEqual({ ok: true, value: waiting })
    expect(reopen(waiting)).toEqual({ ok: false, refusal: { kind: 'not_approved', state: 'waiting' } })
  })
})

describe('a waiting draft', () => {
  it('is rejected with a reason', () => {
    expect(reject(waiting, first, { ...byInes, reason: 'too formal' })).toMatchObject({
      ok: true,
      value: { state: 'rejected', rejectReason: 'too formal' },
    })
  })
  it('steps aside for a newer one, or when its reason is gone', () => {
    expect(supersede(waiting, noon)).toMatchObject({ ok: true, value: { state: 'superseded' } })
    expect(withdraw(waiting, noon)).toMatchObject({ ok: true, value: { state: 'withdrawn', decidedAt: noon } })
    expect(withdraw(approved, noon).ok).toBe(false)
  })
  it('is the only one with a button that approves', () => {
    for (const state of DRAFT_STATES)
      expect((DRAFT_ACTIONS[state] as readonly string[]).includes('approve')).toBe(state === 'waiting')
  })
  it('is not edited over a colleague’s newer edit', () => {
    expect(revise({ ...waiting, revisionId: second }, first, id<'draft_revision'>(3))).toEqual({
      ok: false,
      refusal: { kind: 'superseded', current: second },
    })
  })
})

describe('a claim in a draft', () => {
  const fact = aFact()
  const known = { facts: [fact], purpose: 'keep_warm', people: among('Marek Novak') } as const
  const body = 'You stayed calm in the outage exercise.'
  const claim = { factId: fact.id, start: 11, end: 38 }

  it('points at a fact that may be told', () => {
    expect(checkClaims(body, [claim], known)).toEqual({ ok: true, value: [claim] })
  })
  it('must lie inside the text and not on top of another', () => {
    for (const outside of [
      { start: -1, end: 4 },
      { start: 4, end: 4 },
      { start: 4, end: 400 },
      { start: 1.5, end: 4 },
    ]) {
      expect(checkClaims(body, [{ factId: fact.id, ...outside }], known)).toMatchObject({
        refusal: [{ kind: 'out_of_bounds' }],
      })
    }
    expect(checkClaims(body, [claim, { ...claim, start: 20 }], known)).toMatchObject({
      refusal: [{ kind: 'overlaps' }],
    })
  })
  it('must not cite what is unknown or internal', () => {
    expect(checkClaims(body, [{ ...claim, factId: id<'fact'>(9) }], known)).toMatchObject({
      refusal: [{ kind: 'no_such_fact' }],
    })
    const internal = { ...known, facts: [aFact({ kind: 'rating' })] }
    expect(checkClaims(body, [claim], internal)).toMatchObject({
      refusal: [{ kind: 'not_tellable', because: 'always_internal' }],
    })
  })
  it('moves with its words when a person edits around them, and is gone when they are', () => {
    const edited = 'Hi Ana! You stayed calm in the outage exercise, really.'
    const [moved] = carryClaims(body, [claim], edited)
    expect(moved && edited.slice(moved.start, moved.end)).toBe(body.slice(claim.start, claim.end))
    expect(carryClaims(body, [claim], 'You stayed cool.')).toEqual([])
  })
})
