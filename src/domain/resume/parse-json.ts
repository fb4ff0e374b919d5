/** Reads a JSON Resume (jsonresume.org) or the export of ours. Pure; photo, birthday and what else must not count is not looked at. */
import { canonicalSkill, findSkills } from '../pool/skills.ts'
import type { ParsedResume } from './resume.ts'

type Json = Readonly<Record<string, unknown>>
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const listIn = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isJson).slice(0, 100) : [])
const textIn = (value: unknown): string | undefined => {
  const text = typeof value === 'string' ? value.replace(/\s+/g, ' ').trim().slice(0, 200) : ''
  return text === '' ? undefined : text
}

/** `undefined` where it is no résumé. */
export function parseJsonResume(json: unknown, thisYear: number): ParsedResume | undefined {
  if (!isJson(json) || !isJson(json.basics)) return undefined
  const { basics } = json
  const work = listIn(json.work).toSorted((one, other) => endOf(other) - endOf(one))
  const [now] = work
  const place = isJson(basics.location) ? basics.location : {}
  const words = listIn(json.skills).flatMap(({ name, keywords }) => [
    name,
    ...(Array.isArray(keywords) ? (keywords as unknown[]).slice(0, 100) : []),
  ])
  const named = words.flatMap((word) => (typeof word === 'string' ? (canonicalSkill(word) ?? findSkills(word)) : []))
  return {
    fullName: textIn(basics.name),
    email: textIn(basics.email),
    phone: textIn(basics.phone),
    profileLink: linkIn(basics),
    location: textIn(place.city) ?? textIn(place.region),
    headline: textIn(basics.label) ?? textIn(now?.position),
    company: now === undefined || endOf(now) < thisYear ? undefined : (textIn(now.name) ?? textIn(now.company)),
    skills: [...new Set(named)],
    years: yearsOf(work, thisYear),
  }
}

const NEVER_ENDS = 9_999
const yearIn = (value: unknown): number => Number(/^\d{4}/.exec(textIn(value) ?? '')?.[0] ?? 0)
const endOf = ({ endDate }: Json): number => yearIn(endDate) || NEVER_ENDS

function linkIn({ profiles, url }: Json): string | undefined {
  const links = listIn(profiles).flatMap((profile) => textIn(profile.url) ?? [])
  return links.find((link) => /linkedin\.com/i.test(link)) ?? links[0] ?? textIn(url)
}

function yearsOf(work: readonly Json[], thisYear: number): number | undefined {
  const years = new Set<number>()
  for (const one of work) {
    const first = yearIn(one.startDate)
    const last = Math.min(endOf(one), thisYear)
    if (first < thisYear - 60 || first > last) continue
    for (let year = first; year < Math.max(last, first + 1); year += 1) years.add(year)
  }
  return years.size === 0 ? undefined : years.size
}
