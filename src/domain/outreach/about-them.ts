/** Whether a sentence without a fact says something of the candidate all the same: "you told us that you would leave". */
import { fold } from '../shared/text.ts'

/** Behind these a "you" is asked or wished for, not described. */
const OPENERS = new Set(
  'if whether how what when where would could can may might do does are should shall unless as whatever whenever wherever hope wish wonder wondered'.split(
    ' ',
  ),
)
/** It is what something is done for. */
const DONE_TO = new Set(
  'to for with from of about hear thank let tell ask wish send give call see reach help suit suits keep on between by write'.split(
    ' ',
  ),
)
/** What everybody has. */
const THEIRS = new Set(
  'next own time thoughts thinking view mind plans search terms pace reply answer note words day week side end choice way news move time'.split(
    ' ',
  ),
)

export const assertsAboutThem = (text: string): boolean =>
  fold(text)
    .split(/[.,;:!?()"\u2013\u2014-]+/)
    .some(clauseAsserts)

function clauseAsserts(clause: string): boolean {
  const words = clause.split(/[^a-z0-9']+/).filter((word) => word !== '')
  return words.some((word, at) => {
    if (word === 'your') return !THEIRS.has(words[at + 1] ?? '')
    if (!/^you(?:'|$)/.test(word)) return false
    const before = words.slice(0, at)
    return !before.some((one) => OPENERS.has(one)) && !DONE_TO.has(before.at(-1) ?? '')
  })
}
