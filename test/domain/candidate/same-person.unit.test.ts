import { describe, expect, it } from 'vitest'
import { type PersonRecord, samePerson, WORTH_ASKING } from '../../../src/domain/candidate/same-person.ts'
import { reasonWords } from '../../../src/domain/shared/words/duplicates.ts'
import { FROZEN, type LabelledPair, readPairs } from './labelled-pairs.ts'

const WHERE = { company: 'Quellmark', place: 'Lisbon' }
const judge = (one: string, other: string, where: Omit<PersonRecord, 'name'> = WHERE) =>
  samePerson({ name: one, ...where }, { name: other, ...where })
const asks = (one: string, other: string, where?: Omit<PersonRecord, 'name'>) =>
  judge(one, other, where).score >= WORTH_ASKING
const why = (one: string, other: string, where?: Omit<PersonRecord, 'name'>) =>
  reasonWords(judge(one, other, where).reasons)

const suggested = ({ one, other }: LabelledPair) => samePerson(one, other).score >= WORTH_ASKING

describe('the frozen pairs', () => {
  it('are suggested with a precision of at least 0.95 at a recall of at least 0.85', () => {
    const pairs = readPairs(FROZEN)
    const shown = pairs.filter(suggested)
    const right = shown.filter(({ same }) => same)
    const wanted = pairs.filter(({ same }) => same)
    const [precision, recall] = [right.length / shown.length, right.length / wanted.length]
    process.stdout.write(
      `same person, ${pairs.length} frozen pairs: precision ${precision.toFixed(3)} (${right.length} of ${shown.length}), recall ${recall.toFixed(3)} (${right.length} of ${wanted.length})\n`,
    )
    expect(precision).toBeGreaterThanOrEqual(0.95)
    expect(recall).toBeGreaterThanOrEqual(0.85)
  })

  it('say the same whichever of the two comes first', () => {
    for (const { one, other } of readPairs(FROZEN))
      expect(samePerson(other, one).score, `${one.name} / ${other.name}`).toBe(samePerson(one, other).score)
  })
})

describe('one name written in two ways', () => {
  it.each([
    ['Liz Thornmere', 'Elizabeth Thornmere'],
    ['Kasia Wiśnibor', 'Katarzyna Wisnibor'],
    ['Дмитрий Ветрогор', 'Dmitry Vetrogor'],
    ['Αθηνά Μπουρνέλη', 'Athina Bourneli'],
    ['عمر الحوراني', 'Omar Al-Hourani'],
    ['Mohamed El Zarqoun', 'Muhammad Al-Zarqoun'],
    ['Abd al-Rahman Sahlun', 'Abdelrahman Sahlun'],
    ['Hsu Mei-ling', 'Xu Meiling'],
    ['김하늘', 'Kim Ha-neul'],
    ['Jürgen Großwand', 'Juergen Grosswand'],
    ['Ødegren Pål', 'Paal Oedegren'],
    ['Thornmere, Simon', 'Simon Thornmere'],
    ['Ana Lumbrera Vidal', 'Ana Lumbrera'],
    ['Pieter van der Wolkenmaat', 'Pieter Wolkenmaat'],
    ['Paolo De Lucertino', 'Paolo Delucertino'],
    ['Fiona McArdlow', 'Fiona Mac Ardlow'],
    ['Anna-Lena Grünbaumer', 'Annalena Gruenbaumer'],
    ['J. Thornmere', 'Judith Thornmere'],
    ['W. Thornmere', 'Bill Thornmere'],
    ['JP Thornmere', 'Jean-Pierre Thornmere'],
    ['Dainel Thornmere', 'Daniel Thornmere'],
    ['Robert "Bob" Thornmere', 'Bob Thornmere'],
    ['Dr. Amina Thornmere, PhD', 'amina thornmere'],
    ['Claire St. Evermore', 'Claire Saint Evermore'],
  ])('%s and %s are shown to a person', (one, other) => {
    expect(asks(one, other)).toBe(true)
  })
})

describe('two people who look like one', () => {
  it.each([
    ['Anna Thornmere', 'Hannah Thornmere'],
    ['Daniel Thornmere', 'Daniela Thornmere'],
    ['Marco Thornmere', 'Marc Thornmere'],
    ['Sasha Thornmere', 'Pasha Thornmere'],
    ['Simon Thornmere', 'Simon Wolkenmaat'],
    ['Ana García Lumbrera', 'Ana García Vidalba'],
    ['Robert J. Thornmere', 'Robert K. Thornmere'],
    ['Frank Thornmere Jr.', 'Frank Thornmere Sr.'],
    ['Frank Thornmere IV', 'Frank Thornmere V'],
    ['Mary Ann Thornmere', 'Mary Jane Thornmere'],
    ['J. Thornmere', 'Simon Thornmere'],
    ['J. Thornmere', 'K. Thornmere'],
    ['J. T.', 'J. T.'],
    ['Kim Min-ji', 'Kim Min-jun'],
    ['Li Na', 'Li Ning'],
    ['Cho Sung-min', 'Choi Sung-min'],
    ['Hassan Darkan', 'Hussein Darkan'],
    ['Thornmere', 'Thornmere'],
    ['', ''],
  ])('%s and %s are not put side by side', (one, other) => {
    expect(judge(one, other)).toEqual({ score: 0, reasons: [] })
  })

  it('James Thomas and Thomas James are two unless something else speaks for one', () => {
    expect(asks('James Thomas', 'Thomas James', {})).toBe(false)
  })
})

