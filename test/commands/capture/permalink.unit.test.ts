import type { WebClient } from '@slack/web-api'
import { describe, expect, it } from 'vitest'
import { linkTo } from '../../../src/commands/permalink.ts'
import { messageLink } from '../../../src/domain/shared/permalink.ts'

const place = { channel: 'C0HIRESRE1', ts: '1700000000.000100' }
const answering = (getPermalink: () => Promise<unknown>) => ({ chat: { getPermalink } }) as unknown as WebClient

describe('the link to a message', () => {
  it('is Slack’s own where the bot may ask for it', async () => {
    const client = answering(async () => ({ permalink: 'https://own.slack.com/archives/C1/p1' }))
    expect(await linkTo(client, 'fernhollow', place)).toBe('https://own.slack.com/archives/C1/p1')
  })

  it('is built from the team’s domain where the bot is not in the channel, or Slack does not answer in time', async () => {
    const built = 'https://fernhollow.slack.com/archives/C0HIRESRE1/p1700000000000100'
    expect(
      await linkTo(
        answering(() => Promise.reject(new Error('channel_not_found'))),
        'fernhollow',
        place,
      ),
    ).toBe(built)
    expect(
      await linkTo(
        answering(() => new Promise(() => undefined)),
        'fernhollow',
        place,
      ),
    ).toBe(built)
  })

  it('leads into the thread that the message is part of, and not where it begins one', () => {
    expect(messageLink('x', { ...place, threadTs: '1699999999.000001' })).toBe(
      'https://x.slack.com/archives/C0HIRESRE1/p1700000000000100?thread_ts=1699999999.000001&cid=C0HIRESRE1',
    )
    expect(messageLink('x', { ...place, threadTs: place.ts })).not.toContain('thread_ts')
  })

  it('is none where the domain is not known', () => {
    expect(messageLink('', place)).toBeUndefined()
    expect(messageLink('evil.example/', place)).toBeUndefined()
  })
})
