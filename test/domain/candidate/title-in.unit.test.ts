import { describe, expect, it } from 'vitest'
import {
  isTitle,
  titleAndName,
  titleAndPlace,
  titleBeforeTime,
  titleIn,
} from '../../../src/domain/candidate/job-title.ts'
import { parseFlag } from '../../../src/domain/candidate/parse-flag.ts'

describe('the job of which a message speaks', () => {
  it.each([
    ['Priyanka Iyer for Staff SRE was superb', 'Staff SRE'],
    ['Kenji Watanabe (Senior SRE), great', 'Senior SRE'],
    ['José María Pérez today for the Data Engineer role', 'Data Engineer'],
    ['Olu Ade for Product Designer - close second', 'Product Designer'],
    ["*Feedback: Anne-Marie O'Neil* – Senior Backend Engineer – runner-up", 'Senior Backend Engineer'],
    ['We met Ana as a Head of Data. Calm.', 'Head of Data'],
    ['thanks for today. Ana for our SRE job', 'SRE'],
  ])('is read from "%s"', (message, role) => {
    const context = { roles: ['Account Executive'], memberNames: [], speakers: [] }
    expect(parseFlag(message, context).role).toBe(role)
  })
  it.each([
    'Great engineer, calm',
    'a great engineer',
    'for our designer',
    'Tom, Hiring Manager, said so',
    'Manager, calm',
    'for Ana who was superb',
    '',
  ])('is nothing in "%s"', (message) => expect(titleIn(message)).toBeUndefined())
  it('is a job on record before one that is only written out', () => {
    const context = { roles: ['Senior SRE'], memberNames: [], speakers: [] }
    expect(parseFlag('Ana (Data Engineer) for the Senior SRE role', context).role).toBe('Senior SRE')
  })
})

describe('a title said on its own', () => {
  it.each([
    'Engineer',
    'Web Developer',
    'Product Designer',
    'Product Manager',
    'Account Executive',
    'Data Analyst',
    'Data Scientist',
    'Technical Recruiter',
    'Solutions Architect',
    'Team Lead',
    'Art Director',
    'Tax Consultant',
    'Staff Accountant',
    'SRE',
    'Data Protection Officer',
    'Sales Representative',
    'Payroll Specialist',
    'Office Coordinator',
    'Systems Administrator',
    'Technical Writer',
    'User Researcher',
    'Growth Marketer',
    'Financial Controller',
    'General Counsel',
    'Head of Data',
    'VP Engineering',
    'Director of Sales',
    'Chief of Staff',
    'Chief People Person',
    'senior sre',
    'junior web developer',
    'Very Senior Mobile Platform Engineer',
  ])('is %s', (text) => expect(isTitle(text)).toBe(true))

  it.each([
    'great engineer',
    'senior',
    'sre',
    'Engineering',
    'Engineer in London',
    'Kept a head of steam',
    'lead',
    'director',
    'Head',
    'Ana for Engineer',
    'Ana as Engineer',
    'A Very Senior Mobile Platform Engineer',
    'the Senior SRE',
    '',
  ])('is not %j', (text) => expect(isTitle(text)).toBe(false))
})

describe('a title with something behind it', () => {
  it.each([
    ['Senior SRE London', { title: 'Senior SRE', place: 'London' }],
    ['senior sre london', { title: 'senior sre', place: 'london' }],
    ['Senior SRE in London', { title: 'Senior SRE', place: 'London' }],
    ['Senior SRE at London', { title: 'Senior SRE', place: 'London' }],
    ['Senior SRE from London', { title: 'Senior SRE', place: 'London' }],
    ['Senior SRE New York', { title: 'Senior SRE', place: 'New York' }],
    ['Senior SRE in New York', { title: 'Senior SRE', place: 'New York' }],
    ['Very Senior Mobile Platform Engineer in New York', { title: 'Very Senior Mobile Platform Engineer', place: 'New York' }],
    ['Senior SRE', undefined],
    ['London', undefined],
    ['Senior SRE Kubernetes', undefined],
    ['Senior SRE Fernhollow', undefined],
    ['Great at work London', undefined],
    ['', undefined],
  ])('has a place in %j', (text, both) => expect(titleAndPlace(text)).toEqual(both)) // biome-ignore format: a table

  it.each([
    ['Senior SRE Ana Souza', { title: 'Senior SRE', name: 'Ana Souza' }],
    ["Senior SRE Ana d'Angelo", { title: 'Senior SRE', name: "Ana d'Angelo" }],
    ['SRE Ana Maria Souza Lima', { title: 'SRE', name: 'Ana Maria Souza Lima' }],
    ['Very Senior Mobile Platform Engineer Ana Souza', { title: 'Very Senior Mobile Platform Engineer', name: 'Ana Souza' }],
    ['SRE Ana Maria Souza Lima Fernhollow', undefined],
    ['Senior SRE Ana', undefined],
    ['Senior SRE ana souza', undefined],
    ['Senior SRE Ana says', undefined],
    ['Ana Souza', undefined],
    ['', undefined],
  ])('has a person in %j', (text, both) => expect(titleAndName(text)).toEqual(both)) // biome-ignore format: a table

  it.each([
    ['Senior SRE last month', 'Senior SRE'],
    ['Senior SRE this spring', 'Senior SRE'],
    ['Senior SRE in May', 'Senior SRE'],
    ['Senior SRE on Monday', 'Senior SRE'],
    ['Senior SRE at Easter', 'Senior SRE'],
    ['Senior SRE a year ago', 'Senior SRE'],
    ['Senior SRE two years ago', 'Senior SRE'],
    ['Senior SRE three years ago', 'Senior SRE'],
    ['Senior SRE some time ago', 'Senior SRE'],
    ['Senior SRE back in May', 'Senior SRE'],
    ['Senior SRE 3 years ago', 'Senior SRE'],
    ['Senior SRE', undefined],
    ['great engineer last month', undefined],
    ['Senior SRE soon', undefined],
  ])('stands before a time in %j', (text, title) => expect(titleBeforeTime(text)).toBe(title))
})

describe('the title in running text', () => {
  it.each([
    ['thanks for  the  Senior SRE', 'Senior SRE'],
    ['as an Art Director.', 'Art Director'],
    ['for Data and Insights Lead!', 'Data and Insights Lead'],
    ['for the Research & Insights Lead', 'Research & Insights Lead'],
    ['for a Lead in Support Officer', 'Lead in Support Officer'],
    ['for Level 2 Support Specialist', 'Level 2 Support Specialist'],
    ['for Senior Hiring Manager', 'Senior Hiring Manager'],
    ['for  Senior   SRE', 'Senior SRE'],
    ['Ana --- Senior SRE --- calm', 'Senior SRE'],
    ['Ana Souza: Senior SRE', 'Senior SRE'],
    ['Ana [Senior SRE] was calm', 'Senior SRE'],
    ['Ana was calm. Senior SRE.', 'Senior SRE'],
    ['Calm? Senior SRE!', 'Senior SRE'],
    ['for lunch, and as Senior SRE', 'Senior SRE'],
  ])('is read from %j', (text, title) => expect(titleIn(text)).toBe(title))

  it.each([
    'for the senior engineer',
    'Ana (great Engineer)',
    'for Hiring Manager',
    'for a Great engineer',
    'for Ana the Engineer',
    'SRE',
  ])('is nothing in %j', (text) => expect(titleIn(text)).toBeUndefined())
})
