/** Two records that may be one person. Names are escaped by the caller. */
import type { Reason } from '../../candidate/same-person.ts'

/** Why two records were put side by side: "Liz is short for Elizabeth; same company". */
export const reasonWords = (reasons: readonly Reason[], shown: (name: string) => string = (name) => name): string =>
  reasons.map((reason) => wordsFor(reason, shown)).join('; ')

function wordsFor(reason: Reason, shown: (name: string) => string): string {
  if (!('one' in reason)) return PLAIN[reason.kind]
  return COMPARED[reason.kind](shown(reason.one), shown(reason.other))
}

const COMPARED = {
  short_for: (one: string, other: string): string => `${one} is short for ${other}`,
  both_forms: (one: string, other: string): string => `${one} and ${other} are forms of one name`,
  spelling: (one: string, other: string): string => `${one} and ${other} are spellings of one name`,
  typo: (one: string, other: string): string => `${one} and ${other} differ by a letter or two`,
  initial: (one: string, other: string): string => `${one} may stand for ${other}`,
} as const

const PLAIN = {
  same_name: 'the same name',
  swapped: 'the names are in another order',
  extra_names: 'one has a further name',
  common_name: 'a common name',
  same_company: 'same company',
  other_company: 'different companies',
  same_place: 'same place',
  other_place: 'different places',
} as const
