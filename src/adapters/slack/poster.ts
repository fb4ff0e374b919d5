import { createHash } from 'node:crypto'
import type { KnownBlock } from '@slack/types'
import { WebAPIPlatformError, type WebClient } from '@slack/web-api'
import { type PostContent, type SlackAnswer, type SlackPoster, showsFile } from '../../usecases/ports/slack.ts'
import { answerOf, HIDDEN } from './answer.ts'
import { makeSlackFiles } from './files.ts'

const EVENT_TYPE = 'medallist_post'
/** Pages of a conversation's history in which a lost post is looked for, 200 messages each. */
const PAGES = 5
/** A name or a person's DM that we looked up is not what it was: looked up anew next time. */
const GONE = new Set(['channel_not_found', 'is_archived', 'not_in_channel'])

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
      const answer = patientWithFiles(
        content,
        await answerOf(() => client.chat.postMessage({ channel, ...message(key, content) })),
      )
      if (answer.kind === 'permanent' && GONE.has(answer.error))
        for (const [address, id] of known) if (id === channel) known.delete(address)
      return withTs(answer)
    },
    async update(channel, ts, key, content) {
      const answer = patientWithFiles(
        content,
        await answerOf(() => client.chat.update({ channel, ts, ...message(key, content) })),
      )
      return withTs(answer)
    },
    async find(channel, key, since) {
      const answer = await answerOf(() => findByKey(client, channel, key, since))
      const hidden = answer.kind !== 'done' && HIDDEN.has(answer.error)
      return hidden ? { kind: 'done', value: 'hidden' } : answer
    },
    ...makeSlackFiles(client),
    fingerprint: fingerprintOf,
  }
}

export const fingerprintOf: SlackPoster['fingerprint'] = ({ blocks, text }) =>
  createHash('sha256')
    .update(JSON.stringify([blocks, text]))
    .digest('base64url')

const message = (key: string, { blocks, text }: PostContent) => ({
  text,
  // Drawn by our own views, which speak of blocks no more precisely than "has a type" outside of this adapter.
  blocks: [...blocks] as KnownBlock[],
  metadata: { event_type: EVENT_TYPE, event_payload: { key } },
  unfurl_links: false,
  unfurl_media: false,
})

/** Slack needs a moment after an upload before a message may show the file, and calls the blocks invalid until then. */
const FILE_SECONDS = 5
const patientWithFiles = <Value>({ blocks }: PostContent, answer: SlackAnswer<Value>): SlackAnswer<Value> =>
  answer.kind === 'permanent' && answer.error === 'invalid_blocks' && blocks.some(showsFile)
    ? { kind: 'later', error: 'file_not_ready', seconds: FILE_SECONDS }
    : answer

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

/** Most that Slack gives at once; it grants twenty such questions a minute. */
const LIST_PAGE = 999
const LIST_PAGES = 20

async function channelNamed(client: WebClient, name: string): Promise<string> {
  let cursor: string | undefined
  for (let asked = 0; asked < LIST_PAGES; asked += 1) {
    const page = await client.conversations.list({
      types: 'public_channel,private_channel',
      exclude_archived: true,
      limit: LIST_PAGE,
      ...(cursor === undefined ? {} : { cursor }),
    })
    const found = page.channels?.find((channel) => channel.name === name)
    if (found?.id !== undefined) return found.id
    cursor = page.response_metadata?.next_cursor || undefined
    if (cursor === undefined) break
  }
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
): Promise<{ ts: string } | 'none' | 'hidden'> {
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
    if (cursor === undefined) return 'none'
  }
  // It may lie further back than we look.
  return 'hidden'
}

const platformError = (error: string) => new WebAPIPlatformError({ ok: false, error })
