// What a model of good will answers, by the rules that it was given.
import type { Asked } from './openai-server.ts'

type Told = { readonly name: string; readonly kind: string; readonly text: string }
export const factsOf = ({ data }: Asked): readonly Told[] => (data.facts ?? []) as readonly Told[]

/** A letter that tells two of its facts in their own words, and ends with something useful. */
export const goodLetter = (asked: Asked): object => ({
  subject: 'How are things with you?',
  sentences: [
    ...factsOf(asked)
      .slice(0, 2)
      .map(({ name, text }) => ({ text: `I still think back to this: ${text}.`, facts: [name], newParagraph: false })),
    { text: 'If an introduction would help, I am happy to make one.', facts: [], newParagraph: true },
  ],
})

/** The same with more sentences between them. */
export const withSentences =
  (...texts: readonly string[]) =>
  (asked: Asked): object => {
    const letter = goodLetter(asked) as { readonly subject: string; readonly sentences: readonly object[] }
    const facts = factsOf(asked).map(({ name }) => name)
    return {
      ...letter,
      sentences: [
        ...letter.sentences,
        ...texts.map((text) => ({ text, facts: facts.slice(0, 1), newParagraph: false })),
      ],
    }
  }
