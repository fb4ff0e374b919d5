/** Plain words that together promise what nobody may, or tell an outcome, which is the template's to tell. */
import { fold } from '../shared/text.ts'

const NEVER =
  /\b(?:(?:you|we)(?:'ll| will| shall| must| have to| need to)|(?:wanted|want|need) you|place is|(?:go|going|went) (?:with|for|another way)|made up (?:my|our) mind|not (?:a )?(?:good )?fit)\b/

// "I can give you an introduction" and "what would make you think of a change" offer no job.
const HELP =
  '(?:(?:an?|any|the|some|more|all) )*(?:\\w+ )?(?:introductions?|calls?|details|description|news|notes?|time|hand|idea|answer|opinion|view|word|sense|space)\\b'
/** Unless a fact says so itself. */
const TELLING: readonly RegExp[] = [
  new RegExp(`\\b(?:giv(?:e|ing)|gave|get|got) you\\b(?! ${HELP})`),
  new RegExp(
    `\\b(?:make|makes|made|making) you\\b(?! (?:want|think|happy|glad|curious|change|consider|feel|say|${HELP}))`,
  ),
  /\blove you\b/,
  /\bhave you (?:back|with|here|as|on|at|join|in(?! (?:mind|my mind)))\b/,
  /\b(?:have|take|taken|want|welcome|bring|get) (?:you|them) back\b/,
  /\bcome back\b(?! to (?:you|me|this|it|that|how|what|mind|when|your)\b)/,
  /\b(?:place|role|job|position|opening|one) (?:\w+ )?(?:is )?(?:yours\b|for you\b(?! (?:to|and)\b))/,
  /\b(?:keep|keeping|kept) the .*\bfor you\b/,
  /\bgood news\b/,
  /\b(?:somebody|someone) else\b/,
  /\b(?:the|a|an|one|my|our|another|some|many|few|any|good|their) reasons?\b(?! (?:that |why )?(?:(?:i|we)(?:'m| am| are|'re)? (?:writing|write|wrote|thought|think|remember|ask|asking)|to (?:write|ask|talk|speak|call|be in touch))\b)/,
  /\bchange of (?:mind|heart)\b|\bchanged (?:my|our|their) minds?\b/,
  /(?:^|[.!:;,] ?)welcome\b/,
]

/** Whether words of a letter offer or tell what only a person or the template may; `facts` are those that they tell. */
export function tellsAnOutcome(text: string, facts: readonly string[]): boolean {
  const folded = fold(text)
  const known = facts.map(fold)
  return NEVER.test(folded) || TELLING.some((rule) => rule.test(folded) && !known.some((fact) => rule.test(fact)))
}
