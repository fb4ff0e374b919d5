/** What stands beside a name without being part of it: pronouns, a nickname, a name from before, an employer. */
import { canonicalPlace } from '../pool/places.ts'
import { GAP } from './contacts-in-text.ts'
import { isTitle } from './job-title.ts'
import { JOINED } from './name-words.ts'
import { seniorityWord } from './seniority.ts'

const PRONOUN = '(?:she|he|they|her|hers|him|his|them|theirs?|xe|xem|ze|zir|hir|el|ella|elle|er|sie|ihn|any|all)'
const PRONOUNS = `(?:${PRONOUN}(?: ?/ ?${PRONOUN})+|any pronouns)`
const BEHIND_NAME = new RegExp(
  `^([^:;\\n]{0,150}?)(?:\\s*[([] *${PRONOUNS} *[)\\]]|(?<=\\( *)${PRONOUNS}(?!\\p{L}) *,? *|,? +${PRONOUNS}(?=[\\s,:;)]|$))`,
  'iu',
)
/** "Ana Souza (she/her)" → "Ana Souza". Pronouns are courtesy, not what impressed, and no field asks for them. */
export const withoutPronouns = (text: string): string => text.replace(BEHIND_NAME, '$1')

const NICKNAME = new RegExp(
  `^((?:\\p{Lu}[\\p{L}\\p{M}'.-]* ){1,2})(?:\\((\\p{Lu}[\\p{L}\\p{M}'-]{1,30})\\)|"([^"\\n]{1,30})") (?=(${JOINED}?\\p{Lu}[\\p{L}\\p{M}'-]+)(?:\\s*[,:;(${GAP}]|\\s+(?:for|as|in|from|at|-)\\s|\\s*$))`,
  'u',
)
/** 'Robert "Bob" Smith' is Robert Smith; a family name is no title and no level. */
export function takeNickname(text: string): { readonly text: string; readonly nickname?: string } {
  const [whole, given = '', bracketed, quoted, family = ''] = NICKNAME.exec(text) ?? []
  const nickname = bracketed ?? quoted
  if (whole === undefined || nickname === undefined || isTitle(family) || seniorityWord(family) !== undefined)
    return { text }
  return { text: given + text.slice(whole.length), nickname }
}

const ENCLOSED = new RegExp(`^[\\s${GAP}]*(?:\\( *([^()\\n]{1,300}?) *\\)|"([^"\\n]{1,40})")`)
const THEN = '(?=\\s+(?:for|as|in|based in)\\s)'
const BESIDE = new RegExp(
  `^[\\s,${GAP}]*(?:((?:from|at)\\s+([^,:;\\n()${GAP}]{2,60}?))${THEN}|(ex-[^\\s,:;()${GAP}]{2,60}|(?:n[ée]e|formerly|aka|goes by)\\s+[^,:;\\n()${GAP}]{2,60}?)(?:${THEN}|(?=\\s*[,:;(${GAP}]|\\s*$)))`,
  'iu',
)
/** What stands between a name and its role or place: words to keep, behind which the head goes on. */
export function takeAside(text: string): { readonly value: string; readonly length: number } | undefined {
  const [enclosed, inBrackets, inQuotes] = ENCLOSED.exec(text) ?? []
  if (enclosed !== undefined) return { value: inBrackets ?? inQuotes ?? '', length: enclosed.length }
  const [beside, from, whence = '', other] = BESIDE.exec(text) ?? []
  if (beside === undefined || (from !== undefined && canonicalPlace(whence) !== undefined)) return undefined
  return { value: from ?? other ?? '', length: beside.length }
}
