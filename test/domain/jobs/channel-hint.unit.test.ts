import { describe, expect, it } from 'vitest'
import { channelHint, type PastHire } from '../../../src/domain/jobs/channel-hint.ts'

const SRE = { title: 'Senior SRE', location: 'Lisbon', remoteOk: false, skills: [] }
const hired = (source: PastHire['source'], change: Partial<PastHire['job']> = {}): PastHire => ({
  source,
  job: { ...SRE, ...change },
})

describe('where hires for a job like this one came from', () => {
  it('is said from five of them on, the most first', () => {
    const past = [hired('agency'), hired('referral'), hired('referral'), hired('job_board'), hired('referral')]
    expect(channelHint(SRE, past)).toEqual({
      hires: 5,
      sources: [
        { source: 'referral', hires: 3 },
        { source: 'agency', hires: 1 },
        { source: 'job_board', hires: 1 },
      ],
    })
    expect(channelHint(SRE, past.slice(1))).toEqual({ hires: 4, sources: [] })
    expect(channelHint(SRE, [])).toEqual({ hires: 0, sources: [] })
  })

  it('counts none of another role, far away, or of another level', () => {
    const others = [
      hired('agency', { title: 'Account Executive' }),
      hired('agency', { location: 'Tokyo' }),
      hired('agency', { seniority: 'intern' }),
    ]
    const own = [hired('event'), hired('event'), hired('event'), hired('event'), hired('event')]
    expect(channelHint({ ...SRE, seniority: 'senior' }, [...others, ...own])).toEqual({
      hires: 5,
      sources: [{ source: 'event', hires: 5 }],
    })
  })
})
