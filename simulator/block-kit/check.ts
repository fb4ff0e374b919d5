import { isJson, type Json, lengthOf, objectsIn, textOr } from '../json.ts'
import { SlackError } from '../slack-error.ts'
import { allBlocks, elementsIn } from '../views/elements.ts'
import { SURFACES, type Surface } from './blocks.ts'
import { oneOptionList, option, optionLists, plain } from './composition.ts'
import { bool, list, obj, type Problem, str, type, typed } from './rules.ts'
import { charactersIn } from './tables.ts'

const MAX_VIEW_BYTES = 250 * 1024
const MAX_MESSAGE_CHARACTERS = 13_000
const MAX_MARKDOWN_CHARACTERS = 12_000

/** Refuses blocks of a message that Slack would refuse. */
export function checkMessageBlocks(blocks: unknown): void {
  if (!Array.isArray(blocks)) throw new SlackError('invalid_blocks_format')
  const problems: Problem[] = []
  list(typed(SURFACES.message), { min: 0, max: 50 })(blocks, '/blocks', problems)
  checkIds(blocks, '/blocks', problems)
  checkCounts(blocks, problems)
  if (problems.length > 0) throw new SlackError('invalid_blocks', problems.map(print))
  const counted = objectsIn(blocks).filter((b) => b.type !== 'table' && b.type !== 'data_table')
  if (charactersIn(counted) > MAX_MESSAGE_CHARACTERS) throw new SlackError('msg_blocks_too_long')
}

const shared = (surface: Surface) => ({
  type,
  blocks: list(typed(SURFACES[surface]), { min: 0, max: 100 }),
  'private_metadata?': str({ min: 0, max: 3000 }),
  'callback_id?': str({ min: 0, max: 255 }),
  'external_id?': str({ min: 0, max: 255 }),
})

const view = typed({
  modal: obj({
    ...shared('modal'),
    title: plain(24),
    'close?': plain(24),
    'submit?': plain(24),
    'clear_on_close?': bool,
    'notify_on_close?': bool,
  }),
  home: obj(shared('home')),
})

/** Refuses a view that Slack would refuse. */
export function checkView(given: Json): void {
  if (Buffer.byteLength(JSON.stringify(given)) > MAX_VIEW_BYTES) throw new SlackError('view_too_large')
  const problems: Problem[] = []
  view(given, '/view', problems)
  checkIds(given.blocks, '/view/blocks', problems)
  if (given.type === 'modal' && given.submit === undefined) {
    const at = objectsIn(given.blocks).findIndex((b) => b.type === 'input')
    if (at >= 0)
      problems.push({ text: 'must define `submit` to use an `input` block in modals', at: `/view/blocks/${at}/input` })
  }
  if (elementsIn(given.blocks).filter(({ element }) => element.focus_on_load === true).length > 1) {
    problems.push({ text: 'only one element may have `focus_on_load`', at: '/view' })
  }
  if (problems.length === 0) return
  throw new SlackError(
    'invalid_arguments',
    [{ text: 'failed to match all allowed schemas', at: '/view' }, ...problems].map(print),
  )
}

/** Refuses an answer to `block_suggestion` that Slack would refuse. */
export function checkOptions(answer: Json): void {
  const problems: Problem[] = []
  const lists = { ...optionLists, 'options?': list(option, { min: 0, max: 100 }) }
  obj(lists, oneOptionList)(answer, '', problems)
  if (problems.length > 0) throw new SlackError('invalid_options', problems.map(print))
}

const print = ({ text, at }: Problem) => `${text} [json-pointer:${at}]`

/** `block_id` is unique in its surface, `action_id` in its block: two cards of a carousel may have the same. */
function checkIds(blocks: unknown, at: string, problems: Problem[]): void {
  const seen = new Set<string>()
  for (const [index, block] of (Array.isArray(blocks) ? blocks : []).entries()) {
    if (!isJson(block)) continue
    for (const { block_id: id } of allBlocks([block])) {
      if (typeof id !== 'string') continue
      if (seen.has(id)) problems.push({ text: `block_id must be unique: ${id}`, at: `${at}/${index}/block_id` })
      seen.add(id)
    }
    const actions = elementsIn([block]).filter(({ actionId }) => actionId !== '')
    const twice = actions.find((one, place) =>
      actions.slice(0, place).some((other) => other.block === one.block && other.actionId === one.actionId),
    )
    if (twice) problems.push({ text: `action_id must be unique: ${twice.actionId}`, at: `${at}/${index}` })
  }
}

/** What a message holds only so often, or only so much of. */
function checkCounts(blocks: readonly unknown[], problems: Problem[]): void {
  const most = { table: 1, data_table: 1, data_visualization: 2 }
  for (const [kind, max] of Object.entries(most)) {
    const found = allBlocks(blocks).filter((b) => b.type === kind).length
    if (found > max)
      problems.push({ text: `no more than ${max} ${kind} ${max === 1 ? 'block' : 'blocks'} allowed`, at: '/blocks' })
  }
  const markdown = objectsIn(blocks).filter((b) => b.type === 'markdown')
  const length = markdown.reduce((sum, b) => sum + lengthOf(textOr(b.text, '')), 0)
  if (markdown.length > 1 && length > MAX_MARKDOWN_CHARACTERS) {
    problems.push({
      text: `must be less than ${MAX_MARKDOWN_CHARACTERS + 1} characters in all markdown blocks`,
      at: '/blocks',
    })
  }
}
