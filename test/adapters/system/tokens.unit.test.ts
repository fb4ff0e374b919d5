import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeMailLinks } from '../../../src/adapters/system/tokens.ts'

const link = {
  workspaceId: '01890000-0000-7000-8000-000000000001',
  sendId: '01890000-0000-7000-8000-000000000002',
  candidateId: '01890000-0000-7000-8000-000000000003',
}
const links = makeMailLinks(['today', 'yesterday'], () => 'https://talent.example/')
const tokenOf = (url: string) => url.slice('https://talent.example/u/'.length)
const token = tokenOf(links.unsubscribeUrl(link))

describe('the link in a mail', () => {
  it('says which message it came with', () => {
    expect(links.verify(token)).toEqual(link)
  })

  it('still works after the secret was changed, as long as the old one is kept', () => {
    const old = tokenOf(makeMailLinks(['yesterday'], () => 'https://talent.example').unsubscribeUrl(link))
    expect(links.verify(old)).toEqual(link)
    expect(makeMailLinks(['today'], () => 'https://talent.example').verify(old)).toBeUndefined()
  })

  it('cannot be made by somebody without the secret', () => {
    const forged = tokenOf(makeMailLinks(['guess'], () => 'https://talent.example').unsubscribeUrl(link))
    const [version, , packed, signature] = forged.split('.')
    expect(links.verify([version, token.split('.')[1], packed, signature].join('.'))).toBeUndefined()
  })

  it('means nothing once any character of it was changed', () => {
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...Array.from('AQgw5_-.~')), (index, other) => {
        fc.pre(token[index] !== other)
        const changed = links.verify(token.slice(0, index) + other + token.slice(index + 1))
        // The last character of a signature carries four bits that base64 ignores; all that counts is that it says nothing else.
        expect([undefined, JSON.stringify(link)]).toContain(changed && JSON.stringify(changed))
      }),
    )
  })

  it.each([[''], ['....'], ['v1'], ['v1.a.b.c'], [`${token}.x`], ['x'.repeat(10_000)]])('is not %j', (text) => {
    expect(links.verify(text)).toBeUndefined()
  })
})
