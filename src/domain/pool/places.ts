/** One id per place, however people spell it; what lies within what; and the time zone, where it is certain. */
import { cityMapping } from 'city-timezones'
import { fold } from '../shared/text.ts'
import { asZone, type Zone } from '../shared/time.ts'
import {
  CITIES,
  type CityRow,
  COUNTRIES,
  type CountryRow,
  REGIONS,
  type RegionRow,
  STATE_CODES,
  STATES,
  WORLD_CITIES,
} from './places-data.ts'

type Place = { readonly id: string; readonly label: string; readonly zone?: string | undefined }

/**
 * The place that the whole text names: "NYC", "München", "Austin, TX", "London UK", "Greater Boston Area". Beyond the project's own table it knows
 * some 7,000 cities; those are for values that a person gave as a location, not for bare words. `undefined` where it knows none.
 */
export function canonicalPlace(text: string): string | undefined {
  if (text.length > 120) return undefined
  const whole = spelling(text)
  const listed = bySpelling.get(whole)
  if (listed !== undefined) return listed.id
  const parts = text
    .split(/[,()/|;]|\s-\s/)
    .map(spelling)
    .filter((part) => part !== '')
  const [first, ...rest] = parts
  if (first === undefined) return undefined
  const id = narrowed(first, rest) ?? runTogether(first, rest)
  if (id !== undefined) return id
  const core = first.replace(AREA_BEFORE, '').replace(AREA_BEHIND, '')
  const city = core === first || core === '' ? undefined : (narrowed(core, rest) ?? runTogether(core, rest))
  return city === undefined || wide.has(city) ? undefined : city
}

// "Central Europe" is not all of Europe: only what lies in a country is named by its area.
const AREA_BEFORE = /^(?:greater|central|inner|downtown|metro|metropolitan) /
const AREA_BEHIND = / (?:(?:metropolitan|metro|urban) (?:area|region)|metro|area|region|city cent(?:re|er))$/
const wide = new Set([...COUNTRIES, ...REGIONS].map(({ id }) => id))

/** A value that is certain to be a place: two letters are a state or a country then ("WA", "CA"), which elsewhere are words. */
export function givenPlace(text: string): string | undefined {
  const code = text.trim().toLowerCase()
  return canonicalPlace(text) ?? (code.length === 2 ? stateCodes.get(code) : undefined)
}

/** Whether "Boston" with "MA" behind it, or "Paris" with "France", is one place that lies in the other. */
export function liesIn(name: string, behind: string): boolean {
  const [whole, wider] = [canonicalPlace(`${name}, ${behind}`), givenPlace(behind)]
  return whole !== undefined && wider !== undefined && whole !== wider && placePath(whole).includes(wider)
}

/** A place of the project's own table alone: what a bare word may stand for. */
export const listedPlace = (text: string): string | undefined =>
  text.length > 60 ? undefined : bySpelling.get(spelling(text))?.id

/** Whether the place's name is also a person's: Paris, Sofia, Jordan, Austin. */
export const alsoAName = (id: string): boolean => names.has(id)

/** How a place is shown, and what `canonicalPlace` reads back as the same place. */
export const placeLabel = (id: string): string => find(id)?.label ?? id

/** `undefined` for places with several zones, such as the United States: a wrong night is worse than an unknown one. */
export function placeZone(id: string): Zone | undefined {
  const zone = find(id)?.zone
  return zone === undefined ? undefined : asZone(zone)
}

/** The place and everything that contains it: `lisbon` → lisbon, portugal, iberia, eu, europe, emea. Store it with a person, and a search for Portugal finds Lisbon. */
export function placePath(id: string): readonly string[] {
  const path = new Set([id])
  // A set may grow while it is walked.
  for (const step of path) for (const container of containersOf(step)) path.add(container)
  return [...path]
}

/** Every spelling of the table, for "did you mean". */
export const knownPlaceSpellings = (): Iterable<string> => bySpelling.keys()

