/** A word of a name reduced to what its spellings in Latin letters have in common: `Mueller` and `Müller`, `Yevgeny` and `Evgenii`. */

// In this order; the longest first.
const RULES: readonly (readonly [RegExp, string])[] = [
  [/['’`-]/g, ''],
  [/ae|aa/g, 'a'],
  [/(?<=^|[^aeiou])yo/g, 'e'],
  [/o[eu]h?(?=[^aeiou]|$)/g, 'o'],
  [/ue/g, 'u'],
  [/sc?hc?h/g, 'sh'],
  [/tsch/g, 'ch'],
  [/zh/g, 'j'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/dj/g, 'j'],
  [/ck|c(?!h)|q/g, 'k'],
  [/tz/g, 'ts'],
  [/w/g, 'v'],
  [/x/g, 'ks'],
  [/oo/g, 'u'],
  [/ee/g, 'i'],
  [/^[yj](?=e)/, ''],
  [/[yj]/g, 'i'],
  [/([aeiou])h(?![aeiou])/g, '$1'],
  [/(.)\1+/g, '$1'],
  [/ei(?=.)/g, 'e'],
  [/[ei]i$/g, 'i'],
]

/** `word` is folded already: small Latin letters. Only for comparing. */
export const nameSound = (word: string): string =>
  RULES.reduce((text, [pattern, instead]) => text.replace(pattern, instead), word)

/** What Arabic and Hebrew write of a name: its consonants. */
export const consonants = (word: string): string => nameSound(word).replace(/[aeiouv]/g, '')

/** A surname as its spellings in several lands have it in common: `Souza` and `Sousa`, `Jensen` and `Jenson`, `Petrov` and `Petroff`. */
export const surnameSpelling = (word: string): string =>
  word.replace(/z/g, 's').replace(/off?$/, 'ov').replace(/son$/, 'sen')
