/** Judges one row of a table: a person, or why not. Pure. */
import type { Standing } from '../candidate/candidate.ts'
import type { FieldProblem } from '../candidate/field-problem.ts'
import { phoneRegions } from '../candidate/phone-region.ts'
import { seniorityWord } from '../candidate/seniority.ts'
import { MOST_SKILLS, SILVER_LIMITS, splitLocation } from '../candidate/silver-form.ts'
import { checkEmail, checkFullName, checkPhone, checkProfileLink, checkRole, MAX_TEXT } from '../candidate/validate.ts'
import type { PermissionBasis } from '../consent/permission.ts'
import { canonicalPlace, placeZone } from '../pool/places.ts'
import { skillSlug } from '../pool/skills.ts'
import { ok, type Result, refuse } from '../shared/result.ts'
import { tidy, tidyLine } from '../shared/text.ts'
import { at, type Day, type Zone } from '../shared/time.ts'
import { type DayOrder, readDay } from './days.ts'
import type { ImportField, Mapping } from './fields.ts'
import type { ImportedContact, ImportedPerson, LeftOut } from './imported.ts'
import { kindOf, standingOf } from './standing-words.ts'

export type RowProblem =
  | { readonly kind: 'field'; readonly field: 'name' | 'email' | 'role' | 'note'; readonly problem: FieldProblem }
  | { readonly kind: 'no_contact' }
  | { readonly kind: 'too_many_cells'; readonly cells: number; readonly columns: number }

export type ReadRowAs = {
  readonly mapping: Mapping
  readonly columns: number
  readonly basis: PermissionBasis
  /** What the person at the terminal said of the whole file. */
  readonly standing: Standing | undefined
  readonly role: string | undefined
  readonly dayOrder: DayOrder
  readonly today: Day
  readonly zone: Zone
}

export type ReadRow = { readonly person: ImportedPerson; readonly leftOut: readonly LeftOut[] }

/** Nobody said what they were considered for. */
export const NO_ROLE = 'No role yet'
const MOST_CONTACTS = 5

export function readRow(cells: readonly string[], as: ReadRowAs): Result<ReadRow, readonly RowProblem[]> {
  if (cells.length > as.columns && cells.slice(as.columns).some((cell) => cell.trim() !== ''))
    return refuse([{ kind: 'too_many_cells', cells: cells.length, columns: as.columns }])
  const problems: RowProblem[] = []
  const leftOut: LeftOut[] = []
  const all = (field: ImportField): readonly string[] =>
    (as.mapping[field] ?? []).map((column) => plainCell(cells[column] ?? '')).filter((text) => text !== '')
  const one = (field: ImportField): string => all(field)[0] ?? ''
  const must = <Value>(field: 'name' | 'email' | 'role', checked: Result<Value, FieldProblem>): Value | undefined => {
    if (checked.ok) return checked.value
    problems.push({ kind: 'field', field, problem: checked.refusal })
    return undefined
  }
  const may = <Value>(field: LeftOut, checked: Value | undefined): Value | undefined => {
    if (checked === undefined) leftOut.push(field)
    return checked
  }
  const day = (field: 'standingDay' | 'lastContacted' | 'nextTouch'): Day | undefined =>
    one(field) === '' ? undefined : may(field, readDay(one(field), as.dayOrder))

  const fullName = must('name', checkFullName(one('fullName') || [one('firstName'), one('lastName')].join(' '))) ?? ''
  const { place, remoteOk } = splitLocation(tidyLine(one('location')).slice(0, SILVER_LIMITS.location))
  const known = place === undefined ? undefined : canonicalPlace(place)
  const regions = phoneRegions({ place: known, zone: as.zone })
  const contacts = [
    ...all('email')
      .flatMap(several)
      .map((typed) => contact('email', must('email', checkEmail(typed)))),
    ...all('phone').map((typed) => contact('phone', may('phone', value(checkPhone(typed, regions))))),
    ...all('profileLink').map((typed) =>
      contact('profile', may('profileLink', value(checkProfileLink(typed.replace(/^http:/i, 'https:'))))),
    ),
  ].flatMap((made) => made ?? [])
  if (contacts.length === 0 && !problems.some((problem) => problem.kind === 'field' && problem.field === 'email'))
    problems.push({ kind: 'no_contact' })
  const named = one('role')
  // What they do is the best guess at what they would be considered for; it becomes no fact that a letter could cite.
  const role = named === '' ? (as.role ?? line(one('headline')) ?? NO_ROLE) : must('role', checkRole(named))
  const note = tidy(all('note').join('\n'))
  if (note.length > MAX_TEXT)
    problems.push({ kind: 'field', field: 'note', problem: { kind: 'too_long', length: note.length, max: MAX_TEXT } })
  if (problems.length > 0) return refuse(problems)
  const stands = standingIn(as, one('standing'), day('standingDay'))
  const touched = day('lastContacted')
  const person: ImportedPerson = {
    fullName,
    contacts: contacts.slice(0, MOST_CONTACTS),
    role: role ?? NO_ROLE,
    saysRole: named !== '',
    headline: line(one('headline')),
    company: line(one('company')),
    ...stands,
    stageReached: line(one('stage')),
    skills: skillsIn(all('skills')),
    location: place,
    remoteOk,
    zone: known === undefined ? undefined : placeZone(known),
    seniority: seniorityWord(one('seniority')),
    tier: tierOf(one('tier')),
    kind:
      kindOf(one('kind')) ??
      (as.basis === 'referral' ? 'referral' : cameHere(as, stands) ? 'past_applicant' : 'passive'),
    source: line(one('source')),
    lastTouchAt: touched === undefined || touched > as.today ? undefined : at(touched, 12 * 60, as.zone),
    nextTouch: notPast(day('nextTouch'), as.today),
    note: note === '' ? undefined : note,
  }
  return ok({ person, leftOut })
}

