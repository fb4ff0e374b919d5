import { describe, expect, it } from 'vitest'
import { checkMessageBlocks, checkView } from '../../simulator/block-kit/check.ts'
import { HOUR, plus } from '../../src/domain/shared/time.ts'
import type { AskCardModel, CardAsk } from '../../src/usecases/outreach/ask-card.ts'
import type { PreviewModel } from '../../src/usecases/outreach/preview-draft.ts'
import type { ScheduleModel } from '../../src/usecases/outreach/schedule-draft.ts'
import type { PersonBrief } from '../../src/usecases/people/load-person-brief.ts'
import type { DraftAsk } from '../../src/usecases/ports/draft-asks.ts'
import { renderAskAnswer, renderAskCard, renderCardAsks } from '../../src/views/ask-card/blocks.ts'
import {
  renderAskModal,
  renderSuggestModal,
  renderUnsentVoice,
  renderVoiceModal,
} from '../../src/views/ask-modal/blocks.ts'
import { askEntry } from '../../src/views/ask-modal/submit.ts'
import { renderPreview } from '../../src/views/preview-modal/blocks.ts'
import { renderScheduleModal } from '../../src/views/schedule-modal/blocks.ts'
import { scheduleEntry } from '../../src/views/schedule-modal/submit.ts'
import { renderSnoozed, renderSnoozeModal } from '../../src/views/snooze-modal/blocks.ts'
import { readUndo, undoValue } from '../../src/views/snooze-modal/ids.ts'
import { clockIn } from '../../src/views/when.ts'
import { id, lisbon, noon, today, zone } from '../support/outreach-builders.ts'
import { HOSTILE, isInert, long } from './hostile.ts'

const ref = { draftId: id<'draft'>(1), revisionId: id<'draft_revision'>(1) }

describe('Schedule…', () => {
  const model: ScheduleModel = {
    fullName: long(500),
    revisionId: ref.revisionId,
    subject: long(150),
    suggestions: [1, 5, 100, 300].map((hours) => plus(noon, hours * HOUR)),
    zone: zone('America/Argentina/Buenos_Aires'),
    zoneIsTheirs: true,
    now: noon,
  }

  it('passes Slack at its biggest, and chooses the first moment', () => {
    const view = renderScheduleModal(ref, model, lisbon)
    expect(() => checkView(view as never)).not.toThrow()
    isInert(view.blocks)
    expect(JSON.stringify(view)).toContain(
      `"initial_option":{"text":{"type":"plain_text","text":"Wed 14 Oct, 10:00 their time`,
    )
  })

  it('shows every moment by both clocks, and once where they agree', () => {
    const shown = JSON.stringify(renderScheduleModal(ref, model, lisbon))
    expect(shown).toContain('Wed 14 Oct, 10:00 their time · Wed 14 Oct, 14:00 yours')
    expect(shown).toContain('By their clock (Buenos Aires)')
    const here = JSON.stringify(renderScheduleModal(ref, { ...model, zone: lisbon, zoneIsTheirs: false }, lisbon))
    expect(here).not.toContain('their time ·')
    expect(here).toContain('Nobody knows their time zone, so this is ours (Lisbon)')
  })

  it('reads a choice, a day and a time; what was forged is nothing', () => {
    const chosen = { schedule_when: { schedule_when: { selected_option: { value: '1700000000000' } } } }
    const picked = {
      schedule_day: { schedule_day: { selected_date: '2026-03-05' } },
      schedule_time: { schedule_time: { selected_time: '09:30' } as never },
    }
    expect(scheduleEntry(chosen)).toEqual({ at: 1_700_000_000_000, day: '', time: '' })
    expect(scheduleEntry(picked)).toEqual({ at: undefined, day: '2026-03-05', time: '09:30' })
    expect(
      scheduleEntry({ schedule_when: { schedule_when: { selected_option: { value: '1e9' } } } }).at,
    ).toBeUndefined()
  })

  it('says a moment by somebody’s clock', () => {
    expect(clockIn(noon, zone('Asia/Tokyo'))).toBe('Wed 14 Oct, 21:00')
  })
})

