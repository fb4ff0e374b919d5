import type { AnyBlock, ModalView } from '@slack/types'

const plain = (text: string) => ({ type: 'plain_text' as const, text })
const mrkdwn = (text: string) => ({ type: 'mrkdwn' as const, text })
const option = (text: string, value = text.toLowerCase(), description?: string) => ({
  text: plain(text),
  value,
  ...(description ? { description: plain(description) } : {}),
})
const rich = (text: string) => ({
  type: 'rich_text' as const,
  elements: [{ type: 'rich_text_section' as const, elements: [{ type: 'text' as const, text }] }],
})
/** A picture of two pixels, so that the gallery shows one that needs no request. */
const DOT =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAFElEQVR4nGNkYPhfz8DAwMDEAAUAGw4B/xl3vYYAAAAASUVORK5CYII='

/** Every block that the app may put into a message. */
export const galleryBlocks: AnyBlock[] = [
  { type: 'header', text: plain('Two people are worth a note today :wave:') },
  {
    type: 'section',
    text: mrkdwn(
      '*bold* _italic_ ~strike~ `code` <https://northwind.example|a link> <@U00TOM> <#C0RANDOM> <!subteam^S0RECRUIT> <!channel> <!date^1772442000^{date_num} {time}|fallback> :second_place_medal: :no_such_emoji:\n> quoted\n• first\n• second\n1. one\n2. two\n```const a = 1```',
    ),
  },
  {
    type: 'section',
    fields: [
      mrkdwn('*Stage*\nOnsite'),
      mrkdwn('*Tier*\nA'),
      mrkdwn('*Owner*\n<@U00ANA>'),
      mrkdwn('*Touched*\n43 days ago'),
    ],
  },
  {
    type: 'section',
    block_id: 'open',
    text: mrkdwn('*Ana Lima* · Senior SRE'),
    accessory: { type: 'button', action_id: 'open', text: plain('Open'), value: '1' },
  },
  {
    type: 'section',
    block_id: 'more',
    text: mrkdwn('*Bo Chen* · Platform engineer'),
    accessory: {
      type: 'overflow',
      action_id: 'more',
      options: [option('Log touch'), option('Reassign'), option('Archive')],
    },
  },
  { type: 'section', text: mrkdwn('With a picture'), accessory: { type: 'image', image_url: DOT, alt_text: 'A dot' } },
  { type: 'divider' },
  {
    type: 'actions',
    block_id: 'acts',
    elements: [
      { type: 'button', action_id: 'approve', text: plain('Approve & send'), style: 'primary', value: 'd1' },
      {
        type: 'button',
        action_id: 'reject',
        text: plain('Reject'),
        style: 'danger',
        value: 'd1',
        confirm: {
          title: plain('Reject this draft?'),
          text: mrkdwn('It goes for *good*.'),
          confirm: plain('Reject it'),
          deny: plain('Keep it'),
          style: 'danger',
        },
      },
      { type: 'button', action_id: 'link', text: plain('See the role'), url: 'https://northwind.example/role' },
      {
        type: 'static_select',
        action_id: 'snooze',
        placeholder: plain('Snooze'),
        options: [option('1 month'), option('3 months')],
      },
      { type: 'datepicker', action_id: 'when', initial_date: '2026-04-01' },
    ],
  },
  {
    type: 'context',
    elements: [{ type: 'image', image_url: DOT, alt_text: 'dot' }, mrkdwn('Why today: *43 days* without a word')],
  },
  {
    type: 'image',
    image_url: 'https://elsewhere.example/chart.png',
    alt_text: 'A chart from elsewhere',
    title: plain('Engagement'),
  },
  {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: 'Rich ', style: { bold: true } },
          { type: 'text', text: 'text', style: { italic: true } },
          { type: 'emoji', name: 'tada' },
          { type: 'user', user_id: 'U00TOM' },
          { type: 'link', url: 'https://northwind.example', text: ' site' },
        ],
      },
      {
        type: 'rich_text_list',
        style: 'bullet',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'a bullet' }] }],
      },
      {
        type: 'rich_text_list',
        style: 'ordered',
        indent: 1,
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'a number' }] }],
      },
      { type: 'rich_text_quote', elements: [{ type: 'text', text: 'a quote' }] },
      { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'preformatted' }] },
    ],
  },
  {
    type: 'markdown',
    text: '## Markdown heading\n\n**Strong** and *soft* with `code`.\n\n- one\n- two\n\n| A | B |\n|---|---|\n| 1 | 2 |',
  },
  {
    type: 'card',
    block_id: 'card',
    title: mrkdwn('*Card title*'),
    subtitle: mrkdwn('Subtitle'),
    body: mrkdwn('Body of the card'),
    actions: [{ type: 'button', action_id: 'card_act', text: plain('Draft'), value: 'c' }],
  },
  {
    type: 'carousel',
    elements: ['Ana', 'Bo', 'Cy'].map((name) => ({
      type: 'card' as const,
      block_id: `card-${name}`,
      title: mrkdwn(`Carousel ${name}`),
      body: mrkdwn('Runner-up in March'),
      actions: [{ type: 'button' as const, action_id: `open_${name}`, text: plain(`Open ${name}`), value: name }],
    })),
  },
  {
    type: 'video',
    video_url: 'https://video.example/embed/1',
    thumbnail_url: 'https://video.example/1.png',
    alt_text: 'A tour',
    title: plain('A short tour'),
    title_url: 'https://video.example/1',
  },
  {
    type: 'context_actions',
    block_id: 'feedback',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: 'fb',
        positive_button: { text: plain('Good draft'), value: 'up' },
        negative_button: { text: plain('Bad draft'), value: 'down' },
      },
      { type: 'icon_button', action_id: 'bin', icon: 'trash', text: plain('Throw away'), value: 'bin' },
    ],
  },
]

