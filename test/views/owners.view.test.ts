// What is shown of owners, referrals and watched companies, at its biggest and with hostile texts.
import { describe, expect, it } from 'vitest'
import { checkMessageBlocks, checkView } from '../../simulator/block-kit/check.ts'
import { RELATIONS } from '../../src/domain/candidate/referral.ts'
import { WARMTH, WATCH_KINDS } from '../../src/domain/nurture/company-watch.ts'
import type { Collision } from '../../src/usecases/owners/take-over.ts'
import type { HandOver } from '../../src/usecases/ports/hand-overs.ts'
import type { NearMiss } from '../../src/usecases/ports/near-misses.ts'
import type { TakeOver } from '../../src/usecases/ports/take-overs.ts'
import type { CompanyWatch } from '../../src/usecases/ports/watches.ts'
import type { Member } from '../../src/usecases/ports/workspace.ts'
import { renderCatchUp, renderEntry } from '../../src/views/catch-up/blocks.ts'
import { renderFlagOutcome } from '../../src/views/flag-outcome/blocks.ts'
import {
  renderHandOver,
  renderHandOverList,
  renderHandOverModal,
  renderHandOverPreview,
  renderLeaver,
  renderReceived,
} from '../../src/views/hand-over/blocks.ts'
import { handOverMeta, readHandOverMeta } from '../../src/views/hand-over/ids.ts'
import { renderReferralModal } from '../../src/views/referral-modal/blocks.ts'
import { renderTakeOverAnswer, renderTakeOverAsk } from '../../src/views/take-over/blocks.ts'
import { renderTriageCard } from '../../src/views/triage-card/blocks.ts'
import { renderWatch, renderWatchList, renderWatchModal } from '../../src/views/watch/blocks.ts'
import { aCandidate } from '../support/a-candidate.ts'
import { ben, id, ines, lisbon, noon, today } from '../support/outreach-builders.ts'
import { isInert, long } from './hostile.ts'

const fits = ({ blocks, text }: { readonly blocks: readonly unknown[]; readonly text: string }) => {
  expect(() => checkMessageBlocks(JSON.parse(JSON.stringify(blocks)) as never)).not.toThrow()
  expect(JSON.stringify(blocks).length).toBeLessThan(16_000)
  isInert(blocks)
  expect(text).not.toBe('')
}
const fitsAsView = (view: unknown) => {
  expect(() => checkView(JSON.parse(JSON.stringify(view)) as never)).not.toThrow()
  isInert(view)
}
const member = (memberId = ben): Member => ({
  id: memberId,
  slackUserId: 'U0BEN00001',
  name: long(200),
  email: undefined,
  zone: lisbon,
  isSlackAdmin: false,
  refreshedAt: noon,
})
const estate = { people: 100_000, promises: 9_000, replies: 12, drafts: 400, scheduled: 40, pools: 30 }
const names = Array.from({ length: 10 }, () => long(150))
const scheduled = names.slice(0, 5).map((name) => ({ name, dueAt: noon }))
const handOver = (state: HandOver['state']): HandOver => ({
  id: id<'hand_over'>(1),
  from: ben,
  startedBy: ines,
  plan: { to: [ines], way: 'load', people: 100_000, groups: {}, quotas: {} },
  done: {
    people: { [ines]: 90_000 },
    drafts: { [ines]: 400 },
    nobody: 3,
    held: Array.from({ length: 40 }, (_, at) => id<'send'>(at)),
    pools: {},
    back: 80_000,
  },
  state,
  startedAt: noon,
  finishedAt: undefined,
})
const STATES = ['running', 'done', 'undoing', 'undone'] as const

describe('a hand-over', () => {
  it('fits at its biggest, before anything happens', () => {
    const model = { from: member(), estate, scheduled }
    fitsAsView(renderHandOverModal(model))
    const heirs = Array.from({ length: 20 }, () => ({ member: member(ines), has: 100_000, gets: 100_000 }))
    const meta = { from: ben, way: 'role' as const, to: Array.from({ length: 20 }, (_, at) => `U0COLLEAGUE${at}`) }
    fitsAsView(renderHandOverPreview({ ...model, way: 'role', heirs }, meta))
    expect(readHandOverMeta(handOverMeta(meta))).toEqual(meta)
    expect(readHandOverMeta('')).toEqual({ from: '', way: 'load', to: [] })
  })

  it.each(STATES)('fits while it is %s, and offers Undo only where it can be undone', (state) => {
    const heirs = Array.from({ length: 20 }, () => ({ member: member(ines), people: 4_500, drafts: 20 }))
    const model = { handOver: handOver(state), from: member(), heirs, held: names, mayBeUndone: true }
    fits(renderHandOver(model))
    expect(JSON.stringify(renderHandOver(model).blocks)).toContain('hand_over_undo')
    expect(JSON.stringify(renderHandOver({ ...model, mayBeUndone: false }).blocks)).not.toContain('hand_over_undo')
    fits(renderReceived({ handOver: handOver(state), from: member(), people: 9, drafts: 3, pools: names, held: names }))
    fits(renderReceived({ handOver: handOver(state), from: undefined, people: 0, drafts: 1, pools: [], held: [] }))
  })

  it('is offered where somebody left, and the list of them fits', () => {
    fits(renderLeaver({ member: member(), estate }))
    const nothing = { people: 0, promises: 0, replies: 0, drafts: 0, scheduled: 0, pools: 0 }
    expect(JSON.stringify(renderLeaver({ member: member(), estate: nothing }).blocks)).not.toContain('hand_over_open')
    const leavers = Array.from({ length: 20 }, () => ({ member: member(), people: 5 }))
    const recent = STATES.map((state) => ({ handOver: handOver(state), from: member(), moved: 5, mayBeUndone: true }))
    fits(renderHandOverList({ leavers, recent }))
    fits(renderHandOverList({ leavers: [], recent: [] }))
  })
})

