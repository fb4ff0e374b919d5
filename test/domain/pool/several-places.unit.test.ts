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