describe('Preview', () => {
  const preview: PreviewModel = {
    from: `${long(300)} <${'a'.repeat(240)}@example.com>`,
    replyTo: `${long(300)} <${'a'.repeat(240)}@example.com>`,
    to: `${long(300)} <${'a'.repeat(240)}@example.com>`,
    subject: long(150),
    text: [...Array.from({ length: 60 }, () => long(48)), long(9_000)].join('\n\n'),
    lacks: { address: false, postalAddress: true },
    textOf: long(300),
  }

  it('passes Slack at its biggest, and loses not a paragraph', () => {
    const view = renderPreview(preview)
    expect(() => checkView(view as never)).not.toThrow()
    isInert(view.blocks)
    const numbered = { ...preview, text: Array.from({ length: 60 }, (_, at) => `Paragraph ${at}.`).join('\n\n') }
    const shown = JSON.stringify(renderPreview(numbered))
    for (let at = 0; at < 60; at += 1) expect(shown).toContain(`Paragraph ${at}.`)
  })

  it('says what is missing', () => {
    const shown = JSON.stringify(
      renderPreview({
        ...preview,
        to: 'Ana',
        lacks: { address: true, postalAddress: true },
        textOf: undefined,
      }),
    )
    expect(shown).toContain('no e-mail address on record')
    expect(shown).toContain('No postal address is set')
    expect(shown).not.toContain('name, once')
  })
})

describe('Snooze', () => {
  const person: PersonBrief = {
    candidateId: id<'candidate'>(7),
    fullName: long(500),
    standing: 'told_no',
    standingDay: today,
    today,
  }

  it('passes Slack at its biggest, with the day that each choice means', () => {
    const view = renderSnoozeModal(person, false)
    expect(() => checkView(view as never)).not.toThrow()
    isInert(view.blocks)
    const shown = JSON.stringify(view)
    for (const words of ['1 month, 14 November 2026', '3 months, 14 January 2027', '6 months, 14 April 2027', 'A date'])
      expect(shown).toContain(words)
    expect(shown).toContain('Until a similar role opens, 14 October 2027 at the latest')
  })

  it('offers Undo to what was before', () => {
    const before = { until: '2026-12-01', for: 'similar_job' }
    const snooze = { until: '2027-01-01', for: '' }
    const change = { candidateId: id<'candidate'>(7), before, snooze }
    const { blocks } = renderSnoozed('Ana is snoozed.', change)
    expect(() => checkMessageBlocks(blocks)).not.toThrow()
    const value = undoValue(change)
    expect(JSON.stringify(blocks)).toContain(value)
    expect(readUndo(value)).toEqual({ candidateId: id<'candidate'>(7), ...before, done: snooze })
    const woken = { candidateId: 'x', before: null, snooze: null }
    const none = { until: '', for: '' }
    expect(readUndo(undoValue(woken))).toEqual({ candidateId: 'x', ...none, done: none })
    expect(readUndo('x::')).toEqual({ candidateId: 'x', ...none, done: undefined })
    expect(readUndo(HOSTILE).until).toBeTypeOf('string')
  })
})

