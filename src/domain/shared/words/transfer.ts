/** Importing and exporting people: what the terminal and the file of refused rows say. */
import { type FieldProblem, fieldMessage } from '../../candidate/field-problem.ts'
import type { ColumnsProblem } from '../../transfer/columns.ts'
import type { RowProblem } from '../../transfer/read-row.ts'
import { never } from '../result.ts'

export type RefusalReason =
  | RowProblem
  /** Its contacts belong to several people who are known. */
  | { readonly kind: 'several_people' }
  /** The contact is known, but of somebody with quite another name. */
  | { readonly kind: 'another_name'; readonly by: 'email' | 'phone' | 'profile' }
  | { readonly kind: 'erased' }

const FIELD_NAMES = { name: 'Name', email: 'Email', role: 'Role', note: 'Note' } as const
const CONTACT_NAMES = { email: 'email', phone: 'phone number', profile: 'profile link' } as const
const wrong = (problem: FieldProblem): string =>
  problem.kind === 'missing' ? 'This is empty; everybody needs one.' : fieldMessage(problem)

/** Why a row was refused, for the last column of the file of refused rows. */
export function refusalReason(reason: RefusalReason): string {
  switch (reason.kind) {
    case 'field':
      return `${FIELD_NAMES[reason.field]}: ${wrong(reason.problem)}`
    case 'no_contact':
      return 'No email, phone number or profile link that works; without one, nobody can tell them from others of the same name.'
    case 'too_many_cells':
      return `The row has ${reason.cells} cells where the heading has ${reason.columns}; perhaps a quotation mark is missing.`
    case 'several_people':
      return 'The contacts of this row belong to several people who are known already. Please merge those first.'
    case 'another_name':
      return `The ${CONTACT_NAMES[reason.by]} belongs to somebody known by quite another name. Please check whose it is.`
    case 'erased':
      return 'They asked to be erased, so they are not kept again.'
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
