/** Importing and exporting people: what the terminal and the file of refused rows say. */

import type { ValueProblem } from '../../candidate/custom-field.ts'
import { type FieldProblem, fieldMessage } from '../../candidate/field-problem.ts'
import type { ColumnsProblem } from '../../transfer/columns.ts'
import type { OwnField } from '../../transfer/own-fields.ts'
import type { RatingProblem, RowProblem } from '../../transfer/read-row.ts'
import { never } from '../result.ts'

export type RefusalReason =
  | RowProblem
  /** Its contacts belong to several people who are known. */
  | { readonly kind: 'several_people' }
  /** The contact is known, but of somebody whose name is not this one. */
  | { readonly kind: 'another_name'; readonly by: 'email' | 'phone' | 'profile' }
  | { readonly kind: 'erased' }
  /** Of our own staff, but on record as somebody whom everybody sees. */
  | { readonly kind: 'seen_by_all' }

const FIELD_NAMES = { name: 'Name', email: 'Email', role: 'Role', note: 'Note' } as const
const CONTACT_NAMES = { email: 'email', phone: 'phone number', profile: 'profile link' } as const
const wrong = (problem: FieldProblem): string =>
  problem.kind === 'missing' ? 'This is empty; everybody needs one.' : fieldMessage(problem)

const SKILL_YEARS = {
  no_such_years: 'nobody knows a skill for so many years. Write “Kubernetes 5y 2024, Go”.',
  no_such_year: 'there was no such skill in that year. Write “Kubernetes 5y 2024, Go”.',
  year_ahead: 'a year in which a skill was last used is still to come. Write “Kubernetes 5y 2024, Go”.',
} as const

const RATED = { skill: 'Skill fit', values: 'Values alignment' } as const
function ratingProblem(problem: RatingProblem): string {
  switch (problem.kind) {
    case 'no_such_score':
      return 'it takes 1 to 5, with what shows it in a column of its own; or leave both empty.'
    case 'evidence_missing':
      return 'say what shows it; without that a rating is not kept.'
    case 'evidence_thin':
      return 'say in a few words more what was seen or heard; without that a rating is not kept.'
    case 'too_long':
      return fieldMessage(problem)
    default:
      return never(problem)
  }
}

function ownProblem({ kind, choices }: OwnField, problem: ValueProblem): string {
  switch (problem.kind) {
    case 'too_long':
      return fieldMessage(problem)
    case 'not_a_number':
      return 'this is not a number. Example: 12.5'
    case 'ambiguous_number':
      return `this may be read in two ways. Write ${problem.plain}.`
    case 'no_such_day':
      return 'this is not a day. Example: 2026-03-04'
    case 'not_offered':
      return `it takes ${(kind === 'yes_no' ? ['yes', 'no'] : choices).join(', ')}; or leave it empty.`
    default:
      return never(problem)
  }
}

/** Why a row was refused, for the last column of the file of refused rows. */
export function refusalReason(reason: RefusalReason): string {
  switch (reason.kind) {
    case 'field':
      return `${FIELD_NAMES[reason.field]}${reason.said === undefined ? '' : ` “${reason.said}”`}: ${wrong(reason.problem)}`
    case 'no_contact':
      return 'No email, phone number or profile link that works; without one, nobody can tell them from others of the same name.'
    case 'skills':
      return `Skills: ${SKILL_YEARS[reason.problem]}`
    case 'rating':
      return `${RATED[reason.of]}: ${ratingProblem(reason.problem)}`
    case 'own':
      return `${reason.field.name}: ${ownProblem(reason.field, reason.problem)}`
    case 'too_many_cells':
      return `The row has ${reason.cells} cells where the heading has ${reason.columns}; perhaps a quotation mark is missing.`
    case 'several_people':
      return 'The contacts of this row belong to several people who are known already. Please merge those first: open one of them and press *Merge with…*.'
    case 'another_name':
      return `The ${CONTACT_NAMES[reason.by]} belongs to somebody of another name, who is on record or further up in this file. If they are one person, write the name here as it stands there; if they are two, leave it out here and give a contact of their own.`
    case 'erased':
      return 'They asked to be erased, so they are not kept again.'
    case 'seen_by_all':
      return 'This row is about one of our own staff, but they are on record as somebody whom every recruiter sees. Make that record internal first, on their profile, then import this row again.'
    default:
      return never(reason)
  }
}

export const transfer = {
  reason: 'Reason',
  row: 'Row',
  entry: (file: string): string => `Imported from ${file}`,
  source: (file: string): string => `import of ${file}`,
} as const

export function columnsProblem(problem: ColumnsProblem): string {
  switch (problem.kind) {
    case 'empty':
      return 'There are no rows in it.'
    case 'no_names':
      return `No column holds names. Its columns: ${problem.names.join(', ')}. Name the one that does: --map fullName="Column"`
    case 'no_contacts':
      return `No column holds email addresses, phone numbers or profile links. Its columns: ${problem.names.join(', ')}. Name one that does: --map email="Column"`
    default:
      return never(problem)
  }
}
