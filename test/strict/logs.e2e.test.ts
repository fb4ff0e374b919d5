// The log at its most talkative, on good days and on bad ones: ids and codes, never what somebody is called or what was written.
import { afterAll, describe, expect, it, vi } from 'vitest'
import { makeLog } from '../../src/adapters/system/log.ts'
import { startScriptedSmtp } from '../adapters/mail/scripted-smtp.ts'
import { PATIENT } from '../support/patient.ts'
import { chosen, modalOf, picked, press, replyOf } from './acts.ts'
import { stateOf, typedInto } from './client.ts'
import { aStrictWorld, INES, TOM } from './strict-world.ts'

const NAME = 'Xanthippe Unsayable'
const ADDRESS = 'unsayable@private.example'
const APP_SECRET = 'an-app-secret-that-nobody-may-read-0123456789'
/** None of it may be in a log, in whatever case or encoding. */
const SECRET = /xanthippe|unsayable|private\.example|superb|hush|xoxb-|xapp-|an-app-secret|smtp-password|\+?44 ?7700/i

const lines: string[] = []
const printed: string[] = []
const log = makeLog('debug', { write: (line) => void lines.push(line) })
for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const)
  vi.spyOn(console, method).mockImplementation((...parts: unknown[]) => void printed.push(parts.map(String).join(' ')))

let refusing: 'rcpt' | 'text' | undefined
const smtp = await startScriptedSmtp({
  at: (moment, socket) => {
    if (moment === 'RCPT' && refusing === 'rcpt') {
      socket.write(`550 5.1.1 <${ADDRESS}>: ${NAME} does not live here\r\n`)
      return 'handled'
    }
    if (moment === 'dot' && refusing === 'text') {
      socket.write(`554 5.7.1 refused: "superb hush" for ${ADDRESS}\r\n`)
      return 'handled'
    }
    return undefined
  },
})
const strict = aStrictWorld(async () => ({
  log,
  config: { appSecret: APP_SECRET },
  overrides: { sweepSeconds: 1 },
  env: {
    SMTP_URL: smtp.url.replace('://', '://medallist:smtp-password@'),
    MAIL_FROM: 'people@fernhollow.example',
    APP_SECRET,
  },
}))
afterAll(async () => {
  vi.restoreAllMocks()
  await smtp.close()
})

const inDatabase = (sql: string) => strict().rows(sql)
const candidate = async () => (await strict().rows<{ id: string }>('SELECT id FROM candidate LIMIT 1'))[0]?.id ?? ''
const form = async () => {
  const { client } = strict()
  const folded = modalOf(
    await client.command(INES, '/silver', `${NAME} <mailto:${ADDRESS}|${ADDRESS}> for Analyst: superb, hush`),
  )
  const unfolded = await client.pressIn(INES, folded, { actionId: 'silver_more' })
  if (unfolded?.kind !== 'redrawn') throw new Error('More details unfolds')
  const { view } = unfolded
  const typed = {
    silver_fullName: NAME,
    silver_role: 'Analyst',
    silver_email: ADDRESS,
    silver_impressed: 'superb hush',
    silver_phone: '+44 7700 900123',
  }
  return {
    view,
    state: picked(
      chosen(typedInto(stateOf(view), typed), 'silver_standing', 'told_no'),
      'silver_standingDay',
      '2025-01-15',
    ),
  }
}
const draft = async () => {
  const { client, rows } = strict()
  await client.command(INES, '/outreach', `draft ${ADDRESS}`)
  const [row] = await rows<{ id: string; revision_id: string }>(
    `SELECT id, revision_id FROM draft WHERE state = 'waiting' LIMIT 1`,
  )
  return `${row?.id}:${row?.revision_id}`
}
const sendStates = async () =>
  (await strict().rows<{ state: string }>('SELECT state FROM send ORDER BY id')).map(({ state }) => state)

/** A database that quotes the whole row in its complaint. */
const QUOTING = `CREATE FUNCTION quoting() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no room for %', row_to_json(NEW); END $$`

