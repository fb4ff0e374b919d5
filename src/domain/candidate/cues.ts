/** Turns of phrase that tell why somebody was not taken and what they want, as recruiters write them in a line or two. */
import type { NotHiredReason } from './candidate.ts'

/** Longer and clearer turns first; each is a whole cause on its own ("over relocation", "too junior"). */
const REASON_CUES: readonly (readonly [NotHiredReason, string])[] = [
  ['close_second', "runner[- ]?up|(?:a )?(?:very )?close second|second (?:place|choice)|came second|silver(?: medal(?:l?ist)?)?|by a hair|narrowly(?: missed)?|lost by a hair"],
  ['role_closed', '(?:the |our )?(?:role|req|job|position|headcount|opening)(?: was| got| is)? (?:closed|paused|cancell?ed|frozen|on hold|put on hold|pulled)|hiring freeze|(?:closed|paused|cancell?ed) (?:role|req|job)'],
  ['skill_gap', 'skills? gap|(?:missing|lacked|lacks) (?:skills?|experience)|not enough experience'],
  ['level', '(?:slightly |a bit |a little )?(?:too|over|under)[ -]?(?:junior|senior|qualified|levell?ed)|wrong level|level(?: mismatch)?|overqualified|underqualified'],
  ['pay', 'pay|salary|money|comp|compensation|too expensive|(?:pay|salary|comp) (?:expectations?|gap|mismatch|too high)|budget'],
  ['location', "relocation|(?:could not|couldn'?t|did not want to|didn'?t want to|would not|won'?t|wouldn'?t) relocate|visa|right to work|work permit|location|commute|no visa|sponsorship"],
  ['timing', 'timing|bad timing|wrong time|notice period|start date|not ready(?: to move)?(?: yet)?'],
] // biome-ignore format: a table

const wholeCues = REASON_CUES.map(
  ([reason, cue]) => [reason, new RegExp(`^(?:the |her |his |their )?(?:${cue})$`, 'i')] as const,
)
/** The reason that a cause names: "relocation" → `location`. */
export const reasonOf = (cause: string): NotHiredReason | undefined =>
  wholeCues.find(([, cue]) => cue.test(cause.trim()))?.[0]

/** Words before what a clause says of the person. */
export const WHO =
  "(?:(?:she|he|they|was|were|is|has|have|been|had|already|then|just|our|a|the|finished|as|but|and|unfortunately|she's|he's|they're)\\s+)*"
const reasonClause = new RegExp(
  `^${WHO}(?:(?:lost|missed|not hired|passed on|rejected)\\s+)?(?:reason:?\\s*|why:?\\s*|over\\s+|because of\\s+|due to\\s+)?(?<cause>.+)$`,
  'i',
)
export const reasonClauseOf = (clause: string): NotHiredReason | undefined =>
  reasonOf(clause) ?? reasonOf(reasonClause.exec(clause)?.groups?.cause ?? '')
/** Within a longer sentence only what can hardly mean anything else. */
export const reasonWithin = (text: string): NotHiredReason | undefined =>
  /\brunner[- ]?up\b|\bclose second\b|\bby a hair\b|\b(?:came|was|were) second to\b/i.test(text)
    ? 'close_second'
    : undefined

const WANTS =
  /^(?:(?:she|he|they|also|really|but|and|would|'d|she'd|he'd|they'd)\s+)*(?:wants?|wanted|would like|likes?|looking for|looks for|hopes for|come back (?:for|if)|interested in|keen on|open to|dreams of|bring(?:s)? (?:her|him|them)? ?back(?: if| for)?:?)\s+(?<what>.+)$/i
/** What would bring them back: "wants remote" → "remote". */
export const wantOf = (clause: string): string | undefined => WANTS.exec(clause)?.groups?.what

const REMOTE =
  /^(?:(?:fully|full|happy|ok|okay|open|to|with|be|is|prefers?|wants?|only|can|work|works|working|from|100%|a|job|role)\s+)*remote(?:ly)?(?:[- ](?:ok|okay|only|first|please|is|fine|friendly|work|job|role|working|too))*$/i
const NO_REMOTE =
  /^(?:(?:does not|doesn't|no|not|non|never|won't|work)[- ]+)+remote(?:ly)?$|^(?:on[- ]?site|office|in[- ]office)(?: only)?$/i
export function remoteOf(clause: string): boolean | undefined {
  if (NO_REMOTE.test(clause)) return false
  return REMOTE.test(clause) ? true : undefined
}
/** Whether the sentence denies what it mentions, so that "lacks Kubernetes" is no skill. */
export const denies = (clause: string): boolean =>
  /\b(?:no|not|without|lack(?:s|ed|ing)?|missing|weak(?:er|ness)?|little|never|limited|needs?|gap|rusty|learn(?:s|ing)?|less|cannot|(?:is|was|are|were|do|does|did|has|have|had|ca)n't)\b/i.test(
    clause,
  )
