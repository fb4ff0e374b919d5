import { WebAPIPlatformError, type WebClient } from '@slack/web-api'
import { expect, it } from 'vitest'
import { makeSlackPoster } from '../../../src/adapters/slack/poster.ts'

const content = { text: 'A card', blocks: [] }

/** As much of Slack as is asked here: a channel of a name, and a history without an end. */
function aSlack() {
  const state = { channel: 'C0OLD', asked: 0 }
  const client = {
    conversations: {
      list: async () => ({ ok: true, channels: [{ id: state.channel, name: 'recruiting-triage' }] }),
      history: async () => {
        state.asked += 1
        return { ok: true, messages: [], response_metadata: { next_cursor: 'more' } }
      },
    },
    chat: {
      postMessage: async ({ channel }: { channel: string }) => {
        if (channel !== state.channel) throw new WebAPIPlatformError({ ok: false, error: 'channel_not_found' })
        return { ok: true, ts: '1.1' }
      },
    },
  }
  return { state, poster: makeSlackPoster(client as unknown as WebClient) }
}

it('a channel that was made anew under its name is found again', async () => {
  const { state, poster } = aSlack()
  expect(await poster.conversation('#recruiting-triage')).toEqual({ kind: 'done', value: 'C0OLD' })
  state.channel = 'C0NEW'
  expect(await poster.post('C0OLD', 'key', content)).toEqual({ kind: 'permanent', error: 'channel_not_found' })
  expect(await poster.conversation('#recruiting-triage')).toEqual({ kind: 'done', value: 'C0NEW' })
})

it('a lost post is not said to be missing where the history goes on behind what was looked through', async () => {
  const { state, poster } = aSlack()
  expect(await poster.find('C0OLD', 'key', 0)).toEqual({ kind: 'done', value: 'hidden' })
  expect(state.asked).toBe(5)
})
