/**
 * Makes a mail's HTML harmless. It never repairs what it reads: it walks the tags and writes a new document of allowed
 * tags and attributes only, everything else as text or not at all. The page shows the result in a sandboxed frame under
 * its own content security policy, so this is the first of three walls.
 */
const TAGS = new Set(
  `a abbr b big blockquote br caption center code col colgroup dd del div dl dt em font footer h1 h2 h3 h4 h5 h6 header hr i
  img ins li main mark ol p pre q s section small span strong strike sub sup table tbody td tfoot th thead tr tt u ul`.split(
    /\s+/,
  ),
)
const ATTRIBUTES = new Set(
  `align alt bgcolor border cellpadding cellspacing class color cols colspan dir face height href id lang name nowrap role rowspan
  scope size span src start style summary title type valign value width aria-label aria-hidden`.split(/\s+/),
)
/** Their content is code or another language, so it goes with them. */
const SWALLOWED = new Set([
  'script',
  'style',
  'iframe',
  'object',
  'embed',
  'noscript',
  'template',
  'svg',
  'math',
  'title',
  'textarea',
  'select',
  'xmp',
  'noembed',
  'noframes',
  'plaintext',
  'audio',
  'video',
  'applet',
])
const VOID = new Set(['br', 'col', 'hr', 'img'])
const LINK = /^(https?:\/\/|mailto:|tel:)/i
const DATA_IMAGE = /^data:image\/(png|jpeg|gif|webp);base64,[a-z0-9+/=\s]+$/i

// A tag ends before the next one begins: else a megabyte of `<a<a<a` would be read once for each of them.
const TOKEN = /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*>?|<(\/?)([a-z][a-z0-9-]*)((?:"[^"]*"|'[^']*'|[^"'<>])*)>/gi
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g

/** @param images data: addresses by Content-ID, for `<img src="cid:…">`. */
export function sanitise(html: string, images: ReadonlyMap<string, string> = new Map()): string {
  const out: string[] = []
  const styles: string[] = []
  let from = 0
  TOKEN.lastIndex = 0
  for (let token = TOKEN.exec(html); token; token = TOKEN.exec(html)) {
    out.push(text(html.slice(from, token.index)))
    from = TOKEN.lastIndex
    const [, slash, rawName, rest = ''] = token
    const name = rawName?.toLowerCase()
    if (!name) continue
    if (SWALLOWED.has(name)) {
      if (slash) continue
      const end = closingTag(html, name, from)
      if (name === 'style') styles.push(safeCss(html.slice(from, end.start)))
      from = TOKEN.lastIndex = end.stop
      continue
    }
    if (!TAGS.has(name)) continue
    if (slash) out.push(VOID.has(name) ? '' : `</${name}>`)
    else out.push(`<${name}${attributes(name, rest, images)}>`)
  }
  out.push(text(html.slice(from)))
  const style = styles.length > 0 ? `<style>${styles.join('\n')}</style>` : ''
  return style + out.join('')
}

function closingTag(html: string, name: string, from: number): { start: number; stop: number } {
  const close = new RegExp(`</${name}[^<>]*>`, 'gi')
  close.lastIndex = from
  const match = close.exec(html)
  return match ? { start: match.index, stop: close.lastIndex } : { start: html.length, stop: html.length }
}

function attributes(tag: string, source: string, images: ReadonlyMap<string, string>): string {
  const kept: string[] = []
  for (const [, rawName = '', double, single, bare] of source.matchAll(ATTRIBUTE)) {
    const name = rawName.toLowerCase()
    const value = decode(double ?? single ?? bare ?? '')
    if (!ATTRIBUTES.has(name)) continue
    const safe = safeValue(tag, name, value, images)
    if (safe !== undefined) kept.push(` ${name}="${quote(safe)}"`)
  }
  // The link must leave the sandboxed frame, and must not be able to reach back into it.
  if (tag === 'a') kept.push(' target="_blank" rel="noopener noreferrer"')
  return kept.join('')
}

function safeValue(tag: string, name: string, value: string, images: ReadonlyMap<string, string>): string | undefined {
  if (name === 'href') return tag === 'a' && LINK.test(value.trim()) ? value.trim() : undefined
  if (name === 'src') {
    if (tag !== 'img') return undefined
    if (value.startsWith('cid:')) return images.get(value.slice(4))
    return DATA_IMAGE.test(value) ? value : undefined
  }
  return name === 'style' ? safeCss(value) : value
}

/**
 * Styles may not fetch anything. What could hide a `url(` (backslash escapes) or end the sheet goes first, and what is forbidden is
 * replaced and never taken out, so that no removal joins two halves of it.
 */
function safeCss(css: string): string {
  return css
    .replace(/[\\<]/g, '')
    .replace(/@import/gi, '@none')
    .replace(/(url|image|image-set|expression|src)\s*\(/gi, 'none(')
}

/** Text between tags keeps its entities; only what could open a tag is escaped. */
function text(raw: string): string {
  return raw.replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

function quote(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  colon: ':',
  tab: '\t',
  newline: '\n',
  sol: '/',
  lpar: '(',
  rpar: ')',
}

/** Entities are resolved before a value is judged, or `java&#115;cript:` would pass for something else. */
function decode(value: string): string {
  return value.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));?/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name) return NAMED[name.toLowerCase()] ?? whole
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
    },
  )
}
