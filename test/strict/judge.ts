// Slack's limits as its reference states them, read anew: what is wrong with a payload, in words. Shares nothing with the simulator.
import type { Json } from './recorder.ts'

type Complain = (where: string, what: string) => void
type Surface = 'message' | 'modal' | 'home'

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const EVERYWHERE = ['actions', 'context', 'divider', 'header', 'image', 'input', 'rich_text', 'section', 'video']
const ALLOWED: Readonly<Record<Surface, ReadonlySet<string>>> = {
  message: new Set([...EVERYWHERE.filter((type) => type !== 'input'), 'markdown', 'table', 'context_actions']),
  modal: new Set([...EVERYWHERE, 'alert']),
  home: new Set(EVERYWHERE),
}
const MOST_BLOCKS: Readonly<Record<Surface, number>> = { message: 50, modal: 100, home: 100 }
/** Above this a message of blocks is refused by Slack although each block is fine. */
const MESSAGE_CHARACTERS = 13_000
const VIEW_BYTES = 250 * 1024

/** A message, posted or whispered. */
export function judgeMessage(said: Json): readonly string[] {
  const found: string[] = []
  const complain: Complain = (where, what) => void found.push(`${where}: ${what}`)
  const { text, blocks } = said
  if (typeof text !== 'string' || text.trim() === '') complain('text', 'a message needs a plain fallback')
  else if (text.length > 4_000) complain('text', `${text.length} characters; Slack asks for at most 4,000`)
  if (blocks !== undefined) {
    judgeBlocks(blocks, 'message', complain)
    const size = textsIn(blocks).reduce((sum, one) => sum + one.length, 0)
    if (size > MESSAGE_CHARACTERS) complain('blocks', `${size} characters in all`)
  }
  judgeMarkup(said, complain)
  return found
}

/** A modal or a Home tab. */
export function judgeView(view: unknown): readonly string[] {
  const found: string[] = []
  const complain: Complain = (where, what) => void found.push(`${where}: ${what}`)
  if (!isObject(view)) return ['view: there is none']
  const surface = view.type === 'home' ? 'home' : 'modal'
  if (view.type !== 'home' && view.type !== 'modal') complain('type', String(view.type))
  if (Buffer.byteLength(JSON.stringify(view)) > VIEW_BYTES) complain('view', 'more than 250 KB')
  for (const [name, max] of [
    ['private_metadata', 3_000],
    ['callback_id', 255],
    ['external_id', 255],
  ] as const) {
    const value = view[name]
    if (value !== undefined && (typeof value !== 'string' || value.length > max))
      complain(name, `more than ${max} characters`)
  }
  if (surface === 'modal') {
    plainText(view.title, 24, 'title', complain)
    for (const name of ['submit', 'close']) if (view[name] !== undefined) plainText(view[name], 24, name, complain)
    const asks = list(view.blocks).some((block) => isObject(block) && block.type === 'input')
    if (asks && view.submit === undefined) complain('submit', 'a modal with inputs needs it')
  }
  judgeBlocks(view.blocks, surface, complain)
  judgeMarkup(view, complain)
  return found
}

/** What answers a submission. */
export function judgeErrors(errors: unknown, blocks: readonly Json[]): readonly string[] {
  if (!isObject(errors) || Object.keys(errors).length === 0) return ['errors: none']
  const inputs = new Set(blocks.flatMap((block) => (block.type === 'input' ? [block.block_id] : [])))
  return Object.entries(errors).flatMap(([id, text]) => [
    ...(inputs.has(id) ? [] : [`errors: ${id} is no input of this modal`]),
    ...(typeof text === 'string' && text.trim() !== '' && text.length <= 2_000
      ? []
      : [`errors.${id}: ${String(text)}`]),
  ])
}

function judgeBlocks(blocks: unknown, surface: Surface, complain: Complain): void {
  if (!Array.isArray(blocks)) {
    complain('blocks', 'no list')
    return
  }
  if (blocks.length > MOST_BLOCKS[surface]) complain('blocks', `${blocks.length} of ${MOST_BLOCKS[surface]}`)
  const ids = new Set<string>()
  for (const [index, block] of blocks.entries()) {
    const where = `blocks[${index}]`
    if (!isObject(block)) {
      complain(where, 'no object')
      continue
    }
    const type = String(block.type)
    if (!ALLOWED[surface].has(type)) complain(where, `${type} may not stand in a ${surface}`)
    const id = block.block_id
    if (id !== undefined) {
      if (typeof id !== 'string' || id === '' || id.length > 255) complain(where, 'block_id')
      else if (ids.has(id)) complain(where, `block_id ${id} twice`)
      else ids.add(id)
    }
    judgeBlock(block, type, where, complain)
  }
}

