/**
 * What the rules left of a `/silver` text, clause by clause, for a model to say what each is about. It answers with numbers and codes
 * alone: the words in the form stay the very words that were typed.
 */
import { holdsContact } from '../outreach/contact-words.ts'
import { withoutName } from '../outreach/letter-brief.ts'
import { type Names, namesSomebody } from '../outreach/names.ts'
import { mayNameAnywhere } from '../outreach/unknown-names.ts'
import { type Clause, clauses, joined } from './parse-silver.ts'
import type { ParsedSilver } from './parsed-silver.ts'
import { warnSensitive } from './sensitive.ts'

export const CLAUSE_TOPICS = ['praise', 'wish', 'advice', 'other'] as const
/** `praise`: what impressed. `wish`: what would bring them back. `advice`: what they could do better. */
export type ClauseTopic = (typeof CLAUSE_TOPICS)[number]
export type NumberedClause = { readonly number: number; readonly text: string }

const MOST_CLAUSES = 30
/** Why somebody was not taken, pay and other people stay with us. */
export const INTERNAL =
  /\b(?:pay|paid|salary|salaries|wage|compensation|expensive|cheap|money|budget|bonus|rate|offer|offered|reject\w*|turned down|not hired|went with|chose|lost to|runner|rating|score\w*|confidential|secret)\b|[£$€]|\d+\s?k\b/i

/**
 * Those that may leave the house: without names, contacts, private matters and what is internal. Nothing where that leaves too little.
 * `others` are colleagues, who may be named in small letters as well.
 */
export function clausesForModel(parsed: ParsedSilver, others?: Names): readonly NumberedClause[] {
  if (parsed.impressed === undefined) return []
  const { fullName = '' } = parsed
  return clauses(parsed.impressed)
    .slice(0, MOST_CLAUSES)
    .flatMap(({ text }, at) => {
      const masked = withoutName(text, fullName)
      const kept =
        holdsContact(text) || INTERNAL.test(text) || warnSensitive(text).length > 0 || mayNameAnywhere(masked)
      const namesOthers = others !== undefined && namesSomebody(masked, others)
      return kept || namesOthers ? [] : [{ number: at + 1, text: masked }]
    })
}

/** The form with each clause where the model put it. What it did not name, or named wrongly, stays where the rules left it. */
export function withTopics(
  parsed: ParsedSilver,
  topics: readonly { readonly number: number; readonly topic: ClauseTopic }[],
  others?: Names,
): ParsedSilver & { readonly advice?: string } {
  const asked = new Set(clausesForModel(parsed, others).map(({ number }) => number))
  const topicOf = new Map(topics.filter(({ number }) => asked.has(number)).map(({ number, topic }) => [number, topic]))
  const all = clauses(parsed.impressed ?? '')
  const about = (...wanted: readonly (ClauseTopic | undefined)[]): string =>
    joined(all.filter((_: Clause, at) => wanted.includes(topicOf.get(at + 1))))
  const { impressed: _, ...rest } = parsed
  const wish = [parsed.bringBack, about('wish')].filter((part) => part !== undefined && part !== '').join(', ')
  return {
    ...rest,
    ...given('impressed', about('praise', 'other', undefined)),
    ...given('bringBack', wish),
    ...given('advice', about('advice')),
  }
}

const given = <Key extends string>(key: Key, text: string): { readonly [K in Key]?: string } =>
  (text === '' ? {} : { [key]: text }) as { readonly [K in Key]?: string }
