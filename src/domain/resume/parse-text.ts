/** Reads a résumé's lines by rules. What they do not find stays empty: nothing is guessed, and a person confirms it all. Pure. */
import { takeContacts } from '../candidate/contacts-in-text.ts'
import { type Lessons, lessonsIn } from '../pool/lessons.ts'
import { canonicalPlace, listedPlace, placesBehind } from '../pool/places.ts'
import { canonicalSkill, findSkills } from '../pool/skills.ts'
import { readsAsJob } from './job-words.ts'
import { nameAboveTitle, nameIn, unspaced } from './name-in.ts'
import { recentWork } from './recent-work.ts'
import { type ParsedResume, withoutPrivate, yearsIn } from './resume.ts'

export type ResumeContext = {
  readonly thisYear: number
  readonly region?: string | undefined
  /** What the workspace calls skills. */
  readonly lessons?: Lessons
}
const NO_LESSONS: Lessons = new Map()

const HEADINGS: Readonly<Record<'skills' | 'work' | 'education' | 'other', RegExp>> = {
  skills:
    /^(?:(?:technical|key|core|professional|it|top)\s+)?(?:skills?(?: (?:&|and) \w+)?|technologies|tech stack|competenc(?:ies|es)|tools|expertise|kenntnisse|f[äa]higkeiten|comp[ée]tences|habilidades|competencias|compet[êe]ncias|competenze|vaardigheden)\W*$/i,
  work: /^(?:(?:work|professional|relevant|career)\s+)?(?:experience|history|employment(?: history)?|berufserfahrung|berufliche erfahrung|werdegang|exp[ée]riences?(?: professionnelles?)?|experiencia(?: \w+)?|experi[êe]ncia(?: \w+)?|esperienz[ae](?: \w+)?|werkervaring)\W*$/i,
  education:
    /^(?:education(?: (?:&|and) \w+)?|studies|academic background|ausbildung|studium|bildung|formation|[ée]ducation|educaci[óo]n|forma[çc][ãa]o|formazione|istruzione|opleiding(?:en)?)\W*$/i,
  other:
    /^(?:summary|profile|about(?: me)?|objective|contact(?: (?:information|details|me))?|personal (?:details|information|data|profile|statement)|kontakt(?:daten)?|pers[öo]nliche (?:daten|angaben)|(?:donn[ée]es|datos|dados) (?:personnelles|personales|pessoais)|dati personali|persoonlijke gegevens|projects?|certifications?|certificates|publications|languages|interests|hobbies|references|awards|volunteer(?:ing)?|r[ée]sum[ée]|curriculum vitae|cv|lebenslauf|profil|sprachen|projekte|zertifikate|langues|idiomas|lingue|talen)\W*$/i,
}
type Part = keyof typeof HEADINGS | 'top'

export function parseResumeText(
  read: { readonly lines: readonly string[]; readonly links: readonly string[] },
  { thisYear, region, lessons = NO_LESSONS }: ResumeContext,
): ParsedResume {
  const lines = withoutPrivate(read.lines.map(unspaced))
  const parts = partsOf(lines)
  const { email, phone, profileLink } = takeContacts(lines.join('\n').slice(0, 20_000), region)
  const atTop = nameIn(parts.top, lines, parts.work)
  const fullName = atTop ?? nameAboveTitle(parts.other.concat(parts.skills))
  const top = atTop === undefined && fullName !== undefined ? parts.other.concat(parts.skills) : parts.top
  const headline = headlineIn(top, fullName)
  const work = recentWork(parts.work.length > 0 ? parts.work : lines, [fullName, headline])
  return {
    fullName,
    email: email ?? mailIn(read.links),
    phone,
    profileLink: profileIn(read.links) ?? profileIn(linksIn(lines)) ?? profileLink,
    location: placeIn(parts.top.concat(parts.other).slice(0, 25), fullName),
    headline: headline ?? work.title,
    company: work.company,
    skills: skillsIn(parts.skills, lines, lessons),
    years: yearsIn(
      parts.work.length > 0 ? parts.work : lines.filter((line) => !parts.education.includes(line)),
      thisYear,
    ),
  }
}

