/** Whether Medallist can do in a channel what an admin wants it to. */
import type { WebClient } from '@slack/web-api'
import type { ChannelProblem } from '../domain/shared/words/settings.ts'
import { slackError } from './slack-error.ts'

export type ChannelSeen = ChannelProblem | 'fine'

/** `address` is an id, or a name with `#`. `private`: what is said there names candidates. */
export async function checkChannel(
  client: WebClient,
  address: string,
  who: 'anybody' | 'private',
): Promise<ChannelSeen> {
  try {
    const channel = address.startsWith('#') ? await named(client, address.slice(1)) : address
    if (channel === undefined) return 'unseen'
    const { channel: found } = await client.conversations.info({ channel })
    if (found?.is_archived === true) return 'archived'
    if (who === 'private' && found?.is_private !== true) return 'public'
    return found?.is_member === true ? 'fine' : 'not_member'
  } catch (error) {
    // To a bot that is not inside, a private channel does not exist.
    return slackError(error) === 'channel_not_found' ? 'unseen' : 'later'
  }
}

/** Most that Slack gives at once. */
const LIST_PAGE = 999
const LIST_PAGES = 20

async function named(client: WebClient, name: string): Promise<string | undefined> {
  let cursor: string | undefined
  for (let asked = 0; asked < LIST_PAGES; asked += 1) {
    const page = await client.conversations.list({
      types: 'public_channel,private_channel',
      limit: LIST_PAGE,
      ...(cursor === undefined ? {} : { cursor }),
    })
    const found = page.channels?.find((channel) => channel.name === name)
    if (found?.id !== undefined) return found.id
    cursor = page.response_metadata?.next_cursor || undefined
    if (cursor === undefined) return undefined
  }
  return undefined
}
