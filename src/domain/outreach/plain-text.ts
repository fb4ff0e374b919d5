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

/** Cut after a whole word; for names and titles, which are short where they are honest. */
export function clip(text: string, most: { readonly characters: number; readonly words: number }): string {
  const words = plain(text).split(' ').slice(0, most.words)
  while (words.length > 1 && words.join(' ').length > most.characters) words.pop()
  // Whole characters, so that no emoji is cut into halves.
  return Array.from(words.join(' ')).slice(0, most.characters).join('')
}

/** Without the final stop, so that the sentence around it can end by itself. */
export const withoutStop = (text: string): string => text.replace(/[\s.,;:!…]+$/u, '')