/** Slack takes one table a message, so these stand in messages of their own. */
export const tableBlocks: AnyBlock[] = [
  {
    type: 'table',
    column_settings: [{ align: 'left' }, { align: 'right' }],
    rows: [
      [
        { type: 'raw_text', text: 'Pool' },
        { type: 'raw_text', text: 'People' },
      ],
      [rich('SRE bench'), { type: 'raw_text', text: '12' }],
    ],
  },
]
export const dataTableBlocks: AnyBlock[] = [
  {
    type: 'data_table',
    caption: 'People per pool',
    page_size: 2,
    row_header_column_index: 0,
    rows: [
      [
        { type: 'raw_text', text: 'Pool' },
        { type: 'raw_text', text: 'Size' },
      ],
      ...[
        ['SRE bench', 12],
        ['Data', 3],
        ['Design', 40],
      ].map(([name, size]) => [
        { type: 'raw_text' as const, text: String(name) },
        { type: 'raw_number' as const, value: Number(size), text: String(size) },
      ]),
    ],
  },
]
const monthly = (name: string, ...values: number[]) => ({
  name,
  data: values.map((value, at) => ({ label: ['Jan', 'Feb', 'Mar'][at] ?? '', value })),
})
const axis_config = { categories: ['Jan', 'Feb', 'Mar'], x_label: 'Month' }
/** Slack takes two charts a message. */
export const chartBlocks: AnyBlock[][] = [
  [
    { type: 'bar', series: [monthly('Sent', 12, 30, 21), monthly('Replied', 4, 9, 11)], axis_config },
    {
      type: 'pie',
      segments: [
        { label: 'Referral', value: 3 },
        { label: 'Applied', value: 7 },
      ],
    },
  ],
  [
    { type: 'line', series: [monthly('Warm', 4, 8, 15)], axis_config },
    { type: 'area', series: [monthly('Pool', 100, 140, 180)], axis_config },
  ],
].map((charts) => charts.map((chart) => ({ type: 'data_visualization', title: `A ${chart.type} chart`, chart })))
/** What only a stranger would send; the workspace itself refuses it, so tests put it there by hand. */
export const strangeBlocks: AnyBlock[] = [
  { type: 'hologram', block_id: 'x' },
  { type: 'context', block_id: 'y' },
]

const label = plain
const input = (block_id: string, words: string, element: object, more: object = {}) =>
  ({
    type: 'input',
    block_id,
    label: label(words),
    element: { action_id: 'value', ...element },
    ...more,
  }) as unknown as AnyBlock

/** A modal with every element that takes something. */
export const everyElement: ModalView = {
  type: 'modal',
  callback_id: 'every',
  title: plain('Every element'),
  submit: plain('Save'),
  close: plain('Cancel'),
  blocks: [
    { type: 'alert', level: 'warning', text: mrkdwn('Health and family are not asked *here*.') },
    input(
      'name',
      'Full name',
      { type: 'plain_text_input', placeholder: plain('Ana Souza') },
      { hint: plain('As she writes it') },
    ),
    input(
      'notes',
      'What impressed you',
      { type: 'plain_text_input', multiline: true, max_length: 30 },
      { optional: true },
    ),
    input('email', 'Email', { type: 'email_text_input' }, { optional: true }),
    input('years', 'Years', { type: 'number_input', is_decimal_allowed: false, min_value: '0' }, { optional: true }),
    input('url', 'Profile link', { type: 'url_text_input' }, { optional: true }),
    input('date', 'Next touchpoint', { type: 'datepicker' }, { optional: true }),
    input('time', 'Time', { type: 'timepicker' }, { optional: true }),
    input('datetime', 'Send at', { type: 'datetimepicker', initial_date_time: 1772442000 }, { optional: true }),
    input(
      'reason',
      'Why they were not hired',
      {
        type: 'static_select',
        placeholder: plain('Choose a reason'),
        option_groups: [
          {
            label: plain('Ours'),
            options: [option('Close second', 'second'), option('Role closed or paused', 'closed')],
          },
          { label: plain('Theirs'), options: [option('Timing', 'timing', 'Not now')] },
        ],
      },
      { optional: true },
    ),
    input(
      'skills',
      'Skills',
      {
        type: 'multi_static_select',
        max_selected_items: 2,
        options: [option('Go'), option('Rust'), option('Kubernetes')],
      },
      { optional: true },
    ),
    input('role', 'Role', { type: 'external_select', min_query_length: 2 }, { optional: true }),
    input('owner', 'Relationship owner', { type: 'users_select', initial_user: 'U00TOM' }, { optional: true }),
    input('where', 'Channel', { type: 'channels_select' }, { optional: true }),
    input('talk', 'Conversation', { type: 'conversations_select' }, { optional: true }),
    input(
      'told',
      'Where things stand',
      {
        type: 'radio_buttons',
        options: [option('Told no', 'told'), option('Not told yet', 'untold', 'Tell them first')],
      },
      { optional: true },
    ),
    input(
      'consent',
      'Permission',
      { type: 'checkboxes', options: [option('Applied here', 'applied'), option('Asked again', 'asked')] },
      { optional: true },
    ),
    input('file', 'Résumé', { type: 'file_input' }, { optional: true }),
    {
      type: 'section',
      block_id: 'sec',
      text: mrkdwn('*Tier*'),
      accessory: { type: 'static_select', action_id: 'tier', options: [option('A'), option('B')] },
    },
    {
      type: 'actions',
      block_id: 'act',
      elements: [{ type: 'button', action_id: 'more_details', text: plain('More details') }],
    },
  ],
}
