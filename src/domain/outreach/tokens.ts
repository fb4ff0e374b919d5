/** Words of a text with their places, folded for comparing. */
import { fold } from '../shared/text.ts'

export type Token = {
  readonly word: string
  readonly start: number
  readonly end: number
  /** As it was written, in small letters. */
  readonly written: string
  /** Of plain letters: nothing that only folds to them. */
  readonly isBare: boolean
}

export const tokens = (text: string): readonly Token[] =>
  [...text.matchAll(/[\p{L}\p{M}\p{N}+#]+(?:['’][\p{L}\p{M}]+)*/gu)].map(({ 0: written, index }) => ({
    word: fold(written).replace(/'s$/, (ending) => (IS.has(fold(written)) ? ending : '')),
    written: written.normalize('NFC').toLowerCase(),
    isBare: /^[\w+#'’]+$/.test(written),
    start: index,
    end: index + written.length,
  }))

/** Here the ending is "is", not a possessive. */
const IS = new Set(["it's", "that's", "there's", "what's", "let's"])

/** "designs", "designed" and "designing" are one word here; numbers stay as they are. */
export const stem = (word: string): string =>
  word.length < 5 || /\d/.test(word) ? word : word.replace(/(?:ings?|e?d|e?s|e)$/, '')
