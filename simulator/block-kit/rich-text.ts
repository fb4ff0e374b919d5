import { bool, int, list, obj, oneOf, str, type, typed } from './rules.ts'

const style = obj({ 'bold?': bool, 'italic?': bool, 'strike?': bool, 'code?': bool, 'underline?': bool })
const mentionStyle = obj({
  'bold?': bool,
  'italic?': bool,
  'strike?': bool,
  'underline?': bool,
  'highlight?': bool,
  'client_highlight?': bool,
  'unlink?': bool,
})
const MANY = 1000

const inline = typed({
  text: obj({ type, text: str(), 'style?': style }),
  link: obj({ type, url: str(), 'text?': str({ min: 0 }), 'unsafe?': bool, 'style?': style }),
  user: obj({ type, user_id: str(), 'style?': mentionStyle }),
  usergroup: obj({ type, usergroup_id: str(), 'style?': mentionStyle }),
  channel: obj({ type, channel_id: str(), 'style?': mentionStyle }),
  team: obj({ type, team_id: str(), 'style?': mentionStyle }),
  emoji: obj({ type, name: str(), 'unicode?': str(), 'style?': mentionStyle, 'url?': str() }),
  broadcast: obj({ type, range: oneOf('here', 'channel', 'everyone'), 'style?': mentionStyle }),
  date: obj({
    type,
    timestamp: int(0, 1e12),
    format: str(),
    'url?': str(),
    'fallback?': str(),
    'style?': mentionStyle,
  }),
  color: obj({ type, value: str(), 'style?': mentionStyle }),
})

const border = int(0, 1)
const section = obj({ type, elements: list(inline, { min: 0, max: MANY }) })

/** What a rich text block, or a rich text value, is made of. */
export const richTextElements = list(
  typed({
    rich_text_section: section,
    rich_text_preformatted: obj({
      type,
      elements: list(inline, { min: 0, max: MANY }),
      'border?': border,
      'language?': str(),
    }),
    rich_text_quote: obj({ type, elements: list(inline, { min: 0, max: MANY }), 'border?': border }),
    rich_text_list: obj({
      type,
      style: oneOf('bullet', 'ordered'),
      elements: list(typed({ rich_text_section: section }), { max: MANY }),
      'indent?': int(0, 8),
      'offset?': int(0, 10_000),
      'border?': border,
    }),
  }),
  { min: 0, max: MANY },
)

/** A whole rich text, as a block, a cell or a value. */
export const richText = typed({
  rich_text: obj({ type, 'block_id?': str({ min: 0, max: 255 }), elements: richTextElements }),
})
