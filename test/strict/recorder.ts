// Stands between the app and Slack: everything the app says goes through here, is kept as it was said, and is passed on.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { PATIENCE_MS } from '../../simulator/hands/wait.ts'

export type Json = { readonly [key: string]: unknown }

/** One call of the Web API, or one use of a `response_url` (then `method` is `response_url`). */
export type Call = {
  readonly seq: number
  readonly method: string
  /** For a `response_url`: which. */
  readonly path: string
  readonly args: Json
  readonly status: number
  readonly answer: Json
}

/** What happens to a call instead of being passed on; `undefined` passes it on. */
export type Spoil = (method: string, args: Json) => { readonly status: number; readonly body: string } | undefined

export type Recorder = {
  readonly calls: readonly Call[]
  /** The address that stands for `apiUrl`. */
  start(apiUrl: string): Promise<string>
  /** A `response_url` of the workspace, through here. */
  through(responseUrl: string): string
  /** How many calls there were so far. */
  mark(): number
  /** The first call since `mark` that fits. */
  heard(since: number, fits: (call: Call) => boolean, what: string, patienceMs?: number): Promise<Call>
  spoil: Spoil | undefined
  close(): Promise<void>
}

export function makeRecorder(): Recorder {
  const calls: Call[] = []
  const waiting = new Set<() => void>()
  let real = ''
  let own = ''
  const recorder: Recorder = {
    calls,
    spoil: undefined,
    async start(apiUrl) {
      real = new URL(apiUrl).origin
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
      own = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      return `${own}/api/`
    },
    through: (responseUrl) => responseUrl.replace(new URL(responseUrl).origin, own),
    mark: () => calls.length,
    heard(since, fits, what, patienceMs = PATIENCE_MS) {
      return new Promise((resolve, reject) => {
        const late = setTimeout(() => {
          waiting.delete(look)
          const said = calls.slice(since).map((call) => `${call.method} ${JSON.stringify(call.args).slice(0, 300)}`)
          reject(new Error(`nothing heard: ${what}. Since then: ${said.join('\n') || 'nothing at all'}`))
        }, patienceMs)
        const look = () => {
          const found = calls.slice(since).find(fits)
          if (found === undefined) return
          clearTimeout(late)
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      })
    },
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
  const server = createServer((request, response) => void pass(request, response))

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const raw = await bodyOf(request)
    const url = new URL(request.url ?? '/', own)
    const type = request.headers['content-type'] ?? ''
    const args = argsOf(url, type, raw)
    const api = url.pathname.startsWith('/api/')
    const method = api ? url.pathname.slice('/api/'.length) : 'response_url'
    const { status, body } = recorder.spoil?.(method, args) ?? (await passOn(request, url, type, raw))
    response.writeHead(status, { 'content-type': 'application/json' }).end(body)
    calls.push({ seq: calls.length, method, path: url.pathname, args, status, answer: json(body) })
    for (const look of waiting) look()
  }

  async function passOn(request: IncomingMessage, url: URL, type: string, raw: Buffer) {
    const answer = await fetch(real + url.pathname + url.search, {
      method: request.method ?? 'POST',
      headers: {
        ...(type === '' ? {} : { 'content-type': type }),
        ...(request.headers.authorization === undefined ? {} : { authorization: request.headers.authorization }),
      },
      ...(request.method === 'GET' ? {} : { body: new Uint8Array(raw) }),
    })
    return { status: answer.status, body: await answer.text() }
  }
  return recorder
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/** As Slack reads them: a form whose larger fields are JSON, or JSON. */
function argsOf(url: URL, type: string, raw: Buffer): Json {
  const query = Object.fromEntries(url.searchParams)
  if (type.includes('json')) return { ...query, ...json(raw.toString()) }
  const form = Object.fromEntries(new URLSearchParams(raw.toString()))
  return { ...query, ...Object.fromEntries(Object.entries(form).map(([key, value]) => [key, nested(key, value)])) }
}

const STRUCTURED = new Set(['blocks', 'view', 'metadata', 'attachments'])
const nested = (key: string, value: string): unknown => (STRUCTURED.has(key) ? JSON.parse(value) : value)

function json(text: string): Json {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : { value }
  } catch {
    return { text }
  }
}
