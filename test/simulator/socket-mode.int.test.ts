import type { ModalView } from '@slack/types'
import { describe, expect, it } from 'vitest'
import { ANA } from './seed.ts'
import { startSocketApp, startWorkspace } from './support.ts'

const modal: ModalView = {
  type: 'modal',
  callback_id: 'add',
  title: { type: 'plain_text', text: 'Add' },
  submit: { type: 'plain_text', text: 'Add' },
  blocks: [
    {
      type: 'input',
      block_id: 'name',
      label: { type: 'plain_text', text: 'Full name' },
      element: { type: 'plain_text_input', action_id: 'name' },
    },
  ],
}

describe('a Bolt app at the end of a socket', () => {
  it('opens a modal for a command, receives what was typed and posts it', async () => {
    const simulator = await startWorkspace()
    await startSocketApp(simulator, (app) => {
      app.command('/silver', async ({ ack, client, body }) => {
        await ack()
        await client.views.open({ trigger_id: body.trigger_id, view: modal })
      })
      app.view('add', async ({ ack, client, view }) => {
        await ack()
        await client.chat.postMessage({ channel: 'C0RECRUIT', text: `Added ${view.state.values.name?.name?.value}` })
      })
    })
    const ana = simulator.as(ANA)

    expect(await ana.command('/silver', 'Ana Lima', { in: 'recruiting' })).toEqual({ ok: true })
    const form = await ana.opensModal('Add')
    await form.fill('Full name', 'Ana Lima')
    expect(await form.submit()).toEqual({ ok: true })

    await ana.waitFor(() => ana.messages('recruiting').some((m) => m.text === 'Added Ana Lima'), {
      what: 'the message',
    })
    expect(ana.see().modals).toEqual([])
  })
})
