/**
 * Countries, states, regions and cities with the spellings people use, in places.json. A row is without `zone` where a place has
 * several time zones: a wrong night is worse than an unknown one. `alsoAName` marks what is somebody's first or family name, too.
 */
import tables from './places.json' with { type: 'json' }

type PlaceRow = {
  readonly id: string
  readonly label: string
  readonly zone?: string | undefined
  readonly spellings?: readonly string[] | undefined
  readonly alsoAName?: boolean | undefined
}
/** `code` is the one of ISO 3166. */
export type CountryRow = PlaceRow & { readonly code: string }
export type CityRow = PlaceRow & { readonly within: string }
/** `codes` are understood behind a town only ("Austin, TX"): alone they are words ("in", "or", "me"). */
export type StateRow = CityRow & { readonly codes?: readonly string[] | undefined }
/** Members are ids of the other tables or of other regions; `within` where the whole region lies in one country or state. */
export type RegionRow = PlaceRow & { readonly members: readonly string[]; readonly within?: string | undefined }

export const COUNTRIES: readonly CountryRow[] = tables.countries
/** Parts of countries; cities may lie within them. */
export const STATES: readonly StateRow[] = tables.states
export const CITIES: readonly CityRow[] = tables.cities
export const REGIONS: readonly RegionRow[] = tables.regions

/** Countries by the two letters that people write behind a town more often than those of a state: DE is Germany before it is Delaware. */
export const COUNTRY_CODES: Readonly<Record<string, string>> = tables.countryCodes

/** Cities of the world's table, by their ids, that lie in a part of a country: that table names counties instead. */
export const WORLD_CITIES: Readonly<Record<string, readonly string[]>> = tables.worldCities
