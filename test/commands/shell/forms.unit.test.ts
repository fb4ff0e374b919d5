// A form that is submitted: what becomes of it, and that nothing that was typed is lost.
import type { ModalView } from '@slack/types'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Submitted } from '../../../src/commands/shell/on-submit.ts'
import type { Reply } from '../../../src/commands/shell/tell.ts'
import { shellWords } from '../../../src/domain/shared/words/shell.ts'
import { act, beginAnew, modal, names, now, said } from './acting.ts'

beforeEach(beginAnew)
afterEach(() => {
  vi.useRealTimers()
})

describe('a form', () => {
  const submit = (outcome: Submitted | (() => Promise<Submitted>), change: object = {}) =>
    act('a submission', async () => (typeof outcome === 'function' ? outcome() : outcome), change)
  const answer = () => now.heard.find(([what]) => what === 'ack')?.[1]

  it('stays open with everything typed when the act fails: the failure stands beside its first field', async () => {
    await submit(() => Promise.reject(new Error('no')))
    expect(answer()).toEqual({ response_action: 'errors', errors: { words: shellWords.ourFault('ref-1') } })
  })

  it('without a field keeps its place below what went wrong', async () => {
    const bare = { ...modal, blocks: [{ type: 'section' }] }
    await submit(() => Promise.reject(new Error('no')), { view: bare })
    expect(answer()).toMatchObject({ response_action: 'push' })
    expect(said()).toContain(shellWords.ourFault('ref-1'))
  })

  it('is told beside its fields in letters, not in signs that draw them', async () => {
    await submit({ kind: 'errors', errors: { words: 'Use *Back* or `/pool`.' } })
    expect(answer()).toEqual({ response_action: 'errors', errors: { words: 'Use Back or /pool.' } })
  })

  it('closes, and so does what is below it where that has done its work too', async () => {
    await submit({ kind: 'done' })
    await submit({ kind: 'clear' })
    expect(now.heard).toEqual([
      ['ack', undefined],
      ['ack', { response_action: 'clear' }],
    ])
  })

  const later = (work: () => Promise<Reply>, isDone?: true): Submitted => ({
    kind: 'later',
    respondAt: undefined,
    work,
    ...(isDone === undefined ? {} : { isDone }),
  })

  it('becomes the answer at once where that comes soon', async () => {
    await submit(later(async () => ({ text: 'Written.' })))
    expect(names()).toEqual(['ack'])
    expect(answer()).toMatchObject({ response_action: 'update' })
    expect(said()).toContain('Written.')
  })

  it('says that it waits before Slack gives up, and becomes the answer when that comes', async () => {
    vi.useFakeTimers()
    let finish: (reply: Reply) => void = () => {}
    const work = () => new Promise<Reply>((done) => (finish = done))
    const over = submit(later(work))
    await vi.advanceTimersByTimeAsync(2_500)
    expect(names()).toEqual(['ack'])
    expect(said()).not.toContain('Written.')
    finish({ text: 'Written.' })
    await over
    expect(names()).toEqual(['ack', 'update'])
    expect(said()).toContain('Written.')
  })

  it('becomes another view in the same way: at once, or after a word to wait', async () => {
    const next = { ...modal, title: { type: 'plain_text' as const, text: 'Review' } } as unknown as ModalView
    await submit({ kind: 'view_later', work: async () => next })
    expect(now.heard).toEqual([['ack', { response_action: 'update', view: next }]])
    now.heard = []
    vi.useFakeTimers()
    let finish: (view: ModalView) => void = () => {}
    const over = submit({ kind: 'view_later', work: () => new Promise<ModalView>((done) => (finish = done)) })
    await vi.advanceTimersByTimeAsync(2_500)
    expect(names()).toEqual(['ack'])
    expect(said()).not.toContain('Review')
    finish(next)
    await over
    expect(now.heard.at(-1)).toEqual(['update', { view_id: 'V0', view: next }])
    vi.useRealTimers()
    now.heard = []
    await submit({ kind: 'view_later', work: () => Promise.reject(new Error('no')) })
    expect(said()).toContain(shellWords.ourFault('ref-1'))
  })

  it('says that nothing was changed where that is so, and that it is done where only the looking failed', async () => {
    const fail = () => Promise.reject<Reply>(new Error('no'))
    await submit(later(fail))
    expect(said()).toContain(shellWords.ourFault('ref-1'))
    now.heard = []
    await submit(later(fail, true))
    expect(said()).toContain(shellWords.doneUnshown('ref-1'))
    expect(said()).not.toContain('nothing was changed')
    expect(now.faults).toHaveLength(2)
  })
})
