import { describe, expect, it } from 'vitest'
import { catchUp } from '../../../src/domain/candidate/catch-up.ts'
import type { FactKind } from '../../../src/domain/outreach/fact.ts'
import type { FactId, InteractionId } from '../../../src/domain/shared/ids.ts'
import type { Instant } from '../../../src/domain/shared/time.ts'

const said = (id: number, kind: string, text = `said ${id}`) => ({
  id: `e${id}` as InteractionId,
  kind,
  at: (1_000 - id) as Instant,
  text,
  oneToOne: true,
})
const fact = (id: number, kind: FactKind, retracted = false) => ({
  id: `f${id}` as FactId,
  kind,
  text: `known ${id}`,
  statedAt: (1_000 - id) as Instant,
  retractedAt: retracted ? (1 as Instant) : undefined,
})
const told = (lines: ReturnType<typeof catchUp>) =>
  lines.map(({ topic, text, source }) => `${topic}: ${text} (${'id' in source ? source.id : ''})`)

describe('catching up on somebody', () => {
  it('tells what they said last, what we wrote last, and then what is known, each with its entry', () => {
    const timeline = [
      said(1, 'note'),
      said(2, 'call'),
      said(3, 'message_sent'),
      said(4, 'reply'),
      said(5, 'message_sent'),
    ]
    const facts = [fact(1, 'reason'), fact(2, 'promise'), fact(3, 'wish'), fact(4, 'praise')]
    expect(told(catchUp(timeline, facts))).toEqual([
      'last_said: said 2 (e2)',
      'we_said: said 3 (e3)',
      'promised: known 2 (f2)',
      'wants: known 3 (f3)',
      'strength: known 4 (f4)',
      'avoid: known 1 (f1)',
      'lately: said 1 (e1)',
      'lately: said 4 (e4)',
      'lately: said 5 (e5)',
    ])
    expect(catchUp(timeline, facts)[0]).toEqual({
      topic: 'last_said',
      text: 'said 2',
      at: 998,
      source: { kind: 'entry', id: 'e2' },
    })
  })

  it.each([
    ['reply', 'last_said'],
    ['call', 'last_said'],
    ['message_sent', 'we_said'],
    ['told_outcome', 'we_said'],
    ['note', 'lately'],
  ])('tells a %s as %s', (kind, topic) => {
    expect(catchUp([said(1, kind)], [])).toEqual([
      { topic, text: 'said 1', at: 999, source: { kind: 'entry', id: 'e1' } },
    ])
  })

  it.each<[FactKind, string]>([
    ['promise', 'promised'],
    ['wish', 'wants'],
    ['strength', 'strength'],
    ['praise', 'strength'],
    ['reason', 'avoid'],
  ])('tells a %s as %s', (kind, topic) => {
    expect(catchUp([], [fact(1, kind)])).toEqual([
      { topic, text: 'known 1', at: 999, source: { kind: 'fact', id: 'f1' } },
    ])
  })

  it('tells three promises, two of each other kind and three entries, the newest', () => {
    const facts = [1, 2, 3, 4].flatMap((id) => [
      fact(id, 'promise'),
      fact(id + 10, 'wish'),
      fact(id + 20, 'strength'),
      fact(id + 30, 'reason'),
    ])
    const lines = told(
      catchUp(
        [1, 2, 3, 4].map((id) => said(id, 'note')),
        facts,
      ),
    )
    expect(lines.map((line) => line.replace(/.*\(/, '('))).toEqual([
      '(f1)', '(f2)', '(f3)', '(f11)', '(f12)', '(f21)', '(f22)', '(f31)', '(f32)', '(e1)', '(e2)', '(e3)',
    ]) // biome-ignore format: a list
  })

  it('leaves out what was taken back, what says nothing, and what is a line of the profile already', () => {
    expect(catchUp([said(1, 'note', ' ')], [fact(1, 'promise', true), fact(2, 'skill'), fact(3, 'pay')])).toEqual([])
  })
})
