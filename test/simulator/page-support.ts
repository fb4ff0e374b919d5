import { existsSync } from 'node:fs'
import type { App, SlashCommand } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { PATIENCE_MS } from '../../simulator/hands/wait.ts'
import { type Mailbox, startMailbox } from '../../simulator/mail/mailbox.ts'
import { type Simulator, startSimulator } from '../../simulator/server.ts'
import { ANA, seed } from './seed.ts'
import { startSocketApp } from './support.ts'

/** Where the browser is; the suite is skipped by name where there is none. */
export const chromiumPath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium'].find(
  (path) => path !== undefined && existsSync(path),
)

/** The title of a suite that needs a browser. */
export const titled = (title: string): string =>
  chromiumPath ? title : `${title} (skipped: no chromium at /usr/bin/chromium or $CHROMIUM_PATH)`

const launch = (): Promise<Browser> =>
  chromium.launch({
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

export type Stage = {
  readonly simulator: Simulator
  readonly mailbox: Mailbox
  /** What the app heard, in short words, in order. */
  readonly heard: string[]
  /** Everything the page logged as an error, and every request that left this machine. */
  readonly trouble: string[]
  /** Loads the page as somebody, by default on a screen of 1280 × 860. */
  open(as?: string, options?: { readonly at?: string; readonly viewport?: Size }): Promise<Page>
}
type Size = { readonly width: number; readonly height: number }
type Register = (app: App, heard: string[]) => void

const DESK: Size = { width: 1280, height: 860 }

/**
 * One browser, one workspace and one loaded page for all tests of a file: loading it in a browser context of its own took three quarters
 * of a test's time. Each call of the answer gives a workspace in which nothing was said yet, with an app that ends with the test; mail stays.
 */
export function stageForFile(): (register?: Register) => Promise<Stage> {
  let all: { browser: Browser; simulator: Simulator; mailbox: Mailbox; page: Page } | undefined
  const heard: string[] = []
  const trouble: string[] = []
  beforeAll(async () => {
    if (!chromiumPath) return
    const browser = await launch()
    const mailbox = await startMailbox()
    const simulator = await startSimulator({ seed: seed, mailbox, log: () => undefined })
    const page = await browser.newPage()
    page.setDefaultTimeout(PATIENCE_MS)
    page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()))
    page.on('pageerror', (error) => trouble.push(error.message))
    page.on('request', (request) => {
      if (!/^(data:|blob:|http:\/\/127\.0\.0\.1:)/.test(request.url()))
        trouble.push(`left the machine: ${request.url()}`)
    })
    all = { browser, simulator, mailbox, page }
  })
  afterEach(async () => {
    if (!all) return
    startOver(all.simulator)
    await leave(all.page)
  })
  afterAll(async () => {
    await all?.browser.close()
    await all?.simulator.close()
    await all?.mailbox.close()
  })
  return async (register) => {
    if (!all) throw new Error('the stage is set within a test')
    const { simulator, mailbox, page } = all
    startOver(simulator)
    heard.length = 0
    trouble.length = 0
    if (register) await startSocketApp(simulator, (app) => register(app, heard))
    return {
      simulator,
      mailbox,
      heard,
      trouble,
      async open(as = ANA, { at, viewport = DESK } = {}) {
        await page.setViewportSize(viewport)
        await go(page, simulator.url, `/?as=${as}${at ? `&at=${at}` : ''}`)
        const here = at ? `a[href="?as=${as}&at=${at}"][aria-current=page]` : `a[href^="?as=${as}&"]`
        await page.locator(`nav.rail ${here}`).first().waitFor({ state: 'attached' })
        return page
      },
    }
  }
}

/** To a place in the workspace: within the loaded page as a press of Back would, else by loading it. */
async function go(page: Page, url: string, place: string): Promise<void> {
  if (!page.url().startsWith(url)) return void (await page.goto(url + place))
  await page.evaluate(`history.pushState(null, '', ${JSON.stringify(place)}); dispatchEvent(new Event('popstate'))`)
}

/** Sees that nothing of a test is left on the page; where its notices, drafts or menus are, the next test loads it anew. */
async function leave(page: Page): Promise<void> {
  const gone = page.waitForFunction("!document.querySelector('.message, .modal')", undefined, { timeout: 2000 })
  const left = await gone.then(
    () =>
      page.evaluate(
        "document.querySelector('.toast, .popup, .dialog, .thread') !== null || [...document.querySelectorAll('textarea')].some(({ value }) => value !== '')",
      ),
    () => true,
  )
  if (left) await page.goto('about:blank')
}

/** As if nobody had said or opened anything. */
function startOver({ workspace: { world } }: Simulator): void {
  world.state.messages.clear()
  world.state.homes.clear()
  for (const { id, kind } of world.state.channels.values()) if (kind === 'im') world.state.channels.delete(id)
  for (const user of world.state.people.keys())
    world.show(user, { ephemerals: [], modals: [], modalErrors: {}, notices: [] })
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
