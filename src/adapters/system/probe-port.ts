import { once } from 'node:events'
import { createServer } from 'node:net'

/** Throws the error of listening where the port is taken, before anything that takes time was begun. 0 is always free. */
export async function probePort(port: number, host: string): Promise<void> {
  const server = createServer()
  server.listen(port, host)
  await once(server, 'listening')
  server.close()
  await once(server, 'close')
}
