/** A message on which somebody put a reaction, brought by `reactions.get`: the bot needs no history for it. */
import type { WebClient } from '@slack/web-api'
import { slackError } from './slack-error.ts'
import { soon } from './soon.ts'

export type MessageRead = {
  readonly text: string
  readonly author: string | undefined
  readonly threadTs: string | undefined
  readonly link: string | undefined
  /** Who put this reaction on it. */
  readonly by: (reaction: string) => readonly string[]
}
/** `hidden`: the bot may not see it. `gone`: it is not there any more. */
export type Reading =
  | { readonly kind: 'read'; readonly message: MessageRead }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'gone' }

const GONE = new Set(['message_not_found', 'not_reactable'])
const HIDDEN = new Set([
  'channel_not_found',
  'not_in_channel',
  'missing_scope',
  'no_permission',
  'not_allowed_token_type',
  'access_denied',
  'is_archived',
])

/** Throws where Slack could not be asked, so that an event comes back later. */
export async function readMessage(
  client: WebClient,
  { channel, ts }: { readonly channel: string; readonly ts: string },
): Promise<Reading> {
  try {
    const answer = await client.reactions.get({ channel, timestamp: ts, full: true })
    const { message } = answer
    if (message === undefined) return { kind: 'hidden' }
    const {
      text = '',
      user,
      thread_ts: threadTs,
      permalink,
      reactions = [],
    } = message as typeof message & {
      readonly thread_ts?: string
    }
    const by = (name: string) => reactions.filter((one) => one.name === name).flatMap(({ users = [] }) => users)
    return { kind: 'read', message: { text, author: user, threadTs, link: permalink, by } }
  } catch (error) {
    const code = slackError(error) ?? ''
    if (GONE.has(code)) return { kind: 'gone' }
    if (HIDDEN.has(code)) return { kind: 'hidden' }
    throw error
  }
}

/** A form opens within three seconds of the press, so this may take no more than that leaves. */
const PATIENCE_MS = 1_200

/** The same for a form that can do without it: `undefined` where it is hidden, gone, or takes too long. */
export async function messageSoon(
  client: WebClient,
  at: { readonly channel: string; readonly ts: string },
): Promise<MessageRead | undefined> {
  const asked = readMessage(client, at).catch(() => undefined)
  const reading = await soon(asked, PATIENCE_MS)
  return reading?.kind === 'read' ? reading.message : undefined
}
