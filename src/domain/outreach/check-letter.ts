/**
 * What a model wrote is data. Each sentence stays only where every word of it is a plain one or stands in a fact that it cites, in the
 * order of the fact; all else is cut and shown as cut. It errs towards cutting: a person reads the rest, and *Edit* brings back what was true.
 */
import { warnSensitive } from '../candidate/sensitive.ts'
import type { FactId } from '../shared/ids.ts'
import { assertsAboutThem } from './about-them.ts'
import { holdsContact } from './contact-words.ts'
import type { People } from './fact.ts'
import type { BriefFact, LetterBrief } from './letter-brief.ts'
import { comparesWithSomebody, namesSomebody } from './names.ts'
import { tellsAnOutcome } from './outcome-words.ts'
import { plain, wordCount } from './plain-text.ts'
import { isPlainWord, LINKING_WORDS, WORDS_AROUND } from './plain-words.ts'
import { traitsOf } from './purpose.ts'
import { stem, type Token, tokens } from './tokens.ts'
import { turnsRound } from './turned-round.ts'

export type ModelLetter = {
  readonly subject: string
  readonly sentences: readonly {
    readonly text: string
    /** Names of facts as the brief gave them, besides `JOB` and `SILENCE`. */
    readonly facts: readonly string[]
    readonly newParagraph: boolean
  }[]
}

/** A sentence that stays. `start` and `end` of a claim count UTF-16 units of the sentence. */
export type KeptSentence = {
  readonly text: string
  readonly newParagraph: boolean
  readonly claims: readonly { readonly factId: FactId; readonly start: number; readonly end: number }[]
}
export type CheckedLetter = {
  /** `undefined` where the template's stands: facts belong in the body, where each can be pointed at. */
  readonly subject: string | undefined
  readonly sentences: readonly KeptSentence[]
  readonly cut: readonly string[]
}

const MOST_SENTENCES = 12
const LONGEST_SENTENCE = { words: 40, characters: 300 } as const
const LONGEST_SUBJECT = 80

export function checkLetter(letter: ModelLetter, brief: LetterBrief, people: People): CheckedLetter {
  const sentences: KeptSentence[] = []
  const cut: string[] = []
  for (const { text: written, facts, newParagraph } of letter.sentences.slice(0, MOST_SENTENCES)) {
    const text = plain(written)
    if (text === '') continue
    const claims = claimsOf(text, facts, brief, people)
    if (claims === undefined) cut.push(text)
    else sentences.push({ text, newParagraph, claims })
  }
  const { subject, refused } = subjectOf(letter.subject, brief, people)
  return { subject, sentences, cut: [...refused, ...cut] }
}

/** At least one true thing about them, where there is one to tell; else the template's own text is better. */
export const isWorthSending = (letter: Pick<CheckedLetter, 'sentences'>, brief: LetterBrief): boolean =>
  letter.sentences.length > 0 && (brief.facts.length === 0 || letter.sentences.some(({ claims }) => claims.length > 0))

/** The template's stands where it says something, and wherever the letter tells an outcome: that news is nobody else's. */
function subjectOf(
  written: string,
  brief: LetterBrief,
  people: People,
): { readonly subject: string | undefined; readonly refused: readonly string[] } {
  const subject = plain(written)
  if (subject === '') return { subject: undefined, refused: [] }
  const isFit =
    subject.length <= LONGEST_SUBJECT &&
    claimsOf(subject, brief.job === undefined ? [] : ['JOB'], brief, people) !== undefined
  if (!isFit) return { subject: undefined, refused: [subject] }
  return { subject: traitsOf(brief.purpose).tellsOutcome ? undefined : subject, refused: [] }
}

