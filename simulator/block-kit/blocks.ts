import { imageSource, oneImageSource, plain, text } from './composition.ts'
import { ACCESSORIES, ACTIONS, CONTEXT_ACTIONS, CONTROLS, INPUTS, image, MODAL_INPUTS } from './elements.ts'
import { richText, richTextElements } from './rich-text.ts'
import { bool, int, list, must, obj, oneOf, type Rule, str, type, typed } from './rules.ts'
import { dataTable, dataVisualization, table } from './tables.ts'

const block = { type, 'block_id?': str({ min: 0, max: 255 }) }
const url = str({ max: 3000 })

const input = (elements: Readonly<Record<string, Rule>>) =>
  obj({
    ...block,
    label: plain(2000),
    element: typed(elements),
    'dispatch_action?': bool,
    'hint?': plain(2000),
    'optional?': bool,
  })

const EVERYWHERE = {
  actions: obj({ ...block, elements: list(typed(ACTIONS), { max: 25 }) }),
  context: obj({ ...block, elements: list(contextElement(), { max: 10 }) }),
  divider: obj(block),
  header: obj({ ...block, text: plain(150), 'level?': int(1, 4) }),
  image: obj({ ...block, ...imageSource, alt_text: str({ max: 2000 }), 'title?': plain(2000) }, oneImageSource),
  input: input(INPUTS),
  rich_text: obj({ ...block, elements: richTextElements }),
  section: obj(
    {
      ...block,
      'text?': text(),
      'fields?': list(text(2000), { max: 10 }),
      'accessory?': typed(ACCESSORIES),
      'expand?': bool,
    },
    must('must define either `text` or `fields`', (s) => s.text !== undefined || s.fields !== undefined),
  ),
  video: obj({
    ...block,
    title: plain(200),
    video_url: url,
    thumbnail_url: url,
    alt_text: str(),
    'title_url?': url,
    'author_name?': str({ max: 50 }),
    'provider_name?': str({ max: 50 }),
    'provider_icon_url?': url,
    'description?': plain(200),
  }),
}

function contextElement(): Rule {
  const either = text()
  return (value, at, problems) => {
    const isImage = typeof value === 'object' && value !== null && 'type' in value && value.type === 'image'
    return isImage ? image(value, at, problems) : either(value, at, problems)
  }
}

const card = obj(
  {
    ...block,
    'hero_image?': typed({ image }),
    'icon?': typed({ image }),
    'slack_icon?': typed({ icon: obj({ type, name: str() }) }),
    'title?': text(150),
    'subtitle?': text(150),
    'body?': text(200),
    'subtext?': text(200),
    'actions?': list(typed({ button: CONTROLS.button }), { max: 3 }),
  },
  must('must define at least one of `hero_image`, `title`, `actions` or `body`', (c) =>
    [c.hero_image, c.title, c.actions, c.body].some((part) => part !== undefined),
  ),
)

const CARDS = { card, carousel: obj({ ...block, elements: list(typed({ card }), { max: 10 }) }) }

const taskCard = obj({
  ...block,
  task_id: str(),
  title: str(),
  status: oneOf('pending', 'in_progress', 'complete', 'error'),
  'details?': richText,
  'output?': richText,
  'sources?': list(typed({ url: obj({ type, url: str(), text: str() }) }), { min: 0, max: 100 }),
})

const { input: _input, ...shown } = EVERYWHERE

const container = obj(
  {
    ...block,
    'title?': plain(150),
    'rich_text_title?': richText,
    'subtitle?': text(150),
    child_blocks: list(typed({ ...shown, table }), { max: 10 }),
    'width?': oneOf('narrow', 'standard', 'wide', 'full'),
    'icon?': typed({ image }),
    'is_collapsible?': bool,
    'default_collapsed?': bool,
    'has_header_divider?': bool,
  },
  must(
    'must define either `title` or `rich_text_title`',
    (c) => c.title !== undefined || c.rich_text_title !== undefined,
  ),
)

/** Which blocks each surface takes, and by which rule. */
export const SURFACES = {
  message: {
    ...EVERYWHERE,
    ...CARDS,
    container,
    context_actions: obj({ ...block, elements: list(typed(CONTEXT_ACTIONS), { max: 5 }) }),
    data_visualization: dataVisualization,
    markdown: obj({ ...block, text: str({ max: 12_000 }) }),
    plan: obj({ ...block, title: str(), 'tasks?': list(typed({ task_card: taskCard }), { min: 0, max: 50 }) }),
    task_card: taskCard,
    table,
    data_table: dataTable,
  },
  home: { ...EVERYWHERE, ...CARDS },
  modal: {
    ...EVERYWHERE,
    input: input(MODAL_INPUTS),
    alert: obj({ ...block, text: text(200), 'level?': oneOf('default', 'info', 'warning', 'error', 'success') }),
  },
} satisfies Record<string, Readonly<Record<string, Rule>>>

export type Surface = keyof typeof SURFACES
