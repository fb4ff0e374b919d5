import { type Inline, safeUrl, type TextBlock } from './nodes.ts'

/** Reads Slack's mrkdwn: fenced code first, then quotes and lists line by line, then marks inside a line. */
export function parseMrkdwn(source: string): readonly TextBlock[] {
  const parts = source.split('```')
  return parts.flatMap((part, index) => {
    if (index % 2 === 0) {
      // The line breaks beside a fence belong to it.
      const after = index > 0 ? part.replace(/^\n/, '') : part
      return parseLines(index < parts.length - 1 ? after.replace(/\n$/, '') : after)
    }
    // Odd parts stand between fences; a last fence that was never closed is shown as it was typed.
    if (index === parts.length - 1) return parseLines(`\`\`\`${part}`)
    return [{ kind: 'pre', text: unescaped(unwrapLinks(part.replace(/^\n|\n$/g, ''))) }]
  })
}

/** The marks of one piece of text, newlines included, without quotes, lists or fences. */
export function parseInline(source: string): readonly Inline[] {
  return source.split('\n').flatMap((line, index): Inline[] => [...(index > 0 ? [BREAK] : []), ...inline(line)])
}

/** A plain_text object: shortcodes become pictures, nothing else is special. */
export function parsePlain(text: string, withEmoji = true): readonly Inline[] {
  return text
    .split('\n')
    .flatMap((line, index): Inline[] => [
      ...(index > 0 ? [BREAK] : []),
      ...(withEmoji ? emojiIn(line) : [{ kind: 'text' as const, text: line }]),
    ])
}

const BREAK: Inline = { kind: 'break' }
const QUOTE = /^(?:&gt;|>) ?(.*)$/
const BULLET = /^\s*[•◦▪-] +(.*)$/
const NUMBER = /^\s*(\d{1,3})[.)] +(.*)$/

function parseLines(source: string): TextBlock[] {
  if (source === '') return []
  const blocks: TextBlock[] = []
  const lines = source.split('\n')
  for (let at = 0; at < lines.length; ) {
    const run = (pattern: RegExp) => {
      const matches: RegExpExecArray[] = []
      for (
        let match = pattern.exec(lines[at] ?? '');
        at < lines.length && match;
        match = pattern.exec(lines[at] ?? '')
      ) {
        matches.push(match)
        at++
      }
      return matches
    }
    const quoted = run(QUOTE)
    if (quoted.length > 0) {
      blocks.push({ kind: 'quote', blocks: parseLines(quoted.map((match) => match[1] ?? '').join('\n')) })
      continue
    }
    const bullets = run(BULLET)
    if (bullets.length > 0) {
      blocks.push({
        kind: 'list',
        ordered: false,
        start: 1,
        items: bullets.map((match) => [paragraph(match[1] ?? '')]),
      })
      continue
    }
    const numbers = run(NUMBER)
    if (numbers.length > 0) {
      blocks.push({
        kind: 'list',
        ordered: true,
        start: Number(numbers[0]?.[1] ?? 1),
        items: numbers.map((match) => [paragraph(match[2] ?? '')]),
      })
      continue
    }
    const plain: string[] = []
    while (at < lines.length && ![QUOTE, BULLET, NUMBER].some((pattern) => pattern.test(lines[at] ?? '')))
      plain.push(lines[at++] ?? '')
    blocks.push(paragraph(plain.join('\n')))
  }
  return blocks
}

const paragraph = (text: string): TextBlock => ({ kind: 'paragraph', children: parseInline(text) })

type Finder = readonly [pattern: RegExp, nodes: (match: RegExpExecArray) => readonly Inline[]]

const link = (url: string): Inline => ({ kind: 'link', url, children: [{ kind: 'text', text: url }] })
const marked =
  (kind: 'bold' | 'italic' | 'strike') =>
  (match: RegExpExecArray): readonly Inline[] => [{ kind, children: inline(match[1] ?? '') }]

/**
 * A mark opens after a space or punctuation and closes before one, so that `snake_case` and `2*3*4` stay as they are. Its
 * length is bounded, or a line of openers that nobody closes would be read once for each of them.
 */
