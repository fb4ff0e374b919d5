import { describe, expect, it } from 'vitest'
import { checkMessageBlocks, checkView } from '../../simulator/block-kit/check.ts'
import type { DraftCardModel } from '../../src/usecases/outreach/load-draft-card.ts'
import type { Queue } from '../../src/usecases/outreach/load-queue.ts'
import { queueRow, renderQueue } from '../../src/views/outreach-queue/blocks.ts'
import { renderDeckCard, renderDeckEnd, renderNoDeck } from '../../src/views/review-deck/blocks.ts'
import { renderForAll } from '../../src/views/review-deck/for-all.ts'
import { editMeta, newSitting, readEditMeta, readSitting } from '../../src/views/review-deck/ids.ts'
import { aCandidate } from '../support/a-candidate.ts'
import { day, daysAgo, id, ines, lisbon, noon } from '../support/outreach-builders.ts'
import { HOSTILE, isInert, long } from './hostile.ts'

const ids = Array.from({ length: 15 }, (_, at) => id<'draft'>(at))
const sitting = { ...newSitting(ids, 85), at: 2, approved: 1, skipped: 1 }
const body = 'Hi Ana,\n\nI still think of your calm in the failover exercise.\n\nInes'
const said = 'your calm in the failover exercise'
const start = body.indexOf(said)

const model = (change: Partial<DraftCardModel> = {}): DraftCardModel =>
  ({
    draft: { id: ids[2], purpose: 'keep_warm', whyNow: long(2_000), state: 'waiting', createdAt: daysAgo(1) },
    revision: {
      id: id<'draft_revision'>(1),
      subject: long(150),
      body,
      claims: [{ factId: id<'fact'>(1), start, end: start + said.length }],
    },
    candidate: aCandidate({ fullName: long(500) }),
    owner: { id: ines, slackUserId: 'UINES' },
    verdict: { kind: 'ok_to_send' },
    wordsOf: undefined,
    members: new Map(),
    candidateZone: lisbon,
    canMail: true,
    now: noon,
    ...change,
  }) as DraftCardModel

const labels = (view: unknown) =>
  [...JSON.stringify(view).matchAll(/"type":"button".*?"text":\{"type":"plain_text","text":"([^"]+)"/g)].map(
    ([, label]) => label,
  )

describe('the review deck', () => {
  it('shows the place, what happened last, and what is specific to this person in bold', () => {
    const view = renderDeckCard(sitting, model(), {
      noted: { text: 'Approved for *Bo*.', undo: id<'send'>(1) },
      alike: { count: 12, percent: 83 },
    })
    expect(() => checkView(view as never)).not.toThrow()
    isInert(view.blocks)
    const shown = JSON.stringify(view)
    for (const words of ['*3 of 15*', '1 approved · 1 skipped', '12 of these 15 are 83 % the same'])
      expect(shown).toContain(words)
    expect(shown).toContain(`{"type":"text","text":"${said}","style":{"bold":true}}`)
    expect(labels(view)).toEqual(['Undo send', 'Approve & next', 'Edit', 'Skip'])
    expect(String(view.private_metadata).length).toBeLessThan(3_000)
    expect(readSitting(view.private_metadata)).toEqual(sitting)
  })

  it('passes Slack with the longest letter', () => {
    const revision = { ...model().revision, body: long(3_000), claims: [] }
    const view = renderDeckCard(sitting, model({ revision }), {})
    expect(() => checkView(view as never)).not.toThrow()
    expect(JSON.stringify(view)).toContain('Nothing in it is only theirs')
  })

  it('offers no approval where the gate says no, where the words are a colleague’s, and where no mail leaves', () => {
    const because = [{ kind: 'recontact_window', freeOn: day('2026-12-24') }] as const
    const not = [{ verdict: { kind: 'not_yet', because } as const }, { wordsOf: 'UTOM' }, { canMail: false }]
    for (const change of not) {
      const view = renderDeckCard(sitting, model(change))
      expect(() => checkView(view as never)).not.toThrow()
      expect(labels(view)).toEqual(['Open the draft', 'Edit', 'Skip'])
    }
    expect(JSON.stringify(renderDeckCard(sitting, model({ verdict: { kind: 'not_yet', because } })))).toContain(
      'Free on 24 December 2026',
    )
  })

  it('ends with what became of it and a way on while more wait', () => {
    const end = renderDeckEnd(sitting, 85, { text: 'Skipped *Ana*.' })
    expect(() => checkView(end as never)).not.toThrow()
    expect(JSON.stringify(end)).toContain('1 approved · 1 skipped')
    expect(labels(end)).toEqual(['Go on'])
    expect(labels(renderDeckEnd(sitting, 0))).toEqual([])
    expect(() => checkView(renderNoDeck() as never)).not.toThrow()
  })

  it('takes nothing for a sitting that is none', () => {
    const forged = [
      '',
      '{}',
      'null',
      HOSTILE,
      JSON.stringify({ ...sitting, at: -1 }),
      JSON.stringify({ ...sitting, ids: ['x'] }),
    ]
    for (const metadata of [undefined, ...forged]) expect(readSitting(metadata)).toBeUndefined()
    expect(readEditMeta(editMeta('a:b', sitting))).toEqual({ card: 'a:b', sitting })
    expect(editMeta(`${ids[0]}:${ids[1]}`, sitting).length).toBeLessThan(3_000)
    expect(readEditMeta('a:b')).toEqual({ card: 'a:b', sitting: undefined })
  })
})

