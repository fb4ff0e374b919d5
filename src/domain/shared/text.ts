/** Text as people and Slack really send it: made plain on the way in, made inert and short enough on the way out. */
import anyAscii from 'any-ascii'

/**
 * What the person meant to type in a slash command. Slack escapes `&<>`, wraps addresses, links and mentions in `<…>`, and
 * keyboards turn quotes and minus signs into typography; copy and paste adds exotic spaces, direction marks and NUL.
 * Line breaks stay, because pasted job texts have them.
 */
export function normaliseSlash(text: string): string {
  return text
    .replace(SLACK_FORM, (_, target: string, label: string | undefined) => unwrap(target, label))
    .replace(/&(amp|lt|gt);/g, (_, name: 'amp' | 'lt' | 'gt') => ENTITIES[name])
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[“”„‟«»″]/g, '"')
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/[‐‑‒–—―−﹘﹣]/g, '-')
    .replace(/[、。]/g, ',')
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/[\p{Zs}\t]/gu, ' ')
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .trim()
}

// Only what Slack itself writes; `<ana@example.com>` typed by a person stays as it is.
const SLACK_FORM = /<((?:mailto:|tel:|https?:\/\/|[@#!])[^<>|]*)(?:\|([^<>]*))?>/g
const ENTITIES = { amp: '&', lt: '<', gt: '>' } as const
// Control and format characters (NUL, bidi overrides, zero width, tags) and lone surrogates: PostgreSQL refuses the first, readers are
// deceived by the rest. Line breaks stay, and so do the joiners that emoji families, Persian and Indic words need.
const INVISIBLE = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}]/gu

/** The same words without what nobody can see; line breaks of one kind, no blank ends. */
export const tidy = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .trim()

/** Put behind a full stop in a pattern, it spares that of "Sr. SRE", "St. Gallen" and "No. 5", which ends no sentence. */
export const NOT_ABBREVIATED = String.raw`(?<!\b(?:[SsJj][Nn]?[Rr]|[Ss]t|[Dd]r|[Mm](?:rs?|s|in|ax)|[Vv]s|[Aa]pprox|[Ii]ncl|[Ee]\.[Gg]|[Ii]\.[Ee]|[Nn]o(?=\.\s*\d))\.)`

/** As `tidy`, on one line. */
export const tidyLine = (text: string): string => tidy(text).replace(/\s+/g, ' ')

function unwrap(target: string, label: string | undefined): string {
  if (target.startsWith('mailto:')) return target.slice('mailto:'.length)
  if (target.startsWith('tel:')) return label || target.slice('tel:'.length)
  if (target.startsWith('@')) return target
  if (target.startsWith('#')) return `#${label || target.slice(1)}`
  if (target.startsWith('!')) return label || `@${target.slice(1).split('^')[0]}`
  if (label === undefined || label === '') return target
  // A link that Slack recognised by itself shows what was typed; a link with words of its own keeps both.
  return target.includes(label) ? label : `${label} (${target})`
}

// Most words are ASCII already, and the tables of places and skills fold thousands of them.
const PLAIN_ASCII = /^[\x20-\x7e]*$/

/** For comparing and looking up: no diacritics, no case, Latin letters, single spaces. Never for showing. */
export function fold(text: string): string {
  if (PLAIN_ASCII.test(text)) return text.toLowerCase().replaceAll('`', "'").replace(/ {2,}/g, ' ').trim()
  return anyAscii(
    text
      .replace(/\p{Extended_Pictographic}/gu, ' ')
      .replace(INVISIBLE, '')
      .normalize('NFKC'),
  )
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
}

/** Makes text inert in Slack's mrkdwn: no mention, no link. Needed around every word that a person or a model wrote. */
export function escapeMrkdwn(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** At most `max` UTF-16 units, which is how Slack counts, never cutting an emoji or an accent in two; what was cut ends in "…". */
export function truncate(text: string, max: number): string {
  if (text.length <= max) return text
  if (max < 1) return ''
  let end = 0
  // The next few units suffice to see whether the last grapheme goes on.
  for (const { index, segment } of graphemes.segment(text.slice(0, max + 8))) {
    if (index + segment.length > max - 1) break
    end = index + segment.length
  }
  return `${text.slice(0, end).trimEnd()}…`
}

/** The candidate that was probably meant, for "did you mean …?"; `undefined` where none is near enough to be worth asking. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const meant = fold(word).slice(0, 60)
  if (meant === '') return undefined
  let best: { candidate: string; score: number } | undefined
  for (const candidate of candidates) {
    const score = distance(meant, fold(candidate))
    if (best === undefined || score < best.score) best = { candidate, score }
  }
  return best !== undefined && best.score <= 0.34 ? best.candidate : undefined
}

/** 0 is the same, 1 entirely different: edits per letter; a word that was only begun ("loc") is near too. */
function distance(a: string, b: string): number {
  if (a.length >= 2 && b.startsWith(a)) return 0.2
  return editDistance(a, b) / Math.max(a.length, b.length, 1)
}

/** Damerau's edits (insert, delete, replace, swap neighbours), which is how fingers err. */
export function editDistance(a: string, b: string): number {
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let cost = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + same)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      row.push(cost)
    }
    before = previous
    previous = row
  }
  return previous[b.length] ?? 0
}