const FINDERS: readonly Finder[] = [
  [/`([^`\n]+)`/g, (match) => [{ kind: 'code', text: unescaped(unwrapLinks(match[1] ?? '')) }]],
  [/<([^<>\n]+)>/g, (match) => [angle(match[1] ?? '')]],
  [/https?:\/\/[^\s<>|]*[^\s<>|.,;:!?)\]}'"*_~]/g, (match) => [link(unescaped(match[0]))]],
  [/(?<![\p{L}\p{N}*])\*(?=[^\s*])([^\n]{0,1000}?[^\s*]|[^\s*])\*(?![\p{L}\p{N}*])/gu, marked('bold')],
  [/(?<![\p{L}\p{N}_])_(?=[^\s_])([^\n]{0,1000}?[^\s_]|[^\s_])_(?![\p{L}\p{N}_])/gu, marked('italic')],
  [/(?<![\p{L}\p{N}~])~(?=[^\s~])([^\n]{0,1000}?[^\s~]|[^\s~])~(?![\p{L}\p{N}~])/gu, marked('strike')],
]

function inline(text: string): readonly Inline[] {
  const nodes: Inline[] = []
  // Each finder looks ahead once and again only when its last find was passed, so that a long text is read in one go.
  const ahead: (RegExpExecArray | null | undefined)[] = FINDERS.map(() => undefined)
  for (let at = 0; at < text.length; ) {
    let first: { readonly match: RegExpExecArray; readonly nodes: Finder[1] } | undefined
    for (const [index, [pattern, make]] of FINDERS.entries()) {
      let match = ahead[index]
      if (match === undefined || (match !== null && match.index < at)) {
        pattern.lastIndex = at
        match = pattern.exec(text)
        ahead[index] = match
      }
      if (match && (!first || match.index < first.match.index)) first = { match, nodes: make }
    }
    nodes.push(...emojiIn(unescaped(text.slice(at, first?.match.index))))
    if (!first) break
    nodes.push(...first.nodes(first.match))
    at = first.match.index + first.match[0].length
  }
  return nodes
}

/** What stands between angle brackets: a mention, a date, a link, or text that only looks like one. */
function angle(content: string): Inline {
  const bar = content.indexOf('|')
  const target = bar === -1 ? content : content.slice(0, bar)
  const label = unescaped(bar === -1 ? '' : content.slice(bar + 1))
  if (/^@[UW]\w+$/.test(target)) return { kind: 'user', id: target.slice(1), label }
  if (/^#C\w+$/.test(target)) return { kind: 'channel', id: target.slice(1), label }
  const group = /^!subteam\^(\w+)$/.exec(target)
  if (group) return { kind: 'usergroup', id: group[1] ?? '', label }
  const range = /^!(here|channel|everyone)$/.exec(target)
  if (range) return { kind: 'broadcast', range: range[1] ?? '' }
  const date = /^!date\^(\d+)\^([^^]*)(?:\^(.*))?$/.exec(target)
  if (date)
    return {
      kind: 'date',
      seconds: Number(date[1]),
      format: unescaped(date[2] ?? ''),
      url: unescaped(date[3] ?? ''),
      fallback: label,
    }
  const url = safeUrl(unescaped(target))
  if (url) return { kind: 'link', url, children: emojiIn(label || url.replace(/^(mailto|tel):/, '')) }
  // Not a link that anybody may follow: its label is shown, or the text as it stands.
  return { kind: 'text', text: label || unescaped(`<${content}>`) }
}

const unwrapLinks = (text: string): string =>
  text.replace(/<([^<>|\n]+)(?:\|([^<>\n]*))?>/g, (whole, target: string, label?: string) =>
    safeUrl(target) ? (label ?? target) : whole,
  )

function emojiIn(text: string): Inline[] {
  const nodes: Inline[] = []
  for (const [index, part] of text.split(/:([a-z0-9_+'-]+(?:::skin-tone-\d)?):/).entries()) {
    if (index % 2 === 1) nodes.push({ kind: 'emoji', name: part })
    else if (part !== '') nodes.push({ kind: 'text', text: part })
  }
  return nodes
}

function unescaped(text: string): string {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')
}
