import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { buildWeb, type WebParts } from '../../src/web/build-web.ts'

const NO_LINKS: WebParts['links'] = {
  unsubscribeUrl: () => '',
  verify: () => undefined,
  stayUrl: () => '',
  verifyStay: () => undefined,
}

const web = (change: Partial<WebParts> = {}) =>
  buildWeb({
    contexts: {
      workspaces: async () => [],
      forSystem: () => {
        throw new Error('no workspace')
      },
    },
    links: NO_LINKS,
    checks: {},
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    ...change,
  })

describe('the web server', () => {
  it('is healthy as soon as it answers, and ready once every part is', async () => {
    const part = { works: false }
    const server = await web({ checks: { database: async () => true, workers: () => part.works } })
    expect((await server.inject('/healthz')).json()).toEqual({ status: 'ok' })
    const early = await server.inject('/readyz')
    expect([early.statusCode, early.json()]).toEqual([503, { status: 'not_ready', database: 'ok', workers: 'failing' }])
    part.works = true
    expect((await server.inject('/readyz')).statusCode).toBe(200)
  })

  it('is not ready where a check breaks', async () => {
    const server = await web({ checks: { database: () => Promise.reject(new Error('down')) } })
    expect((await server.inject('/readyz')).json()).toEqual({ status: 'not_ready', database: 'failing' })
  })

  it('tells a page that failed to the log by its route, never by its token', async () => {
    const lines: unknown[] = []
    const server = await web({
      links: {
        ...NO_LINKS,
        verify: () => {
          throw new Error('broken')
        },
      },
      log: { info: () => undefined, warn: () => undefined, error: (fields) => void lines.push(fields) },
    })
    const answer = await server.inject('/u/secret-token')
    expect(answer.statusCode).toBe(500)
    expect(answer.body).toContain('The fault is ours')
    expect(JSON.stringify(lines)).not.toContain('secret-token')
    expect(lines).toHaveLength(1)
  })

  it("hands Slack's requests to Bolt byte by byte", async () => {
    const body = 'payload=%7B%22a%22%3A1%7D'
    const right = createHmac('sha256', 'k').update(body).digest('hex')
    const server = await web({
      slackEvents: (request, response) => {
        const chunks: Buffer[] = []
        request.on('data', (chunk: Buffer) => chunks.push(chunk))
        request.on('end', () => response.end(createHmac('sha256', 'k').update(Buffer.concat(chunks)).digest('hex')))
      },
    })
    const url = await server.listen({ port: 0, host: '127.0.0.1' })
    const answer = await fetch(`${url}/slack/events`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect(await answer.text()).toBe(right)
    await server.close()
  })
})
