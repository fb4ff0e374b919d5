/** Files that people shared: what Slack says of one, and its bytes, from Slack's own hosts alone since the bot's token goes along. */
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { WebClient } from '@slack/web-api'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import type { FileTrouble, SharedFiles } from '../../usecases/ports/tables.ts'
import { answerOf } from './answer.ts'

/** So long nothing may come. */
const SILENCE_MS = 20_000
/** 200 MB over a slow line. */
const LONGEST_MS = 10 * 60_000
const HOSTS = new Set(['files.slack.com', 'files.slack-gov.com'])

const TROUBLES: Readonly<Record<string, FileTrouble>> = {
  file_not_found: 'gone',
  file_deleted: 'gone',
  access_denied: 'not_shared',
  not_visible: 'not_shared',
  not_in_channel: 'not_shared',
  missing_scope: 'no_scope',
}

type Options = {
  readonly token: string
  /** Origin of the Web API that we speak with, where it is not Slack's own. */
  readonly apiOrigin: string | undefined
  readonly silenceMs?: number
}

export function makeSharedFiles(client: Pick<WebClient, 'files'>, options: Options): SharedFiles {
  return {
    async look(id) {
      const answer = await answerOf(() => client.files.info({ file: id }))
      if (answer.kind !== 'done') return refuse(TROUBLES[answer.error] ?? 'unreachable')
      const { file } = answer.value
      // Slack names a deleted file, or one behind the plan's limit, without anything of it.
      if (file === undefined || file.mode === 'tombstone' || file.mode === 'hidden_by_limit') return refuse('gone')
      const url = file.url_private_download ?? file.url_private
      if (file.is_external === true || file.mode === 'external' || url === undefined) return refuse('elsewhere')
      return ok({ id, name: file.name ?? 'file', bytes: file.size ?? 0, url })
    },
    async bring({ url, bytes }, path, most) {
      if (bytes > most) return refuse('too_big')
      if (!isSlacks(url, options.apiOrigin)) return refuse('elsewhere')
      const brought = await download(url, path, most, options)
      if (!brought.ok) await rm(path, { force: true })
      return brought
    },
  }
}

function isSlacks(url: string, apiOrigin: string | undefined): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname, port, origin } = new URL(url)
  return origin === apiOrigin || (protocol === 'https:' && port === '' && HOSTS.has(hostname))
}

class TooBigError extends Error {
  override readonly name = 'TooBigError'
}

async function download(
  url: string,
  path: string,
  most: number,
  { token, silenceMs = SILENCE_MS }: Options,
): Promise<Result<null, FileTrouble>> {
  const silence = new AbortController()
  let timer = setTimeout(() => silence.abort(), silenceMs)
  try {
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${token}` },
      // Whom Slack does not let in it leads to a page where people sign in.
      redirect: 'manual',
      signal: AbortSignal.any([silence.signal, AbortSignal.timeout(LONGEST_MS)]),
    })
    const trouble = troubleIn(response, most)
    if (trouble !== undefined || response.body === null) {
      await response.body?.cancel()
      return refuse(trouble ?? 'unreachable')
    }
    let count = 0
    const counted = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        clearTimeout(timer)
        timer = setTimeout(() => silence.abort(), silenceMs)
        count += chunk.length
        if (count > most) done(new TooBigError())
        else done(null, chunk)
      },
    })
    await pipeline(Readable.fromWeb(response.body), counted, createWriteStream(path, { mode: 0o600 }))
    return ok(null)
  } catch (error) {
    if (error instanceof TooBigError) return refuse('too_big')
    // The disk is full, or not ours to write: that is no fault of the file's.
    if (isOfDisk(error)) throw error
    return refuse('unreachable')
  } finally {
    clearTimeout(timer)
  }
}

function troubleIn(response: Response, most: number): FileTrouble | undefined {
  if (response.status >= 300 && response.status < 400) return 'not_shared'
  if (response.status === 404 || response.status === 410) return 'gone'
  if (response.status === 401 || response.status === 403) return 'not_shared'
  if (!response.ok) return 'unreachable'
  return Number(response.headers.get('content-length') ?? 0) > most ? 'too_big' : undefined
}

const DISK = new Set(['ENOSPC', 'EACCES', 'EROFS', 'EDQUOT', 'ENOENT', 'EMFILE'])
const isOfDisk = (error: unknown): boolean => DISK.has((error as { code?: string }).code ?? '')
