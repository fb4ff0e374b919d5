import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it, vi } from 'vitest'
import { post as keepMessage } from '../../simulator/messages/store.ts'
import { PATIENT } from '../support/patient.ts'
import { send } from './mail-support.ts'
import {
  chartBlocks,
  dataTableBlocks,
  everyElement,
  galleryBlocks,
  strangeBlocks,
  tableBlocks,
} from './page-gallery.ts'
import { chromiumPath, command, opensOnSilver, type Stage, stageForFile, titled } from './page-support.ts'
import { ANA, BOT, TOM } from './seed.ts'
import { call } from './support.ts'

const setStage = stageForFile()

async function withGallery(): Promise<Stage> {
  const stage = await setStage(opensOnSilver(everyElement))
  for (const blocks of [galleryBlocks, ...chartBlocks, tableBlocks, dataTableBlocks]) {
    expect(
      await call(stage.simulator, 'chat.postMessage', { channel: 'C0RECRUIT', text: 'gallery', blocks }),
    ).toMatchObject({ ok: true })
  }
  return stage
}

/** What only colours decide: all that a dark page may do worse than a light one, for its content is the same. */
const ABOUT_COLOURS = ['color-contrast', 'link-in-text-block']

/** Serious and critical findings against WCAG 2.2 AA, in light and in dark, by rule and place. */
async function findings(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    // Without it every look opens another page to gather what frames found; here is only one document.
    const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode()
    const { violations } = await (colorScheme === 'light'
      ? axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      : axe.withRules(ABOUT_COLOURS)
    ).analyze()
    found.push(
      ...violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) =>
          nodes.map((node) => `${colorScheme} ${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
        ),
    )
  }
  await page.emulateMedia({ colorScheme: null })
  return found
}

describe.skipIf(!chromiumPath)(titled('what the page draws'), () => {
  it('covers every block that the app may send, and names the ones it cannot draw', async () => {
    const stage = await withGallery()
    keepMessage(stage.simulator.workspace, { channel: 'C0RECRUIT', user: BOT, text: 'strange', blocks: strangeBlocks })
    const page = await stage.open(ANA, { at: 'C0RECRUIT' })
    await page.getByText('This block cannot be drawn here: hologram').waitFor()
    await page.getByText('This block cannot be drawn here: context').waitFor()
    expect(await page.getByText('cannot be drawn').count()).toBe(2)
    const types = new Set(
      [...galleryBlocks, ...chartBlocks.flat(), ...tableBlocks, ...dataTableBlocks].map(({ type }) => type),
    )
    for (const type of types) expect(await page.locator(`.block-${type}`).first().textContent(), type).toBeDefined()
    await page.getByRole('heading', { name: 'Two people are worth a note today' }).waitFor()
    for (const [selector, words] of [
      ['strong', 'bold'],
      ['em', 'italic'],
      ['s', 'strike'],
      ['code', 'code'],
      ['blockquote', 'quoted'],
      ['pre', 'const a = 1'],
    ] as const) {
      await page.locator(`.block-section ${selector}`).filter({ hasText: words }).first().waitFor()
    }
    for (const kind of ['bar', 'pie', 'line', 'area'])
      await page.getByRole('img', { name: `A ${kind} chart` }).waitFor()
    await page.getByText('@Tom Okoro').first().waitFor()
    await page.getByText('2026-03-02 9:00 AM').waitFor()
    await page.getByText(':no_such_emoji:').waitFor()
    await page.getByRole('button', { name: 'Size' }).click()
    await page.getByRole('button', { name: 'Size' }).click()
    await page.getByRole('row', { name: 'Design 40' }).waitFor()
    expect(stage.trouble).toEqual([])
  })

  it("shows times in the reader's own zone", async () => {
    const stage = await withGallery()
    const page = await stage.open(TOM, { at: 'C0RECRUIT' })
    await page.getByText('2026-03-02 4:00 AM').waitFor()
  })

  it('shows pictures that the app uploaded', async () => {
    const stage = await setStage()
    const picture = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const asked = (await call(stage.simulator, 'files.getUploadURLExternal', {
      filename: 'chart.png',
      length: picture.length,
    })) as unknown as { upload_url: string; file_id: string }
    await fetch(asked.upload_url, { method: 'POST', body: picture })
    await call(stage.simulator, 'files.completeUploadExternal', {
      files: [{ id: asked.file_id, title: 'Funnel' }],
      channel_id: 'C0RECRUIT',
    })
    const page = await stage.open(ANA, { at: 'C0RECRUIT' })
    const image = page.getByRole('img', { name: 'Funnel' })
    await image.waitFor()
    await vi.waitFor(
      async () => expect(await page.evaluate("document.querySelector('.file img').naturalWidth")).toBe(1),
      PATIENT,
    )
    expect(stage.trouble).toEqual([])
  })

  it('never runs what a message carries', async () => {
    const stage = await setStage()
    const hostile =
      '<img src=x onerror="window.owned=1"> <script>window.owned=1</script> <javascript:alert(1)|click me> <data:text/html,x|and me> *<b onmouseover=alert(1)>bold</b>*'
    keepMessage(stage.simulator.workspace, { channel: 'C0RECRUIT', user: BOT, text: hostile })
    keepMessage(stage.simulator.workspace, {
      channel: 'C0RECRUIT',
      user: BOT,
      text: 'x',
      blocks: [
        { type: 'markdown', text: `${hostile}\n\n[click](javascript:alert(1)) ![x](javascript:alert(1))` },
        { type: 'section', text: { type: 'mrkdwn', text: hostile } },
        {
          type: 'rich_text',
          elements: [
            { type: 'rich_text_section', elements: [{ type: 'link', url: 'javascript:alert(1)', text: 'rich link' }] },
          ],
        },
        {
          type: 'actions',
          elements: [
            {
              type: 'button',
              action_id: 'x',
              url: 'javascript:alert(1)',
              text: { type: 'plain_text', text: '<b>button</b>' },
            },
          ],
        },
        { type: 'image', image_url: 'javascript:alert(1)', alt_text: '"><script>window.owned=1</script>' },
      ],
    })
    const page = await stage.open(ANA, { at: 'C0RECRUIT' })
    await page.getByRole('button', { name: '<b>button</b>' }).waitFor()
    await page.getByText('click me').first().waitFor()
    expect(await page.locator('.messages :is(script, img, b, iframe)').count()).toBe(0)
    expect(
      await page.locator('.messages a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
    ).toEqual([])
    expect(await page.evaluate("'owned' in window")).toBe(false)
    expect(stage.trouble).toEqual([])
  })

  it('keeps every script, style and request to this server', async () => {
    const stage = await setStage()
    const policy = (await fetch(stage.simulator.url)).headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe|https:| \*/)
    expect((await fetch(`${stage.simulator.url}/page/code/1/page/client/..%2f..%2fserver.ts`)).status).toBe(404)
    expect((await fetch(`${stage.simulator.url}/page/code/1/server.ts`)).status).toBe(404)
  })

  it('has nothing serious for axe to find, in light and in dark', async () => {
    const stage = await withGallery()
    await send(stage.mailbox)
    const page = await stage.open(ANA, { at: 'C0RECRUIT' })
    await page.getByRole('row', { name: 'SRE bench 12' }).first().waitFor()
    expect(await findings(page)).toEqual([])
    await command(page, '/silver')
    const modal = page.getByRole('dialog', { name: 'Every element' })
    await modal.getByRole('button', { name: 'Save' }).click()
    await modal.getByRole('alert').waitFor()
    await modal.getByRole('combobox', { name: /Why they/ }).click()
    expect(await findings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await modal.waitFor({ state: 'detached' })
    await page.getByRole('link', { name: /Mailbox/ }).click()
    await page.getByRole('tab', { name: 'Headers' }).click()
    expect(await findings(page)).toEqual([])
  })

  it('fits a phone of 390 pixels', async () => {
    const stage = await withGallery()
    const page = await stage.open(ANA, { at: 'C0RECRUIT', viewport: { width: 390, height: 844 } })
    await page.getByRole('row', { name: 'SRE bench 12' }).first().waitFor()
    const overflow = () =>
      page.evaluate(
        "document.documentElement.scrollWidth > innerWidth || [...document.querySelectorAll('.messages, .modal-body')].some((box) => box.scrollWidth > box.clientWidth)",
      )
    expect(await overflow()).toBe(false)
    await page.getByRole('button', { name: 'Open navigation' }).click()
    await page.getByRole('link', { name: 'random' }).click()
    await page.getByRole('heading', { name: 'random', level: 1 }).waitFor()
    await command(page, '/silver')
    await page.getByRole('dialog', { name: 'Every element' }).waitFor()
    expect(await overflow()).toBe(false)
  })
})
