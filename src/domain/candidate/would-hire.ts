/** Whether whoever praises somebody would hire them, now or otherwise. A yes that a denial turns into a no is none. */
import type { WouldHire } from './flag-form.ts'

const HER = '(?:her|him|them|\\p{Lu}\\p{L}+)'
const HIRE = new RegExp(
  `(?:(?:'d|would)(?: (?:absolutely|definitely|totally|gladly|still|happily|have))* (?:hired? ${HER}|make ${HER} an offer|work with ${HER})|\\bhire ${HER} (?:tomorrow|today|now|again|in a heartbeat|any day|any time|anytime))`,
  'gu',
)
const LEVEL =
  /\b(?:(?:at|on) (?:another|a different|the next|a lower|a higher|a more (?:junior|senior)) level|(?:one )?level (?:down|up|below|lower)|as an? (?:junior|mid|mid-level|senior|staff) (?:instead|hire)?|(?:too|more) (?:junior|senior) for (?:this|the))\b/gi
const TEAM =
  /\b(?:(?:in|on|for) (?:another|a different|some other|your) team|(?:better|great|good) fit for (?:the |your )?\p{L}+ team)\b/giu

// "I wouldn't hesitate to hire her" and "no question" deny no more than the doubt.
const HEARTY =
  /\b(?:(?:\p{L}+n['’]t|not|never) (?:even )?(?:hesitate|think twice|blink|mind|wait|be (?:happier|more \p{L}+))|(?:no|without(?: a| any)?|not a|beyond(?: a)?) (?:shadow of a )?(?:doubt|question|hesitation|second thought|brainer)s?|no-brainer|not (?:just|only|merely))\b/giu
const DENIAL = /\b(?:not|never|no|nobody|none|cannot|\p{L}+n['’]t|hardly|unlikely|reluctant|hesitant|doubt)\b/iu
const WOULD_NOT = /\b(?:would(?:n['’]t| not)|not) (?:have )?hire/i
/** "Not the strongest coder, but I'd hire her": what is denied ended before whoever would hire speaks. */
const BEGINS_ANEW =
  /(?:[,;:]|\s-|\b(?:but|and|so|though|yet)\b)\s*(?:(?:but|and|so|still|yet|honestly|frankly|personally)\s+)*(?:I|we)?\s*$/iu
/** What is denied stands right behind, with small words between: "not too senior", "don't think she is a good fit". */
const DENIED_AT_ONCE =
  /\b(?:not|never|no|hardly|cannot|\p{L}+n['’]t)\s+(?:(?:really|quite|at all|even|that|be|been|being|exactly|necessarily|seem|look|a|an|any|the|bit|little|think|believe|say|feel|find|she's|he's|they're|she|he|they|her|him|them|is|was|are|were|to)\s+)*$/iu

const sentencesOf = (text: string): readonly string[] => text.replace(HEARTY, ' ').split(/(?<=[.!?;\n])\s+/u)

/** Whether the sentence denies something, whatever it is. */
export const deniesAnything = (sentence: string): boolean => sentencesOf(sentence).some((one) => DENIAL.test(one))

/** Whether the text says somewhere that somebody would not be hired. */
export const deniesHiring = (text: string): boolean =>
  WOULD_NOT.test(text) ||
  sentencesOf(text).some((sentence) =>
    [...sentence.matchAll(HIRE)].some(({ index }) => {
      const before = sentence.slice(0, index)
      return DENIAL.test(before) && !BEGINS_ANEW.test(before)
    }),
  )

export function wouldHireIn(text: string): WouldHire | undefined {
  if (deniesHiring(text)) return undefined
  const sentences = sentencesOf(text)
  const says = (turn: RegExp) =>
    sentences.some((sentence) =>
      [...sentence.matchAll(turn)].some(({ index }) => !DENIED_AT_ONCE.test(sentence.slice(0, index))),
    )
  if (says(LEVEL)) return 'another_level'
  if (says(TEAM)) return 'another_team'
  // Who asks whether to hire her has not said so.
  return sentences.some((sentence) => sentence.search(HIRE) >= 0 && !sentence.trimEnd().endsWith('?'))
    ? 'yes_now'
    : undefined
}
