// Hostile text in every field of every form and behind every command: inert, or refused where it was typed. Judged by a client of our own.
import { describe, expect, it, vi } from 'vitest'
import { mentionsIn } from '../../simulator/mentions.ts'
import { PEOPLE } from '../../src/local/workspace-seed.ts'
import { PATIENT } from '../support/patient.ts'
import { chosen, everywhere, modalOf, NOT_THERE, OURS, picked, press, replyOf, submitUntilTaken } from './acts.ts'
import { complaintsAbout, type State, stateOf, textFields, typedInto, type View } from './client.ts'
import { EMPTY, ENDLESS, HOSTILE, type Hostile } from './hostile-texts.ts'
import { mrkdwnIn, textsIn } from './judge.ts'
import type { Json } from './recorder.ts'
import { aStrictWorld, INES } from './strict-world.ts'

const LUCIA = PEOPLE.lucia.id
const strict = aStrictWorld()

/** As Slack delivers what was typed behind a command. */
const asSlackSends = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const COMMANDS = [
  ['/silver', ''],
  ['/pool', ''],
  ['/pool', 'pool:"'],
  ['/pool', 'role:"'],
  ['/candidate', ''],
  ['/outreach', ''],
  ['/outreach', 'draft '],
  ['/medallist', ''],
] as const

const unharmed = (seen: { readonly kind: string; readonly text?: string }) => {
  if (seen.kind === 'reply') expect(seen.text, strict().world.complaints.join('\n')).not.toMatch(OURS)
}

/** A trigger lasts three seconds, also on a busy machine. */
async function fewAtATime(acts: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (let at = 0; at < acts.length; at += 6) await Promise.all(acts.slice(at, at + 6).map((act) => act()))
}

describe('behind a command', () => {
  for (const [command, before] of COMMANDS)
    it(`${command} ${before}…`, async () => {
      const { client } = strict()
      const acts = [
        // Once as a strict workspace delivers it, and once as one that forgot to escape would.
        ...HOSTILE.flatMap(({ line, long }) => [asSlackSends(before + long), before + line]),
        ...[...ENDLESS, ...EMPTY].map((text) => asSlackSends(before + text)),
      ].map((text) => async () => unharmed(await client.command(INES, command, text)))
      await fewAtATime(acts)
      // Who may not is mostly refused before a word is read.
      const read = command === '/silver' || command === '/medallist' ? HOSTILE : HOSTILE.slice(0, 1)
      await fewAtATime(
        read.map(
          ({ long }) =>
            async () =>
              unharmed(await client.command(LUCIA, command, before + long)),
        ),
      )
    })
})

const HARMLESS: Readonly<Record<string, string>> = {
  flag_full_name: 'Zed Harmless',
  flag_role: 'Analyst',
  flag_impressed: '',
  dismiss_reason: 'Not for us',
  silver_fullName: 'Zed Harmless',
  silver_role: 'Analyst',
  silver_email: '',
  silver_phone: '',
  silver_profileLink: '',
  silver_skills: '',
  builder_words: '',
  builder_skillsAll: '',
  builder_skillsAny: '',
  builder_location: '',
  builder_role: '',
  builder_rest: '',
  silver_location: '',
  draft_subject: 'A harmless subject',
  draft_body: 'A harmless text.',
  draft_reject_reason: '',
  pool_name: 'Harmless',
  pool_query: 'skill:go',
  pool_persona: '',
  people_query: 'skill:go',
  permission_source: 'By phone',
  address: '',
  call_note: 'We spoke.',
}
/** Nothing at all asks for nothing in particular. */
const MEANS_EVERYBODY = new Set(['people_query'])
/** What may refuse a hostile text: names that must be names, addresses, links, queries. Everything else has to keep it. */
const MAY_REFUSE = new Set([
  'silver_email',
  'silver_phone',
  'silver_profileLink',
  'silver_skills',
  'address',
  'pool_query',
  'people_query',
  'pool_name',
])

