import { WebClient } from '@slack/web-api'
import { refuse } from '../../domain/shared/result.ts'
import type { WorkspaceInfo } from '../../usecases/context.ts'
import type { Directory } from '../../usecases/ports/directory.ts'
import type { Log } from '../../usecases/ports/log.ts'
import type { Outbox } from '../../usecases/ports/outbox.ts'
import type { SlackAnswer, SlackPoster } from '../../usecases/ports/slack.ts'
import type { SharedFiles } from '../../usecases/ports/tables.ts'
import { clientOptions, type SlackLink } from './bolt.ts'
import { makeDirectory } from './directory.ts'
import { NotInstalledError } from './installation-store.ts'
import { makeOutbox } from './outbox.ts'
import { fingerprintOf, makeSlackPoster } from './poster.ts'
import { makeSharedFiles } from './shared-files.ts'

/** Each workspace is asked and spoken to with its own token. */
export type Voices = {
  readonly directory: (workspace: WorkspaceInfo) => Directory
  readonly poster: (workspace: WorkspaceInfo) => SlackPoster
  readonly files: (workspace: WorkspaceInfo) => SharedFiles
  readonly outbox: (workspace: WorkspaceInfo) => Outbox
  /** Those in which the bot is installed now. */
  installed(workspaces: readonly WorkspaceInfo[]): Promise<readonly WorkspaceInfo[]>
}

type Voice = {
  readonly botToken: string
  readonly directory: Directory
  readonly poster: SlackPoster
  readonly files: SharedFiles
  readonly outbox: Outbox
}

/** What was not installed is asked for again this late. */
const AGAIN_SECONDS = 600

export function makeVoices(botOf: SlackLink['botOf'], apiUrl: string | undefined, log: Log): Voices {
  const known = new Map<string, Voice>()
  /** Kept as long as the token is the same, with what Slack asked to wait for and where conversations are. */
  const voiceOf = async ({ id, teamId }: WorkspaceInfo): Promise<Voice | undefined> => {
    const bot = await botOf(teamId)
    if (bot === undefined) return undefined
    const { botToken } = bot
    const voice = known.get(id)
    if (voice?.botToken === botToken) return voice
    const client = new WebClient(botToken, clientOptions(apiUrl, log))
    const made = {
      botToken,
      directory: makeDirectory(client, teamId),
      poster: makeSlackPoster(client),
      outbox: makeOutbox(client),
      files: makeSharedFiles(client, {
        token: botToken,
        apiOrigin: apiUrl === undefined ? undefined : new URL(apiUrl).origin,
      }),
    }
    known.set(id, made)
    return made
  }
  const directoryOf = async (workspace: WorkspaceInfo): Promise<Directory> => {
    const voice = await voiceOf(workspace)
    if (voice === undefined) throw new NotInstalledError()
    return voice.directory
  }
  const saying = async <Value>(
    workspace: WorkspaceInfo,
    say: (poster: SlackPoster) => Promise<SlackAnswer<Value>>,
  ): Promise<SlackAnswer<Value>> => {
    const voice = await voiceOf(workspace)
    return voice === undefined ? { kind: 'later', error: 'not_installed', seconds: AGAIN_SECONDS } : say(voice.poster)
  }
  return {
    directory: (workspace) => ({
      person: async (user) => (await directoryOf(workspace)).person(user),
      group: async (handle) => (await directoryOf(workspace)).group(handle),
    }),
    poster: (workspace) => ({
      conversation: (...args) => saying(workspace, (poster) => poster.conversation(...args)),
      post: (...args) => saying(workspace, (poster) => poster.post(...args)),
      update: (...args) => saying(workspace, (poster) => poster.update(...args)),
      find: (...args) => saying(workspace, (poster) => poster.find(...args)),
      upload: (...args) => saying(workspace, (poster) => poster.upload(...args)),
      shareFile: (...args) => saying(workspace, (poster) => poster.shareFile(...args)),
      hasFile: (...args) => saying(workspace, (poster) => poster.hasFile(...args)),
      fingerprint: fingerprintOf,
    }),
    files: (workspace) => ({
      async look(id) {
        const voice = await voiceOf(workspace)
        return voice === undefined ? refuse('unreachable') : voice.files.look(id)
      },
      async bring(...args) {
        const voice = await voiceOf(workspace)
        return voice === undefined ? refuse('unreachable') : voice.files.bring(...args)
      },
    }),
    outbox: (workspace) => ({
      async send(...args) {
        const voice = await voiceOf(workspace)
        return voice === undefined ? { kind: 'refused', error: 'not_installed' } : voice.outbox.send(...args)
      },
    }),
    async installed(workspaces) {
      const bots = await Promise.all(workspaces.map(({ teamId }) => botOf(teamId)))
      return workspaces.filter((_workspace, at) => bots[at] !== undefined)
    },
  }
}
