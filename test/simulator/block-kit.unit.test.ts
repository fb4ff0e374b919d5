import { describe, expect, it } from 'vitest'
import { checkMessageBlocks, checkOptions, checkView } from '../../simulator/block-kit/check.ts'
import { SlackError } from '../../simulator/slack-error.ts'

const x = (length: number) => 'x'.repeat(length)
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))
const plain = (text: string) => ({ type: 'plain_text', text })
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text })
const section = (text = 'hello') => ({ type: 'section', text: mrkdwn(text) })
const button = (more: object = {}) => ({ type: 'button', text: plain('Go'), ...more })
const actions = (...elements: object[]) => ({ type: 'actions', elements })
const option = (index: number, more: object = {}) => ({ text: plain(`Option ${index}`), value: String(index), ...more })
const select = (more: object = {}) => ({ type: 'static_select', options: [option(1)], ...more })
const input = (element: object = { type: 'plain_text_input' }, more: object = {}) => ({
  type: 'input',
  label: plain('Label'),
  element,
  ...more,
})
const modal = (blocks: object[], more: object = {}) => ({
  type: 'modal',
  title: plain('Title'),
  submit: plain('Go'),
  blocks,
  ...more,
})
const home = (blocks: object[]) => ({ type: 'home', blocks })
const cell = (text: string) => ({ type: 'raw_text', text })
const rows = (down: number, across: number, text = 'a') => times(down, () => times(across, () => cell(text)))
const image = { type: 'image', image_url: 'https://example.com/a.png', alt_text: 'A picture' }
const card = (more: object = {}) => ({ type: 'card', title: mrkdwn('Title'), ...more })
const container = (children: object[], more: object = {}) => ({
  type: 'container',
  title: plain('Title'),
  child_blocks: children,
  ...more,
})
const plot = (series: number, categories = 2) => {
  const labels = times(categories, String)
  return {
    type: 'data_visualization',
    title: 'Chart',
    chart: {
      type: 'bar',
      series: times(series, (s) => ({ name: `s${s}`, data: labels.map((label) => ({ label, value: 1 })) })),
      axis_config: { categories: labels },
    },
  }
}

function refusal(check: () => void): { code: string; messages: readonly string[] } | undefined {
  try {
    check()
    return undefined
  } catch (error) {
    if (error instanceof SlackError) return { code: error.code, messages: error.messages }
    throw error
  }
}
const inMessage = (...blocks: object[]) => refusal(() => checkMessageBlocks(blocks))
const inView = (view: object) => refusal(() => checkView(view as Record<string, unknown>))

/** The rule, what is just allowed, what is just too much, and what Slack says of it. */
type Limit = [rule: string, allowed: object[], refused: object[], message: string]