function judgeBlock(block: Json, type: string, where: string, complain: Complain): void {
  switch (type) {
    case 'section': {
      const { text, fields } = block as { text?: unknown; fields?: unknown }
      if (text === undefined && fields === undefined) complain(where, 'a section needs text or fields')
      if (text !== undefined) anyText(text, 3_000, `${where}.text`, complain)
      if (fields !== undefined) {
        count(fields, 1, 10, `${where}.fields`, complain)
        for (const field of list(fields)) anyText(field, 2_000, `${where}.fields`, complain)
      }
      if (block.accessory !== undefined) judgeElement(block.accessory, `${where}.accessory`, complain)
      return
    }
    case 'header':
      plainText(block.text, 150, `${where}.text`, complain)
      return
    case 'alert':
      anyText(block.text, 200, `${where}.text`, complain)
      return
    case 'context':
      count(block.elements, 1, 10, where, complain)
      for (const one of list(block.elements))
        if (isObject(one) && one.type !== 'image') anyText(one, 2_000, where, complain)
      return
    case 'actions': {
      count(block.elements, 1, 25, where, complain)
      const names = list(block.elements).map((one) => (isObject(one) ? one.action_id : undefined))
      if (new Set(names).size !== names.length) complain(where, `action_ids repeat: ${names.join(', ')}`)
      for (const one of list(block.elements)) judgeElement(one, where, complain)
      return
    }
    case 'input':
      plainText(block.label, 2_000, `${where}.label`, complain)
      if (block.hint !== undefined) plainText(block.hint, 2_000, `${where}.hint`, complain)
      judgeElement(block.element, `${where}.element`, complain)
      return
    case 'rich_text':
      for (const one of list(block.elements)) judgeRich(one, where, complain)
      return
    case 'divider':
      return
    default:
      complain(where, `no rule here for ${type}`)
  }
}

function judgeRich(part: unknown, where: string, complain: Complain): void {
  if (!isObject(part)) {
    complain(where, 'a rich text part is no object')
    return
  }
  const inner = list(part.elements)
  if (inner.length === 0) complain(where, `${String(part.type)} without elements`)
  for (const one of inner) {
    if (!isObject(one)) complain(where, 'a rich text element is no object')
    else if (one.type === 'text') {
      if (typeof one.text !== 'string' || one.text === '') complain(where, 'an empty text in rich text')
    } else complain(where, `rich text holds ${String(one.type)}`)
  }
}

const NEEDS_OPTIONS: Readonly<Record<string, number>> = {
  static_select: 100,
  multi_static_select: 100,
  radio_buttons: 10,
  checkboxes: 10,
  overflow: 5,
}

function judgeElement(element: unknown, where: string, complain: Complain): void {
  if (!isObject(element)) {
    complain(where, 'no element')
    return
  }
  const type = String(element.type)
  const { action_id: id, placeholder } = element as { action_id?: unknown; placeholder?: unknown }
  if (typeof id !== 'string' || id === '' || id.length > 255) complain(where, `action_id ${String(id)}`)
  if (placeholder !== undefined) plainText(placeholder, 150, `${where}.placeholder`, complain)
  const most = NEEDS_OPTIONS[type]
  if (most !== undefined) judgeOptions(element, most, where, complain)
  if (type === 'button') {
    plainText(element.text, 75, `${where}.text`, complain)
    const { value, url, style } = element as { value?: unknown; url?: unknown; style?: unknown }
    if (value !== undefined && (typeof value !== 'string' || value.length > 2_000)) complain(where, 'value')
    if (url !== undefined && (typeof url !== 'string' || url.length > 3_000)) complain(where, 'url')
    if (style !== undefined && style !== 'primary' && style !== 'danger')
      complain(where, `style ${JSON.stringify(style)}`)
  }
  if (type === 'plain_text_input' || type === 'email_text_input' || type === 'number_input')
    judgeTyping(element, type, where, complain)
  if (type === 'datepicker' && element.initial_date !== undefined) {
    const day = text(element.initial_date)
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day))) complain(where, `initial_date ${day}`)
  }
  if (type === 'external_select' && element.initial_option !== undefined)
    judgeOption(element.initial_option, `${where}.initial_option`, complain)
  if (
    type === 'users_select' &&
    element.initial_user !== undefined &&
    !/^[UW][A-Z0-9]{2,}$/.test(text(element.initial_user))
  )
    complain(where, `initial_user ${text(element.initial_user)}`)
}

function judgeTyping(element: Json, type: string, where: string, complain: Complain): void {
  const initial = element.initial_value
  if (initial === undefined) return
  if (typeof initial !== 'string') {
    complain(where, 'initial_value')
    return
  }
  const max = type === 'plain_text_input' ? Number(element.max_length ?? 3_000) : 3_000
  if (max < 1 || max > 3_000) complain(where, `max_length ${max}`)
  if (initial.length > max) complain(where, `initial_value has ${initial.length} of ${max}`)
  if (type === 'plain_text_input' && element.multiline !== true && initial.includes('\n'))
    complain(where, 'a line break in a field of one line')
  if (type === 'number_input' && !/^-?\d+(\.\d+)?$/.test(initial)) complain(where, `initial_value ${initial}`)
}

