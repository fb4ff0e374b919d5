/**
 * The text of a flag, sentence by sentence, for a model to say what each is about. It answers with numbers and codes alone, and rules check
 * those: the words in the form stay the very words of the message, and nobody's name leaves the house.
 */
import { roleWords } from '../nurture/role-words.ts'
import { holdsContact } from '../outreach/contact-words.ts'
import { isEverydayWord } from '../outreach/names.ts'
import { isOpening } from '../outreach/opening-words.ts'
import { mayNameAnywhere, shoutedNames } from '../outreach/unknown-names.ts'
import { canonicalSkill } from '../pool/skills.ts'
import { fold, normaliseSlash } from '../shared/text.ts'
import { WOULD_HIRE, type WouldHire } from './flag-form.ts'
import { type FlagContext, namesIn, type ParsedFlag } from './parse-flag.ts'
import { warnSensitive } from './sensitive.ts'
import { INTERNAL, type NumberedClause } from './sort-clauses.ts'
import { deniesAnything, deniesHiring } from './would-hire.ts'

/** What a model is told of a flag: sentences in which nobody is named, and the titles of open jobs. */
export type FlagMaterial = { readonly clauses: readonly NumberedClause[]; readonly roles: readonly string[] }

export const FLAG_TOPICS = ['praise', 'other'] as const
export type FlagReading = {
  readonly clauses: readonly { readonly number: number; readonly topic: (typeof FLAG_TOPICS)[number] }[]
  /** The number of a title; 0 where the text speaks of none. */
  readonly role: number
  /** `clause`: the sentence that says so. */
  readonly hire: { readonly answer: WouldHire | 'unsaid'; readonly clause: number }
}
export const HIRE_ANSWERS = [...WOULD_HIRE, 'unsaid'] as const

const MOST_CLAUSES = 20
const MOST_ROLES = 30
const SOMEBODY = 'somebody'

const sentences = (text: string): readonly string[] =>
  text.split(/(?<=[.!?;\n])\s+/u).filter((sentence) => sentence.trim() !== '')

/** Without contacts, private matters and why somebody else was taken; names of people become "somebody", and what may still name one stays. */
export function flagForModel(message: string, context: FlagContext): FlagMaterial {
  const text = normaliseSlash(message.slice(0, 20_000))
  const titles = new Set(context.roles.flatMap(partsOf))
  // "Explained Kubernetes" begins a sentence and is nobody.
  const isNobody = (part: string) => isOpening(part) || canonicalSkill(part) !== undefined
  const names = [...namesIn(message, context), ...shoutedNames(text)].map(partsOf)
  const found = names.filter((parts) => !parts.every(isNobody)).flat()
  const whom = {
    people: new Set([...context.memberNames.flatMap(partsOf), ...found.filter((part) => !titles.has(part))]),
    // A colleague's family name in small letters is rather a word; whom the message speaks of it goes on speaking of.
    however: new Set([...context.memberNames.flatMap((name) => partsOf(name).slice(0, 1)), ...found]),
    titles,
  }
  const clauses = sentences(text)
    .slice(0, MOST_CLAUSES)
    .flatMap((sentence, at) => {
      if (holdsContact(sentence) || INTERNAL.test(sentence) || warnSensitive(sentence).length > 0) return []
      const masked = sentence
        .replace(/<[^>]*>|@[\p{L}\p{N}._-]+/gu, SOMEBODY)
        .replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => inPlaceOf(word, whom))
        .trim()
      return mayNameAnywhere(masked) ? [] : [{ number: at + 1, text: masked }]
    })
  return { clauses, roles: context.roles.slice(0, MOST_ROLES) }
}

type Whom = { readonly [Name in 'people' | 'however' | 'titles']: ReadonlySet<string> }

function inPlaceOf(word: string, { people, however, titles }: Whom): string {
  const folded = fold(word)
  if (people.has(folded) && (/^\p{Lu}/u.test(word) || (however.has(folded) && !isEverydayWord(folded)))) return SOMEBODY
  // A title's capitals are no name's.
  return titles.has(folded) ? word.toLowerCase() : word
}

const partsOf = (name: string): readonly string[] =>
  fold(name)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((part) => part.length > 1)

const OF_HIRING = /\b(?:hir\w*|offer\w*|level|team|again|back|work with|take (?:her|him|them|somebody))\b/i

/**
 * What the rules found, bettered where a model was sure and the text bears it out: a title of which a word is said, a yes in a sentence that
 * speaks of hiring and denies nothing, and of the sentences those that are about the person. Rules win wherever they found something.
 */
export function withReading(
  guess: ParsedFlag,
  message: string,
  { clauses, roles }: FlagMaterial,
  reading: FlagReading,
): ParsedFlag {
  const asked = new Map(clauses.map(({ number, text }) => [number, text]))
  const topics = new Map(
    reading.clauses.filter(({ number }) => asked.has(number)).map((one) => [one.number, one.topic]),
  )
  const praises = [...topics.values()].includes('praise')
  const all = sentences(normaliseSlash(message.slice(0, 20_000)))
  const kept = all.filter((_, at) => topics.get(at + 1) !== 'other')
  const role = roles[reading.role - 1]
  const said = asked.get(reading.hire.clause)
  const hire = reading.hire.answer === 'unsaid' || said === undefined ? undefined : reading.hire.answer
  return {
    ...guess,
    role: guess.role ?? (role !== undefined && isSaid(role, message) ? role : undefined),
    excerpt: praises && kept.length < all.length ? kept.join(' ').slice(0, guess.excerpt.length) : guess.excerpt,
    wouldHire:
      guess.wouldHire ?? (hire !== undefined && bearsOut(said ?? '') && !deniesHiring(message) ? hire : undefined),
  }
}

const bearsOut = (sentence: string): boolean => OF_HIRING.test(sentence) && !deniesAnything(sentence)

/** A model may know that "reliability" means the SRE; it may not choose a job of which the message says nothing. */
function isSaid(title: string, message: string): boolean {
  const words = new Set([...partsOf(message), ...roleWords(message)])
  return [...roleWords(title)].some((word) => words.has(word))
}
