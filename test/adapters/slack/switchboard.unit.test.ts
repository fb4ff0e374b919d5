import type { App } from '@slack/bolt'
import { describe, expect, it } from 'vitest'
import { switchboard } from '../../../src/adapters/slack/switchboard.ts'

/** Bolt as far as it matters here: what was registered, by kind. */
function aBoltApp() {
  const listeners: { kind: string; id: unknown; listener: (args: unknown) => Promise<void> }[] = []
  const take = (kind: string) => (id: unknown, listener: (args: unknown) => Promise<void>) =>
    void listeners.push({ kind, id, listener })
  const kinds = ['command', 'action', 'options', 'shortcut', 'view', 'event']
  const app = Object.fromEntries(kinds.map((kind) => [kind, take(kind)])) as unknown as App
  const happens = (kind: string, args: object) => listeners.find((one) => one.kind === kind)?.listener(args)
  return { app, listeners, happens }
}

describe('the switchboard', () => {
  it('leads each act to its own listener alone, and asks Bolt for one listener of each kind', async () => {
    const { app, listeners, happens } = aBoltApp()
    const board = switchboard(app)
    const heard: string[] = []
    const hear = (name: string) => async () => void heard.push(name)
    board.command('/pool', hear('/pool'))
    board.command('/silver', hear('/silver'))
    board.action('approve', hear('approve'))
    board.action(/^next:/, hear('next'))
    board.options('person', hear('person'))
    board.shortcut({ type: 'shortcut', callback_id: 'add' }, hear('add'))
    board.view({ callback_id: 'form', type: 'view_submission' }, hear('form'))
    await happens('command', { command: { command: '/silver' } })
    await happens('action', { action: { action_id: 'approve' } })
    await happens('action', { action: { action_id: 'next:told' } })
    await happens('options', { options: { action_id: 'person' } })
    await happens('shortcut', { shortcut: { callback_id: 'add' } })
    await happens('view', { view: { callback_id: 'form' } })
    expect(heard).toEqual(['/silver', 'approve', 'next', 'person', 'add', 'form'])
    expect(listeners).toHaveLength(5)
  })

  it('lets what nobody listens for pass, and what a listener throws be heard', async () => {
    const { app, happens } = aBoltApp()
    const board = switchboard(app)
    board.action('known', async () => {
      throw new Error('a bug')
    })
    await expect(happens('action', { action: { action_id: 'unknown' } })).resolves.toBeUndefined()
    await expect(happens('action', { action: { action_id: 'known' } })).rejects.toThrow('a bug')
  })

  it('refuses two listeners of one name, which would both act', () => {
    const board = switchboard(aBoltApp().app)
    board.action('approve', async () => undefined)
    expect(() => board.action('approve', async () => undefined)).toThrow('approve')
  })
})
