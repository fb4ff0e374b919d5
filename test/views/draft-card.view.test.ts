import { describe, expect, it } from 'vitest'
import { checkMessageBlocks, checkView } from '../../simulator/block-kit/check.ts'
import type { Candidate } from '../../src/domain/candidate/candidate.ts'
import { nextActs } from '../../src/domain/outreach/next-acts.ts'
import type { NextAct, Refusal } from '../../src/domain/outreach/refusal.ts'
import { plus, SECOND } from '../../src/domain/shared/time.ts'
import type { DraftCardModel } from '../../src/usecases/outreach/load-draft-card.ts'
import type { HomeModel } from '../../src/usecases/outreach/load-home.ts'
import type { QueueRow } from '../../src/usecases/outreach/load-queue.ts'
import type { NearMiss } from '../../src/usecases/ports/near-misses.ts'
import { refusalSentences, renderDraftCard, renderMovedCard } from '../../src/views/draft-card/blocks.ts'
import { renderEditModal, renderRejectModal, renderUnsavedText } from '../../src/views/draft-modals/blocks.ts'
import { renderHome } from '../../src/views/home/blocks.ts'
import { renderNotice } from '../../src/views/notice-modal/blocks.ts'
import { renderPeopleToChoose, renderQueue } from '../../src/views/outreach-queue/blocks.ts'
import {
  renderAddressModal,
  renderCallModal,
  renderPermissionModal,
  renderStandingModal,
  renderToldModal,
} from '../../src/views/person-modals/blocks.ts'
import { aCandidate } from '../support/a-candidate.ts'
import { ben, day, daysAgo, id, ines, lisbon, noon, today, zone } from '../support/outreach-builders.ts'

const HOSTILE = '<!channel> <https://evil.example|click> & *bold* `code` \u202eرتل 👩‍👩‍👧 {{ x }} <@U123>'
const long = (max: number): string => HOSTILE.repeat(Math.ceil(max / HOSTILE.length)).slice(0, max)

const ana = (change: Partial<Candidate> = {}): Candidate => aCandidate({ standingDay: day('2026-03-12'), ...change })
const body = 'Hi Ana,\n\nI still think of your calm in the failover exercise.\n\nInes'
const said = 'your calm in the failover exercise'
const start = body.indexOf(said)

const model = (change: Partial<DraftCardModel> = {}): DraftCardModel => ({
  draft: {
    id: id<'draft'>(1),
    candidateId: id<'candidate'>(7),
    ownerId: ines,
    jobId: undefined,
    purpose: 'keep_warm',
    whyNow: 'Senior SRE: told no 216 days ago',
    state: 'waiting',
    revisionId: id<'draft_revision'>(1),
    decidedBy: undefined,
    decidedAt: undefined,
    rejectReason: undefined,
    createdAt: daysAgo(1),
  },
  revision: {
    id: id<'draft_revision'>(1),
    draftId: id<'draft'>(1),
    number: 1,
    subject: 'A word from Fernhollow',
    body,
    author: 'template',
    authorId: undefined,
    template: 'keep_warm',
    createdAt: daysAgo(1),
    claims: [{ factId: id<'fact'>(1), start, end: start + said.length }],
  },
  candidate: ana(),
  owner: {
    id: ines,
    slackUserId: 'UINES',
    name: 'Ines Moreau',
    email: undefined,
    zone: lisbon,
    isSlackAdmin: false,
    refreshedAt: noon,
  },
  job: undefined,
  decidedBy: undefined,
  facts: [{ said, fact: { kind: 'strength', text: said }, link: 'https://slack.example/p1', author: 'Tom Okafor' }],
  verdict: { kind: 'ok_to_send' },
  nextActs: [],
  wouldLeave: { at: plus(noon, 60 * SECOND), moved: undefined },
  send: undefined,
  asks: [],
  wordsOf: undefined,
  lastSaid: undefined,
  members: new Map([[ben, 'UBEN']]),
  candidateZone: lisbon,
  canMail: true,
  holdSeconds: 60,
  instead: undefined,
  now: noon,
  ...change,
})

