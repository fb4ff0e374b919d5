/** Names that stand on no record of ours, such as of whoever was taken instead: capitals where prose has none. */
import { canonicalPlace } from '../pool/places.ts'
import { canonicalSkill } from '../pool/skills.ts'
import { fold } from '../shared/text.ts'
import { isOpening } from './opening-words.ts'

/**
 * Whether a word may be somebody's or something's name: it has a capital, or a script without any, and is no skill, place, day or short form.
 * The first word, which has its capital anyway, counts where it does something as people do: "Marek was", "Marek, who".
 */
export const mayNameSomebody = (text: string): boolean => mayNameBehindFirst(text) || beginsWithAName(text)

/** As above, the first word included unless it is one that people begin with. */
export function mayNameAnywhere(text: string): boolean {
  const [first = ''] = wordsOf(text)
  return mayNameBehindFirst(text) || (mayBeName(first) && !isOpening(fold(first)))
}

/** Whether what a text begins with may be a name and is said to be or to do something. */
export function beginsWithAName(text: string): boolean {
  const [first = ''] = wordsOf(text)
  return mayBeName(first) && !isOpening(fold(first)) && ACTS.test(text)
}

const ACTS =
  /^\W*[\p{L}\p{M}'’.-]+(?:['’]s|,| (?:and|or|seemed|was|is|were|are|has|had|did|does|would|will|could|can|should|got|came|went|beat|won|said|says|thinks|thought|felt|agrees|knows|knew|asked|asks|wants|likes|loves|prefers|needs|gave|gives|told|tells|ran|runs|led|leads|wrote|writes|kept|keeps|made|makes|took|takes|saw|sees|met|spoke|\p{Ll}{2,}ed))(?![\p{L}\p{N}])/u

/** Names that somebody wrote in capitals alone: "ANA SOUZA", but neither "AWS SRE" nor "SO GOOD". */
export const shoutedNames = (text: string): readonly string[] =>
  [...text.matchAll(SHOUTED)]
    .map(([run]) => run)
    .filter((run) => run.split(' ').some((word) => !isKnownInCapitals(word)))

const SHOUTED = /(?<![\p{L}\p{N}])\p{Lu}{2,}(?:[-'’]\p{Lu}+)*(?: \p{Lu}{2,}(?:[-'’]\p{Lu}+)*)+(?![\p{L}\p{N}])/gu

const isKnownInCapitals = (word: string): boolean =>
  word.length < 3 ||
  SHORT_FORMS.has(fold(word)) ||
  isOpening(fold(word)) ||
  canonicalSkill(word) !== undefined ||
  canonicalPlace(word) !== undefined

export function mayNameBehindFirst(text: string): boolean {
  return shoutedNames(text).length > 0 || wordsOf(text).slice(1).some(mayBeName)
}

const wordsOf = (text: string): readonly string[] =>
  text.split(/[^\p{L}\p{M}\p{N}'’+#.-]+/u).flatMap((word) => word.replace(/^[.'’-]+|[.'’-]+$/gu, '') || [])

function mayBeName(word: string): boolean {
  const foreign = /[\p{L}]/u.test(word.replace(/\p{Script=Latin}/gu, ''))
  if (!foreign && !/^\p{Lu}/u.test(word)) return false
  if (/^\p{Lu}{2,5}s?$/u.test(word) || /^I(?:['’]\w+)?$/.test(word) || CALENDAR.test(word)) return false
  return canonicalSkill(word) === undefined && canonicalPlace(word) === undefined
}

const CALENDAR = /^(?:\w+day|January|February|March|April|June|July|August|September|October|November|December)s?$/
const SHORT_FORMS = new Set(
  `api apac asap b2b bbc ceo cfo cio coo cpo cso cto cv emea eta eu fyi gdpr head hq hr ibm imo junior kpi kpis latam lead llm mba mid mvp nasa nhs
  okr okrs oss phd principal roi sap sdk senior sla slas staff tbh tldr uae uk us usa vp`.split(/\s+/),
)
