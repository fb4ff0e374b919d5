import { actions, button, image, mrkdwn, option, plain, section, select, times, x } from './blocks.ts'

/** The rule, what is just allowed, what is just too much, and what Slack says of it. */
export type Limit = [rule: string, allowed: object[], refused: object[], message: string]

export const LIMITS: Limit[] = [
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
]
