/** Judges one row of a table: a person, or why not. Pure. */
import type { Standing } from '../candidate/candidate.ts'
import type { CustomValues, ValueProblem } from '../candidate/custom-field.ts'
import type { FieldProblem } from '../candidate/field-problem.ts'
import { functionWord } from '../candidate/job-function.ts'
import { nameInOrder } from '../candidate/name-order.ts'
import { phoneRegions } from '../candidate/phone-region.ts'
import { isWholeSite } from '../candidate/profile-link.ts'
import { asScore, checkEvidence, type EvidenceProblem, type RatingKind } from '../candidate/rating.ts'
import { seniorityWord } from '../candidate/seniority.ts'
import { MOST_SKILLS, SILVER_LIMITS, splitLocation } from '../candidate/silver-form.ts'
import { checkEmail, checkFullName, checkProfileLink, checkRole, MAX_TEXT } from '../candidate/validate.ts'
import type { PermissionBasis } from '../consent/permission.ts'
import { locationZone } from '../pool/location.ts'
import { canonicalPlace } from '../pool/places.ts'
import { type ReadSkills, readSkills, type SkillUseProblem } from '../pool/skill-uses.ts'
import { canonicalSkill } from '../pool/skills.ts'
import { ok, type Result, refuse } from '../shared/result.ts'
import { fold, tidy, tidyLine } from '../shared/text.ts'
import { at, type Day, type Zone } from '../shared/time.ts'
import { addressesIn, isOfAnAts, linksIn, readNumbers, saysNothing } from './contact-cells.ts'
import { type DayOrder, readDay } from './days.ts'
import { type ImportField, isOfApplicants, type Mapping } from './fields.ts'
import { fieldOfHeading } from './headings.ts'
import type { ImportedContact, ImportedPerson, ImportedRating, ImportedRatings, LeftOut } from './imported.ts'
import { type OwnField, readOwnCell, saysYes } from './own-fields.ts'
import { careerOf, employmentOf, relationOf } from './profile-words.ts'
import { kindOf, standingOf } from './standing-words.ts'

export type RowProblem =
  | {
      readonly kind: 'field'
      readonly field: 'name' | 'email' | 'role' | 'note'
      readonly problem: FieldProblem
      /** Which of several in one cell. */
      readonly said?: string
    }
  | { readonly kind: 'no_contact' }
  | { readonly kind: 'skills'; readonly problem: SkillUseProblem['kind'] }
  | { readonly kind: 'rating'; readonly of: RatingKind; readonly problem: RatingProblem }
  | { readonly kind: 'own'; readonly field: OwnField; readonly problem: ValueProblem }
  | { readonly kind: 'too_many_cells'; readonly cells: number; readonly columns: number }

