/** The lines of a role's text, each with what it is about: what must be there, what would be nice, or nothing that is asked of anybody. */
import { NOT_ABBREVIATED, normaliseSlash } from '../shared/text.ts'
import { type LeftOut, withoutTraits } from './left-out.ts'
import { type LineTopic, topicSaid } from './line-topic.ts'
import { isMarked, plainAdvert, withoutBold } from './plain-advert.ts'
import { clausesOf } from './role-clauses.ts'
import { headingOf, looksLikeHeading } from './role-headings.ts'
import { withPlacesTogether } from './role-place.ts'
import { titleAt } from './role-title.ts'

/** `listed`: a list of skills, of which those that no table knows count too. */
export type RoleLine = { readonly text: string; readonly topic: LineTopic; readonly listed?: boolean }

export const LONGEST_ROLE_TEXT = 12_000
const MOST_LINES = 300

/** The text's lines, each with what the rules take it to be about. The first is the title. */
export function linesOf(typed: string): { readonly lines: readonly RoleLine[]; readonly leftOut: readonly LeftOut[] } {
  const { text, leftOut } = withoutTraits(plainAdvert(normaliseSlash(typed.slice(0, LONGEST_ROLE_TEXT))))
  const shown = shownIn(text)
  const title = titleAt(shown.map(({ line }) => line))
  const before = shown.slice(0, title).map(({ line }): RoleLine => ({ text: line, topic: 'neither' }))
  // The title is one, whatever its words.
  const head = shown
    .slice(title, title + 1)
    .flatMap(({ line }) => sentencesOf(line).map((text): RoleLine => ({ text, topic: topicSaid(text) ?? 'unsaid' })))
  return { lines: [...head, ...before, ...bodyOf(shown.slice(title + 1))], leftOut }
}

type Shown = {
  readonly line: string
  readonly bullet: boolean
  readonly marked: boolean
  /** An empty line stands before it. */
  readonly apart: boolean
}

function shownIn(text: string): readonly Shown[] {
  const raw = text.split('\n')
  return raw
    .map((line, at) => ({
      line: withoutBold(line.trim()).replace(MARK, '').replace(/\*+$/, '').trim(),
      bullet: BULLET.test(line),
      marked: isMarked(line),
      apart: raw[at - 1]?.trim() === '',
    }))
    .filter(({ line }) => line !== '')
    .slice(0, MOST_LINES)
}

function bodyOf(shown: readonly Shown[]): readonly RoleLine[] {
  let section: LineTopic = 'unsaid'
  let hadBullets = false
  return shown.flatMap((one, at): readonly RoleLine[] => {
    const { line, bullet } = one
    const heading = headingOf(line, bullet)
    if (heading === undefined) {
      // Under a heading that nobody foresaw begins something else: it is no longer about the benefits, nor about what must be there.
      if (section !== 'unsaid' && beginsAnother(one, shown[at - 1], shown[at + 1], hadBullets)) {
        section = 'unsaid'
        hadBullets = false
      }
      hadBullets ||= bullet
      return piecesOf(line).map((text) => ({ text, topic: topicSaid(text) ?? section }))
    }
    const { topic, rest, listed } = heading
    // "- Bonus: Rust" among bullets speaks of itself alone.
    if (!bullet || rest === '') {
      section = topic
      hadBullets = false
    }
    return piecesOf(rest).map((text) => {
      const own = topicSaid(text)
      return { text, topic: own ?? topic, ...(listed === true && own === undefined ? { listed } : {}) }
    })
  })
}

/** Without bullets a list's items stand there as headings do: only what sets it off makes a heading of such a line. */
function beginsAnother(one: Shown, before: Shown | undefined, next: Shown | undefined, hadBullets: boolean): boolean {
  if (one.bullet || !looksLikeHeading(one.line)) return false
  if (one.marked || hadBullets || one.line.endsWith(':') || next?.bullet === true) return true
  if (next !== undefined && one.apart && !next.apart) return true
  return before !== undefined && /[.!?]$/.test(before.line)
}

const MARK = /^(?:[\s•·*\-–—+>#]+|\d{1,2}[.)]\s+)+/
const BULLET = /^\s*(?:[•·]|[*\-–—+]\s|\d{1,2}[.)]\s)/

const SENTENCE_END = new RegExp(`(?<=[.!?;])${NOT_ABBREVIATED}\\s+(?=\\p{Lu})`, 'u')
/** "Docker required. Go is a plus." says two things. */
const sentencesOf = (line: string): readonly string[] => line.split(SENTENCE_END)

/** What a line says, each part of which speaks for itself: "Kafka preferred but not required (no degree needed)". */
const piecesOf = (line: string): readonly string[] =>
  sentencesOf(withPlacesTogether(line))
    .flatMap(clausesOf)
    .filter((text) => /\p{L}/u.test(text))
