/** The words of a mail that has HTML alone. Never shown as HTML, so nothing here has to be made harmless. */

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

// A tag ends before the next one begins: else a megabyte of `<a<a<a` would be read once for each of them.
const TAG = /<(\/?)([a-z][a-z0-9]*)(?:\s[^<>]*)?\/?>/gi
const BREAKS = new Set(['br', 'p', 'div', 'li', 'tr', 'h1', 'h2', 'h3', 'h4', 'blockquote', 'pre', 'table', 'hr'])

/** Lines where a reader sees lines; what is quoted in a `blockquote` gets the mark that plain mails have. */
export function htmlToText(html: string): string {
  const visible = html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(script|style|head|title)\b[^<>]*>[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/\s+/g, ' ')
  let depth = 0
  let from = 0
  const lines: string[] = ['']
  const write = (text: string) => {
    lines[lines.length - 1] += text
  }
  const newLine = () => {
    if ((lines.at(-1) ?? '').trim() !== '') lines.push('')
  }
  for (const match of visible.matchAll(TAG)) {
    const [whole, closing, name = ''] = match
    write(marked(decode(visible.slice(from, match.index)), depth, lines.at(-1) === ''))
    from = match.index + whole.length
    const tag = name.toLowerCase()
    if (BREAKS.has(tag)) newLine()
    if (tag === 'blockquote') depth = Math.max(0, depth + (closing === '/' ? -1 : 1))
  }
  write(marked(decode(visible.slice(from)), depth, lines.at(-1) === ''))
  return lines
    .map((line) => line.trim())
    .join('\n')
    .trim()
}

const marked = (text: string, depth: number, begins: boolean): string =>
  depth > 0 && begins && text.trim() !== '' ? `> ${text.trimStart()}` : text

const decode = (text: string): string =>
  text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
    },
  )
