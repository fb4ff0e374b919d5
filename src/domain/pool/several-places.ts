/** The places that one line names, any of which will do: "Lisbon or Madrid", "London, Paris", "Berlin / Munich, Germany". */
import { canonicalPlace, listedPlace, placeLabel } from './places.ts'

const EITHER = /\s+(?:or|oder|ou|and|und|et)\s+|\s*[/|;·•]\s*|\s+[&+]\s+/i
/** How somebody works is no place. */
const MODE =
  /^(?:(?:fully|partly|partially|100\s?%)\s+)?(?:remote(?:ly)?|hybrid|on-?site|in[- ]office|home-?\s?office|anywhere|worldwide|full[- ]time|part[- ]time|télétravail|teletrabajo|vollzeit|teilzeit)\b/i
const IN_BRACKETS =
  /\s*\([^()]*\b(?:remote|hybrid|on-?site|office|home-?\s?office|full[- ]time|part[- ]time)\b[^()]*\)/gi

type Resolve = (text: string) => string | undefined
/** A word by itself is many a town somewhere (Mobile, Reading, Price): alone it must be one of the project's own table. */
const certain: Resolve = (text) => (/[\s,]/.test(text) ? canonicalPlace(text) : listedPlace(text))

/** Ids in their order, as far as the line goes on naming places; empty where it begins with something else. */
export const placesNamed = (text: string): readonly string[] => leading(text, canonicalPlace)

/** Of a line that nobody called a place: nothing else may stand in it. */
export const placesAlone = (line: string): readonly string[] => whole(partsOf(line), certain) ?? []

/** Of a line such as "Acme · Dublin, Ireland (On-site)": the part that is nothing but a place. */
export function placeAmong(line: string): readonly string[] {
  for (const part of line.replace(IN_BRACKETS, '').split(/\s*[·•|]\s*/)) {
    const found = placesAlone(part)
    if (found.length > 0) return found
  }
  return []
}

/** What `placesNamed` reads back as the same places. */
export const placesText = (ids: readonly string[]): string | undefined =>
  ids.length === 0 ? undefined : ids.map(placeLabel).join(' or ')

function partsOf(text: string): readonly string[] {
  const line = text
    .replace(IN_BRACKETS, '')
    .replace(/[\s!?.]+$/, '')
    .trim()
  if (listedPlace(line) !== undefined) return [line]
  return joined(line.split(EITHER)).filter((part) => part !== '' && !MODE.test(part))
}

/** "Bosnia and Herzegovina" is one, whatever stands around it. */
function joined(parts: readonly string[]): readonly string[] {
  const all: string[] = []
  for (const part of parts) {
    const before = all.at(-1) ?? ''
    const name = `${before.slice(before.lastIndexOf(',') + 1)} and ${part.split(',')[0]}`
    if (before !== '' && part !== '' && listedPlace(name) !== undefined) all.splice(-1, 1, `${before} and ${part}`)
    else all.push(part)
  }
  return all
}

function leading(text: string, resolve: Resolve): readonly string[] {
  const found: string[] = []
  for (const part of partsOf(text)) {
    const { ids, isWhole } = placesIn(part, resolve)
    found.push(...ids)
    if (!isWhole) break
  }
  return [...new Set(found)]
}

function whole(parts: readonly string[], resolve: Resolve): readonly string[] | undefined {
  const all = parts.map((part) => placesIn(part, resolve))
  return all.every(({ isWhole }) => isWhole) ? [...new Set(all.flatMap(({ ids }) => ids))] : undefined
}

/** "Berlin, Germany, Paris" is two: each takes as much behind its comma as belongs to it. */
function placesIn(part: string, resolve: Resolve): { readonly ids: readonly string[]; readonly isWhole: boolean } {
  const words = part.split(/\s*,\s*/).filter((word) => word !== '' && !MODE.test(word))
  const ids: string[] = []
  for (let from = 0; from < words.length; ) {
    const next = longestFrom(words, from, resolve)
    if (next === undefined) return { ids, isWhole: false }
    ids.push(next.id)
    from = next.end
  }
  return { ids, isWhole: true }
}

function longestFrom(words: readonly string[], from: number, resolve: Resolve) {
  for (let end = words.length; end > from; end -= 1) {
    const id = resolve(words.slice(from, end).join(', '))
    if (id !== undefined) return { id, end }
  }
  return undefined
}
