/** Which sheet of a workbook has the people: often it is not the first. */
import { fieldOfHeading } from './headings.ts'
import { MOST_TITLE_ROWS } from './title-rows.ts'

type Rows = readonly (readonly string[])[]

/** The heading stands below the titles, and rows that are empty. */
export const HEAD_ROWS = MOST_TITLE_ROWS + 2

/** A sheet by its first rows. One that is hidden was put away: the list that people see is meant. */
export type Sheet = { readonly rows: Rows; readonly isHidden: boolean }

/** Which one is read, `undefined` where there is nothing in any, and which others that are seen look like people, too. */
export function peopleSheet(sheets: readonly Sheet[]): {
  readonly read: number | undefined
  readonly others: readonly number[]
} {
  const filled = sheets.flatMap(({ rows, isHidden }, at) =>
    rows.some((row) => row.some(isSaid)) ? [{ rows, at, isHidden }] : [],
  )
  const isOfPeople = ({ rows }: Pick<Sheet, 'rows'>) => rows.some(isHeadOfPeople)
  const seen = filled.filter(({ isHidden }) => !isHidden)
  const among = seen.length > 0 ? seen : filled
  const found = among.find(isOfPeople) ?? among.find(({ rows }) => rows.some(isOfATable)) ?? among[0]
  const others = seen.flatMap((sheet) => (sheet !== found && isOfPeople(sheet) ? [sheet.at] : []))
  return { read: found?.at, others }
}

const isSaid = (cell: string): boolean => cell !== ''
/** A cover sheet has a line here and there. */
const isOfATable = (row: readonly string[]): boolean => row.filter(isSaid).length > 1

function isHeadOfPeople(row: readonly string[]): boolean {
  const fields = new Set(row.map(fieldOfHeading))
  const has = (...some: readonly ReturnType<typeof fieldOfHeading>[]) => some.some((field) => fields.has(field))
  return has('fullName', 'firstName', 'lastName') && has('email', 'phone', 'profileLink')
}
