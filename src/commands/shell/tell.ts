/** The ways of answering: to one person alone, beside what they did or in their DM. */
import type { RespondFn } from '@slack/bolt'
import type { KnownBlock } from '@slack/types'
import type { WebClient } from '@slack/web-api'

/** An answer that only the person sees. */
export type Reply = {
  readonly text: string
  readonly blocks?: readonly KnownBlock[]
  /** Takes the place of the message or the modal in which was pressed. */
  readonly replaces?: true
}

/**
 * What is told after an act: nothing, a reply, or one that is only now made up from what is on record. The last is for what is looked up
 * after a change was committed: should it fail, nobody hears that nothing was changed.
 */
export type Answer = Reply | undefined | (() => Promise<Reply | undefined>)
export const repliedWith = async (answer: Answer): Promise<Reply | undefined> =>
  typeof answer === 'function' ? answer() : answer

const drawn = ({ text, blocks }: Reply) => ({ text, ...(blocks === undefined ? {} : { blocks: [...blocks] }) })

/** Sends what only the person sees; Slack counts at most five answers to one act. */
export const privately =
  (respond: RespondFn) =>
  async (reply: Reply): Promise<unknown> => {
    const said = { response_type: 'ephemeral' as const, ...drawn(reply) }
    if (reply.replaces !== true) return respond({ ...said, replace_original: false })
    // Whoever dismissed the message meanwhile gets the answer as a new one.
    return respond({ ...said, replace_original: true }).catch(() => respond({ ...said, replace_original: false }))
  }

/** In the person's DM with the bot, to stay. */
export const inDm = (client: WebClient, user: string, reply: Reply): Promise<unknown> =>
  client.chat.postMessage({ channel: user, ...drawn(reply) })

/** In the DM, and still for this moment only: what a search found stays nowhere. */
export async function whisper(client: WebClient, user: string, reply: Reply): Promise<void> {
  const { channel } = await client.conversations.open({ users: user })
  await client.chat.postEphemeral({ channel: channel?.id ?? user, user, ...drawn(reply) })
}

/** Slack takes an answer there five times within half an hour. */
const PATIENCE_MS = 5_000
/** Where every `response_url` of Slack's own points. */
const HOOKS = 'https://hooks.slack.com'

/**
 * Answers privately at a `response_url` that a modal remembered from the command or press that opened it. What a modal carries came
 * back from outside, so only Slack's own host is spoken to, or the one whose API we use (`apiOrigin`). `false` where that is not so,
 * or Slack does not take it any more: the caller then finds another way.
 */
export async function respondAt(
  url: string | undefined,
  { replaces, ...reply }: Reply,
  apiOrigin: string | undefined,
): Promise<boolean> {
  if (url === undefined || !URL.canParse(url)) return false
  const { origin } = new URL(url)
  if (origin !== HOOKS && origin !== apiOrigin) return false
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ response_type: 'ephemeral', replace_original: replaces === true, ...drawn(reply) }),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    return response.ok
  } catch {
    return false
  }
}
