/** What a sentence of a role's text says of what it names, in its own words. */
import { topicSaidAbroad, withoutVerdictAbroad } from './topics-abroad.ts'

/** What a line of a text is about. */
export const LINE_TOPICS = ['must', 'nice', 'neither', 'unsaid'] as const
export type LineTopic = (typeof LINE_TOPICS)[number]

export const NICE =
  /\b(?:nice[- ]to[- ]haves?|good to have|bonus(?: points)?|preferred|preferably|(?:is |are |would be )?a (?:big |huge |real )?plus|pluses|ideally|desirable|desired|advantage(?:ous)?|would be (?:great|nice|a benefit)|optional(?:ly)?|appreciated|helpful|extra (?:credit|points)|brownie points|even better)\b/i
/** What the company says of itself. */
export const OURS =
  /\b(?:benefits|perks|we (?:can |also )?(?:offer|provide)|what we(?: can)? offer|about (?:us|the company|the team)|who we are(?! (?:looking|searching|seeking)\b)|our company|why (?:us|join)|how to apply|equal opportunit(?:y|ies))\b/i
const NEEDED = '(?:required|needed|necessary|essential|mandatory|expected)'
export const NOT_NEEDED = new RegExp(
  String.raw`\b(?:not (?:strictly |absolutely )?(?:${NEEDED}|a (?:must|requirement))|no (?:[\w+#.-]+ ){0,5}${NEEDED}|(?:do(?:es)?n't|do not|does not|won't|will not) (?:have to |need|use|require|expect)|needn't|need not|no longer (?:use|need))\b`,
  'i',
)

/** As far as the sentence says it itself. */
export const topicSaid = (sentence: string): LineTopic | undefined =>
  OURS.test(sentence)
    ? 'neither'
    : NICE.test(sentence)
      ? 'nice'
      : NOT_NEEDED.test(sentence)
        ? 'neither'
        : /\b(?:must|required|essential|mandatory|(?:we|you|it|role|position|job|team|work) (?:\w+ )?requires?)\b/i.test(
              sentence,
            )
          ? 'must'
          : topicSaidAbroad(sentence)

const VERDICT = String.raw`(?:(?:is|are|would be|but)\s+)*(?:an?\s+)?(?:(?:big|huge|real|strongly|highly)\s+)?(?:nice(?:[- ]to[- ]have)?|plus|bonus|advantage|preferred|required|must(?:[- ]have)?|optional|desirable|essential|mandatory|needed|not\s+${NEEDED})`
const BARE = new RegExp(`^${VERDICT}\\W*$`, 'i')
const AT_END = new RegExp(`[\\s(,]+${VERDICT}[).!]*$`, 'i')

/** "(nice to have)" by itself: it speaks of what stands before it. */
export const isBareVerdict = (text: string): boolean => BARE.test(text.trim())

/** "Rust is a plus." names Rust, whatever else the sentence says of it. */
export const withoutVerdict = (text: string): string => withoutVerdictAbroad(text).replace(AT_END, '')
