import { describe, expect, it } from 'vitest'
import type { Candidate } from '../../../src/domain/candidate/candidate.ts'
import { choosePurpose } from '../../../src/usecases/outreach/choose-purpose.ts'
import type { Job } from '../../../src/usecases/ports/workspace.ts'
import { day, daysAgo, id, noon } from '../../support/outreach-builders.ts'

const ana = {
  standing: 'told_no',
  standingDay: day('2026-03-12'),
  consideredRole: 'Senior SRE',
  lastTouchAt: daysAgo(94),
} as Candidate
const job = (title: string, openedDaysAgo: number): Job => ({
  id: id<'job'>(openedDaysAgo + 1),
  title,
  location: undefined,
  remoteOk: true,
  skills: [],
  managerId: undefined,
  openedAt: daysAgo(openedDaysAgo),
  closedAt: undefined,
})

describe('what a draft is for, where nobody said', () => {
  it('is the outcome, for whoever was not told, whatever opened since', () => {
    expect(choosePurpose({ ...ana, standing: 'not_told' }, [job('Senior SRE', 1)], noon)).toEqual({
      purpose: 'decline',
      job: undefined,
    })
  })

  it('is a new role, where a job like theirs has just opened', () => {
    const opened = job('Senior SRE', 6)
    expect(choosePurpose(ana, [job('Product Designer', 1), opened], noon)).toEqual({ purpose: 'new_role', job: opened })
  })

  it('looks through the words of seniority, and of several takes the newest', () => {
    const newest = job('Staff SRE', 2)
    expect(choosePurpose(ana, [newest, job('SRE II', 9)], noon)).toEqual({ purpose: 'new_role', job: newest })
  })

  it('is a friendly word otherwise: no job, another job, or one that opened long ago', () => {
    const keepWarm = { purpose: 'keep_warm', job: undefined }
    expect(choosePurpose(ana, [], noon)).toEqual(keepWarm)
    expect(choosePurpose(ana, [job('SRE Manager', 1)], noon)).toEqual(keepWarm)
    expect(choosePurpose(ana, [job('Senior SRE', 31)], noon)).toEqual(keepWarm)
  })

  it('is never the very job of which they were told no, nor one that was open by then', () => {
    const opened = job('Senior SRE', 6)
    expect(choosePurpose({ ...ana, jobId: opened.id }, [opened], noon).purpose).toBe('keep_warm')
    expect(choosePurpose({ ...ana, standingDay: day('2026-10-10') }, [opened], noon).purpose).toBe('keep_warm')
    expect(choosePurpose({ ...ana, standingDay: day('2026-10-07') }, [opened], noon).purpose).toBe('new_role')
  })

  it('never takes two titles of nothing but seniority for the same job', () => {
    expect(choosePurpose({ ...ana, consideredRole: 'Senior' }, [job('Lead', 1)], noon).purpose).toBe('keep_warm')
  })
})
