/** The lines of a role's text, each with what it is about: what must be there, what would be nice, or nothing that is asked of anybody. */
import { NOT_ABBREVIATED, normaliseSlash } from '../shared/text.ts'
import { type LeftOut, withoutTraits } from './left-out.ts'
import { type LineTopic, topicSaid } from './line-topic.ts'
import { clausesOf } from './role-clauses.ts'
import { headingOf, looksLikeHeading } from './role-headings.ts'

/** `listed`: a list of skills, of which those that no table knows count too. */
export type RoleLine = { readonly text: string; readonly topic: LineTopic; readonly listed?: boolean }

export const LONGEST_ROLE_TEXT = 12_000
const MOST_LINES = 300

/** The text's lines, each with what the rules take it to be about. The first is the title. */
export function linesOf(typed: string): { readonly lines: readonly RoleLine[]; readonly leftOut: readonly LeftOut[] } {
  const { text, leftOut } = withoutTraits(normaliseSlash(typed.slice(0, LONGEST_ROLE_TEXT)))
  let section: LineTopic = 'unsaid'
  const lines = text
    .split('\n')
    .map((line) => ({ line: line.replace(MARK, '').replace(/\*+$/, '').trim(), bullet: BULLET.test(line) }))
    .filter(({ line }) => line !== '')
    .slice(0, MOST_LINES)
    .flatMap(({ line, bullet }, at): readonly RoleLine[] => {
      // The first line is the title, whatever its words.
      if (at === 0) return sentencesOf(line).map((text) => ({ text, topic: topicSaid(text) ?? section }))
      const heading = headingOf(line, bullet)
      if (heading === undefined) {
        // Under a heading that nobody foresaw begins something else: it is no longer about the benefits.
        if (section === 'neither' && !bullet && looksLikeHeading(line)) section = 'unsaid'
        return piecesOf(line).map((text) => ({ text, topic: topicSaid(text) ?? section }))
      }
      const { topic, rest, listed } = heading
      // "- Bonus: Rust" among bullets speaks of itself alone.
      if (!bullet || rest === '') section = topic
      return piecesOf(rest).map((text) => {
        const own = topicSaid(text)
        return { text, topic: own ?? topic, ...(listed === true && own === undefined ? { listed } : {}) }
      })
    })
  return { lines, leftOut }
}

const MARK = /^[\s•·*\-–—+>#]+/
const BULLET = /^\s*(?:[•·]|[*\-–—+]\s)/

const SENTENCE_END = new RegExp(`(?<=[.!?;])${NOT_ABBREVIATED}\\s+(?=\\p{Lu})`, 'u')
/** "Docker required. Go is a plus." says two things. */
const sentencesOf = (line: string): readonly string[] => line.split(SENTENCE_END)

/** What a line says, each part of which speaks for itself: "Kafka preferred but not required (no degree needed)". */
const piecesOf = (line: string): readonly string[] =>
  sentencesOf(line)
    .flatMap(clausesOf)
    .filter((text) => /\p{L}/u.test(text))
