/** Two names word by word: which stands for which, how surely, and why. */
import { editDistance } from '../shared/text.ts'
import { isCommon, isEastAsian, sameSurname, syllables } from './common-surnames.ts'
import { consonants, surnameSpelling } from './name-sound.ts'
import { areTwoGenerations, type NameWord, type ReadName, readName } from './name-words.ts'
import { formalLetters, isFormal, isGivenName, kinship } from './short-names.ts'

export type NameReason =
  | { readonly kind: 'same_name' | 'swapped' | 'extra_names' | 'common_name' | 'one_generation' }
  | {
      readonly kind: 'spelling' | 'short_for' | 'both_forms' | 'typo' | 'initial'
      readonly one: string
      readonly other: string
    }

/** `strength` is between 0, two names, and 1, the same written twice. */
export type Alignment = { readonly strength: number; readonly reasons: readonly NameReason[]; readonly common: boolean }

const NOBODY: Alignment = { strength: 0, reasons: [], common: false }

export function alignNames(one: string, other: string): Alignment {
  const [a, b] = [readName(one), readName(other)]
  if (areTwoGenerations(a, b)) return NOBODY
  let best = NOBODY
  for (const ours of a.ways)
    for (const theirs of b.ways)
      for (const found of [alignWords(ours, theirs, a, b), alignEastAsian(ours, theirs)])
        if (found.strength > best.strength) best = found
  if (a.generation === b.generation || best.strength === 0) return best
  // A son is rarely written without his "Jr." where his father is on record: more than the name has to speak for them.
  return { ...best, strength: best.strength * 0.6, reasons: [...best.reasons, { kind: 'one_generation' }] }
}

type Likeness = { readonly weight: number; readonly reason: NameReason | undefined }
type Match = Likeness & { readonly at: number; readonly to: number; readonly initial: boolean }

function alignWords(ours: readonly NameWord[], theirs: readonly NameWord[], a: ReadName, b: ReadName): Alignment {
  const matches = bestMatches(ours, theirs)
  const leftOurs = ours.filter((_, at) => !matches.some((match) => match.at === at))
  const leftTheirs = theirs.filter((_, to) => !matches.some((match) => match.to === to))
  // What neither knows of the other tells them apart; what only one of them has is a middle name or a second surname.
  if (matches.length < 2 || (leftOurs.length > 0 && leftTheirs.length > 0)) return NOBODY
  const whole = matches.filter(({ initial }) => !initial)
  if (whole.length === 0) return NOBODY
  const crossed = matches.some((m) => matches.some((n) => m.at < n.at && m.to > n.to))
  // Which of the two is the surname is open where both are given names.
  const swapped = crossed && a.turned === b.turned
  const ambiguous = swapped && ours.every(({ sound }) => isGivenName(sound))
  const left = [...leftOurs, ...leftTheirs].filter(({ initial }) => !initial).length
  const strength =
    matches.reduce((product, { weight }) => product * weight, 1) *
    (ambiguous ? 0.6 : swapped ? 0.97 : 1) *
    0.97 ** Math.min(left, 3)
  const reasons = matches.flatMap(({ reason }) => reason ?? [])
  const common = isCommonName(ours, theirs)
  return {
    strength,
    common,
    reasons: [
      ...(reasons.length === 0 && left === 0 && !swapped ? [{ kind: 'same_name' } as const] : reasons),
      ...(swapped ? [{ kind: 'swapped' } as const] : []),
      ...(left > 0 ? [{ kind: 'extra_names' } as const] : []),
    ],
  }
}

const isCommonName = (ours: readonly NameWord[], theirs: readonly NameWord[]): boolean =>
  ours.length <= 3 && theirs.length <= 3 && [ours, theirs].every((words) => words.some(isCommonIn))

/** A common surname is one at the end; East Asian ones stand in front as well. */
const isCommonIn = ({ sound, folded }: NameWord, at: number, words: readonly NameWord[]): boolean =>
  at === words.length - 1 ? isCommon(sound) || isEastAsian(folded) : at === 0 && isEastAsian(folded)

function bestMatches(ours: readonly NameWord[], theirs: readonly NameWord[]): readonly Match[] {
  const possible: Match[] = []
  for (const [at, one] of ours.entries())
    for (const [to, other] of theirs.entries()) {
      const surname = at === ours.length - 1 && to === theirs.length - 1
      const likeness = likenessOf(one, other, surname)
      if (likeness !== undefined) possible.push({ ...likeness, at, to, initial: one.initial || other.initial })
    }
  const distance = ({ at, to }: Match) => Math.min(Math.abs(at - to), Math.abs(ours.length - at - (theirs.length - to)))
  possible.sort((m, n) => n.weight - m.weight || distance(m) - distance(n))
  const taken: Match[] = []
  for (const match of possible) if (taken.every(({ at, to }) => at !== match.at && to !== match.to)) taken.push(match)
  return taken
}

