/** Titles of jobs as people type them, alone or with a place, a time or a person behind them. */
import { canonicalPlace } from '../pool/places.ts'
import { canonicalSkill } from '../pool/skills.ts'
import { JOINED } from './name-words.ts'
import { seniorityWord } from './seniority.ts'

const TRADE =
  /\b(?:engineer|developer|designer|manager|executive|analyst|scientist|recruiter|architect|lead|director|consultant|accountant|sre|officer|representative|specialist|coordinator|administrator|writer|researcher|marketer|controller|counsel)$/i
const HEADS = /^(?:head|vp|director|chief) (?:of )?\p{L}/iu
const MOST_WORDS = 5

/** Said on its own: with a capital or a level before it, so that "great engineer" stays praise. */
export function isTitle(text: string): boolean {
  const words = text.split(' ')
  if (words.length > MOST_WORDS || !(TRADE.test(text) || HEADS.test(text)) || / (?:for|as) /i.test(text)) return false
  return /^\p{Lu}/u.test(text) || (words.length > 1 && seniorityWord(words[0] ?? '') !== undefined)
}

/** "Senior SRE London" and "senior sre london" are a title and a place. */
export function titleAndPlace(text: string): { readonly title: string; readonly place: string } | undefined {
  const words = text.split(' ')
  if (words.length > MOST_WORDS + 3) return undefined
  for (let last = Math.min(3, words.length - 1); last > 0; last -= 1) {
    const title = words.slice(0, -last).join(' ')
    const place = words
      .slice(-last)
      .join(' ')
      .replace(/^(?:in|at|from) /i, '')
    if (isTitle(title) && canonicalPlace(place) !== undefined && canonicalSkill(place) === undefined)
      return { title, place }
  }
  return undefined
}

// A capital on each word, so that "Great engineer" stays praise; whoever hires is not whom the job is for.
const WRITTEN_AS_TITLE = /^(?:(?:[\p{Lu}\d]\S*|of|in|and|&) )*\p{Lu}\S*$/u
const BEHIND_FOR = /\b(?:for|as) +(?:(?:the|a|an|our) +)?/gi
const BETWEEN = /[()[\]\n,;:*_~|]|\s-+\s|[.!?](?:\s|$)/

/** The title in running text: behind "for", else on its own between signs: "Kenji Watanabe (Senior SRE), great". */
export function titleIn(text: string): string | undefined {
  for (const match of text.matchAll(BEHIND_FOR)) {
    const [said = ''] = text.slice(match.index + match[0].length).split(BETWEEN)
    const words = said.trim().split(/ +/).slice(0, MOST_WORDS)
    for (let length = words.length; length > 0; length -= 1) {
      const title = words.slice(0, length).join(' ')
      if (isWrittenTitle(title)) return title
    }
  }
  return text
    .split(BETWEEN)
    .map((part) => part.trim())
    .find((part) => part.includes(' ') && isWrittenTitle(part))
}

const isWrittenTitle = (text: string): boolean =>
  isTitle(text) && !/^hiring /i.test(text) && WRITTEN_AS_TITLE.test(text)

const NAME_WORD = new RegExp(`^${JOINED}?\\p{Lu}[\\p{L}\\p{M}'’.-]+$`, 'u')

/** "Senior SRE Ana Souza": a title with a name behind it. */
export function titleAndName(text: string): { readonly title: string; readonly name: string } | undefined {
  const words = text.split(' ')
  for (let first = Math.min(MOST_WORDS, words.length - 2); first > 0; first -= 1) {
    const title = words.slice(0, first).join(' ')
    const name = words.slice(first)
    if (isTitle(title) && name.length <= 4 && name.every((word) => NAME_WORD.test(word)))
      return { title, name: name.join(' ') }
  }
  return undefined
}

/** "Senior SRE last month" → "Senior SRE". */
export function titleBeforeTime(text: string): string | undefined {
  const title = text.replace(/ (?:last|this|in|on|at|a|two|three|some|back|\d).*$/i, '')
  return title !== text && isTitle(title) ? title : undefined
}
