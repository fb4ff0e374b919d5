// The emulator `local-slack`, which nobody here wrote, as a process of its own: a second opinion about what Slack sends and takes.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { PATIENCE_MS } from '../../simulator/hands/wait.ts'
import { freePort } from './free-port.ts'

const BINARY = path.resolve(import.meta.dirname, '../../node_modules/local-slack-linux-x64/bin/local-slack')

/** Why it cannot run here; `undefined` where it can. */
export const whyNoLocalSlack: string | undefined =
  process.platform !== 'linux' || process.arch !== 'x64'
    ? `made for linux-x64, this is ${process.platform}-${process.arch}`
    : existsSync(BINARY)
      ? undefined
      : 'local-slack-linux-x64 is not installed'

export const ALICE = 'U01ALICE'
export const BOB = 'U02BOB'
export const GENERAL = 'C01GEN'
export const TOKENS = {
  bot: 'xoxb-emulated-bot-token',
  app: 'xapp-emulated-app-token',
  secret: 'the signing secret of the emulated app',
}

type Json = Readonly<Record<string, unknown>>
export type EmulatedMessage = {
  readonly ts: string
  readonly channel: string
  readonly user: string
  readonly text: string
  readonly blocks?: readonly Json[]
  readonly ephemeral_to?: string
  readonly metadata?: unknown
}
export type EmulatedView = Json & {
  readonly id: string
  readonly title?: { readonly text: string }
  readonly blocks: readonly Json[]
}
/** What its page shows at this moment. */
export type Emulated = {
  readonly messages: Readonly<Record<string, readonly EmulatedMessage[]>>
  readonly modalStack: readonly EmulatedView[]
  readonly homeViews: Readonly<Record<string, Readonly<Record<string, EmulatedView>>>>
  readonly apps: readonly { readonly connected: boolean }[]
  readonly log: readonly { readonly direction?: string; readonly summary?: string; readonly data?: unknown }[]
}

export type LocalSlack = {
  readonly apiUrl: string
  /** As a person at its page or its control API does. */
  command(user: string, command: string, text: string): Promise<void>
  press(user: string, on: EmulatedMessage, label: string): Promise<void>
  openHome(user: string): Promise<void>
  submit(user: string, values: Json): void
  state(): Promise<Emulated>
  /** Looks until there is something, and complains with what the emulator logged. */
  until<T>(what: string, look: (state: Emulated) => T | undefined | false): Promise<T>
  close(): Promise<void>
}

/** `requestUrl` is where it sends signed requests; without it the app connects by Socket Mode. */
export async function startLocalSlack(requestUrl?: string): Promise<LocalSlack> {
  const folder = mkdtempSync(path.join(tmpdir(), 'medallist-emulator-'))
  const port = await freePort()
  const config = path.join(folder, 'config.json')
  writeFileSync(config, JSON.stringify(workspace(requestUrl)))
  const child = spawn(BINARY, ['--config', config, '--port', String(port), '--files-dir', path.join(folder, 'files')], {
    stdio: 'ignore',
  })
  const base = `http://localhost:${port}`
  await answering(`${base}/_control/state`)

  const control = async (route: string, body: object) => {
    const response = await fetch(`${base}/_control/${route}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${route}: ${response.status} ${await response.text()}`)
  }
  const page = new WebSocket(`${base.replace('http', 'ws')}/ui`)
  await once(page, 'open')
  const state = async (): Promise<Emulated> => {
    // Its page gets all of the state when it connects, and only then.
    const look = new WebSocket(`${base.replace('http', 'ws')}/ui`)
    const [event] = (await once(look, 'message')) as [{ readonly data: string }]
    look.close()
    return (JSON.parse(event.data) as { state: Emulated }).state
  }
  return {
    apiUrl: `${base}/api/`,
    command: (user, command, text) => control('command', { channel: GENERAL, user, command, text }),
    async press(user, { channel, ts, blocks = [] }, label) {
      const action = buttonsOf(blocks).find(({ text }) => (text as Json | undefined)?.text === label)
      if (action === undefined) throw new Error(`There is no button ${label}`)
      await control('interact', { channel, messageTs: ts, user, action })
    },
    openHome: (user) => control('open-home', { user }),
    submit: (user, values) => page.send(JSON.stringify({ t: 'view_submit', user, values })),
    state,
    async until(what, look) {
      let seen: Emulated | undefined
      for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await wait(50)) {
        seen = await state()
        const found = look(seen)
        if (found !== undefined && found !== false) return found
      }
      throw new Error(`Waited in vain for ${what}: ${JSON.stringify(seen?.log.slice(-8))}`)
    },
    async close() {
      page.close()
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function workspace(requestUrl: string | undefined): object {
  const bot = 'U0BOT'
  return {
    workspace: { name: 'Emulated', domain: 'emulated', teamId: 'T01EMULATED' },
    app: {
      appId: 'A01APP',
      botUserId: bot,
      botName: 'medallist',
      botToken: TOKENS.bot,
      appToken: TOKENS.app,
      signingSecret: TOKENS.secret,
      ...(requestUrl === undefined ? { mode: 'socket' } : { mode: 'events', requestUrl }),
    },
    users: [
      { id: ALICE, name: 'alice', real_name: 'Alice Anderson', email: 'alice@example.com', tz: 'Europe/London' },
      { id: BOB, name: 'bob', real_name: 'Bob Brown', email: 'bob@example.com', tz: 'Europe/London' },
    ],
    channels: [
      { id: GENERAL, name: 'general', members: [ALICE, BOB, bot] },
      { id: 'C02TRIAGE', name: 'recruiting-triage', is_private: true, members: [ALICE, bot] },
      { id: 'C03NUDGES', name: 'recruiting-nudges', is_private: true, members: [ALICE, bot] },
      { id: 'C04METRICS', name: 'recruiting-metrics', is_private: true, members: [ALICE, bot] },
    ],
  }
}

function buttonsOf(blocks: readonly Json[]): readonly Json[] {
  return blocks.flatMap((block) => {
    const { block_id, elements = [], accessory } = block as Json & { elements?: readonly Json[]; accessory?: Json }
    return [...elements, ...(accessory === undefined ? [] : [accessory])]
      .filter(({ type }) => type === 'button')
      .map((button) => ({ ...button, block_id }))
  })
}

async function answering(url: string): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await wait(50)) {
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.ok) return
  }
  throw new Error(`Nobody answers at ${url}`)
}
