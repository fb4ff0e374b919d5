/** The words of a name as they are compared: what is no name left out, every script in Latin letters. */
import anyAscii from 'any-ascii'
import { fold } from '../shared/text.ts'
import { consonants, nameSound } from './name-sound.ts'

export type NameWord = {
  /** As it was written, for reasons. */
  readonly written: string
  readonly folded: string
  readonly sound: string
  /** A letter, with or without a point. */
  readonly initial: boolean
  /** Made of several words. */
  readonly glued: boolean
  /** Where it was written in a script of consonants. */
  readonly consonants: string | undefined
}

export type ReadName = {
  /** The ways in which its words may be parted: without particles, with them, the first two as one. */
  readonly ways: readonly (readonly NameWord[])[]
  /** `jr`, `sr`, `filho`, `1` to `5` */
  readonly generation: string | undefined
  /** The surname was in front of a comma. */
  readonly turned: boolean
}

/** Small letters that a family name may begin with: al-Rashid, d'Angelo. */
export const JOINED = "(?:(?:a[ldnrstz]|ash|el|ul|ur|bin|ibn|abu|d|l|dell|dall|o|de)['’-])"

const TITLES = new Set(
  'mr mrs ms miss mx dr prof professor herr frau sir dame ing dipl mag phd mba msc bsc md cpa pmp cfa llm esq jd he him his she her they them'.split(
    ' ',
  ),
)
const PARTICLES = new Set(
  'mac van von der den de del della dello dell di da do dos das du la le les el al bin ben ibn abu af zu zum zur ten ter t y e i d l op het'.split(
    ' ',
  ),
)
const GENERATIONS: Readonly<Record<string, string>> = {
  jr: 'jr', junior: 'jr', filho: 'filho', sr: 'sr', senior: 'sr', i: '1', ii: '2', iii: '3', iv: '4', v: '5',
  '1st': '1', '2nd': '2', '3rd': '3', '4th': '4', '5th': '5',
} // biome-ignore format: a table

const CJK = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u
const GREEK: readonly (readonly [RegExp, string])[] = [
  [/\bμπ|(?<=^|\s)μπ/gi, 'b'], [/(?<=^|\s)ντ/gi, 'd'], [/γκ/gi, 'g'], [/γγ/gi, 'ng'], [/ου|ού/gi, 'ou'], [/ευ|εύ/gi, 'ev'], [/αυ|αύ/gi, 'av'], [/χ/gi, 'ch'],
] // biome-ignore format: a table

