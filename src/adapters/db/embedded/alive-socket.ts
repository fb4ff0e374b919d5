import { closeSync, openSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import path from 'node:path'

/**
 * A socket that answers for as long as this process lives: the kernel does it, however busy the process is, and to other containers too,
 * which cannot see our pid. `undefined` where the folder's file system has no sockets. Call the result to end it.
 */
export function answerWhileAlive(folder: string, name: string): Promise<(() => void) | undefined> {
  const directory = openSync(folder, 'r')
  const server = createServer((visitor) => visitor.destroy())
  const end = () => {
    server.close()
    closeSync(directory)
    rmSync(path.join(folder, name), { force: true })
  }
  return new Promise((resolve) => {
    server.once('error', () => {
      end()
      resolve(undefined)
    })
    server.listen(short(directory, name), () => resolve(end))
    server.unref()
  })
}

/** Whether the process behind that socket lives; where it cannot be told, it does. */
export async function stillAnswers(folder: string, name: string): Promise<boolean> {
  const directory = openSync(folder, 'r')
  try {
    return await new Promise((resolve) => {
      const probe = connect(short(directory, name))
      probe.once('connect', () => resolve(probe.destroy() !== undefined))
      probe.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code !== 'ECONNREFUSED' && code !== 'ENOENT'))
    })
  } finally {
    closeSync(directory)
  }
}

/** A socket's path may have 107 bytes only, a data folder's may be longer; through the open folder it is always short. */
const short = (directory: number, name: string): string => `/proc/self/fd/${directory}/${name}`
