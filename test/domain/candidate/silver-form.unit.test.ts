import { describe, expect, it } from 'vitest'
import { asksForDay, entryOfText, splitLocation } from '../../../src/domain/candidate/silver-form.ts'

describe('where somebody is, as it is typed', () => {
  it.each([
    ['London', 'London', undefined],
    ['London, remote', 'London', true],
    ['London (remote ok)', 'London', true],
    ['Remote', undefined, true],
    ['remote only', undefined, true],
    ['Lisbon or remote', 'Lisbon', true],
    ['remote / Berlin', 'Berlin', true],
    ['Berlin, not remote', 'Berlin', false],
    ['fully remote, Spain', 'Spain', true],
    ['Remoteville', 'Remoteville', undefined],
    ['', undefined, undefined],
  ])('%j is the place %j, remote %j', (text, place, remoteOk) => {
    expect(splitLocation(text)).toEqual({ place, remoteOk })
  })
})

describe('the form that a text fills in', () => {
  it('says each thing in words that people read', () => {
    const entry = entryOfText({
      fullName: 'Ana Souza',
      skills: ['kubernetes', 'basket-weaving'],
      location: 'London',
      remoteOk: true,
      tier: 'A',
    })
    expect(entry).toEqual({
      fullName: 'Ana Souza',
      skills: 'Kubernetes, Basket weaving',
      location: 'London, remote',
      tier: 'A',
    })
  })

  it('reads back the place that it wrote', () => {
    for (const remoteOk of [true, false]) {
      const { location = '' } = entryOfText({ location: 'Lisbon', remoteOk })
      expect(splitLocation(location)).toEqual({ place: 'Lisbon', remoteOk })
    }
  })

  it('leaves out what the text did not say', () => {
    expect(entryOfText({})).toEqual({})
    expect(entryOfText({ skills: [] })).toEqual({})
  })
})

it('asks for the day of an outcome, and of no open process', () => {
  expect(['told_no', 'withdrew', 'declined_offer', 'hired'].every(asksForDay)).toBe(true)
  expect(['not_told', 'interviewing', '', undefined].some(asksForDay)).toBe(false)
})
