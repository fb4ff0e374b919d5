import { request } from 'node:http'
import { describe, expect, it } from 'vitest'
import type { Mailbox } from '../../simulator/options.ts'
import { ANA } from './seed.ts'
import { call, startWorkspace } from './support.ts'

const json = { 'content-type': 'application/json' }
const say = { as: ANA, act: { kind: 'say', channel: 'C0RECRUIT', text: 'from the page' } }

/** A request whose Host and Origin are what the test says; fetch would not let it. */
const send = (url: string, headers: Record<string, string>, body?: object) =>
  new Promise<number>((done, fail) => {
    const req = request(url, { method: body ? 'POST' : 'GET', headers }, (response) => {
      response.resume()
      done(response.statusCode ?? 0)
    })
    req.on('error', fail)
    req.end(body && JSON.stringify(body))
  })

describe('the page API', () => {
  it('shows what a person sees and does what they do', async () => {
    const simulator = await startWorkspace()
    const result = await fetch(`${simulator.url}/page/api/act`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify(say),
    })
    const view = await (await fetch(`${simulator.url}/page/api/view?as=${ANA}`)).json()

    expect(await result.json()).toEqual({ ok: true })
    expect(view).toEqual(simulator.as(ANA).see())
    expect(view).toMatchObject({ me: { id: ANA }, messages: { C0RECRUIT: [{ text: 'from the page' }] } })
    const people = (await (await fetch(`${simulator.url}/page/api/people`)).json()) as { id: string }[]
    expect(people.map((p) => p.id)).toEqual([ANA, 'U00TOM'])
    expect((await fetch(`${simulator.url}/page/api/view?as=U0NOBODY`)).status).toBe(404)
  })

  it('streams the whole view now and after each change', async () => {
    const simulator = await startWorkspace()
    const response = await fetch(`${simulator.url}/page/api/stream?as=${ANA}`)
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    let buffer = ''
    const next = async () => {
      while (!buffer.includes('\n\n')) buffer += (await reader?.read())?.value ?? ''
      const [event = ''] = buffer.split('\n\n')
      buffer = buffer.slice(event.length + 2)
      const [name, data = ''] = event.split('\n')
      return { name, view: JSON.parse(data.replace('data: ', '')) as { messages: Record<string, { text: string }[]> } }
    }

    expect(await next()).toMatchObject({ name: 'event: view', view: { messages: { C0RECRUIT: [] } } })
    await call(simulator, 'chat.postMessage', { channel: 'C0RECRUIT', text: 'news' })
    expect((await next()).view.messages.C0RECRUIT?.map((m) => m.text)).toEqual(['news'])
    await reader?.cancel()
  })

  it('answers this machine only: no other name, no other page, no form', async () => {
    const simulator = await startWorkspace()
    const act = `${simulator.url}/page/api/act`
    const host = new URL(simulator.url).host

    expect(await send(`${simulator.url}/page/api/view?as=${ANA}`, { host: 'evil.example' })).toBe(403)
    expect(await send(act, { ...json, host: `evil.example:80` }, say)).toBe(403)
    expect(await send(act, { ...json, host, origin: 'https://evil.example' }, say)).toBe(403)
    expect(await send(act, { ...json, host, 'sec-fetch-site': 'cross-site' }, say)).toBe(403)
    expect(await send(act, { 'content-type': 'text/plain', host }, say)).toBe(415)
    expect(simulator.as(ANA).messages('recruiting')).toEqual([])
    expect(await send(act, { ...json, host, origin: simulator.url, 'sec-fetch-site': 'same-origin' }, say)).toBe(200)
  })

  it('is never opened to a network', async () => {
    await expect(startWorkspace({ host: '0.0.0.0' as '127.0.0.1' })).rejects.toThrow(
      'it listens on loopback, not on 0.0.0.0',
    )
  })

  it('refuses an act that is none', async () => {
    const simulator = await startWorkspace()

    expect(await send(`${simulator.url}/page/api/act`, json, { as: ANA, act: { kind: 'fly' } })).toBe(400)
  })

  it('shows the mailbox and answers from it', async () => {
    const replies: string[] = []
    const mail = {
      id: 'm1',
      from: 'ana@acme.example',
      to: 'bo@example.com',
      subject: 'Hello',
      at: '2026-03-02',
      direction: 'out' as const,
    }
    const mailbox: Mailbox = {
      list: () => [mail],
      get: (id) => (id === 'm1' ? { ...mail, html: '', text: 'Hi', source: '', headers: [] } : undefined),
      reply: async (_id, text) => void replies.push(text),
      onChange: () => () => {},
    }
    const simulator = await startWorkspace({ mailbox })
    const ana = simulator.as(ANA)

    expect(ana.see().mail).toEqual([mail])
    expect(await ana.act({ kind: 'replyToMail', mailId: 'm1', text: 'Yes' })).toEqual({ ok: true })
    expect(await ana.act({ kind: 'replyToMail', mailId: 'm2', text: 'Yes' })).toEqual({
      ok: false,
      notice: 'That mail is not there.',
    })
    expect(await ana.act({ kind: 'replyToMail', mailId: 'm1', text: ' ' })).toMatchObject({ ok: false })
    expect(replies).toEqual(['Yes'])
  })
})
