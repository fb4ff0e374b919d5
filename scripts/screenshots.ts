/**
 * `npm run screenshots` draws the README’s pictures anew into docs/images. It plays a morning at the sample company in a workspace
 * of its own and photographs the page; needs Chromium at CHROMIUM_PATH or /usr/bin/chromium, and a font with emoji.
 */
import { mkdirSync, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from 'playwright-core'
import { pressables, wordsOf } from '../simulator/hands/read.ts'
import type { Hands } from '../simulator/hands.ts'
import { buildApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { type LocalWorkspace, startLocalWorkspace } from '../src/local/local-workspace.ts'
import { seedSampleCompany } from '../src/local/sample-company.ts'
import { CHANNELS, PEOPLE } from '../src/local/workspace-seed.ts'

const IMAGES = fileURLToPath(new URL('../docs/images/', import.meta.url))
/** GitHub shows a README about so wide. */
const WHOLE = { width: 1180, height: 760 }
/** The conversation alone, for what is long, and for what is longest. */
const CLOSE = { width: 1040, height: 960 }
const TALL = { width: 1040, height: 1_320 }
const RAIL = 260
/** A README that takes long to load is not read. */
const MOST_BYTES = 150_000
const PATIENCE = 60_000

const folder = await mkdtemp(join(tmpdir(), 'medallist-pictures-'))
const closing: (() => Promise<void>)[] = [() => rm(folder, { recursive: true, force: true })]
const complain = (fields: object, message: string) =>
  void process.stderr.write(`${message} ${JSON.stringify(fields)}\n`)
try {
  await photograph()
} finally {
  for (const close of closing.toReversed()) await close()
}
process.exit(process.exitCode ?? 0)

async function photograph(): Promise<void> {
  const read = readConfig({ PORT: '0', MEDALLIST_DATA_DIR: folder })
  if ('problems' in read) throw new Error(JSON.stringify(read.problems))
  const local = await startLocalWorkspace(read.config, 0)
  closing.push(() => local.close())
  const app = await buildApp({
    config: local.config,
    log: { info: () => undefined, warn: complain, error: complain },
    onFatal: (error) => complain({}, error.message),
  })
  closing.push(() => app.stop())
  await seedSampleCompany(app.contexts.forSystem(app.workspace), local.simulator)
  await app.start()
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  closing.push(() => browser.close())
  const page = await browser.newPage({ viewport: WHOLE, colorScheme: 'light', reducedMotion: 'reduce' })
  mkdirSync(IMAGES, { recursive: true })
  await play(local, page)
}

/** Each scene is made by the hands of its person, then looked at as somebody. */
async function play(local: LocalWorkspace, page: Page): Promise<void> {
  const { simulator } = local
  const { ines, tom, priya } = {
    ines: simulator.as(PEOPLE.ines.id),
    tom: simulator.as(PEOPLE.tom.id),
    priya: simulator.as(PEOPLE.priya.id),
  }
  const look = (who: { readonly id: string }, at: string) => page.goto(`${simulator.url}/?as=${who.id}&at=${at}`)

  const praise = tom.messages('hiring-sre').find(({ text }) => text.includes('Nadia'))
  if (praise === undefined) throw new Error('Tom has written nothing about Nadia')
  await tom.messageShortcut('Flag near-miss', praise)
  await tom.opensModal('Flag a near-miss')
  await look(PEOPLE.tom, CHANNELS.hiringSre)
  await shoot(page, 'flag-near-miss', 'What impressed you')

  await priya.command('/medallist', 'jobs run nudge', { in: 'general' })
  await ines.waitFor(() => ines.messages('recruiting-nudges').some((one) => wordsOf(one).includes('Ana Souza')), {
    what: 'the nudge',
    timeoutMs: PATIENCE,
  })
  await look(PEOPLE.ines, CHANNELS.nudges)
  await shoot(page, 'daily-nudge', 'worth a word today')

  await ines.command('/outreach', 'draft Ana Souza', { in: 'general' })
  const card = await ines.waitFor(
    () => ines.dm().find((one) => pressables(one).some(({ label }) => label === 'Approve & send')),
    { what: 'the card', timeoutMs: PATIENCE },
  )
  await look(PEOPLE.ines, card.channel)
  await shoot(page, 'draft-card', 'OK to send', CLOSE)

  await ines.command('/pool', 'match Senior SRE in London: Kubernetes, Terraform', { in: 'hiring-sre' })
  await ines.waitFor(() => ines.ephemerals('hiring-sre').some((one) => wordsOf(one).includes('near-miss for')), {
    what: 'who fits',
    timeoutMs: PATIENCE,
  })
  await look(PEOPLE.ines, CHANNELS.hiringSre)
  await page
    .getByText('the best first')
    .first()
    .evaluate((heading) => heading.scrollIntoView())
  await shoot(page, 'match', 'near-miss for', CLOSE)

  await columns(ines)
  await look(PEOPLE.ines, card.channel)
  await shoot(page, 'import-columns', 'What the columns hold')

  await priya.command('/medallist', 'jobs run digest', { in: 'general' })
  await priya.waitFor(
    () => priya.messages('recruiting-metrics').some((one) => wordsOf(one).includes('Kept in touch')),
    {
      what: 'the digest',
      timeoutMs: PATIENCE,
    },
  )
  await look(PEOPLE.priya, CHANNELS.metrics)
  await shoot(page, 'weekly-digest', 'Kept in touch', TALL)
}

/** A table of people, until the form that says what its columns hold. */
async function columns(ines: Hands): Promise<void> {
  const rows = [
    'Candidate;E-Mail;Position;Stadt;Letzter Kontakt',
    'Jürgen Amsel;j.amsel@example.com;Senior SRE;Köln;14.03.2026',
    'Zoë Farrow;zoe.farrow@example.com;Data Engineer;London;02.06.2026',
  ]
  const content = Buffer.from(`${rows.join('\n')}\n`)
  await ines.say('dm', '', { files: [{ name: 'finalists.csv', mimetype: 'text/csv', content }] })
  const offered = () => ines.dm().find((one) => pressables(one).some(({ label }) => label === 'Import…'))
  await ines.press(await ines.waitFor(offered, { what: 'the offer', timeoutMs: PATIENCE }), 'Import…')
  const form = await ines.opensModal('Import people')
  await form.choose('On which ground do you keep these people?', 'Legitimate interest')
  await form.submit()
  await ines.opensModal('What the columns hold')
}

/** The page once it shows these words and its pictures have loaded. */
async function shoot(page: Page, name: string, words: string, size = WHOLE): Promise<void> {
  await page.setViewportSize(size)
  await page.getByText(words).first().waitFor({ timeout: PATIENCE })
  await page.waitForFunction('[...document.images].every((image) => image.complete)')
  const path = join(IMAGES, `${name}.png`)
  const clip = { x: RAIL, y: 0, width: size.width - RAIL, height: size.height }
  await page.screenshot(size === WHOLE ? { path } : { path, clip })
  const bytes = statSync(path).size
  process.stdout.write(`docs/images/${name}.png ${Math.round(bytes / 1_000)} kB\n`)
  if (bytes > MOST_BYTES) {
    process.stderr.write(`${name}.png is larger than ${MOST_BYTES / 1_000} kB\n`)
    process.exitCode = 1
  }
}