describe('asking a colleague', () => {
  const ask: DraftAsk = {
    id: id<'draft_ask'>(1),
    draftId: id<'draft'>(1),
    revisionId: ref.revisionId,
    kind: 'look',
    askedOf: id<'member'>(3),
    askedBy: id<'member'>(1),
    question: long(500),
    state: 'asked',
    answer: undefined,
    askedAt: noon,
    answeredAt: undefined,
  }
  const model = (change: Partial<AskCardModel> = {}): AskCardModel => ({
    ask,
    draft: { id: id<'draft'>(1), purpose: 'keep_warm', state: 'waiting' },
    fullName: long(500),
    askedBy: 'UINES',
    askedOf: 'UTOM',
    askerName: 'Ines',
    revisionId: ref.revisionId,
    text: { subject: long(150), body: long(3_000), claims: [{ factId: id<'fact'>(1), start: 3, end: 90 }] },
    ownWords: false,
    send: undefined,
    ...change,
  })
  const labels = (shown: { readonly blocks: readonly unknown[] }) =>
    [...JSON.stringify(shown.blocks).matchAll(/"type":"button".*?"text":\{"type":"plain_text","text":"([^"]+)"/g)].map(
      ([, label]) => label,
    )
  const voice = { ...ask, kind: 'own_voice' } as const
  const send = (state: string) => ({ id: id<'send'>(1), state, dueAt: noon, handedOverAt: undefined }) as never

  it.each<[string, Partial<AskCardModel>, readonly string[]]>([
    ['a look', {}, ['Looks good', 'Suggest a change', 'Not me']],
    ['one’s own voice', { ask: voice }, ['Approve & send', 'Edit…', 'Not me']],
    [
      'own words that wait again',
      { ask: { ...voice, state: 'answered' }, ownWords: true },
      ['Approve & send', 'Edit…'],
    ],
    ['a withdrawn one', { ask: { ...ask, state: 'withdrawn' } }, []],
    ['a declined one', { ask: { ...ask, state: 'declined' } }, []],
    ['an answered one', { ask: { ...ask, state: 'answered', answer: long(2_000) } }, []],
    ['a decided draft', { draft: { id: id<'draft'>(1), purpose: 'decline', state: 'rejected' } }, []],
    [
      'a message on its way',
      { ask: { ...voice, state: 'answered' }, draft: { ...model().draft, state: 'approved' }, send: send('approved') },
      ['Undo send'],
    ],
    [
      'a message that left',
      { ask: { ...voice, state: 'answered' }, draft: { ...model().draft, state: 'approved' }, send: send('in_doubt') },
      [],
    ],
  ])('shows %s with what can be done, at its biggest', (_name, change, buttons) => {
    const shown = renderAskCard(model(change))
    expect(() => checkMessageBlocks(shown.blocks)).not.toThrow()
    expect(JSON.stringify(shown.blocks).length).toBeLessThan(13_000)
    expect(labels(shown)).toEqual(buttons)
    isInert(shown.blocks)
  })

  it.each<[Partial<DraftAsk>, string]>([
    [{ state: 'answered' }, 'Looks good'],
    [{ state: 'answered', answer: HOSTILE }, 'suggests a change'],
    [{ state: 'declined' }, 'would rather not answer'],
    [{ kind: 'own_voice', state: 'answered' }, 'in their own words and approved it'],
    [{ kind: 'own_voice' }, 'cannot leave just now'],
  ])('tells the asker %j', (change, words) => {
    const { blocks } = renderAskAnswer({
      ask: { ...ask, ...change },
      fullName: HOSTILE,
      askedOf: 'UTOM',
      draftId: id<'draft'>(1),
      waiting: true,
    })
    expect(() => checkMessageBlocks(blocks)).not.toThrow()
    expect(JSON.stringify(blocks)).toContain(words)
    isInert(blocks)
  })

  it('shows on the card who was asked, what they said, and a way to withdraw what is open', () => {
    const asks: CardAsk[] = (['asked', 'answered', 'declined'] as const).flatMap((state, at) => [
      { id: id<'draft_ask'>(at), kind: 'look', state, answer: long(2_000), colleague: 'UTOM', olderText: true },
      { id: id<'draft_ask'>(at + 10), kind: 'own_voice', state, answer: undefined, colleague: 'UTOM', olderText: true },
    ])
    const blocks = renderCardAsks(asks, true)
    expect(() => checkMessageBlocks(blocks)).not.toThrow()
    expect(labels({ blocks })).toEqual(['Withdraw the question', 'Withdraw the question'])
    expect(labels({ blocks: renderCardAsks(asks, false) })).toEqual([])
    isInert(blocks)
  })

  it.each([
    ['the question', renderAskModal(ref.draftId, long(500))],
    ['a suggestion', renderSuggestModal(ask.id)],
    [
      'own words',
      renderVoiceModal({ askId: ask.id, ...ref, fullName: long(500) }, { subject: long(150), body: long(3_000) }, true),
    ],
    ['words that cannot be sent', renderUnsentVoice('It was withdrawn.', { subject: long(150), body: long(3_000) })],
  ])('%s passes Slack at its biggest', (_name, view) => {
    expect(() => checkView(view as never)).not.toThrow()
    isInert(view.blocks)
  })

  it('is read back as it was typed; what was forged is nothing', () => {
    const typed = {
      ask_whom: { ask_whom: { selected_user: 'UTOM' } },
      ask_kind: { ask_kind: { selected_option: { value: 'own_voice' } } },
      ask_question: { ask_question: { value: 'Why?' } },
    }
    expect(askEntry(typed)).toEqual({ whom: 'UTOM', kind: 'own_voice', question: 'Why?' })
    expect(askEntry({ ask_kind: { ask_kind: { selected_option: { value: 'constructor' } } } }).kind).toBe('')
  })
})
