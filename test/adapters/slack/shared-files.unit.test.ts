// Files from Slack: its own hosts alone, no more than was agreed, and whatever goes wrong leaves nothing behind.
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeSharedFiles } from '../../../src/adapters/slack/shared-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'medallist-shared-'))
const seen: (string | undefined)[] = []
let answer: RequestListener = (_request, response) => void response.end('name,email\n')
const server = createServer((request, response) => {
  seen.push(request.headers.authorization)
  answer(request, response)
})
let origin = ''
beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

type Info = () => Promise<{ readonly file?: object }>
const filesWith = (info: Info = async () => ({})) =>
  makeSharedFiles({ files: { info } } as never, { token: 'xoxb-secret', apiOrigin: origin, silenceMs: 2_000 })
let files = 0
async function bring(url: string, most = 1_000, bytes = 10) {
  files += 1
  const path = join(folder, String(files))
  const brought = await filesWith().bring({ id: 'F1', name: 'x', bytes, url }, path, most)
  return { brought, path }
}

describe('a file of Slack’s', () => {
  it('is brought with the bot’s token', async () => {
    const { brought, path } = await bring(`${origin}/files-pri/x`)
    expect(brought).toEqual({ ok: true, value: null })
    expect(readFileSync(path, 'utf8')).toBe('name,email\n')
    expect(seen.at(-1)).toBe('Bearer xoxb-secret')
  })

  it.each([
    'http://files.slack.com/x',
    'https://files.slack.com.evil.example/x',
    'https://files.slack.com:8443/x',
    'https://evil.example/files.slack.com',
    'file:///etc/passwd',
    'not an address',
  ])('is asked for nowhere else: %s', async (url) => {
    const before = seen.length
    expect((await bring(url)).brought).toEqual({ ok: false, refusal: 'elsewhere' })
    expect(seen).toHaveLength(before)
  })

  it('is not asked for at the address of an API where Slack itself is spoken with', async () => {
    const slack = makeSharedFiles({ files: {} } as never, { token: 'xoxb-secret', apiOrigin: undefined })
    const path = join(folder, 'never')
    const brought = await slack.bring({ id: 'F1', name: 'x', bytes: 1, url: `${origin}/x` }, path, 10)
    expect(brought).toEqual({ ok: false, refusal: 'elsewhere' })
  })

  it.each([
    ['Slack says that it is too big', 2_000, (_q, response) => void response.end('x'), 'too_big'],
    [
      'it says of itself that it is',
      10,
      (_q, response) => void response.writeHead(200, { 'content-length': '5000' }).end('x'.repeat(5_000)),
      'too_big',
    ],
    ['it turns out to be', 10, (_q, response) => void response.end('x'.repeat(5_000)), 'too_big'],
    [
      'Slack leads to its sign-in page',
      10,
      (_q, response) => void response.writeHead(302, { location: `${origin}/login` }).end(),
      'not_shared',
    ],
    ['it is not let in', 10, (_q, response) => void response.writeHead(403).end(), 'not_shared'],
    ['it is gone', 10, (_q, response) => void response.writeHead(404).end(), 'gone'],
    ['Slack has troubles', 10, (_q, response) => void response.writeHead(502).end(), 'unreachable'],
    ['nothing more comes', 10, (_q, response) => void response.write('half of'), 'unreachable'],
    ['the line breaks', 10, (request) => void request.socket.destroy(), 'unreachable'],
  ] as const satisfies readonly (readonly [string, number, RequestListener, string])[])(
    'leaves nothing behind where %s',
    async (_what, bytes, listener, refusal) => {
      answer = listener
      const { brought, path } = await bring(`${origin}/x`, 1_000, bytes)
      expect(brought).toEqual({ ok: false, refusal })
      expect(existsSync(path)).toBe(false)
    },
  )

  it.each([
    ['was deleted', { mode: 'tombstone' }, 'gone'],
    ['is behind the limit of the plan', { mode: 'hidden_by_limit' }, 'gone'],
    ['lies elsewhere', { mode: 'external', is_external: true, url_private: 'https://drive.example/x' }, 'elsewhere'],
    ['has no address', { mode: 'hosted' }, 'elsewhere'],
  ])('is told to be missing where it %s', async (_what, file, refusal) => {
    expect(await filesWith(async () => ({ file })).look('F1')).toEqual({ ok: false, refusal })
  })

  it('is told by its name, size and address', async () => {
    const file = { name: 'cv.pdf', size: 12, mode: 'hosted', url_private: 'a', url_private_download: 'b' }
    expect(await filesWith(async () => ({ file })).look('F1')).toEqual({
      ok: true,
      value: { id: 'F1', name: 'cv.pdf', bytes: 12, url: 'b' },
    })
  })
})
