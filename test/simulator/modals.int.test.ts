import { beforeEach, describe, expect, it } from 'vitest'
import { type ManualClock, makeManualClock } from '../../simulator/clock.ts'
import type { Hands } from '../../simulator/hands.ts'
import { ANA, TOM } from './seed.ts'
import {
  type Barebones,
  call,
  type Envelope,
  isEvent,
  SILENCE,
  startBarebones,
  startWorkspace,
  type TestWorkspace,
} from './support.ts'

const plain = (text: string) => ({ type: 'plain_text', text })
const field = (block_id: string, element: object, more: object = {}) => ({
  type: 'input',
  block_id,
  label: plain(block_id),
  element: { action_id: block_id, ...element },
  ...more,
})
const text = (block_id: string, element: object = {}, more: object = {}) =>
  field(block_id, { type: 'plain_text_input', ...element }, more)
const option = (name: string) => ({ text: plain(name), value: name.toLowerCase() })
const modal = (title: string, blocks: object[] = [text('Name')], more: object = {}) => ({
  type: 'modal',
  callback_id: title,
  title: plain(title),
  submit: plain('Add'),
  blocks,
  ...more,
})
const button = (label: string) => ({
  type: 'actions',
  block_id: 'buttons',
  elements: [{ type: 'button', action_id: label, text: plain(label), value: 'v' }],
})

type Submitted = { values: Record<string, Record<string, Record<string, unknown>>> }

let clock: ManualClock
let simulator: TestWorkspace
let app: Barebones
let ana: Hands
let answer: (envelope: Envelope) => unknown

beforeEach(async () => {
  clock = makeManualClock()
  simulator = await startWorkspace({ clock })
  answer = () => undefined
  app = await startBarebones(simulator, (envelope) => answer(envelope))
  ana = simulator.as(ANA)
})

/** The trigger of something that Ana just did. */
async function trigger(): Promise<string> {
  const before = app.envelopes.length
  await ana.command('/silver', '', { in: 'recruiting' })
  return String(app.envelopes[before]?.payload.trigger_id)
}
const open = async (view: object) => call(simulator, 'views.open', { trigger_id: await trigger(), view })
const submission = () => app.received((e) => e.payload.type === 'view_submission')

describe('a trigger', () => {
  it('opens a modal once', async () => {
    const trigger_id = await trigger()

    expect(await call(simulator, 'views.open', { trigger_id, view: modal('One') })).toMatchObject({
      ok: true,
      view: { type: 'modal', state: { values: { Name: { Name: { type: 'plain_text_input', value: null } } } } },
    })
    expect(await call(simulator, 'views.open', { trigger_id, view: modal('Two') })).toEqual({
      ok: false,
      error: 'exchanged_trigger_id',
    })
    expect(ana.modal().title).toBe('One')
  })

  it('lasts three seconds', async () => {
    const [inTime, tooLate] = [await trigger(), await trigger()]
    await clock.advance(3000)

    expect(await call(simulator, 'views.open', { trigger_id: inTime, view: modal('One') })).toMatchObject({ ok: true })
    await clock.advance(1)
    expect(await call(simulator, 'views.open', { trigger_id: tooLate, view: modal('Two') })).toMatchObject({
      error: 'expired_trigger_id',
    })
  })

  it('must be one that was given out', async () => {
    expect(await call(simulator, 'views.open', { trigger_id: '1.2.abc', view: modal('One') })).toMatchObject({
      error: 'invalid_trigger_id',
    })
    expect(await call(simulator, 'views.open', { trigger_id: 'nonsense', view: modal('One') })).toMatchObject({
      error: 'invalid_arguments',
    })
    expect(await call(simulator, 'views.open', { view: modal('One') })).toMatchObject({
      error: 'invalid_arguments',
      errors: ['missing required field: trigger_id'],
    })
  })

  it('is not spent on a view that Slack refuses', async () => {
    const trigger_id = await trigger()

    expect(
      await call(simulator, 'views.open', { trigger_id, view: modal('A title of more than 24 letters') }),
    ).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: {
        messages: [
          '[ERROR] failed to match all allowed schemas [json-pointer:/view]',
          '[ERROR] must be less than 25 characters [json-pointer:/view/title/text]',
        ],
      },
    })
    expect(await call(simulator, 'views.open', { trigger_id, view: modal('One') })).toMatchObject({ ok: true })
  })
})

