/** Where somebody lives as they wrote it, which is often more or less than one place: a postcode, a district, a small town in Texas, two cities. */
import type { Zone } from '../shared/time.ts'
import { canonicalPlace, givenPlace, listedPlace, placePath, placesBehind, placeZone, saysNoPlace } from './places.ts'
import { CITIES, COUNTRIES, REGIONS, STATES } from './places-data.ts'

/** The places that a location names, by their ids; what contains an unknown town where only that is known. None where it is uncertain. */
export const placesIn = (location: string): readonly string[] => [...new Set(read(location).map(({ id }) => id))]

/** The one time that all of these places have. `undefined` where they differ or the town is not certain: a wrong night is worse than an unknown one. */
export function locationZone(location: string): Zone | undefined {
  const found = read(location)
  const [zone, ...others] = new Set(found.map(({ id, certain }) => (certain ? placeZone(id) : undefined)))
  return others.length === 0 ? zone : undefined
}

type Found = { readonly id: string; readonly certain: boolean }
const certainly = (id: string): Found => ({ id, certain: true })

const EITHER = /[;/|&+]|\s(?:or|and|oder|und|ou|et)\s/i

function read(location: string): readonly Found[] {
  if (location.length > LONGEST) return []
  const whole = givenPlace(location)
  if (whole !== undefined) return [certainly(whole)]
  const either = location.split(EITHER).filter((part) => part.trim() !== '')
  return either.flatMap(either.length > 1 ? oneOf : readOne)
}
const LONGEST = 200
const oneOf = (part: string): readonly Found[] => {
  const place = listedPlace(part)
  return place === undefined ? readOne(part) : [certainly(place)]
}

function readOne(written: string): readonly Found[] {
  const text = withoutPostcode(written)
  const place = NOT_THERE.test(text) ? undefined : (givenPlace(text) ?? givenPlace(text.replace(LEAD_IN, '')))
  if (place !== undefined) return [certainly(place)]
  if (NOT_THERE.test(text)) return []
  const parts = text
    .replace(LEAD_IN, '')
    .split(/[,()]|\s-\s/)
    .map((part) => part.replace(/ only$/i, '').trim())
    .filter((part) => part !== '' && !saysNoPlace(part))
  const [first = '', ...behind] = parts
  if (behind.length > 0) return alike(parts) ?? around(behind)
  const alone = givenPlace(first)
  return alone === undefined ? within(first) : [certainly(alone)]
}

// "anywhere but London" is not in London.
const NOT_THERE = /\b(?:not|no|but|except|excluding)\b/i
/** "Based in Berlin", "Remote within 50 miles of Leeds" */
const LEAD_IN = /^(?:.*\b(?:in|near|around|from|of|at)|remote(?:ly)?(?: only)?|hybrid)\b[\s:]*(?=\p{L})/iu

const withoutPostcode = (text: string): string =>
  text
    .replace(/\b\d{4} ?[A-Z]{2}\b/g, ' ')
    // "London SW1A 1AA", "D-80331 München", "Paris 11e"
    .replace(/(?<![\p{L}\p{N}])(?:\p{Lu}-)?[\p{L}\p{N}]*\d[\p{L}\p{N}]*/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ,/g, ',')
    .replace(/^[\s,-]+|[\s,-]+$/g, '')

/** "Paris, Berlin, London": each of them, where all are cities or all are countries. "Lisbon, Spain" is neither city nor list. */
function alike(parts: readonly string[]): readonly Found[] | undefined {
  const ids = parts.map(canonicalPlace)
  if (!ids.every((id) => id !== undefined) || ids.some((id) => PARTS.has(id))) return undefined
  return new Set(ids.map((id) => LANDS.has(id))).size === 1 ? ids.map(certainly) : undefined
}
const PARTS = new Set(STATES.map(({ id }) => id))
const LANDS = new Set([...COUNTRIES, ...REGIONS].map(({ id }) => id))
const TOWNS = new Set(CITIES.map(({ id }) => id))

/** What lies around a district or a town that nobody listed, or that is elsewhere: the city, the state or the country behind it. */
function around(behind: readonly string[]): readonly Found[] {
  for (const [at, part] of behind.entries()) {
    const city = canonicalPlace(behind.slice(at).join(', '))
    if (city !== undefined && !PARTS.has(city) && !LANDS.has(city)) return [certainly(city)]
    const meant = placesBehind(part).filter((id) => !TOWNS.has(id))
    const rest = behind.slice(at + 1).map((wider) => canonicalPlace(wider) ?? placesBehind(wider)[0])
    const fitting = meant.filter((id) => rest.every((wider) => wider === undefined || placePath(id).includes(wider)))
    const [id = meant[0]] = fitting
    if (id === undefined) continue
    if (meant.length === 1 || fitting.length === 1) return [certainly(id)]
    // "Fishers, IN" is as likely in India as in Indiana; "Bothell, WA" rather in Washington than in Western Australia.
    return LANDS.has(id) ? [] : [{ id, certain: false }]
  }
  return []
}

/** "Plano TX", "Berlin-Mitte", "Berlin Kreuzberg": what lies around it, else the listed city that it begins with. */
function within(text: string): readonly Found[] {
  const words = text.split(/[\s-]+/)
  for (const length of [3, 2, 1].filter((length) => length < words.length)) {
    const last = words.slice(-length).join(' ')
    const isCode = /^\p{Lu}{2,3}$/u.test(last)
    const found = isCode || last.length > 3 ? around([last]) : []
    if (found.length > 0) return found.every(({ id }) => TOWNS.has(id)) ? [] : found
    if (isCode) return []
  }
  if (words.length > 5 || TOWN_WORD.test(text)) return []
  for (let length = words.length - 1; length > 0; length -= 1) {
    const city = listedPlace(words.slice(0, length).join(' '))
    if (city !== undefined && TOWNS.has(city)) return [{ id: city, certain: false }]
  }
  return []
}
// Lisbon Falls is in Maine and New York Mills in Minnesota.
const TOWN_WORD =
  / (?:falls|heights|hills?|mills?|township|springs?|spa|city|beach|park|lakes?|grove|bay|bridge|colney|island|junction|corners?|landing)$/i
