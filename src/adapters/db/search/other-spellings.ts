/** A skill or a job is written in many ways: whoever types "SRE" also means the Site Reliability Engineer. */
import type { Filter } from '../../../domain/pool/query/ast.ts'
import { canonicalSkill, otherSpellings } from '../../../domain/pool/skills.ts'
import { contains } from './own-conditions.ts'
import { piecesOf, searchText, wordsOf } from './search-text.ts'
import { all, any, type Sql, sql } from './sql.ts'

/** What else stands for these words in a text, where they are a skill's name. */
export const spellingsIn = (filter: Filter, words: string): readonly string[] =>
  filter.field === 'skill' ? filter.any.flatMap((skill) => otherSpellings(skill, words)) : []

const phrase = (text: string): Sql => sql`phraseto_tsquery('english', ${searchText(text)})`
const either = (one: Sql, other: Sql): Sql => sql`(${one} || ${other})`

/** The words, or any of the other spellings as a phrase: one query for one look into the index. */
export const saidAs = (words: string, others: readonly string[]): Sql =>
  others.map(phrase).reduce(either, sql`plainto_tsquery('english', ${searchText(words)})`)

/** No skill's name has more words. */
const LONGEST = 5

/** "Senior SRE" is a word and a job that is also written otherwise. */
function runsOf(pieces: readonly string[]): readonly string[] {
  for (let length = Math.min(LONGEST, pieces.length); length > 0; length -= 1) {
    const run = pieces.slice(0, length).join(' ')
    if (length === 1 || canonicalSkill(run) !== undefined) return [run, ...runsOf(pieces.slice(length))]
  }
  return []
}

/** All the pieces of each run occur in the title, or another spelling of the run does; that one's index is the words', of which the title is a part. */
export function roleCondition(text: string, orElse: boolean): Sql {
  if (!orElse) return contains(sql`s.role`, piecesOf(text))
  const runs = runsOf(piecesOf(text))
  if (runs.length === 0) return contains(sql`s.role`, [])
  return all(
    runs.map((run) => {
      const others = otherSpellings(canonicalSkill(run) ?? '', run)
      const [first, ...rest] = others.map(phrase)
      const typed = contains(sql`s.role`, piecesOf(run))
      if (first === undefined) return typed
      const whole = `\\m(?:${others.map((other) => wordsOf(other).join('[^a-z0-9]+')).join('|')})\\M`
      return any([typed, sql`(s.words @@ ${rest.reduce(either, first)} AND s.role ~ ${whole})`])
    }),
  )
}