describe('the stack of modals', () => {
  it('is three high, and what is closed shows the one below', async () => {
    await open(modal('One', [button('Next')]))
    for (const title of ['Two', 'Three']) {
      await ana.press(ana.modal(), 'Next')
      const trigger_id = app.envelopes.at(-1)?.payload.trigger_id
      expect(await call(simulator, 'views.push', { trigger_id, view: modal(title, [button('Next')]) })).toMatchObject({
        ok: true,
      })
    }
    await ana.press(ana.modal(), 'Next')
    const trigger_id = app.envelopes.at(-1)?.payload.trigger_id

    expect(await call(simulator, 'views.push', { trigger_id, view: modal('Four') })).toMatchObject({
      error: 'push_limit_reached',
    })
    expect(ana.see().modals.map((m) => 'root_view_id' in m && m.root_view_id === ana.see().modals[0]?.id)).toEqual([
      true,
      true,
      true,
    ])
    await ana.modal().close()
    expect(ana.modal().title).toBe('Two')
    await ana.modal().close({ clear: true })
    expect(ana.see().modals).toEqual([])
  })

  it('tells the app of a closed modal only where it asked to hear', async () => {
    await open(modal('Quiet'))
    await ana.modal().close()
    await open(modal('Loud', undefined, { notify_on_close: true }))
    await ana.modal().close()
    const closed = await app.received((e) => e.payload.type === 'view_closed')

    expect(closed.payload).toMatchObject({ view: { callback_id: 'Loud' }, is_cleared: false })
    expect(app.envelopes.filter((e) => e.payload.type === 'view_closed')).toHaveLength(1)
  })
})

describe('an update', () => {
  it('with an old hash is refused, so that two writers do not lose a change', async () => {
    const { view } = (await open(modal('One'))) as unknown as { view: { id: string; hash: string } }
    await clock.advance(1000)
    const update = (title: string) =>
      call(simulator, 'views.update', { view_id: view.id, hash: view.hash, view: modal(title) })

    expect(await update('Two')).toMatchObject({ ok: true })
    expect(await update('Three')).toEqual({ ok: false, error: 'hash_conflict' })
    expect(ana.modal().title).toBe('Two')
  })

  it('keeps what was typed under the same ids and wipes it under new ones', async () => {
    const { view } = (await open(modal('One', [text('Kept'), text('Lost'), button('More')]))) as unknown as {
      view: { id: string }
    }
    await ana.modal().fill('Kept', 'yes')
    await ana.modal().fill('Lost', 'no')
    await ana.press(ana.modal(), 'More')
    await call(simulator, 'views.update', {
      view_id: view.id,
      view: modal('One', [text('Kept', { initial_value: 'not this' }), text('New')]),
    })

    expect(Object.entries(ana.modal().fields()).map(([label, f]) => [label, f.value])).toEqual([
      ['Kept', 'yes'],
      ['New', null],
    ])
  })

  it('finds a view by its external id, and refuses one that is taken', async () => {
    await open(modal('One', [button('Next')], { external_id: 'mine' }))
    await ana.press(ana.modal(), 'Next')
    const trigger_id = app.envelopes.at(-1)?.payload.trigger_id

    expect(
      await call(simulator, 'views.push', { trigger_id, view: modal('Two', undefined, { external_id: 'mine' }) }),
    ).toMatchObject({ error: 'duplicate_external_id' })
    expect(await call(simulator, 'views.update', { external_id: 'mine', view: modal('Three') })).toMatchObject({
      ok: true,
    })
    expect(await call(simulator, 'views.update', { external_id: 'other', view: modal('Three') })).toMatchObject({
      error: 'not_found',
    })
  })

  it('of a modal that was closed finds nothing', async () => {
    const { view } = (await open(modal('One'))) as unknown as { view: { id: string } }
    await ana.modal().close()

    expect(await call(simulator, 'views.update', { view_id: view.id, view: modal('Two') })).toMatchObject({
      error: 'not_found',
    })
  })
})