describe('Draft for all…', () => {
  const person = aCandidate({ fullName: long(500) })
  const cannot = { person, because: [{ kind: 'do_not_contact_company', company: long(300) }] } as const

  it('names who gets a draft and who cannot, at its biggest', () => {
    const all = {
      people: Array.from({ length: 15 }, () => person),
      waiting: 3,
      cannot: Array.from({ length: 45 }, () => cannot),
      more: true,
    }
    const view = renderForAll(id<'listing'>(1), all, lisbon)
    expect(() => checkView(view as never)).not.toThrow()
    isInert(view.blocks)
    expect(view.submit?.text).toBe('Write 15 drafts')
    expect(JSON.stringify(view)).toContain('… and 30 more.')
  })

  it('has nothing to press where nobody can get one', () => {
    const view = renderForAll(id<'listing'>(1), { people: [], waiting: 1, cannot: [cannot], more: false }, lisbon)
    expect(() => checkView(view as never)).not.toThrow()
    expect(view.submit).toBeUndefined()
    expect(JSON.stringify(view)).toContain('1 person has a draft')
  })
})

describe('the queue', () => {
  const row = {
    draft: { ...model().draft, id: ids[0] },
    candidate: aCandidate(),
    verdict: 'ok_to_send',
  } as Queue['rows'][number]
  it('says beside a verdict which message it is about, where that is the decline alone', () => {
    const said = (draft: object, verdict = 'ok_to_send') =>
      JSON.stringify(queueRow({ ...row, draft: { ...row.draft, ...draft }, verdict } as typeof row, noon))
    expect(said({ purpose: 'decline' })).toContain('OK to send the decline')
    expect(said({ purpose: 'keep_warm' })).toMatch(/OK to send"/)
    expect(said({ purpose: 'decline' }, 'not_yet')).toContain('Not yet')
  })
  it('offers to review what waits, fifteen a sitting', () => {
    const one = renderQueue({ rows: [row], more: 0, now: noon })
    const many = renderQueue({
      rows: Array.from({ length: 15 }, (_, at) => ({ ...row, draft: { ...row.draft, id: ids[at] as never } })),
      more: 20,
      now: noon,
    })
    for (const { blocks } of [one, many]) expect(() => checkMessageBlocks(blocks)).not.toThrow()
    expect(labels(one.blocks)[0]).toBe('Review 1 draft')
    expect(labels(many.blocks)[0]).toBe('Review 15 drafts')
  })
})
