/** Reads a JSON Resume (jsonresume.org) or the export of ours into what the form asks. Pure. */
import { profileKey } from '../candidate/profile-link.ts'
import { type Lessons, lessonsIn, meantBy } from '../pool/lessons.ts'
import { canonicalSkill, findSkills, skillSlug } from '../pool/skills.ts'
import { tidyLine } from '../shared/text.ts'
import { type JsonResume, type JsonWork, readJsonResume, textOfResume } from './json-resume.ts'
import type { ParsedResume } from './resume.ts'

export type JsonContext = { readonly thisYear: number; readonly lessons?: Lessons }

const LONGEST = 200
const NO_LESSONS: Lessons = new Map()

/** With the fields that could not be read, by their paths; `undefined` where it is no résumé. */
export function parseJsonResume(
  json: unknown,
  { thisYear, lessons = NO_LESSONS }: JsonContext,
): { readonly parsed: ParsedResume; readonly odd: readonly string[] } | undefined {
  const read = readJsonResume(json)
  if (read === undefined) return undefined
  const { basics, work } = read.resume
  const [now] = work
  const { city, region } = basics.location
  return {
    odd: read.odd,
    parsed: {
      fullName: line(basics.name),
      email: line(basics.email),
      phone: line(basics.phone),
      profileLink: line(linkIn(basics)),
      location: line(city) ?? line(region),
      headline: line(basics.label) ?? line(now?.position),
      company: now === undefined || yearOf(now.to, thisYear) < thisYear ? undefined : line(now.company),
      skills: skillsIn(read.resume, lessons),
      years: yearsOf(work, thisYear),
    },
  }
}

const line = (text: string | undefined): string | undefined => tidyLine(text ?? '').slice(0, LONGEST) || undefined

function linkIn({ links, url }: JsonResume['basics']): string | undefined {
  const pages = [...links, ...(url === undefined ? [] : [url])].filter((link) => profileKey(link) !== undefined)
  return pages.find((link) => /linkedin\.com/i.test(link)) ?? pages[0]
}

/** As adverts are read: a skill that the table does not know has few words, at least one letter, and is not a sentence. */
const MOST_SKILL_WORDS = 4
const LONGEST_SKILL = 40

/** What it calls a skill, also where our table has never heard of it; what the workspace taught; then what its other texts name. */
function skillsIn(resume: JsonResume, lessons: Lessons): readonly string[] {
  const known = (text: string): readonly string[] => {
    const slug = canonicalSkill(text)
    return slug === undefined ? [...lessonsIn(text, lessons), ...findSkills(text)] : [slug]
  }
  const said = (text: string): readonly string[] => {
    const slugs = known(text)
    return slugs.length > 0 || !isName(text) ? slugs : [skillSlug(text)].flatMap((slug) => slug ?? [])
  }
  const named = resume.skills.flatMap(({ name = '', keywords }) => [
    // "Frontend" above its keywords is a heading.
    ...(keywords.length === 0 ? said(name) : known(name)),
    ...keywords.flatMap(said),
  ])
  return [...new Set(meantBy([...named, ...known(textOfResume(resume))], lessons))]
}
const isName = (text: string): boolean =>
  text.length <= LONGEST_SKILL && /\p{L}/u.test(text) && text.split(/\s+/).length <= MOST_SKILL_WORDS

/** What goes on ends this year. */
const yearOf = (month: string | undefined, thisYear: number): number => Number(month?.slice(0, 4) ?? thisYear)

function yearsOf(work: readonly JsonWork[], thisYear: number): number | undefined {
  const years = new Set<number>()
  for (const { from, to } of work) {
    const first = Number(from?.slice(0, 4) ?? 0)
    const last = Math.min(yearOf(to, thisYear), thisYear)
    if (first < thisYear - 60 || first > last) continue
    for (let year = first; year < Math.max(last, first + 1); year += 1) years.add(year)
  }
  return years.size === 0 ? undefined : years.size
}
