import { describe, expect, it } from 'vitest'
import {
  alsoAName,
  canonicalPlace,
  listedPlace,
  placeLabel,
  placePath,
  placeZone,
} from '../../../src/domain/pool/places.ts'
import { CITIES, COUNTRIES, REGIONS, STATES } from '../../../src/domain/pool/places-data.ts'

const rows = [...CITIES, ...STATES, ...COUNTRIES]

describe('the table of places', () => {
  it('knows at least 120 places', () => expect(rows.length).toBeGreaterThanOrEqual(120))

  it('reads each place by its id, its label and every other spelling', () => {
    const strays = [...rows, ...REGIONS].flatMap(({ id, label, spellings = [] }) =>
      [id, label, ...spellings].filter((text) => canonicalPlace(text) !== id),
    )
    expect(strays).toEqual([])
  })

  it('has a zone that the runtime knows, or says that it is uncertain', () => {
    expect(rows.filter(({ id, zone }) => zone !== undefined && placeZone(id) === undefined)).toEqual([])
    expect(placeZone('united-states')).toBeUndefined()
  })

  it('has every region made of known places', () => {
    const known = new Set([...rows, ...REGIONS].map(({ id }) => id))
    expect(REGIONS.flatMap(({ members }) => members).filter((member) => !known.has(member))).toEqual([])
  })
})

describe('a place as people write it', () => {
  it.each([
    ['NYC', 'New York'],
    ['Bangalore', 'Bengaluru'],
    ['München', 'Munich'],
    ['Lisboa', 'Lisbon'],
    ['SAO PAULO', 'São Paulo'],
    ['Austin, TX', 'Austin'],
    ['London (UK)', 'London'],
    ['Berlin / remote', 'Berlin'],
    ['Cambridge, MA', 'Cambridge, MA'],
    ['Cambridge', 'Cambridge'],
    ['Atlanta, Georgia', 'Atlanta'],
    ['Portland, ME', 'Portland, ME, United States'],
    ['London, Ontario', 'London, Canada'],
    ['Aveiro', 'Aveiro, Portugal'],
    ['Bengaluru, Karnataka', 'Bengaluru'],
    ['Pune, Maharashtra, India', 'Pune'],
  ])('%s is %s', (text, label) => {
    const id = canonicalPlace(text)
    expect(id && placeLabel(id)).toBe(label)
    expect(canonicalPlace(label)).toBe(id)
  })

  it.each(['Remote', 'Smallville', 'Paris, Texas', '', '🗼'])('%j is no place that we know', (text) => {
    expect(canonicalPlace(text)).toBeUndefined()
  })

  it('lies in its country and regions, so that a search for Portugal finds Lisbon and Aveiro', () => {
    expect(placePath('lisbon')).toEqual(expect.arrayContaining(['lisbon', 'portugal', 'europe', 'emea']))
    expect(placePath('aveiro-pt')).toContain('portugal')
  })

  it('may be a region of one state or country, which contains it', () => {
    expect(placePath('bay-area')).toEqual(expect.arrayContaining(['california', 'united-states']))
    expect(placePath('randstad')).toEqual(expect.arrayContaining(['netherlands', 'benelux']))
    expect(placePath('dach')).not.toContain('germany')
  })

  it('has its own time', () => {
    expect(placeZone('lisbon')).toBe('Europe/Lisbon')
    expect(placeZone('aveiro-pt')).toBe('Europe/Lisbon')
  })

  it('may be a name too', () => {
    expect(['paris', 'sofia', 'jordan', 'austin'].every(alsoAName)).toBe(true)
    expect(alsoAName('london')).toBe(false)
  })

  it('is not guessed from bare words beyond the table', () => expect(listedPlace('Aveiro')).toBeUndefined())
})