const EVERY_REFUSAL: readonly [Refusal, ...Refusal[]] = [
  { kind: 'hired', on: today },
  { kind: 'still_interviewing' },
  { kind: 'not_told_yet' },
  { kind: 'already_told', standing: 'told_no', on: today },
  { kind: 'outcome_on_its_way', on: today },
  { kind: 'answered_meanwhile', on: today },
  { kind: 'unsubscribed', reason: 'hard_bounce', since: noon },
  { kind: 'do_not_contact_person' },
  { kind: 'do_not_contact_company', company: long(300) },
  { kind: 'active_in_ats', since: today },
  { kind: 'ats_stale', asOf: noon },
  { kind: 'job_closed', on: today },
  { kind: 'recontact_window', freeOn: day('2026-12-24') },
  { kind: 'permission_missing' },
  { kind: 'permission_expired', on: today },
  { kind: 'permission_withdrawn', on: today },
  { kind: 'cap', count: 1, days: 14, freeOn: day('2026-10-20') },
  { kind: 'collision', by: ben, since: today, last: today, how: 'call', freeOn: day('2026-11-20') },
  { kind: 'no_address' },
  { kind: 'stale_facts', facts: [{ factId: id<'fact'>(1), why: 'changed' }] },
  { kind: 'merged_away', into: id<'candidate'>(8) },
  { kind: 'unknown', about: 'messages' },
]
/** One act of each kind, as the card's model keeps them. */
const acts: readonly NextAct[] = [
  ...new Map(EVERY_REFUSAL.flatMap((refusal) => nextActs(refusal)).map((act) => [act.kind, act])).values(),
]
const huge = model({
  candidate: ana({ fullName: long(500) }),
  draft: { ...model().draft, whyNow: long(2_000) },
  revision: {
    ...model().revision,
    subject: long(150),
    body: long(3_000),
    claims: Array.from({ length: 30 }, (_, at) => ({
      factId: id<'fact'>(at),
      start: at * 100,
      end: at * 100 + 90,
    })),
  },
  facts: Array.from({ length: 30 }, () => ({
    said: long(1_000),
    fact: { kind: 'praise' as const, text: long(1_000) },
    link: `https://slack.example/${'p'.repeat(200)}`,
    author: long(200),
  })),
  verdict: { kind: 'not_yet', because: EVERY_REFUSAL },
  nextActs: acts,
  lastSaid: {
    id: id<'interaction'>(1),
    kind: 'reply',
    at: noon,
    memberId: undefined,
    text: long(3_000),
    link: undefined,
    sendId: undefined,
    oneToOne: true,
  },
})

const labelsIn = (shown: unknown): string[] =>
  [
    ...JSON.stringify(shown).matchAll(/"type":"button"[^}]*?"text":\{"type":"plain_text","text":"((?:[^"\\]|\\.)+)"/g),
  ].map(([, label = '']) => label)
/** Everything that Slack would read as mrkdwn; plain text and rich text are letters to it. */
function mrkdwnIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(mrkdwnIn)
  if (typeof value !== 'object' || value === null) return []
  const { type, text } = value as { type?: unknown; text?: unknown }
  if (type === 'mrkdwn' && typeof text === 'string') return [text]
  return Object.values(value).flatMap(mrkdwnIn)
}
const isInert = (shown: unknown) => {
  for (const text of mrkdwnIn(shown)) {
    expect(text).not.toMatch(/<!(channel|here|everyone)/)
    expect(text).not.toContain('<https://evil')
    expect(text).not.toContain('<@U123>')
  }
}

