/** All that a model is ever told about a letter: what may be told to the candidate anyway, and nothing by which they could be known. */
import { warnSensitive } from '../candidate/sensitive.ts'
import type { FactId } from '../shared/ids.ts'
import { fold } from '../shared/text.ts'
import { citedText } from './citing.ts'
import type { ComposeInput } from './compose.ts'
import { holdsContact } from './contact-words.ts'
import { FACT_KINDS, type Fact, type FactKind, type People, tellable } from './fact.ts'
import { isInternalMatter } from './internal-matter.ts'
import { namesSomebody } from './names.ts'
import { plain } from './plain-text.ts'
import { isPlainWord } from './plain-words.ts'
import type { Purpose } from './purpose.ts'
import { mayNameSomebody } from './unknown-names.ts'

/** A fact under the short name by which the model cites it: `F1`. */
export type BriefFact = {
  readonly ref: string
  readonly factId: FactId
  readonly kind: FactKind
  readonly text: string
}
/** Without the candidate's name, which says where somebody comes from; greeting and signature are the template's. */
export type LetterBrief = {
  readonly purpose: Purpose
  readonly sender: string
  readonly company: string
  readonly job: ComposeInput['job']
  readonly silence: string | undefined
  readonly facts: readonly BriefFact[]
  /** What the recruiter asks of the next text; it passed `noteProblem`. */
  readonly note: string | undefined
}

export const LONGEST_NOTE = 500
const MOST_FACTS = 6
const KINDS = Object.keys(FACT_KINDS) as FactKind[]

/** Of the facts that may be told those that also may leave the house: no contact, no private or internal matter, nobody's name; where somebody lives stays, too. */
export function briefFor(
  input: ComposeInput,
  facts: readonly Fact[],
  people: People,
  note: string | undefined,
): LetterBrief {
  const told = facts
    .filter((fact) => fact.kind !== 'location' && tellable(fact, input.purpose, people))
    .toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || b.statedAt - a.statedAt)
    .flatMap((fact) => {
      const cited = citedText(fact)
      const text = cited === undefined ? undefined : withoutName(cited, people.own)
      // A title has capitals, and names a job.
      return text === undefined ||
        isInternalMatter(fact.kind, text) ||
        staysHere(fact.kind === 'role' ? text.toLowerCase() : text)
        ? []
        : [{ factId: fact.id, kind: fact.kind, text }]
    })
  return {
    purpose: input.purpose,
    sender: input.sender.split(' ')[0] ?? '',
    company: input.company,
    job: input.job,
    silence: input.silence,
    facts: told.slice(0, MOST_FACTS).map((fact, at) => ({ ref: `F${at + 1}`, ...fact })),
    note: note === undefined ? undefined : plain(note),
  }
}

export type NoteProblem = 'contact' | 'names_somebody' | 'private_matter' | 'internal_matter'

/** What must not go to a model, whoever typed it; `undefined` where the note may. */
export function noteProblem(note: string, people: People): NoteProblem | undefined {
  const text = plain(note.normalize('NFKC'))
  if (holdsContact(text)) return 'contact'
  if (isInternalMatter('note', text) || /\bbonus(?:es)?\b/i.test(text)) return 'internal_matter'
  if (warnSensitive(text).length > 0) return 'private_matter'
  const own = partsOf(people.own).some((part) => wordsOf(text).includes(part))
  return own || namesSomebody(text, people.others) ? 'names_somebody' : undefined
}

const staysHere = (text: string): boolean =>
  holdsContact(text.normalize('NFKC')) || MARKUP.test(text) || warnSensitive(text).length > 0 || mayNameSomebody(text)

/** Signs of code and markup, which no wish and no strength needs. */
const MARKUP = /[<>{}[\]|\\`$]/u

const wordsOf = (text: string): readonly string[] => fold(text).split(/[^a-z0-9]+/)
const partsOf = (name: string): readonly string[] => wordsOf(name).filter((part) => part.length > 1)

/** "Ana was calm" → "they was calm": clumsy, but only a model reads it. */
export function withoutName(text: string, name: string): string {
  const own = new Set(partsOf(name))
  return text.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => {
    const isTheirs = own.has(fold(word)) && (/^\p{Lu}/u.test(word) || !isPlainWord(fold(word)))
    return isTheirs ? 'they' : word
  })
}
