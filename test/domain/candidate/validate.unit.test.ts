import { describe, expect, it } from 'vitest'
import { type FieldProblem, fieldMessage } from '../../../src/domain/candidate/field-problem.ts'
import { warnSensitive } from '../../../src/domain/candidate/sensitive.ts'
import {
  checkEmail,
  checkFullName,
  checkPhone,
  checkProfileLink,
  checkRole,
  checkText,
} from '../../../src/domain/candidate/validate.ts'

const good = <Value>(value: Value) => ({ ok: true, value })
const bad = (kind: string) => ({ ok: false, refusal: { kind } })

describe('a full name', () => {
  it.each(['Ana Souza', '李', "O'Neil", 'محمد', 'X Æ A-12', 'a'.repeat(200)])('may be %s', (name) =>
    expect(checkFullName(name)).toEqual(good(name)),
  )
  it.each([
    ['', 'missing'],
    ['  \u200b ', 'missing'],
    ['...', 'not_a_name'],
    ['🥈', 'not_a_name'],
    ['a'.repeat(201), 'too_long'],
  ])('may not be %j', (name, kind) => expect(checkFullName(name)).toMatchObject(bad(kind)))
  it('is freed of NUL, line breaks and direction overrides', () =>
    expect(checkFullName(' Ana\u0000\n\u202eSouza ')).toEqual(good('Ana Souza')))
})

describe('an email address', () => {
  it.each([
    ['ana+cv@example.com', 'ana+cv@example.com'],
    ['Ana@Example.COM', 'Ana@example.com'],
    ['münchen@bücher.de', 'münchen@bücher.de'],
    ['<ana@example.co.uk>', 'ana@example.co.uk'],
    ["o'neil@example.com", "o'neil@example.com"],
    ['mailto:ana@example.com', 'ana@example.com'],
    ['MAILTO:ana@example.com', 'ana@example.com'],
    ['ana.de.souza@mail.x.example', 'ana.de.souza@mail.x.example'],
    ['a@a.co', 'a@a.co'],
    ['a@1and1.com', 'a@1and1.com'],
    ['a@example.a1', 'a@example.a1'],
    ['a@example.1a', 'a@example.1a'],
    [`${'x'.repeat(64)}@example.com`, `${'x'.repeat(64)}@example.com`],
    [`a@${'x'.repeat(63)}.com`, `a@${'x'.repeat(63)}.com`],
    [`a@${'x.'.repeat(124)}com`, `a@${'x.'.repeat(124)}com`],
    ['ana@हिन्दी.example', 'ana@हिन्दी.example'],
    ['', undefined],
  ])('%s is fine', (typed, value) => expect(checkEmail(typed)).toEqual(good(value)))
  it.each([
    'ana',
    'ana@',
    '@x.com',
    'a..b@c.com',
    '.a@c.com',
    'a b@c.com',
    'a@localhost',
    'a@1.2.3.4',
    'a@-x.com',
    'a@x.com, b@x.com',
    'a@b@c',
    'a\r\nBcc: x@y.z@c.com',
    'x mailto:ana@example.com',
    'Ana <ana@example.com>',
    '<ana@example.com> Ana',
    'a@x-.com',
    'a@x..com',
    'a@x_y.com',
    'a.@example.com',
    'a@example.12',
    `${'x'.repeat(65)}@example.com`,
    `${'é'.repeat(33)}@example.com`,
    `a@${'x'.repeat(64)}.com`,
  ])('%j is not', (typed) => {
    expect(checkEmail(typed)).toMatchObject(bad('not_an_email'))
  })
  it('is too long beyond 254 characters', () =>
    expect(checkEmail(`a@${'x'.repeat(60)}.${'y.'.repeat(110)}com`)).toMatchObject(bad('too_long')))
})