const limits: Limit[] = [
  [
    '50 blocks',
    times(50, () => section()),
    times(51, () => section()),
    'no more than 50 items allowed [json-pointer:/blocks]',
  ],
  [
    '3000 characters of text',
    [section(x(3000))],
    [section(x(3001))],
    'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
  ],
  [
    'one character of text',
    [section('x')],
    [section('')],
    'must be more than 0 characters [json-pointer:/blocks/0/text/text]',
  ],
  [
    '10 fields',
    [{ type: 'section', fields: times(10, () => mrkdwn('a')) }],
    [{ type: 'section', fields: times(11, () => mrkdwn('a')) }],
    'no more than 10 items allowed [json-pointer:/blocks/0/fields]',
  ],
  [
    '2000 characters in a field',
    [{ type: 'section', fields: [mrkdwn(x(2000))] }],
    [{ type: 'section', fields: [mrkdwn(x(2001))] }],
    'must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]',
  ],
  [
    'text or fields',
    [section()],
    [{ type: 'section' }],
    'must define either `text` or `fields` [json-pointer:/blocks/0]',
  ],
  [
    '150 characters of header',
    [{ type: 'header', text: plain(x(150)) }],
    [{ type: 'header', text: plain(x(151)) }],
    'must be less than 151 characters [json-pointer:/blocks/0/text/text]',
  ],
  [
    'plain text in a header',
    [{ type: 'header', text: plain('a') }],
    [{ type: 'header', text: mrkdwn('a') }],
    'unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]',
  ],
  [
    '25 elements of actions',
    [actions(...times(25, () => button()))],
    [actions(...times(26, () => button()))],
    'no more than 25 items allowed [json-pointer:/blocks/0/elements]',
  ],
  [
    'one element of actions',
    [actions(button())],
    [actions()],
    'no fewer than 1 items allowed [json-pointer:/blocks/0/elements]',
  ],
  [
    '10 elements of context',
    [{ type: 'context', elements: times(10, () => mrkdwn('a')) }],
    [{ type: 'context', elements: times(11, () => mrkdwn('a')) }],
    'no more than 10 items allowed [json-pointer:/blocks/0/elements]',
  ],
  [
    '75 characters on a button',
    [actions(button({ text: plain(x(75)) }))],
    [actions(button({ text: plain(x(76)) }))],
    'must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]',
  ],
  [
    '2000 characters of button value',
    [actions(button({ value: x(2000) }))],
    [actions(button({ value: x(2001) }))],
    'must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]',
  ],
  [
    '3000 characters of button url',
    [actions(button({ url: x(3000) }))],
    [actions(button({ url: x(3001) }))],
    'must be less than 3001 characters [json-pointer:/blocks/0/elements/0/url]',
  ],
  [
    'the two styles of a button',
    [actions(button({ style: 'danger' }))],
    [actions(button({ style: 'default' }))],
    'must be one of: primary, danger [json-pointer:/blocks/0/elements/0/style]',
  ],
  [
    '255 characters of action_id',
    [actions(button({ action_id: x(255) }))],
    [actions(button({ action_id: x(256) }))],
    'must be less than 256 characters [json-pointer:/blocks/0/elements/0/action_id]',
  ],
  [
    '255 characters of block_id',
    [{ ...section(), block_id: x(255) }],
    [{ ...section(), block_id: x(256) }],
    'must be less than 256 characters [json-pointer:/blocks/0/block_id]',
  ],
  [
    'block_id once',
    [{ ...section(), block_id: 'a' }, section()],
    [
      { ...section(), block_id: 'a' },
      { ...section(), block_id: 'a' },
    ],
    'block_id must be unique: a [json-pointer:/blocks/1/block_id]',
  ],
  [
    'action_id once a block',
    [actions(button({ action_id: 'a' })), actions(button({ action_id: 'a' }))],
    [actions(button({ action_id: 'a' }), button({ action_id: 'a' }))],
    'action_id must be unique: a [json-pointer:/blocks/0]',
  ],
  [
    '100 options',
    [actions(select({ options: times(100, (i) => option(i)) }))],
    [actions(select({ options: times(101, (i) => option(i)) }))],
    'no more than 100 items allowed [json-pointer:/blocks/0/elements/0/options]',
  ],
  [
    '100 option groups',
    [
      actions({
        type: 'static_select',
        option_groups: times(100, () => ({ label: plain('g'), options: [option(1)] })),
      }),
    ],
    [
      actions({
        type: 'static_select',
        option_groups: times(101, () => ({ label: plain('g'), options: [option(1)] })),
      }),
    ],
    'no more than 100 items allowed [json-pointer:/blocks/0/elements/0/option_groups]',
  ],
  [
    '75 characters in an option',
    [actions(select({ options: [option(1, { text: plain(x(75)) })] }))],
    [actions(select({ options: [option(1, { text: plain(x(76)) })] }))],
    'must be less than 76 characters [json-pointer:/blocks/0/elements/0/options/0/text/text]',
  ],
  [
    '75 characters of option value',
    [actions(select({ options: [option(1, { value: x(75) })] }))],
    [actions(select({ options: [option(1, { value: x(76) })] }))],
    'must be less than 76 characters [json-pointer:/blocks/0/elements/0/options/0/value]',
  ],
  [
    '75 characters of option description',
    [actions(select({ options: [option(1, { description: plain(x(75)) })] }))],
    [actions(select({ options: [option(1, { description: plain(x(76)) })] }))],
    'must be less than 76 characters [json-pointer:/blocks/0/elements/0/options/0/description/text]',
  ],
  [
    'an initial option that is offered',
    [actions(select({ initial_option: option(1) }))],
    [actions(select({ initial_option: option(2) }))],
    '`initial_option` must match one of the options [json-pointer:/blocks/0/elements/0]',
  ],
  [
    '150 characters of placeholder',
    [actions(select({ placeholder: plain(x(150)) }))],
    [actions(select({ placeholder: plain(x(151)) }))],
    'must be less than 151 characters [json-pointer:/blocks/0/elements/0/placeholder/text]',
  ],
  [
    '5 overflow options',
    [actions({ type: 'overflow', options: times(5, (i) => option(i)) })],
    [actions({ type: 'overflow', options: times(6, (i) => option(i)) })],
    'no more than 5 items allowed [json-pointer:/blocks/0/elements/0/options]',
  ],
  [
    '10 checkboxes',
    [actions({ type: 'checkboxes', options: times(10, (i) => option(i)) })],
    [actions({ type: 'checkboxes', options: times(11, (i) => option(i)) })],
    'no more than 10 items allowed [json-pointer:/blocks/0/elements/0/options]',
  ],
  [
    '10 radio buttons',
    [actions({ type: 'radio_buttons', options: times(10, (i) => option(i)) })],
    [actions({ type: 'radio_buttons', options: times(11, (i) => option(i)) })],
    'no more than 10 items allowed [json-pointer:/blocks/0/elements/0/options]',
  ],
  [
    '100 characters of confirm title',
    [actions(button({ confirm: { title: plain(x(100)), text: plain('a') } }))],
    [actions(button({ confirm: { title: plain(x(101)), text: plain('a') } }))],
    'must be less than 101 characters [json-pointer:/blocks/0/elements/0/confirm/title/text]',
  ],
  [
    '300 characters of confirm text',
    [actions(button({ confirm: { text: plain(x(300)) } }))],
    [actions(button({ confirm: { text: plain(x(301)) } }))],
    'must be less than 301 characters [json-pointer:/blocks/0/elements/0/confirm/text/text]',
  ],
  [
    '30 characters of confirm button',
    [actions(button({ confirm: { text: plain('a'), confirm: plain(x(30)) } }))],
    [actions(button({ confirm: { text: plain('a'), confirm: plain(x(31)) } }))],
    'must be less than 31 characters [json-pointer:/blocks/0/elements/0/confirm/confirm/text]',
  ],
  [
    '30 characters of deny button',
    [actions(button({ confirm: { text: plain('a'), deny: plain(x(30)) } }))],
    [actions(button({ confirm: { text: plain('a'), deny: plain(x(31)) } }))],
    'must be less than 31 characters [json-pointer:/blocks/0/elements/0/confirm/deny/text]',
  ],
  [
    '2000 characters of alt text',
    [{ ...image, alt_text: x(2000) }],
    [{ ...image, alt_text: x(2001) }],
    'must be less than 2001 characters [json-pointer:/blocks/0/alt_text]',
  ],
  [
    'alt text at all',
    [image],
    [{ type: 'image', image_url: 'https://example.com/a.png' }],
    'missing required field: alt_text [json-pointer:/blocks/0]',
  ],
  [
    'one source of an image',
    [image],
    [{ type: 'image', alt_text: 'a' }],
    'missing required field: image_url [json-pointer:/blocks/0]',
  ],
  [
    'a date as YYYY-MM-DD',
    [actions({ type: 'datepicker', initial_date: '2026-02-28' })],
    [actions({ type: 'datepicker', initial_date: '28/02/2026' })],
    'must be in the format YYYY-MM-DD [json-pointer:/blocks/0/elements/0/initial_date]',
  ],
  [
    'a time as HH:mm',
    [actions({ type: 'timepicker', initial_time: '23:59' })],
    [actions({ type: 'timepicker', initial_time: '24:00' })],
    'must be in the format HH:mm [json-pointer:/blocks/0/elements/0/initial_time]',
  ],
  [
    '12,000 characters of markdown',
    [{ type: 'markdown', text: x(12_000) }],
    [{ type: 'markdown', text: x(12_001) }],
    'must be less than 12001 characters [json-pointer:/blocks/0/text]',
  ],
  [
    '12,000 characters in all markdown',
    [
      { type: 'markdown', text: x(6000) },
      { type: 'markdown', text: x(6000) },
    ],
    [
      { type: 'markdown', text: x(6000) },
      { type: 'markdown', text: x(6001) },
    ],
    'must be less than 12001 characters in all markdown blocks [json-pointer:/blocks]',
  ],
  [
    '100 rows of a table',
    [{ type: 'table', rows: rows(100, 1) }],
    [{ type: 'table', rows: rows(101, 1) }],
    'no more than 100 items allowed [json-pointer:/blocks/0/rows]',
  ],
  [
    '20 columns of a table',
    [{ type: 'table', rows: rows(1, 20) }],
    [{ type: 'table', rows: rows(1, 21) }],
    'no more than 20 items allowed [json-pointer:/blocks/0/rows/0]',
  ],
  [
    '10,000 characters in a table',
    [{ type: 'table', rows: rows(10, 1, x(1000)) }],
    [{ type: 'table', rows: [...rows(10, 1, x(1000)), [cell('a')]] }],
    'no more than 10000 characters allowed in all cells [json-pointer:/blocks/0]',
  ],
  [
    'one table',
    [{ type: 'table', rows: rows(1, 1) }],
    times(2, () => ({ type: 'table', rows: rows(1, 1) })),
    'no more than 1 table block allowed [json-pointer:/blocks]',
  ],
  [
    '201 rows of a data table',
    [{ type: 'data_table', caption: 'c', rows: rows(201, 1) }],
    [{ type: 'data_table', caption: 'c', rows: rows(202, 1) }],
    'no more than 201 items allowed [json-pointer:/blocks/0/rows]',
  ],
  [
    'a row under the header',
    [{ type: 'data_table', caption: 'c', rows: rows(2, 1) }],
    [{ type: 'data_table', caption: 'c', rows: rows(1, 1) }],
    'no fewer than 2 items allowed [json-pointer:/blocks/0/rows]',
  ],
  [
    '20,000 characters in a data table',
    [{ type: 'data_table', caption: 'c', rows: rows(20, 1, x(1000)) }],
    [{ type: 'data_table', caption: 'c', rows: [...rows(20, 1, x(1000)), [cell('a')]] }],
    'no more than 20000 characters allowed in all cells [json-pointer:/blocks/0]',
  ],
  [
    'rows of one length',
    [{ type: 'data_table', caption: 'c', rows: rows(2, 2) }],
    [{ type: 'data_table', caption: 'c', rows: [...rows(1, 2), ...rows(1, 1)] }],
    'all rows must have the same number of cells [json-pointer:/blocks/0]',
  ],
  [
    'one data table',
    [{ type: 'data_table', caption: 'c', rows: rows(2, 1) }],
    times(2, () => ({ type: 'data_table', caption: 'c', rows: rows(2, 1) })),
    'no more than 1 data_table block allowed [json-pointer:/blocks]',
  ],
  [
    '100 rows a page',
    [{ type: 'data_table', caption: 'c', rows: rows(2, 1), page_size: 100 }],
    [{ type: 'data_table', caption: 'c', rows: rows(2, 1), page_size: 101 }],
    'must be less than 101 [json-pointer:/blocks/0/page_size]',
  ],
  [
    '150 characters of card title',
    [card({ title: mrkdwn(x(150)) })],
    [card({ title: mrkdwn(x(151)) })],
    'must be less than 151 characters [json-pointer:/blocks/0/title/text]',
  ],
  [
    '200 characters of card body',
    [card({ body: mrkdwn(x(200)) })],
    [card({ body: mrkdwn(x(201)) })],
    'must be less than 201 characters [json-pointer:/blocks/0/body/text]',
  ],
  [
    '3 card actions',
    [card({ actions: times(3, () => button()) })],
    [card({ actions: times(4, () => button()) })],
    'no more than 3 items allowed [json-pointer:/blocks/0/actions]',
  ],
  [
    'something on a card',
    [card()],
    [{ type: 'card', subtitle: mrkdwn('a') }],
    'must define at least one of `hero_image`, `title`, `actions` or `body` [json-pointer:/blocks/0]',
  ],
  [
    '10 cards',
    [{ type: 'carousel', elements: times(10, () => card()) }],
    [{ type: 'carousel', elements: times(11, () => card()) }],
    'no more than 10 items allowed [json-pointer:/blocks/0/elements]',
  ],
  [
    '10 blocks in a container',
    [container(times(10, () => section()))],
    [container(times(11, () => section()))],
    'no more than 10 items allowed [json-pointer:/blocks/0/child_blocks]',
  ],
  [
    '5 context actions',
    [{ type: 'context_actions', elements: times(5, () => ({ type: 'icon_button', icon: 'trash', text: plain('a') })) }],
    [{ type: 'context_actions', elements: times(6, () => ({ type: 'icon_button', icon: 'trash', text: plain('a') })) }],
    'no more than 5 items allowed [json-pointer:/blocks/0/elements]',
  ],
  [
    '50 characters of chart title',
    [{ ...plot(1), title: x(50) }],
    [{ ...plot(1), title: x(51) }],
    'must be less than 51 characters [json-pointer:/blocks/0/title]',
  ],
  ['6 series', [plot(6)], [plot(7)], 'no more than 6 items allowed [json-pointer:/blocks/0/chart/series]'],
  [
    '20 categories',
    [plot(1, 20)],
    [plot(1, 21)],
    'no more than 20 items allowed [json-pointer:/blocks/0/chart/axis_config/categories]',
  ],
  [
    '2 charts',
    [plot(1), plot(1)],
    [plot(1), plot(1), plot(1)],
    'no more than 2 data_visualization blocks allowed [json-pointer:/blocks]',
  ],
  [
    'known properties only',
    [section()],
    [{ ...section(), colour: 'red' }],
    'invalid additional property: colour [json-pointer:/blocks/0]',
  ],
  [
    'known properties in rich text',
    [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'a' }] }] }],
    [
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'a', size: 3 }] }],
      },
    ],
    'invalid additional property: size [json-pointer:/blocks/0/elements/0/elements/0]',
  ],
  [
    'no empty text in rich text',
    [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'a' }] }] }],
    [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: '' }] }] }],
    'must be more than 0 characters [json-pointer:/blocks/0/elements/0/elements/0/text]',
  ],
  [
    'known block types only',
    [section()],
    [{ type: 'sektion' }],
    'unsupported type: sektion [json-pointer:/blocks/0/type]',
  ],
  [
    'known elements only',
    [actions(button())],
    [actions({ type: 'knob' })],
    'unsupported type: knob [json-pointer:/blocks/0/elements/0/type]',
  ],
  [
    '200 characters of video title',
    [{ type: 'video', title: plain(x(200)), video_url: 'https://a', thumbnail_url: 'https://a', alt_text: 'a' }],
    [{ type: 'video', title: plain(x(201)), video_url: 'https://a', thumbnail_url: 'https://a', alt_text: 'a' }],
    'must be less than 201 characters [json-pointer:/blocks/0/title/text]',
  ],
]

