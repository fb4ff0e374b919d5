/** Tables that any spreadsheet opens and none runs. Pure. */
export type Cell = string | number | undefined

/** A text that begins like a formula would be run by a spreadsheet; an apostrophe in front makes it plain text again. */
const inert = (text: string): string => (/^(?:[\t\r]|\s*[=+\-@])/.test(text) ? `'${text}` : text)

const quoted = (cell: Cell): string => {
  if (cell === undefined) return ''
  const text = typeof cell === 'number' ? String(cell) : inert(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** One line without its end. */
export const csvLine = (cells: readonly Cell[]): string => cells.map(quoted).join(',')

/** Tells a spreadsheet that the file is UTF-8; stands in front of the first line. */
export const CSV_MARK = '\uFEFF'
export const CSV_END = '\r\n'
