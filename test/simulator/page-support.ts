import { existsSync } from 'node:fs'
import { App, LogLevel, type SlashCommand } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterEach } from 'vitest'
import { type Mailbox, startMailbox } from '../../simulator/mail/mailbox.ts'
import { type Simulator, startSimulator } from '../../simulator/server.ts'
import { ANA, pageSeed } from './page-seed.ts'

/** Where the browser is; the suite is skipped by name where there is none. */
export const chromiumPath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium'].find(
  (path) => path !== undefined && existsSync(path),
)

const opened: (() => Promise<unknown>)[] = []
const closeAfter = (close: () => Promise<unknown>): void => void opened.push(close)
afterEach(async () => {
  for (const close of opened.splice(0).toReversed()) await close()
})

export async function launch(): Promise<Browser> {
  return chromium.launch({
    ...(chromiumPath ? { executablePath: chromiumPath } : {}),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

export type Stage = {
  readonly simulator: Simulator
  readonly mailbox: Mailbox
  /** What the app heard, in short words, in order. */
  readonly heard: string[]
  /** Everything the page logged as an error, and every request that left this machine. */
  readonly trouble: string[]
  open(as?: string, options?: BrowserContextOptions & { readonly at?: string }): Promise<Page>
}

type StageOptions = { readonly app?: (app: App, heard: string[]) => void; readonly mailDir?: string }

/** A workspace with a mailbox, an app and a browser that ends with the test. */
export async function setStage(browser: Browser, { app, mailDir }: StageOptions = {}): Promise<Stage> {
  const mailbox = await startMailbox(mailDir === undefined ? {} : { dataDir: mailDir })
  closeAfter(() => mailbox.close())
  const simulator = await startSimulator({ seed: pageSeed, mailbox, log: () => undefined })
  closeAfter(() => simulator.close())
  const heard: string[] = []
  const trouble: string[] = []
  if (app) await startApp(simulator, (bolt) => app(bolt, heard))
  return {
    simulator,
    mailbox,
    heard,
    trouble,
    async open(as = ANA, { at, ...options } = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, ...options })
      closeAfter(() => context.close())
      const page = await context.newPage()
      page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()))
      page.on('pageerror', (error) => trouble.push(error.message))
      page.on('request', (request) => {
        if (!/^(data:|blob:|http:\/\/127\.0\.0\.1:)/.test(request.url()))
          trouble.push(`left the machine: ${request.url()}`)
      })
      await page.goto(`${simulator.url}/?as=${as}${at ? `&at=${at}` : ''}`)
      await page.locator('nav.rail').waitFor({ state: 'attached' })
      return page
    },
  }
}

/** An app whose `/silver` opens this modal. */
export function opensOnSilver(view: ModalView | ((command: SlashCommand) => ModalView)): (app: App) => void {
  return (app) =>
    app.command('/silver', async ({ ack, client, command }) => {
      await ack()
      await client.views.open({
        trigger_id: command.trigger_id,
        view: typeof view === 'function' ? view(command) : view,
      })
    })
}

/** Types a command into the composer and sends it. */
export async function command(page: Page, text: string): Promise<void> {
  const composer = page.getByRole('region', { name: /^Messages in/ }).locator('textarea')
  await composer.fill(`${text} `)
  await composer.press('Enter')
}

/** A real Bolt app at the end of a socket. */
async function startApp(simulator: Simulator, register: (app: App) => void): Promise<void> {
  const app = new App({
    token: simulator.botToken,
    appToken: simulator.appToken,
    socketMode: true,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: simulator.apiUrl },
  })
  register(app)
  await app.start()
  closeAfter(() => app.stop())
}

/** One call of the Web API, as the bot. */
export async function call(
  simulator: Simulator,
  method: string,
  args: object,
): Promise<{ readonly ok: boolean; readonly error?: string }> {
  const response = await fetch(simulator.apiUrl + method, {
    method: 'POST',
    body: JSON.stringify(args),
    headers: { authorization: `Bearer ${simulator.botToken}`, 'content-type': 'application/json; charset=utf-8' },
  })
  return (await response.json()) as { ok: boolean; error?: string }
}
