import { WebAPIPlatformError, type WebClient } from '@slack/web-api'
import { describe, expect, it } from 'vitest'
import { checkChannel } from '../../../src/commands/check-channels.ts'

type Channel = {
  readonly id: string
  readonly name: string
  readonly is_private?: boolean
  readonly is_member?: boolean
  readonly is_archived?: boolean
}
const CHANNELS: readonly Channel[] = [
  { id: 'C0INSIDE1', name: 'inside', is_private: true, is_member: true },
  { id: 'C0PUBLIC1', name: 'public', is_member: true },
  { id: 'C0OUTSIDE', name: 'outside' },
  { id: 'C0OLDONE1', name: 'old', is_archived: true, is_member: true },
]
const error = (code: string) => new WebAPIPlatformError({ ok: false, error: code })

/** A Slack with these channels, two to a page, which may be having a bad day. */
const slack = (badDay = false): WebClient =>
  ({
    conversations: {
      info: async ({ channel }: { channel: string }) => {
        if (badDay) throw error('internal_error')
        const found = CHANNELS.find(({ id }) => id === channel)
        if (found === undefined) throw error('channel_not_found')
        return { ok: true, channel: found }
      },
      list: async ({ cursor = '0' }: { cursor?: string }) => {
        const from = Number(cursor)
        const next = from + 2 < CHANNELS.length ? String(from + 2) : ''
        return { ok: true, channels: CHANNELS.slice(from, from + 2), response_metadata: { next_cursor: next } }
      },
    },
  }) as unknown as WebClient

describe('a channel that an admin names', () => {
  it.each([
    ['C0INSIDE1', 'private', 'fine'],
    ['#inside', 'private', 'fine'],
    ['C0PUBLIC1', 'anybody', 'fine'],
    ['#public', 'private', 'public'],
    ['C0OUTSIDE', 'anybody', 'not_member'],
    ['#outside', 'anybody', 'not_member'],
    ['#old', 'anybody', 'archived'],
    ['#nowhere', 'anybody', 'unseen'],
    ['C0HIDDEN1', 'private', 'unseen'],
  ] as const)('%s for what %s may read is %s', async (address, who, seen) => {
    expect(await checkChannel(slack(), address, who)).toBe(seen)
  })

  it('is asked about another time where Slack does not answer', async () => {
    expect(await checkChannel(slack(true), 'C0INSIDE1', 'private')).toBe('later')
  })
})
