import { createHash } from 'node:crypto'
import type { KnownBlock } from '@slack/types'
import { WebAPIPlatformError, type WebClient } from '@slack/web-api'
import type { PostContent, SlackAnswer, SlackPoster } from '../../usecases/ports/slack.ts'
import { answerOf } from './answer.ts'

const EVENT_TYPE = 'medallist_post'
/** Pages of a conversation's history in which a lost post is looked for, 200 messages each. */
const PAGES = 5
/** Where the history is closed to us: no scope for it (they are optional), or we are not inside. */
const HIDDEN = new Set(['missing_scope', 'not_in_channel', 'channel_not_found', 'no_permission', 'access_denied'])

/** `client` must not retry by itself: our rows do, and a retry of its own would post twice. */
export function makeSlackPoster(client: WebClient): SlackPoster {
  const known = new Map<string, string>()
  const resolve = async (address: string): Promise<string> => {
    if (/^[CGD][A-Z0-9]{2,}$/.test(address)) return address
    const cached = known.get(address)
    if (cached !== undefined) return cached
    const channel = address.startsWith('#')
      ? await channelNamed(client, address.slice(1))
      : await dmWith(client, address)
    known.set(address, channel)
    return channel
  }
  return {
    conversation: (address, who = 'anybody') =>
      answerOf(async () => {
        const channel = await resolve(address)
        if (who === 'private' && channel.startsWith('C') && !(await isPrivate(client, channel))) {
          throw platformError('channel_is_public')
        }
        return channel
      }),
    async post(channel, key, content) {
      const answer = await answerOf(() => client.chat.postMessage({ channel, ...message(key, content) }))
      return withTs(answer)
    },
    async update(channel, ts, key, content) {
      const answer = await answerOf(() => client.chat.update({ channel, ts, ...message(key, content) }))
      return withTs(answer)
    },
    async find(channel, key, since) {
      const answer = await answerOf(() => findByKey(client, channel, key, since))
      const hidden = answer.kind !== 'done' && HIDDEN.has(answer.error)
      return hidden ? { kind: 'done', value: 'hidden' } : answer
    },
    fingerprint: ({ blocks, text }) =>
      createHash('sha256')
        .update(JSON.stringify([blocks, text]))
        .digest('base64url'),
  }
}

const message = (key: string, { blocks, text }: PostContent) => ({
  text,
  // Drawn by our own views, which speak of blocks no more precisely than "has a type" outside of this adapter.
  blocks: [...blocks] as KnownBlock[],
  metadata: { event_type: EVENT_TYPE, event_payload: { key } },
  unfurl_links: false,
  unfurl_media: false,
})

const withTs = (answer: SlackAnswer<{ readonly ts?: string | undefined }>): SlackAnswer<{ readonly ts: string }> => {
  if (answer.kind !== 'done') return answer
  const { ts } = answer.value
  return ts === undefined ? { kind: 'unknown', error: 'no_ts' } : { kind: 'done', value: { ts } }
}

async function dmWith(client: WebClient, user: string): Promise<string> {
  const { channel } = await client.conversations.open({ users: user })
  if (channel?.id === undefined) throw platformError('channel_not_found')
  return channel.id
}

async function channelNamed(client: WebClient, name: string): Promise<string> {
  let cursor: string | undefined
  do {
    const page = await client.conversations.list({
      types: 'public_channel,private_channel',
      exclude_archived: true,
      limit: 200,
      ...(cursor === undefined ? {} : { cursor }),
    })
    const found = page.channels?.find((channel) => channel.name === name)
    if (found?.id !== undefined) return found.id
    cursor = page.response_metadata?.next_cursor || undefined
  } while (cursor !== undefined)
  throw platformError('channel_not_found')
}

/** Asked each time: a channel may be opened to everybody at any moment. */
async function isPrivate(client: WebClient, channel: string): Promise<boolean> {
  const { channel: found } = await client.conversations.info({ channel })
  return found?.is_private === true
}

async function findByKey(
  client: WebClient,
  channel: string,
  key: string,
  since: number,
): Promise<{ ts: string } | 'none'> {
  let cursor: string | undefined
  for (let page = 0; page < PAGES; page += 1) {
    const history = await client.conversations.history({
      channel,
      oldest: String(since / 1_000),
      include_all_metadata: true,
      limit: 200,
      ...(cursor === undefined ? {} : { cursor }),
    })
    const ours = history.messages?.find(
      ({ metadata }) =>
        metadata?.event_type === EVENT_TYPE && (metadata.event_payload as { key?: unknown }).key === key,
    )
    if (ours?.ts !== undefined) return { ts: ours.ts }
    cursor = history.response_metadata?.next_cursor || undefined
    if (cursor === undefined) break
  }
  return 'none'
}

const platformError = (error: string) => new WebAPIPlatformError({ ok: false, error })
