import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { App, LogLevel } from '@slack/bolt'
import { afterEach } from 'vitest'
import { WebSocket } from 'ws'
import type { SimulatorOptions } from '../../simulator/options.ts'
import { type Simulator, startSimulator } from '../../simulator/server.ts'
import { seed } from './seed.ts'

const opened: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of opened.splice(0).toReversed()) await close()
})

/** Closes after the test, in the order opposite to opening. */
export const closeAfter = (close: () => Promise<unknown>): void => void opened.push(close)

export type TestWorkspace = Simulator & {
  /** What the workspace logged. */
  readonly lines: readonly string[]
  /** Resolves when it has logged a line like this. */
  said(pattern: RegExp): Promise<string>
}

/** A workspace that ends with the test. */
export async function startWorkspace(options: Partial<SimulatorOptions> = {}): Promise<TestWorkspace> {
  const lines: string[] = []
  const listeners: ((line: string) => void)[] = []
  const log = (line: string) => {
    lines.push(line)
    for (const listener of listeners) listener(line)
  }
  const simulator = await startSimulator({ seed, log, ...options })
  opened.push(() => simulator.close())
  const said = (pattern: RegExp) =>
    new Promise<string>((done) => {
      const found = lines.find((line) => pattern.test(line))
      if (found !== undefined) done(found)
      else listeners.push((line) => pattern.test(line) && done(line))
    })
  return { ...simulator, lines, said }
}

/** A plain HTTP server at a free port; it ends with the test. */
export async function startListener(listener: RequestListener): Promise<{ url: string }> {
  const server = createServer(listener)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  opened.push(
    () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(done)
      }),
  )
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

/** A real Bolt app at the end of a socket; it ends with the test. */
export async function startSocketApp(simulator: Simulator, register: (app: App) => void): Promise<App> {
  const app = new App({
    token: simulator.botToken,
    appToken: simulator.appToken,
    socketMode: true,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: simulator.apiUrl },
  })
  register(app)
  await app.start()
  opened.push(() => app.stop())
  return app
}

export type Answer = { ok: boolean; error?: string; [key: string]: unknown }

/** One call of the Web API, as a form. */
export async function call(
  simulator: Simulator,
  method: string,
  args: Record<string, unknown> = {},
  token = simulator.botToken,
): Promise<Answer> {
  const body = new URLSearchParams(
    Object.entries(args).map(([key, value]): [string, string] => [
      key,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  )
  const response = await fetch(simulator.apiUrl + method, {
    method: 'POST',
    body,
    headers: { authorization: `Bearer ${token}` },
  })
  return (await response.json()) as Answer
}

export type Envelope = {
  envelope_id: string
  type: string
  payload: Payload
  retry_attempt?: number
  retry_reason?: string
  accepts_response_payload: boolean
}
/** As loosely typed as JSON is. */
type Payload = Record<string, unknown> & {
  trigger_id?: string
  response_url?: string
  event?: Record<string, unknown>
  view?: Record<string, unknown>
}

/** Says nothing at all to an envelope. */
export const SILENCE = Symbol('silence')

/** The barest app at the end of a socket: it keeps what arrives and acknowledges with what `answer` says. */
export type Barebones = {
  readonly envelopes: readonly Envelope[]
  /** The first envelope that fits, as soon as it is there. */
  received(fits: (envelope: Envelope) => boolean): Promise<Envelope>
  cut(): void
}

/** Connects the barest app; it ends with the test. */
export async function startBarebones(
  simulator: Simulator,
  answer: (envelope: Envelope) => unknown = () => undefined,
): Promise<Barebones> {
  const { url } = (await call(simulator, 'apps.connections.open', {}, simulator.appToken)) as { url?: string }
  const socket = new WebSocket(url ?? '')
  const envelopes: Envelope[] = []
  const waiting = new Set<() => void>()
  await new Promise<void>((ready) => {
    socket.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString()) as Envelope
      if (message.type === 'hello') return ready()
      if (message.type === 'disconnect') return
      envelopes.push(message)
      for (const look of waiting) look()
      void Promise.resolve(answer(message)).then((payload) => {
        if (payload !== SILENCE)
          socket.send(
            JSON.stringify({ envelope_id: message.envelope_id, ...(payload === undefined ? {} : { payload }) }),
          )
      })
    })
  })
  opened.push(() => Promise.resolve(socket.terminate()))
  const received = (fits: (envelope: Envelope) => boolean) =>
    new Promise<Envelope>((done) => {
      const look = () => {
        const found = envelopes.find(fits)
        if (!found) return
        waiting.delete(look)
        done(found)
      }
      waiting.add(look)
      look()
    })
  return { envelopes, received, cut: () => socket.terminate() }
}

/** Whether an envelope carries an event of a type. */
export const isEvent =
  (type: string) =>
  (envelope: Envelope): boolean =>
    envelope.payload.event?.type === type
