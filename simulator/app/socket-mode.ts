import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type RawData, WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'
import type { Clock } from '../clock.ts'
import { hex, uuid } from '../ids.ts'
import { ACK_LIMIT_MS, type Answer, type Delivery } from './delivery.ts'
import { makeShortLived } from './short-lived.ts'

const Ack = z.object({ envelope_id: z.string(), payload: z.unknown().optional() })
const PING_EVERY_MS = 10_000
const MAX_CONNECTIONS = 10
/** How long an address that was asked for waits for its connection. */
const TICKET_LIFETIME_MS = 30_000

export type SocketMode = Delivery & {
  /** A socket address good for one connection. */
  ticket(): string
  connections(): number
  /** Asks the app to reconnect, as Slack does when it recycles a host. */
  refresh(): void
  /** Cuts every connection without a word. */
  drop(): void
}

/** Serves Socket Mode on `server`'s upgrades: connections share the envelopes, and an envelope waits three seconds for its ack. */
export function makeSocketMode(server: Server, clock: Clock, appId: string, baseUrl: () => string): SocketMode {
  const sockets = new WebSocketServer({ noServer: true })
  const tickets = makeShortLived<true>(clock, TICKET_LIFETIME_MS)
  const open: WebSocket[] = []
  const waiting = new Map<string, (answer: Answer) => void>()
  let turn = 0

  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const ticket = new URL(request.url ?? '/', 'http://localhost').searchParams.get('ticket') ?? ''
    if (tickets.take(ticket)) sockets.handleUpgrade(request, socket, head, (ws) => welcome(ws))
    else socket.end('HTTP/1.1 408 Request Timeout\r\n\r\n')
  }
  server.on('upgrade', onUpgrade)

  const welcome = (ws: WebSocket) => {
    if (open.length >= MAX_CONNECTIONS) return ws.close(1008, 'too_many_websockets')
    open.push(ws)
    const pings = setInterval(() => ws.ping(), PING_EVERY_MS)
    pings.unref()
    ws.on('message', (data: RawData) => receive(Buffer.isBuffer(data) ? data.toString() : ''))
    ws.on('error', () => ws.terminate())
    ws.on('close', () => {
      clearInterval(pings)
      const place = open.indexOf(ws)
      if (place >= 0) open.splice(place, 1)
    })
    const debug_info = { host: 'simulator', build_number: 1, approximate_connection_time: 18060 }
    ws.send(
      JSON.stringify({ type: 'hello', num_connections: open.length, debug_info, connection_info: { app_id: appId } }),
    )
  }
  const receive = (text: string) => {
    let ack: z.infer<typeof Ack>
    try {
      ack = Ack.parse(JSON.parse(text))
    } catch {
      // Neither does Slack answer what is no acknowledgement: the envelope waits on, and times out.
      return
    }
    waiting.get(ack.envelope_id)?.({ kind: 'acked', payload: emptyToNothing(ack.payload) })
  }

  return {
    request(request) {
      // One that is saying goodbye would take the envelope and never acknowledge it.
      const ready = open.filter((each) => each.readyState === WebSocket.OPEN)
      const ws = ready[turn++ % Math.max(1, ready.length)]
      if (!ws) return Promise.resolve({ kind: 'failed', error: 'dispatch_failed' })
      const envelope_id = uuid()
      const retry =
        request.type === 'events_api'
          ? { retry_attempt: request.retry?.num ?? 0, retry_reason: (request.retry?.reason ?? '').replace('http_', '') }
          : {}
      const envelope = {
        envelope_id,
        payload: request.payload,
        type: request.type,
        ...retry,
        accepts_response_payload: request.type !== 'events_api',
      }
      return new Promise((resolve) => {
        const settle = (answer: Answer) => {
          cancel()
          waiting.delete(envelope_id)
          resolve(answer)
        }
        const cancel = clock.after(ACK_LIMIT_MS, () => settle({ kind: 'timeout' }))
        waiting.set(envelope_id, settle)
        ws.send(JSON.stringify(envelope))
      })
    },
    ticket() {
      const ticket = uuid()
      tickets.keep(ticket, true)
      return `${baseUrl().replace(/^http/, 'ws')}/link/?ticket=${ticket}&app_id=${hex(16)}`
    },
    connections: () => open.length,
    refresh() {
      for (const ws of Array.from(open))
        ws.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested', debug_info: { host: 'simulator' } }))
    },
    drop() {
      for (const ws of Array.from(open)) ws.terminate()
    },
    async close() {
      server.off('upgrade', onUpgrade)
      for (const settle of Array.from(waiting.values())) settle({ kind: 'failed', error: 'dispatch_failed' })
      await Promise.all([...open].map(goodbye))
      sockets.close()
    },
  }
}

/** Closes politely; who does not answer at once is cut off. */
function goodbye(ws: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => ws.terminate(), 250)
    ws.once('close', () => {
      clearTimeout(cut)
      resolve()
    })
    ws.close(1001)
  })
}

/** Bolt acknowledges with `{}` where it has nothing to say. */
function emptyToNothing(payload: unknown): unknown {
  return typeof payload === 'object' && payload !== null && Object.keys(payload).length === 0 ? undefined : payload
}
