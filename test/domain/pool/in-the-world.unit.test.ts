import { describe, expect, it } from 'vitest'
import {
  alsoAName,
  canonicalPlace,
  givenPlace,
  knownPlaceSpellings,
  liesIn,
  listedPlace,
  placeLabel,
  placePath,
  placesBehind,
  placeZone,
  saysNoPlace,
} from '../../../src/domain/pool/places.ts'
import {
  CITIES,
  COUNTRIES,
  COUNTRY_CODES,
  REGIONS,
  STATES,
  WORLD_CITIES,
} from '../../../src/domain/pool/places-data.ts'

const rows = [...CITIES, ...STATES, ...COUNTRIES, ...REGIONS]

describe('the table of places', () => {
  it('has each place once, with a name, and within a place that it knows', () => {
    const ids = rows.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { id, label, spellings = [] } of rows)
      for (const text of [id, label, ...spellings]) expect(text.trim()).not.toBe('')
    expect([...CITIES, ...STATES].filter(({ within }) => !ids.includes(within))).toEqual([])
    expect(Object.values(COUNTRY_CODES).filter((id) => !ids.includes(id))).toEqual([])
    const codes = COUNTRIES.map(({ code }) => code)
    expect(codes.filter((code) => !/^[A-Z]{2}$/.test(code))).toEqual([])
    expect(new Set(codes).size).toBe(codes.length)
  })
  it('knows its spellings, for “did you mean”', () => {
    const known = [...knownPlaceSpellings()]
    expect(known).toEqual(expect.arrayContaining(['nyc', 'uk', 'lisbon', 'big apple']))
    expect(known).not.toContain('')
  })
})