const refusedByTheClient: [what: string, block: object, typed: string, error: string][] = [
  ['nothing in a required field', text('F'), '', 'Please complete this required field.'],
  ['too little', text('F', { min_length: 3 }), 'ab', 'Please enter at least 3 characters.'],
  ['too much', text('F', { max_length: 3 }), 'abcd', 'Please keep this to 3 characters or fewer.'],
  ['no e-mail address', field('F', { type: 'email_text_input' }), 'ana@example', 'Please enter a valid email address.'],
  ['no URL', field('F', { type: 'url_text_input' }), 'example', 'Please enter a valid URL.'],
  ['no number', field('F', { type: 'number_input', is_decimal_allowed: true }), 'many', 'Please enter a valid number.'],
  [
    'a fraction of a whole number',
    field('F', { type: 'number_input', is_decimal_allowed: false }),
    '1.5',
    'Please enter a whole number.',
  ],
  [
    'less than the least',
    field('F', { type: 'number_input', is_decimal_allowed: false, min_value: '2' }),
    '1',
    'Please enter a number of at least 2.',
  ],
  [
    'more than the most',
    field('F', { type: 'number_input', is_decimal_allowed: false, max_value: '2' }),
    '3',
    'Please enter a number of at most 2.',
  ],
]

describe('a submission', () => {
  it.each(refusedByTheClient)('with %s never reaches the app', async (_what, block, typed, error) => {
    await open(modal('One', [block]))
    await ana.modal().fill('F', typed)

    expect(await ana.modal().submit()).toEqual({ ok: false, notice: error })
    expect(ana.modal().errors()).toEqual({ F: error })
    expect(app.envelopes.filter((e) => e.payload.type === 'view_submission')).toEqual([])
  })

  it('carries every element in its own shape', async () => {
    const options = [option('A'), option('B')]
    await open(
      modal('One', [
        text('Words'),
        text('Nothing', {}, { optional: true }),
        field('Mail', { type: 'email_text_input' }),
        field('Menu', { type: 'static_select', options }),
        field('Menus', { type: 'multi_static_select', options }),
        field('Boxes', { type: 'checkboxes', options, initial_options: [option('B')] }),
        field('Radio', { type: 'radio_buttons', options }),
        field('Who', { type: 'users_select' }),
        field('Where', { type: 'multi_channels_select' }),
        field('Day', { type: 'datepicker', initial_date: '2026-03-01' }),
        field('File', { type: 'file_input', filetypes: ['pdf'] }),
      ]),
    )
    const form = ana.modal()
    await form.fill('Words', 'hello')
    await form.fill('Mail', 'ana@example.com')
    await form.choose('Menu', 'A')
    await form.choose('Menus', ['A', 'B'])
    await form.choose('Radio', 'B')
    await form.choose('Who', 'Tom Okoro')
    await form.choose('Where', ['#random'])
    await form.attach('File', { name: 'cv.pdf', mimetype: 'application/pdf', content: Buffer.from('%PDF') })

    expect(await form.submit()).toEqual({ ok: true })
    const state = (await submission()).payload.view?.state as Submitted | undefined
    const values = state?.values ?? {}
    const said = Object.fromEntries(Object.entries(values).map(([block, actions]) => [block, actions[block]]))
    expect(said).toMatchObject({
      Words: { type: 'plain_text_input', value: 'hello' },
      Nothing: { type: 'plain_text_input', value: null },
      Mail: { type: 'email_text_input', value: 'ana@example.com' },
      Menu: { type: 'static_select', selected_option: option('A') },
      Menus: { selected_options: [option('A'), option('B')] },
      Boxes: { selected_options: [option('B')] },
      Radio: { selected_option: option('B') },
      Who: { type: 'users_select', selected_user: TOM },
      Where: { selected_channels: ['C0RANDOM'] },
      Day: { selected_date: '2026-03-01' },
      File: { type: 'file_input', files: [{ name: 'cv.pdf', mimetype: 'application/pdf', size: 4 }] },
    })
    const files = said.File?.files as { url_private: string }[] | undefined
    const download = await fetch(files?.[0]?.url_private ?? '', {
      headers: { authorization: `Bearer ${simulator.botToken}` },
    })
    expect(await download.text()).toBe('%PDF')
  })

  it('closes, stays with errors, changes, pushes or clears, as the app answers', async () => {
    const answers: object[] = [
      { response_action: 'errors', errors: { Name: 'Not this one' } },
      { response_action: 'update', view: modal('Two') },
      { response_action: 'push', view: modal('Three') },
      { response_action: 'clear' },
    ]
    answer = (e) => (e.payload.type === 'view_submission' ? answers.shift() : undefined)
    await open(modal('One'))
    const submit = async () => {
      await ana.modal().fill('Name', 'Ana')
      return ana.modal().submit()
    }

    expect(await submit()).toEqual({ ok: true })
    expect(ana.modal().errors()).toEqual({ Name: 'Not this one' })
    await submit()
    expect([ana.modal().title, ana.modal().errors()]).toEqual(['Two', {}])
    await submit()
    expect(ana.see().modals).toHaveLength(2)
    await submit()
    expect(ana.see().modals).toEqual([])
    await open(modal('One'))
    await submit()
    expect(ana.see().modals).toEqual([])
  })

  it('whose answer makes no sense leaves the modal open and says so', async () => {
    answer = (e) =>
      e.payload.type === 'view_submission' ? { response_action: 'errors', errors: { elsewhere: 'x' } } : undefined
    await open(modal('One'))
    await ana.modal().fill('Name', 'Ana')

    expect(await ana.modal().submit()).toEqual({ ok: false, notice: 'We had some trouble connecting. Try again?' })
    expect(ana.modal().fields().Name?.value).toBe('Ana')
    expect(simulator.lines.join()).toContain('"elsewhere" is no input block of this view')
  })

  it('that nobody acknowledges within three seconds leaves the modal and its words', async () => {
    answer = (e) => (e.payload.type === 'view_submission' ? SILENCE : undefined)
    await open(modal('One'))
    await ana.modal().fill('Name', 'Ana')
    const submitted = ana.modal().submit()
    await submission()
    await clock.advance(3000)

    expect(await submitted).toMatchObject({ ok: false })
    expect(ana.modal().fields().Name?.value).toBe('Ana')
  })

  it('whose modal was closed meanwhile changes nothing any more', async () => {
    let answerNow = (_answer: unknown) => {}
    answer = (e) =>
      e.payload.type === 'view_submission'
        ? new Promise((done) => {
            answerNow = done
          })
        : undefined
    await open(modal('One', [button('More')]))
    await ana.press(ana.modal(), 'More')
    await call(simulator, 'views.push', { trigger_id: app.envelopes.at(-1)?.payload.trigger_id, view: modal('Two') })
    await ana.modal().fill('Name', 'Ana')
    const submitted = ana.modal().submit()
    await submission()
    await ana.modal().close()
    answerNow({ response_action: 'errors', errors: { Name: 'Not this one' } })

    expect(await submitted).toEqual({ ok: true })
    expect([ana.modal().title, ana.modal().errors()]).toEqual(['One', {}])
  })

  it('of an option that the menu does not offer is no act of a person', async () => {
    await open(modal('One', [field('Menu', { type: 'static_select', options: [option('A')] })]))
    const { id } = ana.modal().view
    const state = { Menu: { Menu: { type: 'static_select', selected_option: option('Z') } } }

    expect(await ana.act({ kind: 'submit', viewId: id, state })).toEqual({
      ok: false,
      notice: '"Menu" does not offer "z".',
    })
  })
})

