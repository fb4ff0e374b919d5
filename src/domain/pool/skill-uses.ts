/** Skills as people write them in a list, with how long and how lately: "Kubernetes 5y 2024, Go, SQL Server 2019". */
import { canonicalSkill, skillLabel, skillSlug } from './skills.ts'

/** For how many years, and the last year in which; either may be unknown. */
export type SkillUse = {
  readonly skill: string
  readonly years: number | undefined
  readonly last: number | undefined
}
/** The years make no sense, the year is none, or is still to come. */
export type SkillUseProblem = { readonly kind: 'no_such_years' | 'no_such_year' | 'year_ahead' }
export type ReadSkills = { readonly skills: readonly string[]; readonly uses: readonly SkillUse[] }

export const MOST_YEARS = 50
const FIRST_YEAR = 1970

const YEARS = /(?<![\w.])(?:(?:for|over|about|~) ?)?(\d{1,3}) ?\+? ?(?:y|yrs?|years?)(?![\w-])(?: of)?\.?/i
const LAST = /(?<![\w.])(?:(?:in|until|till|last(?: used)?(?: in)?) )?\(?((?:19|20)\d\d)\)?(?![\w.+#-])/i

const SINCE = /\bsince ((?:19|20)\d\d)\b/i

/** Each skill once, in its order; what was said of it last counts. */
export function readSkills(text: string, thisYear: number): ReadSkills | SkillUseProblem {
  const uses = new Map<string, SkillUse>()
  let before: string | undefined
  for (const item of text.split(/[,;\n•|]+/)) {
    const { name, years, last } = itemOf(item, thisYear)
    // "Kubernetes 5y, 2024": what names no skill belongs to the one before.
    const skill = skillSlug(name) ?? (years === undefined && last === undefined ? undefined : before)
    if (skill === undefined) continue
    if (years !== undefined && years > MOST_YEARS) return { kind: 'no_such_years' }
    if (last !== undefined && last < FIRST_YEAR) return { kind: 'no_such_year' }
    if (last !== undefined && last > thisYear) return { kind: 'year_ahead' }
    const known = uses.get(skill)
    uses.set(skill, { skill, years: years ?? known?.years, last: last ?? known?.last })
    before = skill
  }
  const all = [...uses.values()]
  return {
    skills: all.map(({ skill }) => skill),
    uses: all.filter(({ years, last }) => years !== undefined || last !== undefined),
  }
}

const tidied = (name: string): string => name.replace(/[\s()–—:-]+$/, '').trim()

function itemOf(
  item: string,
  thisYear: number,
): { readonly name: string; readonly years?: number; readonly last?: number } {
  const text = item.trim()
  // A version in the name is none of ours: "SQL Server 2019" where the table knows it so.
  if (canonicalSkill(text) !== undefined) return { name: text }
  const since = SINCE.exec(text)?.[1]
  if (since !== undefined) {
    const name = tidied(text.replace(SINCE, ' '))
    const years = thisYear - Number(since)
    return years < 1 ? { name, last: Number(since) } : { name, years, last: thisYear }
  }
  const years = YEARS.exec(text)?.[1]
  const rest = text.replace(YEARS, ' ')
  // Of a name that begins with a year nothing is left without it.
  const last = LAST.exec(rest)?.[1]
  const name = tidied(rest.replace(LAST, ' '))
  return {
    name,
    ...(years === undefined ? {} : { years: Number(years) }),
    ...(last === undefined ? {} : { last: Number(last) }),
  }
}

/** "Kubernetes 5y 2024", which `readSkills` reads as the same. */
export function skillUseText(skill: string, uses: readonly SkillUse[]): string {
  const use = uses.find((one) => one.skill === skill)
  return [
    skillLabel(skill),
    ...(use?.years === undefined ? [] : [`${use.years}y`]),
    ...(use?.last === undefined ? [] : [String(use.last)]),
  ].join(' ')
}

/** As it was kept, whatever else stands there. */
export function asSkillUses(kept: unknown): readonly SkillUse[] {
  if (!Array.isArray(kept)) return []
  return kept.flatMap((one: unknown): SkillUse[] => {
    if (typeof one !== 'object' || one === null || !('skill' in one) || typeof one.skill !== 'string') return []
    return [{ skill: one.skill, years: numberIn(one, 'years'), last: numberIn(one, 'last') }]
  })
}

function numberIn(of: object, name: string): number | undefined {
  const value: unknown = Object.entries(of).find(([key]) => key === name)?.[1]
  return typeof value === 'number' && Number.isInteger(value) ? value : undefined
}

/** What is known on either side of a merge, of the skills that stay; the first side counts where both say. */
export function joinedUses(
  skills: readonly string[],
  one: readonly SkillUse[],
  other: readonly SkillUse[],
): readonly SkillUse[] {
  return skills.flatMap(
    (skill) => one.find((use) => use.skill === skill) ?? other.find((use) => use.skill === skill) ?? [],
  )
}
