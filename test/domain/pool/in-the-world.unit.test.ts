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
  placeZone,
} from '../../../src/domain/pool/places.ts'
import { CITIES, COUNTRIES, REGIONS, STATE_CODES, STATES, WORLD_CITIES } from '../../../src/domain/pool/places-data.ts'

const rows = [...CITIES, ...STATES, ...COUNTRIES, ...REGIONS]

describe('the table of places', () => {
  it('has each place once, with a name, and within a place that it knows', () => {
    const ids = rows.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { id, label, spellings = [] } of rows)
      for (const text of [id, label, ...spellings]) expect(text.trim()).not.toBe('')
    expect([...CITIES, ...STATES].filter(({ within }) => !ids.includes(within))).toEqual([])
    expect(Object.values(STATE_CODES).filter((id) => !ids.includes(id))).toEqual([])
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
    expect(['WA', 'CA', 'in', 'uk', 'TN', 'Lisbon'].map(givenPlace)).toEqual([
      'washington-state',
      'california',
      'india',
      'united-kingdom',
      undefined,
      'lisbon',
    ])
  })

  it('is told from a list by what lies in what', () => {
    expect(liesIn('Boston', 'MA')).toBe(true)
    expect(liesIn('Paris', 'France')).toBe(true)
    expect(liesIn('France', 'Paris')).toBe(false)
    expect(liesIn('Lisbon', 'Berlin')).toBe(false)
    expect(liesIn('Paris', 'remote')).toBe(false)
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
