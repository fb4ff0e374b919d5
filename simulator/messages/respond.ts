import type { AnyBlock } from '@slack/types'
import type { ResponseTarget } from '../app/response-urls.ts'
import { checkMessageBlocks } from '../block-kit/check.ts'
import { isJson, lengthOf } from '../json.ts'
import { SlackError } from '../slack-error.ts'
import type { Workspace } from '../workspace.ts'
import { edit, messageAt, post, remove, whisper } from './store.ts'

const MAX_TEXT = 40_000

/** What an app says to a `response_url`, or in the acknowledgement of a command. */
export function respond(ws: Workspace, target: ResponseTarget, body: unknown): void {
  const said = typeof body === 'string' ? { text: body } : body
  if (!isJson(said)) throw new SlackError('invalid_payload')
  // A command has no message of its own to replace; Slack then posts a new one.
  const original = target.message && originalOf(ws, target)
  const wantsOriginal =
    target.message !== undefined && (said.delete_original === true || said.replace_original === true)
  if (wantsOriginal && !original) throw new SlackError('no_original_message')
  if (original && said.delete_original === true) {
    remove(ws, original)
    return
  }
  const content = contentOf(said)
  if (original && said.replace_original === true) {
    edit(ws, original, { text: content.text, blocks: content.blocks ?? [] })
    return
  }
  const draft = {
    channel: target.channel,
    user: ws.app.botUserId,
    ...content,
    ...(typeof said.thread_ts === 'string' ? { threadTs: said.thread_ts } : {}),
  }
  if (said.response_type === 'in_channel') post(ws, draft)
  else whisper(ws, draft, target.user)
}

/** The message that was interacted with, if it is the app's own: a shortcut may stand on anybody's. */
function originalOf(ws: Workspace, target: ResponseTarget) {
  if (!target.message) return undefined
  if (!target.message.ephemeral) {
    const message = messageAt(ws, target.channel, target.message.ts)
    return message?.user === ws.app.botUserId ? message : undefined
  }
  return ws.world.screen(target.user).ephemerals.find((m) => m.ts === target.message?.ts)
}

/** Text and blocks of a message that is to be shown; refused when there is neither, or too much. */
export function contentOf(said: Record<string, unknown>): { text: string; blocks?: AnyBlock[] } {
  const text = typeof said.text === 'string' ? said.text : ''
  const { blocks } = said
  if (Array.isArray(said.attachments) && said.attachments.length > 0) {
    throw new SlackError('invalid_attachments', [
      'legacy attachments are not covered by the local workspace [json-pointer:/attachments]',
    ])
  }
  if (lengthOf(text) > MAX_TEXT) throw new SlackError('msg_too_long')
  if (blocks === undefined || blocks === null || (Array.isArray(blocks) && blocks.length === 0)) {
    if (text.trim() === '') throw new SlackError('no_text')
    return { text }
  }
  checkMessageBlocks(blocks)
  return { text, blocks: blocks as AnyBlock[] }
}
