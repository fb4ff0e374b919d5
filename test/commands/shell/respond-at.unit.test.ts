// A modal brings back the address at which its answer shall be told. Only Slack, or the Slack that the app speaks with, is told anything.
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { respondAt } from '../../../src/commands/shell/tell.ts'

describe('an answer at an address that a modal remembered', () => {
  let server: Server
  let origin = ''
  let heard: unknown[] = []

  beforeAll(async () => {
    server = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        heard.push({ path: request.url, body: JSON.parse(Buffer.concat(chunks).toString()) as unknown })
        if (request.url === '/elsewhere') response.writeHead(302, { location: `${origin}/hooks` })
        response.statusCode = request.url === '/used' ? 404 : response.statusCode
        response.end('ok')
      })
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => server.close())
  const told = async (url: string | undefined, apiOrigin: string | undefined) => {
    heard = []
    const told = await respondAt(url, { text: 'Ana Souza', replaces: true }, apiOrigin)
    return [told, heard]
  }

  it('reaches the Slack whose API the app was given', async () => {
    const body = { response_type: 'ephemeral', replace_original: true, text: 'Ana Souza' }
    expect(await told(`${origin}/hooks`, origin)).toEqual([true, [{ path: '/hooks', body }]])
  })

  it('reaches no other host, whatever the modal says', async () => {
    expect(await told(`${origin}/hooks`, undefined)).toEqual([false, []])
    expect(await told(`${origin}/hooks`, 'http://127.0.0.1:1')).toEqual([false, []])
    expect(await told(`${origin.replace('http://', 'http://hooks.slack.com@')}/hooks`, 'http://slack.test')).toEqual([
      false,
      [],
    ])
    expect(await told('file:///etc/passwd', origin)).toEqual([false, []])
    expect(await told('not an address', origin)).toEqual([false, []])
    expect(await told(undefined, origin)).toEqual([false, []])
  })

  it('follows no redirection, and says so where Slack does not take it any more', async () => {
    expect((await told(`${origin}/elsewhere`, origin))[0]).toBe(false)
    expect(heard).toHaveLength(1)
    expect((await told(`${origin}/used`, origin))[0]).toBe(false)
  })
})