describe('a choice', () => {
  it('of more than the menu takes is no act of a person', async () => {
    const options = [option('A'), option('B')]
    await open(modal('One', [field('Menu', { type: 'multi_static_select', options, max_selected_items: 1 })]))
    await ana.modal().choose('Menu', ['A', 'B'])

    expect(await ana.modal().submit()).toEqual({ ok: false, notice: '"Menu" takes 1 at most.' })
  })

  it('of a conversation is among those that the person sees, of a channel among the public ones', async () => {
    const menus = (type: string) => field(type, { type })
    await open(modal('One', [menus('conversations_select'), menus('channels_select')]))
    await ana.modal().choose('conversations_select', 'leadership')
    await expect(ana.modal().choose('channels_select', 'leadership')).rejects.toThrow(
      'does not offer "leadership"; it offers: recruiting, random, old',
    )
    await call(simulator, 'views.update', {
      view_id: ana.modal().view.id,
      view: modal('One', [
        field('private', { type: 'conversations_select', filter: { include: ['private'] } }),
        menus('channels_select'),
      ]),
    })
    await expect(ana.modal().choose('private', 'random')).rejects.toThrow('it offers: leadership')
    await ana.modal().choose('private', 'leadership')
    const state = { channels_select: { channels_select: { type: 'channels_select', selected_channel: 'C0SECRET' } } }

    expect(await ana.act({ kind: 'submit', viewId: ana.modal().view.id, state })).toMatchObject({ ok: false })
    await ana.modal().choose('channels_select', '#random')
    expect(await ana.modal().submit()).toEqual({ ok: true })
  })
})

