import { describe, expect, it } from 'vitest'
import {
  asCustomValues,
  type CustomKind,
  customChanged,
  customTakenBack,
  type FieldDefinition,
  MAX_FIELD_NAME,
  readCustomValue,
  readDefinition,
} from '../../../src/domain/candidate/custom-field.ts'

const defined = (typed: string) => {
  const read = readDefinition(typed)
  return read.ok ? read.value : read.refusal.kind
}

describe('defining a field of the profile', () => {
  it.each([
    ['Portfolio: text', { name: 'Portfolio', kind: 'text', choices: [] }],
    [
      ' Notice  period : Choice 1 month, 3 months ,1 month',
      { name: 'Notice period', kind: 'choice', choices: ['1 month', '3 months'] },
    ],
    [
      'Contract: choices: permanent; fixed term',
      { name: 'Contract', kind: 'choice', choices: ['permanent', 'fixed term'] },
    ],
    ['Right to work: yes/no', { name: 'Right to work', kind: 'yes_no', choices: [] }],
    ['Relocates: yes or no', { name: 'Relocates', kind: 'yes_no', choices: [] }],
    ['Available from: date', { name: 'Available from', kind: 'date', choices: [] }],
    ['Team size: NUMBER', { name: 'Team size', kind: 'number', choices: [] }],
    ['Start: day', { name: 'Start', kind: 'date', choices: [] }],
    ['Note: words', { name: 'Note', kind: 'text', choices: [] }],
    ['Shift: select early| |late', { name: 'Shift', kind: 'choice', choices: ['early', 'late'] }],
    ['Car: yesno', { name: 'Car', kind: 'yes_no', choices: [] }],
    ['Car: yes_no', { name: 'Car', kind: 'yes_no', choices: [] }],
    ['Car: yes-no', { name: 'Car', kind: 'yes_no', choices: [] }],
    ['Car: checkbox', { name: 'Car', kind: 'yes_no', choices: [] }],
    ['Portfolio: text a, b', { name: 'Portfolio', kind: 'text', choices: [] }],
  ])('%s', (typed, field) => expect(defined(typed)).toEqual(field))

  it.each([
    ['', 'nameless'],
    [': text', 'nameless'],
    ['42: text', 'nameless'],
    [`${'x'.repeat(MAX_FIELD_NAME + 1)}: text`, 'name_too_long'],
    ['Portfolio', 'unknown_kind'],
    ['Portfolio: picture', 'unknown_kind'],
    ['Portfolio: constructor', 'unknown_kind'],
    ['Notice: choice', 'choices_missing'],
    ['Notice: choice one', 'choices_missing'],
    [`Notice: choice ${Array.from({ length: 21 }, (_, at) => `no ${at}`).join(',')}`, 'too_many_choices'],
    [`Notice: choice ${'x'.repeat(61)}, y`, 'choice_too_long'],
  ])('%s is not taken', (typed, kind) => expect(defined(typed)).toBe(kind))

  it('takes a name as long as profiles have room, and twenty answers', () => {
    expect(defined(`${'x'.repeat(MAX_FIELD_NAME)}: text`)).toMatchObject({ kind: 'text' })
    const answers = [...Array.from({ length: 19 }, (_, at) => `no ${at}`), 'x'.repeat(60)]
    expect(defined(`Notice: choice ${answers.join(',')}`)).toMatchObject({ choices: answers })
  })
})

describe('what must play no part in hiring', () => {
  it.each([
    ['Age', 'age'],
    ['Date of birth', 'age'],
    ['Geburtsjahr / year of birth', 'age'],
    ['Gender', 'gender'],
    ['Pronouns', 'gender'],
    ['Marital status', 'family'],
    ['Number of kids', 'family'],
    ['Pregnancy', 'pregnancy'],
    ['Health', 'health'],
    ['Allergies', 'health'],
    ['Disabled', 'disability'],
    ['Religion', 'religion'],
    ['Nationality', 'ethnicity'],
    ['Race', 'ethnicity'],
    ['Mother tongue', 'ethnicity'],
    ['Sexual orientation', 'orientation'],
    ['Trade union', 'union'],
    ['Political views', 'politics'],
  ])('%s cannot be a field', (name, topic) =>
    expect(readDefinition(`${name}: text`)).toMatchObject({ refusal: { kind: 'protected', topic } }),
  )

  it.each([
    ['Ages', 'age'], ['Birth day', 'age'], ['Birthdate', 'age'], ['DOB', 'age'], ['Retirement plans', 'age'],
    ['Genders', 'gender'], ['Pronoun', 'gender'], ['Women returners', 'gender'], ['Maiden name', 'gender'],
    ['Spouse', 'family'], ['Spouses', 'family'], ['Family situation', 'family'], ['Dependants', 'family'], ['A dependent', 'family'], ['Parents', 'family'], ['Parenthood', 'family'], ['Parental leave', 'family'], ['A parent', 'family'],
    ['Pregnant', 'pregnancy'], ['Maternity', 'pregnancy'],
    ['Illnesses', 'health'], ['An illness', 'health'], ['Sickness days', 'health'], ['Off sick', 'health'], ['Diagnosis', 'health'], ['Vaccination', 'health'], ['Allergic to', 'health'],
    ['Disability', 'disability'], ['Handicapped', 'disability'], ['Handicap', 'disability'], ['Neurodiversity', 'disability'], ['Autistic', 'disability'],
    ['Religious', 'religion'], ['Church', 'religion'],
    ['Ethnicity', 'ethnicity'], ['Ethnic group', 'ethnicity'], ['Nationalities', 'ethnicity'], ['Citizenship', 'ethnicity'], ['Citizenships', 'ethnicity'], ['Place of birth', 'ethnicity'], ['Birthplace', 'ethnicity'], ['Birth place', 'ethnicity'], ['Origin', 'ethnicity'],
    ['Sexuality', 'orientation'], ['LGBTQ', 'orientation'], ['LGBT', 'orientation'],
    ['Labor union', 'union'], ['Labour unions', 'union'], ['Union membership', 'union'], ['Union member', 'union'],
    ['Politics', 'politics'], ['Political', 'politics'],
    ['Husband’s employer', 'family'], ['Wheelchair user', 'disability'],
  ] as const)('%s cannot be one under another word', (name, topic) =>
    expect(readDefinition(`${name}: text`)).toMatchObject({ refusal: { kind: 'protected', topic } }),
  ) // biome-ignore format: a table

  it.each([
    'Family name',
    'Image',
    'Vacancy',
    'Union catalogue',
    'Sextant',
    'Parenthesis',
    'Original offer',
    'Accenture',
    'Skinning tools',
  ])('%s is no such word', (name) => expect(defined(`${name}: text`)).toMatchObject({ name }))

  it('cannot be an answer either', () => {
    expect(readDefinition('Salutation: choice male, female')).toMatchObject({
      refusal: { kind: 'protected', topic: 'gender', words: 'male' },
    })
    expect(readDefinition('Group: choice muslim, other')).toMatchObject({
      refusal: { kind: 'protected', topic: 'religion' },
    })
  })

  it.each([
    'Language level',
    'Stage',
    'Management style',
    'Notice period',
    'Right to work',
    'Package',
    'Salary wish',
    'Trace tools',
  ])('%s is about the job', (name) => expect(defined(`${name}: text`)).toMatchObject({ name }))
})

