import { describe, expect, it } from 'vitest'
import { phoneRegions } from '../../../src/domain/candidate/phone-region.ts'
import { canonicalPlace } from '../../../src/domain/pool/places.ts'
import { UTC, type Zone } from '../../../src/domain/shared/time.ts'

const london = 'Europe/London' as Zone

describe('where a number without its country code is meant', () => {
  it.each([
    ['Lisbon', 'PT'],
    ['Austin, TX', 'US'],
    ['Porto Alegre', 'BR'],
    ['Portugal', 'PT'],
    ['Manchester', 'GB'],
    ['Europe', undefined],
  ])('of somebody in %s', (place, home) =>
    expect(phoneRegions({ place: canonicalPlace(place), zone: london })).toEqual({ home, guess: 'GB' }),
  )

  it.each([
    ['Europe/Lisbon', 'PT'],
    ['America/New_York', 'US'],
    ['Asia/Kolkata', 'IN'],
    ['Europe/Berlin', 'DE'],
  ])('by a recruiter in %s', (zone, guess) => expect(phoneRegions({ zone: zone as Zone })).toEqual({ guess }))

  it('is nowhere where nothing is known', () => expect(phoneRegions({ zone: UTC })).toEqual({}))
})
