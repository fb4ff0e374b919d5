/** What a role asks for, read by rules from a line ("Senior SRE in London: Kubernetes") or from a pasted text. A person sees and changes it. */
import { functionOf } from '../candidate/job-function.ts'
import { seniorityOf } from '../candidate/seniority.ts'
import { canonicalPlace, placeLabel } from '../pool/places.ts'
import { findSkills, isAlsoAJob, skillSlug } from '../pool/skills.ts'
import { NOT_ABBREVIATED, normaliseSlash, truncate } from '../shared/text.ts'
import { CRITERIA, MOST_LANGUAGES, MOST_MUST, MOST_NICE, MOST_YEARS, type RoleCriteria } from './criteria.ts'
import { languagesIn } from './languages.ts'
import { type LeftOut, withoutTraits } from './left-out.ts'
import { parseJob } from './parse-job.ts'
import { skillYearsIn, withYearsApart } from './skill-years.ts'

export type ReadRole = { readonly criteria: RoleCriteria; readonly leftOut: readonly LeftOut[] }

/** What a line of a text is about. */
export const LINE_TOPICS = ['must', 'nice', 'neither', 'unsaid'] as const
export type LineTopic = (typeof LINE_TOPICS)[number]
/** `listed`: a list of skills, of which those that no table knows count too. */
export type RoleLine = { readonly text: string; readonly topic: LineTopic; readonly listed?: boolean }

export const LONGEST_ROLE_TEXT = 12_000
const MOST_LINES = 300
const LONGEST_TITLE = 150

/** `topics` are a model's, by the line's number; what it does not say the rules do. */
export function readRole(typed: string, topics: ReadonlyMap<number, LineTopic> = new Map()): ReadRole {
  const { lines, leftOut } = linesOf(typed)
  const [first = '', ...rest] = lines.map(({ text }) => text)
  const parsed = parseJob(titleLine(first))
  const body = rest.join('\n')
  const said = lines.map((line, at) => (at === 0 ? line : { ...line, topic: topics.get(at) ?? line.topic }))
  const skills = skillsOf(said, parsed.skills)
  const title = truncate(parsed.title, LONGEST_TITLE)
  const whole = lines.map(({ text }) => text).join('\n')
  const years = Object.entries(skillYearsIn(whole)).filter(([skill]) =>
    [...skills.must, ...skills.nice].includes(skill),
  )
  const location = parsed.location ?? placeIn(rest)
  return {
    criteria: {
      title,
      ...skills,
      years: yearsIn(whole),
      ...(years.length === 0 ? {} : { skillYears: Object.fromEntries(years) }),
      seniority: parsed.seniority ?? seniorityOf(title),
      location,
      remoteOk: parsed.remoteOk || isRemote(body),
      jobFunction: functionOf(title),
      languages: languagesIn(`${first}\n${body}`).slice(0, MOST_LANGUAGES),
      order: CRITERIA,
    },
    leftOut,
  }
}