describe('a value', () => {
  const read = (kind: CustomKind, typed: string, choices: readonly string[] = []) => {
    const definition: FieldDefinition = { name: 'x', kind, choices }
    const value = readCustomValue(definition, typed)
    return value.ok ? value.value : value.refusal.kind
  }
  it.each([
    ['text', ' Acme   GmbH ', 'Acme GmbH'],
    ['text', '  ', undefined],
    ['text', 'x'.repeat(300), 'x'.repeat(300)],
    ['text', 'x'.repeat(301), 'too_long'],
    ['number', '12', '12'],
    ['number', '+12', '12'],
    ['number', '-2.50', '-2.5'],
    ['number', '2,5', '2.5'],
    ['number', '90 000', '90000'],
    ['number', '1,0000', 'not_a_number'],
    ['number', '0.125', '0.125'],
    ['number', '1234.567', '1234.567'],
    ['number', '12,25', '12.25'],
    ['number', 'a 2,5', 'not_a_number'],
    ['number', '1+2', 'not_a_number'],
    ['number', 'twelve', 'not_a_number'],
    ['number', '1e9', 'not_a_number'],
    ['date', '2026-03-14', '2026-03-14'],
    ['date', '2026-02-30', 'no_such_day'],
    ['yes_no', 'yes', 'yes'],
    ['yes_no', 'no', 'no'],
    ['yes_no', 'maybe', 'not_offered'],
  ] as const)('of %s: %s', (kind, typed, value) => expect(read(kind, typed)).toBe(value))

  it.each([
    ['50.000', '50000'],
    ['50,000', '50000'],
    ['-1.250.000', '-1250000'],
    ['+50.000', '50000'],
  ])('of a number is not guessed: %s may be %s', (typed, plain) => {
    const field = { name: 'Salary', kind: 'number', choices: [] } as const
    expect(readCustomValue(field, typed)).toEqual({ ok: false, refusal: { kind: 'ambiguous_number', plain } })
  })

  it('of a choice is one of its answers', () => {
    expect(read('choice', '1 month', ['1 month', '3 months'])).toBe('1 month')
    expect(read('choice', '2 months', ['1 month', '3 months'])).toBe('not_offered')
    expect(read('choice', '', ['1 month'])).toBeUndefined()
  })

  it('is read from where it is kept with care', () => {
    expect(asCustomValues({ a: 'x', b: 3, c: null })).toEqual({ a: 'x' })
    expect([asCustomValues(null), asCustomValues('x')]).toEqual([{}, {}])
  })
})

describe('taking back what was said', () => {
  it('gives back each field that nobody changed since', () => {
    const before = { a: '1', b: '1', c: '1' }
    const after = { a: '2', b: '2', d: '2', c: '1' }
    expect(customTakenBack({ a: '2', b: '9', d: '2', c: '7', e: 'x' }, before, after)).toEqual({
      a: '1',
      b: '9',
      c: '7',
      e: 'x',
    })
    expect(customTakenBack({ b: '2' }, { a: '1' }, {})).toEqual({ a: '1', b: '2' })
    expect(Object.keys(customTakenBack({ a: '2' }, {}, { a: '2' }))).toEqual([])
  })

  it('names what differs', () => {
    expect(customChanged({ a: '1', b: '1' }, { b: '2', c: '3' })).toEqual(['a', 'b', 'c'])
    expect(customChanged({ a: '1' }, { a: '1' })).toEqual([])
  })
})