function judgeOptions(element: Json, most: number, where: string, complain: Complain): void {
  count(element.options, 1, most, `${where}.options`, complain)
  const options = list(element.options)
  for (const one of options) judgeOption(one, `${where}.options`, complain)
  const values = options.map((one) => (isObject(one) ? one.value : undefined))
  if (new Set(values).size !== values.length) complain(where, 'two options with one value')
  const offered = new Set(options.map((one) => JSON.stringify(one)))
  for (const one of [element.initial_option, ...list(element.initial_options)])
    if (one !== undefined && !offered.has(JSON.stringify(one)))
      complain(where, 'the initial option is none of the options')
}

function judgeOption(option: unknown, where: string, complain: Complain): void {
  if (!isObject(option)) {
    complain(where, 'no option')
    return
  }
  anyText(option.text, 75, `${where}.text`, complain)
  const { value, description } = option as { value?: unknown; description?: unknown }
  if (typeof value !== 'string' || value === '' || value.length > 75)
    complain(where, `value ${String(value).slice(0, 90)}`)
  if (description !== undefined) anyText(description, 75, `${where}.description`, complain)
}

/** The options that an app offers for an `external_select`. */
export function judgeSuggestions(answer: unknown): readonly string[] {
  const found: string[] = []
  const complain: Complain = (where, what) => void found.push(`${where}: ${what}`)
  if (!isObject(answer)) return ['options: none']
  count(answer.options, 0, 100, 'options', complain)
  for (const one of list(answer.options)) judgeOption(one, 'options', complain)
  return found
}

function count(value: unknown, least: number, most: number, where: string, complain: Complain): void {
  if (!Array.isArray(value) || value.length < least || value.length > most)
    complain(where, `${Array.isArray(value) ? value.length : 'no'} elements; ${least} to ${most} are allowed`)
}

function plainText(text: unknown, max: number, where: string, complain: Complain): void {
  if (!isObject(text) || text.type !== 'plain_text') {
    complain(where, 'must be plain_text')
    return
  }
  anyText(text, max, where, complain)
}

function anyText(text: unknown, max: number, where: string, complain: Complain): void {
  if (!isObject(text) || typeof text.text !== 'string') {
    complain(where, 'no text object')
    return
  }
  const { length } = text.text
  if (length < 1 || length > max) complain(where, `${length} characters; 1 to ${max} are allowed`)
}

/** Every string that Slack draws. */
export function textsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one) => textsIn(one))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'text' && typeof inner === 'string' ? [inner] : textsIn(inner),
  )
}

/** Every string that Slack reads as mrkdwn: the fallback of a message, and mrkdwn objects. */
export function mrkdwnIn(value: unknown, isTop = true): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one) => mrkdwnIn(one, false))
  if (!isObject(value)) return []
  const own =
    typeof value.text === 'string' && (value.type === 'mrkdwn' || (isTop && value.type === undefined))
      ? [value.text]
      : []
  return [...own, ...Object.values(value).flatMap((inner) => mrkdwnIn(inner, false))]
}

/** The forms in angle brackets that the bot itself has use for; anything else there was let through from outside. */
const OWN_FORMS = [
  /^@[UW][A-Z0-9]{2,}$/,
  /^#[CG][A-Z0-9]{2,}$/,
  /^!date\^\d+\^[^|<>]{1,60}\|[^|<>]{1,60}$/,
  /^https:\/\/[a-z0-9-]+\.slack\.com\/archives\/[^|<>\s]+\|[^|<>]{1,60}$/,
]

function judgeMarkup(said: Json, complain: Complain): void {
  for (const text of mrkdwnIn(said)) {
    const forms = [...text.matchAll(/<([^>]*)>?/g)].map(([, form = '']) => form)
    for (const form of forms)
      if (!OWN_FORMS.some((own) => own.test(form))) complain('markup', `<${form.slice(0, 120)}>`)
    if (/&(?!amp;|lt;|gt;)/.test(text)) complain('markup', `a bare & in "${text.slice(0, 120)}"`)
    const outside = text.replace(/<[^>]*>/g, '')
    if (outside.includes('>') && !/^>/m.test(outside)) complain('markup', `a bare > in "${text.slice(0, 120)}"`)
  }
  const whole = JSON.stringify(said)
  if (/\\ud[89a-f][0-9a-f]{2}/i.test(whole)) complain('text', 'half of a surrogate pair')
  for (const text of textsIn(said))
    if (CONTROLS.test(text)) complain('text', `a control character in "${text.slice(0, 80)}"`)
}

/** Control and format characters, but for line breaks and the joiners of emoji. */
const CONTROLS = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}]/u
