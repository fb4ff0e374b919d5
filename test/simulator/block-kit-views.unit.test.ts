import { describe, expect, it } from 'vitest'
import { checkOptions } from '../../simulator/block-kit/check.ts'
import {
  actions,
  button,
  card,
  container,
  home,
  image,
  inMessage,
  input,
  inView,
  modal,
  mrkdwn,
  option,
  plain,
  plot,
  refusal,
  rows,
  section,
  select,
  times,
  x,
} from './blocks.ts'

const viewLimits: [rule: string, allowed: object, refused: object, message: string][] = [
  [
    '100 blocks',
    modal(times(100, () => section())),
    modal(times(101, () => section())),
    'no more than 100 items allowed [json-pointer:/view/blocks]',
  ],
  [
    '24 characters of title',
    modal([], { title: plain(x(24)) }),
    modal([], { title: plain(x(25)) }),
    'must be less than 25 characters [json-pointer:/view/title/text]',
  ],
  [
    '24 characters on submit',
    modal([], { submit: plain(x(24)) }),
    modal([], { submit: plain(x(25)) }),
    'must be less than 25 characters [json-pointer:/view/submit/text]',
  ],
  [
    '24 characters on close',
    modal([], { close: plain(x(24)) }),
    modal([], { close: plain(x(25)) }),
    'must be less than 25 characters [json-pointer:/view/close/text]',
  ],
  [
    'a plain title',
    modal([]),
    modal([], { title: mrkdwn('a') }),
    'unsupported type: mrkdwn [json-pointer:/view/title/type]',
  ],
  [
    '3000 characters of metadata',
    modal([], { private_metadata: x(3000) }),
    modal([], { private_metadata: x(3001) }),
    'must be less than 3001 characters [json-pointer:/view/private_metadata]',
  ],
  [
    '255 characters of callback_id',
    modal([], { callback_id: x(255) }),
    modal([], { callback_id: x(256) }),
    'must be less than 256 characters [json-pointer:/view/callback_id]',
  ],
  [
    '255 characters of external_id',
    modal([], { external_id: x(255) }),
    modal([], { external_id: x(256) }),
    'must be less than 256 characters [json-pointer:/view/external_id]',
  ],
  [
    'submit where there is an input',
    modal([section(), input()]),
    { ...modal([section(), input()]), submit: undefined },
    'must define `submit` to use an `input` block in modals [json-pointer:/view/blocks/1/input]',
  ],
  [
    'no properties that only Slack sets',
    modal([]),
    modal([], { hash: '1.2' }),
    'invalid additional property: hash [json-pointer:/view]',
  ],
  [
    '2000 characters of label',
    modal([input(undefined, { label: plain(x(2000)) })]),
    modal([input(undefined, { label: plain(x(2001)) })]),
    'must be less than 2001 characters [json-pointer:/view/blocks/0/label/text]',
  ],
  [
    '2000 characters of hint',
    modal([input(undefined, { hint: plain(x(2000)) })]),
    modal([input(undefined, { hint: plain(x(2001)) })]),
    'must be less than 2001 characters [json-pointer:/view/blocks/0/hint/text]',
  ],
  [
    'a max_length of 3000',
    modal([input({ type: 'plain_text_input', max_length: 3000 })]),
    modal([input({ type: 'plain_text_input', max_length: 3001 })]),
    'must be less than 3001 [json-pointer:/view/blocks/0/element/max_length]',
  ],
  [
    '3000 characters to begin with',
    modal([input({ type: 'plain_text_input', initial_value: x(3000) })]),
    modal([input({ type: 'plain_text_input', initial_value: x(3001) })]),
    'must be less than 3001 characters [json-pointer:/view/blocks/0/element/initial_value]',
  ],
  [
    '200 characters of alert',
    modal([{ type: 'alert', text: plain(x(200)) }]),
    modal([{ type: 'alert', text: plain(x(201)) }]),
    'must be less than 201 characters [json-pointer:/view/blocks/0/text/text]',
  ],
  [
    'one element with the focus',
    modal([input({ type: 'plain_text_input', focus_on_load: true })]),
    modal(times(2, () => input({ type: 'plain_text_input', focus_on_load: true }))),
    'only one element may have `focus_on_load` [json-pointer:/view]',
  ],
  [
    'no button as an input',
    modal([input(select())]),
    modal([input(button())]),
    'unsupported type: button [json-pointer:/view/blocks/0/element/type]',
  ],
]

