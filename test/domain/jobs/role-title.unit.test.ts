import { describe, expect, it } from 'vitest'
import { readRole } from '../../../src/domain/jobs/read-role.ts'
import { titleAt, titleLine } from '../../../src/domain/jobs/role-title.ts'

const title = (text: string) => readRole(text).criteria.title

describe('the title of a role’s text', () => {
  it.each([
    ['Acme Inc.\nSenior Data Scientist\nLondon, UK', 'Senior Data Scientist'],
    ['Fernhollow Energy\nSenior SRE', 'Senior SRE'],
    ['Acme Data GmbH\nBerlin\nHead of Finance', 'Head of Finance'],
    ['Job Description\nSenior Accountant\nLocation: London', 'Senior Accountant'],
    ['We are hiring!\nNurse in London\nStaff Engineer', 'Staff Engineer'],
    ['Stellenanzeige\nRecruiter (m/w/d)', 'Recruiter'],
    [':rocket: *Senior Product Manager* :rocket:\n*Location:* Berlin', 'Senior Product Manager'],
    ['🚀 Senior Product Manager 🚀\n📍 Berlin', 'Senior Product Manager'],
    ['<h2>Product Designer</h2><p><strong>Location:</strong>&nbsp;London</p>', 'Product Designer'],
    ['SRE<br>Requirements:<br>- Kubernetes', 'SRE'],
    ['Account Manager £40-50k London', 'Account Manager'],
    ['[Remote] Senior Rust Engineer @ Acme (€90k-€120k)', 'Senior Rust Engineer'],
    ['Job Description: Senior Accountant', 'Senior Accountant'],
  ])('%j is %s', (text, expected) => expect(title(text)).toBe(expected))

  it.each([
    ['Nurse\nSupport patients and their families'],
    ['Chef\nLead the kitchen of a hotel.'],
    ['Teacher\nRequirements\nData'],
    ['Barista\na\nb\nc\nSenior Accountant'],
    ['Senior SRE\nStaff Engineer'],
    ['Acme Inc.\nWe hire a Senior Data Scientist.'],
    ['Acme Inc.\nTeam: Data'],
    [`Acme Inc.\nData ${'and so on '.repeat(9)}`],
  ])('stays the first line where none is told by what follows: %j', (text) => expect(titleAt(text.split('\n'))).toBe(0))
  it('is nowhere in nothing', () => expect(titleAt([])).toBe(0))

  it.each([
    ['Senior SRE (m/w/d)', 'Senior SRE'],
    ['Développeur (H/F)', 'Développeur'],
    ['SRE [all genders]', 'SRE'],
    ['SRE, 80k EUR', 'SRE,'],
    ['SRE, $140,000 - $160,000 + equity', 'SRE,'],
    ['Wir suchen einen Buchhalter', 'Buchhalter'],
    ['Engineer 3D', 'Engineer 3D'],
    ['Hiring Manager (m/w/d)', 'Hiring Manager'],
    ['Hiring: Manager of boats', 'Manager of boats'],
    ['Hiring a Manager', 'Manager'],
    ['Hiring Lead Engineer', 'Lead Engineer'],
    ['We are hiring Managers', 'Managers'],
  ])('%s loses what is around it', (line, expected) => expect(titleLine(line)).toBe(expected))

  it.each([
    'Title:', 'Job title:', 'Position title:', 'Role:', 'Position:', 'Vacancy:', 'Description:', 'Job description:', 'Opening:', 'Job opening : ', 'Role:  ', 'We are hiring a',
    "We're hiring a", 'We are now hiring a', 'We are looking for a', 'We are seeking a', 'We are recruiting our next', 'Hiring:', 'Hiring our first', 'Wanted: the', 'Wanted:a',
    'Now hiring:', 'Join us as a', 'Looking for a', 'Wir suchen eine', 'Wir suchen einen', 'Wir suchen ein', 'Gesucht:', 'Gesucht : eine', 'Nous recherchons un',
    'Nous recherchons une',
  ])('is what stands behind %j', (before) => expect(titleLine(`${before} Recruiter`)).toBe('Recruiter')) // biome-ignore format: a list
  it.each([
    '(m/w/d)', '(m / w / d)', '(m|f|x)', '[m*w*d]', '(f/m/i)', '(H/F)', '(all gender)', '(all genders)', '(gn)', '(gn*)', '(div)', '(div.)', '  (m/w/d)', '£40k', '€50.000',
    '$140,000', '50k €', '50.000 EUR', '50k GBP', '90k USD', '90 CHF', '40k', '(£40k)', '[£40k]', '£40-50k', '£40k to £50k', '£40k per annum', '£40k per year', '£40k p.a.',
    '£40k pa', '£40k/yr', '£40k / year', '£40k + bonus', '£40k + benefits', '£40k + equity', '£ 40k', '(m/w/d) £40k',
  ])('loses %j behind it', (behind) => {
    expect(titleLine(`Recruiter ${behind}`)).toBe('Recruiter')
    expect(titleLine(`Recruiter ${behind} | Lisbon`)).toBe('Recruiter | Lisbon')
  }) // biome-ignore format: a list
  it.each([
    'Title Recruiter', 'Recruiter role: nice', 'Recruiter (abc)', 'Recruiter (mid)', 'Recruiter [Lisbon]', 'Recruiter 4k', 'Recruiter 40kg', 'Recruiter@Acme',
    'Hiring Manager', 'Hiring Manager, Lisbon', 'Hiring Coordinator', 'Hiring Lead, Lisbon', 'Recruiter [Remote] now', 'Recruiter wanted: a friend', 'The recruiter is hiring a friend', 'We are hiring!',
  ])('keeps all of %j', (line) => expect(titleLine(line)).toBe(line)) // biome-ignore format: a list
  it.each([
    ['[Remote]Recruiter', 'Recruiter (Remote)'],
    ['Recruiter @ Acme', 'Recruiter at Acme'],
    ['Recruiter  @  Acme', 'Recruiter at Acme'],
    ['Recruiter   of   boats', 'Recruiter of boats'],
    ['Recruiter(m/w/d), Lisbon', 'Recruiter, Lisbon'],
  ])('%j is written as people do: %j', (line, expected) => expect(titleLine(line)).toBe(expected))

  it.each([
    'Job description', 'Role', 'The job', 'Full job description', 'Full role description', 'Position posting', 'Vacancy', 'Job ad', 'Job advert', 'Job advertisement',
    'Job opening', 'Role details', 'Role overview', 'About the role', 'About this job', 'Apply for this position', 'Apply for the role', 'We are hiring', "We're hiring!",
    'Now hiring', 'Hiring', 'Vacancies', 'Career', 'Careers', 'Open role', 'Open position', 'Apply now', 'Join us', 'Join our team!', 'Stellenanzeige', 'Stellenausschreibung',
    'Stellenangebot', 'Stellenbeschreibung', "Offre d'emploi", 'Fiche de poste', 'Oferta de empleo', 'Oferta de trabajo', 'JOB DESCRIPTION:', 'Job description ---',
  ])('is found three lines below %j, which names none', (line) =>
    expect(titleAt([line, 'Fernhollow', 'Lisbon', 'Data engineer for boats'])).toBe(3),
  ) // biome-ignore format: a list
  it.each([
    'Inc', 'Inc.', 'Ltd', 'Limited', 'LLC', 'GmbH', 'AG', 'SE', 'KG', 'SAS', 'SARL', 'BV', 'B.V.', 'B.V', 'plc', 'Corp', 'Corp.', 'Corporation', 'Company', 'Group', 'Pty', 'SA',
    'S.A.', 'SL', 'S.L.', 'Pty Ltd.',
  ])('is found below a firm that is a %s', (form) => {
    expect(titleAt([`Fern Data ${form}`, 'Data engineer for boats'])).toBe(1)
    expect(titleAt([`Data engineer, ${form} boats`, 'Staff Engineer'])).toBe(0)
  }) // biome-ignore format: a list
  it.each([
    'Senior Data Engineer of the job', 'Recruiter careers', 'Account Manager, careers', 'Group Accountant', 'Account Manager Incas', 'Vacancy Manager, sales', 'Data Engineer Groups',
  ])('is %j, though it has such a word in it', (line) => expect(titleAt([line, 'Staff Engineer'])).toBe(0)) // biome-ignore format: a list

  it.each([
    ['Staff Engineer, Lisbon', 1],
    ['Staff Engineer , Lisbon', 1],
    ['Staff Engineer (Lisbon)', 1],
    ['Staff Engineer | Lisbon', 1],
    ['Staff Engineer · Lisbon', 1],
    ['Staff Engineer • Lisbon', 1],
    ['Staff Engineer - Lisbon', 1],
    ['Staff Engineer-Lisbon', 0],
    ['Engineers of the staff', 0],
  ])('stands below a name that tells nothing where it is a plain one: %s', (line, at) =>
    expect(titleAt(['Fernhollow', line])).toBe(at),
  )
  it('stands three lines below at most', () => {
    expect(titleAt(['Fernhollow', 'One', 'Two', 'Staff Engineer'])).toBe(3)
    expect(titleAt(['Fernhollow', 'One', 'Two', 'Three', 'Staff Engineer'])).toBe(0)
  })

  const NINETY = `Data engineer ${'x'.repeat(76)}`
  it.each([
    [NINETY, 1],
    [`${NINETY}x`, 0],
    ['Data engineer for one two three four five six seven', 1],
    ['Data engineer for one two three four five six seven eight', 0],
    ['Data engineer!', 0],
    ['Data engineer?', 0],
    ['Data engineer.', 0],
    ['Data engineer:', 0],
    ['Team: data engineer', 0],
    ['Node.js engineer', 1],
    ['Junior', 1],
    ['Senior boat person', 1],
    ['Quiet harbour', 0],
  ])('below a firm is a short line that names a job: %j', (line, at) => expect(titleAt(['Acme Inc.', line])).toBe(at))

  it('keeps what else such a line says', () => {
    expect(readRole('[Remote] Senior Rust Engineer @ Acme (€90k-€120k)').criteria.remoteOk).toBe(true)
    expect(readRole('Account Manager £40-50k London').criteria.location).toBe('London')
  })
  it('takes no skill from the company’s name before it, and its place', () =>
    expect(readRole('Python Tools Ltd.\nSenior Accountant\nExcel').criteria.must).toEqual(['excel']))
})
