// How surely two names are of one person, and why. The numbers order suggestions; whether they suffice is measured in labelled-pairs.
import { describe, expect, it } from 'vitest'
import { alignNames } from '../../../src/domain/candidate/align-names.ts'

const found = (one: string, other: string) => {
  const { strength, reasons } = alignNames(one, other)
  const because = reasons.map((reason) =>
    'one' in reason ? `${reason.kind} ${reason.one}~${reason.other}` : reason.kind,
  )
  return [Number(strength.toFixed(3)), because.join(', ')]
}
/** Whichever of the two is asked about. */
const bothWays = (one: string, other: string, strength: number, why: string) => {
  expect(found(one, other)).toEqual([strength, why])
  expect(found(other, one)[0]).toBe(strength)
}

describe('two names', () => {
  it.each([
    ['Ana Souza', 'Ana Souza'],
    ['Souza, Ana', 'Ana Souza'],
    ['Ana Souza (she/her)', 'Ana Souza'],
    ['Dr. John Smith', 'John Smith MBA'],
    ['Souza, Ana, PhD', 'Ana Souza'],
    ['Saint-John Perse', 'St John Perse'],
    ['Jean-Pierre Dupont', 'Jean Pierre Dupont'],
    ['Jean-Pierre Dupont', 'Jeanpierre Dupont'],
    ['María José Lima', 'Mariajose Lima'],
    ['Ludwig van Beethoven', 'Ludwig Beethoven'],
    ['Ludwig van Beethoven', 'Ludwig Vanbeethoven'],
    ['Ana van der Berg', 'Ana Vanderberg'],
    ['Omar El-Sayed', 'Omar Sayed'],
    ['Ramon i Cajal', 'Ramon Cajal'],
    ['John I Smith', 'John Smith'],
    ['William (Bill) Thornmere', 'Bill Thornmere'],
    ['William "Bill" Thornmere', 'Bill Thornmere'],
    ['Ana van', 'Ana Van'],
  ])('are the same: %s and %s', (one, other) => bothWays(one, other, 1, 'same_name'))

  it.each([
    ['Γιώργος Παπαδόπουλος', 'Giorgos Papadopoulos'],
    ['Σπύρος Μπακάλης', 'Spyros Bakalis'],
    ['Ντίνος Γκίκας', 'Dinos Gikas'],
    ['Άγγελος Ευαγγέλου', 'Angelos Evangelou'],
    ['Χρήστος Παύλου', 'Christos Pavlou'],
    ['张伟', 'Zhang Wei'],
  ])('are the same in another script: %s and %s', (one, other) => bothWays(one, other, 1, 'same_name'))

  it.each([
    ['John Smith', 'Jane Smith'],
    ['John Smith', 'John Baker'],
    ['John Adam Smith', 'John Peter Smith'],
    ['Ana Souza Lima', 'Ana Souza Prado'],
    ['A. Souza', 'B. Souza'],
    ['A. B.', 'A. B.'],
    ['Ana', 'Ana'],
    ['Ana Souza', 'Ana'],
    ['Robert Thornmere', 'B. Thornmere'],
    ['Robert Thornmere', 'Robert Xhornmere'],
    ['Martina Baker', 'Martin Baker'],
    ['Nadia Rahimi', 'Nadie Rahimi'],
    ['AE Thornmere', 'Alex Thornmere'],
    ['Bo (formerly at Acme!) Lindqvist', 'Formerly Lindqvist'],
    ['Dr Who', 'Dr Who'],
  ])('are of two people, or of nobody in particular: %s and %s', (one, other) => bothWays(one, other, 0, ''))

  it.each([
    ['Ana Souza', 'Souza Ana', 0.97, 'swapped'],
    ['De Souza Ana', 'Ana De Souza', 0.97, 'swapped'],
    ['Maria Clara Souza', 'Clara Maria Souza', 0.97, 'swapped'],
    ['Anna Maria', 'Maria Anna', 0.6, 'swapped'],
    ['Ana Souza', 'Ana Maria Souza', 0.97, 'extra_names'],
    ['Ana Souza', 'Ana Maria Clara Souza', 0.941, 'extra_names'],
    ['Ana Souza', 'Ana Maria Clara Beatriz Souza', 0.913, 'extra_names'],
    ['Ana Souza', 'Ana Maria Clara Beatriz Lima Souza', 0.913, 'extra_names'],
    ['Hans-Peter Schmidt', 'Hans Schmidt', 0.97, 'extra_names'],
  ])('may stand in another order or be longer: %s and %s', bothWays)

  it.each([
    ['Ana Souza', 'A. Souza', 0.62, 'initial Ana~A'],
    ['A. Souza', 'A. Souza', 0.7, 'same_name'],
    ['K. Lindqvist', 'Catherine Lindqvist', 0.62, 'initial K~Catherine'],
    ['JP Dupont', 'Jean Pierre Dupont', 0.62, 'initial J~Jean Pierre'],
    ['A.J. Thornmere', 'Anna Julia Thornmere', 0.62, 'initial A~Anna Julia'],
    ['Robert Thornmere', 'Bob Thornmere', 0.94, 'short_for Bob~Robert'],
    ['Liz Lindqvist', 'Elizabeth Lindqvist', 0.94, 'short_for Liz~Elizabeth'],
    ['Bob Thornmere', 'Rob Thornmere', 0.9, 'both_forms Bob~Rob'],
    ['Liz Lindqvist', 'Beth Lindqvist', 0.9, 'both_forms Liz~Beth'],
  ])('may be shortened: %s and %s', bothWays)

  it.each([
    ['Ana Souza', 'Ana Sousa', 0.9, 'spelling Souza~Sousa'],
    ['Nadiya Rahimi', 'Nadia Rahimi', 0.98, 'spelling Nadiya~Nadia'],
    ['Мария Иванова', 'Maria Ivanova', 0.98, 'spelling Мария~Maria'],
    ['محمد علي', 'Mohammed Ali', 0.902, 'spelling محمد~Mohammed, spelling علي~Ali'],
    ['Philip Andersson', 'Phillip Anderson', 0.96, 'spelling Philip~Phillip, spelling Andersson~Anderson'],
    ['Kowalski Jan', 'Jan Kowalsky', 0.951, 'spelling Kowalski~Kowalsky, swapped'],
    ['Zhang Xiao Ming', 'Zhang Xiaoming', 1, 'same_name'],
    ['Chang Hsiao-ming', 'Zhang Xiaoming', 0.921, 'spelling Chang~Zhang, spelling Hsiao ming~Xiaoming'],
    ['Kim Min-jun', 'Gim Minjun', 0.97, 'spelling Kim~Gim'],
    ['Lee Ji-woo', 'Yi Jiwoo', 0.97, 'spelling Lee~Yi'],
    ['Park Seo-yeon', 'Bak Seoyeon', 0.97, 'spelling Park~Bak'],
  ])('may be spelt otherwise: %s and %s', bothWays)

  it.each([
    ['a letter too few', 'Robert Thornmere', 'Robert Thornmre', 0.93, 'typo Thornmere~Thornmre'],
    ['neighbours that changed places', 'Martin Baker', 'Martin Bakre', 0.93, 'typo Baker~Bakre'],
    ['another letter in a long name', 'Hans Schmidt', 'Hans Schmitt', 0.88, 'typo Schmidt~Schmitt'],
    [
      'another letter in a given name that is known',
      'Katarzyna Lindqvist',
      'Katarzxna Lindqvist',
      0.88,
      'typo Katarzyna~Katarzxna',
    ],
    ['two letters of eight and more', 'Robert Thornmere', 'Robert Thornmxxe', 0.85, 'typo Thornmere~Thornmxxe'],
    ['another letter of seven', 'Robert Tanakas', 'Robert Tanadas', 0.88, 'typo Tanakas~Tanadas'],
    ['another letter of six, which is another name', 'Robert Tanaka', 'Robert Tanada', 0, ''],
    ['another letter of five, which is another name', 'Martin Baker', 'Martin Bakes', 0, ''],
  ])('may have a slip in them: %s', (_slip, one, other, strength, why) => bothWays(one, other, strength, why))

  it.each([
    ['John Smith Jr.', 'John Smith Sr.', 0],
    ['John Smith II', 'John Smith III', 0],
    ['John Smith I', 'John Smith II', 0],
    ['John Smith III', 'John Smith IV', 0],
    ['James Thornmere IV', 'James Thornmere V', 0],
    ['James Thornmere 2nd', 'James Thornmere III', 0],
    ['James Thornmere V, PhD', 'James Thornmere 4th', 0],
    ['João Thornmere Filho', 'João Thornmere Neto', 0],
    ['João Thornmere Filho', 'João Thornmere Senior', 0],
    ['João Thornmere Filho', 'João Thornmere', 0],
    ['João Thornmere Filho', 'Joao Thornmere FILHO', 1],
    ['João Filho', 'Joao Filho', 1],
    ['John Smith Jr.', 'John Smith Junior', 1],
    ['John Smith, Sr.', 'John Smith Senior', 1],
    ['Ana Souza, Jr.', 'Ana Souza Jr', 1],
    ['James Thornmere 5th', 'James Thornmere V', 1],
    ['James Thornmere 1st', 'James Thornmere I', 1],
    ['James Thornmere 2ND', 'James Thornmere, II', 1],
    ['James Thornmere IV', 'James Thornmere 4th', 1],
    ['James Thornmere 3rd', 'James Thornmere III', 1],
  ])('are of father and son where both say so: %s and %s', (one, other, strength) =>
    bothWays(one, other, strength, strength === 0 ? '' : 'same_name'),
  )

  it.each([
    ['John Smith Jr.', 'John Smith', 0.6, 'same_name, one_generation'],
    ['John Smith III', 'John Smith', 0.6, 'same_name, one_generation'],
    ['James Thornmere V', 'James Thornmere', 0.6, 'same_name, one_generation'],
    ['Ben Okafor Jr.', 'Ana Souza', 0, ''],
  ])('may be of father and son where one says so: %s and %s', bothWays)

  it.each([
    ['Priya V', 'Priya Venkatesh', 0.62, 'initial V~Venkatesh'],
    ['Venkatesh, V', 'V Venkatesh', 0.7, 'same_name'],
    ['Priya V Venkatesh', 'Priya Venkatesh', 1, 'same_name'],
    ['Priya I Venkatesh', 'Priya Venkatesh', 1, 'same_name'],
  ])('have a letter that is no number: %s and %s', bothWays)

  it.each([
    ['Hans-Peter Schmidt', 'Hans Schmidt', true],
    ['John Smith', 'John Smith', true],
    ['Zhang Wei', 'Wei Zhang', true],
    ['Zhang Xiaoming', 'Xiaoming Zhang', false],
    ['Robert Thornmere', 'Robert Thornmere', false],
    ['Ana Maria Clara Smith', 'Ana Maria Clara Smith', false],
  ])('are told whether many bear them: %s', (one, other, common) => {
    expect(alignNames(one, other).common).toBe(common)
  })
})
