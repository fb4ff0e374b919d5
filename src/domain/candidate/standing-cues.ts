/** Turns of phrase that tell where things stand with somebody. A clause says so as a whole or not at all: a cue that is heard takes its words away. */
import type { Standing } from './candidate.ts'
import { WHO } from './cues.ts'
import { WHEN } from './said-days.ts'

export type StandingCue = {
  readonly standing: Standing
  readonly when: string | undefined
  readonly cause: string | undefined
}

/** Before what we did or did not do. "She told them no" is hers, so neither she nor they stand here. */
const OURS = "(?:(?:we|i|we've|i've|have|had|already|then|just|finally|as|but|and|unfortunately|sadly)\\s+)*"
const HER = '(?:her|him|them)'
const WHY = '(?:\\s+(?:over|because of|due to|for|citing|on)\\s+(?<cause>.+?))?'
/** When and why, in either order: "in March over pay", "over pay last week". */
const WHEN_AND_WHY = `(?:\\s+(?<when>${WHEN}))?${WHY}(?:\\s+(?<whenAfter>${WHEN}))?`

// What somebody was not told must be our answer: who "doesn't know Kubernetes" or "has not told her employer" may well have it.
const YET = '(?:\\s+(?:as )?yet)?'
const ANSWER = '(?:the|our) (?:final )?(?:outcome|result|decision|answer|verdict|news|bad news)'
const TOLD = '(?:told|informed|notified)'
const TELL = '(?:tell|inform|notify)'
const OF_IT = `(?:\\s+(?:no|anything|(?:of |about )?(?:it|${ANSWER})))?(?:\\s+by us)?${YET}`
const HEARD = `(?: back)?(?: from us)?(?: anything| ${ANSWER})?(?: from us)?${YET}`
const NOT_TOLD = [
  // "Has not told" is what the person did.
  `(?:(?<!\\b(?:has|have|had)\\s+)(?:not|never|(?:is|was|were)n'?t)|(?:not|never|(?:has|have|had)n'?t)${YET} been)${YET} ${TOLD}${OF_IT}`,
  `(?:still|yet) to be ${TOLD}${OF_IT}`,
  `(?:not|never|(?:has|have|had)n'?t)${YET} heard${HEARD}`,
  `(?:still|yet) to hear${HEARD}`,
  `(?:doesn'?t|does not|(?<=\\bthey )(?:don'?t|do not))${YET} know(?: about it| (?:of |about )?${ANSWER})?${YET}`,
  'untold',
].join('|')
const WE_HAVE_NOT_TOLD = [
  `(?:not|never|haven'?t|hadn'?t|nobody(?: has)?|no one(?: has)?)${YET} ${TOLD} ${HER}${OF_IT}`,
  `(?:did not|didn'?t)${YET} ${TELL} ${HER}${OF_IT}`,
  `(?:still|yet)(?: have| need)? to ${TELL} ${HER}${OF_IT}`,
].join('|')

// Companies and other people reject and hire, too. Behind by, at and from only this is ours, a measure or a means.
const OUR_PART =
  '(?:us|our|(?:the|this|that)(?! competition| competitor| other)|a (?:hair|whisker|nose|vote|(?:small |narrow |thin )?margin)|one vote|e-?mail|phone|letter|mail|text|call|last|first|final|on-?site|offer|screening|interview|cv|\\d)\\b'
const NOT_ELSEWHERE = `(?!.*\\b(?:by|at|from)\\s+(?!${OUR_PART}))`
/** What may follow "rejected" without being what was rejected. */
const WHY_OR_WHEN = `(?:${WHEN}|by|on|in|at|back|early|late|around|over|because|due|for|citing|after|before|as|since|during|from|with|once|twice|again|and|but)\\b.*`
const AGO =
  '(?:about |around |almost |roughly |over |just )?(?:[a-z0-9]{1,5}|a couple of|a few|several) (?:day|week|month|year)s? ago'

// Who rejects an offer is not rejected: what names an offer comes first.
const STANDING_CUES: readonly (readonly [Standing, string, string])[] = [
  ['not_told', WHO, NOT_TOLD],
  ['not_told', OURS, WE_HAVE_NOT_TOLD],
  ['declined_offer', WHO, `(?:declined|turned down|rejected|refused|said no to)(?:(?: (?:our|the|an|my))? offer| our counter-?offer)${WHEN_AND_WHY}`],
  ['told_no', WHO, '(?:told no(?! one\\b)|turned down by us|got our no|(?:told|heard) (?:the outcome|the bad news))(?:\\s+(?<when>.+))?'],
  ['told_no', WHO, `(?:rejected|got a no)(?=\\s|$)${NOT_ELSEWHERE}(?: by us)?(?:\\s+(?<when>${WHY_OR_WHEN}))?`],
  ['told_no', OURS, `(?:told ${HER} (?:no(?! one\\b)|the outcome|the bad news)|(?<=\\b(?:we|i|we've|i've)\\s+(?:have |had |already |then |just |finally )*)(?:said no|(?:rejected|turned down) ${HER}))(?:\\s+(?<when>.+))?`],
  ['interviewing', WHO, '(?:still |currently )?(?:interviewing|in process|in the process|mid[- ]process|in the pipeline)(?: with us| here)?'],
  ['withdrew', WHO, `(?:withdrew|withdrawn|pulled out|dropped out)(?: (?:(?:her|his|their) application|from the process))?${WHEN_AND_WHY}`],
  ['hired', WHO, `(?:got )?hired(?=\\s|$)${NOT_ELSEWHERE}(?: by us| here| internally)?(?:\\s+(?<when>(?:in|into|on|last|yesterday|today)\\b.*|${AGO}))?`],
] // biome-ignore format: a table
const standingClauses = STANDING_CUES.map(
  ([standing, who, cue]) => [standing, new RegExp(`^${who}(?:${cue})$`, 'i')] as const,
)

/** Where things stand, if the whole clause says so: "told no in March", "declined our offer over relocation". */
export function standingOf(clause: string): StandingCue | undefined {
  for (const [standing, cue] of standingClauses) {
    const match = cue.exec(clause)
    if (match === null) continue
    const said = match.groups?.when ?? match.groups?.whenAfter
    const when = said?.replace(/^(?:(?:on|in|at|back|early|late|mid|around|the)\s+)+/i, '')
    return { standing, when, cause: match.groups?.cause }
  }
  return undefined
}