describe('the card of a draft', () => {
  it('shows who, why now, the text, where each claim comes from, and what the gate says', () => {
    const { blocks } = renderDraftCard(model())
    const all = JSON.stringify(blocks)
    for (const words of [
      'Draft for *Ana Souza*',
      'Why now',
      'A word from Fernhollow',
      'Strength, Tom Okafor',
      'OK to send',
    ])
      expect(all).toContain(words)
    expect(all).toContain('https://slack.example/p1|source')
    expect(all).toContain(`{"type":"text","text":"${said}","style":{"bold":true}}`)
    expect(labelsIn(blocks)).toEqual(['Approve & send', 'Edit', 'Schedule…', 'Reject'])
    checkMessageBlocks(blocks)
  })

  it('names the source of every claim, however many there are', () => {
    const facts = Array.from({ length: 8 }, (_, at) => ({
      ...(model().facts[0] as DraftCardModel['facts'][number]),
      said: `claim ${at}`,
    }))
    const all = mrkdwnIn(renderDraftCard(model({ facts })).blocks).join('\n')
    for (const { said } of facts)
      expect(all).toContain(`“${said}”: Strength, Tom Okafor (<https://slack.example/p1|source>)`)
    expect(mrkdwnIn(renderDraftCard(huge).blocks).join('\n')).toMatch(
      /\d+ more claims were checked against a fact as well/,
    )
  })

  it('keeps the rarer acts in a menu', () => {
    const { blocks } = renderDraftCard(model())
    const menu = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : [])).at(-1)
    const choices = menu?.type === 'overflow' ? menu.options.map(({ text }) => text.text) : []
    expect(choices).toEqual(['Regenerate with a note…', 'Ask a colleague…', 'Preview'])
    checkMessageBlocks(blocks)
  })

  it.each([
    ['reply', '*Last*  Their reply: Happy to talk. Next week? ('],
    ['message_sent', '*Last*  Message: Happy to talk. Next week? ('],
    ['call', '*Last*  Call: Happy to talk. Next week? ('],
  ] as const)('says of a %s what it was, not only what was in it', (kind, said) => {
    const lastSaid = { ...(huge.lastSaid as NonNullable<DraftCardModel['lastSaid']>), kind }
    const shown = renderDraftCard({ ...model(), lastSaid: { ...lastSaid, text: 'Happy to talk.\nNext week?' } })
    expect(mrkdwnIn(shown).join('\n')).toContain(said)
  })

  it('is for copying where no outgoing mail is set up', () => {
    const { blocks } = renderDraftCard(model({ canMail: false }))
    expect(JSON.stringify(blocks)).toContain('no outgoing mail is set up')
    expect(labelsIn(blocks)).toEqual(['Log a call', 'Approve & send', 'Edit', 'Reject'])
    checkMessageBlocks(blocks)
  })

  it('says what time it is for them, and when it leaves by their clock', () => {
    const night = model({
      candidateZone: zone('Asia/Tokyo'),
      wouldLeave: { at: plus(noon, 12 * 3_600 * SECOND), moved: 'night' },
    })
    const all = JSON.stringify(renderDraftCard(night).blocks)
    expect(all).toContain('It is 21:00 for Ana Souza.')
    expect(all).toContain('Leaves Thursday 09:00 their time')
  })

  it('passes Slack at its biggest, with every refusal and every next act at once', () => {
    const { blocks, text } = renderDraftCard(huge)
    expect(() => checkMessageBlocks(blocks)).not.toThrow()
    expect(text).toBe('A draft waits for you.')
    isInert(blocks)
  })

  it('offers a way on for every refusal by itself', () => {
    for (const refusal of EVERY_REFUSAL) {
      const { blocks } = renderDraftCard(
        model({ verdict: { kind: 'not_yet', because: [refusal] }, nextActs: nextActs(refusal) }),
      )
      checkMessageBlocks(blocks)
      const pressable = labelsIn(blocks).length - ['Approve & send', 'Edit', 'Schedule…', 'Reject'].length
      const advice = /An admin can change that|Ask <@UBEN> how it stands/.test(JSON.stringify(blocks))
      expect(pressable > 0 || advice, refusal.kind).toBe(true)
    }
  })

  it('makes no card busier than its letter: Approve is not the way on while the gate says no', () => {
    const refused = model({ verdict: { kind: 'not_yet', because: [EVERY_REFUSAL[0]] } })
    expect(JSON.stringify(renderDraftCard(refused).blocks)).not.toContain('"style":"primary"')
    expect(JSON.stringify(renderDraftCard(model()).blocks)).toContain('"style":"primary"')
  })

  it('shows who decided and when, and its buttons go', () => {
    const decided = { ...model().draft, decidedBy: ines, decidedAt: noon }
    const rejected = renderDraftCard(
      model({ draft: { ...decided, state: 'rejected', rejectReason: HOSTILE }, decidedBy: model().owner }),
    )
    expect(JSON.stringify(rejected.blocks)).toContain('Rejected by <@UINES>')
    expect(labelsIn(rejected.blocks)).toEqual([])
    isInert(rejected.blocks)
    const withdrawn = renderDraftCard(model({ draft: { ...decided, state: 'withdrawn' } }))
    expect(labelsIn(withdrawn.blocks)).toEqual([])
    for (const { blocks } of [rejected, withdrawn, renderMovedCard()]) checkMessageBlocks(blocks)
  })

  it('offers Undo send only while it can still be undone', () => {
    const approved = { ...model().draft, state: 'approved' as const, decidedBy: ines, decidedAt: noon }
    const send = (state: 'approved' | 'handed_over' | 'in_doubt') =>
      renderDraftCard(
        model({
          draft: approved,
          send: { id: id<'send'>(1), state, approvedAt: noon, dueAt: noon, handedOverAt: undefined } as never,
        }),
      ).blocks
    expect(labelsIn(send('approved'))).toEqual(['Undo send'])
    expect(labelsIn(send('handed_over'))).toEqual([])
    expect(labelsIn(send('in_doubt'))).toEqual([])
  })

  it('words every refusal without a gap', () => {
    for (const refusal of EVERY_REFUSAL) {
      const sentence = refusalSentences(model(), [refusal])
      expect(sentence).toMatch(/^[A-Z<].*\.$/)
      expect(sentence).not.toContain('undefined')
    }
  })
})

