/**
 * Whether a sentence turns a fact round, or makes less of it, with words that are plain by themselves: by leaving out its "no", by putting
 * one in, by "only" and "less". Such a word stays with the word that it is about, or the sentence goes.
 */
import { fold } from '../shared/text.ts'
import type { FactKind } from './fact.ts'
import { isDenial, LINKING_WORDS } from './plain-words.ts'
import { stem, type Token, tokens } from './tokens.ts'

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Beside a fact that has no such word, these take some of it back. */
const LESSENING = list('less least little few nearly else only just quite enough bit rather forget forgot')
/** Left out of a fact before what they are about, they leave the contrary: "avoid travel", "too quiet", "after May". */
const STEERING = list(`
  less least little few fewer nearly only too more rather instead unless except until before after out off away against from forget forgot
  avoid avoids avoiding stop stops stopped stopping refuse refuses refused dislike dislikes disliked hate hates hated tired almost`)
/** Here they take nothing back: "I just wanted to say". */
const HARMLESS: ReadonlySet<string> = new Set(
  "i just,i'm just,we just,just how,just what,a few,quite often,quite clearly,quite sure,quite well".split(','),
)

const SOMEBODY = '(?:somebody|someone|another|anybody|anyone|everybody|everyone)'
/** Phrases that take back what stands beside them, or leave it open. */
const TAKING_BACK: readonly RegExp[] = [
  /\bmore than(?! once)\b/,
  new RegExp(String.raw`\b${SOMEBODY}\b.*\b(?:more|most)\b`),
  /\b(?:i|we) (?:had )?(?:hoped|wished|wish|wanted|intended) (?:that )?you\b/,
  /\byou(?:'d| would| could| should| might| may) (?:\w+ )?have\b/,
]
/** Of a strength these raise a doubt; of a wish they ask, and advice they give. */
const DOUBTING: readonly RegExp[] = [
  /\bwonder(?:ed)? (?:whether|if)\b/,
  /\b(?:whether|if|unless) you (?:were|had|did|show|are)/,
]
const ADVISING: readonly RegExp[] = [/\b(?:you should|should you)\b/]

type Told = { readonly kind: FactKind; readonly text: string }
/** A word that turns, and the next word that says something: what it is about. */
type Turn = { readonly word: string; readonly about: string | undefined }

export function turnsRound(text: string, facts: readonly Told[]): boolean {
  const words = tokens(text)
  const stretches = facts.map((fact) => ({ fact, whole: wholeIn(words, tokens(fact.text)) }))
  const isQuoted = (at: number) =>
    stretches.some(({ whole }) => whole !== undefined && at >= whole.from && at < whole.to)
  const inSentence = turnsOf(words, () => true)
  const inFacts = stretches.flatMap(({ fact, whole }) =>
    whole === undefined ? turnsOf(tokens(fact.text), () => true) : [],
  )
  const said = new Set(words.map(({ word }) => stem(word)))
  const isLost = (turn: Turn) =>
    count(inFacts, turn) > count(inSentence, turn) &&
    (isNo(turn.word) || (STEERING.has(turn.word) && turn.about !== undefined && said.has(turn.about)))
  const own = turnsOf(words, (at) => !isQuoted(at) && !isHarmless(words, at))
  const isAdded = (turn: Turn) =>
    (isNo(turn.word) || LESSENING.has(turn.word)) && count(own, turn) > count(inFacts, turn)
  return inFacts.some(isLost) || own.some(isAdded) || takesBack(text, facts)
}

function takesBack(text: string, facts: readonly Told[]): boolean {
  const kinds = facts.map(({ kind }) => kind)
  const asks = kinds.every((kind) => kind === 'wish' || kind === 'promise' || kind === 'advice')
  const phrases = [
    ...TAKING_BACK,
    ...(asks ? [] : DOUBTING),
    ...(kinds.every((kind) => kind === 'advice') ? [] : ADVISING),
  ]
  const folded = fold(text)
  return phrases.some((phrase) => phrase.test(folded) && !facts.some((fact) => phrase.test(fold(fact.text))))
}

function turnsOf(words: readonly Token[], isCounted: (at: number) => boolean): readonly Turn[] {
  return words.flatMap(({ word }, at) => {
    if (!turns(word) || !isCounted(at)) return []
    const about = words.slice(at + 1).find((next) => !turns(next.word) && !LINKING_WORDS.has(next.word))
    return [{ word: plainDenial(word), about: about === undefined ? undefined : stem(about.word) }]
  })
}

const turns = (word: string): boolean => isDenial(word) || LESSENING.has(word) || STEERING.has(word)
const isNo = (word: string): boolean => isDenial(word)
/** "doesn't" and "do not" say the same. */
const plainDenial = (word: string): string => (/n't$|^cannot$/.test(word) ? 'not' : word)
const count = (all: readonly Turn[], { word, about }: Turn): number =>
  all.filter((one) => one.word === word && one.about === about).length

const isHarmless = (words: readonly Token[], at: number): boolean => {
  const pair = (from: number) => `${words[from]?.word} ${words[from + 1]?.word}`
  return HARMLESS.has(pair(at - 1)) || HARMLESS.has(pair(at))
}

/** Where the whole fact stands in the sentence, word for word. */
function wholeIn(
  words: readonly Token[],
  fact: readonly Token[],
): { readonly from: number; readonly to: number } | undefined {
  const from = words.findIndex((_, start) => fact.every(({ word }, at) => words[start + at]?.word === word))
  return from < 0 ? undefined : { from, to: from + fact.length }
}
