import { type ChildProcess, fork } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import path from 'node:path'
import { PATIENCE_MS } from '../../simulator/hands/wait.ts'
import type { Dying } from './import-steps.ts'
import { START_MS } from './patient.ts'

export type ToBot =
  | { readonly kind: 'plan'; readonly slackUserId: string; readonly count: number; readonly inMs: number }
  | { readonly kind: 'stand_still_at'; readonly state: string | undefined }
  | { readonly kind: 'states'; readonly ids: readonly string[] }
  | { readonly kind: 'die'; readonly dying: Dying | null }
  | { readonly kind: 'stop' }

export type Planned = { readonly id: string; readonly messageId: string }
export type FromBot =
  | { readonly kind: 'ready' | 'standing_still' | 'understood' }
  | { readonly kind: 'planned'; readonly sends: readonly Planned[] }
  | { readonly kind: 'state'; readonly id: string; readonly state: string }
  | { readonly kind: 'states'; readonly states: Readonly<Record<string, string>> }

export type BotProcess = {
  /** Approved sends, due so much later, which the bot is woken for. */
  plan(slackUserId: string, count: number, inMs?: number): Promise<readonly Planned[]>
  /** After the commit that brings any send into this state, the bot does nothing more. */
  standStillAt(state: string | undefined): Promise<void>
  standsStill(): Promise<void>
  /** It kills or stops itself before or behind the commit of this step of an import; `null` calls that off. */
  dieAt(dying: Dying | null): Promise<void>
  /** After a SIGSTOP. */
  wake(): void
  /** Resolves when the process is gone, however that came. */
  ended(): Promise<void>
  states(ids: readonly string[]): Promise<Readonly<Record<string, string>>>
  /** Resolves when every one of these is in one of these states. */
  settled(ids: readonly string[], states: readonly string[]): Promise<Readonly<Record<string, string>>>
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>
  /** As an orderly stop. */
  stop(): Promise<void>
  readonly gone: boolean
  /** What this very process has taken and not settled. */
  readonly holding: ReadonlySet<string>
  /** What it complained of. */
  readonly complaints: readonly string[]
}

const ENTRY = path.join(import.meta.dirname, 'bot-entry.ts')
/** As `npm start` has it: what one start compiled, the next one need not. */
const COMPILED = path.resolve(import.meta.dirname, '../../node_modules/.cache/medallist/compiled')

const forkBot = (env: Readonly<Record<string, string>>) =>
  fork(ENTRY, {
    env: { PATH: process.env.PATH ?? '', NODE_COMPILE_CACHE: COMPILED, ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: [],
  })

/** A bot that is bound to die by itself, perhaps before it is ready; resolves when it was killed. */
export async function dyingBot(env: Readonly<Record<string, string>>): Promise<void> {
  const child = forkBot(env)
  const complaints: string[] = []
  child.stderr?.on('data', (chunk: Buffer) => complaints.push(chunk.toString('utf8')))
  try {
    const [, signal] = await once(child, 'exit', { signal: AbortSignal.timeout(START_MS + PATIENCE_MS) })
    if (signal !== 'SIGKILL') throw new Error('it ended by itself')
  } catch (error) {
    child.kill('SIGKILL')
    throw new Error(`the bot was not killed where it should be, ${env.TEST_DYING ?? ''}: ${complaints.join('')}`, {
      cause: error,
    })
  }
}

/** Starts a bot of its own process; resolves when it takes in what Slack sends and delivers what is due. */
export async function startBot(env: Readonly<Record<string, string>>): Promise<BotProcess> {
  const child = forkBot(env)
  const heard = new EventEmitter().setMaxListeners(0)
  const complaints: string[] = []
  child.stderr?.on('data', (chunk: Buffer) => complaints.push(chunk.toString('utf8')))
  child.on('message', (message: FromBot) => heard.emit(message.kind, message))
  const holding = new Set<string>()
  heard.on('state', ({ id, state }: Extract<FromBot, { kind: 'state' }>) => {
    if (state === 'claimed' || state === 'handing_over') holding.add(id)
    else holding.delete(id)
  })
  child.on('exit', (code, signal) => heard.emit('gone', code, signal))

  const hear = async <Kind extends FromBot['kind']>(
    kind: Kind,
    patienceMs = PATIENCE_MS,
  ): Promise<Extract<FromBot, { kind: Kind }>> => {
    const gone = new AbortController()
    const patience = AbortSignal.any([gone.signal, AbortSignal.timeout(patienceMs)])
    const onGone = () => gone.abort()
    heard.once('gone', onGone)
    try {
      const [message] = (await once(heard, kind, { signal: patience })) as [Extract<FromBot, { kind: Kind }>]
      return message
    } catch {
      throw new Error(`the bot did not say "${kind}"${gone.signal.aborted ? ', it ended' : ''}: ${complaints.join('')}`)
    } finally {
      heard.off('gone', onGone)
    }
  }
  const ask = async <Kind extends FromBot['kind']>(question: ToBot, answer: Kind) => {
    const answered = hear(answer)
    child.send(question)
    return answered
  }
  const states = async (ids: readonly string[]) => (await ask({ kind: 'states', ids }, 'states')).states

  await hear('ready', START_MS)
  return {
    plan: async (slackUserId, count, inMs = 0) =>
      (await ask({ kind: 'plan', slackUserId, count, inMs }, 'planned')).sends,
    standStillAt: async (state) => void (await ask({ kind: 'stand_still_at', state }, 'understood')),
    standsStill: async () => void (await hear('standing_still')),
    dieAt: async (dying) => void (await ask({ kind: 'die', dying }, 'understood')),
    wake: () => void child.kill('SIGCONT'),
    ended: () => end(child, () => undefined),
    states,
    async settled(ids, wanted) {
      for (;;) {
        // Asked for first, so that a change between the question and its answer is heard.
        const changed = hear('state').catch((error: unknown) => error)
        const now = await states(ids)
        if (ids.every((id) => wanted.includes(now[id] ?? ''))) return now
        const outcome = await changed
        if (outcome instanceof Error) throw new Error(`${outcome.message} ${JSON.stringify(now)}`)
      }
    },
    kill: () => end(child, () => child.kill('SIGKILL')),
    stop: () => end(child, () => child.send({ kind: 'stop' } satisfies ToBot)),
    get gone() {
      return child.exitCode !== null || child.signalCode !== null
    },
    holding,
    complaints,
  }
}

async function end(child: ChildProcess, how: () => void): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  how()
  await gone
}
