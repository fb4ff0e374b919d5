/** How to greet somebody whose full name is all that we know. Where the first name is a guess, the full name is the polite choice. */
import { turnedName } from '../candidate/name-order.ts'
import { fold } from '../shared/text.ts'
import { plain } from './plain-text.ts'

const LATIN_NAME = /^\p{Lu}\p{M}*(?:\p{Script=Latin}|\p{M}|['’-])+$/u
const INITIAL = /^\p{Lu}\.?$/u

/** Words that belong to the family name that follows them: "Jan van der Berg" is Jan. */
const PARTICLES = new Set('da das de del della den der di do dos du el la le ten ter van von y'.split(' '))

/** Where these come first the family name may come first too: "Nguyen Van An", "Li Wei". */
const FAMILY_FIRST = new Set(
  'bui cai cao chan chang chao chen cheng cheung choi chow chung dang dinh do duong feng gao guo han he ho hoang hong hu huang huynh jang jiang jung kang kim kwon lam lau le lee leung li liang lim lin liu lu luo ly ma mai mao ng ngo nguyen oh park pham phan qian shen shi shin song su sun tan tang to tran trinh truong tsai vo vu wang wei wong woo wu xie xu yan yang yao ye yoo yu yuan zhang zhao zheng zhou zhu'.split(
    ' ',
  ),
)
const TITLES = new Set('dr mr mrs ms miss mx prof professor sir dame rev herr frau ing dipl'.split(' '))

/** The name for "Hi …,": `undefined` where what we have is not a name, so that the mail says just "Hello,". */
export function greetingName(fullName: string): string | undefined {
  const name = plain(fullName)
  if (name === '' || name.length > 60 || !/^[\p{L}\p{M}'’.,\- ]+$/u.test(name)) return undefined
  const turned = turnedName(name)
  if (turned !== undefined) {
    const isSure = turned.given.split(' ').every((word) => LATIN_NAME.test(word) && !isShouted(word) && !isTitle(word))
    return isSure ? turned.given : `${turned.given} ${turned.family}${turned.behind}`
  }
  const words = name.split(' ')
  const [first = '', ...rest] = words
  const folded = fold(first)
  const sure =
    LATIN_NAME.test(first) &&
    !isShouted(first) &&
    !name.includes(',') &&
    !FAMILY_FIRST.has(folded) &&
    !isTitle(first) &&
    isFamilyName(rest)
  return sure ? first : name
}

/** One word, or one with an initial or particles before it; two plain words might be a second first name. */
function isFamilyName(words: readonly string[]): boolean {
  const last = words.at(-1)
  if (last === undefined || !LATIN_NAME.test(last)) return false
  const ours = fold(last)
  if (words.length === 1 && FAMILY_FIRST.has(ours)) return true
  return words.slice(0, -1).every((word) => INITIAL.test(word) || PARTICLES.has(word.toLowerCase()))
}

const isTitle = (word: string): boolean => TITLES.has(fold(word).replace(/\.$/, ''))
const isShouted = (word: string): boolean => word.length > 1 && word === word.toUpperCase()
