/** One id per place, however people spell it; what lies within what; and the time zone, where it is certain. */
import { cityMapping } from 'city-timezones'
import { fold } from '../shared/text.ts'
import { asZone, type Zone } from '../shared/time.ts'
import {
  CITIES,
  type CityRow,
  COUNTRIES,
  COUNTRY_CODES,
  type CountryRow,
  REGIONS,
  type RegionRow,
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
  const [first, ...behind] = parts
  if (first === undefined) return undefined
  const rest = behind.map(withoutNumbers).filter((part) => part !== '')
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
  return canonicalPlace(text) ?? (CODE.test(code) ? (codesOf(code)[0] ?? countryOf.get(code.toUpperCase())) : undefined)
}
const CODE = /^[a-z]{2,3}$/

/** Every state, country and region that words behind a town may stand for, the likeliest first: "CA" is California, and Canada. */
export const placesBehind = (text: string): readonly string[] => readings(spelling(text), true)

/** Whether "Boston" with "MA" behind it, or "Paris" with "France", is one place that lies in the other. */
export function liesIn(name: string, behind: string): boolean {
  const [whole, wider] = [canonicalPlace(`${name}, ${behind}`), [givenPlace(behind), ...placesBehind(behind)]]
  const path = whole === undefined ? [] : placePath(whole)
  return wider.some((id) => id !== undefined && id !== whole && path.includes(id))
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

/**
 * Of all the Cambridges the one that fits most of what stands behind the comma; none that contradicts it. Two letters are a country only where no
 * place fits them as a state: "Ontario, CA" is a town in California, "Toronto, CA" a city in Canada.
 */
const narrowed = (name: string, qualifiers: readonly string[]): string | undefined =>
  fitting(name, qualifiers, false) ??
  (qualifiers.some(({ length }) => length === 2) ? fitting(name, qualifiers, true) : undefined)

function fitting(name: string, qualifiers: readonly string[], countriesToo: boolean): string | undefined {
  const slug = name.replaceAll(' ', '-')
  const listed = bySpelling.get(name)?.id
  const rivals =
    qualifiers.length === 0 ? [] : [...byId.keys()].filter((id) => id !== listed && id.startsWith(`${slug}-`))
  const candidates = [
    ...(listed === undefined ? [] : [listed]),
    ...rivals,
    // "Wa" is in Ghana, "Bo" in Sierra Leone; without their country they are a state or nothing.
    ...(name.length < 3 && qualifiers.length === 0 ? [] : (world().byName.get(name) ?? [])).map((city) => city.id),
  ]
  const said = qualifiers.filter((part) => !isAside(part, name))
  let best: { id: string; fit: number } | undefined
  for (const id of candidates) {
    const path = placePath(id)
    const hints = id === listed ? hintsOf(id, name) : (world().byId.get(id)?.hints ?? [])
    const answers = said.map((part) => fits(part, path, hints, countriesToo))
    const fit = answers.filter((answer) => answer === 'yes').length
    if (answers.includes('no') || (fit === 0 && (rivals.includes(id) || said.length > 0))) continue
    if (best === undefined || fit > best.fit) best = { id, fit }
  }
  return best?.id
}

/** What says nothing about which town is meant: "remote", "hybrid 3 days", and the town's own name again ("Hamburg, Hamburg"). */
const isAside = (part: string, name: string): boolean =>
  readings(part, false).length === 0 && (part.split(' ').every((word) => ASIDES.has(word)) || hasWords(part, name))
const hasWords = (text: string, words: string): boolean => ` ${text} `.includes(` ${words} `)
const ASIDES = new Set(
  `remote remotely fully only hybrid onsite on site office home working work wfh from open to relocate relocation relocating willing flexible
  anywhere worldwide or and the in at preferred possible friendly first currently now days day per a week area`.split(
    /\s+/,
  ),
)
/** Whether a part of a location says how somebody works and not where. */
export const saysNoPlace = (part: string): boolean => isAside(withoutNumbers(spelling(part)), ' ')

/** "CA 94105", "E1 6AN", "1012 AB": a postcode is no part of a name. */
const withoutNumbers = (part: string): string =>
  part
    .replace(/\b\d{4} [a-z]{2}\b/g, ' ')
    .replace(/\b\w*\d\w*\b/g, ' ')
    .replace(/ +/g, ' ')
    .trim()

/** "London UK", "New York NY": the last words say in what the first ones lie. */
function runTogether(text: string, rest: readonly string[]): string | undefined {
  const words = text.split(' ')
  for (let last = 1; last <= 3 && last < words.length; last += 1) {
    const behind = words.slice(-last).join(' ')
    if (readings(behind, true).length === 0) continue
    const id = narrowed(words.slice(0, -last).join(' '), [behind, ...rest])
    if (id !== undefined) return id
  }
  return undefined
}

/** "Lyon, Rhône-Alpes": what the world's table knows of the province of a city that our own table puts straight into its country. */
function hintsOf(id: string, name: string): readonly string[] {
  const path = placePath(id)
  const twin = (world().byName.get(name) ?? []).find((city) => path.includes(landOf(city.id) ?? ''))
  return twin?.hints ?? []
}

const codes = new Map<string, string[]>(Object.entries(COUNTRY_CODES).map(([code, id]) => [code, [id]]))
for (const { id, codes: own = [] } of STATES) for (const code of own) codes.set(code, [...(codes.get(code) ?? []), id])
const codesOf = (code: string): readonly string[] => codes.get(code) ?? []

/** What is not known to contain the place speaks against it: "Lisbon, ME" is in Maine, and a wrong night is worse than an unknown one. */
function fits(
  part: string,
  path: readonly string[],
  hints: readonly string[],
  countriesToo: boolean,
): 'yes' | 'no' | 'unknown' {
  if (hints.includes(part)) return 'yes'
  const meant = readings(part, countriesToo)
  if (meant.some((id) => path.includes(id))) return 'yes'
  // "Munich, Upper Bavaria", "Lyon, Auvergne-Rhône-Alpes"
  const around = [...hints.filter((hint) => hint.length > 3), ...path.map((id) => spelling(placeLabel(id)))]
  if (meant.length === 0 && around.some((name) => hasWords(part, name))) return 'yes'
  // "Milan, MI, IT": MI is Michigan in the United States alone; elsewhere it is a province that nobody listed.
  const elsewhere = part.length === 2 && !meant.some((id) => containersOf(id).some((land) => path.includes(land)))
  return meant.length === 0 || elsewhere ? 'unknown' : 'no'
}

function readings(part: string, countriesToo: boolean): readonly string[] {
  const names = [part, `${part} us`, `${part} state`].map((text) => bySpelling.get(text)?.id)
  const country = countriesToo && part.length === 2 ? countryOf.get(part.toUpperCase()) : undefined
  const all = [names[0], ...codesOf(part), names[1], names[2], country]
  return [...new Set(all.filter((id) => id !== undefined))]
}

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

const landOf = (id: string): string | undefined => countryOf.get(id.slice(-2).toUpperCase())
const find = (id: string): Place | undefined => byId.get(id) ?? world().byId.get(id)

function containersOf(id: string): readonly string[] {
  const listed = containers.get(id)
  if (listed !== undefined) return listed
  const hints = world().byId.get(id)?.hints ?? []
  const country = hints.length === 0 ? undefined : landOf(id)
  if (country === undefined) return []
  const state = STATES.find(
    ({ id: state, within }) =>
      within === country &&
      (WORLD_CITIES[state]?.includes(id) === true ||
        hints.some((hint) => bySpelling.get(hint)?.id === state || codesOf(hint).includes(state))),
  )
  return state === undefined ? [country] : [state.id, country]
}
