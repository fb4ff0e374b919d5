import { describe, expect, it } from 'vitest'
import { permalink, readPermalink } from '../../simulator/permalink.ts'

const ts = '1773738300.000123'
const link = 'https://acme.slack.com/archives/C0RECRUIT/p1773738300000123'

describe('a link to a message', () => {
  it('says where the message is, and in which thread', () => {
    for (const address of [
      { channel: 'C0RECRUIT', ts },
      { channel: 'D0ANA', ts, threadTs: '1773738200.000001' },
    ])
      expect(readPermalink('acme', permalink('acme', address))).toEqual(address)
    expect(permalink('acme', { channel: 'C0RECRUIT', ts, threadTs: ts })).toBe(link)
  })

  it.each([
    ['another workspace', link.replace('acme', 'else')],
    ['a host that only looks like it', link.replace('slack.com', 'slack.com.example')],
    ['a channel without a message', 'https://acme.slack.com/archives/C0RECRUIT'],
    ['a shortened moment', 'https://acme.slack.com/archives/C0RECRUIT/p1773738300'],
    ['no address at all', 'p1773738300000123'],
  ])('is not %s', (_what, url) => {
    expect(readPermalink('acme', url)).toBeUndefined()
  })
})
