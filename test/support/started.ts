// `npm start` as a process of its own, the way somebody at a terminal has it.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import type { Act, ActResult, PersonView } from '../../simulator/contract.ts'
import { PATIENCE_MS } from '../../simulator/hands/wait.ts'
import { START_MS } from './patient.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')

export type Started = {
  readonly pid: number
  /** All that it printed so far, and all that it complained of. */
  readonly out: () => string
  readonly err: () => string
  /** Milliseconds from the spawn to the line that says where to look. */
  readonly tookMs: number
  /** Addresses that it printed. */
  readonly workspace: string
  readonly pages: string
  view(as: string): Promise<PersonView>
  act(as: string, act: Act): Promise<ActResult>
  /** Asks until `look` finds something. */
  until<T>(as: string, what: string, look: (view: PersonView) => T | undefined | false): Promise<T>
  signal(signal: NodeJS.Signals): Promise<Ended>
}
export type Ended = {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly out: string
  readonly err: string
}

/** A folder that goes with the test. */
export function dataFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'medallist-start-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** The very command of `npm start`, without npm around it, so that signals reach it. */
function command(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
    scripts: { start: string }
  }
  return scripts.start.split(' ').slice(1)
}

export function launch(env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, command(), {
    cwd: ROOT,
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString('utf8')))
  const closed = once(child, 'close').then(([code, signal]): Ended => ({ code, signal, out, err }))
  return { child, closed, out: () => out, err: () => err }
}

/** Runs it to its end. */
export async function runToEnd(env: Readonly<Record<string, string>>): Promise<Ended> {
  const { child, closed } = launch(env)
  const patience = setTimeout(() => child.kill('SIGKILL'), START_MS)
  const ended = await closed
  clearTimeout(patience)
  return ended
}

/** Starts it and waits until it says where to look. */
export async function start(env: Readonly<Record<string, string>>): Promise<Started> {
  const begun = performance.now()
  const { child, closed, out, err } = launch({ PORT: '0', ...env })
  onTestFinished(() => void child.kill('SIGKILL'))
  await printed(child, out, err, 'Stop with Ctrl-C')
  const tookMs = performance.now() - begun
  const address = (label: string) => new RegExp(`${label} +(http://[^\\s/]+)`).exec(out())?.[1] ?? ''
  const workspace = address('Workspace')
  const api = async (route: string, init?: RequestInit) => {
    const response = await fetch(`${workspace}/page/api/${route}`, init)
    if (!response.ok) throw new Error(`${route}: ${response.status} ${await response.text()}`)
    return response.json()
  }
  const view = (as: string) => api(`view?as=${as}`) as Promise<PersonView>
  return {
    pid: child.pid ?? 0,
    out,
    err,
    tookMs,
    workspace,
    pages: address('Pages'),
    view,
    act: (as, act) =>
      api('act', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ as, act }),
      }) as Promise<ActResult>,
    async until(as, what, look) {
      // The stream tells of every change, so that nothing has to be asked twice in vain.
      const stream = await fetch(`${workspace}/page/api/stream?as=${as}`, { signal: AbortSignal.timeout(PATIENCE_MS) })
      try {
        for await (const chunk of changes(stream)) {
          const found = look(chunk)
          if (found !== undefined && found !== false) return found
        }
      } catch (error) {
        throw new Error(`waited in vain for ${what}: ${String(error)}\n${err()}`, { cause: error })
      }
      throw new Error(`the stream ended while waiting for ${what}\n${err()}`)
    },
    async signal(signal) {
      child.kill(signal)
      return closed
    },
  }
}

async function* changes(stream: Response): AsyncGenerator<PersonView> {
  if (stream.body === null) return
  let text = ''
  for await (const chunk of stream.body.pipeThrough(new TextDecoderStream())) {
    text += chunk
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const data = /^data: (.*)$/m.exec(text.slice(0, end))?.[1]
      text = text.slice(end + 2)
      if (data !== undefined) yield JSON.parse(data) as PersonView
    }
  }
}

/** Resolves when it printed the words; rejects with all it said when it ended or took too long. */
function printed(child: ChildProcess, out: () => string, err: () => string, words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => () => reject(new Error(`${why} before it printed "${words}":\n${out()}\n${err()}`))
    const tired = setTimeout(fail('It took too long'), START_MS)
    child.on('exit', fail('It ended'))
    child.stdout?.on('data', () => {
      if (!out().includes(words)) return
      clearTimeout(tired)
      child.removeAllListeners('exit')
      resolve()
    })
  })
}
