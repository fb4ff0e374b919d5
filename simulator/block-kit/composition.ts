import { isDeepStrictEqual } from 'node:util'
import { isJson, objectsIn } from '../json.ts'
import { all, anyOf, bool, int, list, must, obj, oneOf, type Rule, str, type, typed } from './rules.ts'

const plainText = (max: number) => obj({ type, text: str({ max }), 'emoji?': bool })
const mrkdwnText = (max: number) => obj({ type, text: str({ max }), 'verbatim?': bool })

/** A text object that takes no markup. */
export const plain = (max: number): Rule => typed({ plain_text: plainText(max) })

/** A text object of either kind. */
export const text = (max = 3000): Rule => anyOf({ plain_text: plainText(max), mrkdwn: mrkdwnText(max) })

/** What every element may be called by. */
export const ids = { 'action_id?': str({ max: 255 }) }

/** A question before an act: title 100, text 300, buttons 30 characters. */
export const confirm = obj({
  'title?': plain(100),
  text: text(300),
  'confirm?': plain(30),
  'deny?': plain(30),
  'style?': oneOf('primary', 'danger'),
})

const value = str({ max: 75 })
/** An option of a menu. */
export const option = obj({ text: plain(75), value, 'description?': plain(75) })
/** An option of checkboxes and radio buttons, which take markup. */
export const choice = obj({ text: text(75), value, 'description?': text(75) })
/** An option of an overflow menu, which may lead to an address. */
export const overflowOption = obj({
  text: plain(75),
  'value?': value,
  'description?': plain(75),
  'url?': str({ max: 3000 }),
})

const group = obj({ label: plain(75), options: list(option, { max: 100 }) })

/** What lists its options: either flat or in groups. */
export const optionLists = { 'options?': list(option, { max: 100 }), 'option_groups?': list(group, { max: 100 }) }
/** Slack takes a flat list or groups, never both. */
export const oneOptionList = must(
  'must define either `options` or `option_groups`',
  (menu) => (menu.options === undefined) !== (menu.option_groups === undefined),
)

/** What is chosen at first must be among the options, to the letter. */
export const initialAmongOptions: Rule = all(
  must(
    '`initial_option` must match one of the options',
    (menu) => menu.initial_option === undefined || offers(menu, [menu.initial_option]),
  ),
  must(
    '`initial_options` must match the options',
    (menu) => !Array.isArray(menu.initial_options) || offers(menu, menu.initial_options),
  ),
)

function offers(menu: Record<string, unknown>, chosen: readonly unknown[]): boolean {
  const options = [...objectsIn(menu.options), ...objectsIn(menu.option_groups).flatMap((g) => objectsIn(g.options))]
  return chosen.every((one) => options.some((o) => isDeepStrictEqual(bare(o), bare(one))))
}

/** Without what Slack itself fills in. */
function bare(value: unknown): unknown {
  if (!isJson(value)) return value
  const { emoji: _emoji, verbatim: _verbatim, ...rest } = value
  return Object.fromEntries(Object.entries(rest).map(([key, inner]) => [key, bare(inner)]))
}

/** When a text input tells the app. */
export const dispatchConfig = obj({
  'trigger_actions_on?': list(oneOf('on_enter_pressed', 'on_character_entered'), { max: 2 }),
})

/** Which conversations a menu lists. */
export const conversationFilter = all(
  obj({
    'include?': list(oneOf('im', 'mpim', 'private', 'public'), { max: 4 }),
    'exclude_external_shared_channels?': bool,
    'exclude_bot_users?': bool,
  }),
  must('must have at least one property', (filter) => Object.keys(filter).length > 0),
)

/** The fields that say where an image is. */
export const imageSource = {
  'image_url?': str({ max: 3000 }),
  'slack_file?': all(
    obj({ 'url?': str(), 'id?': str() }),
    must('must define either `url` or `id`', (f) => (f.url === undefined) !== (f.id === undefined)),
  ),
}
/** An address or a file of Slack, never both. */
export const oneImageSource = must(
  'missing required field: image_url',
  (image) => (image.image_url === undefined) !== (image.slack_file === undefined),
)

/** How much is typed before an external menu asks the app. */
export const minQuery = int(0, 3000)
