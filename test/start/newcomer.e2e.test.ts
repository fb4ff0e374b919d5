import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Message, PersonView } from '../../simulator/contract.ts'
import { pressables, wordsOf } from '../../simulator/hands/read.ts'
import { PATIENCE_MS } from '../../simulator/hands/wait.ts'
import { CHANNELS, PEOPLE } from '../../src/local/workspace-seed.ts'
import { becomesReady } from '../support/becomes-ready.ts'
import { dataFolder, launch, runToEnd, type Started, start } from '../support/started.ts'

const INES = PEOPLE.ines.id
/** Starting costs seconds of work, and tests run beside each other. */
const SLOW = 10 * PATIENCE_MS

describe('npm start with nothing configured', () => {
  it(
    'shows a newcomer where to look, refuses a second one, and forgets nothing when it is stopped or killed',
    async () => {
      const folder = dataFolder()
      const env = { MEDALLIST_DATA_DIR: folder, MEDALLIST_UNDO_SECONDS: '0' }

      const first = await start({ ...env, LOG_LEVEL: 'trace' })
      expect(first.out()).toMatch(/Workspace {2}http:\/\/127\.0\.0\.1:\d+\/\?as=U0INES0001/)
      expect(first.out()).toMatch(
        /^Starting Medallist.*\nYou can open http:\/\/127\.0\.0\.1:\d+\/\?as=U0INES0001 already/,
      )
      expect(first.out()).toContain('Three things to try:')
      expect(first.out().match(/^ {2}\d\. /gm)).toHaveLength(3)
      await answers(`${first.workspace}/?as=${INES}`, 'Local workspace')
      await answers(`${first.workspace}/page/code/now/page/client/main.ts`, "from 'preact'")
      await answers(`${first.pages}/healthz`, '"ok"')
      await becomesReady(first.pages)
      expect(statSync(folder).mode & 0o077).toBe(0)

      const beside = await runToEnd({ ...env, PORT: '0' })
      expect(beside.code).toBe(1)
      expect(beside.err).toContain(`running already with the data folder ${folder} (process ${first.pid})`)
      expect(beside.err).not.toContain('    at ')

      await first.act(INES, { kind: 'say', channel: CHANNELS.general, text: 'Remember me.' })
      await approveADraft(first, 'Ana Souza')
      const mail = await first.until(INES, 'the mail', (view) => view.mail[0])
      expect(mail.to).toContain('ana.souza@example.com')
      const stopped = await first.signal('SIGTERM')
      expect([stopped.code, stopped.signal]).toEqual([0, null])
      expect(stopped.err).toContain('Applied a migration')
      expect(stopped.err).not.toMatch(/"level":[56]0|Error| {4}at /)
      expect(privateThingsIn(stopped.err, folder)).toEqual([])

      const second = await start({ ...env, LOG_LEVEL: 'trace' })
      const again = await second.view(INES)
      expect(said(again, CHANNELS.general)).toEqual(['Remember me.'])
      expect(said(again, CHANNELS.hiringSre).filter((text) => text.includes('Nadia Rahimi'))).toHaveLength(1)
      expect(again.mail.map(({ id }) => id)).toEqual([mail.id])
      expect(cardsIn(again).filter((card) => wordsOf(card).includes('Ana Souza'))).toHaveLength(1)
      await approveADraft(second, 'Jonas Berg')
      await second.until(INES, 'the second mail', (view) => view.mail.length === 2)
      // Killed before that was noted, it would come back as a doubt, which other tests are about.
      await second.until(INES, 'the card that says so', (view) =>
        cardsIn(view).some((card) => wordsOf(card).includes('Jonas Berg') && wordsOf(card).includes('Sent')),
      )
      await second.act(INES, { kind: 'say', channel: CHANNELS.general, text: 'And me.' })
      const killed = await second.signal('SIGKILL')
      expect(killed.signal).toBe('SIGKILL')
      expect(privateThingsIn(killed.err, folder)).toEqual([])

      const third = await start(env)
      const after = await third.view(INES)
      expect(said(after, CHANNELS.general)).toEqual(['Remember me.', 'And me.'])
      expect(after.mail).toHaveLength(2)
      await approveADraft(third, 'Leila Haddad')
      await third.until(INES, 'the third mail', (view) => view.mail.length === 3)
      const ended = await third.signal('SIGINT')
      expect(ended.code).toBe(0)
      // A newcomer's terminal shows what was said, and nothing else.
      expect(ended.err).toBe('')
    },
    SLOW,
  )

  it(
    'takes up the filling of the sample company where a kill cut it off',
    async () => {
      const folder = dataFolder()
      const env = { MEDALLIST_DATA_DIR: folder }
      const { child, closed } = launch({ PORT: '0', ...env })
      await whenThereIs(path.join(folder, 'postgres'))
      child.kill('SIGKILL')
      await closed
      const started = await start(env)
      await draft(started, 'Ana Souza')
      await draft(started, 'Zofia Toth')
      expect((await started.signal('SIGTERM')).code).toBe(0)
    },
    SLOW,
  )
})

async function answers(url: string, words: string): Promise<void> {
  const response = await fetch(url)
  expect(response.status).toBe(200)
  expect(await response.text()).toContain(words)
}

const said = (view: PersonView, channel: string): readonly string[] =>
  (view.messages[channel] ?? []).filter(({ user }) => !user.includes('MEDALLST')).map(({ text }) => text)

const cardsIn = (view: PersonView): readonly Message[] =>
  Object.values(view.messages)
    .flat()
    .filter((message) => wordsOf(message).includes('Draft for'))

/** The card that can be approved, as it comes. */
async function draft(started: Started, who: string): Promise<Message> {
  await started.act(INES, {
    kind: 'command',
    command: '/outreach',
    text: `draft ${who}`,
    channel: CHANNELS.general,
  })
  return started.until(INES, `the card about ${who}`, (view) =>
    cardsIn(view).find(
      (card) => wordsOf(card).includes(who) && pressables(card).some(({ label }) => label === APPROVE),
    ),
  )
}

const APPROVE = 'Approve & send'

async function approveADraft(started: Started, who: string): Promise<void> {
  const card = await draft(started, who)
  const button = pressables(card).find(({ label }) => label === APPROVE)
  if (button === undefined) throw new Error('There is no button to approve')
  const { blockId, actionId } = button
  await started.act(INES, { kind: 'press', on: { channel: card.channel, ts: card.ts }, blockId, actionId })
}

/** What must never be logged: who the candidates are, and what opens doors. */
function privateThingsIn(log: string, folder: string): readonly string[] {
  const secret = readFileSync(path.join(folder, 'app-secret'), 'utf8').trim()
  const never = [
    secret,
    'xoxb-',
    'xapp-',
    'Souza',
    'Jonas',
    'Berg',
    'Nadia',
    '@example.com',
    'failover',
    'capacity model',
  ]
  return never.filter((thing) => log.includes(thing))
}

async function whenThereIs(folder: string): Promise<void> {
  for (;;) {
    try {
      if (readdirSync(folder).length > 0) return
    } catch {}
    await wait(50)
  }
}
