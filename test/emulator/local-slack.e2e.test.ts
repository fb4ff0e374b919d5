import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildApp, type Medallist } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { quickDatabase } from '../support/database.ts'
import { freePort } from '../support/free-port.ts'
import {
  ALICE,
  BOB,
  type EmulatedMessage,
  type EmulatedView,
  GENERAL,
  type LocalSlack,
  startLocalSlack,
  TOKENS,
  whyNoLocalSlack,
} from '../support/local-slack.ts'

const suite = whyNoLocalSlack === undefined ? describe : describe.skip
const skipped = whyNoLocalSlack === undefined ? '' : ` [skipped: ${whyNoLocalSlack}]`

/**
 * Where the emulator is not Slack: it has no user groups (`usergroups.list` is an unknown method, so nobody has a role by a group), no
 * scopes, no limits; a trigger lives for half an hour and may be used again; a message's `metadata` is dropped; no shortcut can be used and no press in a
 * modal be played; an app's commands, events and home are sent whether the manifest asks for them or not.
 */
suite.each(['Socket Mode', 'signed HTTP'])(`an emulator that nobody here wrote, by %s${skipped}`, (transport) => {
  let slack: LocalSlack
  let app: Medallist
  let folder: string
  const complaints: string[] = []

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'medallist-emulated-'))
    const port = await freePort()
    const isHttp = transport === 'signed HTTP'
    slack = await startLocalSlack(isHttp ? `http://127.0.0.1:${port}/slack/events` : undefined)
    const read = readConfig({
      PORT: String(port),
      MEDALLIST_DATA_DIR: folder,
      MEDALLIST_ADMINS: ALICE,
      SLACK_BOT_TOKEN: TOKENS.bot,
      ...(isHttp ? { SLACK_SIGNING_SECRET: TOKENS.secret } : { SLACK_APP_TOKEN: TOKENS.app }),
      SLACK_API_URL: slack.apiUrl,
      SMTP_URL: 'smtp://127.0.0.1:9',
      MAIL_FROM: 'people@example.com',
    })
    if ('problems' in read) throw new Error(JSON.stringify(read.problems))
    const complain = (fields: object, message: string) =>
      void complaints.push(
        `${message} ${JSON.stringify(fields, (_, one: unknown) => (one instanceof Error ? one.message : one))}`,
      )
    app = await buildApp({
      config: read.config,
      log: { info: () => undefined, warn: complain, error: complain },
      onFatal: (error) => {
        throw error
      },
      overrides: { database: await quickDatabase() },
    })
    await app.start()
  })
  afterAll(async () => {
    await app?.stop()
    await slack?.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('knows the workspace that it is in', () => {
    expect(app.workspace).toMatchObject({ name: 'Emulated', domain: 'emulated' })
  })

  it('answers /silver help to whoever asks, and to nobody else', async () => {
    await slack.command(ALICE, '/silver', 'help')
    const help = await slack.until('the help', ({ messages }) =>
      inGeneral(messages).find((one) => says(one, '/silver')),
    )
    expect(help.ephemeral_to).toBe(ALICE)
  })

  it('opens the form, shows errors on their fields, and adds the person', async () => {
    await slack.command(ALICE, '/silver', 'Ana Souza <ana@example.com> for Senior SRE in London: runner-up')
    const form = await slack.until('the form', ({ modalStack }) => modalStack.at(-1))
    expect(form.title?.text).toBe('Add a silver medallist')
    const filled = standingIn(form)
    expect(JSON.stringify(filled)).toContain('ana@example.com')
    slack.submit(ALICE, standingIn(form, { without: 'Full name' }))
    await slack.until(
      'errors beside the fields',
      ({ log, modalStack }) =>
        modalStack.length === 1 &&
        JSON.stringify(log.at(-1)).replaceAll('\\', '').includes('"response_action":"errors"'),
    )
    slack.submit(ALICE, filled)
    const added = await slack.until('the notice in her DM', ({ messages, modalStack }) =>
      modalStack.length === 0
        ? Object.values(messages)
            .flat()
            .find((one) => says(one, '*Ana Souza* is among'))
        : undefined,
    )
    expect(added.channel).toMatch(/^D/)
    await slack.press(ALICE, added, 'Open')
    const profile = await slack.until('her profile', ({ modalStack }) => modalStack.at(-1))
    expect(JSON.stringify(profile.blocks)).toContain('ana@example.com')
  })

  it('finds her again, and draws a card that can be approved', async () => {
    await slack.command(ALICE, '/pool', 'location:London')
    const found = await slack.until('the list', ({ messages }) =>
      inGeneral(messages).find((one) => says(one, '1 person')),
    )
    await slack.press(ALICE, found, 'Draft')
    const card = await slack.until('the card', ({ messages }) =>
      Object.values(messages)
        .flat()
        .find((one) => says(one, 'Draft for *Ana Souza*')),
    )
    expect(JSON.stringify(card.blocks)).toContain('Approve & send')
  })

  it('shows somebody without a role nothing of it', async () => {
    await slack.command(BOB, '/candidate', 'Ana Souza')
    const refusal = await slack.until('the refusal', ({ messages }) =>
      inGeneral(messages).find((one) => one.ephemeral_to === BOB),
    )
    expect(JSON.stringify(refusal)).not.toContain('ana@example.com')
    // It has no groups that could be asked for.
    expect(refusal.text).toContain('Slack can’t say just now who belongs to which group')
  })

  it('draws Home when it is opened', async () => {
    await slack.openHome(ALICE)
    const home = await slack.until('Home', ({ homeViews }) => homeViews[ALICE]?.A01APP)
    expect(JSON.stringify(home.blocks)).toContain('Add a silver medallist')
  })

  it('complains of nothing but the groups that cannot be asked', () => {
    expect(complaints.length).toBeGreaterThan(0)
    const isOfGroups = (one: string) =>
      (one.includes('who somebody is') && one.includes('unknown_method')) ||
      one.includes('Slack could not say who may do this')
    expect(complaints.filter((one) => !isOfGroups(one))).toEqual([])
  })
})

const inGeneral = (messages: Readonly<Record<string, readonly EmulatedMessage[]>>): readonly EmulatedMessage[] =>
  messages[GENERAL] ?? []
const says = (message: EmulatedMessage, words: string): boolean =>
  `${message.text} ${JSON.stringify(message.blocks ?? '')}`.includes(words)

type Element = {
  readonly type: string
  readonly action_id: string
  readonly initial_value?: string
  readonly initial_option?: unknown
  readonly initial_options?: unknown
  readonly initial_date?: string
}

/** What stands in the form already, as Slack would send it; the emulator sends empty fields otherwise. */
function standingIn(view: EmulatedView, but: { readonly without?: string } = {}): Readonly<Record<string, unknown>> {
  const inputs = view.blocks.filter(
    ({ type, label }) => type === 'input' && (label as { readonly text: string }).text !== but.without,
  ) as unknown as { block_id: string; element: Element }[]
  return Object.fromEntries(
    inputs.map(({ block_id, element }) => [block_id, { [element.action_id]: standing(element) }]),
  )
}

function standing({ type, initial_value, initial_option, initial_options, initial_date }: Element): object {
  if (type.endsWith('_text_input')) return { type, value: initial_value ?? null }
  if (type === 'checkboxes' || type.startsWith('multi_')) return { type, selected_options: initial_options ?? [] }
  if (type === 'datepicker') return { type, selected_date: initial_date ?? null }
  return { type, selected_option: initial_option ?? null }
}
