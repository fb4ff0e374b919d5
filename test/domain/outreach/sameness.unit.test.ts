import { describe, expect, it } from 'vitest'
import { mostAlike, sameness } from '../../../src/domain/outreach/sameness.ts'

const standard = (name: string, own = '') =>
  `Hi ${name},\n\nI wanted to hear how you are getting on. ${own} What would make a next move worth a conversation for you these days? One line back is plenty.\n\nInes`
const own =
  'Hi Ana,\n\nyour failover drill in March is still talked about here. Shall we speak in the autumn, as you said?\n\nInes'

describe('how much letters are the same', () => {
  it('is all of it for one letter, none of it for others, whatever the case', () => {
    expect(sameness(own, own.toUpperCase())).toBe(1)
    expect(sameness('One two three', 'Four five six')).toBe(0)
    expect(sameness('', '')).toBe(1)
    expect(sameness('', 'One two')).toBe(0)
  })

  it('counts a name as no more than a word', () => {
    expect(sameness(standard('Ana'), standard('Bartholomew'))).toBeGreaterThan(0.85)
    expect(sameness(standard('Ana'), own)).toBeLessThan(0.3)
  })

  it('names the biggest crowd, with what the least alike of it share', () => {
    const crowd = ['Ana', 'Bo', 'Cy', 'Di'].map((name) => standard(name))
    const found = mostAlike([own, ...crowd])
    expect(found?.count).toBe(4)
    expect(found?.percent).toBeGreaterThanOrEqual(80)
    expect(found?.percent).toBeLessThan(100)
  })

  it('says nothing of two, of none, or of letters that differ', () => {
    expect(mostAlike([standard('Ana'), standard('Bo')])).toBeUndefined()
    expect(mostAlike([])).toBeUndefined()
    const differ = ['the drill', 'the talk on queues in Porto', 'her mentoring of two juniors through a hard year'].map(
      (what, at) => `Hi,\n\nI remember ${what}, and ${'x y z '.repeat(at)} wonder how ${what} goes on.\n\nInes`,
    )
    expect(mostAlike(differ)).toBeUndefined()
  })
})
