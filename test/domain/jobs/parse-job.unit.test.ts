import { describe, expect, it } from 'vitest'
import { parseJob } from '../../../src/domain/jobs/parse-job.ts'

describe('a job as somebody types it', () => {
  it('has title, place, remoteness, skills and level in one line', () => {
    expect(parseJob('Senior SRE in London, remote ok: Kubernetes, Terraform')).toEqual({
      title: 'Senior SRE',
      location: 'London',
      remoteOk: true,
      skills: ['kubernetes', 'terraform'],
      seniority: 'senior',
    })
  })
  it('keeps an "in" that belongs to the title', () => {
    expect(parseJob('Software Engineer in Test in Berlin')).toMatchObject({
      title: 'Software Engineer in Test',
      location: 'Berlin',
    })
    expect(parseJob('Software Engineer in Test')).toMatchObject({
      title: 'Software Engineer in Test',
      location: undefined,
    })
  })
  it('reads a place behind a comma, and remote as no place', () => {
    expect(parseJob('Product Designer, Amsterdam')).toMatchObject({
      title: 'Product Designer',
      location: 'Amsterdam',
      remoteOk: false,
    })
    expect(parseJob('Remote Account Executive')).toMatchObject({
      title: 'Account Executive',
      location: undefined,
      remoteOk: true,
    })
    expect(parseJob('Data Engineer in remote')).toMatchObject({ location: undefined, remoteOk: true })
  })
  it('is empty where nothing was typed', () => {
    expect(parseJob('')).toEqual({ title: '', location: undefined, remoteOk: false, skills: [], seniority: undefined })
  })
})
