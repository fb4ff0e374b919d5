/** Makes text that somebody typed fit to stand inside a sentence of ours. */

// Controls (NUL included), direction overrides, and the private-use characters that the renderer keeps for itself.
const UNWANTED =
  /[\p{Cc}\p{Co}\p{Cs}\p{Cn}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\u{E0000}-\u{E007F}]/gu

/** One line, without anything invisible that could reorder or hide the words around it. */
export const plain = (text: string): string =>
  text
    .replace(/[\s\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(UNWANTED, '')
    .replace(/ {2,}/g, ' ')
    .trim()

export const wordCount = (text: string): number => text.split(/\s+/u).filter((word) => word !== '').length

/** As much of a name or a title as a sentence bears. */
export const SHORT = { characters: 60, words: 6 } as const

/** Cut after a whole word, and before a bracket or a joining word that the cut would leave open; for names and titles, which are short where they are honest. */
export function clip(text: string, most: { readonly characters: number; readonly words: number }): string {
  const all = plain(text).split(' ')
  const words = all.slice(0, most.words)
  while (words.length > 1 && words.join(' ').length > most.characters) words.pop()
  const kept = words.join(' ')
  const whole = words.length === all.length ? kept : withoutLooseEnd(kept)
  // Whole characters, so that no emoji is cut into halves.
  return Array.from(whole).slice(0, most.characters).join('')
}

/** "Full Stack Engineer (also Backend &" ends where the bracket began. */
function withoutLooseEnd(text: string): string {
  const open = Math.max(text.lastIndexOf('('), text.lastIndexOf('['))
  const closed = Math.max(text.lastIndexOf(')'), text.lastIndexOf(']'))
  const before = open > 0 && closed < open ? text.slice(0, open) : text
  const ended = before.replace(LOOSE_END, '')
  return ended === '' ? text : ended
}
const LOOSE_END = /(?:[\s&+/|,;:\u2010-\u2015-]|\s(?:and|or|with|for|of|the|in|at|to))+$/iu

/** Without the final stop, so that the sentence around it can end by itself. */
export const withoutStop = (text: string): string => text.replace(/[\s.,;:!…]+$/u, '')