export type ReadRowAs = {
  readonly mapping: Mapping
  readonly columns: number
  readonly basis: PermissionBasis
  /** What the person at the terminal said of the whole file. */
  readonly standing: Standing | undefined
  readonly role: string | undefined
  readonly dayOrder: DayOrder
  /** Those that the workspace defined. */
  readonly own?: readonly OwnField[]
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
    (as.mapping[field] ?? [])
      .map((column) => plainCell(cells[column] ?? ''))
      .filter((text) => text !== '' && !saysNothing(text, NAMES.has(field)))
  const one = (field: ImportField): string => all(field)[0] ?? ''
  const must = <Value>(
    field: 'name' | 'email' | 'role',
    checked: Result<Value, FieldProblem>,
    said?: string,
  ): Value | undefined => {
    if (checked.ok) return checked.value
    problems.push({ kind: 'field', field, problem: checked.refusal, ...(said === undefined ? {} : { said }) })
    return undefined
  }
  const may = <Value>(field: LeftOut, checked: Value | undefined): Value | undefined => {
    if (checked === undefined) leftOut.push(field)
    return checked
  }
  const word = <Code>(field: LeftOut & ImportField, read: (text: string) => Code | undefined): Code | undefined =>
    one(field) === '' ? undefined : may(field, read(one(field)))
  const day = (field: 'standingDay' | 'lastContacted' | 'nextTouch'): Day | undefined =>
    word(field, (said) => readDay(said, as.dayOrder))
  const cut = (field: LeftOut, said: string, most: number): string => {
    const tidied = tidyLine(said)
    if (tidied.length > most) leftOut.push(field)
    return tidied.slice(0, most)
  }
  const line = (field: LeftOut & ImportField, said = one(field)): string | undefined =>
    cut(field, said, SILVER_LIMITS.stage) || undefined

  const fullName = must('name', checkFullName(nameInOrder(one('fullName') || joinedName(one)))) ?? ''
  const { place, remoteOk } = splitLocation(cut('location', one('location'), SILVER_LIMITS.location))
  const known = place === undefined ? undefined : canonicalPlace(place)
  const regions = phoneRegions({ place: known, zone: as.zone })
  const addresses = all('email').flatMap(addressesIn)
  const found = [
    ...addresses.map((typed) =>
      contact('email', must('email', checkEmail(typed), addresses.length > 1 ? typed.slice(0, 60) : undefined)),
    ),
    ...all('phone').flatMap((cell) =>
      readNumbers(cell, regions).map((number) => contact('phone', may('phone', number))),
    ),
    ...all('profileLink')
      .flatMap(linksIn)
      .map((typed) => contact('profile', may('profileLink', readLink(typed)))),
  ].flatMap((made) => made ?? [])
  const contacts = [...new Map(found.map((made) => [`${made.kind} ${fold(made.value)}`, made])).values()]
  for (const { kind } of contacts.slice(MOST_CONTACTS)) leftOut.push(kind === 'profile' ? 'profileLink' : kind)
  if (contacts.length === 0 && !problems.some((problem) => problem.kind === 'field' && problem.field === 'email'))
    problems.push({ kind: 'no_contact' })
  // Our own export writes that, too.
  const named = one('role') === NO_ROLE ? '' : one('role')
  const headline = COURTESY.test(one('headline')) ? undefined : line('headline')
  // What they do is the best guess at what they would be considered for; it becomes no fact that a letter could cite.
  const role = named === '' ? (as.role ?? headline ?? NO_ROLE) : must('role', checkRole(named))
  const work = {
    jobFunction: word('jobFunction', functionWord),
    careerStage: word('careerStage', careerOf),
    employment: word('employment', employmentOf),
    relation: word('relation', relationOf),
  }
  const skilled = skillsIn(all('skills'), Number(as.today.slice(0, 4)))
  if ('kind' in skilled) problems.push({ kind: 'skills', problem: skilled.kind })
  else leftOut.push(...Array.from({ length: skilled.cut }, () => 'skills' as const))
  const custom = ownIn(cells, as, problems)
  const rated = (of: RatingKind, score: string, evidence: string): ImportedRatings => {
    const rating = readRating(score, evidence)
    if (!rating.ok) problems.push({ kind: 'rating', of, problem: rating.refusal })
    return rating.ok && rating.value !== undefined ? { [of]: rating.value } : {}
  }
  const ratings = {
    ...rated('skill', one('skillScore'), one('skillEvidence')),
    ...rated('values', one('valuesScore'), one('valuesEvidence')),
  }
  const note = tidy(all('note').join('\n'))
  if (note.length > MAX_TEXT)
    problems.push({ kind: 'field', field: 'note', problem: { kind: 'too_long', length: note.length, max: MAX_TEXT } })
  if (problems.length > 0 || 'kind' in skilled) return refuse(problems)
  const stands = standingIn(as, one('standing'), day('standingDay'))
  const touched = day('lastContacted')
  const person: ImportedPerson = {
    fullName,
    contacts: contacts.slice(0, MOST_CONTACTS),
    role: role ?? NO_ROLE,
    saysRole: named !== '',
    headline,
    company: line('company'),
    ...stands,
    stageReached: line('stage'),
    skills: skilled.skills,
    skillUses: skilled.uses,
    ...work,
    custom,
    ratings,
    location: place,
    remoteOk,
    zone: place === undefined ? undefined : locationZone(place),
    seniority: word('seniority', seniorityWord),
    tier: word('tier', tierOf),
    kind:
      word('kind', kindOf) ??
      (as.basis === 'referral' ? 'referral' : cameHere(as, stands) ? 'past_applicant' : 'passive'),
    source: line('source'),
    noContact: all('doNotContact').some(saysYes) || fieldOfHeading(one('standing')) === 'doNotContact',
    lastTouchAt: touched === undefined || touched > as.today ? undefined : at(touched, 12 * 60, as.zone),
    nextTouch: notPast(day('nextTouch'), as.today),
    note: note === '' ? undefined : note,
  }
  return ok({ person, leftOut })
}