describe.each(HOSTILE)('$name in every form', (text: Hostile) => {
  const address = `${text.marker.toLowerCase()}@example.com`
  const only = async <Row>(sql: string, ...values: unknown[]): Promise<Row> => {
    const [row] = await strict().rows<Row>(sql, values)
    if (row === undefined) throw new Error(`nothing: ${sql} ${values.join(' ')}`)
    return row
  }
  const flagIt = async () => {
    const { client } = strict()
    const view = modalOf(await client.command(LUCIA, '/silver', ''))
    return submitUntilTaken(client, LUCIA, view, { typed: everywhere(view, text), harmless: HARMLESS })
  }
  const newestFlag = () => only<{ id: string; full_name: string }>('SELECT * FROM near_miss ORDER BY id DESC LIMIT 1')
  const onlyAllowed = (refused: Readonly<Record<string, string>>) =>
    expect(Object.keys(refused).filter((id) => !MAY_REFUSE.has(id))).toEqual([])
  let person = ''

  it('a flag, and its dismissal', async () => {
    const { client, posted } = strict()
    onlyAllowed((await flagIt()).refused)
    const { id, full_name: name } = await newestFlag()
    expect(name).toContain(text.marker)
    const view = modalOf(await press(client, INES, { actionId: 'near_miss_dismiss', value: id }))
    onlyAllowed(
      (await submitUntilTaken(client, INES, view, { typed: everywhere(view, text), harmless: HARMLESS })).refused,
    )
    expect(await newestFlag()).toMatchObject({ id, state: 'dismissed' })
    await posted()
  })

  it('a message about somebody', async () => {
    const { client } = strict()
    const message = { ts: `17000000${text.marker.length}.0001`, user: LUCIA, text: asSlackSends(text.long) }
    const view = modalOf(await client.messageAction(LUCIA, 'flag_near_miss', message), 'Flag a near-miss')
    await submitUntilTaken(client, LUCIA, view, { typed: everywhere(view, text), harmless: HARMLESS })
  })

  it('a silver medallist from a flag', async () => {
    const { client, posted } = strict()
    await flagIt()
    const { id } = await newestFlag()
    const folded = modalOf(await press(client, INES, { actionId: 'near_miss_accept', value: id }))
    const unfolded = await client.pressIn(INES, folded, { actionId: 'silver_more', blockId: 'silver_more_block' })
    if (unfolded?.kind !== 'redrawn') throw new Error('More details unfolds')
    const { view } = unfolded
    const typed = { ...everywhere(view, text), silver_email: address }
    let state: State = chosen(stateOf(view), 'silver_standing', 'told_no')
    state = picked(state, 'silver_standingDay', '2025-01-15')
    const taken = await submitUntilTaken(client, INES, view, { typed, harmless: HARMLESS, state })
    onlyAllowed(taken.refused)
    expect(taken.refused.silver_email).toBeUndefined()
    const row = await only<{ id: string; full_name: string; advice: string }>(
      'SELECT * FROM candidate ORDER BY id DESC LIMIT 1',
    )
    expect([row.full_name, row.advice]).toEqual([
      expect.stringContaining(text.marker),
      expect.stringContaining(text.marker),
    ])
    person = row.id
    await posted()
  })

  it('the same person again, side by side', async () => {
    const { client } = strict()
    const view = modalOf(await client.command(INES, '/silver', ''))
    const typed = { ...everywhere(view, { line: `x ${text.line}`, long: `x ${text.long}` }), silver_email: address }
    const { last } = await submitUntilTaken(client, INES, view, { typed, harmless: HARMLESS })
    if (last.kind !== 'push') throw new Error('It is compared')
    expect(await client.submit(INES, last.view, stateOf(last.view))).toEqual({ kind: 'closed' })
  })

  it('the profile, the lists and the small forms', async () => {
    const { client } = strict()
    modalOf(await press(client, INES, { actionId: 'open_person', value: person }))
    for (const command of [`/candidate ${address}`, `/pool ${text.marker}`, `/outreach draft ${address}`]) {
      const [name = '', ...rest] = command.split(' ')
      replyOf(await client.command(INES, name, rest.join(' ')))
    }
    const nothing = '00000000-0000-7000-8000-000000000000'
    for (const act of ['record_permission', 'add_address', 'log_call', 'update_standing']) {
      const value = `${nothing}:${nothing}:${person}:`
      const view = modalOf(await press(client, INES, { actionId: `draft_next_act:${act}`, value }))
      const state = act === 'update_standing' ? picked(stateOf(view), 'standing_day', '2025-01-15') : stateOf(view)
      const refused: Record<string, string> = {}
      const harmless = { ...HARMLESS, address: `two.${address}` }
      Object.assign(
        refused,
        (await submitUntilTaken(client, INES, view, { typed: everywhere(view, text), harmless, state })).refused,
      )
      onlyAllowed(refused)
    }
    replyOf(await client.command(INES, '/candidate', address))
  })

  it('a pool and a query', async () => {
    const { client } = strict()
    const view = modalOf(await client.command(INES, '/pool', 'new'))
    const harmless = { ...HARMLESS, pool_name: `Harmless ${text.marker}` }
    const { refused } = await submitUntilTaken(client, INES, view, { typed: everywhere(view, text), harmless })
    onlyAllowed(refused)
    replyOf(await client.command(INES, '/pool', ''))
    const find = modalOf(await press(client, INES, { actionId: 'home_find_people', value: 'find' }))
    await submitUntilTaken(client, INES, find, { typed: everywhere(find, text), harmless: HARMLESS })
    const builder = modalOf(await press(client, INES, { actionId: 'pool_find_people', value: 'find' }))
    await submitUntilTaken(client, INES, builder, { typed: everywhere(builder, text), harmless: HARMLESS })
    await client.event({ type: 'app_home_opened', user: INES, channel: 'D0INES', tab: 'home', event_ts: '1.1' })
  })

  it('a draft, edited, approved and read', async () => {
    const { client, rows, posted, pass, world } = strict()
    await client.command(INES, '/outreach', `draft ${address}`)
    const draft = () =>
      only<{ id: string; revision_id: string; state: string }>(
        'SELECT * FROM draft WHERE candidate_id = $1 ORDER BY id DESC LIMIT 1',
        person,
      )
    const value = async () => {
      const { id, revision_id: revision } = await draft()
      return `${id}:${revision}`
    }
    const view = modalOf(await press(client, INES, { actionId: 'draft_edit', value: await value() }))
    onlyAllowed(
      (await submitUntilTaken(client, INES, view, { typed: everywhere(view, text), harmless: HARMLESS })).refused,
    )
    const reject = modalOf(await press(client, INES, { actionId: 'draft_reject', value: await value() }))
    await submitUntilTaken(client, INES, reject, { typed: everywhere(reject, text), harmless: HARMLESS })
    expect(await draft()).toMatchObject({ state: 'rejected' })
    await client.command(INES, '/outreach', `draft ${address}`)
    const again = modalOf(await press(client, INES, { actionId: 'draft_edit', value: await value() }))
    await submitUntilTaken(client, INES, again, { typed: everywhere(again, text), harmless: HARMLESS })
    await rows('UPDATE candidate SET last_touch_at = NULL WHERE id = $1', [person])
    await rows(`DELETE FROM interaction WHERE candidate_id = $1 AND one_to_one`, [person])
    await press(client, INES, { actionId: 'draft_approve', value: await value() }, { quiet: true })
    expect(await draft()).toMatchObject({ state: 'approved' })
    pass(11_000)
    world.app.contexts.forSystem(world.app.workspace).services.wake.sends()
    const mail = await vi.waitUntil(
      () => world.local.mailbox.list().find(({ to }) => to.includes(text.marker.toLowerCase())),
      PATIENT,
    )
    await posted()
    const read = world.local.mailbox.get(mail.id)
    if (read === undefined) throw new Error('The mail is there')
    const [head = ''] = read.source.split(/\r?\n\r?\n/)
    expect(head.split(/\r?\n/).filter((line) => /^(bcc|cc):/i.test(line))).toEqual([])
    expect(head.match(/^subject:/gim)).toHaveLength(1)
    expect(head).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m)
    expect(read.subject).toContain(text.marker)
    expect(read.subject).not.toMatch(/[\r\n]/)
    expect(read.text).toContain(text.marker)
    const tags = new Set([...read.html.matchAll(/<\s*\/?\s*([a-z!][\w-]*)/gi)].map(([, tag = '']) => tag.toLowerCase()))
    expect([...tags].filter((tag) => ['script', 'img', 'iframe', 'svg', 'form'].includes(tag))).toEqual([])
    expect(read.html).not.toContain('href="https://evil')
    expect(read.html).not.toContain('Zqliquid 42')
  })
})

