import type { WebClient } from '@slack/web-api'
import { slackError } from './slack-error.ts'

/** Sends a file into somebody's DM with the bot; answers the code where Slack does not take it. */
export async function sendFile(
  client: WebClient,
  user: string,
  file: { readonly name: string; readonly title: string; readonly comment: string; readonly text: string },
): Promise<string | undefined> {
  try {
    const { channel } = await client.conversations.open({ users: user })
    if (channel?.id === undefined) return 'channel_not_found'
    await client.filesUploadV2({
      channel_id: channel.id,
      filename: file.name,
      title: file.title,
      initial_comment: file.comment,
      file: Buffer.from(file.text),
    })
    return undefined
  } catch (error) {
    const code = slackError(error)
    if (code === undefined) throw error
    return code
  }
}
