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
  ])('%s loses what is around it', (line, expected) => expect(titleLine(line)).toBe(expected))

  it('keeps what else such a line says', () => {
    expect(readRole('[Remote] Senior Rust Engineer @ Acme (€90k-€120k)').criteria.remoteOk).toBe(true)
    expect(readRole('Account Manager £40-50k London').criteria.location).toBe('London')
  })
  it('takes no skill from the company’s name before it, and its place', () =>
    expect(readRole('Python Tools Ltd.\nSenior Accountant\nExcel').criteria.must).toEqual(['excel']))
})
