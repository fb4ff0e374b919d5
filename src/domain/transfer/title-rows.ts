/** Lines above the heading of a table, as exports and tidy people write them: "Silver medallists 2026", "exported by HR". */
import { fieldOfHeading } from './headings.ts'

/** The heading is looked for so far down, and a line above it says no more than so many things. */
export const MOST_TITLE_ROWS = 10
const MOST_IN_A_TITLE = 2

const said = (row: readonly string[]): readonly string[] => row.filter((cell) => cell.trim() !== '')

/** How many of these first rows stand above the heading. */
export function titleRows(rows: readonly (readonly string[])[]): number {
  const heading = rows.findIndex((row) => said(row).filter((cell) => fieldOfHeading(cell) !== undefined).length >= 2)
  const above = rows.slice(0, Math.max(0, heading))
  const isWider = above.every(
    (row) => said(row).length <= MOST_IN_A_TITLE && said(row).length < said(rows[heading] ?? []).length,
  )
  return isWider && above.every((row) => !row.some((cell) => cell.includes('@'))) ? above.length : 0
}
