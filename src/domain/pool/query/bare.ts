/** What bare words stand for: "senior SRE London" is a level, a skill that is also a job, and a place. */
import { seniorityWord } from '../../candidate/seniority.ts'
import type { Lessons } from '../lessons.ts'
import { alsoAName, listedPlace, placeLabel } from '../places.ts'
import { alsoAnotherWord, canonicalSkill, skillLabel, skillOfJob, skillSlug } from '../skills.ts'
import type { Either, Filter, Some, Words } from './ast.ts'
import { readSkillAsked, yearsInWords } from './years.ts'

/** `node` is missing where the words only connect: "in" before London, "with" before Kubernetes. */
export type Bare = { readonly length: number; readonly node?: Filter | Either | Some | Words; readonly readAs?: string }

const LONGEST = 8
const CONNECTS = new Set(
  'in at near from with who know knows knowing people candidates the a an is are based located living lives experience experienced'.split(
    ' ',
  ),
)
// Levels that are also parts of job titles: "lead" must find "Lead Generation", "manager" a product manager.
const JOB_WORDS = new Set(['intern', 'junior', 'staff', 'lead', 'manager', 'director', 'executive'])

/** Behind a skill they say nothing: "Kubernetes experience". */
const BEHIND_A_SKILL = new Set(['experience', 'expertise', 'knowledge', 'skills', 'background'])

/** Reads the words from the first on, the longest reading first; `lessons` are the workspace's own words for skills. */
export function readBare(words: readonly string[], lessons?: Lessons): Bare {
  const connecting = words.findIndex((word) => !CONNECTS.has(word.toLowerCase()))
  if (connecting > 0 && recognise(words.slice(connecting), lessons) !== undefined) return { length: connecting }
  return recognise(words, lessons) ?? { length: 1, node: { kind: 'words', text: words[0] ?? '', phrase: false } }
}

function recognise(words: readonly string[], lessons: Lessons | undefined): Bare | undefined {
  for (let length = Math.min(LONGEST, words.length); length > 0; length -= 1) {
    const text = words.slice(0, length).join(' ')
    const asked = level(text) === undefined ? skill(text) : undefined
    if (asked !== undefined) return { ...asked, length: length + sayingNothing(words[length]) }
    const bare = level(text) ?? place(text) ?? remote(text)
    if (bare !== undefined) return { ...bare, length }
    const own = taught(text, lessons)
    if (own !== undefined) return { ...own, length: length + sayingNothing(words[length]) }
  }
  return undefined
}

const sayingNothing = (behind = ''): number => (BEHIND_A_SKILL.has(behind.toLowerCase()) ? 1 : 0)

type Reading = { readonly node: Filter | Either | Some; readonly readAs: string }

function level(text: string): Reading | undefined {
  const seniority = seniorityWord(text)
  if (seniority === undefined) return undefined
  return reading(text, { kind: 'filter', field: 'seniority', any: [seniority] }, seniority, JOB_WORDS.has(seniority))
}

/** "5+ years of experience in Go" */
const YEARS_FIRST = /^(\d{1,2}\+? ?(?:y|yrs?|years?)\+?) (?:of )?(?:experience )?(?:in |with )?(.+)$/i

function skill(text: string): Reading | undefined {
  const asked = /[<> ]/.test(text) ? readSkillAsked(text.replace(YEARS_FIRST, '$2 $1')) : undefined
  const known = asked?.years === undefined ? undefined : canonicalSkill(asked.name)
  if (asked?.years !== undefined && known !== undefined) {
    const { years } = asked
    return reading(
      text,
      { kind: 'filter', field: 'skill', any: [known], years },
      `${skillLabel(known)} for ${yearsInWords(years)}`,
      false,
    )
  }
  const listed = canonicalSkill(text)
  const canonical = listed ?? skillOfJob(text)
  if (canonical === undefined) return undefined
  return reading(
    text,
    { kind: 'filter', field: 'skill', any: [canonical] },
    skillLabel(canonical),
    listed === undefined || alsoAnotherWord(text) || /^\p{L}{1,2}$/u.test(text),
  )
}

/** A phrase beside the skill, not an `either`: printed and read where nobody knows the lesson it must mean the same. */
function taught(text: string, lessons: Lessons | undefined): Reading | undefined {
  const meant = /[<>]/.test(text) ? undefined : lessons?.get(skillSlug(text) ?? '')
  if (meant === undefined) return undefined
  const said: Words = { kind: 'words', text, phrase: true }
  return {
    node: { kind: 'or', nodes: [said, { kind: 'filter', field: 'skill', any: [meant] }] },
    readAs: skillLabel(meant),
  }
}

function place(text: string): Reading | undefined {
  const id = listedPlace(text)
  // "de la Cruz" is nobody in Los Angeles.
  if (id === undefined || (text.length === 2 && text !== text.toUpperCase() && !/^(uk|eu)$/i.test(text)))
    return undefined
  return reading(
    text,
    { kind: 'filter', field: 'location', any: [{ kind: 'place', id }] },
    placeLabel(id),
    alsoAName(id),
  )
}

const remote = (text: string): Reading | undefined =>
  /^remote$/i.test(text) ? reading(text, { kind: 'filter', field: 'remote', is: true }, 'remote', true) : undefined

const reading = (words: string, filter: Filter, readAs: string, both: boolean): Reading => ({
  node: both ? { kind: 'either', words, filter } : filter,
  readAs,
})