function likenessOf(one: NameWord, other: NameWord, surname: boolean): Likeness | undefined {
  const because = (kind: 'spelling' | 'typo' | 'initial'): NameReason => ({
    kind,
    one: one.written,
    other: other.written,
  })
  if (one.initial || other.initial) {
    if (one.initial && other.initial)
      return one.folded === other.folded ? { weight: 0.7, reason: undefined } : undefined
    const [letter, word] = one.initial ? [one, other] : [other, one]
    const fits = letter.folded === word.folded.charAt(0) || formalLetters(word.sound).includes(letter.folded)
    return fits ? { weight: 0.62, reason: because('initial') } : undefined
  }
  if (one.folded === other.folded) return { weight: 1, reason: undefined }
  if (one.sound === other.sound) return { weight: 0.98, reason: because('spelling') }
  if (one.consonants !== undefined || other.consonants !== undefined) {
    const [mine, yours] = [one.consonants ?? consonants(one.folded), other.consonants ?? consonants(other.folded)]
    return mine === yours ? { weight: 0.95, reason: because('spelling') } : undefined
  }
  if (surname && surnameSpelling(one.sound) === surnameSpelling(other.sound))
    return { weight: 0.9, reason: because('spelling') }
  const kin = surname ? undefined : kinship(one.sound, other.sound)
  if (kin !== undefined) {
    const [short, long] = isFormal(one.sound) ? [other, one] : [one, other]
    const weight = kin === 'short_for' ? 0.94 : 0.9
    return { weight, reason: { kind: kin, one: short.written, other: long.written } }
  }
  const weight = typoWeight(one, other, surname)
  return weight === undefined ? undefined : { weight, reason: because('typo') }
}

/** Fingers slip within a word; who changes its beginning or the vowel at its end means another name. */
function typoWeight(one: NameWord, other: NameWord, surname: boolean): number | undefined {
  const [a, b] = [one.folded, other.folded]
  const shorter = Math.min(a.length, b.length)
  if (shorter < 5 || one.glued || other.glued || a.charAt(0) !== b.charAt(0)) return undefined
  if (!surname) {
    if (isGivenName(one.sound) && isGivenName(other.sound)) return undefined
    if (a.replace(/[aeo]+$/, '') === b.replace(/[aeo]+$/, '')) return undefined
  }
  const known = !surname && (isGivenName(one.sound) || isGivenName(other.sound))
  const edits = Math.min(editDistance(a, b), editDistance(one.sound, other.sound) + (shorter < 7 ? 1 : 0))
  if (edits > (shorter >= 8 ? 2 : 1)) return undefined
  const replaced = a.length === b.length && !isSlip(a, b)
  if (replaced && !known && shorter < 7) return undefined
  return (replaced ? 0.88 : 0.93) - (edits - 1) * 0.03
}

/** Two neighbours changed places. */
const isSlip = (a: string, b: string): boolean => sorted(a) === sorted(b)
const sorted = (word: string): string => Array.from(word).sort().join('')

/** Chinese and Korean names: the surname, wherever it stands, in any romanisation; the given name as one word, syllable by syllable. */
function alignEastAsian(ours: readonly NameWord[], theirs: readonly NameWord[]): Alignment {
  let best = NOBODY
  for (const a of partedNames(ours))
    for (const b of partedNames(theirs)) {
      const sameSpelling = a.surname.folded === b.surname.folded
      if (!sameSpelling && !sameSurname(a.surname.folded, b.surname.folded)) continue
      const sameGiven = a.given === b.given
      if (!sameGiven && (a.given.length < 4 || syllables(a.given) !== syllables(b.given))) continue
      const strength = (sameSpelling ? 1 : 0.97) * (sameGiven ? 1 : 0.95)
      const spelt = (one: string, other: string): NameReason => ({ kind: 'spelling', one, other })
      const reasons: NameReason[] = [
        ...(sameSpelling ? [] : [spelt(a.surname.written, b.surname.written)]),
        ...(sameGiven ? [] : [spelt(a.written, b.written)]),
      ]
      if (reasons.length === 0) reasons.push({ kind: 'same_name' })
      // Two syllables of their own are rarer than one.
      const common = Math.min(a.given.length, b.given.length) < 5
      if (strength > best.strength) best = { strength, reasons, common }
    }
  return best
}

function partedNames(words: readonly NameWord[]) {
  const [first, last] = [words[0], words.at(-1)]
  if (first === undefined || last === undefined || words.length < 2 || words.length > 4) return []
  return [
    { surname: first, rest: words.slice(1) },
    { surname: last, rest: words.slice(0, -1) },
  ]
    .filter(({ surname }) => isEastAsian(surname.folded))
    .map(({ surname, rest }) => ({
      surname,
      given: rest.map(({ folded }) => folded).join(''),
      written: rest.map(({ written }) => written).join(' '),
    }))
}