describe('what a picker cannot yield', () => {
  it.each([
    ['datepicker', 'selected_date', 'tomorrow'],
    ['timepicker', 'selected_time', 'noon'],
    ['datetimepicker', 'selected_date_time', 'noon'],
    ['plain_text_input', 'value', 7],
  ])('is no act of a person: a %s with %s %s', async (type, key, value) => {
    await open(modal('One', [field('F', { type })]))
    const state = { F: { F: { type, [key]: value } } }

    expect(await ana.act({ kind: 'submit', viewId: ana.modal().view.id, state })).toEqual({
      ok: false,
      notice: `"F" cannot hold ${JSON.stringify(value)}.`,
    })
  })
})

describe('an external select', () => {
  it('asks the app from the third letter on', async () => {
    answer = (e) =>
      e.payload.type === 'block_suggestion' ? { options: [option('Ana Lima'), option('Ana Souza')] } : undefined
    await open(modal('One', [field('Person', { type: 'external_select' })]))
    const { id } = ana.modal().view
    const ask = (query: string) => ana.suggest({ on: { viewId: id }, blockId: 'Person', actionId: 'Person', query })

    expect(await ask('An')).toEqual({ options: [] })
    expect(await ask('Ana')).toEqual({ options: [option('Ana Lima'), option('Ana Souza')] })
    await ana.modal().choose('Person', 'Ana Souza')
    await ana.modal().submit()
    expect((await submission()).payload.view?.state).toMatchObject({
      values: { Person: { Person: { selected_option: { value: 'ana souza' } } } },
    })
  })
})

describe('the Home tab', () => {
  const home = (label: string) => ({ type: 'home', blocks: [button(label)] })

  it('is published for one person and answers presses', async () => {
    expect(await call(simulator, 'views.publish', { user_id: ANA, view: home('Add') })).toMatchObject({ ok: true })
    await ana.press(ana.home(), 'Add')
    const { payload } = await app.received((e) => e.payload.type === 'block_actions')

    expect(payload).toMatchObject({
      container: { type: 'view', view_id: ana.home().view.id },
      actions: [{ type: 'button', action_id: 'Add', block_id: 'buttons', value: 'v' }],
      user: { id: ANA },
    })
    expect(payload).not.toHaveProperty('response_url')
    expect(() => simulator.as(TOM).home()).toThrow('the app has published no Home for U00TOM')
    await ana.openHome()
    expect((await app.received(isEvent('app_home_opened'))).payload.event).toMatchObject({ view: { type: 'home' } })
  })

  it('refuses an old hash, a modal and nobody', async () => {
    const first = (await call(simulator, 'views.publish', { user_id: ANA, view: home('One') })) as unknown as {
      view: { hash: string }
    }
    await clock.advance(1000)
    await call(simulator, 'views.publish', { user_id: ANA, view: home('Two') })

    expect(
      await call(simulator, 'views.publish', { user_id: ANA, hash: first.view.hash, view: home('Three') }),
    ).toMatchObject({ error: 'hash_conflict' })
    expect(await call(simulator, 'views.publish', { user_id: ANA, view: modal('x') })).toMatchObject({
      error: 'invalid_arguments',
    })
    expect(await call(simulator, 'views.publish', { user_id: 'U0NOBODY', view: home('x') })).toMatchObject({
      error: 'user_not_found',
    })
  })
})