describe('a place of the world', () => {
  it.each([
    ['U.K.', 'united-kingdom'],
    ['  new   york ', 'new-york'],
    ['Lisbon, Portugal', 'lisbon'],
    ['Lisbon | remote', 'lisbon'],
    ['Lisbon - hybrid', 'lisbon'],
    ['Lisbon; EU', 'lisbon'],
    ['Lisbon, Spain', undefined],
    ['Berlin, NH', undefined],
    ['Berlin, NH 03570', undefined],
    ['Lisbon, ME', undefined],
    ['Moscow, ID', undefined],
    ['Boston, Lincolnshire', undefined],
    ['Newcastle, NSW', 'newcastle-au'],
    ['Perth, WA 6000', 'perth'],
    ['Seattle, WA', 'seattle'],
    ['London, ON', 'london-ca'],
    ['Toronto, Ontario, CA', 'toronto'],
    ['Montreal, QC, CA', 'montreal'],
    ['Bogotá, CO', 'bogota'],
    ['Tel Aviv, IL', 'tel-aviv'],
    ['Casablanca, MA', 'casablanca'],
    ['Panama City, PA', 'panama-city-pa'],
    ['Libreville, GA', 'libreville-ga'],
    ['Milan, MI, IT', 'milan'],
    ['Amsterdam, NH, NL', 'amsterdam'],
    ['Boston, NH, USA', undefined],
    ['Hamburg, Hamburg', 'hamburg'],
    ['Dublin, County Dublin', 'dublin'],
    ['Munich, Upper Bavaria', 'munich'],
    ['Lyon, Auvergne-Rhône-Alpes', 'lyon'],
    ['Lyon, Foo, France', 'lyon'],
    ['London, open to relocation', 'london'],
    ['東京', 'tokyo'],
    ['日本', 'japan'],
    ['Austin, Texas, USA', 'austin'],
    ['Cambridge, Massachusetts', 'cambridge-ma'],
    ['Cambridge, UK', 'cambridge'],
    ['Cambridge, England', 'cambridge'],
    ['Aveiro', 'aveiro-pt'],
    ['Aveiro, PT', 'aveiro-pt'],
    ['Aveiro, Germany', undefined],
    ['Springfield, Illinois', 'springfield-il-us'],
    ['Springfield, MO', 'springfield-mo-us'],
    ['(Lisbon)', 'lisbon'],
    ['London UK', 'london'],
    ['Austin TX', 'austin'],
    ['Boston MA, USA', 'boston'],
    ['Cambridge MA', 'cambridge-ma'],
    ['Berlin Germany', 'berlin'],
    ['Toronto Canada', 'toronto'],
    ['London Ontario', 'london-ca'],
    ['London Germany', undefined],
    ['Greater Boston Area', 'boston'],
    ['Greater Paris Region, France', 'paris'],
    ['Berlin Metropolitan Area', 'berlin'],
    ['Central London', 'london'],
    ['Central America', undefined],
    ['Metro Area', undefined],
    ['Wa', undefined],
    ['Wa, Ghana', 'wa-gh'],
    ['Venezuela', 'venezuela'],
    ['Puerto Rico', 'puerto-rico'],
    ['Almaty, Kazakhstan', 'almaty-kz'],
    [', ,', undefined],
    [`Lisbon${' '.repeat(114)}`, 'lisbon'],
    [`Lisbon${' '.repeat(115)}`, undefined],
  ])('%j is %s', (text, id) => expect(canonicalPlace(text)).toBe(id))

  it.each([
    ['england', ['Reading', 'York', 'Sheffield', 'Nottingham', 'Southampton', 'Bath']],
    ['scotland', ['Aberdeen', 'Dundee', 'Inverness']],
    ['wales', ['Swansea']],
    ['bavaria', ['Augsburg', 'Regensburg']],
  ])('lies in %s', (part, cities) => {
    for (const city of cities) expect(placePath(canonicalPlace(city) ?? ''), city).toContain(part)
  })

  it('has each of its listed cities in the table of the world', () => {
    const listed = Object.values(WORLD_CITIES).flat()
    expect(listed.filter((id) => canonicalPlace(placeLabel(id)) !== id)).toEqual([])
  })

  it('is a state by its two letters where it is certain to be a place', () => {
    const given = ['WA', 'CA', 'in', 'uk', 'TN', 'AU', 'NSW', 'ZZ', 'Lisbon'].map(givenPlace)
    expect(given).toEqual([
      'washington-state',
      'california',
      'india',
      'united-kingdom',
      'tennessee',
      'australia',
      'new-south-wales',
      undefined,
      'lisbon',
    ])
  })

  it('is told from a list by what lies in what', () => {
    expect(liesIn('Boston', 'MA')).toBe(true)
    expect(liesIn('Paris', 'France')).toBe(true)
    expect(liesIn('Toronto', 'CA')).toBe(true)
    expect(liesIn('France', 'Paris')).toBe(false)
    expect(liesIn('Lisbon', 'Berlin')).toBe(false)
    expect(liesIn('Paris', 'remote')).toBe(false)
  })

  it('is one of all fifty states and the District of Columbia, by its name and behind a town by its letters', () => {
    const states = STATES.filter(({ within }) => within === 'united-states')
    expect(states).toHaveLength(50)
    expect(canonicalPlace('District of Columbia')).toBe('washington-dc')
    for (const { id, label, codes = [] } of states) {
      expect(canonicalPlace(label)).toBe(id)
      expect(codes).toHaveLength(1)
      expect(placesBehind(codes[0] ?? '')).toContain(id)
    }
  })

  it.each([
    ['Montana', 'united-states'],
    ['Alberta', 'canada'],
    ['Victoria, Australia', 'australia'],
    ['NRW', 'germany'],
    ['Karnataka', 'india'],
  ])('%s is a part of %s', (part, country) =>
    expect(placePath(canonicalPlace(part) ?? '')).toEqual(expect.arrayContaining([country])),
  )

  it('has a time for a state only where all of it has that time', () => {
    expect(['montana', 'tennessee', 'idaho', 'queensland', 'nunavut'].map(placeZone)).toEqual([
      'America/Denver',
      undefined,
      undefined,
      'Australia/Brisbane',
      undefined,
    ])
  })

  it('is in Asia and the Pacific without the Middle East', () => {
    const inApac = (place: string) => placePath(place).includes('apac')
    expect(['tel-aviv', 'dubai', 'tokyo', 'bengaluru', 'sydney'].map(inApac)).toEqual([false, false, true, true, true])
    expect(placePath('tel-aviv')).toContain('asia')
  })

  it('is what the words behind a town may stand for', () => {
    expect(placesBehind('CA')).toEqual(['california', 'canada'])
    expect(placesBehind('in')).toEqual(['india', 'indiana'])
    expect(placesBehind('Georgia')).toEqual(['georgia', 'georgia-us'])
    expect(placesBehind('Lincolnshire')).toEqual([])
  })

  it('is left open by words that say how somebody works', () => {
    expect(['remote', 'Hybrid 3 days', 'fully on site'].map(saysNoPlace)).toEqual([true, true, true])
    expect(['IN', 'ON', 'remote Spain'].map(saysNoPlace)).toEqual([false, false, false])
  })

  it('lies in its state, its country and their regions', () => {
    expect(placePath('austin')).toEqual(expect.arrayContaining(['austin', 'texas', 'united-states']))
    expect(placePath('springfield-il-us')).toEqual(expect.arrayContaining(['illinois', 'united-states']))
    expect(placePath('aveiro-pt')).toEqual(['aveiro-pt', 'portugal', 'iberia', 'eu', 'europe', 'emea'])
    expect(placePath('palo-alto')).toContain('bay-area')
    expect(placePath('smallville')).toEqual(['smallville'])
  })

  it('is shown so that everybody knows which one is meant', () => {
    expect(['lisbon', 'aveiro-pt', 'springfield-il-us', 'eu', 'smallville'].map(placeLabel)).toEqual([
      'Lisbon',
      'Aveiro, Portugal',
      'Springfield, IL, United States',
      'European Union',
      'smallville',
    ])
  })

  it('has its own time, where it has one alone', () => {
    expect(['lisbon', 'aveiro-pt', 'texas', 'united-states', 'eu', 'smallville'].map(placeZone)).toEqual([
      'Europe/Lisbon',
      'Europe/Lisbon',
      STATES.find(({ id }) => id === 'texas')?.zone,
      undefined,
      undefined,
      undefined,
    ])
  })

  it('may be a name as well, and of a bare word only what the table knows', () => {
    expect(rows.filter(({ id }) => alsoAName(id)).map(({ id }) => id)).toEqual(
      rows.filter(({ alsoAName }) => alsoAName === true).map(({ id }) => id),
    )
    expect(alsoAName('aveiro-pt')).toBe(false)
    expect([listedPlace('NYC'), listedPlace('Aveiro'), listedPlace('Lisbon, Portugal')]).toEqual([
      'new-york',
      undefined,
      undefined,
    ])
    expect([listedPlace(`nyc${' '.repeat(57)}`), listedPlace(`nyc${' '.repeat(58)}`)]).toEqual(['new-york', undefined])
  })
})
