/** Fields of the profile that a workspace defines for itself: what they may be called, what they take, and how a value is read. */
import { ok, type Result, refuse } from '../shared/result.ts'
import { fold, tidyLine } from '../shared/text.ts'
import { asDay } from '../shared/time.ts'
import { type SensitiveTopic, warnSensitive } from './sensitive.ts'

export const CUSTOM_KINDS = ['text', 'number', 'date', 'choice', 'yes_no'] as const
export type CustomKind = (typeof CUSTOM_KINDS)[number]

export type FieldDefinition = {
  readonly name: string
  readonly kind: CustomKind
  /** Of a choice, in their order. */
  readonly choices: readonly string[]
}
/** What is said of somebody, by the id of the field. */
export type CustomValues = Readonly<Record<string, string>>

export const MAX_FIELD_NAME = 40
export const MAX_FIELDS = 20
export const MAX_CHOICES = 20
const MAX_CHOICE = 60
export const MAX_CUSTOM_TEXT = 300

export type DefinitionProblem =
  | {
      readonly kind:
        | 'nameless'
        | 'name_too_long'
        | 'unknown_kind'
        | 'choices_missing'
        | 'too_many_choices'
        | 'choice_too_long'
    }
  /** What must play no part in hiring is no field either. */
  | { readonly kind: 'protected'; readonly topic: SensitiveTopic; readonly words: string }

const KIND_WORDS: ReadonlyMap<string, CustomKind> = new Map(Object.entries({
  text: 'text', words: 'text', number: 'number', date: 'date', day: 'date', choice: 'choice', choices: 'choice', select: 'choice',
  'yes/no': 'yes_no', 'yes or no': 'yes_no', yesno: 'yes_no', yes_no: 'yes_no', 'yes-no': 'yes_no', checkbox: 'yes_no',
} satisfies Record<string, CustomKind>)) // biome-ignore format: a table

/** "Notice period: choice 1 month, 3 months", "Visa: yes/no", "Portfolio: text". */
export function readDefinition(typed: string): Result<FieldDefinition, DefinitionProblem> {
  const [, head = '', tail = ''] = /^([^:]*)(?::(.*))?$/s.exec(typed) ?? []
  const name = tidyLine(head)
  if (name === '' || !/\p{L}/u.test(name)) return refuse({ kind: 'nameless' })
  if (name.length > MAX_FIELD_NAME) return refuse({ kind: 'name_too_long' })
  const said = tidyLine(tail)
  const [, word = '', listed = ''] = /^(yes or no|[^\s:]+)\s*:?\s*(.*)$/is.exec(said) ?? []
  const kind = KIND_WORDS.get(fold(word))
  if (kind === undefined) return refuse({ kind: 'unknown_kind' })
  const choices =
    kind === 'choice'
      ? [
          ...new Set(
            listed
              .split(/[,;|]/)
              .map(tidyLine)
              .filter((one) => one !== ''),
          ),
        ]
      : []
  if (kind === 'choice' && choices.length < 2) return refuse({ kind: 'choices_missing' })
  if (choices.length > MAX_CHOICES) return refuse({ kind: 'too_many_choices' })
  if (choices.some((one) => one.length > MAX_CHOICE)) return refuse({ kind: 'choice_too_long' })
  const trait = [name, ...choices].map(traitIn).find((found) => found !== undefined)
  return trait === undefined ? ok({ name, kind, choices }) : refuse({ kind: 'protected', ...trait })
}

/** Names of traits as forms have them; sentences about people are for `warnSensitive`. */
const TRAITS: readonly (readonly [SensitiveTopic, RegExp])[] = [
  ['age', /\b(?:ages?|(?:date|year|day) of birth|dob|birth ?(?:date|year|day)|year born|generation|retirement)\b/],
  ['gender', /\b(?:genders?|sex|pronouns?|(?:fe)?male|wom[ae]n|transgender|maiden name)\b/],
  ['family', /\b(?:marital|married|marriage|spouses?|husband|wife|partner name|family(?! name)|children|kids|dependants?|dependents?|parent(?:s|al|hood)?|childcare|divorced)\b/],
  ['pregnancy', /\b(?:pregnan\w*|maternity|paternity)\b/],
  ['health', /\b(?:health|medical|illness(?:es)?|sick(?:ness)?|diagnos\w+|medication|vaccin\w+|allerg\w+|blood)\b/],
  ['disability', /\b(?:disab\w+|handicap\w*|wheelchair|neurodiver\w+|autis\w+|adhd)\b/],
  ['religion', /\b(?:religio\w+|faith|church|belief|denomination|muslim|christian|jewish|hindu|buddhist|atheist)\b/],
  ['ethnicity', /\b(?:ethnic\w*|race|racial|nationalit\w+|citizenships?|(?:country|place) of birth|birth ?place|origins?|ancestry|mother tongue|native language|skin|caste|tribe|accent)\b/],
  ['orientation', /\b(?:orientation|sexual\w*|lgbt\w*|gay|lesbian)\b/],
  ['union', /\b(?:(?:trade|labou?r) unions?|union member\w*|works council)\b/],
  ['politics', /\b(?:politic\w*|political party|party membership|voting)\b/],
] // biome-ignore format: a table

