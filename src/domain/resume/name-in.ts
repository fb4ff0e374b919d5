/** The name that a résumé begins with, by the shape of its lines. */
import { canonicalPlace, listedPlace } from '../pool/places.ts'
import { canonicalSkill, findSkills } from '../pool/skills.ts'

export const TITLE_WORD =
  /\b(?:engineer(?:ing)?|developer|architect|designer|manager|director|lead(?:er)?|head|analyst|scientist|researcher|consultant|specialist|administrator|officer|president|founder|owner|coordinator|assistant|associate|recruiter|partner|accountant|controller|marketer|writer|editor|producer|nurse|teacher|technician|programmer|devops|sre|qa|tester|intern|trainee|entwickler(?:in)?|ingenieur(?:in)?|leiter(?:in)?|berater(?:in)?|d[ée]veloppeu(?:r|se)|ing[ée]nieure?|desarrollador[a]?|ingenier[oa])\b/i
const SECTION_WORD =
  /\b(?:skills?|details|information|data|daten|angaben|statement|summary|profile|contact|kontakt|page|vitae|lebenslauf|certified|certificate)\b/i
const LABELLED =
  /^(?:(?:full |first and last )?name|vor- und (?:nach|zu)name|nom(?: complet)?|nombre|nome|naam)\s*:\s*(.+)$/i
const PART = /^\p{L}[\p{L}\p{M}'’.-]*$/u
const SMALL = new Set('de da do dos das van von der den ter ten del di la le el bin al y e zu af'.split(' '))
const MOST_LINES = 40
const MOST_TOP = 12

/** Said as such anywhere near the beginning; else what the top of the page begins with. */
export function nameIn(top: readonly string[], all: readonly string[]): string | undefined {
  for (const line of all.slice(0, MOST_LINES)) {
    const said = LABELLED.exec(line)?.[1]
    const name = said === undefined ? undefined : asName(said)
    if (name !== undefined) return name
  }
  for (const line of top.slice(0, MOST_TOP)) {
    const name = asName(line)
    if (name !== undefined) return name
  }
  return undefined
}

/** Where what is told at the side comes first, the name stands in the middle, with what they do below it. */
export function nameAboveTitle(lines: readonly string[]): string | undefined {
  const at = lines.findIndex(
    (line, at) => asName(line) !== undefined && findSkills(line).length === 0 && TITLE_WORD.test(lines[at + 1] ?? ''),
  )
  return at < 0 ? undefined : asName(lines[at] ?? '')
}

function asName(line: string): string | undefined {
  const said = turned(line) ?? (line.split(/\s*[|•·,]\s*/)[0] ?? '').trim()
  const words = said.split(' ')
  if (words.length < 2 || words.length > 5 || said.length > 60) return undefined
  if (TITLE_WORD.test(said) || SECTION_WORD.test(said)) return undefined
  if (!words.every((word) => PART.test(word))) return undefined
  if (!words.every((word) => SMALL.has(word.toLowerCase()) || /^\p{Lu}/u.test(word))) return undefined
  // "El Paso, Texas" is a place as a whole; in "Ana Souza, Lisbon" only what stands behind the name is.
  if (/,/.test(line) && canonicalPlace(line) !== undefined) return undefined
  if (listedPlace(said) !== undefined || canonicalSkill(said) !== undefined) return undefined
  return said === said.toUpperCase() ? words.map(capital).join(' ') : said
}

/** "van der Berg, Pieter" is Pieter van der Berg; "Lisbon, Portugal" has no such small word and stays. */
function turned(line: string): string | undefined {
  const [, family = '', given = ''] = /^([^,|•·]+),\s*(\p{Lu}[^,|•·]*)$/u.exec(line.trim()) ?? []
  const [first = '', ...rest] = family.split(' ')
  if (given === '' || rest.length === 0 || !SMALL.has(first.toLowerCase())) return undefined
  return listedPlace(given) === undefined ? `${given} ${family}` : undefined
}

/** `SOUZA-LIMA` → `Souza-Lima` */
const capital = (word: string): string =>
  word.toLowerCase().replace(/(^|[-'’])(\p{L})/gu, (whole) => whole.toUpperCase())
