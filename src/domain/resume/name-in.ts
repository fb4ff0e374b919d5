/** The name that a résumé begins with, by the shape of its lines. */
import { isCommonGivenName } from '../candidate/common-given-names.ts'
import { isCommon } from '../candidate/common-surnames.ts'
import { nameSound } from '../candidate/name-sound.ts'
import { canonicalPlace, listedPlace } from '../pool/places.ts'
import { canonicalSkill, findSkills } from '../pool/skills.ts'
import { fold } from '../shared/text.ts'
import { isCapless, isHeading, whole } from './capless-name.ts'
import { readsAsJob } from './job-words.ts'

const SECTION_WORD =
  /\b(?:skills?|details|information|data|daten|angaben|statement|summary|profile|contact|kontakt|page|vitae|lebenslauf|certified|certificates?|certifications?|languages|sprachen|experience|education|employment|references|projects|interests|hobbies)\b/i
const LABEL =
  '(?:(?:full |first and last )?name|vor- und (?:nach|zu)name|nom(?: complet)?|nombre|nome|naam|氏名|名前|姓名|이름|성명|الاسم|שם|नाम)'
const LABELLED = new RegExp(String.raw`^${LABEL}\s*[:：]\s*(.+)$`, 'i')
const LABEL_ALONE = new RegExp(String.raw`^${LABEL}\s*[:：]?$`, 'i')
const PART = /^\p{L}[\p{L}\p{M}'’.-]*$/u
const SMALL = new Set('de da do dos das van von der den ter ten del di la le el bin al y e zu af'.split(' '))
/** No part of the name that somebody is greeted by. */
const HONORIFIC =
  /^(?:(?:(?:dr|prof|mr|mrs|ms|mx|herr|frau)(?:\.-?|(?=\s))|(?:dipl|ing|mag|med|rer|nat|phil|jur|habil|h\.\s?c)\.-?)\s*(?:\((?:fh|th|tu|ba|dh|uni)\)\s*)?)+(?=\p{L})/iu
const MOST_LINES = 40
const MOST_TOP = 12

/** Said as such anywhere near the beginning; else what the top of the page begins with, where it is no employer and no pair of skills. */
export function nameIn(
  top: readonly string[],
  all: readonly string[],
  work: readonly string[] = [],
): string | undefined {
  for (const [at, line] of all.slice(0, MOST_LINES).entries()) {
    const said = LABELLED.exec(line)?.[1] ?? (LABEL_ALONE.test(line) ? all[at + 1] : undefined)
    const name = said === undefined ? undefined : (asName(givenFirst(bare(said))) ?? asName(said))
    if (name !== undefined) return name
  }
  const employers = new Set(work.flatMap((line) => line.split(/\s*[|•·,]\s*|\s[-–—]\s/)).map((one) => one.trim()))
  for (const line of top.slice(0, MOST_TOP)) {
    const name = asName(line)
    if (name !== undefined && !employers.has(name) && !namesSkills(name) && !/\b(?:19|20)\d{2}\b/.test(line))
      return name
  }
  return undefined
}

/** Where what is told at the side comes first, the name stands in the middle, with what they do below it. */
export function nameAboveTitle(lines: readonly string[]): string | undefined {
  const at = lines.findIndex(
    (line, at) => asName(line) !== undefined && findSkills(line).length === 0 && readsAsJob(lines[at + 1] ?? ''),
  )
  return at < 0 ? undefined : asName(lines[at] ?? '')
}

/** "HubSpot SAP" of two columns read as one; in "Sarah Jenkins" only one of the words is a skill, too. */
const namesSkills = (name: string): boolean => name.split(' ').every((word) => canonicalSkill(word) !== undefined)

function asName(line: string): string | undefined {
  const said = bare(turned(line) ?? beforeJob((line.split(/\s*[|•·,]\s*/)[0] ?? '').trim()))
  const words = said.split(' ')
  if (said.length > 60 || isHeading(said)) return undefined
  if (whole(said)) return listedPlace(said) === undefined ? said : undefined
  const long = words.filter((word) => !SMALL.has(word.toLowerCase()))
  if (words.length < 2 || long.length > 5) return undefined
  if (readsAsJob(said) || SECTION_WORD.test(said)) return undefined
  if (!words.every((word) => PART.test(word))) return undefined
  if (!long.every((word) => /^\p{Lu}/u.test(word) || isCapless(word))) return undefined
  // "El Paso, Texas" is a place as a whole; in "Ana Souza, Lisbon" only what stands behind the name is.
  if (/,/.test(line) && canonicalPlace(line) !== undefined) return undefined
  if (listedPlace(said) !== undefined || canonicalSkill(said) !== undefined) return undefined
  return said === said.toUpperCase() ? words.map(capital).join(' ') : said
}

/** Without "Dr. med." before and "(she/her)" behind. */
const bare = (text: string): string =>
  text
    .replace(/\s*[(（][^()（）]*[)）]\s*$/, '')
    .replace(HONORIFIC, '')
    .trim()

/** "Jane Doe - Product Designer" is Jane Doe. */
function beforeJob(text: string): string {
  const [name = '', ...rest] = text.split(/\s+[-–—]\s+/)
  return rest.some((one) => readsAsJob(one)) ? name : text
}

/** "van der Berg, Pieter" is Pieter van der Berg; "Lisbon, Portugal" has no such small word and stays. */
function turned(line: string): string | undefined {
  const [family, given] = aroundComma(line)
  const [first = '', ...rest] = family.split(' ')
  if (given === '' || rest.length === 0 || !SMALL.has(first.toLowerCase())) return undefined
  return listedPlace(given) === undefined ? `${given} ${family}` : undefined
}

/** What is said to be a name and has one word before its comma is turned too: "Schmidt, Hans-Peter". */
function givenFirst(said: string): string {
  const [family, given] = aroundComma(said)
  if (given === '' || listedPlace(given) !== undefined) return said
  return family.includes(' ') && !(isGiven(given) && (isCommon(firstSound(family)) || !isGiven(family)))
    ? said
    : `${given} ${family}`
}

/** "Souza Lima, Ana" is turned as well, but "Jane Doe, Fernhollow" and "Ana Lima, Maria" may be a name with something else behind it. */
const isGiven = (text: string): boolean => isCommonGivenName(firstSound(text))
const firstSound = (text: string): string => nameSound(fold(text.split(' ')[0] ?? ''))

function aroundComma(text: string): readonly [string, string] {
  const [, family = '', given = ''] = /^([^,|•·]+),\s*(\p{Lu}[^,|•·]*)$/u.exec(text.trim()) ?? []
  return [family, given]
}

/** `SOUZA-LIMA` → `Souza-Lima` */
const capital = (word: string): string =>
  word.toLowerCase().replace(/(^|[-'’])(\p{L})/gu, (whole) => whole.toUpperCase())

/** "J O H N   D O E" is John Doe: letters that are spaced for show belong together, and wider gaps stand between words. */
export function unspaced(line: string): string {
  const words = line.trim().split(/\s{2,}/)
  return words.every((word) => /^\p{Lu}(?: \p{Lu})+$/u.test(word)) && words.some((word) => word.length > 4)
    ? words.map((word) => word.replaceAll(' ', '')).join(' ')
    : line
}