describe('the forms behind the card', () => {
  const ref = { draftId: id<'draft'>(1), revisionId: id<'draft_revision'>(1) }
  const words = { subject: long(150), body: long(3_000) }
  const person = {
    candidateId: id<'candidate'>(7),
    fullName: long(500),
    standing: 'told_no' as const,
    standingDay: today,
    today,
  }
  it.each([
    ['Edit', renderEditModal(ref, words)],
    ['Edit, replaced meanwhile', renderEditModal(ref, words, words)],
    ['Edit, decided meanwhile', renderUnsavedText(long(300), words)],
    ['Reject', renderRejectModal(ref)],
    ['Mark as told', renderToldModal(person)],
    ['Where things stand', renderStandingModal(person)],
    ['Record permission', renderPermissionModal(person)],
    ['Add an address', renderAddressModal(person)],
    ['Log a call', renderCallModal(person)],
    ['a notice', renderNotice({ text: 'Noted.' })],
  ])('%s passes Slack at its biggest', (_name, view) => {
    expect(() => checkView(view as never)).not.toThrow()
    if ('callback_id' in view) isInert(view.blocks)
  })
})

describe('the queue, the choice of a person and Home', () => {
  const row = (number: number): QueueRow => ({
    draft: { ...model().draft, id: id<'draft'>(number) },
    candidate: ana({ id: id<'candidate'>(number), fullName: long(300) }),
    verdict: 'not_yet',
  })
  const queue = { rows: Array.from({ length: 15 }, (_, number) => row(number)), more: 85, now: noon }
  const bigPerson = (number: number) =>
    ana({ id: id<'candidate'>(number), fullName: long(300), consideredRole: long(300) })
  const people = Array.from({ length: 10 }, (_, number) =>
    ana({ id: id<'candidate'>(number), fullName: long(300), consideredRole: long(300), location: long(300) }),
  )
  const nearMiss = { fullName: long(300), role: long(300), state: 'dismissed', flaggedAt: noon } as NearMiss
  const home: HomeModel = {
    name: 'Ines',
    now: noon,
    queue: { ...queue, rows: queue.rows.slice(0, 5) },
    triage: { waiting: 12, channel: '#recruiting-triage' },
    pools: Array.from({ length: 10 }, (_, number) => ({
      id: id<'pool'>(number),
      name: long(200),
      cadenceDays: 90,
      size: 10_000,
      stale: 9_999,
    })),
    ownFlags: Array.from({ length: 5 }, () => nearMiss),
    offers: Array.from({ length: 5 }, (_, number) => ({
      id: id<'flag_offer'>(number),
      memberId: id<'member'>(number),
      channel: 'C0HIRESRE1',
      messageTs: '1700000000.000100',
      state: 'offered',
      createdAt: noon,
      link: `https://${long(120)}`,
    })),
    people: {
      replies: {
        rows: Array.from({ length: 3 }, (_, number) => ({
          person: bigPerson(number),
          replyId: id<'reply'>(number),
          text: long(3_000),
          at: noon,
        })),
        more: true,
      },
      due: {
        rows: Array.from({ length: 3 }, (_, number) => ({ person: bigPerson(number), promise: long(2_000) })),
        more: true,
      },
      quiet: {
        rows: Array.from({ length: 3 }, (_, number) => ({ person: bigPerson(number), since: daysAgo(94) })),
        more: true,
        all: 200,
        orMore: true,
      },
    },
    goals: 'too_slow',
    mayAdd: true,
    maySet: true,
  }

  it('passes Slack at its biggest', () => {
    const shown = [
      renderQueue(queue).blocks,
      renderPeopleToChoose(`${long(100).replace(/[<>&]/g, '')}?`, people, { now: noon, zone: lisbon }).blocks,
    ]
    for (const blocks of shown) {
      expect(() => checkMessageBlocks(blocks)).not.toThrow()
      isInert(blocks)
    }
    const view = renderHome(home, lisbon)
    expect(() => checkView(view as never)).not.toThrow()
    isInert(view.blocks)
  })

  it('shows each person what concerns them', () => {
    const recruiter = JSON.stringify(renderHome(home, lisbon))
    expect(recruiter).toContain('12 flags wait for a recruiter in #recruiting-triage')
    expect(recruiter).not.toContain('choose *Flag near-miss*')
    const manager = renderHome(
      {
        ...home,
        queue: undefined,
        people: undefined,
        goals: undefined,
        triage: undefined,
        pools: undefined,
        mayAdd: false,
        maySet: false,
        ownFlags: [nearMiss],
        offers: [],
      },
      lisbon,
    )
    expect(labelsIn(manager.blocks)).toEqual([])
    expect(JSON.stringify(manager)).toContain('choose *Flag near-miss*')
    expect(JSON.stringify(manager)).toContain('it was not taken up')
    for (const title of ['Due today', 'Replies waiting', 'going stale', 'Goals']) {
      expect(recruiter).toContain(title)
      expect(JSON.stringify(manager)).not.toContain(title)
    }
    expect(recruiter).toContain('94 days quiet')
    expect(recruiter).toContain('200 or more in all')
    checkView(manager as never)
  })

  it('says what to do where there is nothing yet', () => {
    const none = { rows: [], more: false }
    const empty = renderHome(
      {
        ...home,
        queue: { rows: [], more: 0, now: noon },
        triage: { waiting: 0, channel: 'C0TRIAGE01' },
        pools: [],
        people: { replies: none, due: none, quiet: { ...none, all: 0, orMore: false } },
        goals: 'none',
        ownFlags: [],
      },
      lisbon,
    )
    const all = JSON.stringify(empty)
    for (const words of [
      'No draft waits for you.',
      'Every flag was looked at.',
      'No pools yet.',
      'Nothing that you promised',
      'No reply waits',
      'heard from you in time',
      'No goal is set yet',
    ])
      expect(all).toContain(words)
    checkView(empty as never)
  })
})
