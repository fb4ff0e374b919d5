/**
 * Keys under which a record is filed, so that those worth comparing are found without comparing all. Coarser than the comparison: two
 * records that it would call one person share at least one key, nearly always. A common name is filed with its company and its place,
 * because without either nobody would be asked about it; one that is nearly common is filed both ways, for it may be a slip of the other.
 */
import { companyKey } from '../consent/do-not-contact.ts'
import { canonicalPlace } from '../pool/places.ts'
import { fold } from '../shared/text.ts'
import { isCommon, isEastAsian, nearlyCommon, surnameKeys, syllables } from './common-surnames.ts'
import { consonants, surnameSpelling } from './name-sound.ts'
import { type NameWord, readName } from './name-words.ts'
import type { PersonRecord } from './same-person.ts'
import { familyKeys, formalLetters, isGivenName } from './short-names.ts'

/** A record is filed under no more. */
export const MOST_KEYS = 16

export function nameKeys({ name, company, place }: PersonRecord): readonly string[] {
  const keys = readName(name).ways.flatMap((words) => [...keysOf(words), ...eastAsianKeys(words)])
  const evidence = [
    ...(company === undefined ? [] : [`@${companyKey(company)}`]),
    ...(place === undefined ? [] : [`#${canonicalPlace(place) ?? fold(place)}`]),
  ]
  const bare = keys.flatMap(({ key, common }) => (common === 'yes' ? [] : [key]))
  const filed = (wanted: Common) =>
    keys.filter(({ common }) => common === wanted).flatMap(({ key }) => evidence.map((one) => `${key}${one}`))
  return [...new Set([...bare, ...filed('yes'), ...filed('nearly')])]
    .slice(0, MOST_KEYS)
    .map((key) => key.slice(0, LONGEST_KEY))
}

const LONGEST_KEY = 120

type Common = 'yes' | 'nearly' | 'no'
type Key = { readonly key: string; readonly common: Common }

function keysOf(words: readonly NameWord[]): readonly Key[] {
  const [first, last] = [words[0], words.at(-1)]
  if (first === undefined || last === undefined || words.length < 2) return []
  // Where it is plain which is the given name, only that order is filed.
  const turned = isGivenName(last.sound) && !isGivenName(first.sound)
  const certain = turned || (isGivenName(first.sound) && !isGivenName(last.sound))
  const natural = words.slice(1).flatMap((surname) => pairKeys(first, surname))
  const other = pairKeys(last, first)
  return certain ? (turned ? other : natural) : [...natural, ...other]
}

function pairKeys(given: NameWord, surname: NameWord): readonly Key[] {
  if (surname.initial) return []
  const spoken = consonants(surnameSpelling(surname.sound))
  const common = howCommon(surname)
  const letters = formalLetters(given.sound)
  const begins = [...new Set(letters.length > 0 ? letters : [given.folded.charAt(0)])]
  const byLetter = begins.map((letter) => `${letter}|${spoken.slice(0, 4)}`)
  const ends = `${surname.sound.charAt(0)}${spoken.slice(-1)}`
  const byName = given.initial ? [] : familyKeys(given.sound).map((family) => `${family}|${ends}`)
  return [...byLetter, ...byName].map((key) => ({ key, common }))
}

function howCommon({ sound, folded }: NameWord): Common {
  if (isCommon(sound) || isEastAsian(folded)) return 'yes'
  return nearlyCommon(sound) ? 'nearly' : 'no'
}

function eastAsianKeys(words: readonly NameWord[]): readonly Key[] {
  const [first, last] = [words[0], words.at(-1)]
  if (first === undefined || last === undefined || words.length < 2 || words.length > 4) return []
  return [
    { surname: first, given: words.slice(1) },
    { surname: last, given: words.slice(0, -1) },
  ].flatMap(({ surname, given }) => {
    const said = syllables(given.map(({ folded }) => folded).join(''))
    // One syllable is as common as a surname.
    return surnameKeys(surname.folded).map((key) => ({ key: `${key}:${said}`, common: said.length < 4 ? 'yes' : 'no' }))
  })
}