describe('nothing, and far too much', () => {
  /** Every form, opened for somebody who may use it. */
  const forms = async (): Promise<readonly (readonly [string, View])[]> => {
    const { client, rows } = strict()
    const [candidate] = await rows<{ id: string }>('SELECT id FROM candidate ORDER BY id LIMIT 1')
    const first = modalOf(await client.command(LUCIA, '/silver', ''))
    await client.submit(LUCIA, first, typedInto(stateOf(first), { flag_full_name: 'Max Much', flag_role: 'Analyst' }))
    const flagForm = modalOf(await client.command(LUCIA, '/silver', ''))
    const [flag] = await rows<{ id: string }>(
      `SELECT id FROM near_miss WHERE state = 'waiting' ORDER BY id DESC LIMIT 1`,
    )
    await press(client, INES, { actionId: 'draft_for_person', value: candidate?.id ?? '' })
    const [draft] = await rows<{ id: string; revision_id: string }>(
      `SELECT id, revision_id FROM draft WHERE state = 'waiting' LIMIT 1`,
    )
    const card = `${draft?.id}:${draft?.revision_id}`
    const act = (name: string) =>
      press(client, INES, { actionId: `draft_next_act:${name}`, value: `${card}:${candidate?.id}:` })
    const folded = modalOf(await client.command(INES, '/silver', 'Max Much for Analyst'))
    const silver = await client.pressIn(INES, folded, { actionId: 'silver_more', blockId: 'silver_more_block' })
    if (silver?.kind !== 'redrawn') throw new Error('More details unfolds')
    return [
      [LUCIA, flagForm],
      [INES, silver.view],
      [INES, modalOf(await press(client, INES, { actionId: 'near_miss_dismiss', value: flag?.id ?? '' }))],
      [INES, modalOf(await press(client, INES, { actionId: 'draft_edit', value: card }))],
      [INES, modalOf(await press(client, INES, { actionId: 'draft_reject', value: card }))],
      [INES, modalOf(await client.command(INES, '/pool', 'new'))],
      [INES, modalOf(await press(client, INES, { actionId: 'home_find_people', value: 'find' }))],
      [INES, modalOf(await act('record_permission'))],
      [INES, modalOf(await act('add_address'))],
      [INES, modalOf(await act('log_call'))],
    ]
  }

  it('is refused on each field that it was typed into, and changes nothing', async () => {
    const { client, fingerprint, posted } = strict()
    const all = await forms()
    await posted()
    const before = await fingerprint()
    for (const [user, view] of all)
      for (const field of textFields(view)) {
        const required = view.blocks.find((one) => one.block_id === field)?.optional !== true
        for (const text of [...ENDLESS, ...(required && !MEANS_EVERYBODY.has(field) ? EMPTY : [])]) {
          const answer = await client.submit(user, view, typedInto(filled(view), { [field]: text }))
          expect(answer, `${String(view.callback_id)} ${field}: ${JSON.stringify(text.slice(0, 30))}`).toMatchObject({
            kind: 'errors',
          })
          if (answer.kind !== 'errors') continue
          expect(Object.keys(answer.errors)).toContain(field)
          expect(Object.values(answer.errors).join(' ')).not.toMatch(OURS)
        }
      }
    expect(await fingerprint()).toEqual(before)
  })

  it('only blanks in a field that may stay empty count as nothing', async () => {
    const { client, rows } = strict()
    for (const [index, blank] of EMPTY.entries()) {
      const view = modalOf(await client.command(LUCIA, '/silver', ''))
      expect(
        await client.submit(
          LUCIA,
          view,
          typedInto(stateOf(view), {
            flag_full_name: `Bo Blank ${index}`,
            flag_role: 'Analyst',
            flag_impressed: blank,
          }),
        ),
      ).toEqual({ kind: 'closed' })
    }
    const found = await rows<{ impressed: string }>(`SELECT impressed FROM near_miss WHERE full_name LIKE 'Bo Blank%'`)
    expect(found.map(({ impressed }) => impressed)).toEqual(EMPTY.map(() => ''))
  })
})

