import { describe, expect, it } from 'vitest'
import { SENIORITIES } from '../../../src/domain/candidate/candidate.ts'
import { seniorityOf, seniorityWord } from '../../../src/domain/candidate/seniority.ts'

describe('a level as somebody writes it', () => {
  it.each([
    ['intern', 'Internship, trainee, apprentice, working student'],
    ['junior', 'jr., JNR, entry-level, entry, graduate, associate'],
    ['mid', 'mid-level, midlevel, middle, intermediate, mid/senior, medior'],
    ['senior', 'Sr., snr'],
    ['lead', 'team lead, Tech Lead'],
    ['manager', 'mgr, people manager'],
    ['director', 'head, Head of'],
    ['executive', 'exec, VP, svp, evp, vice-president, C-level, chief, CEO, cto, cfo, coo, cmo, cpo, cro, cio, ciso'],
  ])('is %s: %s', (level, spellings) => {
    for (const text of spellings.split(', ')) expect(seniorityWord(text), text).toBe(level)
  })
  it('is itself', () => expect(SENIORITIES.map(seniorityWord)).toEqual(SENIORITIES))
  it.each(['', '.', 'wizard', 'senior engineer', `senior${' '.repeat(40)}`])('is not %j', (text) =>
    expect(seniorityWord(text)).toBeUndefined(),
  )
})

describe('the level in a job title', () => {
  it.each([
    ['Senior SRE', 'senior'],
    ['Sr. Engineer', 'senior'],
    ['Snr Engineer', 'senior'],
    ['Engineer, mid-level', 'mid'],
    ['Medior Developer', 'mid'],
    ['Intermediate Developer', 'mid'],
    ['Junior Designer', 'junior'],
    ['Graduate Engineer', 'junior'],
    ['Entry-level Analyst', 'junior'],
    ['Jnr Dev', 'junior'],
    ['Jr Dev', 'junior'],
    ['Trainee', 'intern'],
    ['Marketing Internship', 'intern'],
    ['Apprentice Electrician', 'intern'],
    ['Working student, data', 'intern'],
    ['Staff Engineer', 'staff'],
    ['Principal Engineer', 'principal'],
    ['Principal Staff Engineer', 'principal'],
    ['Lead Designer', 'lead'],
    ['Senior Lead Engineer', 'lead'],
    ['Engineering Manager', 'manager'],
    ['Plant mgr', 'manager'],
    ['Senior Engineering Manager', 'manager'],
    ['Director of Sales', 'director'],
    ['Head of People', 'director'],
    ['Creative Director', 'director'],
    ['Associate Director', 'director'],
    ['VP of Sales', 'executive'],
    ['SVP Product', 'executive'],
    ['EVP Product', 'executive'],
    ['Vice President, Director of Sales', 'executive'],
    ['Chief Product Officer', 'executive'],
    ['CTO', 'executive'],
    ['CISO', 'executive'],
    ['Senior Product Manager', 'senior'],
    ['Senior Account Executive', 'senior'],
  ])('%s is %s', (title, level) => expect(seniorityOf(title)).toBe(level))

  it.each([
    'Product Manager',
    'Project Managers',
    'Customer Success Manager',
    'Office manager',
    'Account Executive',
    'Sales executives',
    'Lead Generation Specialist',
    'Lead gen',
    'Chief of Staff',
    'SRE',
    '',
    `${'x'.repeat(300)} senior`,
  ])('%s may be of any level', (title) => expect(seniorityOf(title)).toBeUndefined())
})
