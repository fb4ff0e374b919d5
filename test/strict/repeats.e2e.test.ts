// Whatever Slack or the network delivers again: every act is delivered twice at once and once more later, and happens once.
import { beforeAll, describe, expect, it } from 'vitest'
import { PEOPLE } from '../../src/local/workspace-seed.ts'
import { chosen, modalOf, OURS, picked, press } from './acts.ts'
import { complaintsAbout, type State, stateOf, typedInto, type View } from './client.ts'
import { aStrictWorld, INES } from './strict-world.ts'

const LUCIA = PEOPLE.lucia.id
const strict = aStrictWorld()
const only = async <Row>(sql: string, ...values: unknown[]): Promise<Row> => {
  const [row] = await strict().rows<Row>(sql, values)
  if (row === undefined) throw new Error(`nothing: ${sql}`)
  return row
}
const events = async () =>
  new Map(
    (await strict().rows<{ type: string; n: number }>('SELECT type, count(*)::int AS n FROM event GROUP BY type')).map(
      ({ type, n }) => [type, n],
    ),
  )
const count = async (table: string) => (await only<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`)).n

/** Does it three times over; what the log of events gained is what one time would have left. */
async function once(act: () => Promise<unknown>, left: readonly string[], later = 1): Promise<void> {
  const { client } = strict()
  const before = await events()
  Object.assign(client.repeats, { atOnce: 2, later })
  try {
    await act()
  } finally {
    Object.assign(client.repeats, { atOnce: 1, later: 0 })
  }
  const gained = [...(await events())].flatMap(([type, n]) => Array<string>(n - (before.get(type) ?? 0)).fill(type))
  expect(gained.toSorted()).toEqual([...left].toSorted())
}

/** Each delivery of a submission hears that it was taken. */
async function submitted(view: View, state: State, user: string = INES): Promise<void> {
  const { client } = strict()
  expect(await client.submit(user, view, state)).toEqual({ kind: 'closed' })
  for (const answer of client.repeats.answers) expect(JSON.stringify(answer ?? '')).not.toMatch(/"errors"|"update"/)
}

let person = ''
const card = async () => {
  const { id, revision_id: revision } = await only<{ id: string; revision_id: string }>(
    `SELECT id, revision_id FROM draft ORDER BY id DESC LIMIT 1`,
  )
  return `${id}:${revision}`
}
const pressing = (actionId: string, value: string) => press(strict().client, INES, { actionId, value }, { quiet: true })

beforeAll(async () => {
  const { rows } = strict()
  expect(await rows('SELECT 1 FROM event')).toEqual([])
})

describe('what is delivered again happens once', () => {
  it('a flag, and its dismissal', async () => {
    const { client } = strict()
    const view = modalOf(await client.command(LUCIA, '/silver', ''))
    await once(
      () => submitted(view, typedInto(stateOf(view), { flag_full_name: 'Rae Peat', flag_role: 'Analyst' }), LUCIA),
      ['near_miss.flagged'],
    )
    const { id } = await only<{ id: string }>('SELECT id FROM near_miss')
    const dismiss = modalOf(await press(client, INES, { actionId: 'near_miss_dismiss', value: id }))
    await once(() => submitted(dismiss, typedInto(stateOf(dismiss), { dismiss_reason: 'No' })), ['near_miss.dismissed'])
  })

  it('a silver medallist, and a merge', async () => {
    const { client, rows } = strict()
    const fill = async () => {
      const view = modalOf(await client.command(INES, '/silver', ''))
      const typed = typedInto(stateOf(view), {
        silver_fullName: 'Rae Peat',
        silver_role: 'Analyst',
        silver_email: 'rae@example.com',
      })
      return { view, state: typed }
    }
    const first = await fill()
    await once(() => submitted(first.view, first.state), ['candidate.added'])
    expect(await count('candidate')).toBe(1)
    person = (await only<{ id: string }>('SELECT id FROM candidate')).id
    const second = await fill()
    const compared = await client.submit(INES, second.view, second.state)
    if (compared.kind !== 'push') throw new Error('It is compared')
    await once(() => submitted(compared.view, stateOf(compared.view)), ['candidate.merged', 'merge.done'])
    await rows(`UPDATE candidate SET standing = 'told_no', standing_day = '2025-01-15'`)
  })

  it('the small forms', async () => {
    const { client } = strict()
    const nothing = '00000000-0000-7000-8000-000000000000'
    const form = async (name: string) =>
      modalOf(
        await press(client, INES, { actionId: `draft_next_act:${name}`, value: `${nothing}:${nothing}:${person}:` }),
      )
    const call = await form('log_call')
    await once(() => submitted(call, typedInto(stateOf(call), { call_note: 'We spoke' })), ['touch.logged'])
    const address = await form('add_address')
    await once(
      () => submitted(address, typedInto(stateOf(address), { address: 'rae.two@example.com' })),
      ['contact.added'],
    )
    const permission = await form('record_permission')
    await once(
      () => submitted(permission, typedInto(stateOf(permission), { permission_source: 'By phone' })),
      ['permission.recorded'],
    )
    const standing = await form('update_standing')
    const told = picked(chosen(stateOf(standing), 'standing', 'not_told'), 'standing_day', '2025-01-15')
    await once(() => submitted(standing, told), ['candidate.standing_changed'])
    const toldNow = await form('mark_as_told')
    await once(() => submitted(toldNow, picked(stateOf(toldNow), 'told_day', '2025-01-15')), ['candidate.told_no'])
    await once(
      () => pressing('draft_next_act:remind_then', `${nothing}:${nothing}:${person}:2030-01-01`),
      ['candidate.next_touch_set'],
    )
  })

  it('a draft: written, edited, drafted again, rejected', async () => {
    const { client } = strict()
    await once(() => client.command(INES, '/outreach', 'draft rae@example.com'), ['draft.written'])
    const edit = modalOf(await press(client, INES, { actionId: 'draft_edit', value: await card() }))
    await once(() => submitted(edit, typedInto(stateOf(edit), { draft_subject: 'Anew' })), ['draft.revised'])
    const [draft, revision] = (await card()).split(':')
    await once(() => pressing('draft_next_act:redraft', `${draft}:${revision}:${person}:`), ['draft.revised'])
    const reject = modalOf(await press(client, INES, { actionId: 'draft_reject', value: await card() }))
    await once(() => submitted(reject, stateOf(reject)), ['draft.rejected'])
    await once(() => pressing('draft_for_person', person), ['draft.written'])
  })

  it('an approval, and its undoing', async () => {
    const { rows } = strict()
    await rows('DELETE FROM interaction')
    await rows('UPDATE candidate SET last_touch_at = NULL')
    const value = await card()
    await once(() => pressing('draft_approve', value), ['draft.approved', 'send.approved'])
    expect(await count('send')).toBe(1)
    const { id } = await only<{ id: string }>('SELECT id FROM send')
    await once(() => pressing('send_undo', id), ['send.undone', 'draft.reopened'])
    const [draft, revision] = (await card()).split(':')
    await once(() => pressing('draft_next_act:discard_draft', `${draft}:${revision}:${person}:`), ['draft.rejected'])
  })

  it('a pool, and its undoing', async () => {
    const { client } = strict()
    const view = modalOf(await client.command(INES, '/pool', 'new'))
    await once(
      () => submitted(view, typedInto(stateOf(view), { pool_name: 'Again', pool_query: 'skill:go' })),
      ['pool.created'],
    )
    const { id } = await only<{ id: string }>('SELECT id FROM pool')
    // Two tries to answer for each delivery, and Slack takes five.
    await once(() => pressing('pool_undo', id), ['pool.archived'], 0)
  })

  it('taking somebody back', async () => {
    const { client } = strict()
    const view = modalOf(await client.command(INES, '/silver', ''))
    await submitted(view, typedInto(stateOf(view), { silver_fullName: 'Una Undone', silver_role: 'Analyst' }))
    const { id } = await only<{ id: string }>(`SELECT id FROM candidate WHERE full_name = 'Una Undone'`)
    await once(() => pressing('silver_undo', id), ['candidate.add_undone'])
  })

  it('an event', async () => {
    const { client, recorder } = strict()
    const home = { type: 'app_home_opened', user: INES, channel: 'D0X', tab: 'home', event_ts: '1.1' }
    const since = recorder.mark()
    await once(() => client.event(home, 'Ev0REPEAT1'), [])
    await client.event({ ...home, event_ts: '1.3' }, 'Ev0REPEAT2')
    await recorder.heard(
      since,
      ({ seq, method }) =>
        method === 'views.publish' && recorder.calls.slice(since, seq).some((call) => call.method === 'views.publish'),
      'Home twice',
    )
    expect(recorder.calls.slice(since).filter(({ method }) => method === 'views.publish')).toHaveLength(2)
    expect(await count('inbox')).toBe(2)
  })
})

it('nobody was told of a fault, and each card stands once', async () => {
  const { recorder, faults, posted } = strict()
  await posted()
  expect(faults()).toEqual([])
  const said = recorder.calls.map(({ args }) => JSON.stringify(args))
  expect(said.filter((text) => OURS.test(text))).toEqual([])
  expect(complaintsAbout(recorder.calls, ['exchanged_trigger_id', 'no_original_message'])).toEqual([])
  const keys = recorder.calls.flatMap(({ method, args }) =>
    method === 'chat.postMessage'
      ? JSON.stringify((args.metadata as { event_payload?: unknown } | undefined)?.event_payload ?? null)
      : [],
  )
  const cards = keys.filter((key) => key !== 'null')
  expect(new Set(cards).size).toBe(cards.length)
})
