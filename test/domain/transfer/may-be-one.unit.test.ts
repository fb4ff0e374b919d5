import { describe, expect, it } from 'vitest'
import type { ImportedContact } from '../../../src/domain/transfer/imported.ts'
import { mayBeOne } from '../../../src/domain/transfer/may-be-one.ts'

const EMAIL: ImportedContact = { kind: 'email', value: 'someone@example.com' }
const PHONE: ImportedContact = { kind: 'phone', value: '+351912345678' }
const LINK: ImportedContact = { kind: 'profile', value: 'https://linkedin.com/in/someone' }
/** Whichever of the two was there first. */
const both = (one: string, other: string, common: readonly ImportedContact[]) => [
  mayBeOne(one, other, common),
  mayBeOne(other, one, common),
]

describe('two names with one e-mail address or profile link', () => {
  it.each([
    ['Ana Souza', 'ANA SOUZA'],
    ['Ana Souza', 'Ana M. Souza'],
    ['Souza, Ana', 'Ana Maria Souza'],
    ['Ben Okafor', 'Okafor Ben'],
    ['Jan van Dijk', 'Dijk, Jan van'],
    ['Jürgen Müller', 'Jurgen Mueller'],
    ['Дмитрий Петров', 'Dima Petrov'],
    ['Bob Thistlewood', 'Robert Thistlewood'],
    ['J. Thistlewood', 'Judith Thistlewood'],
    ['Li', 'Li'],
    ['李明', '李 明'],
    ['Frank Hollow', 'Frank Hollow Jr.'],
  ])('are one person as %s and %s', (one, other) => {
    for (const contact of [EMAIL, LINK]) expect(both(one, other, [contact])).toEqual([true, true])
  })

  it.each([
    ['Emma Fairweather', 'Emma Stonebridge'],
    ['Emma Rose Fairweather', 'Emma Stonebridge'],
    ['Emma Thomas', 'Emma James'],
    ['Nadiya Fairweather', 'Nadia Stonebridge'],
    ['Lottie Fairweather', 'Charlotte Stonebridge'],
    ['Zoë Fairweather', 'Zoe Stonebridge'],
    ['Oluwaseun Bankole', 'Oluwaseun Stonebridge'],
    ['Ottokar Thomas', 'Ottokar Stonebridge'],
    ['Ottokar Fairweather', 'Ottokar Hollow Jr.'],
    ['Ottokar Fairweather Jr.', 'Ottokar Hollow'],
    ['Ottokar Fairweather Jr.', 'Ottokar Hollow Jr.'],
  ])('are one person who took another name as %s and %s', (one, other) => {
    expect(both(one, other, [EMAIL])).toEqual([true, true])
  })

  it.each([
    ['Ana', 'Ana Souza'],
    ['Thomas', 'Thomas Reed'],
    ['Liz', 'Elizabeth Lindqvist'],
  ])('are one person whose given name is all that is known as %s and %s', (one, other) => {
    expect(both(one, other, [EMAIL])).toEqual([true, true])
  })

  it.each([
    ['John Smith', 'Mary Smith'],
    ['Peter Family', 'Paula Family'],
    ['Maria Garcia', 'Maria Lopez'],
    ['Bob Thistlewood', 'Robert Fairweather'],
    ['Wei Zhang', 'Wei Chen'],
    ['Kim Min-jun', 'Kim Seo-yeon'],
    ['Nagy Anna', 'Nagy Zsuzsa'],
    ['Garcia Lopez Ana', 'Garcia Lopez Juan'],
    ['Thistlewood Emma', 'Thistlewood Oscar'],
    ['Thistlewood Emma Lou', 'Thistlewood Kees Oscar'],
    ['Maria Clara Souza', 'Maria Luisa Souza'],
    ['John Hollow Sr.', 'John Hollow Jr.'],
    ['Ottokar Hollow Sr.', 'Ottokar Fairweather Jr.'],
    ['Ottokar Hollow Filho', 'Ottokar Hollow'],
    ['Smith', 'Smith John'],
    ['Kim', 'Kim Min-jun'],
    ['A. Souza', 'A. Okafor'],
    ['O. Fairweather', 'Oscar Stonebridge'],
    ['Jan van Dijk', 'Piet van Buren'],
    ['van Dijk, Jan', 'van Buren, Piet'],
    ['Dr. Ana Souza', 'Dr. Tom Reed'],
    ['.', 'Ana'],
  ])('are two people as %s and %s', (one, other) => {
    expect(both(one, other, [EMAIL])).toEqual([false, false])
  })
})

describe('two names with nothing in common but a number or the address of a desk', () => {
  const desk = (value: string): ImportedContact => ({ kind: 'email', value })
  it.each([
    ['Ana Souza', 'Souza Ana'],
    ['Souza, Ana', 'Ana Maria Souza'],
    ['Bob Thistlewood', 'Robert Thistlewood'],
    ['Li', 'Li'],
    ['Frank Hollow Jr.', 'Frank Hollow Junior'],
  ])('are one person as %s and %s', (one, other) => {
    expect(both(one, other, [PHONE])).toEqual([true, true])
  })

  it.each([
    ['Ana Souza', 'Rui Souza'],
    ['Jan van Dijk', 'Piet van Dijk'],
    ['Ana Souza', 'Ana Lima'],
    ['Emma Fairweather', 'Emma Stonebridge'],
    ['Ana', 'Ana Souza'],
    ['J. Thistlewood', 'Judith Thistlewood'],
    ['Frank Hollow', 'Frank Hollow Jr.'],
    ['Bob Hollow', 'Rob Hollaw'],
  ])('are two people as %s and %s', (one, other) => {
    expect(both(one, other, [PHONE])).toEqual([false, false])
    expect(both(one, other, [PHONE, desk('info@agency.example')])).toEqual([false, false])
  })

  it.each([
    ['info@agency.example', true],
    ['Jobs@agency.example', true],
    ['hr.lisbon@agency.example', true],
    ['informatica@agency.example', false],
    ['emma.info@agency.example', false],
  ])('%s is the address of a desk: %s', (address, isDesk) => {
    expect(mayBeOne('Emma Fairweather', 'Emma Stonebridge', [desk(address)])).toBe(!isDesk)
  })

  it('an address of their own counts before the number beside it', () => {
    expect(both('J. Thistlewood', 'Judith Thistlewood', [PHONE, EMAIL])).toEqual([true, true])
  })
})
