/** Cuts the text of a query into lexemes with their places. Forgiving: what it cannot use it drops, and it never fails. */
import { normaliseSlash } from '../../shared/text.ts'
import type { Span } from './problem.ts'

export type Value = { readonly text: string; readonly quoted: boolean; readonly at: Span }
export type Lexeme =
  | { readonly kind: 'word'; readonly text: string; readonly at: Span }
  | { readonly kind: 'phrase'; readonly text: string; readonly at: Span }
  /** `name:` with the values that stand behind it; `open` where a comma promised another one ("skill:go, rust"). */
  | {
      readonly kind: 'filter'
      readonly name: string
      readonly values: readonly Value[]
      readonly open: boolean
      readonly at: Span
      readonly nameAt: Span
    }
  | { readonly kind: 'and' | 'or' | 'not' | 'open' | 'close' | 'comma'; readonly at: Span }

/** The text as the person sees it; positions refer to it. Once more until nothing changes, so that a query printed and read again is the same. */
export function plainQuery(raw: string): string {
  let text = raw.replaceAll('≥', '>=').replaceAll('≤', '<=')
  for (let before = ''; before !== text; ) {
    before = text
    text = normaliseSlash(text).replace(/\s+/g, ' ').trim()
  }
  return text
}

// The one value that begins with an operator: "standing:not told".
const NOT_TOLD = /^not told(?![\p{L}\p{N}])/iu
const WORD = /[\p{L}\p{N}]/u
// `.net` is the one word that begins with a dot.
const RUN = /(?:[\p{L}\p{N}]|\.(?=net\b))[^\s"(),<>;|]*/iuy
const NAME = /^([\p{L}][\p{L}_-]*) ?:(?!\/\/)/u
const VALUE = /[^\s"(),|;]+/y
// Behind a skill: for how long it is known.
const YEARS = /^[<>]=?\d{1,2}\+?(?:y|yrs?|years?)(?![\p{L}\p{N}])/iu
// A map, because somebody may well type "constructor", which every object has.
const OPERATORS: ReadonlyMap<string, 'and' | 'or' | 'not'> = new Map([
  ['and', 'and'],
  ['or', 'or'],
  ['not', 'not'],
])

export function lex(text: string): readonly Lexeme[] {
  const lexemes: Lexeme[] = []
  let at = 0
  while (at < text.length) {
    const char = text.charAt(at)
    const one = { start: at, end: at + 1 }
    if (char === '"' || char === "'") {
      const phrase = quoted(text, at)
      if (phrase !== undefined && WORD.test(phrase.text))
        lexemes.push({ kind: 'phrase', text: phrase.text, at: phrase.at })
      at = phrase?.at.end ?? at + 1
    } else if (char === '(' || char === ')') {
      lexemes.push({ kind: char === '(' ? 'open' : 'close', at: one })
      at += 1
    } else if (char === ',' || char === ';') {
      lexemes.push({ kind: 'comma', at: one })
      at += 1
    } else if (char === '|' || char === '&') {
      lexemes.push({ kind: char === '|' ? 'or' : 'and', at: one })
      at += text.charAt(at + 1) === char ? 2 : 1
    } else if (char === '-' || char === '!') {
      const end = at + (/^[-!]+/.exec(text.slice(at))?.[0].length ?? 1)
      if (negates(text, end)) lexemes.push({ kind: 'not', at: { start: at, end } })
      at = end
    } else {
      at = lexRun(text, at, lexemes)
    }
  }
  return lexemes
}

/** "-php", "- skill:php" and "- (go OR php)" mean not; "Ana - SRE" is only a dash. */
const negates = (text: string, at: number): boolean =>
  /^[@.#]*["'\p{L}\p{N}]/u.test(text.slice(at, at + 8)) ||
  /^ ?\(/.test(text.slice(at)) ||
  NAME.test(text.slice(at).trimStart())

function lexRun(text: string, at: number, lexemes: Lexeme[]): number {
  RUN.lastIndex = at
  const run = RUN.exec(text)?.[0]
  if (run === undefined) return at + 1
  const name = NAME.exec(text.slice(at))
  if (name !== null && (run.includes(':') || isFilterLike(name[1] ?? ''))) return lexFilter(text, at, name, lexemes)
  // "kubernetes>=3y" is one thing to ask for; any other comparison drops out.
  const years = YEARS.exec(text.slice(at + run.length))?.[0]
  if (years !== undefined) {
    const end = at + run.length + years.length
    lexemes.push({ kind: 'word', text: run + years, at: { start: at, end } })
    return end
  }
  const word = run.replace(/[^\p{L}\p{N}\p{M}+#]+$/u, '')
  const operator = OPERATORS.get(word.toLowerCase())
  if (operator !== undefined) lexemes.push({ kind: operator, at: { start: at, end: at + word.length } })
  else if (word !== '') lexemes.push({ kind: 'word', text: word, at: { start: at, end: at + word.length } })
  return at + run.length
}

// "skill : go" is a filter although a space crept in; "Berlin : Ana" is not. Names come from the grammar's own short list.
const SPACED =
  /^(skills?|location|role|stale|last|tier|seniority|owner|pool|standing|reason|source|company|remote|kind|added|sort|stage|function|consent|relation|employment|career|next|custom)$/i
const isFilterLike = (name: string): boolean => SPACED.test(name)

function lexFilter(text: string, start: number, name: RegExpExecArray, lexemes: Lexeme[]): number {
  const nameAt = { start, end: start + (name[1]?.length ?? 0) }
  const values: Value[] = []
  let at = start + name[0].length
  let open = false
  const bracket = alternatives(text, skipSpaces(text, at))
  if (bracket !== undefined) {
    lexemes.push({ kind: 'filter', name: name[1] ?? '', ...bracket, open, at: { start, end: bracket.end }, nameAt })
    return bracket.end
  }
  for (;;) {
    const from = values.length === 0 ? skipSpaces(text, at) : at
    const value = readValue(text, from)
    if (value === undefined) break
    if (value.text !== '') values.push(value)
    at = value.at.end
    open = text.charAt(at) === ','
    if (!open || /^,\s|^,$/.test(text.slice(at, at + 2))) break
    at += 1
  }
  lexemes.push({ kind: 'filter', name: name[1] ?? '', values, open, at: { start, end: at }, nameAt })
  return at
}

/** "skill:(go OR rust)": what stands in the bracket, where it says nothing but which values would do. */
function alternatives(text: string, from: number): { values: readonly Value[]; end: number } | undefined {
  const [whole, inner = ''] = /^\(([^()]*)\)/.exec(text.slice(from)) ?? []
  if (whole === undefined) return undefined
  const values: Value[] = []
  let at = from + 1
  for (const piece of inner.split(/(\s+or\s+|\s*[,;|]+\s*)/i)) {
    const said = /^(["']?)(.*)\1$/s.exec(piece.trim())?.[2] ?? ''
    const start = at + piece.length - piece.trimStart().length
    at += piece.length
    if (!WORD.test(said) || /^or$/i.test(said)) continue
    // What joins, denies or is a filter itself is no list of alternatives.
    if (/(?:^|\s)(?:and|not)(?:\s|$)|["&:]|^[-!]|\s[-!]/i.test(said) && !NOT_TOLD.test(said)) return undefined
    values.push({ text: said.replace(/\s+/g, ' '), quoted: true, at: { start, end: start + piece.trim().length } })
  }
  return values.length === 0 ? undefined : { values, end: from + whole.length }
}

const skipSpaces = (text: string, at: number): number => at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0)

function readValue(text: string, from: number): Value | undefined {
  const char = text.charAt(from)
  if (char === '"' || char === "'") {
    const phrase = quoted(text, from)
    // A comparison between the quotes is meant too: last:">30d" must not turn into its opposite.
    const sign = /^ *[<>=]+/.exec(text.slice(from + 1))?.[0].trim() ?? ''
    if (phrase !== undefined)
      return comparedBehind(text, { ...phrase, text: sign.replace(/=+$/, '') + phrase.text, quoted: true })
    // Never closed: read on as if it had not been opened.
    return readValue(text, from + 1)
  }
  VALUE.lastIndex = from
  const run = VALUE.exec(text)?.[0]
  if (run === undefined) return undefined
  // The next filter or operator is not a value: "skill: role:sre", "skill: OR".
  if (NAME.test(text.slice(from)) || (/^(and|or|not)$/i.test(run) && !NOT_TOLD.test(text.slice(from)))) return undefined
  // "stale:> 90d"
  if (/^[<>=]+$/.test(run)) {
    const next = readValue(text, skipSpaces(text, from + run.length))
    return next === undefined || next.quoted
      ? undefined
      : { text: run + next.text, quoted: false, at: { start: from, end: next.at.end } }
  }
  return { text: run, quoted: false, at: { start: from, end: from + run.length } }
}

/** "google cloud">=3y, and "google cloud >=3y": the comparison behind the words counts as well. */
function comparedBehind(text: string, value: Value): Value {
  const { start, end } = value.at
  const years = YEARS.exec(text.slice(end))?.[0]
  if (years !== undefined) return { ...value, text: value.text + years, at: { start, end: end + years.length } }
  const [, said, sign, behind] =
    /^([^<>=|"]*[^<>=|"\s])\s*([<>]=?)\s*(\d[^<>|"]*)$/.exec(text.slice(start + 1, end - 1)) ?? []
  return said === undefined ? value : { ...value, text: `${said}${sign}${behind}`.replace(/\s+/g, ' ').trim() }
}

/** What stands between quotes, plainly spaced; `undefined` where they are never closed. */
function quoted(text: string, from: number): { text: string; at: Span } | undefined {
  const mark = text.charAt(from)
  const end = mark === '"' ? text.indexOf(mark, from + 1) : closingApostrophe(text, from)
  if (end < 0) return undefined
  const inner = text
    .slice(from + 1, end)
    .replace(/[<>|"]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return { text: inner, at: { start: from, end: end + 1 } }
}

/** An apostrophe closes only before a space, a comma or the end: 'O'Neil' is one name. */
function closingApostrophe(text: string, from: number): number {
  const rest = /'(?=[\s,)]|$)/.exec(text.slice(from + 1))
  return rest === null ? -1 : from + 1 + rest.index
}
