/** Names that stand on no record of ours, such as of whoever was taken instead: capitals where prose has none. */
import { canonicalPlace } from '../pool/places.ts'
import { canonicalSkill } from '../pool/skills.ts'
import { fold } from '../shared/text.ts'

/** Whether a word behind the first may be somebody's or something's name: it has a capital, or a script without any, and is no skill, place, day or short form. */
export const mayNameBehindFirst = (text: string): boolean => wordsOf(text).slice(1).some(mayBeName)

/** As above, the first word included unless it is one that people begin with. */
export function mayNameAnywhere(text: string): boolean {
  const [first = ''] = wordsOf(text)
  return mayNameBehindFirst(text) || (mayBeName(first) && !BEGINNERS.has(fold(first)))
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
const BEGINNERS = new Set(
  'a an and at calm could good great has i impressed is knows likes loved loves nailed needs prefers really she he they strong superb the their her his very wants was we would'.split(
    ' ',
  ),
)