describe('a message', () => {
  it.each(limits)('keeps to %s', (_rule, allowed, refused, message) => {
    expect(inMessage(...allowed)).toBeUndefined()
    const answer = inMessage(...refused)
    expect(answer?.code).toBe('invalid_blocks')
    expect(answer?.messages).toContain(message)
  })

  it('says first that no schema fits where a text may be of two kinds, as Slack does', () => {
    expect(inMessage(section(x(3001)))?.messages).toEqual([
      'failed to match all allowed schemas [json-pointer:/blocks/0/text]',
      'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
    ])
  })

  it('counts characters, so that an emoji is one', () => {
    expect(inMessage(section('😀'.repeat(3000)))).toBeUndefined()
    expect(inMessage(section('😀'.repeat(3001)))?.code).toBe('invalid_blocks')
  })

  it('is too long in all beyond 13,000 characters of blocks', () => {
    const blocks = times(4, () => section(x(3000)))
    expect(inMessage(...blocks, section(x(1000)))).toBeUndefined()
    expect(inMessage(...blocks, section(x(1001)))?.code).toBe('msg_blocks_too_long')
  })

  it('is refused whole when its blocks are no list', () => {
    expect(refusal(() => checkMessageBlocks({ type: 'section' }))?.code).toBe('invalid_blocks_format')
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

describe('the options of an external select', () => {
  it('are a hundred at most, and either flat or in groups', () => {
    expect(refusal(() => checkOptions({ options: times(100, (i) => option(i)) }))).toBeUndefined()
    expect(refusal(() => checkOptions({ options: [] }))).toBeUndefined()
    expect(refusal(() => checkOptions({ options: times(101, (i) => option(i)) }))?.code).toBe('invalid_options')
    expect(refusal(() => checkOptions({}))?.code).toBe('invalid_options')
  })
})