const spelling = (text: string): string =>
  fold(text)
    .replace(/\./g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

const byId = new Map<string, Place>()
const bySpelling = new Map<string, Place>()
const containers = new Map<string, string[]>()
const countryOf = new Map<string, string>()
const names = new Set<string>()

function list(place: CityRow | CountryRow | RegionRow, within: readonly string[]): void {
  byId.set(place.id, place)
  containers.set(place.id, [...within])
  if (place.alsoAName === true) names.add(place.id)
  for (const text of [place.label, place.id, ...(place.spellings ?? [])]) {
    const key = spelling(text)
    if (!bySpelling.has(key)) bySpelling.set(key, place)
  }
}
for (const place of [...CITIES, ...STATES]) list(place, [place.within])
for (const country of COUNTRIES) {
  list(country, [])
  countryOf.set(country.code, country.id)
}
for (const region of REGIONS) list(region, region.within === undefined ? [] : [region.within])
for (const { id, members } of REGIONS) for (const member of members) containers.get(member)?.push(id)

/** Of all the Cambridges the one that fits most of what stands behind the comma; none that contradicts it. Words such as "remote" are no contradiction. */
function narrowed(name: string, qualifiers: readonly string[]): string | undefined {
  const slug = name.replaceAll(' ', '-')
  const listed = bySpelling.get(name)?.id
  const rivals = [...byId.keys()].filter((id) => id !== listed && id.startsWith(`${slug}-`) && qualifiers.length > 0)
  const candidates = [
    ...(listed === undefined ? [] : [listed]),
    ...rivals,
    // "Wa" is in Ghana, "Bo" in Sierra Leone; without their country they are a state or nothing.
    ...(name.length < 3 && qualifiers.length === 0 ? [] : (world().byName.get(name) ?? [])).map((city) => city.id),
  ]
  let best: { id: string; fit: number } | undefined
  for (const id of candidates) {
    const path = placePath(id)
    const hints = id === listed ? hintsOf(id, name) : (world().byId.get(id)?.hints ?? [])
    const answers = qualifiers.map((part) => fits(part, path, hints))
    if (answers.includes('no') || (rivals.includes(id) && !answers.includes('yes'))) continue
    const fit = answers.filter((answer) => answer === 'yes').length
    if (best === undefined || fit > best.fit) best = { id, fit }
  }
  return best?.id
}

/** "London UK", "New York NY": the last words say in what the first ones lie. */
function runTogether(text: string, rest: readonly string[]): string | undefined {
  const words = text.split(' ')
  for (let last = 1; last <= 3 && last < words.length; last += 1) {
    const behind = words.slice(-last).join(' ')
    if (meaningsOf(behind).length === 0) continue
    const id = narrowed(words.slice(0, -last).join(' '), [behind, ...rest])
    if (id !== undefined) return id
  }
  return undefined
}

/** "Bengaluru, Karnataka": what the world's table knows of the province of a city that our own table puts straight into its country. */
function hintsOf(id: string, name: string): readonly string[] {
  const country = containers.get(id)?.[0]
  const twin = (world().byName.get(name) ?? []).find(
    (city) => countryOf.get(city.id.slice(-2).toUpperCase()) === country && country !== undefined,
  )
  return twin?.hints ?? []
}

const stateCodes: ReadonlyMap<string, string> = new Map(Object.entries(STATE_CODES))

function fits(part: string, path: readonly string[], hints: readonly string[]): 'yes' | 'no' | 'unknown' {
  if (hints.includes(part)) return 'yes'
  const meanings = meaningsOf(part)
  if (meanings.length === 0) return 'unknown'
  return meanings.some((id) => path.includes(id)) ? 'yes' : 'no'
}

const meaningsOf = (part: string): readonly string[] =>
  [
    bySpelling.get(part)?.id,
    stateCodes.get(part),
    bySpelling.get(`${part} us`)?.id,
    bySpelling.get(`${part} state`)?.id,
  ].filter((id) => id !== undefined)

type City = Place & { readonly hints: readonly string[] }
type World = { readonly byName: ReadonlyMap<string, readonly City[]>; readonly byId: ReadonlyMap<string, City> }
let cachedWorld: World | undefined

/** The cities of city-timezones, biggest first; built on first use, because most texts never need it. */
function world(): World {
  cachedWorld ??= readWorld()
  return cachedWorld
}

function readWorld(): World {
  const byName = new Map<string, City[]>()
  const known = new Map<string, City>()
  for (const city of [...cityMapping].sort((a, b) => b.pop - a.pop)) {
    const name = spelling(city.city)
    // The data writes -99 where the world does not agree on a country.
    if (name === '' || typeof city.iso2 !== 'string') continue
    const land = city.iso2.toLowerCase()
    const state = spelling(city.state_ansi ?? '')
    const slug = name.replaceAll(' ', '-')
    const taken = known.has(`${slug}-${land}`) || byId.has(`${slug}-${land}`)
    const id = taken && state !== '' ? `${slug}-${state}-${land}` : `${slug}-${land}`
    if (known.has(id) || byId.has(id)) continue
    const country = byId.get(countryOf.get(city.iso2) ?? '')?.label ?? city.country
    const label = [city.city, ...(state === '' ? [] : [state.toUpperCase()]), country].join(', ')
    const hints = [state, spelling(city.province ?? ''), spelling(city.country)].filter((hint) => hint !== '')
    const place = { id, label, zone: city.timezone, hints }
    known.set(id, place)
    byName.set(name, [...(byName.get(name) ?? []), place])
  }
  return { byName, byId: known }
}

const find = (id: string): Place | undefined => byId.get(id) ?? world().byId.get(id)

function containersOf(id: string): readonly string[] {
  const listed = containers.get(id)
  if (listed !== undefined) return listed
  const hints = world().byId.get(id)?.hints ?? []
  const country = hints.length === 0 ? undefined : countryOf.get(id.slice(-2).toUpperCase())
  if (country === undefined) return []
  const state = STATES.find(
    ({ id: state, within }) =>
      within === country &&
      (WORLD_CITIES[state]?.includes(id) === true ||
        hints.some((hint) => bySpelling.get(hint)?.id === state || stateCodes.get(hint) === state)),
  )
  return state === undefined ? [country] : [state.id, country]
}