/** The required fields filled in with something that would be taken. */
function filled(view: View): State {
  const harmless = Object.fromEntries(
    textFields(view).flatMap((id): [string, string][] => {
      const required = view.blocks.find((one) => one.block_id === id)?.optional !== true
      const usual: Readonly<Record<string, string>> = { ...HARMLESS, address: 'zed@example.com' }
      return required ? [[id, usual[id] ?? 'x']] : []
    }),
  )
  return typedInto(stateOf(view), harmless)
}

describe('all that was said to Slack', () => {
  it('keeps Slack’s limits, and no payload was refused', () => {
    const { recorder, faults } = strict()
    expect([...new Set(complaintsAbout(recorder.calls, NOT_THERE))].slice(0, 20)).toEqual([])
    expect(faults()).toEqual([])
  })

  it('mentions nobody, links nowhere and was not evaluated', () => {
    const { recorder } = strict()
    const loud = recorder.calls.flatMap(({ method, args }) => {
      const said = (args.view ?? args) as Json & { text?: string }
      const { users, groups, broadcast } = mentionsIn(method.startsWith('views') ? { blocks: said.blocks } : said)
      return [...users.filter((user) => user === PEOPLE.tom.id), ...groups, ...broadcast]
    })
    expect(loud).toEqual([])
    const links = recorder.calls.flatMap(({ args }) => mrkdwnIn(args).filter((one) => /<[^>]*evil/.test(one)))
    expect(links).toEqual([])
    expect(recorder.calls.flatMap(({ args }) => textsIn(args).filter((one) => /Zqliquid 42/.test(one)))).toEqual([])
  })
})
