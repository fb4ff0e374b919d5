import type { ViewState } from '../contract.ts'
import type { Json } from '../json.ts'
import { elementsIn } from './elements.ts'

/** What stands in an element, in the shape of a `view_submission` payload, such as `{ type: 'plain_text_input', value: 'Ana' }`. */
export type ElementState = { readonly type: string; readonly [key: string]: unknown }

/** For each element that keeps a state: the state's key, what it starts from, and what stands for nothing. */
const STATEFUL: Readonly<Record<string, readonly [key: string, initial: string, nothing: unknown]>> = {
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

/** The key under which an element's choice stands in its state; nothing for buttons and overflow menus. */
export const stateKey = (type: unknown): string | undefined => STATEFUL[String(type)]?.[0]

/** The state of `element` with `value` in it. */
export function stateWith(element: Json, value: unknown): ElementState {
  const type = String(element.type)
  const zone = type === 'timepicker' && element.timezone !== undefined ? { timezone: element.timezone } : {}
  return { type, [stateKey(type) ?? 'value']: value, ...zone }
}

/** What was entered or chosen so far; undefined where nothing can be. */
export const chosenIn = (state: ElementState | undefined): unknown => state?.[stateKey(state.type) ?? '']

/** The state an element has before anybody touches it. */
export function initialState(element: Json): ElementState | undefined {
  const rule = STATEFUL[String(element.type)]
  return rule && stateWith(element, element[rule[1]] ?? rule[2])
}

/** The state of all elements: what was there before under the same block, action and type stays, as in Slack; the rest starts afresh. */
export function stateOf(blocks: unknown, before: ViewState = {}): ViewState {
  const values: ViewState = {}
  for (const { blockId, actionId, element } of elementsIn(blocks)) {
    const fresh = initialState(element)
    if (!fresh) continue
    const kept = before[blockId]?.[actionId] as ElementState | undefined
    const forBlock = values[blockId] ?? {}
    forBlock[actionId] = kept?.type === fresh.type ? kept : fresh
    values[blockId] = forBlock
  }
  return values
}

/** What was known before, overlaid element by element with what the client says now. */
export function mergeStates(before: ViewState, now: ViewState = {}): ViewState {
  const merged: ViewState = { ...before }
  for (const [blockId, actions] of Object.entries(now)) merged[blockId] = { ...merged[blockId], ...actions }
  return merged
}

/** Whether nothing was entered. */
export const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