/** The text's lines, each with what the rules take it to be about. The first is the title. */
export function linesOf(typed: string): { readonly lines: readonly RoleLine[]; readonly leftOut: readonly LeftOut[] } {
  const { text, leftOut } = withoutTraits(normaliseSlash(typed.slice(0, LONGEST_ROLE_TEXT)))
  let section: LineTopic = 'unsaid'
  const lines = text
    .split('\n')
    .map((line) => line.replace(/^[\s•·*\-–—+>#]+/, '').trim())
    .filter((line) => line !== '')
    .slice(0, MOST_LINES)
    .flatMap((line, at): readonly RoleLine[] => {
      // The first line is the title, whatever its words.
      const heading = at === 0 ? undefined : headingOf(line)
      if (heading === undefined) return sentencesOf(line).map((text) => ({ text, topic: inlineTopic(text) ?? section }))
      section = heading.topic
      const { rest: text, listed } = heading
      return text === '' ? [] : [{ text, topic: inlineTopic(text) ?? section, ...(listed === true ? { listed } : {}) }]
    })
  return { lines, leftOut }
}

/** "Docker required. Go is a plus." says two things. */
const sentencesOf = (line: string): readonly string[] => line.split(SENTENCE_END)
const SENTENCE_END = new RegExp(`(?<=[.!?;])${NOT_ABBREVIATED}\\s+(?=\\p{Lu})`, 'u')

const NICE =
  /\b(?:nice[- ]to[- ]haves?|good to have|bonus(?: points)?|preferred|preferably|(?:is |are |would be )?a (?:big |huge |real )?plus|pluses|ideally|desirable|desired|advantage(?:ous)?|would be (?:great|nice|a benefit)|optional(?:ly)?|appreciated|extra credit|wünschenswert|von vorteil)\b/i
const MUST =
  /\b(?:must(?:[- ]haves?)?|required|requirements?|requires?|essential|mandatory|minimum|you (?:need|have|bring|know|master)|need(?:s|ed)? to (?:have|know)|qualifications?|proficien(?:t|cy)|(?:strong|solid|deep|proven|hands-on|extensive|expert) (?:\w+ )?(?:experience|knowledge|skills?|understanding|background)|expertise|experience (?:with|in)|anforderungen)\b/i
const NEITHER =
  /\b(?:not (?:required|needed|necessary)|no (?:\w+ ){0,3}(?:required|needed|necessary)|benefits|perks|we (?:offer|provide)|what we offer|about (?:us|the company|the team)|who we are|our company|why (?:us|join)|how to apply|equal opportunit(?:y|ies))\b/i
const inlineTopic = (sentence: string): LineTopic | undefined =>
  NEITHER.test(sentence)
    ? 'neither'
    : NICE.test(sentence)
      ? 'nice'
      : /\b(?:must|required|essential|mandatory)\b/i.test(sentence)
        ? 'must'
        : undefined

const LONGEST_HEADING = 60
/** "Must have:", "Nice to have: Rust", "What you bring". What stands behind its colon is a line of its own. */
function headingOf(
  line: string,
): { readonly topic: LineTopic; readonly rest: string; readonly listed?: boolean } | undefined {
  const [, head = line, rest = ''] = /^([^:]{2,60}):\s*(.*)$/s.exec(line) ?? []
  const isHeading = head !== line || (line.length <= LONGEST_HEADING && !/[.,;]/.test(line))
  if (!isHeading || head.split(/\s+/).length > 7) return undefined
  const bare = head !== line
  // "Kafka would be a plus" says something itself; it is no heading.
  if (!bare && (findSkills(line).length > 0 || /\b(?:would|is|will)\b/i.test(line))) return undefined
  if (NEITHER.test(head)) return { topic: 'neither', rest }
  if (NICE.test(head)) return { topic: 'nice', rest }
  if (MUST.test(head) || /\b(?:your profile|about you|who you are|what you bring|what we(?:'re| are)? look(?:ing)? for)\b/i.test(head))
    return bare || findSkills(head).length === 0 ? { topic: 'must', rest } : undefined
  if (/\b(?:skills|tech(?:nology)? stack|stack|technologies|tools|tech)\b/i.test(head) && bare) return { topic: 'must', rest, listed: true }
  if (/\b(?:responsibilities|what you(?:'ll| will) do|the role|your (?:role|tasks|mission)|tasks|day[- ]to[- ]day|about the (?:role|job|position))\b/i.test(head))
    return { topic: 'unsaid', rest }
  return undefined
} // biome-ignore format: rules

function skillsOf(
  lines: readonly RoleLine[],
  ofTitle: readonly string[],
): { readonly must: readonly string[]; readonly nice: readonly string[] } {
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
  const must = [...new Set(said.length > head.length ? said : [...said, ...unsaid])].slice(0, MOST_MUST)
  const nice = [...new Set([...(by.get('nice') ?? []), ...unsaid])].filter((skill) => !must.includes(skill))
  return { must, nice: nice.slice(0, MOST_NICE) }
}

function skillsIn({ text: typed, listed }: RoleLine): readonly string[] {
  const text = withYearsApart(typed)
  if (listed !== true) return findSkills(text)
  const items = text.split(/[,;|]|\s\/\s/)
  return items.flatMap((item) => {
    const known = findSkills(item.trim())
    if (known.length > 0) return known
    const words = item.replace(/\(.*?\)|[.]$/g, '').trim()
    return words === '' || words.split(/\s+/).length > 4 ? [] : (skillSlug(words) ?? [])
  })
}

/** "We are hiring a Senior SRE" and "Job title: Senior SRE" are titles with something before them. */
const titleLine = (line: string): string =>
  line
    .replace(
      /^(?:(?:job )?(?:title|role|position|vacancy)\s*:\s*|(?:we(?:'re| are) (?:now )?(?:hiring|looking for|seeking|recruiting)|hiring|wanted|now hiring|join us as|looking for)\s*:?\s*(?:an?|our next|our first|the)?\s+)/i,
      '',
    )
    .replace(/\s*\((?:m\/[fw](?:\/[dx])?|f\/m(?:\/[dx])?|all genders)\)/i, '')

const PLACED = /^(?:location|based|place|office|where|city|standort)\s*(?:in)?\s*[:\-–]\s*(.+)$/i
function placeIn(lines: readonly string[]): string | undefined {
  for (const line of lines) {
    const named = PLACED.exec(line)?.[1] ?? (line.length <= 40 ? line : undefined)
    if (named !== undefined) {
      const place = placeNamed(named)
      if (place !== undefined) return place
    }
    const based = /\b(?:based|located|office|offices|on-?site|hybrid)\s+in\s+([\p{Lu}][\p{L} .,'-]{1,40})/u.exec(
      line,
    )?.[1]
    const place = based === undefined ? undefined : placeNamed(based)
    if (place !== undefined) return place
  }
  return undefined
}

/** The longest beginning that is a place: "London or remote" is London. */
function placeNamed(text: string): string | undefined {
  const words = text
    .replace(/[.;].*$/s, '')
    .replace(/\s*[(/|].*$/, '')
    .split(/\s+/)
    .slice(0, 5)
  for (let length = words.length; length > 0; length -= 1) {
    const id = canonicalPlace(words.slice(0, length).join(' ').replace(/,$/, ''))
    if (id !== undefined) return placeLabel(id)
  }
  return undefined
}

const isRemote = (text: string): boolean =>
  /\b(?:remote(?:ly)?|work from (?:home|anywhere)|home office|distributed team)\b/i.test(
    text.replace(/\b(?:no|not|non|isn't|without)[- ](?:\w+ )?remote\b/gi, ''),
  )

/** "5+ years of experience", "3-5 years with Go"; of several the most, since the others are for parts of it. */
function yearsIn(text: string): number | undefined {
  const found = [...text.matchAll(/\b(\d{1,2})\s*(?:\+|plus|or more)?\s*(?:(?:-|to)\s*\d{1,2}\s*\+?)?\s*(?:years?|yrs?)\b(?!\s*(?:old|of age|ago|in business|of history))(?=[^.\n]{0,60}\b(?:experience|of|with|in|working|as|building)\b|\s*\+?\s*(?:exp\b|[.,;)]|$))/gim)]
  const years = found.map(([, count]) => Number(count)).filter((count) => count > 0 && count <= MOST_YEARS)
  return years.length === 0 ? undefined : Math.max(...years)
} // biome-ignore format: one rule
