// The page of a letter that asks, in a real browser: it works with the keyboard alone, on a phone, and axe finds nothing.
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeMailLinks } from '../../src/adapters/system/tokens.ts'
import { buildWeb } from '../../src/web/build-web.ts'
import { chromiumPath, titled } from '../simulator/page-support.ts'
import { quickDatabase, type TestDatabase } from '../support/database.ts'
import { outreachWorld } from '../support/outreach-world.ts'

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

describe.skipIf(chromiumPath === undefined)(titled('the page of a letter that asks'), () => {
  let database: TestDatabase
  let browser: Browser
  let page: Page
  let address: string
  let close: () => Promise<void>
  beforeAll(async () => {
    database = await quickDatabase()
    const world = await outreachWorld(database)
    let origin = ''
    const links = makeMailLinks(['secret'], () => origin)
    const web = await buildWeb({ contexts: world.contexts, links, checks: {}, log: silent })
    origin = await web.listen({ port: 0, host: '127.0.0.1' })
    const candidateId = await world.addPerson({ email: 'nadia@example.com' })
    const send = await world.approveDraft(candidateId, { purpose: 'decline', asksToStay: true })
    address = links.stayUrl({ workspaceId: world.workspace.id, sendId: send.id, candidateId })
    browser = await chromium.launch({
      ...(chromiumPath === undefined ? {} : { executablePath: chromiumPath }),
      args: ['--no-sandbox', '--disable-gpu'],
    })
    const context = await browser.newContext({ viewport: { width: 320, height: 640 } })
    page = await context.newPage()
    close = () => web.close()
  })
  afterAll(async () => {
    await browser?.close()
    await close?.()
    await database?.close()
  })

  const findings = async () => {
    const found: string[] = []
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const axe = new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      const { violations } = await axe.setLegacyMode().analyze()
      found.push(...violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes[0]?.failureSummary ?? ''}`))
    }
    return found
  }
  const isTooWide = () =>
    page.evaluate<boolean>('document.documentElement.scrollWidth > document.documentElement.clientWidth')

  it('asks, says what is missing, and thanks, each page sound by WCAG 2.2 AA and no wider than a phone', async () => {
    await page.goto(address)
    expect([await findings(), await isTooWide()]).toEqual([[], false])
    await page.getByLabel('Not before a day of my choice').check()
    await page.getByRole('button', { name: 'Yes, stay in touch' }).click()
    expect(await page.getByRole('alert').textContent()).toContain('Please choose a day')
    expect(await page.getByLabel('Not before a day of my choice').isChecked()).toBe(true)
    expect([await findings(), await isTooWide()]).toEqual([[], false])
    await page.getByLabel('In about half a year').focus()
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'Yes, stay in touch' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Thank you, we will stay in touch' }).waitFor()
    expect([await findings(), await isTooWide()]).toEqual([[], false])
    await page.getByRole('button', { name: 'No, thank you' }).click()
    await page.getByRole('heading', { name: 'Understood, and thank you for telling us' }).waitFor()
  })
})
