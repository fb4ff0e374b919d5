/** What a role asks for, read by rules from a line ("Senior SRE in London: Kubernetes") or from a pasted text. A person sees and changes it. */
import { functionOf } from '../candidate/job-function.ts'
import { seniorityOf } from '../candidate/seniority.ts'
import { findSkills, isAlsoAJob, skillSlug } from '../pool/skills.ts'
import { truncate } from '../shared/text.ts'
import { alternativesIn } from './alternatives.ts'
import { CRITERIA, MOST_LANGUAGES, MOST_MUST, MOST_NICE, MOST_YEARS, type RoleCriteria } from './criteria.ts'
import { languagesIn } from './languages.ts'
import type { LeftOut } from './left-out.ts'
import { type LineTopic, withoutVerdict } from './line-topic.ts'
import { parseJob } from './parse-job.ts'
import { linesOf, type RoleLine } from './role-lines.ts'
import { placeIn } from './role-place.ts'
import { saysRemote } from './role-remote.ts'
import { titleLine } from './role-title.ts'
import { skillYearsIn, withYearsApart, YEARS } from './skill-years.ts'

export type ReadRole = { readonly criteria: RoleCriteria; readonly leftOut: readonly LeftOut[] }

const LONGEST_TITLE = 150

/** `topics` are a model's, by the line's number; what it does not say the rules do. */
export function readRole(typed: string, topics: ReadonlyMap<number, LineTopic> = new Map()): ReadRole {
  const { lines, leftOut } = linesOf(typed)
  const [first = '', ...rest] = lines.map(({ text }) => text)
  const elsewhere = placeIn(rest)
  const parsed = parseJob(titleLine(first), elsewhere)
  const body = rest.join('\n')
  const said = lines.map((line, at) => (at === 0 ? line : { ...line, topic: topics.get(at) ?? line.topic }))
  const skills = skillsOf(said, parsed.skills)
  const title = truncate(parsed.title, LONGEST_TITLE)
  const whole = lines.map(({ text }) => text).join('\n')
  const years = Object.entries(skillYearsIn(whole)).filter(([skill]) =>
    [...skills.must, ...skills.nice].includes(skill),
  )
  return {
    criteria: {
      title,
      ...skills,
      years: yearsIn(whole),
      ...(years.length === 0 ? {} : { skillYears: Object.fromEntries(years) }),
      seniority: parsed.seniority ?? seniorityOf(title),
      location: parsed.location ?? elsewhere,
      remoteOk: parsed.remoteOk || lines.some(({ text, topic }) => saysRemote(text, topic === 'neither')),
      jobFunction: functionOf(title),
      languages: languagesIn(`${first}\n${body}`).slice(0, MOST_LANGUAGES),
      order: CRITERIA,
    },
    leftOut,
  }
}

function skillsOf(
  lines: readonly RoleLine[],
  ofTitle: readonly string[],
): Pick<RoleCriteria, 'must' | 'nice' | 'anyOf'> {
  const by = new Map<LineTopic, string[]>()
  for (const line of lines.slice(1)) by.set(line.topic, [...(by.get(line.topic) ?? []), ...skillsIn(line)])
  const [first] = lines
  const head = [
    ...ofTitle,
    ...(first === undefined ? [] : findSkills(titleLine(first.text)).filter((skill) => !isAlsoAJob(skill))),
  ]
  const said = [...head, ...(by.get('must') ?? [])]
  const unsaid = by.get('unsaid') ?? []
  // Where nothing is called a must, whatever the text names is one.
  const isSaid = said.length > head.length
  const asked = isSaid ? said : [...said, ...unsaid]
  const groups = alternativesOf(
    lines.filter(({ topic }, at) => at === 0 || topic === 'must' || (!isSaid && topic === 'unsaid')),
  )
  // Where Python is asked for by itself, "Python or R" asks for no R.
  const spare = new Set(groups.filter(({ isMet }) => isMet).flatMap(({ others }) => others))
  const must = [...new Set(asked)].filter((skill) => !spare.has(skill)).slice(0, MOST_MUST)
  const nice = [...new Set([...(by.get('nice') ?? []), ...unsaid, ...spare])].filter((skill) => !must.includes(skill))
  const anyOf = groups.flatMap(({ group, isMet }) =>
    !isMet && group.every((skill) => must.includes(skill)) ? [group] : [],
  )
  return { must, nice: nice.slice(0, MOST_NICE), ...(anyOf.length === 0 ? {} : { anyOf }) }
}

/** What the lines that ask offer as alternatives, each skill in one group at most, and whether one of them is asked for by itself elsewhere. */
function alternativesOf(lines: readonly RoleLine[]) {
  const found = lines.map((line) => ({ line, groups: alternativesIn(withoutVerdict(line.text)) }))
  const alone = new Set(
    found.flatMap(({ line, groups }) => skillsIn(line).filter((skill) => !groups.flat().includes(skill))),
  )
  const taken = new Set<string>()
  return found
    .flatMap(({ groups }) => groups)
    .flatMap((group) => {
      if (group.some((skill) => taken.has(skill))) return []
      for (const skill of group) taken.add(skill)
      return [
        { group, isMet: group.some((skill) => alone.has(skill)), others: group.filter((skill) => !alone.has(skill)) },
      ]
    })
}

function skillsIn({ text: typed, listed }: RoleLine): readonly string[] {
  const text = withoutVerdict(withYearsApart(typed))
  // As it stands, too: "years of Go" says that Go is a skill, and "years: Go" no longer does.
  if (listed !== true)
    return [...new Set([withoutVerdict(typed), text].flatMap(findSkills)), ...Object.keys(skillYearsIn(typed))]
  const items = text.split(/[,;|]|\s\/\s/)
  return items.flatMap((item) => {
    const known = findSkills(item.trim())
    if (known.length > 0 || MORE.test(item)) return known
    const words = item.replace(/\(.*?\)|[.]$/g, '').trim()
    return words === '' || words.split(/\s+/).length > 4 ? [] : (skillSlug(words) ?? [])
  })
}

/** "+5 more" and "etc." end a list. */
const MORE = /^\W*(?:(?:and |und |et )?(?:\d+ )?(?:more|others?|weitere|autres)|etc|show (?:more|all))\W*$/i

/** "5+ years of experience", "3-5 years with Go", "mind. 3 Jahre"; of several the most, since the others are for parts of it. */
function yearsIn(text: string): number | undefined {
  const found = [...text.matchAll(YEARS_ASKED)]
  const years = found.map(([, count]) => Number(count)).filter((count) => count > 0 && count <= MOST_YEARS)
  return years.length === 0 ? undefined : Math.max(...years)
}
const NOT_ASKED = String.raw`\s*(?:old|of age|ago|in business|of history|alt\b|jung\b|firmengeschichte|d['’]existence)`
const ASKED = String.raw`(?=[^.\n]{0,60}\b(?:experience|of|with|in|working|as|building|mit|im|als|\w*erfahrung|expérience|experiencia)\b|\s*\+?\s*(?:exp\b|minimum\b|[.,;)]|$))`
const YEARS_ASKED = new RegExp(
  String.raw`(?<!\b(?:seit|vor|über|depuis|unter|entre|zwischen)\s)\b(\d{1,2})\s*(?:\+|plus|or more)?\s*(?:(?:-|to|bis|à)\s*\d{1,2}\s*\+?)?\s*${YEARS}\b(?!${NOT_ASKED})${ASKED}`,
  'gim',
)
