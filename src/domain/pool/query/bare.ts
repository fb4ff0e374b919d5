/** What bare words stand for: "senior SRE London" is a level, a skill that is also a job, and a place. */
import { seniorityWord } from '../../candidate/seniority.ts'
import { alsoAName, listedPlace, placeLabel } from '../places.ts'
import { alsoAnotherWord, canonicalSkill, skillLabel, skillOfJob } from '../skills.ts'
import type { Either, Filter, Words } from './ast.ts'
import { readSkillAsked, yearsInWords } from './years.ts'

/** `node` is missing where the words only connect: "in" before London, "with" before Kubernetes. */
export type Bare = { readonly length: number; readonly node?: Filter | Either | Words; readonly readAs?: string }

const LONGEST = 6
const CONNECTS = new Set(
  'in at near from with who know knows knowing people candidates the a an is are based located living lives'.split(' '),
)
// Levels that are also parts of job titles: "lead" must find "Lead Generation", "manager" a product manager.
const JOB_WORDS = new Set(['intern', 'junior', 'staff', 'lead', 'manager', 'director', 'executive'])

/** Reads the words from the first on, the longest reading first. */
export function readBare(words: readonly string[]): Bare {
  const connecting = words.findIndex((word) => !CONNECTS.has(word.toLowerCase()))
  if (connecting > 0 && recognise(words.slice(connecting)) !== undefined) return { length: connecting }
  return recognise(words) ?? { length: 1, node: { kind: 'words', text: words[0] ?? '', phrase: false } }
}

function recognise(words: readonly string[]): Bare | undefined {
  for (let length = Math.min(LONGEST, words.length); length > 0; length -= 1) {
    const text = words.slice(0, length).join(' ')
    const bare = level(text) ?? skill(text) ?? place(text) ?? remote(text)
    if (bare !== undefined) return { ...bare, length }
  }
  return undefined
}

type Reading = { readonly node: Filter | Either; readonly readAs: string }

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