describe('a bad day', () => {
  it('the database refuses in the middle of an act', async () => {
    const { client } = strict()
    const { view, state } = await form()
    await inDatabase(QUOTING)
    await inDatabase('CREATE TRIGGER broken BEFORE INSERT ON fact FOR EACH ROW EXECUTE FUNCTION quoting()')
    const answer = await client.submit(INES, view, state)
    expect(JSON.stringify(answer)).toContain('Something went wrong on our side')
    await inDatabase('DROP TRIGGER broken ON fact')
    expect(await client.submit(INES, view, state)).toEqual({ kind: 'closed' })
    await inDatabase('ALTER TABLE candidate_search RENAME TO hidden')
    const seen = await client.command(INES, '/pool', NAME)
    expect(seen.kind === 'reply' && seen.text).toContain('Something went wrong')
    await inDatabase('ALTER TABLE hidden RENAME TO candidate_search')
  })

  it('the database refuses an event', async () => {
    const { client, recorder, pass, world } = strict()
    await inDatabase('CREATE TRIGGER broken BEFORE INSERT ON inbox FOR EACH ROW EXECUTE FUNCTION quoting()')
    const event = { type: 'user_change', user: { id: TOM, name: NAME, profile: { email: ADDRESS } }, event_ts: '1.1' }
    // Slack waits in vain for an acknowledgement, and will send it again.
    void client.event(event, 'Ev0BROKEN1').catch(() => undefined)
    await vi.waitUntil(() => lines.some((line) => line.includes('"from":"bolt"')), PATIENT)
    await inDatabase('DROP TRIGGER broken ON inbox')
    await client.event(event, 'Ev0BROKEN1')
    recorder.spoil = (method) =>
      method === 'views.publish'
        ? { status: 200, body: JSON.stringify({ ok: false, error: 'internal_error', detail: NAME }) }
        : undefined
    const since = recorder.mark()
    await client.event({ type: 'app_home_opened', user: INES, channel: 'D0X', tab: 'home', event_ts: '1.2' })
    await recorder.heard(since, ({ method }) => method === 'views.publish', 'Home')
    recorder.spoil = undefined
    await vi.waitUntil(() => lines.some((line) => line.includes('an event could not be dealt with')), PATIENT)
    pass(60_000)
    world.app.contexts.forSystem(world.app.workspace).services.wake.inbox()
  })

  it('Slack answers with faults that quote what was sent', async () => {
    const { client, recorder, posted } = strict()
    const echo = (method: string, args: object) =>
      method === 'chat.postMessage' || method === 'views.open'
        ? { status: 503, body: `<html>${JSON.stringify(args)} ${NAME}</html>` }
        : undefined
    recorder.spoil = echo
    const since = recorder.mark()
    await press(client, INES, { actionId: 'open_person', value: await candidate() }, { quiet: true })
    await press(client, INES, { actionId: 'draft_for_person', value: await candidate() }, { quiet: true })
    await recorder.heard(since, ({ method }) => method === 'chat.postMessage', 'a card')
    recorder.spoil = (method, args) =>
      method === 'chat.postMessage'
        ? {
            status: 200,
            body: JSON.stringify({
              ok: false,
              error: 'invalid_blocks',
              errors: [NAME],
              response_metadata: {
                messages: [
                  `[ERROR] ${NAME} must be shorter [json-pointer:/blocks/0]`,
                  `[WARN] ${JSON.stringify(args)}`,
                ],
              },
            }),
          }
        : undefined
    await posted().catch(() => undefined)
    recorder.spoil = undefined
    await posted()
  })

  it('the mail server refuses, and quotes the address', async () => {
    const { client, pass, world, posted } = strict()
    const wake = () => world.app.contexts.forSystem(world.app.workspace).services.wake.sends()
    for (const kind of ['rcpt', 'text'] as const) {
      refusing = kind
      await press(client, INES, { actionId: 'draft_approve', value: await draft() }, { quiet: true })
      pass(11_000)
      wake()
      await vi.waitUntil(async () => (await sendStates()).at(-1) === 'failed', PATIENT)
      await posted()
      // A refused address is suppressed; the next letter shall be tried.
      await inDatabase('DELETE FROM suppression')
    }
    refusing = undefined
  })

  it('a good day beside it: looked up, approved, sent, unsubscribed', async () => {
    const { client, pass, world } = strict()
    replyOf(await client.command(INES, '/candidate', ADDRESS))
    replyOf(await client.command(INES, '/pool', NAME))
    await press(client, INES, { actionId: 'draft_approve', value: await draft() }, { quiet: true })
    pass(11_000)
    world.app.contexts.forSystem(world.app.workspace).services.wake.sends()
    await vi.waitUntil(async () => (await sendStates()).at(-1) === 'handed_over', PATIENT)
    const link = /<(http[^>]*\/u\/[^>]+)>/.exec(smtp.received.at(-1)?.replace(/\r\n\s+/g, ' ') ?? '')?.[1] ?? ''
    const path = new URL(link).pathname
    await fetch(world.app.url + path)
    await fetch(world.app.url + path, { method: 'POST' })
    await fetch(`${world.app.url}/u/${encodeURIComponent(ADDRESS)}`)
    await fetch(`${world.app.url}/nowhere?mail=${ADDRESS}`)
    expect(await inDatabase('SELECT 1 FROM suppression')).toHaveLength(1)
  })
})

describe('the log', () => {
  it('told of every fault', () => {
    const whole = lines.join('')
    for (const message of [
      'an act failed',
      'an event could not be dealt with',
      'a post did not go through',
      'a send was dealt with',
    ])
      expect(whole).toContain(message)
  })

  it('holds no name, no address, no text, no token', () => {
    expect(lines.filter((line) => SECRET.test(line))).toEqual([])
  })

  it('is the only place that is written to', () => {
    expect(printed).toEqual([])
  })
})
