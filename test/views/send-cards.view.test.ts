import { describe, expect, it } from 'vitest'
import type { SendId } from '../../src/domain/shared/ids.ts'
import { instant } from '../../src/domain/shared/time.ts'
import type { SendCardModel } from '../../src/usecases/outreach/load-send-card.ts'
import type { SendRow } from '../../src/usecases/ports/sends.ts'
import { renderBouncedCard } from '../../src/views/bounced-card/blocks.ts'
import { renderInDoubtCard } from '../../src/views/in-doubt-card/blocks.ts'
import { renderNotSentCard } from '../../src/views/not-sent-card/blocks.ts'

const noon = instant('2026-03-02T12:00:00Z')
const model = (send: Partial<SendRow> = {}, change: Partial<SendCardModel> = {}): SendCardModel => ({
  send: {
    id: '01890000-0000-7000-8000-000000000002' as SendId,
    state: 'in_doubt',
    messageId: '<abc@fernhollow.example>',
    refusals: [],
    lastError: undefined,
    resolvedAt: undefined,
    ...send,
  } as SendRow,
  who: 'Ana Souza',
  begunAt: noon,
  resolvedBy: undefined,
  lateAnswer: undefined,
  ...change,
})
const labels = (blocks: unknown) =>
  [...JSON.stringify(blocks).matchAll(/"type":"button"[^}]*?"text":\{"type":"plain_text","text":"([^"]+)"/g)].map(
    ([, label]) => label,
  )

describe('the card "Not sure it arrived"', () => {
  it('names the person and the Message-ID to look for, and offers the three answers', () => {
    const { blocks, text } = renderInDoubtCard(model())
    expect(text).toBe('Not sure it arrived')
    expect(JSON.stringify(blocks)).toContain('Ana Souza')
    expect(JSON.stringify(blocks)).toContain('`abc@fernhollow.example`')
    expect(labels(blocks)).toEqual(['It arrived', 'Send again', 'Give up'])
  })

  it('says what a late answer of the mail server was', () => {
    expect(JSON.stringify(renderInDoubtCard(model({}, { lateAnswer: 'accepted' })).blocks)).toContain('*accepted*')
  })

  it.each([
    ['handed_over', undefined, 'it arrived'],
    ['approved', 'no_answer', 'sent again'],
    ['failed', 'given_up_in_doubt', 'given up'],
    ['failed', '550 5.1.1', 'sent again, and it could not be delivered'],
  ] as const)('shows who decided what once it is %s (%s), and its buttons go', (state, lastError, words) => {
    const { blocks } = renderInDoubtCard(model({ state, lastError, resolvedAt: noon }, { resolvedBy: 'UINES' }))
    expect(labels(blocks)).toEqual([])
    expect(JSON.stringify(blocks)).toContain('<@UINES>')
    expect(JSON.stringify(blocks)).toContain(words)
  })

  it("is inert and within Slack's limits whatever the person is called", () => {
    for (const who of ['<!channel> & co', 'x'.repeat(5_000), '\u202eevil']) {
      for (const { blocks } of [
        renderInDoubtCard(model({}, { who })),
        renderNotSentCard(model({ state: 'failed' }, { who })),
        renderBouncedCard(who, true),
        renderBouncedCard(who, false),
      ]) {
        const texts = [...JSON.stringify(blocks).matchAll(/"text":"((?:[^"\\]|\\.)*)"/g)].map(
          ([, words]) => words ?? '',
        )
        expect(texts.every((words) => words.length <= 3_000)).toBe(true)
        expect(texts.join()).not.toContain('<!channel>')
      }
    }
  })
})

describe('the card "A message did not leave"', () => {
  it('says why the gate held it back', () => {
    expect(JSON.stringify(renderNotSentCard(model({ state: 'refused', refusals: ['hired', 'cap'] })).blocks)).toContain(
      'they were hired; they have had enough messages for now',
    )
  })

  it('says what the mail server answered, or that it was not reached', () => {
    expect(JSON.stringify(renderNotSentCard(model({ state: 'failed', lastError: '550 5.1.1' })).blocks)).toContain(
      'the mail server answered 550 5.1.1',
    )
    expect(
      JSON.stringify(renderNotSentCard(model({ state: 'failed', lastError: 'connection_refused' })).blocks),
    ).toContain('was not reached (connection refused)')
  })
})

describe('the card "A message came back"', () => {
  it('says whether the address can be written to', () => {
    const words = (isDead: boolean) => JSON.stringify(renderBouncedCard('Ana Souza', isDead).blocks)
    expect(words(true)).toMatch(/Ana Souza.*does not exist.*Nobody writes to that address again/)
    expect(words(false)).toMatch(/Ana Souza.*could not be delivered.*stays on record/)
    expect(renderBouncedCard('Ana Souza', true).text).toBe('A message came back')
  })
})