describe('a view', () => {
  it.each(viewLimits)('keeps to %s', (_rule, allowed, refused, message) => {
    expect(inView(allowed)).toBeUndefined()
    const answer = inView(refused)
    expect(answer?.code).toBe('invalid_arguments')
    expect(answer?.messages[0]).toBe('failed to match all allowed schemas [json-pointer:/view]')
    expect(answer?.messages).toContain(message)
  })

  it('weighs at most 250 KB', () => {
    const heavy = (characters: number) => modal(times(90, () => section(x(characters))))
    expect(inView(heavy(2700))).toBeUndefined()
    expect(inView(heavy(3000))?.code).toBe('view_too_large')
  })
})

const surfaces: [block: string, block: object, where: ('message' | 'home' | 'modal')[]][] = [
  ['alert', { type: 'alert', text: mrkdwn('a') }, ['modal']],
  ['card', card(), ['message', 'home']],
  ['carousel', { type: 'carousel', elements: [card()] }, ['message', 'home']],
  ['container', container([section()]), ['message']],
  [
    'context_actions',
    { type: 'context_actions', elements: [{ type: 'icon_button', icon: 'trash', text: plain('a') }] },
    ['message'],
  ],
  ['data_visualization', plot(1), ['message']],
  ['data_table', { type: 'data_table', caption: 'c', rows: rows(2, 1) }, ['message']],
  ['markdown', { type: 'markdown', text: 'a' }, ['message']],
  ['table', { type: 'table', rows: rows(1, 1) }, ['message']],
  ['task_card', { type: 'task_card', task_id: 'a', title: 'a', status: 'pending' }, ['message']],
  ['plan', { type: 'plan', title: 'a' }, ['message']],
  ['actions', actions(button()), ['message', 'home', 'modal']],
  ['context', { type: 'context', elements: [mrkdwn('a')] }, ['message', 'home', 'modal']],
  ['divider', { type: 'divider' }, ['message', 'home', 'modal']],
  ['header', { type: 'header', text: plain('a') }, ['message', 'home', 'modal']],
  ['image', image, ['message', 'home', 'modal']],
  ['input', input(), ['message', 'home', 'modal']],
  ['an e-mail input', input({ type: 'email_text_input' }), ['modal']],
  ['a number input', input({ type: 'number_input', is_decimal_allowed: false }), ['modal']],
  ['a URL input', input({ type: 'url_text_input' }), ['modal']],
  ['a file input', input({ type: 'file_input' }), ['modal']],
]

describe('surfaces', () => {
  it.each(surfaces)('%s stands only where Slack shows it', (_name, block, where) => {
    const answers = { message: inMessage(block), home: inView(home([block])), modal: inView(modal([block])) }
    const accepted = Object.entries(answers).flatMap(([surface, answer]) => (answer === undefined ? [surface] : []))
    expect(accepted.toSorted()).toEqual(where.toSorted())
  })
})

describe('the options of an external select', () => {
  it('are a hundred at most, and either flat or in groups', () => {
    expect(refusal(() => checkOptions({ options: times(100, (i) => option(i)) }))).toBeUndefined()
    expect(refusal(() => checkOptions({ options: [] }))).toBeUndefined()
    expect(refusal(() => checkOptions({ options: times(101, (i) => option(i)) }))?.code).toBe('invalid_options')
    expect(refusal(() => checkOptions({}))?.code).toBe('invalid_options')
  })
})
