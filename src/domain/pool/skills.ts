/** One name per skill, however people spell it, and the skills that a free text names. */
import { fold } from '../shared/text.ts'
import { SKILLS } from './skills-data.ts'

type Skill = { readonly canonical: string; readonly label: string; readonly care: string }

/** The canonical name of a skill from the table: "K8s" → `kubernetes`; `undefined` where the table does not know it. */
export function canonicalSkill(text: string): string | undefined {
  return lookUp(text)?.canonical
}

/** The name under which a skill is stored and searched: canonical where known, else a folded slug, for recruiters may invent skills. */
export function skillSlug(text: string): string | undefined {
  const known = canonicalSkill(text)
  if (known !== undefined) return known
  const slug = fold(text)
    .replace(/[^a-z0-9+#]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')
  return /[a-z0-9]/.test(slug) ? slug : undefined
}

/** How a skill is shown: `kubernetes` → "Kubernetes", `basket-weaving` → "Basket weaving". */
export function skillLabel(slug: string): string {
  const known = byName.get(slug)
  if (known !== undefined) return known.label
  const words = slug.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Whether the word, used alone, also names people or jobs ("Rust", "SRE") or is an everyday word ("go"). */
export function alsoAnotherWord(text: string): boolean {
  return /[LNJ]/.test(lookUp(text)?.care ?? '')
}

/** Whether the skill is also the name of a job ("SRE", "frontend"): a title that says it tells the role, and asks for no skill besides. */
export const isAlsoAJob = (slug: string): boolean => byName.get(slug)?.care.includes('J') === true

/** Behind a skill they make a job of it; a sign in front ("C++", ".NET") is lost where text is cut into words, so that no job is told by it. */
const JOB_BEHIND = /^([^+#.][^+#]*) (?:developer|engineer|programmer)$/i

/** The skill that a job's name asks for, where the table has no such spelling: "SREs", "front-end engineers", "Python developer". */
export function skillOfJob(text: string): string | undefined {
  const one = text.replace(/['’]?s$/i, '')
  const known = lookUp(one)
  if (known?.care.includes('J') === true) return known.canonical
  return lookUp(JOB_BEHIND.exec(one)?.[1] ?? '')?.canonical
}

/** More than this would be a long look for one word. */
const MOST_SPELLINGS = 12

/** How else the skill is written in a text, where `typed` does not find it; the shortest that stand for the longer ones, no everyday word. */
export function otherSpellings(slug: string, typed: string): readonly string[] {
  const known = byName.get(slug)
  if (known === undefined) return []
  const everyday = /[LC]/.test(known.care) ? [spelling(slug)] : []
  const given = spelling(typed)
  const kept: string[] = []
  const names = (namesOf.get(slug) ?? []).filter((name) => /^[a-z0-9 ]+$/.test(name) && !everyday.includes(name))
  for (const name of names.toSorted((a, b) => a.length - b.length))
    if (![given, ...kept].some((shorter) => ` ${name} `.includes(` ${shorter} `))) kept.push(name)
  return kept.slice(0, MOST_SPELLINGS)
}

/** Every spelling of the table, for "did you mean". */
export const knownSkillSpellings = (): Iterable<string> => bySpelling.keys()

/** The known skills that a text names, in order of appearance, each once. The longest spelling wins; everyday words need evidence. */
export function findSkills(freeText: string): readonly string[] {
  const tokens = tokenise(freeText.slice(0, 20_000))
  const found = new Set<string>()
  for (let at = 0; at < tokens.length; ) {
    const hit = longestAt(tokens, at)
    if (hit === undefined) {
      at += 1
      continue
    }
    if (believable(hit, tokens, at)) found.add(hit.skill.canonical)
    at += hit.length
  }
  return [...found]
}

type Token = { readonly word: string; readonly capital: boolean; readonly gap: string }
type Hit = { readonly skill: Skill; readonly length: number; readonly single: boolean }

const TOKEN = /\.?[\p{L}\p{N}]+(?:\+\+|#)?/gu
const LONGEST = 5

/** Words with what stands before each: "Node.js" is `node` and `.js`, "C++" stays whole. */
function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = []
  let end = 0
  for (const match of text.matchAll(TOKEN)) {
    const raw = match[0]
    tokens.push({ word: fold(raw), capital: /^\.?\p{Lu}/u.test(raw), gap: text.slice(end, match.index) })
    end = match.index + raw.length
  }
  return tokens
}

const spelling = (text: string): string =>
  tokenise(text)
    .map((token) => token.word)
    .join(' ')
const lookUp = (text: string): Skill | undefined => (text.length > 120 ? undefined : bySpelling.get(spelling(text)))

/** "golang" and "reactjs" are no everyday words, whatever "go" and "react" are. */
const MADE_UP = /.(?:lang|js|kit|studio|3d)$|^pyspark$/
const byName = new Map<string, Skill>()
const bySpelling = new Map<string, Skill>()
/** Every way to write a skill, as `spelling` gives it. */
const namesOf = new Map<string, readonly string[]>()
for (const { name: canonical, label, spellings = [], care = '' } of SKILLS) {
  const skill = { canonical, label, care }
  byName.set(canonical, skill)
  const keys = [canonical, label, ...spellings].map(spelling)
  namesOf.set(canonical, keys)
  for (const key of keys) {
    if (!bySpelling.has(key))
      bySpelling.set(key, MADE_UP.test(key) ? { ...skill, care: care.replace(/[LCNV]/g, '') } : skill)
  }
}

function longestAt(tokens: readonly Token[], at: number): Hit | undefined {
  const words: string[] = []
  let best: Hit | undefined
  for (let length = 1; length <= LONGEST; length += 1) {
    const token = tokens[at + length - 1]
    if (token === undefined || (length > 1 && !/^[ \-/.&_]{0,3}$/.test(token.gap))) break
    words.push(token.word)
    const skill = bySpelling.get(words.join(' '))
    if (skill !== undefined) best = { skill, length, single: length === 1 }
  }
  return best
}

/** "Superb at Go" or "Go, Rust" name the language; "go ahead", "vitamin C" and "react quickly" do not. */
function believable(hit: Hit, tokens: readonly Token[], at: number): boolean {
  const { care } = hit.skill
  if (!hit.single || !/[LC]/.test(care)) return true
  if (listed(tokens, at)) return true
  if (tokens[at]?.capital !== true) return false
  if (/^years?$|^yrs?$/.test(tokens[at - 2]?.word ?? '') && /^(?:of|with)$/.test(tokens[at - 1]?.word ?? ''))
    return true
  if (!care.includes('C')) return false
  const startsSentence = at === 0 || /[.!?\n]/.test(tokens[at]?.gap ?? '')
  return !startsSentence || namedBy(tokens[at + 1], care)
}

/** "Azure cloud experience", "React 18" and "Spark jobs" begin a line with the skill; "Express ideas", "Swift was she" and "Cassandra left" do not. */
function namedBy(next: Token | undefined, care: string): boolean {
  if (next?.gap !== ' ') return false
  if (/^\d/.test(next.word) || TRADE.has(next.word) || MADE_WITH.has(next.word)) return true
  return !/[VN]/.test(care) && !next.capital && !FUNCTION_WORD.has(next.word)
}

const PRAISE = words(
  `strong good great solid deep excellent superb expert experienced knows know fluent junior senior lead staff principal backend skills skill
  advanced using writes wrote in with mit avec ideally preferably idealerweise`,
)
/** With "of" behind it: "knowledge of Go". */
const KNOWING = words(
  'knowledge expertise command mastery understanding grasp experience kenntnisse kenntnis erfahrung maitrise connaissance connaissances',
)
const OF = words('of von de')
/** With a colon behind it: "Languages: Go". */
const LABEL = words(
  'language languages stack tech technology technologies tools skills skill requirements required sprachen technologien langages competences',
)
const TRADE = words(
  'developer developers engineer engineers programmer programming experience skills expert code codebase services',
)
/** What is made with a skill, or said of it, and of nothing that the everyday word means. */
const MADE_WITH = words(
  `api apis app apps architecture basics cloud clusters components dashboard dashboards development ecosystem framework functions fundamentals
  jobs knowledge macros microservices migrations modelling modeling pipelines proficiency queries scripts spreadsheets stack templates workflow workflows
  ways`,
)
/** Behind a skill that begins a line they make a sentence of it: "Tableau is", "Azure at dawn". */
const FUNCTION_WORD = words(
  `a an the my your our his her their its this that these those i you he she it we they at to in on of for from by with as about into up out
  was is are were be been has have had will would can could may might should must did does do said says and or but not no so if when than then`,
)
/** Behind "Go developer" the sentence may go on. */
const GOES_ON = words('in at for with')
const JOINER = words('and or plus und oder et ou')
const SEPARATOR = /[,;|\n•·()[\]:/]|\s[&+*-]\s/

/** Whether the word stands as an item among skills, is all of the text, or is praised by name ("strong go", "go developer"). */
function listed(tokens: readonly Token[], at: number): boolean {
  let left = at
  for (let step = praiseBefore(tokens, left); step > 0; step = praiseBefore(tokens, left)) left -= step
  let right = at + 1
  while (right < tokens.length && TRADE.has(tokens[right]?.word ?? '') && !SEPARATOR.test(tokens[right]?.gap ?? ''))
    right += 1
  if (/&/.test(tokens[at + 1]?.gap ?? '') && !/\s/.test(tokens[at + 1]?.gap ?? '')) return false // R&D
  const opens = left === 0 || bounded(tokens, left)
  const closes =
    right >= tokens.length ||
    bounded(tokens, right) ||
    JOINER.has(tokens[right]?.word ?? '') ||
    (right > at + 1 && GOES_ON.has(tokens[right]?.word ?? '')) ||
    /[.!?]/.test(tokens[right]?.gap ?? '')
  const joined = JOINER.has(tokens[left - 1]?.word ?? '')
  if (!closes || !(opens || joined || left < at)) return false
  const alone = left === 0 && right >= tokens.length
  const isLabelled = /:/.test(tokens[left]?.gap ?? '') && LABEL.has(tokens[left - 1]?.word ?? '')
  return alone || isLabelled || left < at || right > at + 1 || skillAfter(tokens, right) || skillBefore(tokens, left)
}

/** How many words before it praise it: one of "fluent Go", two of "knowledge of Go". */
function praiseBefore(tokens: readonly Token[], at: number): number {
  if (SEPARATOR.test(tokens[at]?.gap ?? '')) return 0
  const before = tokens[at - 1]?.word ?? ''
  if (PRAISE.has(before)) return 1
  return OF.has(before) && KNOWING.has(tokens[at - 2]?.word ?? '') ? 2 : 0
}

const bounded = (tokens: readonly Token[], at: number): boolean => SEPARATOR.test(tokens[at]?.gap ?? '')
const skillAfter = (tokens: readonly Token[], at: number): boolean =>
  longestAt(tokens, JOINER.has(tokens[at]?.word ?? '') ? at + 1 : at) !== undefined
function skillBefore(tokens: readonly Token[], at: number): boolean {
  const end = JOINER.has(tokens[at - 1]?.word ?? '') ? at - 1 : at
  for (let from = Math.max(0, end - LONGEST); from < end; from += 1) {
    if (longestAt(tokens, from)?.length === end - from) return true
  }
  return false
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/))
}
