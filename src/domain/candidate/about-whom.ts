/** Of the people whom a flagged message names, which one it is about: the words around a name tell who came second and who was taken. */
import { CHOSEN } from '../outreach/names.ts'

// "We nearly hired her" is what a silver medal is.
const NOT_REALLY =
  "(?<!(?:\\b(?:nearly|almost|not|never|would|should|could|to)|'d|n't)\\s+(?:have\\s+|just\\s+|gladly\\s+)?)"
// Whoever stands behind these won the job or did the interview.
const SOMEBODY_ELSE = new RegExp(
  `(?:\\b${NOT_REALLY}(?:${CHOSEN}|offered(?: (?:it|the (?:job|role|position)) to)?)|\\boffers?(?: (?:went|goes|gone|is|was|has|just|out|made|sent)){0,3} to|\\b(?:our|the) (?:new )?hire|second to|runner[- ]?up to|beat by|interviewed by|thanks to|thanks|cc|fyi|says|said|(?<!\\bimpressed )\\bby)\\s+$`,
  'i',
)
// Whoever stands behind these is a company or the one who tells it.
const WHERE_FROM = /(?:\b(?:from|at)\s+(?:the\s+)?|\bex-)$/i
const ABOUT =
  /\b(?:interviewed|met|flag|flagging|about|meet|loved|re|candidate|finalist|spoke (?:to|with)|chatted with|impressed by|shout-?out to|sad to lose)\s*:?\s+$/i
const DOES =
  /^(?:'s\b|,? (?:was|is|did|has|had|would|could|nailed|impressed|came|blew|showed|interviewed|gave|finished|lost|deserves|really|just)\b)/i

/** Somebody else is the measure; but "nobody was better than Nadia Rahimi" praises her. */
const MEASURE =
  /\b(?:(?<!\b(?:rather|other) )than|unlike|versus|vs\.?|compared (?:to|with)|(?:just|right|close|finished|came) behind)\s+$/i
const NOBODY = /\b(?:nobody|no one|no-one|never|none|hardly|rarely|not)\b/i
const DAYS =
  '(?:on |next |this |in )*(?:Monday|Tuesday|Wednesday|Thursday|Friday|January|February|March|April|May|June|July|August|September|October|November|December|tomorrow|today|soon|week|month|as\\b)'
/** Whoever does this was taken: the form is for those who were not. */
const WON = new RegExp(
  `^,?(?: (?:who|has|had|have|will|just|narrowly|only|then|now|already))* (?:(?:beat|edged out|pipped) (?:her|him|them|\\p{Lu})|won(?: (?:it|by|the (?:job|role|position))\\b|[.,;!]|$)|is joining(?! us for\\b)|(?:join|joins) us(?! for\\b)|joined (?:us )?as\\b|(?:is starting|starts?|started) ${DAYS}|accepted(?: (?:our|the|an|his|her|their) offer\\b|[.,;!]|$)|(?:got|took) the (?:job|role|position|offer(?! (?:page|flow|process|service)))\\b|was (?:the|our) winner\\b|signed(?: (?:yesterday|last|with us|(?:our|the|an|his|her|their) (?:offer|contract))\\b| ${DAYS}|[.,;!]|$)|(?:was|were|got|has been) (?:hired|chosen|picked|selected|taken)\\b|was (?:(?:slightly|just|simply|even|a bit|a little|a hair|much) )*better(?: than \\p{Lu}|[.,;!]|$))`,
  'u',
)
/** The very words of a silver medal. */
const SECOND =
  /^[,:-]?(?: (?:who|was|is|came|finished|placed|just|the|a|our|in|very|so|narrowly|only|as|my|:|-))* (?:lost (?:out )?to|second\b|2nd\b|runner[- ]?up|so close|close second|silver|missed out)/i

/** "We took Marek Nowak"; but whom we took through a plan or to lunch was a guest. */
const TOOK = /\b(?:we|they) (?:then |just |also )?took\s+$/i
const ALONG = /^ (?:through|to|out|along|around|round|on|into|over|at|back|for (?:a|an|lunch|coffee|granted))\b/i

export const isSomebodyElse = (before: string, after: string): boolean =>
  SOMEBODY_ELSE.test(before) || WHERE_FROM.test(before) || (TOOK.test(before) && !ALONG.test(after))

/** How much the text seems to be about whoever is named between the two; below nothing it is about somebody else. */
export function aboutness(before: string, after: string): number {
  const measured = MEASURE.test(before) && !NOBODY.test(before)
  return (
    (ABOUT.test(before) ? 2 : 0) +
    (DOES.test(after) ? 2 : 0) +
    (SECOND.test(after) ? 2 : 0) -
    (measured ? 3 : 0) -
    (WON.test(after) ? 5 : 0)
  )
}