describe('phone and profile', () => {
  it('brings a number into one form', () => {
    expect(checkPhone('+351 912 345 678')).toEqual(good('+351912345678'))
    expect(checkPhone('020 7946 0958', { guess: 'GB' })).toEqual(good('+442079460958'))
    expect(checkPhone('00351 912 345 678', { guess: 'PT' })).toEqual(good('+351912345678'))
  })
  it('looks at home first, then where it is typed, and guesses nothing that is not valid there', () => {
    expect(checkPhone('912 345 678', { home: 'PT', guess: 'GB' })).toEqual(good('+351912345678'))
    expect(checkPhone('(555) 555-4321', { home: 'US', guess: 'GB' })).toEqual(good('+15555554321'))
  })
  it('knows a whole number whose plus a spreadsheet took away, and takes none for one that is short or at home in several countries', () => {
    expect(checkPhone('00351 912 345 678')).toEqual(good('+351912345678'))
    expect(checkPhone('00 912')).toMatchObject({ ok: false })
    expect(checkPhone('491701234567', { home: 'DE' })).toEqual(good('+491701234567'))
    expect(checkPhone('351912345678', { home: 'XX' })).toEqual(good('+351912345678'))
    expect(checkPhone('447911123456')).toEqual(good('+447911123456'))
    expect(checkPhone('351 912 345 678', { guess: 'GB' })).toEqual(good('+351912345678'))
    for (const typed of ['13812345678', '9911123456', '447911000', '999911123456', '4.47911E+11'])
      expect(checkPhone(typed).ok, typed).toBe(false)
  })
  it('asks for the country where it cannot know it', () => {
    expect(checkPhone('020 7946 0958')).toEqual({ ok: false, refusal: { kind: 'not_a_phone', needsCountry: true } })
    expect(checkPhone('912 345 678', { guess: 'GB' })).toEqual({
      ok: false,
      refusal: { kind: 'not_a_phone', needsCountry: true },
    })
    expect(checkPhone('call me', { guess: 'GB' })).toEqual({
      ok: false,
      refusal: { kind: 'not_a_phone', needsCountry: false },
    })
  })
  it('takes a number as a link has it, none for none, and asks for no country where there is no number', () => {
    expect(checkPhone('tel:+351912345678')).toEqual(good('+351912345678'))
    expect(checkPhone('  ')).toEqual(good(undefined))
    expect(checkPhone('912 345 678', { home: 'XX' })).toMatchObject({ refusal: { needsCountry: true } })
    expect(checkPhone('+999 123')).toMatchObject({ refusal: { needsCountry: false } })
    expect(checkPhone('12 34')).toMatchObject({ refusal: { needsCountry: false } })
    expect(checkPhone(`+351912345678${' '.repeat(5)}${'x'.repeat(60)}`)).toMatchObject(bad('not_a_phone'))
    expect(checkPhone('x447911123456')).toMatchObject(bad('not_a_phone'))
    expect(checkPhone('912345678', { home: 'PT' })).toEqual(good('+351912345678'))
  })
  it.each(['linkedin.com/in/ana', 'http://linkedin.com/in/ana', 'HTTP://LinkedIn.com/in/ana'])(
    'gives %s its https',
    (link) => expect(checkProfileLink(link)).toEqual(good('https://linkedin.com/in/ana')),
  )
  it('takes a site of their own', () => expect(checkProfileLink('ana.example')).toEqual(good('https://ana.example/')))
  it('keeps a link as it was typed', () =>
    expect(checkProfileLink('https://pt.linkedin.com/in/ana/en?trk=x')).toEqual(
      good('https://pt.linkedin.com/in/ana/en?trk=x'),
    ))
  it.each([
    ['https://linkedin.com/', 'nobodys_page'],
    ['linkedin.com/in/', 'nobodys_page'],
    ['github.com?utm_source=mail', 'nobodys_page'],
    ['javascript:alert(1)', 'not_a_link'],
    ['https://localhost/x', 'not_a_link'],
    ['https://127.0.0.1', 'not_a_link'],
    ['https://ana:secret@x.com', 'not_a_link'],
    ['my profile', 'not_a_link'],
  ])('refuses %s', (link, kind) => expect(checkProfileLink(link)).toMatchObject(bad(kind)))
})

describe('free text', () => {
  it('holds 3,000 characters and its line breaks', () => {
    expect(checkText('one\r\ntwo')).toEqual(good('one\ntwo'))
    expect(checkText('x'.repeat(3_001))).toMatchObject(bad('too_long'))
    expect(checkText('x'.repeat(3_000))).toEqual(good('x'.repeat(3_000)))
    expect(checkText(' \n ')).toEqual(good(undefined))
  })
  it('of a role holds 150, and is asked for', () => {
    expect(checkRole('x'.repeat(151))).toMatchObject(bad('too_long'))
    expect(checkRole('x'.repeat(150))).toEqual(good('x'.repeat(150)))
    expect(checkRole(' \u200b ')).toEqual(bad('missing'))
  })
  it.each<[FieldProblem, string]>([
    [{ kind: 'missing' }, 'Please fill this in.'],
    [{ kind: 'too_long', length: 3_001, max: 3_000 }, 'This has 3001 characters; 3000 fit. Please shorten it.'],
    [{ kind: 'not_a_name' }, 'A name needs at least one letter.'],
    [{ kind: 'not_an_email' }, 'This does not look like an email address. Example: ana@example.com'],
    [{ kind: 'not_a_phone', needsCountry: true }, 'Please start with the country code. Example: +351 912 345 678'],
    [
      { kind: 'not_a_phone', needsCountry: false },
      'This is not a phone number that can be called. Example: +351 912 345 678',
    ],
    [{ kind: 'not_a_link' }, 'This is not a link. Example: https://www.linkedin.com/in/ana-souza'],
    [
      { kind: 'nobodys_page' },
      'This leads to nobody in particular. Please give the page of this person. Example: https://www.linkedin.com/in/ana-souza',
    ],
  ])('tells people what to do: %o', (problem, said) => expect(fieldMessage(problem)).toBe(said))
})

describe('sensitive words', () => {
  it.each([
    ['She is pregnant', 'pregnancy'],
    ['was off with burnout', 'health'],
    ['his health issues', 'health'],
    ['has two kids', 'family'],
    ['for family reasons', 'family'],
    ['too old for this team', 'age'],
    ['He is 54.', 'age'],
    ['is a practising muslim', 'religion'],
    ['a thick accent', 'ethnicity'],
    ['uses a wheelchair', 'disability'],
    ['member of the trade union', 'union'],
    ['her wife moved', 'orientation'],
  ])('are warned about: %s', (text, topic) =>
    expect(warnSensitive(text).map((warning) => warning.topic)).toContain(topic),
  )

  it.each([
    'a healthy codebase', 'health checks and probes', 'health tech start-up', 'age of the system', 'a family of services', 'a pregnant pause', 'union types in TypeScript',
    'Christian Meyer', 'race condition', 'parent component', 'child process', 'a young company', 'old code', 'native mobile apps', 'black box testing', 'disabled the alarm',
    'the old system', 'the ageing pipeline', 'religiously writes tests', 'married design with engineering', 'blind review',
  ])('are not seen where there are none: %s', (text) => expect(warnSensitive(text)).toEqual([])) // biome-ignore format: a list
})
