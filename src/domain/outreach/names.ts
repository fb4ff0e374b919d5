/** Finds other people's names in a text that somebody wants to quote. It errs towards finding one. */
import { canonicalPlace } from '../pool/places.ts'
import { canonicalSkill } from '../pool/skills.ts'
import { fold } from '../shared/text.ts'

/** Names that are also everyday words count only where they are written with a capital. */
const ALSO_WORDS = new Set(
  'will may mark grant rose frank young long day hope grace bill rich art dean page price chance best good king love an may june april august dawn summer autumn winter faith joy iris ivy jack pat ray rob sue guy hunter mason carter cook baker smith bishop banks fields rivers stone wood woods black white brown green gray sharp strong swift little small short power powers law lane hall hill park parks field ford moon star case major singer taylor weaver miller fisher cooper archer porter parker van von der den del las los san ben max win ward wise noble golden silver early blue rush dale glen heath miles pierce drew chase cash reed read penny robin jade ruby pearl olive lily daisy violet holly crystal amber melody harmony honor justice christian sterling major duke prince earl'.split(
    ' ',
  ),
)

/** True where a name, or a part of one, stands in the text as a word of its own. Parts of the candidate's `own` name do not count. */
export function namesSomebody(text: string, names: readonly string[], own = ''): boolean {
  const written = wordsOf(text)
  const folded = written.map(fold)
  const capitalised = new Set(written.filter((word) => /^\p{Lu}/u.test(word)).map(fold))
  const plain = new Set(folded)
  const running = ` ${folded.join(' ')} `
  const mine = new Set(wordsOf(own).map(fold))
  return names.some((name) => {
    const parts = wordsOf(name).map(fold)
    if (parts.length === 0) return false
    if (SCRIPTS_WITHOUT_SPACES.test(name)) return text.normalize('NFKC').includes(name.normalize('NFKC').trim())
    if (parts.every((part) => mine.has(part))) return false
    if (parts.length > 1 && running.includes(` ${parts.join(' ')} `)) return true
    return parts.some(
      (part) =>
        !mine.has(part) &&
        part.length > 1 &&
        (part.length === 2 || ALSO_WORDS.has(part) ? capitalised.has(part) : plain.has(part)),
    )
  })
}

// "we went with Marek by a hair": whoever was taken instead is named behind words like these, and may be on no record of ours.
const COMPARED =
  /(?:\b(?:went|go|gone|going) (?:with|for)|\b(?:over|than|instead of|ahead of|behind|unlike|versus|vs\.?|beat|lost (?:out )?to|chose|chosen|picked|hired|preferred|compared (?:to|with)))\s+(\p{Lu}[\p{L}\p{M}'’-]+)/giu

/** Whether somebody is compared with a person by name. Skills and places are no persons, and neither is the candidate. */
export function comparesWithSomebody(text: string, own = ''): boolean {
  const mine = new Set(wordsOf(own).map(fold))
  return [...text.normalize('NFC').matchAll(COMPARED)].some(([, found = '']) => {
    const [name = ''] = wordsOf(found)
    const isName = /^\p{Lu}\p{Ll}/u.test(name) && !mine.has(fold(name))
    return isName && canonicalSkill(name) === undefined && canonicalPlace(name) === undefined
  })
}

const SCRIPTS_WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/** A possessive is still the name: "Marek's design". */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .replace(/['’]s\b/gu, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
