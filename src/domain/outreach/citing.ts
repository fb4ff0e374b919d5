/** Facts as a draft cites them: few, specific, recent, and short enough for a note of 120 words. */
import type { FactId } from '../shared/ids.ts'
import { fold } from '../shared/text.ts'
import { type Fact, type FactKind, type People, tellable } from './fact.ts'
import { clip, plain, SHORT, withoutStop, wordCount } from './plain-text.ts'
import type { Purpose } from './purpose.ts'

/** `text` is exactly what appears in the body and what the claim's span must equal; `by` is who said it, where they are quoted. */
export type Cited = { readonly factId: FactId; readonly text: string; readonly by: string | undefined }

export const SLOTS = [
  'promise',
  'wish',
  'strength',
  'praise',
  'advice',
  'skill',
  'role',
] as const satisfies readonly FactKind[]
export type Slot = (typeof SLOTS)[number]
export type SlotFacts = { readonly [Name in Slot]: Cited | undefined }

export const MOST_FACTS = 3
/** What three facts may take of the 120 words; the templates' own words stay below the rest. */
const MOST_FACT_WORDS = 42
const MOST_WORDS_EACH = 20
/** Characters of one fact that a sentence of a letter bears. */
export const MOST_CITED = 160

/**
 * What each purpose likes to cite, the dearest first; of alternatives in one row only the first that is there. A skill says that
 * they can do something, not that they did it well, so a decline does not pass one off as a strength.
 */
const WANTED = {
  keep_warm: [['promise'], ['wish'], ['role'], ['strength', 'praise', 'skill']],
  new_role: [['wish'], ['strength', 'praise', 'skill'], ['role'], ['promise']],
  decline: [['strength', 'praise'], ['advice'], ['role']],
} as const satisfies Record<Purpose, readonly (readonly Slot[])[]>

const NONE: SlotFacts = {
  promise: undefined,
  wish: undefined,
  strength: undefined,
  praise: undefined,
  advice: undefined,
  skill: undefined,
  role: undefined,
}

/**
 * Of the roles that were ever said, that which the record says they were considered for: a merge may have kept an older one than was said
 * last. Where nothing says it, all of them.
 */
export function withRole(facts: readonly Fact[], considered: string): readonly Fact[] {
  const isIt = (fact: Fact) => fact.kind === 'role' && fold(fact.text) === fold(considered)
  const isKnown = facts.some((fact) => isIt(fact) && fact.retractedAt === undefined)
  return isKnown ? facts.filter((fact) => fact.kind !== 'role' || isIt(fact)) : facts
}

/** Chooses what to cite; whatever may not be told is out before anything is chosen. */
export function cite(facts: readonly Fact[], purpose: Purpose, people: People): SlotFacts {
  const recentFirst = facts
    .filter((fact) => tellable(fact, purpose, people))
    .sort((a, b) => b.statedAt - a.statedAt || (a.id < b.id ? -1 : 1))
  let chosen = NONE
  let count = 0
  let left = MOST_FACT_WORDS
  for (const alternatives of WANTED[purpose]) {
    const found = firstCitable(recentFirst, alternatives, people, left)
    if (found === undefined || count === MOST_FACTS) continue
    chosen = { ...chosen, [found.slot]: found.cited }
    count += 1
    left -= wordCount(found.cited.text)
  }
  return chosen
}

function firstCitable(
  facts: readonly Fact[],
  slots: readonly Slot[],
  { authors }: People,
  wordsLeft: number,
): { readonly slot: Slot; readonly cited: Cited } | undefined {
  for (const slot of slots) {
    for (const fact of facts) {
      const text = fact.kind === slot ? citedText(fact) : undefined
      if (text === undefined || wordCount(text) > wordsLeft) continue
      const by = slot === 'praise' && fact.authorId !== undefined ? authors.get(fact.authorId) : undefined
      return { slot, cited: { factId: fact.id, text, by: by === undefined ? undefined : clip(by, SHORT) } }
    }
  }
  return undefined
}

/** The words of a fact that can stand in a mail: all of it, else its first sentence, else none. Never cut inside a sentence, which could turn it round. */
export function citedText(fact: Pick<Fact, 'kind' | 'text'>): string | undefined {
  const whole = plain(fact.text)
  const first = whole.split(/(?<=[.!?])\s+(?=\p{Lu})/u)[0] ?? ''
  const fitting = [whole, first].find((text) => wordCount(text) <= MOST_WORDS_EACH && text.length <= MOST_CITED)
  if (fitting === undefined || CARRIES_A_LINK.test(fitting)) return undefined
  const bare = withoutStop(fact.kind === 'role' ? fitting.replace(/\s+(?:role|position|job)\W*$/iu, '') : fitting)
  // Inside our quotation marks their own would end the quotation early.
  const text = bare.replace(/["“”„«»]/gu, '’').replace(/^[’\s]+|[’\s]+$/gu, '')
  return /[\p{L}\p{N}]/u.test(text) ? text : undefined
}

const CARRIES_A_LINK = /https?:|www\.|\S@\S/iu
