/** Human languages that a role may ask for, as its text says them. */
import { EACH_ABROAD, languageAbroad, SAID_ABROAD } from './languages-abroad.ts'

const LANGUAGES = [
  'English', 'German', 'French', 'Spanish', 'Italian', 'Portuguese', 'Dutch', 'Polish', 'Swedish', 'Danish', 'Norwegian', 'Finnish', 'Czech', 'Slovak', 'Hungarian',
  'Romanian', 'Bulgarian', 'Greek', 'Turkish', 'Ukrainian', 'Russian', 'Arabic', 'Hebrew', 'Hindi', 'Mandarin', 'Cantonese', 'Chinese', 'Japanese', 'Korean', 'Vietnamese', 'Thai', 'Indonesian', 'Catalan', 'Croatian', 'Serbian',
] as const // biome-ignore format: a list
const names = LANGUAGES.join('|')
const LIST = `(?:${names})(?:\\s*(?:,|and|or|/|&)\\s*(?:${names}))*`
const SKILLED =
  '(?:fluent|fluency|proficient|proficiency|native|business|working knowledge|command|speak(?:s|ing)?|spoken|written|excellent|good|strong|conversational|verbal)'
const SAID = [
  new RegExp(`\\b${SKILLED}\\b[^.;\\n]{0,40}?\\b(${LIST})\\b`, 'gi'),
  new RegExp(`\\b(${LIST})(?:[- ]speak(?:ing|er)s?|\\s*\\(?(?:[ABC][12]\\b|native|fluent|required|mandatory|is a must|language skills))`, 'gi'),
  new RegExp(`\\blanguages?\\s*:\\s*(${LIST})`, 'gi'),
] // biome-ignore format: a table
/** "No French required", "fluent German is not needed": spoken of, and not asked for. */
const NOT_BEFORE = /\b(?:no|not(?! only)|without|n't (?:need|require)|needn't)\s+(?:[\w-]+\s+){0,4}$/i
const NOT_BEHIND = /^[^.,;\n]{0,20}\b(?:is|are)(?: not|n't) (?:required|needed|necessary|a must|essential)\b/i
const WELCOME_BEHIND =
  /^[^.,;\n]{0,20}(?:von vorteil|wünschenswert|(?:un|est un) (?:plus|atout)|souhaité|nicht erforderlich)/i
const EACH = new RegExp(`\\b(?:${names})\\b`, 'gi')

/** Each once, in the order in which the text asks for them: "fluent German and English", "Spanish-speaking", "French (C1)". */
export function languagesIn(text: string): readonly string[] {
  const found: { readonly at: number; readonly name: string }[] = []
  for (const rule of [...SAID, ...SAID_ABROAD])
    for (const match of text.matchAll(rule)) {
      const list = match[1] ?? ''
      const from = match.index + match[0].indexOf(list)
      const behind = text.slice(from + list.length)
      if (NOT_BEFORE.test(text.slice(0, from)) || NOT_BEHIND.test(behind) || WELCOME_BEHIND.test(behind)) continue
      for (const one of [...list.matchAll(EACH), ...list.matchAll(EACH_ABROAD)]) {
        const name = LANGUAGES.find((known) => known.toLowerCase() === one[0].toLowerCase()) ?? languageAbroad(one[0])
        if (name !== undefined) found.push({ at: from + one.index, name })
      }
    }
  return [...new Set(found.toSorted((one, other) => one.at - other.at).map(({ name }) => name))]
}

/** The language that somebody typed, as it is written: "german" is `German`. */
export const languageNamed = (text: string): string | undefined =>
  LANGUAGES.find((name) => name.toLowerCase() === text.trim().toLowerCase())
