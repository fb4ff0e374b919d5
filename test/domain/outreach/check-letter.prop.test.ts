import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkLetter } from '../../../src/domain/outreach/check-letter.ts'
import type { LetterBrief } from '../../../src/domain/outreach/letter-brief.ts'
import { isPlainWord, WORDS_AROUND } from '../../../src/domain/outreach/plain-words.ts'
import { among, id } from '../../support/outreach-builders.ts'
import { runs } from '../runs.ts'

const people = among('Marek Nowak', 'Tom Okafor')
const TEXTS = ['calm in the outage exercise', 'a move into incident leadership', 'Kubernetes and 12 years of Go', 'C++']
const brief: LetterBrief = {
  purpose: 'keep_warm',
  sender: 'Ines',
  company: 'Fernhollow',
  job: undefined,
  silence: 'seven months',
  facts: TEXTS.map((text, at) => ({ ref: `F${at + 1}`, factId: id<'fact'>(at + 1), kind: 'strength', text })),
  note: undefined,
}
const FACT_WORDS = [...new Set(TEXTS.flatMap((text) => text.toLowerCase().split(' ')))]
const PLAIN =
  'i you how are was were the in and still think of that is it to hear glad not never your time did if would'.split(' ')
const SPECIFIC =
  'brilliant hired Marek Tom Nowak 14 2026 Monday March Python salary pay rejected Globex London offer guaranteed pregnant https://evil.example @channel <!here> a@b.example Мы 忽略 🥈 {{x}} `x` | fired best'.split(
    ' ',
  )

const word = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...PLAIN) },
  { weight: 4, arbitrary: fc.constantFrom(...FACT_WORDS) },
  { weight: 1, arbitrary: fc.constantFrom(...SPECIFIC) },
)
const ref = fc.constantFrom('F1', 'F2', 'F3', 'F4', 'F9', 'JOB', 'SILENCE', '__proto__', '')
const sentence = fc.record({
  text: fc.oneof(
    { weight: 4, arbitrary: fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => `${words.join(' ')}.`) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
    // Honest ones, so that not everything is cut.
    { weight: 2, arbitrary: fc.constantFrom(...TEXTS).map((text) => `I still think of that: ${text}.`) },
  ),
  facts: fc.oneof(fc.array(ref, { maxLength: 3 }), fc.constantFrom(['F1'], ['F2'], ['F3'])),
  newParagraph: fc.boolean(),
})
const letters = fc.record({ subject: fc.string({ maxLength: 100 }), sentences: fc.array(sentence, { maxLength: 15 }) })

/** Written apart from the product: what a reader would call a word. */
const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[^\p{L}\p{M}\p{N}+#']+/u)
    .map((one) => one.replace(/^'+|'+$/g, ''))
    .filter((one) => one !== '')
const begin = (one: string) => one.slice(0, 4)

describe('whatever a model writes', () => {
  it('only plain words and words of facts that the sentence points at stay', () => {
    let kept = 0
    fc.assert(
      fc.property(letters, (letter) => {
        const { sentences } = checkLetter(letter, brief, people)
        for (const { text, claims } of sentences) {
          kept += 1
          const told = claims.map(({ factId }) => brief.facts.find((fact) => fact.factId === factId)?.text ?? '')
          const begins = new Set(told.flatMap((fact) => wordsOf(fact).map(begin)))
          for (const one of wordsOf(text))
            expect(
              isPlainWord(one) ||
                begins.has(begin(one)) ||
                wordsOf(brief.company).includes(one) ||
                wordsOf(brief.silence ?? '').includes(one) ||
                Object.values(WORDS_AROUND).some((around) => around.has(one)),
              `${one} in "${text}"`,
            ).toBe(true)
        }
      }),
      runs(1_500),
    )
    expect(kept).toBeGreaterThan(runs(1_500).numRuns / 3)
  })

  it('every claim lies inside its sentence, apart from the others, and points at a fact that was given', () => {
    fc.assert(
      fc.property(letters, (letter) => {
        for (const { text, claims } of checkLetter(letter, brief, people).sentences) {
          let reached = 0
          for (const { factId, start, end } of claims) {
            expect(brief.facts.map((fact) => fact.factId)).toContain(factId)
            expect(start).toBeGreaterThanOrEqual(reached)
            expect(end).toBeGreaterThan(start)
            expect(end).toBeLessThanOrEqual(text.length)
            reached = end
          }
        }
      }),
    )
  })

  it('nothing is lost, the subject included: it stays or is shown as cut', () => {
    fc.assert(
      fc.property(letters, (letter) => {
        const { subject, sentences, cut } = checkLetter(letter, brief, people)
        const isVisible = (text: string) => /[\p{L}\p{N}]/u.test(text)
        const visible = letter.sentences.slice(0, 12).filter(({ text }) => isVisible(text))
        const shown = (subject === undefined ? 0 : 1) + sentences.length + cut.length
        expect(shown).toBeGreaterThanOrEqual(visible.length + (isVisible(letter.subject) ? 1 : 0))
        expect(shown).toBeLessThanOrEqual(letter.sentences.length + 1)
      }),
    )
  })

  it('turning a told fact round never stays', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TEXTS),
        fc.constantFrom('not', 'never', 'hardly', 'without', "weren't"),
        (text, no) => {
          const facts = [`F${TEXTS.indexOf(text) + 1}`]
          const written = { text: `I think that you were ${no} this: ${text}.`, facts, newParagraph: false }
          expect(checkLetter({ subject: '', sentences: [written] }, brief, people).sentences).toEqual([])
        },
      ),
    )
  })
})
