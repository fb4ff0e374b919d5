/** Where a role's text says that it is. */
import { canonicalPlace, listedPlace, placeLabel } from '../pool/places.ts'

/** Said as such, else a line that is nothing but a place: many an everyday word is a town somewhere (Mobile, Enterprise, Reading). */
export function placeIn(lines: readonly string[]): string | undefined {
  for (const how of [placeSaid, placeAlone])
    for (const line of lines) {
      const place = how(line)
      if (place !== undefined) return place
    }
  return undefined
}

const PLACED = /^(?:location|based|place|office|where|city|standort)\s*(?:in)?\s*[:\-–]\s*(.+)$/i
const BASED = /\b(?:[Bb]ased|[Ll]ocated|[Oo]ffices?|[Oo]n-?site|[Hh]ybrid)\s+in\s+(\p{Lu}[\p{L} .,'-]{1,40})/u

function placeSaid(line: string): string | undefined {
  const named = PLACED.exec(line)?.[1] ?? BASED.exec(line)?.[1]
  return named === undefined ? undefined : placeNamed(named)
}

/** The longest beginning that is a place: "London or remote" is London. */
function placeNamed(text: string): string | undefined {
  const words = text
    .replace(/(?<!\bSt)[.;].*$/s, '')
    .replace(/\s*[(/|].*$/, '')
    .split(/\s+/)
    .slice(0, 5)
  for (let length = words.length; length > 0; length -= 1) {
    const id = canonicalPlace(words.slice(0, length).join(' ').replace(/,$/, ''))
    if (id !== undefined) return placeLabel(id)
  }
  return undefined
}

const LONGEST_ALONE = 40
/** "Lisbon", "London, UK (Hybrid)", "Berlin or remote" */
function placeAlone(line: string): string | undefined {
  if (line.length > LONGEST_ALONE || !/^\p{Lu}/u.test(line)) return undefined
  const place = line
    .replace(/\s*\([^)]*\)/g, '')
    .replace(/\s*(?:[/|,-]|\bor\b)\s*(?:fully )?(?:remote|hybrid|on-?site)\b.*$/i, '')
    .replace(/\.$/, '')
    .trim()
  const id = /\s/.test(place) ? canonicalPlace(place) : listedPlace(place)
  return id === undefined ? undefined : placeLabel(id)
}
