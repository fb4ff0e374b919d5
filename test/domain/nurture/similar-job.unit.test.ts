import { describe, expect, it } from 'vitest'
import { type JobToFill, type PersonForJob, similarJob } from '../../../src/domain/nurture/similar-job.ts'

const ana = (change: Partial<PersonForJob> = {}): PersonForJob => ({
  consideredRole: 'Senior SRE',
  skills: ['kubernetes', 'terraform', 'go'],
  location: 'Lisbon',
  remoteOk: undefined,
  seniority: undefined,
  company: undefined,
  ...change,
})
const aJob = (change: Partial<JobToFill> = {}): JobToFill => ({
  title: 'Senior SRE',
  location: 'Lisbon',
  remoteOk: false,
  skills: ['kubernetes', 'go'],
  ...change,
})

describe('a job like theirs', () => {
  it('has the same role, whatever the level is called and however it is spelt', () => {
    expect(similarJob(ana(), aJob())).toEqual({
      role: 'same',
      skills: ['kubernetes', 'go'],
      place: 'same',
      level: 'same',
    })
    for (const title of ['SRE', 'Site Reliability Engineer', 'Staff Site Reliability Engineer (m/f/d)', 'Sr. SRE II'])
      expect([title, similarJob(ana(), aJob({ title }))?.role]).toEqual([title, 'same'])
    const twins = [
      ['Front-end Developer', 'Frontend Engineer'],
      ['AE', 'Account Executive'],
      ['UX Designer', 'Product Designer'],
    ] as const
    for (const [one, other] of twins)
      expect([
        one,
        similarJob(ana({ consideredRole: one, skills: [] }), aJob({ title: other, skills: [] }))?.role,
      ]).toEqual([one, 'same'])
  })

  it('may be related by some of its words, unless not one skill fits', () => {
    const platform = aJob({ title: 'Site Reliability and Platform Engineer', skills: ['kubernetes'] })
    expect(similarJob(ana(), platform)).toMatchObject({ role: 'related', skills: ['kubernetes'] })
    expect(similarJob(ana(), { ...platform, skills: ['php'] })).toBeUndefined()
    expect(similarJob(ana({ skills: [] }), platform)?.role).toBe('related')
  })

  it('may be another title of the same trade that needs what they can do', () => {
    const infrastructure = aJob({ title: 'Infrastructure Engineer', skills: ['k8s', 'golang', 'postgresql'] })
    expect(similarJob(ana(), infrastructure)).toMatchObject({ role: 'by_skills', skills: ['kubernetes', 'go'] })
    expect(similarJob(ana({ skills: ['go'] }), infrastructure)).toBeUndefined()
    expect(similarJob(ana(), { ...infrastructure, title: 'Technical Writer' })).toBeUndefined()
  })

  it('is not merely another engineer, another manager, or nothing at all', () => {
    for (const title of ['Mechanical Engineer', 'Engineering Manager', 'Product Designer', '', '???'])
      expect([title, similarJob(ana(), aJob({ title, skills: [] }))]).toEqual([title, undefined])
    expect(similarJob(ana({ consideredRole: '' }), aJob())).toBeUndefined()
    expect(
      similarJob(ana({ consideredRole: 'Office Manager' }), aJob({ title: 'Product Manager', skills: [] })),
    ).toBeUndefined()
  })

  it('is where they are, in their country, remote, or nobody knows', () => {
    const place = (job: Partial<JobToFill>, person: Partial<PersonForJob> = {}) =>
      similarJob(ana(person), aJob(job))?.place
    expect(place({ location: 'Portugal' })).toBe('same')
    expect(place({ location: 'Porto' })).toBe('same_country')
    expect(place({ location: 'Berlin' })).toBeUndefined()
    expect(place({ location: 'Berlin or Lisbon' })).toBe('same')
    expect(place({ location: 'Berlin or Porto' })).toBe('same_country')
    expect(place({ location: 'Berlin or Madrid' })).toBeUndefined()
    expect(place({ location: 'Berlin', remoteOk: true }, { remoteOk: true })).toBe('remote')
    expect(place({ location: 'Berlin', remoteOk: true })).toBe('remote_to_ask')
    expect(place({ location: 'Berlin', remoteOk: true }, { remoteOk: false })).toBeUndefined()
    expect(place({ location: undefined })).toBe('unknown')
    expect(place({}, { location: undefined })).toBe('unknown')
  })

  it('is a step up or down at most, and managing people is another trade', () => {
    const level = (title: string, role = 'Senior SRE', person: Partial<PersonForJob> = {}) =>
      similarJob(ana({ consideredRole: role, ...person }), aJob({ title }))?.level
    expect(level('Staff SRE')).toBe('near')
    expect(level('Lead SRE')).toBe('near')
    expect(level('Junior SRE')).toBeUndefined()
    expect(level('SRE')).toBe('unknown')
    expect(similarJob(ana({ seniority: 'lead' }), aJob({ title: 'SRE', seniority: 'manager' }))?.level).toBe('near')
    expect(level('SRE', 'Senior SRE', { seniority: 'junior' })).toBe('unknown')
    expect(similarJob(ana({ seniority: 'principal' }), aJob({ title: 'SRE', seniority: 'manager' }))).toBeUndefined()
    expect(similarJob(ana({ seniority: 'junior' }), aJob({ title: 'SRE', seniority: 'mid' }))?.level).toBe('near')
  })
})
