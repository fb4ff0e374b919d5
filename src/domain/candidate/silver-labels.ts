/** `/silver` texts that name their parts, as notes and other systems do: "Name: Ana Souza", a line each, or "…, role: Head of Sales". */
import { canonicalPlace } from '../pool/places.ts'
import { fold } from '../shared/text.ts'
import { isCommonGivenName } from './common-given-names.ts'
import { isTitle } from './job-title.ts'
import { withoutPronouns } from './name-asides.ts'
import { nameSound } from './name-sound.ts'
import { isGivenName } from './short-names.ts'

export type Labelled = { readonly fullName?: string; readonly role?: string; readonly location?: string }

type Label = 'fullName' | 'role' | 'location' | 'contact' | 'level' | 'tier' | 'said' | 'wish'
const SPELLINGS: Readonly<Record<Label, string>> = {
  fullName: 'full name|name|candidate(?: name)?',
  role: '(?:considered |interviewed |applied )for|role(?: (?:they were )?considered for)?|position|job(?: title)?|vacancy|title',
  location: 'location|city|place|based in',
  contact: 'e-?mail(?: address)?|mail|phone(?: number)?|mobile|tel(?:ephone)?|linked ?in|profile(?: link)?|website|url',
  level: 'seniority|level',
  tier: 'tier',
  said: 'what impressed (?:you|us)|impressed|notes?|strengths?|comments?|status|where things stand',
  wish: 'what would bring (?:her|him|them) back|wants',
}
const LABELS = Object.entries(SPELLINGS) as [Label, string][]
const ANY = LABELS.map(([, spellings]) => spellings).join('|')
const labelAt = new RegExp(`(^|[\\n;,]\\s*|\\s-\\s)(${ANY})\\s*[:=][^\\S\\n]*`, 'gi')
const BEGINS = new RegExp(`^(?:${ANY})\\s*[:=]`, 'i')
const whole = LABELS.map(([label, spellings]) => [label, new RegExp(`^(?:${spellings})$`, 'i')] as const)
const labelOf = (text: string): Label => whole.find(([, spelling]) => spelling.test(text))?.[0] ?? 'said'

/** What the labels say, and the text without them. Free words are taken out of their labels only where the text begins with one. */
export function takeLabelled(text: string): Labelled & { readonly text: string } {
  const found: { fullName?: string; role?: string; location?: string } = {}
  const free = BEGINS.test(text)
  const marks = [...text.matchAll(labelAt)].filter(([, , name = '']) => free || labelOf(name) !== 'said')
  if (marks.length === 0) return { text }
  let rest = text.slice(0, marks[0]?.index)
  for (const [at, mark] of marks.entries()) {
    const [all, before = '', name = ''] = mark
    const value = text.slice(mark.index + all.length, marks[at + 1]?.index)
    const label = labelOf(name)
    const kept =
      label === 'fullName' || label === 'role' || label === 'location' ? takeValue(label, value, found) : value
    rest += (rest === '' ? '' : before) + AGAIN[label](kept)
  }
  return { ...found, text: rest }
}

/** How the rules for plain text know it again. */
const AGAIN: Readonly<Record<Label, (value: string) => string>> = {
  fullName: (value) => value,
  role: (value) => value,
  location: (value) => value,
  contact: (value) => value,
  said: (value) => value,
  level: (value) => value,
  tier: (value) => `tier ${value}`,
  wish: (value) => `wants ${value}`,
}

const MOST = { fullName: 120, role: 150, location: 80 }

/** Keeps the value where there is none yet, and answers with what stands behind it. */
function takeValue(
  field: keyof Labelled,
  text: string,
  found: { fullName?: string; role?: string; location?: string },
): string {
  const line = (/^[^\n;]*/.exec(text)?.[0] ?? '').replace(SAID_BEHIND, '')
  const typed = valueIn(field, line)
  const value = typed
    .split(',')
    .map((part) => part.trim())
    .join(', ')
  if (value === '' || value.length > MOST[field] || found[field] !== undefined) return text
  found[field] = field === 'fullName' ? withoutPronouns(value).replace(/^([^,]+), ([^,]+)$/, '$2 $1') : value
  return text.slice(text.indexOf(typed) + typed.length)
}

/** "… - location: Lisbon - notes: calm": free words, which stay in the text, are no part of the place. */
const SAID_BEHIND = new RegExp(`\\s-\\s(?:${SPELLINGS.said})\\s*[:=].*$`, 'i')

/** The value as it was typed. */
function valueIn(field: keyof Labelled, line: string): string {
  const [first = '', second = ''] = line.split(',').map((part) => part.trim())
  const both = line.split(',', 2).join(',').trim()
  if (field === 'role') return first
  if (field === 'location') return /^[A-Z]{2}$/.test(second) || canonicalPlace(second) !== undefined ? both : first
  return isTurned(withoutPronouns(line).trim()) ? line.trim() : first
}

const soundOf = (word: string): string => nameSound(fold(word))
const TURNED = /^(\p{L}[\p{L}'-]*(?: \p{L}[\p{L}'-]*){0,3}), (\p{L}[\p{L}'-]*)((?: \p{L}[\p{L}'.-]*){0,2})$/u

/** "Souza, Ana" is one name, "Ana Souza, Senior SRE" is more than a name. With more words, a first name must be a common one. */
function isTurned(name: string): boolean {
  const [whole = '', family = '', given = '', more = ''] = TURNED.exec(name) ?? []
  if (whole === '') return false
  if (!family.includes(' ') && more === '') return true
  const [first = ''] = family.split(' ')
  const isGiven = (word: string) =>
    /^\p{Lu}/u.test(word) && (isGivenName(soundOf(word)) || isCommonGivenName(soundOf(word)))
  return isGiven(given) && !isGiven(first) && !isTitle(`${given}${more}`)
}
