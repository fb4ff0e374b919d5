import { parseInline } from './mrkdwn.ts'
import { type Inline, safeUrl, type TextBlock } from './nodes.ts'

/** Reads the standard Markdown of Slack's `markdown` block; raw HTML in it stays text. */
export function parseMarkdown(source: string): readonly TextBlock[] {
  return readBlocks(source.replace(/\r\n/g, '\n').split('\n'))
}

const FENCE = /^\s*(```|~~~)/
const HEADING = /^(#{1,6})\s+(.*?)\s*#*$/
const RULE = /^\s*([-*_])(\s*\1){2,}\s*$/
const ITEM = /^(\s*)(?:([-*+])|(\d{1,9})[.)])\s+(.*)$/
const QUOTE = /^\s*>\s?(.*)$/
const TABLE_RULE = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/

function readBlocks(lines: readonly string[]): TextBlock[] {
  const blocks: TextBlock[] = []
  let at = 0
  const take = (keep: (line: string) => boolean) => {
    const from = at
    while (at < lines.length && keep(lines[at] ?? '')) at++
    return lines.slice(from, at)
  }
  while (at < lines.length) {
    const line = lines[at] ?? ''
    const heading = HEADING.exec(line)
    if (line.trim() === '') at++
    else if (FENCE.test(line)) {
      at++
      blocks.push({ kind: 'pre', text: take((each) => !FENCE.test(each)).join('\n') })
      at++
    } else if (heading) {
      at++
      blocks.push({ kind: 'heading', level: heading[1]?.length ?? 1, children: inline(heading[2] ?? '') })
    } else if (RULE.test(line)) {
      at++
      blocks.push({ kind: 'rule' })
    } else if (QUOTE.test(line)) {
      blocks.push({
        kind: 'quote',
        blocks: readBlocks(take((each) => QUOTE.test(each)).map((each) => QUOTE.exec(each)?.[1] ?? '')),
      })
    } else if (ITEM.test(line)) {
      blocks.push(readList(take((each) => ITEM.test(each) || /^\s{2,}\S/.test(each))))
    } else if (line.includes('|') && TABLE_RULE.test(lines[at + 1] ?? '')) {
      const [head = '', , ...rows] = take((each) => each.includes('|'))
      blocks.push({ kind: 'table', head: cells(head), rows: rows.map(cells) })
    } else {
      const text = [line]
      at++
      text.push(
        ...take((each) => each.trim() !== '' && ![FENCE, HEADING, QUOTE, ITEM, RULE].some((start) => start.test(each))),
      )
      blocks.push({ kind: 'paragraph', children: inline(text.join('\n')) })
    }
  }
  return blocks
}

function readList(lines: readonly string[]): TextBlock {
  const first = ITEM.exec(lines[0] ?? '')
  const indent = first?.[1]?.length ?? 0
  const items: { text: string; nested: string[] }[] = []
  for (const line of lines) {
    const item = ITEM.exec(line)
    const last = items.at(-1)
    if (item && (item[1]?.length ?? 0) <= indent) items.push({ text: item[4] ?? '', nested: [] })
    else last?.nested.push(line.slice(Math.min(indent + 2, line.length - line.trimStart().length)))
  }
  return {
    kind: 'list',
    ordered: first?.[3] !== undefined,
    start: Number(first?.[3] ?? 1),
    items: items.map(({ text, nested }) => [
      { kind: 'paragraph', children: inline(text.replace(/^\[ \] /, '☐ ').replace(/^\[[xX]\] /, '☑ ')) },
      ...readBlocks(nested),
    ]),
  }
}

function cells(line: string): readonly (readonly Inline[])[] {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => inline(cell.trim()))
}

const SPAN =
  /(`+)(.+?)\1|!?\[([^\]\n]*)\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+"[^"]*")?\)|(\*\*|__)(?=\S)([\s\S]+?)(?<=\S)\5|~~(?=\S)([\s\S]+?)(?<=\S)~~|(?<![\p{L}\p{N}*_])([*_])(?=\S)([\s\S]+?)(?<=\S)\8(?![\p{L}\p{N}*_])|\\([\\`*_{}[\]()#+.!~|>-])/u

function inline(text: string): readonly Inline[] {
  const match = SPAN.exec(text)
  // Mentions, dates, bare addresses and emoji are the same in both languages; the marks of mrkdwn are not.
  if (!match) return withoutMarks(text)
  const rest = [...inline(text.slice(match.index + match[0].length))]
  return [...withoutMarks(text.slice(0, match.index)), ...span(match), ...rest]
}

function span([whole, , code, label, target, , bold, strike, , italic, escaped]: RegExpExecArray): readonly Inline[] {
  if (code !== undefined) return [{ kind: 'code', text: code }]
  if (label !== undefined) {
    const url = safeUrl(target)
    return url ? [{ kind: 'link', url, children: inline(label || url) }] : inline(label)
  }
  if (bold !== undefined) return [{ kind: 'bold', children: inline(bold) }]
  if (strike !== undefined) return [{ kind: 'strike', children: inline(strike) }]
  if (italic !== undefined) return [{ kind: 'italic', children: inline(italic) }]
  return [{ kind: 'text', text: escaped ?? whole }]
}

function withoutMarks(text: string): readonly Inline[] {
  return parseInline(text).flatMap((node): readonly Inline[] => {
    const mark = { bold: '*', italic: '_', strike: '~' }[node.kind as 'bold' | 'italic' | 'strike']
    if (mark === undefined || !('children' in node)) return [node]
    return [{ kind: 'text', text: mark }, ...node.children, { kind: 'text', text: mark }]
  })
}
