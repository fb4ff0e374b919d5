import { describe, expect, it } from 'vitest'
import { byWarmth, isNews, warmthOf } from '../../../src/domain/nurture/company-watch.ts'
import type { CandidateId } from '../../../src/domain/shared/ids.ts'
import { DAY, type Day, type Instant, plus } from '../../../src/domain/shared/time.ts'
import { aCandidate } from '../../support/a-candidate.ts'

const now = 1_800_000_000_000 as Instant
const somebody = (id: string, change: Partial<ReturnType<typeof aCandidate>> = {}) => ({
  ...aCandidate({ id: id as CandidateId, createdAt: now }),
  tier: undefined,
  reason: undefined,
  bringBack: undefined,
  lastTouchAt: undefined,
  standing: 'told_no' as const,
  ...change,
})

describe('why a word with somebody of a watched company is likely to be welcome', () => {
  it('is said in the order of its weight', () => {
    const all = somebody('a', {
      tier: 'A',
      reason: 'close_second',
      standing: 'declined_offer',
      bringBack: 'Remote work',
      lastTouchAt: plus(now, -180 * DAY),
    })
    expect(warmthOf(all, now)).toEqual(['tier_a', 'close_second', 'declined_offer', 'wants', 'spoke_lately'])
    expect(warmthOf(somebody('b'), now)).toEqual([])
    expect(warmthOf(somebody('c', { tier: 'B', lastTouchAt: plus(now, -180 * DAY - 1) }), now)).toEqual([])
  })

  it('puts the warmest first, then whoever was spoken with last, and is the same each time', () => {
    const old = (days: number) => ({ lastTouchAt: plus(now, -days * DAY) })
    const people = [
      somebody('quiet'),
      somebody('older', old(400)),
      somebody('a', old(300)),
      somebody('wants', { bringBack: 'Remote' }),
      somebody('declined', { standing: 'declined_offer' }),
      somebody('second', { reason: 'close_second' }),
      somebody('top', { tier: 'A' }),
      somebody('spoken', old(10)),
      somebody('b', old(300)),
    ]
    expect(byWarmth(people, now).map(({ person }) => person.id)).toEqual([
      'top', 'second', 'spoken', 'declined', 'wants', 'a', 'b', 'older', 'quiet',
    ]) // biome-ignore format: a list
    expect(byWarmth(people, now)[0]?.reasons).toEqual(['tier_a'])
  })
})

it('news is what happened between half a year ago and today', () => {
  const [oldest, today] = ['2026-01-01', '2026-06-30'] as [Day, Day]
  for (const day of ['2026-01-01', '2026-03-03', '2026-06-30']) expect(isNews(day as Day, oldest, today)).toBe(true)
  for (const day of ['2025-12-31', '2026-07-01']) expect(isNews(day as Day, oldest, today)).toBe(false)
})
