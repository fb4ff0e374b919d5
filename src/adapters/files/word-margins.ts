/** The lines of a Word document's headers and footers, where templates put the name and the contacts; mammoth reads the body alone. */
import { decodeXML } from 'entities'
import { unpackEntries } from './check-zip.ts'

const MOST_EACH = 256 * 1024
const MOST_PARTS = 12
/** A paragraph's end, a break, a tab or a run of text; nothing in it can be looked at twice. */
const PIECE = /<\/w:p>|<w:(?:br|cr)\b|<w:tab\b|<w:t(?: [^<>]*)?>([^<]*)/g

export type Margins = { readonly above: readonly string[]; readonly below: readonly string[] }

/** Of an archive that was checked. Each line once: a document has a header for its first page and for others, often the same. */
export function wordMargins(bytes: Buffer): Margins {
  const linesOf = (names: RegExp): readonly string[] => [
    ...new Set(unpackEntries(bytes, names, { each: MOST_EACH, parts: MOST_PARTS }).flatMap(linesIn)),
  ]
  return { above: linesOf(/^word\/header\d*\.xml$/), below: linesOf(/^word\/footer\d*\.xml$/) }
}

function linesIn(part: Buffer): readonly string[] {
  let text = ''
  for (const [piece, run] of part.toString('utf8').matchAll(PIECE)) {
    if (run !== undefined) text += decodeXML(run)
    else text += piece.startsWith('<w:tab') ? '\t' : '\n'
  }
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
