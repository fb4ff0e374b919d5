import { slackId } from '../ids.ts'
import { isJson } from '../json.ts'
import { shownFile } from '../messages/files.ts'
import { appMayRead, fileForApi } from '../messages/files-for-api.ts'
import { post } from '../messages/store.ts'
import { SlackError } from '../slack-error.ts'
import type { StoredFile } from '../world/state.ts'
import { type Methods, visibleChannel } from './method.ts'

/** Files in three steps as Slack has them: announce, upload (`/upload/v1/…`), complete. */
export const fileMethods: Methods = {
  'files.getUploadURLExternal': {
    scopes: ['files:write'],
    run(ws, args) {
      const name = args.need('filename')
      const size = Number(args.need('length'))
      if (!Number.isInteger(size))
        throw new SlackError('invalid_arguments', ['must be an integer [json-pointer:/length]'])
      if (size < 1) throw new SlackError('invalid_arguments', ['must be greater than 0 [json-pointer:/length]'])
      // The documentation says alt_txt, Slack's own client sends alt_text.
      const alt = args.text('alt_txt') ?? args.text('alt_text')
      const file: StoredFile = {
        id: slackId('F'),
        name,
        title: name,
        mimetype: mimetypeOf(name),
        size,
        user: ws.app.botUserId,
        created: Math.floor(ws.clock.now() / 1000),
        complete: false,
        channels: [],
        base64: '',
        ...(alt === undefined ? {} : { altText: alt }),
      }
      ws.world.commit({ t: 'file', file })
      return { upload_url: `${ws.address.url}/upload/v1/${file.id}`, file_id: file.id }
    },
  },
  'files.completeUploadExternal': {
    scopes: ['files:write'],
    run(ws, args) {
      const wanted = args.json('files')
      if (!Array.isArray(wanted) || wanted.length === 0)
        throw new SlackError('invalid_arguments', ['missing required field: files'])
      const target = args.text('channel_id')
      const channel = target === undefined ? undefined : visibleChannel(ws, target)
      if (channel?.isArchived) throw new SlackError('is_archived')
      if (channel && !channel.members.includes(ws.app.botUserId)) throw new SlackError('not_in_channel')
      const files = wanted.map((entry: unknown): StoredFile => {
        const file = isJson(entry) ? ws.world.state.files.get(String(entry.id)) : undefined
        if (!file || file.base64 === '') throw new SlackError('file_not_found')
        const title = isJson(entry) && typeof entry.title === 'string' ? entry.title : file.title
        return { ...file, title, complete: true, channels: channel ? [...file.channels, channel.id] : file.channels }
      })
      ws.world.commit(...files.map((file) => ({ t: 'file' as const, file })))
      if (channel) {
        const thread = args.text('thread_ts')
        const text = args.text('initial_comment') ?? ''
        post(ws, {
          channel: channel.id,
          user: ws.app.botUserId,
          text,
          files: files.map((f) => shownFile(f)),
          ...(thread === undefined ? {} : { threadTs: thread }),
        })
      }
      return { files: files.map((file) => fileForApi(ws, file)) }
    },
  },
  'files.info': {
    scopes: ['files:read'],
    run(ws, args) {
      const file = ws.world.state.files.get(args.need('file'))
      if (!file?.complete || !appMayRead(ws, file)) throw new SlackError('file_not_found')
      if (file.deleted === true) throw new SlackError('file_deleted')
      return { file: fileForApi(ws, file) }
    },
  },
}

const MIMETYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  csv: 'text/csv',
  txt: 'text/plain',
  pdf: 'application/pdf',
  json: 'application/json',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** From the name's ending, as far as the workspace needs it. */
const mimetypeOf = (name: string): string =>
  MIMETYPES[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream'
