/** Which sheet of a workbook has the people: often it is not the first. */
import { fieldOfHeading } from './headings.ts'
import { MOST_TITLE_ROWS } from './title-rows.ts'

type Rows = readonly (readonly string[])[]

/** The heading stands below the titles, and rows that are empty. */
export const HEAD_ROWS = MOST_TITLE_ROWS + 2

/** Sheets as their first rows; `undefined` where there is nothing in any. */
export function peopleSheet(sheets: readonly Rows[]): number | undefined {
  const filled = sheets.flatMap((rows, at) => (rows.some((row) => row.some(isSaid)) ? [{ rows, at }] : []))
  const found = filled.find(({ rows }) => rows.some(isHeadOfPeople)) ?? filled.find(({ rows }) => rows.some(isOfATable))
  return (found ?? filled[0])?.at
}

const isSaid = (cell: string): boolean => cell !== ''
/** A cover sheet has a line here and there. */
const isOfATable = (row: readonly string[]): boolean => row.filter(isSaid).length > 1

function isHeadOfPeople(row: readonly string[]): boolean {
  const fields = new Set(row.map(fieldOfHeading))
  const has = (...some: readonly ReturnType<typeof fieldOfHeading>[]) => some.some((field) => fields.has(field))
  return has('fullName', 'firstName', 'lastName') && has('email', 'phone', 'profileLink')
}
