/** A résumé as the form takes it: what can be checked at a glance, and nothing that must not count in hiring. Pure. */
import type { Seniority } from '../candidate/candidate.ts'
import { seniorityOf } from '../candidate/seniority.ts'
import { MOST_SKILLS, SILVER_LIMITS, type SilverEntry } from '../candidate/silver-form.ts'
import { skillLabel } from '../pool/skills.ts'
import { tidyLine } from '../shared/text.ts'

export type ParsedResume = {
  readonly fullName?: string | undefined
  readonly email?: string | undefined
  readonly phone?: string | undefined
  readonly profileLink?: string | undefined
  readonly location?: string | undefined
  readonly headline?: string | undefined
  readonly company?: string | undefined
  /** Slugs. */
  readonly skills: readonly string[]
  /** Of work, as far as its years are told. */
  readonly years?: number | undefined
}

/** Whether it tells nothing that the form asks. */
export const foundNothing = ({ skills, ...fields }: ParsedResume): boolean =>
  skills.length === 0 && Object.entries(fields).every(([name, value]) => name === 'years' || value === undefined)

/** The form as the résumé fills it in; what somebody typed already stays. For which role they were considered no résumé tells. */
export function entryOfResume(parsed: ParsedResume, typed: SilverEntry = {}): SilverEntry {
  const { skills, years: _, ...same } = parsed
  const seniority: Seniority | undefined = same.headline === undefined ? undefined : seniorityOf(same.headline)
  const read: SilverEntry = {
    ...same,
    seniority,
    skills: skillList(skills),
  }
  const said = Object.entries(typed).filter(([, value]) => value !== undefined && value !== '')
  return { ...read, ...Object.fromEntries(said) }
}

/** As many as the field takes. */
function skillList(skills: readonly string[]): string | undefined {
  let text = ''
  for (const label of skills.slice(0, MOST_SKILLS).map(skillLabel)) {
    const longer = text === '' ? label : `${text}, ${label}`
    if (longer.length > SILVER_LIMITS.skills) break
    text = longer
  }
  return text === '' ? undefined : text
}

/** Lines that tell what must not count: a birthday, a family, a nationality, a photo. They are read by nobody, neither a rule nor a model. */
const PRIVATE =
  /^\W*(?:date of birth|d\.?o\.?b\.?|birth ?date|birthday|born|place of birth|geburtsdatum|geburtsort|geboren|date de naissance|né[e]? le|fecha de nacimiento|data de nascimento|data di nascita|geboortedatum|marital status|civil status|familienstand|état civil|estado civil|stato civile|burgerlijke staat|nationality|citizenship|staatsangeh[öo]rigkeit|nationalit[éeàä]t?|nacionalidad|nacionalidade|nazionalit[àa]|gender|sex|geschlecht|sexe|sexo|sesso|geslacht|religion|konfession|religión|age|alter|edad|idade|età|children|kinder|enfants|hijos|filhos|photo|foto)(?![\p{L}\p{N}])/iu

export const withoutPrivate = (lines: readonly string[]): readonly string[] =>
  lines
    .map(tidyLine)
    .filter((line) => line !== '')
    // "Born 3 May 1990 | Berlin": only that part of the line goes.
    .map((line) =>
      line
        .split(/\s*[|•·]\s*/)
        .filter((part) => !PRIVATE.test(part))
        .join(' | '),
    )
    .filter((line) => line !== '')

/** Why a file could not be read as a résumé. */
export type ResumeFault =
  | 'gone'
  | 'not_shared'
  | 'elsewhere'
  | 'too_big'
  | 'unfolds'
  | 'no_scope'
  | 'unreachable'
  | 'scanned'
  | 'broken'
  | 'encrypted'
  | 'too_many_pages'
  | 'too_slow'
  | 'not_a_resume'
  | 'empty'

const DATED =
  /\b((?:19|20)\d{2})\b\s*(?:[-–—]|to|bis|until|a|à)\s*(?:[\p{L}.]{0,12}\s*)?(?:(\d{1,2})[./])?\s*(?:\b((?:19|20)\d{2})\b|(present|current|today|now|heute|aktuell|aujourd.hui|actual(?:idad)?|presente|oggi|heden|date))/giu

/** Years in which somebody worked, each counted once. */
export function yearsIn(lines: readonly string[], thisYear: number): number | undefined {
  const worked = new Set<number>()
  for (const line of lines)
    for (const [, from, , to] of line.matchAll(DATED)) {
      const first = Number(from)
      const last = to === undefined ? thisYear : Number(to)
      if (first > last || first < thisYear - 60 || last > thisYear) continue
      for (let year = first; year < Math.max(last, first + 1); year += 1) worked.add(year)
    }
  return worked.size === 0 ? undefined : worked.size
}

export const ONGOING = /\b(?:present|current|today|now|heute|aktuell|aujourd.hui|actualidad|presente|oggi|heden)\b/i