function partsOf(lines: readonly string[]): Readonly<Record<Part, readonly string[]>> {
  const parts: Record<Part, string[]> = { top: [], skills: [], work: [], education: [], other: [] }
  let part: Part = 'top'
  for (const line of lines) {
    const heading = (Object.keys(HEADINGS) as (keyof typeof HEADINGS)[]).find((one) => HEADINGS[one].test(line))
    if (heading !== undefined) part = heading === 'other' && part === 'top' && parts.top.length === 0 ? 'top' : heading
    else parts[part].push(line)
  }
  return parts
}

function headlineIn(top: readonly string[], name: string | undefined): string | undefined {
  const at = name === undefined ? -1 : top.findIndex((line) => line.toLowerCase().includes(name.toLowerCase()))
  for (const line of top.slice(Math.max(at, 0), at + 5)) {
    const piece = line
      .split(/\s*[|•·]\s*/)
      .map((part) => behindName(part, name))
      .find((part) => readsAsJob(part) && part.length <= 100 && !/[.!?]$|@|\d{4}/.test(part))
    if (piece !== undefined) return piece
  }
  return undefined
}

/** "Jane Doe - Product Designer" without her name. */
const behindName = (text: string, name: string | undefined): string =>
  name !== undefined && text.toLowerCase().startsWith(name.toLowerCase())
    ? text.slice(name.length).replace(/^[\s,:–—-]+/, '')
    : text

function placeIn(lines: readonly string[], name: string | undefined): string | undefined {
  for (const line of lines) {
    if (line === name || line.length > 200) continue
    for (const piece of line
      .replace(/^(?:location|address|city|wohnort|adresse|ort|lieu|ciudad|cidade)\s*:\s*/i, '')
      .split(/\s*[|•·;]\s*|\s{2,}/)) {
      const [city = '', ...rest] = piece.split(/\s*,\s*/)
      if (city === '' || piece.length > 80) continue
      if (listedPlace(piece) !== undefined) return piece
      if (listedPlace(city) !== undefined) return rest.length <= 2 ? piece : city
      // "Springfield, Illinois": many towns are called so, and what stands behind the comma tells which.
      const [behind = ''] = rest
      if (rest.length === 1 && placesBehind(behind).length > 0 && canonicalPlace(piece) !== undefined) return piece
    }
  }
  return undefined
}

function skillsIn(section: readonly string[], lines: readonly string[], lessons: Lessons): readonly string[] {
  const named = section
    .flatMap((line) => line.replace(/^[^:]{1,40}:\s*/, '').split(/\s*[,;|•·]\s*|\s[-–—]\s|\s{2,}/))
    .flatMap((piece) => canonicalSkill(piece.replace(/\s*\([^)]*\)\s*$/, '').trim()) ?? [])
  const text = lines.join('\n').slice(0, 40_000)
  return [...new Set([...named, ...lessonsIn(text, lessons), ...findSkills(text)])]
}

const PROFILE = /(?:linkedin\.com\/(?:in|pub)\/|github\.com\/|gitlab\.com\/|xing\.com\/profile\/)[^/?#\s]+/i
function profileIn(links: readonly string[]): string | undefined {
  const found =
    links.find((link) => /linkedin\.com\/(?:in|pub)\//i.test(link)) ?? links.find((link) => PROFILE.test(link))
  const path = found === undefined ? undefined : PROFILE.exec(found)?.[0]
  return path === undefined ? undefined : `https://${/linkedin/i.test(path) ? 'www.' : ''}${path}`
}
const linksIn = (lines: readonly string[]): readonly string[] =>
  lines.flatMap((line) => line.match(/[\w.-]+\.[a-z]{2,}\/[^\s|,;)]+/gi) ?? [])
const mailIn = (links: readonly string[]): string | undefined =>
  links.map((link) => /^mailto:([^?\s]+)/i.exec(link)?.[1]).find((address) => address !== undefined)
