/** Finds other people's names in a text that somebody wants to quote. It errs towards finding one. */
import { canonicalPlace } from '../pool/places.ts'
import { canonicalSkill } from '../pool/skills.ts'
import { fold } from '../shared/text.ts'
import { isPlainWord } from './plain-words.ts'
import { beginsWithAName } from './unknown-names.ts'

/** Names to look for, prepared once: a workspace has thousands of colleagues, and each draft many texts. */
export type Names = {
  /** Under each word of a name, the whole names of which it is a part; folded. */
  readonly byPart: ReadonlyMap<string, readonly (readonly string[])[]>
  /** Names in scripts that put no spaces between words. */
  readonly unspaced: readonly string[]
}

export function prepareNames(names: Iterable<string>): Names {
  const byPart = new Map<string, (readonly string[])[]>()
  const unspaced: string[] = []
  for (const name of new Set(names)) {
    if (SCRIPTS_WITHOUT_SPACES.test(name)) unspaced.push(name.normalize('NFKC').trim())
    const parts = partsOf(name)
    for (const part of parts) {
      const known = byPart.get(part)
      if (known === undefined) byPart.set(part, [parts])
      else known.push(parts)
    }
  }
  return { byPart, unspaced }
}

/**
 * True where a name, or a part of one, stands in the text as a word of its own: a whole name or a first name however it is written, a
 * family name with a capital, and so any part that is an everyday word, too. Words of the `own` names do not count.
 */
export function namesSomebody(text: string, { byPart, unspaced }: Names, own: readonly string[] = []): boolean {
  const plain = text.normalize('NFKC')
  if (unspaced.some((name) => plain.includes(name) && !own.includes(name))) return true
  const written = wordsOf(text)
  const folded = written.map(fold)
  const owners = own.map((name) => partsOf(name).join(' '))
  const mine = new Set(own.flatMap(partsOf))
  return folded.some((word, at) => {
    const names = byPart.get(word)
    if (names === undefined) return false
    const standsWhole = (parts: readonly string[]) =>
      parts.length > 1 &&
      !owners.includes(parts.join(' ')) &&
      parts.every((part, offset) => folded[at + offset] === part)
    if (names.some(standsWhole)) return true
    if (mine.has(word) || word.length < 2) return false
    if (/^\p{Lu}/u.test(written[at] ?? '')) return !PARTICLES.has(word) || names.some(([first]) => first === word)
    return word.length > 2 && !ALSO_WORDS.has(word) && names.some(([first]) => first === word)
  })
}

/** Behind these stands whoever was taken. */
export const CHOSEN = '(?:(?:went|go|gone|going) (?:with|for)|lost (?:out )?to|chose|chosen|picked|hired|preferred)'
// "we went with Marek by a hair": whoever was taken instead is named behind words like these, and may be on no record of ours.
const COMPARED = new RegExp(
  `\\b(?:${CHOSEN}|over|than|instead of|ahead of|behind|unlike|versus|vs\\.?|beat|compared (?:to|with))\\s+(\\p{Lu}[\\p{L}\\p{M}'’-]+)`,
  'giu',
)

/** "Marek was a hair better": whoever is better is no record's either. */
const BETTER =
  /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}'’-]+ (?:was|is|did|seemed|came|had) (?:\p{L}+ ){0,4}?(?:better|stronger|calmer|faster|quicker|sharper|warmer|ahead|closer|further|cheaper)(?![\p{L}\p{N}])/gu

/** Whether the word, in small letters, is rather that word than the name of somebody who is called so: will, grace, go. */
export const isEverydayWord = (folded: string): boolean =>
  folded.length < 3 || ALSO_WORDS.has(folded) || isPlainWord(folded) || canonicalSkill(folded) !== undefined

/** Whether somebody is compared with a person by name. Skills and places are no persons, and neither are the bearers of the `own` names. */
export function comparesWithSomebody(text: string, own: readonly string[] = []): boolean {
  const mine = new Set(own.flatMap(partsOf))
  const isBetter = ([said]: RegExpExecArray) => !mine.has(fold(wordsOf(said)[0] ?? '')) && beginsWithAName(said)
  if ([...text.normalize('NFC').matchAll(BETTER)].some(isBetter)) return true
  return [...text.normalize('NFC').matchAll(COMPARED)].some(([, found = '']) => {
    const [name = ''] = wordsOf(found)
    const isName = /^\p{Lu}\p{Ll}/u.test(name) && !mine.has(fold(name))
    return isName && canonicalSkill(name) === undefined && canonicalPlace(name) === undefined
  })
}

const SCRIPTS_WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/** Words that join the parts of a name and alone mean nobody. */
const PARTICLES = new Set(
  'al bin da das de del della den der di do dos du el la las le los san st ten ter van von y'.split(' '),
)

/** First names that are everyday words as well, so that in small letters they are taken for those. */
const ALSO_WORDS = new Set(
  'amber angel april art ash aspen august autumn axel basil bear bill bliss blue brook brooks buck can candy carol cash chance charity chase cherry christian clay clement cliff comfort constance cook coral crystal daisy dale dan dart dawn dean deep destiny drew duke earl ebony echo eden ernest faith fern flora forest frank gene gift glen gloria good grace grant gray grove guy happy harmony harry hazel heath heather holly honey hope hung hunter ida ian india innocent iris ivory ivy jack jade jasmine jasper jay jean jewel job joy judge jude july june justice justin karma kay ken king kit lance lane lark laurel lee leo liberty lily long lotus love lovely lucky major man marina mark mason matt maverick max may mel melody mercy merry mike miles mo moon more myrtle neat nick noble nor norm ocean olive opal page paris pat patience peace pearl peg penny pepper pierce piper poppy precious price prince princess promise prudence queen rain ran randy rather ray red reed rich ridge river rob robin rock rocky rod roman root rose rosemary rowan ruby rusty sage sally sandy sang savannah scarlet scout serenity sharp sid sienna sierra silver skip skipper sky smart so solar song spring star stella sterling stew stone storm strong sue summer sung sunny sunshine swift tab tad tate ted temple tiger tim tony trinity trip true tuesday unique unity van vera verity victor victoria viola violet virginia wade ward warren wendy west wild will willow win wisdom wise wolf wood woods wren yen you young zen'.split(
    ' ',
  ),
)

/** A possessive is still the name: "Marek's design". */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .replace(/['’]s\b/gu, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')

const partsOf = (name: string): readonly string[] => wordsOf(name).map(fold)