describe('company and place', () => {
  const smith = { name: 'John Smith' }
  const rare = { name: 'Harriet Thornmere' }
  const score = (one: PersonRecord, other: PersonRecord) => samePerson(one, other).score

  it('speak for one person, and both more than either', () => {
    const none = score(smith, smith)
    const place = score({ ...smith, place: 'Munich' }, { ...smith, place: 'München' })
    const company = score({ ...smith, company: 'ACME, Inc.' }, { ...smith, company: 'Acme' })
    const both = score({ ...smith, ...WHERE }, { ...smith, ...WHERE })
    expect([none < place, place < company, company < both]).toEqual([true, true, true])
  })

  it('have to speak for both where only one is called a son', () => {
    expect(asks('Frank Thornmere', 'Frank Thornmere Jr.', {})).toBe(false)
    expect(asks('Frank Thornmere', 'Frank Thornmere Jr.', { place: 'Lisbon' })).toBe(false)
    expect(judge('Frank Thornmere', 'Frank Thornmere Jr.')).toMatchObject({ score: 0.8 })
  })

  it('are needed for a common name, and not for a rare one', () => {
    expect(score(smith, smith)).toBeLessThan(WORTH_ASKING)
    expect(score(rare, rare)).toBeGreaterThanOrEqual(WORTH_ASKING)
    expect(score({ ...smith, ...WHERE }, { ...smith, ...WHERE })).toBeGreaterThanOrEqual(WORTH_ASKING)
  })

  it('speak against it where they differ: a new job alone does not, another town as well does', () => {
    expect(score({ ...rare, company: 'Acme' }, { ...rare, company: 'Quellmark' })).toBeGreaterThanOrEqual(WORTH_ASKING)
    expect(
      score({ ...rare, company: 'Acme', place: 'Leeds' }, { ...rare, company: 'Quellmark', place: 'Toronto' }),
    ).toBeLessThan(WORTH_ASKING)
  })

  it('say nothing where one is unknown, or lies within the other', () => {
    const unknown = samePerson({ ...rare, place: 'Lisbon' }, rare)
    expect(unknown).toEqual(samePerson(rare, rare))
    expect(samePerson({ ...rare, place: 'Lisbon' }, { ...rare, place: 'Portugal' })).toEqual(unknown)
    expect(samePerson({ ...rare, company: '–' }, { ...rare, company: 'Acme' })).toEqual(unknown)
  })

  it('never make one of an initial alone', () => {
    expect(asks('J. Thornmere', 'Judith Thornmere', {})).toBe(false)
  })
})

describe('the reasons', () => {
  it.each([
    ['Liz Thornmere', 'Elizabeth Thornmere', 'Liz is short for Elizabeth; same company; same place'],
    ['Elizabeth Thornmere', 'Liz Thornmere', 'Liz is short for Elizabeth; same company; same place'],
    ['Liz Thornmere', 'Beth Thornmere', 'Liz and Beth are forms of one name; same company; same place'],
    ['Simon Thornmere', 'Thornmere Simon', 'the names are in another order; same company; same place'],
    ['Simon Thornmere', 'Simon Thornmere-Lowe', 'one has a further name; same company; same place'],
    ['Jörg Thornmere', 'Joerg Thornmere', 'Jörg and Joerg are spellings of one name; same company; same place'],
    [
      'Simon Thornmree',
      'Simon Thornmere',
      'Thornmree and Thornmere differ by a letter or two; same company; same place',
    ],
    ['J. Thornmere', 'Judith Thornmere', 'J may stand for Judith; same company; same place'],
    ['Ana Souza', 'Ana Sousa', 'Souza and Sousa are spellings of one name; a common name; same company; same place'],
    ['John Smith', 'John Smith', 'the same name; a common name; same company; same place'],
    [
      'Frank Thornmere',
      'Frank Thornmere Jr.',
      'the same name; only one has a Jr., Sr. or number, so they may be parent and child; same company; same place',
    ],
  ])('%s and %s: %s', (one, other, words) => {
    expect(why(one, other)).toBe(words)
  })

  it('say what speaks against it too', () => {
    const { reasons } = samePerson(
      { name: 'Simon Thornmere', company: 'Acme', place: 'Leeds' },
      { name: 'Simon Thornmere', company: 'Quellmark', place: 'Toronto' },
    )
    expect(reasonWords(reasons)).toBe('the same name; different companies; different places')
  })

  it('show names as whoever shows them wants them shown', () => {
    expect(reasonWords(judge('Liz Thornmere', 'Elizabeth Thornmere').reasons, (name) => `<${name}>`)).toContain(
      '<Liz> is short for <Elizabeth>',
    )
  })
})
