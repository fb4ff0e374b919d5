import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeDealer, shareOut } from '../../../src/domain/candidate/share-out.ts'
import type { MemberId } from '../../../src/domain/shared/ids.ts'

const [ana, ben, cem] = ['ana', 'ben', 'cem'] as MemberId[] as [MemberId, MemberId, MemberId]
const who = (id: MemberId, load: number) => ({ id, load })

describe('sharing out the people of somebody who leaves', () => {
  it('gives all of them to one where one was chosen', () => {
    expect(shareOut([who(ana, 900)], [], 12)).toEqual({ groups: {}, quotas: { ana: 12 } })
  })

  it('lets whoever has fewest catch up first, and then everybody rise together', () => {
    expect(shareOut([who(ana, 10), who(ben, 0), who(cem, 4)], [], 4).quotas).toEqual({ ana: 0, ben: 4, cem: 0 })
    expect(shareOut([who(ana, 10), who(ben, 0), who(cem, 4)], [], 10).quotas).toEqual({ ana: 0, ben: 7, cem: 3 })
    expect(shareOut([who(ana, 10), who(ben, 0), who(cem, 4)], [], 19).quotas).toEqual({ ana: 1, ben: 11, cem: 7 })
  })

  it('keeps groups together, the largest to whoever then has fewest', () => {
    const groups = [
      { key: 'designer', count: 2 },
      { key: 'sre', count: 5 },
      { key: 'sales', count: 4 },
    ]
    expect(shareOut([who(ana, 0), who(ben, 1)], groups, 0).groups).toEqual({
      sre: 'ana',
      sales: 'ben',
      designer: 'ana',
    })
    // Those in no group make it even.
    expect(shareOut([who(ana, 0), who(ben, 1)], groups, 4).quotas).toEqual({ ana: 1, ben: 3 })
  })

  it('gives a list to its owner whatever it weighs, where the owner was chosen', () => {
    const groups = [{ key: 'bench', count: 50, prefers: ben }]
    expect(shareOut([who(ana, 0), who(ben, 100)], groups, 0).groups).toEqual({ bench: 'ben' })
    expect(shareOut([who(ana, 0), who(cem, 100)], groups, 0).groups).toEqual({ bench: 'ana' })
  })

  it('gives nothing to nobody', () => {
    expect(shareOut([], [{ key: 'sre', count: 1 }], 3)).toEqual({ groups: {}, quotas: {} })
  })

  it('loses nobody and leaves no two further apart than they were or than one person', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 1, maxLength: 6 }), fc.nat(200), (loads, people) => {
        const colleagues = loads.map((load, at) => who(`m${at}` as MemberId, load))
        const { quotas } = shareOut(colleagues, [], people)
        expect(Object.values(quotas).reduce((all, one) => all + one, 0)).toBe(people)
        const got = colleagues.filter(({ id }) => (quotas[id] ?? 0) > 0)
        const after = colleagues.map(({ id, load }) => load + (quotas[id] ?? 0))
        for (const { id, load } of got) expect(load + (quotas[id] ?? 0)).toBeLessThanOrEqual(Math.min(...after) + 1)
      }),
    )
  })
})

describe('dealing them out', () => {
  it('goes to whoever has most still to get, in the order in which they were named', () => {
    const dealer = makeDealer({ groups: {}, quotas: { ana: 1, ben: 2 } })
    expect([1, 2, 3].map(() => dealer.deal(undefined))).toEqual(['ben', 'ana', 'ben'])
    expect(dealer.quotas()).toEqual({ ana: 0, ben: 0 })
    // Somebody came meanwhile.
    expect(dealer.deal(undefined)).toBe('ana')
    expect(dealer.quotas()).toEqual({ ana: -1, ben: 0 })
  })

  it('keeps to the group, and to the quota for a group that nobody named', () => {
    const dealer = makeDealer({ groups: { sre: ana }, quotas: { ana: 0, ben: 5 } })
    expect(dealer.deal('sre')).toBe('ana')
    expect(dealer.deal('baker')).toBe('ben')
    expect(dealer.quotas()).toEqual({ ana: 0, ben: 4 })
  })

  it('never gives anybody the record of themselves', () => {
    const dealer = makeDealer({ groups: { sre: ana }, quotas: { ana: 9, ben: 0 } })
    expect(dealer.deal('sre', ana)).toBe('ben')
    expect(dealer.deal(undefined, ana)).toBe('ben')
    expect(makeDealer({ groups: {}, quotas: { ana: 9 } }).deal(undefined, ana)).toBeUndefined()
  })
})