/** Brackets and quotes around another name, or around what is none. */
const ASIDE = /\(([^)]*)\)|["“”„]([^"“”„]+)["“”„]/

export function readName(name: string): ReadName {
  const aside = ASIDE.exec(name)
  const beside = (aside?.[1] ?? aside?.[2] ?? '').trim()
  const [before = '', after] = name.replace(new RegExp(ASIDE, 'gu'), ' ').split(/[,،]/, 2)
  const behind = after === undefined ? [] : wordsIn(after)
  const turned = behind.some((one) => !isNoName(one) && (one.word.length === 1 || generationOf(one.word) === undefined))
  const all = (turned ? [...behind, ...wordsIn(before)] : [...wordsIn(before), ...behind]).filter(
    (one) => !isNoName(one),
  )
  const generation = all.map(({ word }, at) => (mayBeGeneration(all, at) ? generationOf(word) : undefined))
  const names = all.filter((_, at) => generation[at] === undefined)
  const alias = /^\p{L}[\p{L}' -]*$/u.test(beside) ? wordsIn(beside)[0] : undefined
  const ways = waysOf(names)
  const [first, ...rest] = ways[0] ?? []
  if (alias !== undefined && first !== undefined && !isNoName(alias)) ways.push([toWord(alias), ...rest])
  return {
    ways: ways.map((words) => words.slice(0, MOST_WORDS)),
    generation: generation.find((one) => one !== undefined),
    turned,
  }
}

/**
 * A Jr. is not a Sr. Where only one says so, the other may have left it out; but a Filho is called so in his passport, and his father is not.
 */
export function areTwoGenerations({ generation: one }: ReadName, { generation: other }: ReadName): boolean {
  if (one !== undefined && other !== undefined) return one !== other
  return (one ?? other) === 'filho'
}

/** Never in front. One letter is a number only at the very end; five, and Filho, only behind two names: `Priya V` has an initial. */
function mayBeGeneration(all: readonly Written[], at: number): boolean {
  const word = all[at]?.word
  if (word === 'filho') return at > 1
  if (word !== 'i' && word !== 'v') return at > 0
  return at > (word === 'v' ? 1 : 0) && at === all.length - 1
}

const MOST_WORDS = 8

function waysOf(names: readonly Written[]): NameWord[][] {
  // A name of particles alone is a name all the same.
  const isParticle = ({ word, written }: Written, at: number) =>
    at > 0 && at < names.length - 1 && PARTICLES.has(word) && (word.length > 1 || written === word)
  const parted = names.filter((one, at) => !isParticle(one, at))
  const glued: Written[] = []
  let waiting: Written | undefined
  for (const [at, one] of names.entries()) {
    const whole = waiting === undefined ? one : glue(waiting, one)
    waiting = isParticle(one, at) ? whole : undefined
    if (waiting === undefined) glued.push(whole)
  }
  const ways = [parted.map(toWord)]
  if (glued.length < names.length) ways.push(glued.map(toWord))
  const [first, second, ...rest] = glued
  if (first !== undefined && second !== undefined && rest.length > 0 && first.word.length > 1 && second.word.length > 1)
    ways.push([glue(first, second), ...rest].map(toWord))
  return ways
}

const glue = (one: Written, other: Written): Written => ({
  written: `${one.written} ${other.written}`,
  word: one.word + other.word,
  script: other.script,
})

// A script without vowels writes Omar as it would be `mr`.
const isNoName = ({ word, script }: Written) => script === 'other' && TITLES.has(word)
const generationOf = (word: string): string | undefined => GENERATIONS[word]

type Written = { readonly written: string; readonly word: string; readonly script: 'consonants' | 'other' }

function wordsIn(text: string): readonly Written[] {
  // Dots part initials (A.J.), and so does writing them together (JP) in front of a name.
  const parts = (CJK.test(text) ? anyAscii(text).replace(/(?<=[a-z])(?=[A-Z])/g, ' ') : text)
    .replace(/\./g, '. ')
    .split(/[\s\-‐–/]+/u)
    .filter((part) => /[\p{L}]/u.test(part))
  return parts.flatMap((written): Written[] => {
    const arabic = /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(written)
    const plain = arabic
      ? written.replace(/^(?:ال|ה)/u, '')
      : GREEK.reduce((word, [of, by]) => word.replace(of, by), written)
    const word = /^[1-5](?:st|nd|rd|th)$/i.test(written) ? written.toLowerCase() : fold(plain).replace(/[^a-z]/g, '')
    if (word === '') return []
    if (/^[A-Z]{2}$/.test(written) && parts.length > 1 && !/[AEIOUY]/.test(written))
      return Array.from(written).map((letter) => ({ written: letter, word: letter.toLowerCase(), script: 'other' }))
    return [
      {
        written: written.replace(/\.$/, ''),
        word: SPELT[word] ?? word.replace(/^mc(?=[a-z]{3})/, 'mac'),
        script: arabic ? 'consonants' : 'other',
      },
    ]
  })
}

const SPELT: Readonly<Record<string, string>> = { saint: 'st', santa: 'st', mc: 'mac' }

const toWord = ({ written, word, script }: Written): NameWord => ({
  written,
  folded: word,
  sound: nameSound(word),
  initial: word.length === 1,
  glued: written.includes(' '),
  consonants: script === 'consonants' ? consonants(word) : undefined,
})