/** Where the sentence tells its facts; `undefined` where it says what they do not. */
function claimsOf(
  text: string,
  refs: readonly string[],
  brief: LetterBrief,
  people: People,
): KeptSentence['claims'] | undefined {
  if (text.length > LONGEST_SENTENCE.characters || wordCount(text) > LONGEST_SENTENCE.words) return undefined
  const cited = refs.map((ref) => supportOf(ref, brief))
  if (!cited.every((support) => support !== undefined)) return undefined
  if (!isInert(text, cited) || isAboutOthers(text, people)) return undefined
  const facts = cited.flatMap(({ fact }) => fact ?? [])
  if (
    tellsAnOutcome(
      text,
      facts.map((fact) => fact.text),
    )
  )
    return undefined
  const words = tokens(text)
  const company = tokens(brief.company).map(({ word }) => word)
  if (
    !words.every(
      (one) => (one.isBare && isPlainWord(one.word)) || company.includes(one.word) || isSupported(one, cited),
    )
  )
    return undefined
  const places = facts.map((fact) => ({ fact, place: placeOf(fact, words) }))
  if (places.some(({ place }) => place === 'twisted')) return undefined
  const told = places.flatMap(({ fact, place }) => (typeof place === 'object' ? [{ fact, place }] : []))
  const claims = told.map(({ place }) => place)
  const toldFacts = told.map(({ fact }) => fact)
  if (claims.length > 0 ? turnsRound(text, toldFacts) : assertsAboutThem(text)) return undefined
  return apart(claims)
}

type Support = {
  readonly fact: BriefFact | undefined
  readonly words: ReadonlySet<string>
  readonly around: ReadonlySet<string>
  readonly text: string
}

function supportOf(ref: string, { facts, job, silence }: LetterBrief): Support | undefined {
  if (ref === 'JOB')
    return job === undefined ? undefined : support(undefined, `${job.title} ${job.place ?? ''}`, WORDS_AROUND.job)
  if (ref === 'SILENCE') return silence === undefined ? undefined : support(undefined, silence, WORDS_AROUND.silence)
  const fact = facts.find((one) => one.ref === ref)
  if (fact === undefined) return undefined
  const around: Readonly<Record<string, ReadonlySet<string> | undefined>> = WORDS_AROUND
  return support(fact, fact.text, around[fact.kind] ?? new Set())
}

const support = (fact: BriefFact | undefined, text: string, around: ReadonlySet<string>): Support => ({
  fact,
  text,
  around,
  words: new Set(tokens(text).flatMap(({ word, written }) => [word, stem(word), written])),
})

/** What only looks like a word of the fact is none: "Ạ" is not "a". */
const isSupported = ({ word, written, isBare }: Token, cited: readonly Support[]): boolean =>
  cited.some(({ words, around }) =>
    isBare ? around.has(word) || words.has(word) || words.has(stem(word)) : words.has(written),
  )

/** Letters, digits and the marks of prose; another sign only where a cited fact has it ("C++"), and never what makes a mention or a link. */
function isInert(text: string, cited: readonly Support[]): boolean {
  if (holdsContact(text) || /[<>@`]/u.test(text)) return false
  const odd = text.match(/[^\p{Script=Latin}\p{M}\p{N}\s.,;:!?'’‘“”"()…–—-]/gu) ?? []
  return odd.every((sign) => cited.some((support) => support.text.includes(sign)))
}

const isAboutOthers = (text: string, people: People): boolean =>
  namesSomebody(text, people.others, [people.own]) ||
  comparesWithSomebody(text, [people.own]) ||
  warnSensitive(text).length > 0

/** The span that tells the fact; `twisted` where the fact's words stand in another order or too few of them do. */
function placeOf(fact: BriefFact, words: readonly Token[]): KeptSentence['claims'][number] | 'twisted' | 'not_told' {
  const all = tokens(fact.text).map(({ word }) => stem(word))
  const telling = tokens(fact.text).flatMap(({ word }) => (isPlainWord(word) ? [] : [stem(word)]))
  const marks = telling.length > 0 ? telling : all.filter((word) => !LINKING_WORDS.has(word))
  const found = words.filter(({ word }) => marks.includes(stem(word)))
  const [first] = found
  const last = found.at(-1)
  if (first === undefined || last === undefined) return 'not_told'
  let from = 0
  for (const { word } of found) {
    const at = marks.indexOf(stem(word), from)
    if (at < 0) return 'twisted'
    from = at + 1
  }
  return found.length * 2 < marks.length ? 'twisted' : { factId: fact.factId, start: first.start, end: last.end }
}

/** Spans in their order; two facts in one knot cannot be told apart, so that sentence goes. */
function apart(claims: KeptSentence['claims']): KeptSentence['claims'] | undefined {
  const inOrder = claims.toSorted((a, b) => a.start - b.start)
  const tangled = inOrder.some((claim, at) => at > 0 && claim.start < (inOrder[at - 1]?.end ?? 0))
  return tangled ? undefined : inOrder
}
