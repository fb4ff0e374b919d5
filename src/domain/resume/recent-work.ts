/** What somebody does now, and for whom: the lines around the date that goes on. */
import { functionOf } from '../candidate/job-function.ts'
import { listedPlace } from '../pool/places.ts'
import { readsAsJob } from './job-words.ts'
import { ONGOING } from './resume.ts'

const DATES = /\(?\b(?:[\p{L}]{3,9}\.?\s+|\d{1,2}[./])?(?:19|20)\d{2}\b[^|•·,;)]*\)?/giu
/** A firm's name may end with a full stop, and hold a word that is a job's elsewhere: "Data Partner GmbH". */
const FIRM =
  /(?:^|\s)(?:inc|ltd|llc|llp|plc|corp|co|gmbh|ag|sarl|oy|ab|aps|bv|nv|srl|s\.l\.?u?|s\.a|s\.r\.l|s\.p\.a|b\.v|n\.v|e\.v|d\.o\.o|sp\. z o\.o)\.?$/i

export type RecentWork = { readonly title?: string | undefined; readonly company?: string | undefined }

/** `not`: what is known to be something else, as their name. */
export function recentWork(lines: readonly string[], not: readonly (string | undefined)[] = []): RecentWork {
  const at = lines.findIndex((line) => ONGOING.test(line) && /\b(?:19|20)\d{2}\b/.test(line))
  if (at < 0) return {}
  const pieces = (...around: readonly number[]) => around.flatMap((step) => piecesOf(lines[at + step] ?? ''))
  const around = pieces(0).length > 0 ? pieces(0, -1, 1) : beside(pieces(-1, -2), pieces(1, 2))
  const title = around.find(isTitle)
  const company = around.find(
    (piece) =>
      piece !== title &&
      !not.includes(piece) &&
      /^\p{Lu}|^\p{Lo}/u.test(piece) &&
      listedPlace(piece) === undefined &&
      (FIRM.test(piece) || !(readsAsJob(piece) || functionOf(piece) !== undefined)),
  )
  return { title, company }
}

/** A date in a line of its own stands below what it dates, or above. */
const beside = (above: readonly string[], below: readonly string[]): readonly string[] =>
  !above.some(isTitle) && below.some(isTitle) ? below : above

const isTitle = (piece: string): boolean => readsAsJob(piece) && !FIRM.test(piece)

const piecesOf = (line: string): readonly string[] =>
  line
    .replace(DATES, ' | ')
    .split(/\s*[|•·]\s*|\s+[-–—]\s+|\s*,\s+|\s+(?:at|bei|chez|en|@)\s+/)
    .map((piece) =>
      piece
        .replace(ONGOING, '')
        .replace(/^[\s:–—-]+|[\s:–—(-]+$/g, '')
        .trim(),
    )
    .filter((piece) => piece.length > 1 && piece.length <= 80 && (!/[.!?]$/.test(piece) || FIRM.test(piece)))
