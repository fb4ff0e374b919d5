import { describe, expect, it } from 'vitest'
import { type Due, hearsOfJobs, inOrder, mayBeShown } from '../../../src/domain/nurture/due.ts'
import type { CandidateId } from '../../../src/domain/shared/ids.ts'
import { instant } from '../../../src/domain/shared/time.ts'

const due = (who: string, kind: Due['kind'], since: number, tierA = false): Due => ({
  candidateId: who as CandidateId,
  kind,
  since: instant(since),
  tierA,
})
const names = (dues: readonly Due[]) => inOrder(dues).map(({ candidateId }) => candidateId)

describe('whom a recruiter hears of first', () => {
  it('is who waits for an answer, then who was promised something, then whom news concern, then tier A, then the quietest', () => {
    const all = [
      due('quiet', 'quiet', 1),
      due('tier a', 'tier_a', 2),
      due('job', 'job_opened', 3),
      due('promise', 'promise', 4),
      due('reply', 'reply', 5),
    ]
    expect(names(all)).toEqual(['reply', 'promise', 'job', 'tier a', 'quiet'])
  })
  it('is, for the same reason, tier A, and then who has waited longest', () => {
    const all = [due('later', 'job_opened', 2), due('earlier', 'job_opened', 1), due('a', 'job_opened', 3, true)]
    expect(names(all)).toEqual(['a', 'earlier', 'later'])
  })
  it('is told of once, for the best of their reasons', () => {
    const [only, ...others] = inOrder([due('ana', 'quiet', 1), due('ana', 'reply', 9), due('ana', 'promise', 2)])
    expect([only?.kind, others]).toEqual(['reply', []])
  })
  it('does not depend on the order in which they were found', () => {
    const one = due('b', 'quiet', 1)
    const other = due('a', 'quiet', 1)
    expect(names([one, other])).toEqual(names([other, one]))
  })
})

describe('a morning', () => {
  const shown = (dues: readonly Due[]) => {
    const before: Due[] = []
    for (const one of dues) if (mayBeShown(one, before)) before.push(one)
    return before.map(({ candidateId }) => candidateId)
  }
  const quiet = [due('a', 'tier_a', 1), due('q', 'quiet', 2), due('r', 'quiet', 3)]
  it('leaves whoever is only quiet for later where three people have a reason of today', () => {
    const news = [due('x', 'reply', 1), due('y', 'promise', 1), due('z', 'job_opened', 1)]
    expect(shown([...news, ...quiet])).toEqual(['x', 'y', 'z'])
    expect(shown([...news, due('w', 'job_opened', 2), ...quiet])).toEqual(['x', 'y', 'z', 'w'])
    expect(shown([...news.slice(1), ...quiet])).toEqual(['y', 'z', 'a', 'q', 'r'])
    expect(shown(quiet)).toEqual(['a', 'q', 'r'])
  })
  it('brings a job that opened to the best, to those nobody judged, and to whoever waits for one', () => {
    const heard = (change: Parameters<typeof hearsOfJobs>[0], woken = false) => hearsOfJobs(change, woken)
    expect(heard({ tier: 'A', snoozedFor: undefined })).toBe(true)
    expect(heard({ tier: undefined, snoozedFor: undefined })).toBe(true)
    expect(heard({ tier: 'C', snoozedFor: 'similar_job' })).toBe(true)
    expect(heard({ tier: 'C', snoozedFor: undefined }, true)).toBe(true)
    expect(heard({ tier: 'B', snoozedFor: undefined })).toBe(false)
  })
})
