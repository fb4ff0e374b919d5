import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'

export type Started = {
  readonly child: ChildProcess
  /** The next line that it says; throws where it ends without another. */
  readonly next: () => Promise<string>
  readonly tell: (line: string) => void
  /** kill -9, and until it is gone. */
  readonly kill: () => Promise<void>
}

/** Starts a script of this folder in a process of its own. What it complains about goes to the test's own output. */
export const start = (script: string, ...args: string[]): Started =>
  startCommand(process.execPath, path.join(import.meta.dirname, script), ...args)

export function startCommand(command: string, ...args: string[]): Started {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    child,
    next: async () => {
      const { value, done } = await lines.next()
      if (done) throw new Error(`${args.join(' ')} ended without another word`)
      return value
    },
    tell: (line) => child.stdin.write(`${line}\n`),
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}