const collision: Collision = { kind: 'collision', by: ben, since: today, last: today, how: 'call', freeOn: today }

describe('whom a colleague is talking with', () => {
  it.each(['asked', 'agreed', 'declined', 'handed_over'] as const)('fits where it is %s', (state) => {
    const ask: TakeOver = {
      id: id<'take_over'>(1),
      candidateId: id<'candidate'>(7),
      askedOf: ben,
      askedBy: ines,
      state,
      askedAt: noon,
      answeredAt: undefined,
    }
    const model = { ask, who: long(300), askedOf: member(), askedBy: member(ines) }
    fits(renderTakeOverAsk(model))
    fits(renderTakeOverAnswer(model))
    expect(JSON.stringify(renderTakeOverAsk(model).blocks).includes('take_over_agree')).toBe(state === 'asked')
  })

  it('is summed up for whoever catches up, each line with a button to its entry', () => {
    const person = aCandidate({
      fullName: long(200),
      consideredRole: long(200),
      bringBack: long(1_000),
      nextTouch: today,
    })
    const lines = (['last_said', 'we_said', 'promised', 'wants', 'strength', 'avoid', 'lately'] as const).map(
      (topic) => ({
        topic,
        text: long(1_000),
        at: noon,
        source: { kind: 'entry' as const, id: id<'interaction'>(3) },
      }),
    )
    const talking = { slackUserId: 'U0BEN00001', collision }
    const model = { person, owner: long(200), lines, talking, doNotContact: true, drafts: 2, now: noon }
    const shown = renderCatchUp(model, lisbon)
    fits(shown)
    expect(JSON.stringify(shown.blocks).match(/"action_id":"catch_up_entry"/g)).toHaveLength(lines.length)
    fits(renderCatchUp({ ...model, lines: [], talking: undefined, owner: undefined, drafts: 0 }, lisbon))
    const row = {
      id: id<'fact'>(1),
      candidateId: person.id,
      kind: 'promise' as const,
      text: long(4_000),
      telling: 'internal_only' as const,
      authorId: ben,
      statedAt: noon,
      changedAt: noon,
      retractedAt: undefined,
      sourceKind: 'note' as const,
      sourceLink: 'https://fernhollow.slack.com/archives/C1/p1',
    }
    fits(renderEntry({ kind: 'fact', fact: row, by: long(200), who: long(200) }))
  })
})

describe('a referral', () => {
  const nearMiss = (state: NearMiss['state'], muted = false): NearMiss => ({
    id: id<'near_miss'>(1),
    fullName: long(200),
    role: long(200),
    impressed: long(3_000),
    wouldHire: undefined,
    quotable: true,
    flaggedBy: ben,
    flaggedAt: noon,
    evidenceLink: undefined,
    evidence: undefined,
    state,
    decidedBy: ines,
    decidedAt: noon,
    dismissReason: undefined,
    candidateId: undefined,
    muted,
    referral: { relation: RELATIONS[0], knowsOfIt: false, email: 'ana@example.com', creditTo: ines },
  })
  it('fits in its form, on its card and in its news', () => {
    const filled = { fullName: long(200), role: long(150), email: 'ana@example.com', evidence: long(3_000) }
    fitsAsView(renderReferralModal({ by: 'U0SAM00001', ...filled, openRoles: names }))
    for (const state of ['waiting', 'accepted', 'merged', 'dismissed'] as const) {
      const shown = {
        nearMiss: nearMiss(state),
        flaggedBy: 'U0SAM00001',
        decidedBy: 'U0INES0001',
        credit: 'U0BEN00001',
      }
      fits(renderTriageCard({ ...shown, direct: undefined }))
      fits(renderFlagOutcome({ nearMiss: nearMiss(state, true), decidedBy: 'U0INES0001' }))
    }
  })
  it('never tells the referrer what is on record: merged reads as accepted', () => {
    const [accepted, merged] = (['accepted', 'merged'] as const).map((state) =>
      renderFlagOutcome({ nearMiss: nearMiss(state), decidedBy: 'U0INES0001' }),
    )
    expect(merged).toEqual(accepted)
  })
})

describe('a watched company', () => {
  const watch = (kind: CompanyWatch['kind']): CompanyWatch => ({
    id: id<'watch'>(1),
    company: long(150),
    kind,
    day: today,
    link: `https://news.example/${'x'.repeat(100)}`,
    startedBy: ines,
    startedAt: noon,
    endsOn: today,
    stoppedAt: undefined,
  })
  it('fits in its form, its list and with its people', () => {
    fitsAsView(renderWatchModal(long(150), today))
    fits(renderWatchList(Array.from({ length: 20 }, () => watch('merger'))))
    fits(renderWatchList([]))
    const people = Array.from({ length: 10 }, () => ({
      person: aCandidate({ fullName: long(200), consideredRole: long(200) }),
      reasons: WARMTH,
    }))
    for (const kind of WATCH_KINDS) fits(renderWatch({ watch: watch(kind), people, more: 200, now: noon }, true))
    fits(renderWatch({ watch: watch('layoff'), people: [], more: 0, now: noon }, false))
  })
})
