import { actions, button, card, cell, container, mrkdwn, plain, plot, rows, section, times, x } from './blocks.ts'
import type { Limit } from './limits.ts'

/** The same for the blocks that hold more than words. */
export const RICH_LIMITS: Limit[] = [
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
    'action_id once a card',
    [{ type: 'carousel', elements: times(2, () => card({ actions: [button({ action_id: 'a' })] })) }],
    [{ type: 'carousel', elements: [card({ actions: times(2, () => button({ action_id: 'a' })) })] }],
    'action_id must be unique: a [json-pointer:/blocks/0]',
  ],
  [
    'block_id once, also inside of blocks',
    [{ type: 'carousel', elements: [card({ block_id: 'a' }), card({ block_id: 'b' })] }],
    [{ type: 'carousel', elements: [card({ block_id: 'a' }), card({ block_id: 'a' })] }],
    'block_id must be unique: a [json-pointer:/blocks/0/block_id]',
  ],
  [
    'one table, also inside of a container',
    [container([{ type: 'table', rows: rows(1, 1) }])],
    [container([{ type: 'table', rows: rows(1, 1) }]), { type: 'table', rows: rows(1, 1) }],
    'no more than 1 table block allowed [json-pointer:/blocks]',
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
