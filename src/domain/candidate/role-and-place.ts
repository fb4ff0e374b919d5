/** For which role, and where: the parts of the head of a `/silver` text that stand behind the name. */
import { canonicalPlace, liesIn } from '../pool/places.ts'
import { canonicalSkill } from '../pool/skills.ts'
import { NOT_ABBREVIATED } from '../shared/text.ts'
import { GAP } from './contacts-in-text.ts'

export type Part = { readonly field: 'role' | 'location'; readonly value: string; readonly length: number }

const ROLE = new RegExp(
  `^(?:for|as)\\s+(?:(?:the|a|an|our)\\s+)?([^,:;\\n(${GAP}]{2,150}?)(?=\\s*(?:[,:;\\n(${GAP}]|\\s-\\s|\\.${NOT_ABBREVIATED}(?:\\s|$)|$))`,
  'i',
)

export function takeRole(text: string): Part | undefined {
  const match = ROLE.exec(text)
  if (match === null) return undefined
  const typed = match[1] ?? ''
  const value = beforePlace(typed)
  const role = value.replace(/\s+(?:role|position|job|req|opening|vacancy)$/i, '').trim()
  return role === ''
    ? undefined
    : { field: 'role', value: role, length: match[0].length - (typed.length - value.length) }
}

/** "Engineer in Test in London": the last "in" before a place ends the role. */
function beforePlace(text: string): string {
  for (const match of [...text.matchAll(/\s(?:in|at|based in)\s/gi)].toReversed()) {
    const place = text.slice(match.index + match[0].length)
    if (
      canonicalPlace(place) !== undefined ||
      (/^\p{Lu}/u.test(place) && !/^(?:test|training|residence|charge)\b/i.test(place))
    ) {
      return text.slice(0, match.index)
    }
  }
  return text
}

/** "Ana Souza (London) for Senior SRE" */
export function takeBracketed(text: string): Part | undefined {
  const [whole, said = ''] = BRACKETED.exec(text) ?? []
  const [city = '', behind, ...more] = said.split(/, */)
  const isOne = behind === undefined || (more.length === 0 && liesIn(city, behind))
  if (whole === undefined || !isOne || canonicalPlace(said) === undefined || canonicalSkill(said) !== undefined)
    return undefined
  return { field: 'location', value: said, length: whole.length }
}
const BRACKETED = new RegExp(`^[\\s${GAP}]*\\( *([^()${GAP}]{2,60}?) *\\)`)

const PLACE = new RegExp(
  `^(in|from|at|based in)\\s+([^:;\\n()${GAP}]{2,60}?)(?=\\s*(?:[:;,\\n()${GAP}]|\\s-\\s|\\s(?:for|from|at)\\s|\\.${NOT_ABBREVIATED}(?:\\s|$)|$))(?:\\s*,\\s*([^,:;\\n()${GAP}]{2,30}?)(?=\\s*(?:[,:;\\n${GAP}]|\\sfor\\s|$)))?`,
  'i',
)

export function takePlace(text: string): Part | undefined {
  const match = PLACE.exec(text)
  if (match === null) return undefined
  const [whole, where = '', city = '', country] = match
  // "in Austin, TX: …" is one place, "in London, runner-up" is not.
  if (country !== undefined && (canonicalPlace(country) !== undefined || /^[A-Z]{2}$/.test(country))) {
    return { field: 'location', value: `${city}, ${country}`, length: whole.length }
  }
  // Where somebody is "in" may be a village that we do not know; "from" and "at" name employers as often.
  if (canonicalPlace(city) === undefined && (/^(?:from|at)$/i.test(where) || !/^\p{Lu}/u.test(city))) return undefined
  return { field: 'location', value: city, length: text.indexOf(city) + city.length }
}
