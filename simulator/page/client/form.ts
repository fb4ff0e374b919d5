import type { AnyBlock } from '@slack/types'
import type { ViewState } from '../../contract.ts'

/** An element's state in the shape of a `view_submission` payload, such as `{ type: 'plain_text_input', value: 'Ana' }`. */
export type ElementState = { readonly type: string; readonly [key: string]: unknown }
export type AnyElement = { readonly type: string; readonly action_id?: string; readonly [key: string]: unknown }
type Place = {
  readonly blockId: string
  readonly actionId: string
  readonly element: AnyElement
  readonly input?: InputFacts
}
type InputFacts = { readonly optional: boolean }

/** Which key holds the choice, which key of the element gives its first value, and what stands for nothing. */
const KEYS: Readonly<Record<string, readonly [key: string, initial: string, nothing: unknown]>> = {
  plain_text_input: ['value', 'initial_value', null],
  email_text_input: ['value', 'initial_value', null],
  url_text_input: ['value', 'initial_value', null],
  number_input: ['value', 'initial_value', null],
  static_select: ['selected_option', 'initial_option', null],
  external_select: ['selected_option', 'initial_option', null],
  radio_buttons: ['selected_option', 'initial_option', null],
  users_select: ['selected_user', 'initial_user', null],
  conversations_select: ['selected_conversation', 'initial_conversation', null],
  channels_select: ['selected_channel', 'initial_channel', null],
  checkboxes: ['selected_options', 'initial_options', []],
  multi_static_select: ['selected_options', 'initial_options', []],
  multi_external_select: ['selected_options', 'initial_options', []],
  multi_users_select: ['selected_users', 'initial_users', []],
  multi_conversations_select: ['selected_conversations', 'initial_conversations', []],
  multi_channels_select: ['selected_channels', 'initial_channels', []],
  datepicker: ['selected_date', 'initial_date', null],
  timepicker: ['selected_time', 'initial_time', null],
  datetimepicker: ['selected_date_time', 'initial_date_time', null],
  rich_text_input: ['rich_text_value', 'initial_value', null],
  file_input: ['files', 'initial_files', []],
}

/** The key under which an element of this type keeps what was chosen; nothing for buttons. */
function stateKey(type: string): string | undefined {
  return KEYS[type]?.[0]
}

/** What was chosen in an element so far. */
export function chosen(state: ElementState | undefined): unknown {
  return state ? state[stateKey(state.type) ?? ''] : undefined
}

/** The state of `element` with `value` chosen. */
export function stateWith(element: AnyElement, value: unknown): ElementState {
  const zone = element.type === 'timepicker' && element.timezone ? { timezone: element.timezone } : {}
  return { type: element.type, [stateKey(element.type) ?? 'value']: value, ...zone }
}

/** Every element that keeps a state, in reading order. Ids that the app left out are made from the position. */
function places(blocks: readonly AnyBlock[]): readonly Place[] {
  return blocks.flatMap((block, index) =>
    placesIn(block as AnyBlock & Record<string, unknown>, blockIdOf(block, index)),
  )
}

/** The block's own id, or one made from its position. */
export function blockIdOf(block: { readonly block_id?: string }, index: number): string {
  return block.block_id ?? `block-${index}`
}

/** The element's own id, or one made from its position. */
export function actionIdOf(element: { readonly action_id?: string }, index = 0): string {
  return element.action_id ?? `action-${index}`
}

/** What a form holds once these blocks are on it: same block, action and type keep what was typed, as in Slack; the rest starts afresh. */
export function carryOver(before: ViewState, blocks: readonly AnyBlock[]): ViewState {
  const state: ViewState = {}
  for (const { blockId, actionId, element } of places(blocks)) {
    const keys = KEYS[element.type]
    if (!keys) continue
    const kept = before[blockId]?.[actionId] as ElementState | undefined
    const now = kept?.type === element.type ? kept : stateWith(element, element[keys[1]] ?? keys[2])
    state[blockId] = { ...state[blockId], [actionId]: now }
  }
  return state
}

/** What keeps the form from being submitted, by block: what Slack itself checks before it asks the app. */
export function problems(blocks: readonly AnyBlock[], state: ViewState): Record<string, string> {
  const found: Record<string, string> = {}
  for (const { blockId, actionId, element, input } of places(blocks)) {
    const problem =
      input && problemOf(element, chosen(state[blockId]?.[actionId] as ElementState | undefined), input.optional)
    if (problem) found[blockId] = problem
  }
  return found
}

function problemOf(element: AnyElement, value: unknown, optional: boolean): string | undefined {
  const empty = value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  if (empty) return optional ? undefined : 'Please complete this required field.'
  if (typeof value !== 'string') return undefined
  const bound = (key: string) => (element[key] === undefined ? undefined : Number(element[key]))
  switch (element.type) {
    case 'plain_text_input': {
      const least = bound('min_length')
      const most = bound('max_length')
      if (least !== undefined && value.length < least) return `Please enter at least ${least} characters.`
      return most !== undefined && value.length > most ? `Please enter no more than ${most} characters.` : undefined
    }
    case 'email_text_input':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? undefined : 'Please enter a valid email address.'
    case 'url_text_input':
      return /^https?:\/\/[^\s/$.?#].\S*$/i.test(value)
        ? undefined
        : 'Please enter a valid URL, with http:// or https://.'
    case 'number_input': {
      const number = Number(value)
      if (Number.isNaN(number)) return 'Please enter a number.'
      if (element.is_decimal_allowed !== true && !Number.isInteger(number)) return 'Please enter a whole number.'
      if (number < (bound('min_value') ?? -Infinity)) return `Please enter ${bound('min_value')} or more.`
      return number > (bound('max_value') ?? Infinity) ? `Please enter ${bound('max_value')} or less.` : undefined
    }
    default:
      return undefined
  }
}

function placesIn(block: Record<string, unknown> & { readonly type: string }, blockId: string): readonly Place[] {
  const at = (value: unknown, index = 0, input?: InputFacts): readonly Place[] => {
    const element = value as AnyElement | undefined
    return element?.type === undefined
      ? []
      : [{ blockId, actionId: actionIdOf(element, index), element, ...(input ? { input } : {}) }]
  }
  switch (block.type) {
    case 'input':
      return at(block.element, 0, { optional: block.optional === true })
    case 'section':
      return at(block.accessory)
    case 'actions':
      return (block.elements as AnyElement[]).flatMap((element, index) => at(element, index))
    case 'container':
      return places(block.child_blocks as AnyBlock[])
    default:
      return []
  }
}
