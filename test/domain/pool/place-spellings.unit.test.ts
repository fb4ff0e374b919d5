/** More than a hundred and thirty ways in which people write where they live, written down before the table was looked at, each with what must contain it. */
import { describe, expect, it } from 'vitest'
import { canonicalPlace, placePath } from '../../../src/domain/pool/places.ts'

const SPELLINGS: readonly (readonly [string, ...string[]])[] = [
  ['NYC', 'new-york', 'united-states'], ['New York City', 'new-york'], ['New York, NY', 'new-york', 'united-states'], ['Brooklyn', 'new-york', 'united-states'],
  ['Manhattan, NY', 'new-york'], ['San Francisco Bay Area', 'california', 'united-states'], ['SF', 'san-francisco', 'california'], ['Bay Area', 'california'],
  ['Los Angeles, CA', 'los-angeles', 'california'], ['L.A.', 'los-angeles'], ['Washington DC', 'washington-dc', 'united-states'], ['Washington, D.C.', 'washington-dc'],
  ['Seattle, WA', 'seattle', 'united-states'], ['Austin, Texas', 'austin', 'united-states'], ['Boston, Massachusetts', 'boston', 'united-states'], ['Philly', 'philadelphia', 'united-states'],
  ['Chicago, Illinois, USA', 'chicago', 'united-states'], ['Denver, CO', 'denver', 'united-states'], ['Greater London', 'london', 'united-kingdom'], ['London, England', 'london', 'united-kingdom'],
  ['Londres', 'london'], ['Edinburgh, Scotland', 'edinburgh', 'united-kingdom'], ['Manchester, UK', 'manchester', 'united-kingdom'], ['Belfast, Northern Ireland', 'belfast', 'united-kingdom'],
  ['Cardiff, Wales', 'cardiff', 'united-kingdom'], ['Bristol', 'bristol', 'united-kingdom'], ['Dublin, IE', 'dublin', 'ireland'], ['Cork', 'cork', 'ireland'],
  ['Bangalore', 'bengaluru', 'india'], ['Bengaluru, Karnataka', 'bengaluru', 'india'], ['Bombay', 'mumbai', 'india'], ['Calcutta', 'kolkata', 'india'], ['Madras', 'chennai', 'india'],
  ['Gurgaon', 'gurugram', 'india'], ['New Delhi', 'delhi', 'india'], ['Delhi NCR', 'delhi', 'india'], ['Pune, Maharashtra', 'pune', 'india'], ['Hyderabad, India', 'hyderabad', 'india'],
  ['Trivandrum', 'thiruvananthapuram', 'india'], ['Cochin', 'kochi', 'india'], ['München', 'munich', 'germany'], ['Muenchen', 'munich'], ['Köln', 'cologne', 'germany'], ['Koeln', 'cologne'],
  ['Nürnberg', 'nuremberg', 'germany'], ['Frankfurt am Main', 'frankfurt', 'germany'], ['Frankfurt a.M.', 'frankfurt'], ['Düsseldorf', 'dusseldorf', 'germany'], ['Duesseldorf', 'dusseldorf'],
  ['Hannover', 'hanover', 'germany'], ['Berlin, Deutschland', 'berlin', 'germany'], ['Bavaria', 'germany'], ['Bayern', 'germany'], ['Zürich', 'zurich', 'switzerland'], ['Zuerich', 'zurich'],
  ['Genf', 'geneva', 'switzerland'], ['Genève', 'geneva'], ['Basel', 'basel', 'switzerland'], ['Wien', 'vienna', 'austria'], ['Prag', 'prague', 'czechia'], ['Praha', 'prague'],
  ['Brno, Czech Republic', 'brno', 'czechia'], ['Warszawa', 'warsaw', 'poland'], ['Kraków', 'krakow', 'poland'], ['Cracow', 'krakow'], ['Wroclaw', 'wroclaw', 'poland'], ['Gdańsk', 'gdansk', 'poland'],
  ['Łódź', 'lodz', 'poland'], ['Bucuresti', 'bucharest', 'romania'], ['Cluj', 'cluj-napoca', 'romania'], ['Kyiv', 'kyiv', 'ukraine'], ['Kiev', 'kyiv'], ['Lwów', 'lviv', 'ukraine'], ['Beograd', 'belgrade', 'serbia'],
  ['København', 'copenhagen', 'denmark'], ['Göteborg', 'gothenburg', 'sweden'], ['Malmö', 'malmo', 'sweden'], ['Stockholm, Sverige', 'stockholm', 'sweden'], ['Helsingfors', 'helsinki', 'finland'],
  ['Lisboa, Portugal', 'lisbon', 'portugal'], ['Oporto', 'porto', 'portugal'], ['Sevilla', 'seville', 'spain'], ['Barcelona, Catalunya', 'barcelona', 'spain'], ['Donostia', 'san-sebastian', 'spain'],
  ['Roma', 'rome', 'italy'], ['Milano', 'milan', 'italy'], ['Torino', 'turin', 'italy'], ['Firenze', 'florence', 'italy'], ['Napoli', 'naples', 'italy'], ['Athina', 'athens', 'greece'],
  ['Thessaloniki', 'thessaloniki', 'greece'], ['Bruxelles', 'brussels', 'belgium'], ['Antwerpen', 'antwerp', 'belgium'], ['Gent', 'ghent', 'belgium'], ['Den Haag', 'the-hague', 'netherlands'],
  ['The Hague', 'the-hague'], ['Amsterdam, NL', 'amsterdam', 'netherlands'], ['Randstad', 'netherlands'], ['Île-de-France', 'france'], ['Paris, France', 'paris', 'france'], ['İstanbul', 'istanbul', 'turkey'],
  ['Tel Aviv-Yafo', 'tel-aviv', 'israel'], ['Dubai, UAE', 'dubai', 'united-arab-emirates'], ['Abu Dhabi', 'abu-dhabi', 'united-arab-emirates'], ['Sao Paulo', 'sao-paulo', 'brazil'], ['Rio', 'rio-de-janeiro', 'brazil'],
  ['Mexico City', 'mexico-city', 'mexico'], ['CDMX', 'mexico-city'], ['Ciudad de México', 'mexico-city'], ['Bogotá', 'bogota', 'colombia'], ['CABA', 'buenos-aires', 'argentina'],
  ['Montréal', 'montreal', 'canada'], ['Toronto, ON', 'toronto', 'canada'], ['GTA', 'toronto'], ['Vancouver, BC', 'vancouver', 'canada'], ['Saigon', 'ho-chi-minh-city', 'vietnam'],
  ['HCMC', 'ho-chi-minh-city'], ['Peking', 'beijing', 'china'], ['Hong Kong SAR', 'hong-kong'], ['Tōkyō', 'tokyo', 'japan'], ['Sydney, NSW', 'sydney', 'australia'], ['Melbourne, VIC', 'melbourne', 'australia'],
  ['Capetown', 'cape-town', 'south-africa'], ['Joburg', 'johannesburg', 'south-africa'], ['Nairobi', 'nairobi', 'kenya'], ['Lagos, Nigeria', 'lagos', 'nigeria'], ['DACH', 'dach'], ['EMEA', 'emea'], ['LATAM', 'latam'],
  ['APAC', 'apac'], ['BeNeLux', 'benelux'], ['Nordics', 'nordics'], ['EU', 'eu'], ['U.S.', 'united-states'], ['America', 'united-states'], ['Great Britain', 'united-kingdom'], ['Holland', 'netherlands'],
] // biome-ignore format: a table

describe('where people say that they live', () => {
  it.each(SPELLINGS)('%s', (written, ...within) => {
    const id = canonicalPlace(written)
    expect(id === undefined ? [] : placePath(id)).toEqual(expect.arrayContaining([...within]))
  })

  it('is measured by more than a hundred spellings', () => expect(SPELLINGS.length).toBeGreaterThanOrEqual(100))
})
