// A merge by e-mail, phone or profile link is never wrong: what is looked up is the same for spellings of one contact, and for nothing else.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contactKey } from '../../../src/adapters/db/contact-key.ts'
import type { ContactKind } from '../../../src/usecases/ports/candidates.ts'

const local = fc.stringMatching(/^[a-z][a-z0-9._+-]{0,12}[a-z0-9]$/)
const domain = fc.constantFrom('example.com', 'example.org', 'mail.example.com', 'example.co.uk')
const address = fc.tuple(local, domain).map(([name, host]) => `${name}@${host}`)
const phone = fc.stringMatching(/^\+[1-9][0-9]{7,13}$/)
const link = fc
  .tuple(fc.constantFrom('linkedin.com/in', 'github.com'), fc.stringMatching(/^[a-z0-9-]{1,20}$/))
  .map((parts) => parts.join('/'))
const mixedCase = (text: string) =>
  Array.from(text, (letter, at) => (at % 2 === 0 ? letter.toUpperCase() : letter)).join('')

describe('contacts that are looked up', () => {
  it.each<[ContactKind, fc.Arbitrary<string>, (text: string) => string]>([
    ['email', address, (text) => ` ${mixedCase(text)} `],
    ['phone', phone, (text) => `${text.slice(0, 3)} (${text.slice(3, 5)}) ${text.slice(5)}`],
    ['profile', link, (text) => `https://www.${mixedCase(text)}/?utm=x#top`],
  ])('%s: spellings of one are one, and two are two', (kind, contact, respelt) => {
    fc.assert(
      fc.property(contact, contact, (one, other) => {
        expect(contactKey(kind, respelt(one))).toBe(contactKey(kind, one))
        expect(contactKey(kind, respelt(one)) === contactKey(kind, other)).toBe(one === other)
      }),
    )
  })

  it.each<[ContactKind, string, string]>([
    ['email', 'ana.souza@example.com', 'anasouza@example.com'],
    ['email', 'ana+jobs@example.com', 'ana@example.com'],
    ['email', 'ana@example.com', 'ana@example.org'],
    ['email', 'ana@example.com', 'ana@mail.example.com'],
    ['phone', '+351 912 000 111', '+351 912 000 112'],
    ['phone', '+44 20 7946 0958', '+49 20 7946 0958'],
    ['profile', 'https://linkedin.com/in/ana', 'https://linkedin.com/in/ana-1'],
    ['profile', 'https://github.com/ana', 'https://linkedin.com/in/ana'],
    ['profile', 'https://scholar.google.com/citations?user=A', 'https://scholar.google.com/citations?user=B'],
    ['profile', 'https://linkedin.com/in/', 'https://linkedin.com/'],
  ])('%s: %s and %s are two, however alike', (kind, one, other) => {
    expect(contactKey(kind, one)).not.toBe(contactKey(kind, other))
  })
})
