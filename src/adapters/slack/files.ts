/** Files in Slack's three steps: an address is asked for, the bytes go there, and then it is said where the file belongs. */
import { WebAPIHTTPError, WebAPIRequestError, type WebClient } from '@slack/web-api'
import { SECOND } from '../../domain/shared/time.ts'
import type { SlackPoster } from '../../usecases/ports/slack.ts'
import { answerOf, HIDDEN } from './answer.ts'

const PATIENCE_MS = 10_000
/** Bytes a second, over a poor line. */
const SLOWEST = 250_000
/** A thread of a digest has a handful of answers. */
const MOST_REPLIES = 200

export function makeSlackFiles(client: WebClient): Pick<SlackPoster, 'upload' | 'shareFile' | 'hasFile'> {
  return {
    upload: ({ name, alt, bytes }) =>
      answerOf(() => uploaded(client, { name, alt, bytes: new Blob([new Uint8Array(bytes)]) })),
    shareFile: (file, thread) =>
      answerOf(async () => {
        const where =
          thread === undefined
            ? {}
            : { channel_id: thread.channel, thread_ts: thread.ts, initial_comment: thread.comment }
        await client.files.completeUploadExternal({ files: [file], ...where })
        return null
      }),
    async hasFile({ channel, ts }, id) {
      const answer = await answerOf(async () => {
        const { messages = [] } = await client.conversations.replies({ channel, ts, limit: MOST_REPLIES })
        const found = messages.some(({ files }) => files?.some((file) => file.id === id))
        return found ? ('yes' as const) : ('no' as const)
      })
      const hidden = answer.kind !== 'done' && HIDDEN.has(answer.error)
      return hidden ? { kind: 'done', value: 'hidden' } : answer
    },
  }
}

/** The first two steps: Slack has it, and nobody sees it yet. Answers its id. */
export async function uploaded(
  client: WebClient,
  { name, alt, bytes }: { readonly name: string; readonly alt?: string | undefined; readonly bytes: Blob },
): Promise<string> {
  const asked = await client.files.getUploadURLExternal({
    filename: name,
    length: bytes.size,
    ...(alt === undefined ? {} : { alt_txt: alt }),
  })
  if (asked.upload_url === undefined || asked.file_id === undefined)
    throw new WebAPIRequestError(new Error('no upload address'))
  await put(asked.upload_url, bytes)
  return asked.file_id
}

/** The address is Slack's own and needs no token. */
async function put(url: string, bytes: Blob): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    body: bytes,
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS + Math.ceil(bytes.size / SLOWEST) * SECOND),
  }).catch((error: unknown) => {
    throw error instanceof Error ? new WebAPIRequestError(error) : error
  })
  if (!response.ok) throw new WebAPIHTTPError(response.status, response.statusText, {})
}
