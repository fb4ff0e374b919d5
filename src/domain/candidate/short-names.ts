/**
 * Which given names stand for one another: each line of `families` is a name with its short and other forms, in the languages that recruiters meet.
 * A short name may belong to several. Those of `known` are there only so that two of them are never taken for one misspelt.
 */
import { nameSound } from './name-sound.ts'
import names from './short-names.json' with { type: 'json' }

const familiesOf = new Map<string, Set<number>>()
const formal: string[] = []
const firstLetters: string[] = []
for (const [index, line] of names.families.entries()) {
  const members = line.split(' ')
  formal.push(nameSound(members[0] ?? ''))
  firstLetters.push(line.charAt(0))
  for (const member of members) {
    const sound = nameSound(member)
    const families = familiesOf.get(sound) ?? new Set<number>()
    familiesOf.set(sound, families.add(index))
  }
}
const alsoKnown = new Set(names.known.flatMap((line) => line.split(' ')).map(nameSound))

export type Kinship = 'short_for' | 'both_forms'

/** How two given names belong together, both as `nameSound` writes them: one is the name the other stands for, or both stand for a third. */
export function kinship(one: string, other: string): Kinship | undefined {
  const [ours, theirs] = [familiesOf.get(one), familiesOf.get(other)]
  if (ours === undefined || theirs === undefined || one === other) return undefined
  const shared = [...ours].filter((family) => theirs.has(family))
  if (shared.length === 0) return undefined
  return shared.some((family) => formal[family] === one || formal[family] === other) ? 'short_for' : 'both_forms'
}

/** The name for which a short one stands comes first; of two full forms as they are. */
export const isFormal = (sound: string): boolean => formal.includes(sound)

export const isGivenName = (sound: string): boolean => familiesOf.has(sound) || alsoKnown.has(sound)

/** First letters of what a name may be called formally: W for Bill, beside its own. */
export const formalLetters = (sound: string): readonly string[] =>
  [...(familiesOf.get(sound) ?? [])].map((family) => firstLetters[family] ?? '')

/** One key for all names that may stand for one another by their first formal name: what a blocking key is made of. */
export function familyKeys(sound: string): readonly string[] {
  const families = [...(familiesOf.get(sound) ?? [])].map((family) => formal[family] ?? '')
  return families.length === 0 ? [sound] : [...new Set(families)]
}