/** Our own exports put an apostrophe before what a spreadsheet would run. */
const plainCell = (cell: string): string => cell.trim().replace(/^'(?=\s*[=+\-@])/, '')
const NAMES: ReadonlySet<ImportField> = new Set(['fullName', 'firstName', 'nameParticle', 'lastName'])
/** What German and Dutch files have in a column of titles. */
const COURTESY = /^(?:(?:dr|prof|mr|mrs|ms|miss|mx|herr|frau|ing|dipl|mag|med|rer|nat|phil|h|c)(?:[.\s-]+|$))+$/i

/** "Name" beside "Surname" is now and then the whole of it. */
function joinedName(one: (field: ImportField) => string): string {
  const [first, last] = [one('firstName'), one('lastName')]
  const isWhole = last !== '' && (fold(first).endsWith(` ${fold(last)}`) || fold(first).startsWith(`${fold(last)},`))
  return isWhole ? first : [first, one('nameParticle'), last].join(' ')
}

const readLink = (typed: string): string | undefined => {
  // In a table it is as likely their employer's, and then many have it.
  const checked = isWholeSite(typed) ? undefined : checkProfileLink(typed)
  return checked?.ok === true && checked.value !== undefined && !isOfAnAts(checked.value) ? checked.value : undefined
}
const contact = (kind: ImportedContact['kind'], typed: string | undefined): ImportedContact | undefined =>
  typed === undefined ? undefined : { kind, value: typed }

/** "Kubernetes 5y 2024, Go": with how long and how lately, where somebody wrote that. */
function skillsIn(
  cells: readonly string[],
  thisYear: number,
): (ReadSkills & { readonly cut: number }) | SkillUseProblem {
  const names = cells
    .flatMap((cell) => tidy(cell).split(/[,;\n•|]+| \/ /))
    .flatMap(apart)
    .filter((name) => name.trim() !== '' && !NO_SKILL.test(name.trim()))
  const looked = names.slice(0, 3 * MOST_SKILLS)
  const read = readSkills(looked.join(','), thisYear)
  if ('kind' in read) return read
  const skills = read.skills.slice(0, MOST_SKILLS)
  return {
    skills,
    uses: read.uses.filter(({ skill }) => skills.includes(skill)),
    cut: names.length - looked.length + read.skills.length - skills.length,
  }
}

const NO_SKILL = /^(?:n\/?a|none|nil|no|[-–—?.]+)$/i
/** "Java/Kotlin" is two, "CI/CD" and "TCP/IP" one: a stroke parts what are skills on both its sides. */
function apart(name: string): readonly string[] {
  const parts = name.split('/')
  const isSkill = (part: string) => canonicalSkill(part.replace(/\s+\d.*$/, '')) !== undefined
  return parts.every(isSkill) ? parts : [name]
}

export type RatingProblem = EvidenceProblem | { readonly kind: 'no_such_score' }
/** A rating without what shows it is none, from a file as from a form. */
function readRating(score: string, evidence: string): Result<ImportedRating | undefined, RatingProblem> {
  if (score === '' && evidence === '') return ok(undefined)
  const known = asScore(score.replace(/\s*(?:\/|of)\s*5$/i, ''))
  if (known === undefined) return refuse({ kind: 'no_such_score' })
  const checked = checkEvidence(evidence)
  return checked.ok ? ok({ score: known, evidence: checked.value }) : checked
}

function ownIn(cells: readonly string[], as: ReadRowAs, problems: RowProblem[]): CustomValues {
  const said = (as.own ?? []).flatMap((field): (readonly [string, string])[] => {
    const [column] = as.mapping[`own:${field.id}`] ?? []
    if (column === undefined) return []
    const read = readOwnCell(field, plainCell(cells[column] ?? ''), as.dayOrder)
    if (!read.ok) problems.push({ kind: 'own', field, problem: read.refusal })
    return read.ok && read.value !== undefined ? [[field.id, read.value]] : []
  })
  return Object.fromEntries(said)
}

const tierOf = (text: string): ImportedPerson['tier'] => {
  const letter = /^(?:tier\s*)?([abc])\b/i.exec(text)?.[1]?.toUpperCase()
  return letter === 'A' || letter === 'B' || letter === 'C' ? letter : undefined
}

type Stands = Pick<ImportedPerson, 'standing' | 'standingDay' | 'saysStanding' | 'guessedDay'>

/**
 * What the row says; an unknown word or an empty cell keeps the gate shut. Where the file has no such column, whoever applied here, by the ground or
 * by another column, was perhaps never told, and everybody else is in no process of ours. A no without its day counts from today, the strictest reading.
 */
function standingIn(as: ReadRowAs, said: string, day: Day | undefined): Stands {
  const saysStanding = as.mapping.standing !== undefined && said !== ''
  const usual = as.standing ?? (as.basis === 'applied_here' || isOfApplicants(as.mapping) ? 'not_told' : 'withdrew')
  const standing = saysStanding ? (standingOf(said, as.basis === 'applied_here') ?? 'not_told') : usual
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
