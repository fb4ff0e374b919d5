/** In which country a phone number without its code is probably meant. */
import { cityMapping } from 'city-timezones'
import { placePath } from '../pool/places.ts'
import { COUNTRIES } from '../pool/places-data.ts'
import type { Zone } from '../shared/time.ts'
import type { PhoneRegions } from './validate.ts'

const CODES: ReadonlyMap<string, string> = new Map(COUNTRIES.map(({ id, code }) => [id, code]))

/** Where the person lives, an id of `canonicalPlace`, and where whoever types the number works. */
export function phoneRegions({
  place,
  zone,
}: {
  readonly place?: string | undefined
  readonly zone: Zone
}): PhoneRegions {
  const country = place === undefined ? undefined : placePath(place).find((step) => CODES.has(step))
  return { home: country === undefined ? undefined : CODES.get(country), guess: countryOfZone(zone) }
}

let biggest: ReadonlyMap<string, string> | undefined

/** Of the countries that share a zone the one with its biggest city. */
function countryOfZone(zone: Zone): string | undefined {
  biggest ??= new Map(
    [...cityMapping]
      .filter(({ iso2 }) => typeof iso2 === 'string')
      .sort((a, b) => a.pop - b.pop)
      .map(({ timezone, iso2 }) => [timezone, iso2]),
  )
  return biggest.get(zone)
}
