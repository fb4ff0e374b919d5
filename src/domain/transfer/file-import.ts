/** A file that somebody imports in Slack: how it stands, and what may be done with it then. Pure. */
import type { LeftOut } from './imported.ts'

export const IMPORT_STATES = [
  /** It is brought from Slack, and its head is read. */
  'fetching',
  /** Somebody has to look whether each column is what it seems. */
  'to_map',
  'counting',
  /** Everybody is counted, and somebody has to decide. */
  'counted',
  'importing',
  'done',
  'cancelled',
  'failed',
  'undoing',
  'undone',
] as const
export type ImportState = (typeof IMPORT_STATES)[number]

export const IMPORT_ACTS = ['map', 'import', 'cancel', 'undo'] as const
export type ImportAct = (typeof IMPORT_ACTS)[number]

/** What a person may do in each state; the card's buttons and the use cases go by it. */
const ALLOWED = {
  fetching: ['cancel'],
  to_map: ['map', 'cancel'],
  counting: ['cancel'],
  counted: ['import', 'map', 'cancel'],
  importing: ['cancel'],
  done: ['undo'],
  cancelled: ['undo'],
  failed: ['undo'],
  undoing: [],
  undone: [],
} as const satisfies Record<ImportState, readonly ImportAct[]>

/** Only whom it added can be taken away again. */
export const mayDo = (act: ImportAct, state: ImportState, added: number): boolean =>
  (ALLOWED[state] as readonly ImportAct[]).includes(act) && (act !== 'undo' || added > 0)

/** The workers go on with these by themselves. */
export const WORKING = ['fetching', 'counting', 'importing', 'undoing'] as const satisfies readonly ImportState[]
/** These wait for a person, but not for ever: their file lies here. */
export const WAITING = ['to_map', 'counted'] as const satisfies readonly ImportState[]

/** Why an import came to nothing. */
export const IMPORT_PROBLEMS = [
  'gone',
  'not_shared',
  'elsewhere',
  'too_big',
  'unfolds',
  'no_scope',
  'unreachable',
  'empty',
  'encrypted',
  'old_excel',
  'not_a_table',
  'unreadable',
  'too_many_columns',
  'columns',
  'changed',
  'overtaken',
  'not_allowed',
  'expired',
  'fault',
] as const
export type ImportProblem = (typeof IMPORT_PROBLEMS)[number]

export type ImportCounts = {
  readonly rows: number
  readonly added: number
  readonly merged: number
  readonly refused: number
  /** The file has more rows than the dry run could compare with one another. */
  readonly near?: boolean
  /** Values that their rows do without, by field: not understood, too many or too long. */
  readonly leftOut?: Readonly<Partial<Record<LeftOut, number>>>
  /** Those taken away by an undo, and those who stayed because something was done with them meanwhile. */
  readonly removed?: number
  readonly kept?: number
  /** The refused rows are not all in the file of refused rows. */
  readonly partial?: boolean
}
export const NO_COUNTS: ImportCounts = { rows: 0, added: 0, merged: 0, refused: 0 }

/** More columns than this no form can ask about. */
export const MOST_COLUMNS = 200
/** So many columns a page of the form. */
export const COLUMNS_A_PAGE = 12

/** The columns of a file with a few values of each, to tell them by. */
export type TableHead = {
  /** `CSV in utf-8, columns parted by “;”` */
  readonly form: string
  readonly names: readonly string[]
  /** Of each column the first values that say anything. */
  readonly examples: readonly (readonly string[])[]
  /** Codes of fields; '' where the column is not read. */
  readonly guessed: readonly string[]
}

const EXAMPLES = 3
const EXAMPLE_LENGTH = 40

/** `rows` are the first ones without the heading. */
export function examplesOf(rows: readonly (readonly string[])[], columns: number): TableHead['examples'] {
  return Array.from({ length: columns }, (_, at) => {
    const said = rows.map((row) => (row[at] ?? '').replace(/\s+/g, ' ').trim()).filter((cell) => cell !== '')
    return said
      .slice(0, EXAMPLES)
      .map((cell) => (cell.length > EXAMPLE_LENGTH ? `${cell.slice(0, EXAMPLE_LENGTH - 1)}…` : cell))
  })
}

/** The columns of one page, from 0. */
export function columnsOnPage(columns: number, page: number): readonly number[] {
  const first = page * COLUMNS_A_PAGE
  return Array.from({ length: Math.max(0, Math.min(COLUMNS_A_PAGE, columns - first)) }, (_, at) => first + at)
}
export const pagesOf = (columns: number): number => Math.max(1, Math.ceil(columns / COLUMNS_A_PAGE))
