import type { AnyBlock } from '@slack/types'
import { describe, expect, it } from 'vitest'
import { stateOf } from '../../simulator/views/element-state.ts'
import { fieldProblems } from '../../simulator/views/field-problems.ts'

const input = (block_id: string, element: object, more: object = {}) =>
  ({
    type: 'input',
    block_id,
    label: { type: 'plain_text', text: block_id },
    element: { action_id: 'a', ...element },
    ...more,
  }) as unknown as AnyBlock
const typed = (value: string) => ({ type: 'plain_text_input', value })

describe('a form that the app redraws', () => {
  it('keeps what was typed under the same block and action, and starts the rest afresh', () => {
    const before = { name: { a: typed('Ana') }, gone: { a: typed('x') }, other: { a: typed('kept by nobody') } }
    const blocks = [
      input('name', { type: 'plain_text_input', initial_value: 'Not this' }),
      input('level', { type: 'plain_text_input', initial_value: 'Senior' }),
      input('other', { type: 'email_text_input' }),
    ]
    expect(stateOf(blocks, before)).toEqual({
      name: { a: typed('Ana') },
      level: { a: typed('Senior') },
      other: { a: { type: 'email_text_input', value: null } },
    })
  })

  it('knows elements outside of inputs as well', () => {
    const tier = { type: 'static_select', action_id: 'tier', options: [] }
    const blocks = [
      { type: 'section', block_id: 's', accessory: tier },
      {
        type: 'actions',
        block_id: 'x',
        elements: [
          { type: 'button', action_id: 'b' },
          { type: 'checkboxes', action_id: 'c', options: [] },
        ],
      },
    ] as unknown as AnyBlock[]
    expect(stateOf(blocks)).toEqual({
      s: { tier: { type: 'static_select', selected_option: null } },
      x: { c: { type: 'checkboxes', selected_options: [] } },
    })
  })
})

describe('what Slack checks before it asks the app', () => {
  it.each([
    [{ type: 'plain_text_input' }, null, /required/],
    [{ type: 'plain_text_input', min_length: 3 }, 'ab', /at least 3/],
    [{ type: 'plain_text_input', max_length: 3 }, 'abcd', /3 characters or fewer/],
    [{ type: 'plain_text_input' }, 'x'.repeat(3001), /3000 characters or fewer/],
    [{ type: 'email_text_input' }, 'ana@', /email/],
    [{ type: 'url_text_input' }, 'example.com', /URL/],
    [{ type: 'number_input', is_decimal_allowed: false }, '1.5', /whole/],
    [{ type: 'number_input', is_decimal_allowed: true, max_value: '2' }, '2.5', /at most 2/],
  ])('%o refuses %s', (element, value, words) => {
    expect(fieldProblems([input('b', element)], { b: { a: { type: element.type, value } } }).b).toMatch(words)
  })

  it('lets what is optional be empty', () => {
    expect(
      fieldProblems([input('b', { type: 'plain_text_input' }, { optional: true })], {
        b: { a: { type: 'plain_text_input', value: null } },
      }),
    ).toEqual({})
  })
})
