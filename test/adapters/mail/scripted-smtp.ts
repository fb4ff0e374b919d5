import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'

export type Script = {
  /** What to do when the client has sent this; `undefined` answers as a well-behaved server would. */
  readonly at?: (moment: Moment, socket: Socket) => 'handled' | undefined
  readonly extensions?: readonly string[]
}
export type Moment = 'connect' | 'EHLO' | 'MAIL' | 'RCPT' | 'STAR' | 'DATA' | 'body' | 'dot' | 'QUIT'

/** A mail server that says exactly what a test wants, byte by byte, which no well-behaved library would. */
export async function startScriptedSmtp(script: Script) {
  const received: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    let inData = false
    let buffer = ''
    const handled = (moment: Moment) => script.at?.(moment, socket) === 'handled'
    const say = (line: string) => void socket.write(`${line}\r\n`)
    if (!handled('connect')) say('220 scripted')
    socket.on('data', (chunk) => {
      buffer += chunk.toString('latin1')
      for (;;) {
        if (inData) {
          // The line end before the first line of a message is the DATA command's own.
          const dot = `\r\n${buffer}`.indexOf('\r\n.\r\n')
          if (dot < 0) {
            if (buffer.length > 0) handled('body')
            return
          }
          received.push(buffer.slice(0, dot))
          buffer = buffer.slice(dot + 3)
          inData = false
          if (!handled('dot')) say('250 2.0.0 kept')
          continue
        }
        const end = buffer.indexOf('\r\n')
        if (end < 0) return
        const line = buffer.slice(0, end)
        buffer = buffer.slice(end + 2)
        const verb = line.slice(0, 4).toUpperCase() as Moment
        if (handled(verb)) {
          if (verb === 'DATA') inData = true
          continue
        }
        if (verb === 'EHLO')
          say(['250-scripted', ...(script.extensions ?? []).map((name) => `250-${name}`), '250 HELP'].join('\r\n'))
        else if (verb === 'DATA') {
          inData = true
          say('354 go on')
        } else say('250 fine')
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
