import {
  choice,
  confirm,
  conversationFilter,
  dispatchConfig,
  ids,
  imageSource,
  initialAmongOptions,
  minQuery,
  oneImageSource,
  oneOptionList,
  option,
  optionLists,
  overflowOption,
  plain,
} from './composition.ts'
import { richText } from './rich-text.ts'
import { all, bool, int, list, must, obj, oneOf, type Rule, str, type } from './rules.ts'

const style = oneOf('primary', 'danger')
const focus = { 'focus_on_load?': bool }
const placeholder = { 'placeholder?': plain(150) }
const asking = { 'confirm?': confirm }
const select = { type, ...ids, ...placeholder, ...asking, ...focus }
const multi = { ...select, 'max_selected_items?': int(1, 1000) }
const dispatching = { 'dispatch_action_config?': dispatchConfig }
const typedInput = {
  type,
  ...ids,
  'initial_value?': str({ min: 0, max: 3000 }),
  ...dispatching,
  ...placeholder,
  ...focus,
}
const number = str({ pattern: /^[+-]?\d+(\.\d+)?$/, form: 'a number' })
const isDate = str({ pattern: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, form: 'in the format YYYY-MM-DD' })
const isTime = str({ pattern: /^([01]\d|2[0-3]):[0-5]\d$/, form: 'in the format HH:mm' })
const id = str()
const manyIds = list(id, { min: 0, max: 1000 })

const button = {
  type,
  text: plain(75),
  ...ids,
  'url?': str({ max: 3000 }),
  'value?': str({ min: 0, max: 2000 }),
  'style?': style,
  ...asking,
  'accessibility_label?': str({ max: 75 }),
}

/** An image among other elements. */
export const image: Rule = obj({ type, ...imageSource, alt_text: str({ max: 2000 }) }, oneImageSource)

/** Elements that stand in an actions block or beside a section. */
export const CONTROLS = {
  button: obj(button),
  checkboxes: obj(
    {
      type,
      ...ids,
      options: list(choice, { max: 10 }),
      'initial_options?': list(choice, { max: 10 }),
      ...asking,
      ...focus,
    },
    initialAmongOptions,
  ),
  radio_buttons: obj(
    { type, ...ids, options: list(choice, { max: 10 }), 'initial_option?': choice, ...asking, ...focus },
    initialAmongOptions,
  ),
  overflow: obj({ type, ...ids, options: list(overflowOption, { max: 5 }), ...asking }),
  datepicker: obj({ ...select, 'initial_date?': isDate }),
  timepicker: obj({ ...select, 'initial_time?': isTime, 'timezone?': str() }),
  static_select: obj({ ...select, ...optionLists, 'initial_option?': option }, all(oneOptionList, initialAmongOptions)),
  external_select: obj({ ...select, 'initial_option?': option, 'min_query_length?': minQuery }),
  users_select: obj({ ...select, 'initial_user?': id }),
  conversations_select: obj({
    ...select,
    'initial_conversation?': id,
    'default_to_current_conversation?': bool,
    'response_url_enabled?': bool,
    'filter?': conversationFilter,
  }),
  channels_select: obj({ ...select, 'initial_channel?': id, 'response_url_enabled?': bool }),
  multi_static_select: obj(
    { ...multi, ...optionLists, 'initial_options?': list(option, { max: 100 }) },
    all(oneOptionList, initialAmongOptions),
  ),
  multi_external_select: obj({
    ...multi,
    'initial_options?': list(option, { max: 100 }),
    'min_query_length?': minQuery,
  }),
  multi_users_select: obj({ ...multi, 'initial_users?': manyIds }),
  multi_conversations_select: obj({
    ...multi,
    'initial_conversations?': manyIds,
    'default_to_current_conversation?': bool,
    'filter?': conversationFilter,
  }),
  multi_channels_select: obj({ ...multi, 'initial_channels?': manyIds }),
  workflow_button: obj({
    type,
    text: plain(75),
    ...ids,
    workflow: obj({
      trigger: obj({
        url: str(),
        'customizable_input_parameters?': list(obj({ name: str(), value: str() }), { min: 0, max: 100 }),
      }),
    }),
    'style?': style,
    ...asking,
    'accessibility_label?': str({ max: 75 }),
  }),
}

const datetimepicker = obj({ type, ...ids, 'initial_date_time?': int(1e9, 9_999_999_999), ...asking, ...focus })
const rich_text_input = obj({ type, ...ids, 'initial_value?': richText, ...dispatching, ...placeholder, ...focus })

/** Beside a section; an image besides. */
export const ACCESSORIES = { ...CONTROLS, image }
/** In an actions block. */
export const ACTIONS = { ...CONTROLS, datetimepicker, rich_text_input }

const { button: _button, overflow: _overflow, workflow_button: _workflow, ...choosing } = CONTROLS

/** In an input block anywhere. */
export const INPUTS = {
  ...choosing,
  datetimepicker,
  rich_text_input,
  plain_text_input: obj(
    { ...typedInput, 'multiline?': bool, 'min_length?': int(0, 3000), 'max_length?': int(1, 3000) },
    must(
      '`min_length` must not be greater than `max_length`',
      (i) => Number(i.min_length ?? 0) <= Number(i.max_length ?? 3000),
    ),
  ),
}

/** In an input block of a modal. */
export const MODAL_INPUTS = {
  ...INPUTS,
  email_text_input: obj(typedInput),
  url_text_input: obj(typedInput),
  number_input: obj({
    ...typedInput,
    is_decimal_allowed: bool,
    'initial_value?': number,
    'min_value?': number,
    'max_value?': number,
  }),
  file_input: obj({ type, ...ids, 'filetypes?': list(str(), { max: 100 }), 'max_files?': int(1, 10) }),
}

const feedback = obj({ text: plain(75), 'accessibility_label?': str({ max: 75 }), value: str({ max: 2000 }) })

/** In a context_actions block. */
export const CONTEXT_ACTIONS = {
  feedback_buttons: obj({ type, ...ids, positive_button: feedback, negative_button: feedback }),
  icon_button: obj({
    type,
    ...ids,
    icon: oneOf('trash'),
    text: plain(75),
    'accessibility_label?': str({ max: 75 }),
    'value?': str({ min: 0, max: 2000 }),
    'visible_to_user_ids?': manyIds,
    ...asking,
  }),
}