/** Our own exports put an apostrophe before what a spreadsheet would run. */
const plainCell = (cell: string): string => cell.trim().replace(/^'(?=[=+\-@])/, '')
const several = (cell: string): readonly string[] => cell.split(/[;,|\s]+(?=\S+@)/).filter((part) => part !== '')
const value = <Value>(checked: Result<Value, unknown>): Value | undefined => (checked.ok ? checked.value : undefined)
const contact = (kind: ImportedContact['kind'], typed: string | undefined): ImportedContact | undefined =>
  typed === undefined ? undefined : { kind, value: typed }

const line = (text: string): string | undefined => {
  const tidied = tidyLine(text).slice(0, SILVER_LIMITS.stage)
  return tidied === '' ? undefined : tidied
}

const skillsIn = (cells: readonly string[]): readonly string[] =>
  [
    ...new Set(
      cells
        .flatMap((cell) => tidy(cell).split(/[,;\n•|/]+/))
        .slice(0, 3 * MOST_SKILLS)
        .flatMap((name) => skillSlug(name) ?? []),
    ),
  ].slice(0, MOST_SKILLS)

const tierOf = (text: string): ImportedPerson['tier'] => {
  const letter = /^(?:tier\s*)?([abc])\b/i.exec(text)?.[1]?.toUpperCase()
  return letter === 'A' || letter === 'B' || letter === 'C' ? letter : undefined
}

type Stands = Pick<ImportedPerson, 'standing' | 'standingDay' | 'saysStanding' | 'guessedDay'>

/**
 * What the row says; an unknown word or an empty cell keeps the gate shut. Where the file has no such column, whoever applied here was perhaps
 * never told, and everybody else is in no process of ours. A no without its day counts from today, the strictest reading.
 */
function standingIn(as: ReadRowAs, said: string, day: Day | undefined): Stands {
  const saysStanding = as.mapping.standing !== undefined && said !== ''
  const usual =
    as.standing ?? (as.mapping.standing !== undefined || as.basis === 'applied_here' ? 'not_told' : 'withdrew')
  const standing = saysStanding ? (standingOf(said) ?? 'not_told') : usual
  if (standing === 'interviewing' || standing === 'not_told')
    return { standing, standingDay: undefined, saysStanding, guessedDay: false }
  const past = day !== undefined && day <= as.today ? day : undefined
  const guessedDay = standing === 'told_no' && past === undefined
  return { standing, standingDay: guessedDay ? as.today : past, saysStanding, guessedDay }
}

const cameHere = ({ basis }: ReadRowAs, { standing }: Stands): boolean =>
  basis === 'applied_here' || standing !== 'withdrew'
const notPast = (day: Day | undefined, today: Day): Day | undefined =>
  day === undefined || day < today ? undefined : day
