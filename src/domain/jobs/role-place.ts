/** Where a role's text says that it is: one place or several, any of which will do. */
import { canonicalPlace, listedPlace, placeLabel } from '../pool/places.ts'
import { placeAmong, placesAlone, placesNamed, placesText } from '../pool/several-places.ts'
import { findSkills } from '../pool/skills.ts'

/** Said as such, else a line that is nothing but a place: many an everyday word is a town somewhere (Mobile, Enterprise, Reading). */
export function placeIn(lines: readonly string[]): string | undefined {
  for (const how of [placeSaid, placeAlone, placeOfOffice])
    for (const line of lines) {
      const place = how(line)
      if (place !== undefined) return place
    }
  return undefined
}

const PLACED =
  /^(?:(?:job|work(?:ing|place)?|office|primary|role)\s+)?(?:locations?|location\(s\)|based|places?|offices?|where|city|cities|standorte?|(?:arbeits|einsatz|dienst)?orte?|lieux?(?: de travail)?|localisation|ubicación|lugar|sede|plaats|standplaats)\s*(?:in)?\s*[:\-–]\s*(.+)$/iu
const BASED = /\b(?:[Bb]ased|[Ll]ocated|[Oo]ffices?|[Oo]n-?site|[Hh]ybrid)\s+in\s+(\p{Lu}[\p{L} .,'-]{1,40})/u

function placeSaid(line: string): string | undefined {
  const named = PLACED.exec(line)?.[1] ?? BASED.exec(line)?.[1]
  return named === undefined ? undefined : (placeOfRemote(named) ?? placeNamed(named))
}

/** "Location: Lisbon; Madrid" says one thing; elsewhere a semicolon stands between two. */
export const withPlacesTogether = (line: string): string =>
  PLACED.test(line)
    ? line.replace(/;\s+(?=(\p{Lu}[^;.]{1,60})(?:[;.]|$))/gu, (mark, next: string) =>
        placesAlone(next).length > 0 ? ' or ' : mark,
      )
    : line

const FAR =
  /^(?:(?:fully|100\s?%)\s+)?remote(?:ly)?\s*(?:[-–:,(]\s*|\b(?:with)?in\s+|\bfrom\s+|\bacross\s+|\banywhere in\s+)+(?:the\s+)?([^()]+)/i
/** "Remote (Germany)", "Fully remote within Europe" */
function placeOfRemote(text: string): string | undefined {
  const [, named = ''] = FAR.exec(text) ?? []
  const plain = named.replace(/\s+(?:only|based|time ?zones?)\b.*$/i, '')
  return placesText(placesAlone(plain))
}

/** All that it names, else the longest beginning that is a place: "London office". */
function placeNamed(text: string): string | undefined {
  const line = text.replace(/(?<!\bSt)[.;](?:\s.*)?$/s, '')
  const ids = placesNamed(line)
  if (ids.length > 0) return placesText(ids)
  const words = line
    .replace(/\s*[(/|].*$/, '')
    .split(/\s+/)
    .slice(0, 5)
  for (let length = words.length; length > 0; length -= 1) {
    const id = canonicalPlace(words.slice(0, length).join(' ').replace(/,$/, ''))
    if (id !== undefined) return placeLabel(id)
  }
  return undefined
}

const LONGEST_ALONE = 60
/** "Lisbon", "London, UK (Hybrid)", "Berlin or remote", "Acme · Dublin, Ireland (On-site)" */
function placeAlone(line: string): string | undefined {
  if (line.length > LONGEST_ALONE || !/^(?:\p{Lu}|100\s?%\s[Rr]emote\b)/u.test(line)) return undefined
  const place = line
    .replace(/\s*\([^)]*\)/g, '')
    .replace(/\s*(?:[/|,·-]|\b(?:or|oder|ou)\b)\s*(?:fully )?(?:remote|hybrid|on-?site)\b.*$/i, '')
    .trim()
  const ids = placesAlone(place)
  if (ids.length > 0 && findSkills(place).length === 0) return placesText(ids)
  return placeOfRemote(line) ?? (/[·•|]/.test(line) ? placesText(placeAmong(line)) : undefined)
}

const OFFICE =
  /\b(?:our|the)\s+(\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?)\s+(?:[Oo]ffice|hq|HQ|[Hh]eadquarters|[Ss]tudio|[Hh]ub)\b/u
/** "You work from our Berlin office" */
function placeOfOffice(line: string): string | undefined {
  const id = listedPlace(OFFICE.exec(line)?.[1] ?? '')
  return id === undefined ? undefined : placeLabel(id)
}
