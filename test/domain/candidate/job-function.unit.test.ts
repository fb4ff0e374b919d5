import { describe, expect, it } from 'vitest'
import { functionOf, functionWord, JOB_FUNCTIONS } from '../../../src/domain/candidate/job-function.ts'

describe('the function that a job title belongs to', () => {
  it.each([
    ['Senior SRE', 'engineering'],
    ['Full-stack Developer', 'engineering'],
    ['Engineering Manager', 'engineering'],
    ['Product Engineer', 'engineering'],
    ['UI Engineer', 'engineering'],
    ['Lead Software Engineer, Data Sovereignty', 'engineering'],
    ['Solutions Architect', 'engineering'],
    ['CTO', 'engineering'],
    ['Head of Security', 'engineering'],
    ['Data Engineer', 'data'],
    ['Machine Learning Engineer', 'data'],
    ['Head of Data', 'data'],
    ['AI Researcher', 'data'],
    ['Product Manager', 'product'],
    ['VP of Product', 'product'],
    ['Product Designer', 'design'],
    ['UX Researcher', 'design'],
    ['Growth Marketer (Entry-level)', 'marketing'],
    ['Staff Developer Advocate', 'marketing'],
    ['Account Executive', 'sales'],
    ['Sales Engineer', 'sales'],
    ['Senior Customer Success Manager', 'support'],
    ['Support Engineer', 'support'],
    ['Financial Analyst', 'finance'],
    ['Staff Accountant', 'finance'],
    ['Technical Recruiter', 'people'],
    ['Engineering Recruiter', 'people'],
    ['People Operations Lead', 'people'],
    ['Programme Manager', 'operations'],
    ['Chief of Staff', 'operations'],
    ['General Counsel', 'legal'],
    ['Data Protection Officer', 'legal'],
  ])('%s: %s', (title, job) => expect(functionOf(title)).toBe(job))

  it.each(['Unspecified Position', 'Manager', '', '…', 'Astronaut'])('%j tells none', (title) =>
    expect(functionOf(title)).toBeUndefined(),
  )

  it('is what stands before the comma, and else whatever the rest tells', () => {
    expect(functionOf('Recruiter, Engineering')).toBe('people')
    expect(functionOf('Lead - Finance')).toBe('finance')
  })

  it('of a text without end is looked for in its beginning', () => {
    expect(functionOf(`${'x '.repeat(150)}engineer`)).toBeUndefined()
    expect(functionOf(`${'x '.repeat(140)}engineer`)).toBe('engineering')
  })
})

describe('a function as people write it', () => {
  it.each([
    ['eng', 'engineering'],
    ['R&D', 'engineering'],
    ['Data-Science', 'data'],
    ['HR', 'people'],
    ['customer success', 'support'],
    ['Ops', 'operations'],
    ['UX', 'design'],
  ])('%s is %s', (text, job) => expect(functionWord(text)).toBe(job))

  it('is its own name, and nothing else', () => {
    expect(JOB_FUNCTIONS.map((name) => functionWord(name))).toEqual(JOB_FUNCTIONS)
    expect([functionWord('enginering'), functionWord(''), functionWord('x'.repeat(41))]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})
