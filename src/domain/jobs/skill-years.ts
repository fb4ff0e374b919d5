/** How many years of which skill a text asks for: "5+ years of Go", "3 yrs with AWS or GCP", "Kubernetes (4 years)". */
import { findSkills } from '../pool/skills.ts'
import { MOST_YEARS } from './criteria.ts'

/** Of English, German, French and Spanish adverts. */
export const YEARS = '(?:years?|yrs?|jahre?n?|ans|années?|años?)'
const COUNT = String.raw`(\d{1,2})\s*(?:\+|plus\b|or more\b)?\s*(?:(?:-|–|to|bis|à)\s*\d{1,2}\s*\+?)?\s*${YEARS}(?:['’]\s?)?\b`
/** What stands behind, as far as it is one thought. */
const BEFORE_SKILL = new RegExp(String.raw`\b${COUNT}(?=([^,;.()\n]{0,90}))`, 'gi')
const AFTER_SKILL = new RegExp(
  String.raw`([\p{L}\p{N}.#+/ -]{1,40}?)\s*[(:–]\s*(?:min(?:imum|\.)? |at least )?${COUNT}`,
  'giu',
)
const MOST_TOGETHER = 4

/** "5 years of experience with Go" says that what follows is a skill; a word such as "go" by itself does not. */
export const withYearsApart = (text: string): string => text.replace(YEARS_OF, '$1: ')
const YEARS_OF = new RegExp(
  String.raw`\b(${YEARS})[^\S\n]+(?:(?:of|with|in|using|working|professional|hands-on|solid|commercial|experience|writing|building|berufserfahrung|erfahrung|mit|im|als|d['’]expérience|de|expérience|experiencia|minimum|en|avec|con)[^\S\n]+)+(?=\S)`,
  'gi',
)

/** Of skills that are named so more than once, the most. */
export function skillYearsIn(text: string): Readonly<Record<string, number>> {
  const found = new Map<string, number>()
  const keep = (skills: readonly string[], count: number) => {
    if (count < 1 || count > MOST_YEARS || skills.length > MOST_TOGETHER) return
    for (const skill of skills) found.set(skill, Math.max(count, found.get(skill) ?? 0))
  }
  for (const [, count = '', behind = ''] of withYearsApart(text).matchAll(BEFORE_SKILL))
    keep(
      findSkills(behind.replace(/\b\d{1,2}\s*\+?\s*(?:years?|yrs?|jahre?n?|ans|años?)\b.*$/is, '').replace(/^:/, '')),
      Number(count),
    )
  for (const [, before = '', count = ''] of text.matchAll(AFTER_SKILL))
    keep(findSkills(before).slice(-1), Number(count))
  return Object.fromEntries(found)
}
