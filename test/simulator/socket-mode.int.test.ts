import { App, LogLevel, SocketModeReceiver } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { describe, expect, it } from 'vitest'
import { ANA } from './seed.ts'
import { closeAfter, startSocketApp, startWorkspace } from './support.ts'

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

  it('is asked to reconnect, does, and is served as before', async () => {
    const simulator = await startWorkspace()
    const receiver = new SocketModeReceiver({
      appToken: simulator.appToken,
      clientPingTimeout: 100,
      logLevel: LogLevel.ERROR,
      installerOptions: { clientOptions: { slackApiUrl: simulator.apiUrl } },
    })
    const app = new App({
      token: simulator.botToken,
      receiver,
      logLevel: LogLevel.ERROR,
      clientOptions: { slackApiUrl: simulator.apiUrl },
    })
    app.command('/silver', async ({ ack }) => ack('still here'))
    await app.start()
    closeAfter(() => app.stop())
    const again = new Promise((done) => receiver.client.once('connected', done))
    simulator.socketMode?.refresh()
    await again

    await simulator.as(ANA).command('/silver', '', { in: 'recruiting' })
    expect(
      simulator
        .as(ANA)
        .ephemerals('recruiting')
        .map((m) => m.text),
    ).toEqual(['still here'])
  })
})
