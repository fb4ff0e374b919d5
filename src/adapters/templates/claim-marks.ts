/**
 * Finds where a template put each fact. Every cited value goes in between private-use characters that name its fact, and they come
 * out again afterwards. No text from outside can hold one: all of it is stripped of them on the way in.
 */

import type { KeptSentence } from '../../domain/outreach/check-letter.ts'
import { SLOTS } from '../../domain/outreach/citing.ts'
import type { Claim } from '../../domain/outreach/claims.ts'
import type { ComposeInput } from '../../domain/outreach/compose.ts'
import { plain } from '../../domain/outreach/plain-text.ts'
import type { FactId } from '../../domain/shared/ids.ts'

const OPEN = '\uE000'
const CLOSE = '\uE001'
const FIRST_FACT = 0xe100
const MARK = /\uE000([\uE100-\uE1FF])([^\uE000\uE001]*)\uE001/gu
const ANY_MARK = /[\uE000-\uF8FF]/gu

export type Marked = { readonly text: string; readonly claims: readonly Claim[] }

/** What the template sees: plain strings under every key it may name, cited values marked. Absent ones are null, not missing. */
export function markFacts(input: ComposeInput): { readonly scope: object; readonly facts: readonly FactId[] } {
  const facts: FactId[] = []
  const cited: Record<string, string | null> = { praise_by: orNull(input.cited.praise?.by) }
  for (const slot of SLOTS) {
    const fact = input.cited[slot]
    cited[slot] =
      fact === undefined
        ? null
        : `${OPEN}${String.fromCharCode(FIRST_FACT + facts.push(fact.factId) - 1)}${plain(fact.text)}${CLOSE}`
  }
  const { job } = input
  const scope = {
    greeting: orNull(input.greeting),
    sender: plain(input.sender),
    company: plain(input.company),
    job: job === undefined ? null : { title: plain(job.title), place: orNull(job.place) },
    silence: orNull(input.silence),
    asks_to_stay: input.asksToStay === true,
    cited,
  }
  return { scope, facts }
}

/** The sentences that a model wrote, as one text with its paragraphs; what each tells of a fact is marked. */
export function markSentences(sentences: readonly KeptSentence[]): {
  readonly letter: string
  readonly facts: readonly FactId[]
} {
  const facts: FactId[] = []
  const letter = sentences
    .map(({ text, newParagraph, claims }, at) => {
      let marked = ''
      let reached = 0
      for (const { factId, start, end } of claims) {
        const mark = String.fromCharCode(FIRST_FACT + facts.push(factId) - 1)
        marked += `${text.slice(reached, start)}${OPEN}${mark}${text.slice(start, end)}${CLOSE}`
        reached = end
      }
      return `${at === 0 ? '' : newParagraph ? '\n\n' : ' '}${marked}${text.slice(reached)}`
    })
    .join('')
  return { letter, facts }
}

const orNull = (text: string | undefined): string | null => (text === undefined ? null : plain(text))

/** Takes the marks out and says where the facts stand. A mark that a template tore apart is a broken template, not a claim to lose silently. */
export function readMarks(marked: string, facts: readonly FactId[]): Marked {
  const claims: Claim[] = []
  let text = ''
  let read = 0
  for (const match of marked.matchAll(MARK)) {
    const [whole, name = '', words = ''] = match
    text += marked.slice(read, match.index)
    const factId = facts[name.charCodeAt(0) - FIRST_FACT]
    if (factId !== undefined && words !== '')
      claims.push({ factId, start: text.length, end: text.length + words.length })
    text += words
    read = match.index + whole.length
  }
  text += marked.slice(read)
  if (text.search(ANY_MARK) >= 0) throw new Error('A template cut through a cited fact')
  return { text, claims }
}
