import { describe, expect, it } from 'vitest'
import { placeAmong, placesAlone, placesNamed, placesText } from '../../../src/domain/pool/several-places.ts'

describe('several places in one line', () => {
  it.each([
    ['Lisbon or Madrid', ['lisbon', 'madrid']],
    ['Lisbon', ['lisbon']],
    ['London, Paris', ['london', 'paris']],
    ['Berlin, Germany', ['berlin']],
    ['Berlin, Germany, Paris, France', ['berlin', 'paris']],
    ['New York, NY or San Francisco, CA', ['new-york', 'san-francisco']],
    ['Berlin/Munich', ['berlin', 'munich']],
    ['Berlin, München oder Hamburg', ['berlin', 'munich', 'hamburg']],
    ['Lisbon and Lisbon', ['lisbon']],
    ['remote or Lisbon', ['lisbon']],
    ['Lisbon, remote', ['lisbon']],
    ['Lisbon (Hybrid) or Madrid!', ['lisbon', 'madrid']],
    ['Lisbon or Wobbling or Madrid', ['lisbon']],
    ['Wobbling or Madrid', []],
    ['fully remote', []],
    ['', []],
  ])('%j names %j', (text, ids) => expect(placesNamed(text)).toEqual(ids))

  it.each([
    ['Lisbon or Madrid', 2],
    ['Lisbon', 1],
    ['Mobile', 0],
    ['Lisbon or Mobile', 0],
    ['Lisbon or fun', 0],
  ])('alone in its line a word must be certain: %s is %i', (line, count) =>
    expect(placesAlone(line)).toHaveLength(count),
  )

  it.each([
    'Lisbon or Madrid', 'Lisbon oder Madrid', 'Lisbon ou Madrid', 'Lisbon and Madrid', 'Lisbon und Madrid', 'Lisbon et Madrid', 'Lisbon OR Madrid', 'Lisbon  or  Madrid', 'Lisbon/Madrid',
    'Lisbon  /  Madrid', 'Lisbon|Madrid', 'Lisbon; Madrid', 'Lisbon · Madrid', 'Lisbon•Madrid', 'Lisbon & Madrid', 'Lisbon + Madrid', 'Lisbon  +  Madrid', 'Lisbon,Madrid', 'Lisbon ,  Madrid',
    'Lisbon, , Madrid', '/ Lisbon / Madrid', 'Lisbon, Portugal; Madrid', 'Lisbon or Madrid?!.', ' Lisbon or Madrid . ', 'Lisbon, fully remote, Madrid',
  ])('are two in %j', (line) => {
    expect(placesNamed(line)).toEqual(['lisbon', 'madrid'])
    expect(placesAlone(line)).toEqual(['lisbon', 'madrid'])
  }) // biome-ignore format: a list
  it.each(['Trinidad and Tobago', 'Bosnia and Herzegovina', 'Antigua and Barbuda'])('are one in %s', (line) =>
    expect(placesAlone(line)).toHaveLength(1),
  )

  it.each([
    'remote', 'remotely', 'fully remote', 'partly remote', 'partially remote', '100% remote', '100 % remote', 'fully  remote', 'hybrid', 'onsite', 'on-site', 'in office',
    'in-office', 'home office', 'homeoffice', 'home-office', 'anywhere', 'worldwide', 'full time', 'full-time', 'part time', 'part-time', 'télétravail', 'teletrabajo', 'Vollzeit',
    'Teilzeit', 'Hybrid 3 days',
  ])('are told apart from %j, which is how somebody works', (mode) => {
    expect(placesAlone(`${mode} or Lisbon`)).toEqual(['lisbon'])
    expect(placesAlone(`Lisbon, ${mode}`)).toEqual(['lisbon'])
    expect(placesNamed(`${mode} / Lisbon`)).toEqual(['lisbon'])
  }) // biome-ignore format: a list
  it.each([
    'remote', 'fully remote', 'hybrid', 'onsite', 'on-site', '3 days in the office', 'home office', 'homeoffice', 'home-office', 'full time', 'full-time', 'part time',
    'part-time', 'hybrid, 3 days a week',
  ])('are told apart from (%s), too', (mode) => {
    expect(placesAlone(`Lisbon (${mode}) or Madrid`)).toEqual(['lisbon', 'madrid'])
    expect(placesAlone(`Lisbon(${mode})`)).toEqual(['lisbon'])
    expect(placeAmong(`Acme · Lisbon  (${mode})`)).toEqual(['lisbon'])
  }) // biome-ignore format: a list
  it.each([
    'Lisbon (near the sea)', 'Lisbon (remoteness)', 'Lisbon (Officers)', 'Remotely Lisbon', 'remoter or Lisbon', 'Hybridge or Lisbon', 'Fulltime fun, Lisbon', 'Lisbon or', 'Lisbon x Madrid',
  ])('are not all that %j says', (line) => expect(placesAlone(line)).toEqual([])) // biome-ignore format: a list

  it('need more than one word where that is an everyday one', () => {
    expect([placesAlone('Reading, UK'), placesAlone('Reading')]).toMatchObject([[expect.any(String)], []])
    expect([placesAlone('Mobile, AL'), placesAlone('Mobile')]).toMatchObject([[expect.any(String)], []])
  })

  it.each([
    ['Acme·Lisbon', ['lisbon']],
    ['Acme  •  Lisbon', ['lisbon']],
    ['Acme|Lisbon|Madrid', ['lisbon']],
    ['Acme · Reading · Lisbon, Madrid', ['lisbon', 'madrid']],
    ['Acme - Lisbon', []],
    ['Acme', []],
    ['', []],
  ])('stand among others in %j: %j', (line, ids) => expect(placeAmong(line)).toEqual(ids))

  it('stand in a line of bars beside what is none', () => {
    expect(placeAmong('Acme · Dublin, County Dublin, Ireland (On-site)')).toEqual(['dublin'])
    expect(placeAmong('Full-time | Lisbon or Madrid')).toEqual(['lisbon', 'madrid'])
    expect(placeAmong('Acme · Reading')).toEqual([])
  })

  it('are shown so that the same are read back', () => {
    const ids = placesNamed('Cambridge, MA or Lisbon')
    expect(ids).toHaveLength(2)
    expect(placesNamed(placesText(ids) ?? '')).toEqual(ids)
    expect(placesText([])).toBeUndefined()
  })
})