function traitIn(text: string): { readonly topic: SensitiveTopic; readonly words: string } | undefined {
  const plain = fold(text).replace(/[^a-z0-9]+/g, ' ')
  for (const [topic, rule] of TRAITS) {
    const words = rule.exec(plain)?.[0]
    if (words !== undefined) return { topic, words }
  }
  return warnSensitive(text)[0] ?? warnSensitive(`her ${text}`)[0]
}

export type ValueProblem =
  | { readonly kind: 'not_a_number' | 'no_such_day' | 'not_offered' }
  /** "50.000": fifty thousand to some, fifty to others. `plain` is the bigger one, as nobody misreads it. */
  | { readonly kind: 'ambiguous_number'; readonly plain: string }
  | { readonly kind: 'too_long'; readonly length: number; readonly max: number }

/** In its one form; `undefined` for none. */
export function readCustomValue(
  { kind, choices }: FieldDefinition,
  typed: string,
): Result<string | undefined, ValueProblem> {
  const text = tidyLine(typed)
  if (text === '') return ok(undefined)
  switch (kind) {
    case 'text':
      return text.length > MAX_CUSTOM_TEXT
        ? refuse({ kind: 'too_long', length: text.length, max: MAX_CUSTOM_TEXT })
        : ok(text)
    case 'number': {
      const grouped = readAsGroups(text)
      if (grouped !== undefined) return refuse({ kind: 'ambiguous_number', plain: grouped })
      const plain = text
        .replace(/(?<=\d)[ ' ](?=\d{3}\b)/g, '')
        .replace(/^\+/, '')
        .replace(/^(-?\d+),(\d{1,2})$/, '$1.$2')
      return /^-?\d{1,12}(?:\.\d{1,6})?$/.test(plain) ? ok(String(Number(plain))) : refuse({ kind: 'not_a_number' })
    }
    case 'date': {
      const day = asDay(text)
      return day === undefined ? refuse({ kind: 'no_such_day' }) : ok(day)
    }
    case 'choice':
      return choices.includes(text) ? ok(text) : refuse({ kind: 'not_offered' })
    case 'yes_no':
      return text === 'yes' || text === 'no' ? ok(text) : refuse({ kind: 'not_offered' })
  }
}

/** The number that "50.000" or "1,250,000" is where the dots and commas only group its digits; `undefined` where they do not stand before three digits each. */
export function readAsGroups(text: string): string | undefined {
  const [, minus, digits] = /^(?:\+|(-))?([1-9]\d{0,2}(?:[.,]\d{3})+)$/.exec(text) ?? []
  return digits === undefined ? undefined : (minus ?? '') + digits.replace(/[.,]/g, '')
}

/** As it was kept, whatever else stands there. */
export function asCustomValues(kept: unknown): CustomValues {
  if (typeof kept !== 'object' || kept === null) return {}
  return Object.fromEntries(
    Object.entries(kept).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

/** What taking back an edit leaves: of each field that it changed what was before, where nobody changed it since. */
export function customTakenBack(now: CustomValues, before: CustomValues, after: CustomValues): CustomValues {
  const touched = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((id) => before[id] !== after[id])
  const back = touched.filter((id) => now[id] === after[id])
  const kept = Object.entries(now).filter(([id]) => !back.includes(id))
  const restored = back.flatMap((id) => (before[id] === undefined ? [] : [[id, before[id]] as const]))
  return Object.fromEntries([...kept, ...restored])
}

/** The ids that differ. */
export const customChanged = (one: CustomValues, other: CustomValues): readonly string[] =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((id) => one[id] !== other[id])
