import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Clock, systemClock } from '../../simulator/clock.ts'
import { type Mailbox, startMailbox } from '../../simulator/mail/mailbox.ts'
import { type Simulator, startSimulator } from '../../simulator/server.ts'
import { DatabaseInUseError, type DirectoryLock, lockDirectory } from '../adapters/db/lock.ts'
import type { Config } from '../config.ts'
import { debriefs } from './debriefs.ts'
import { deliverReplies } from './deliver-replies.ts'
import { PEOPLE, workspaceSeed } from './workspace-seed.ts'

export type LocalWorkspace = {
  readonly simulator: Simulator
  readonly mailbox: Mailbox
  /** The same configuration, pointed at the local Slack and the local mailbox. */
  readonly config: Config
  /** Where to look, as whom. */
  /** What is answered in the mailbox comes to the app at this address from now on, signed as from outside. */
  bringReplies(appUrl: string, onFault: (error: unknown) => void, now?: () => number): void
  readonly addresses: { readonly ines: string; readonly tom: string; readonly mailbox: string }
  close(): Promise<void>
}

/** Ten seconds are enough to press *Undo send* while trying out, and nobody's night is disturbed by a mailbox on this machine. */
const LOCAL_UNDO_SECONDS = 10

/** Both ends of the connection are in this process: silence means that it is busy, never that the line is dead. */
const LOCAL_PONG_MS = 120_000

/** Somebody started it a second time on the same folder. */
class LocalWorkspaceInUseError extends Error {
  override readonly name = 'LocalWorkspaceInUseError'
}

/** The workspace's page is beside the candidates' pages. */
export const pagePort = (port: number): number => (port === 0 ? 0 : port === 65_535 ? port - 1 : port + 1)

/**
 * Starts the local Slack workspace and the mailbox. What happens in them is kept under the data directory, so that a second start goes on.
 * `page` is the port of the workspace's page; 0 takes a free one; `clock` is the workspace's own. Throws a `LocalWorkspaceInUseError` where another process has it.
 */
export async function startLocalWorkspace(
  config: Config,
  page: number,
  clock: Clock = systemClock,
): Promise<LocalWorkspace> {
  const { dataDir } = config
  const keep = (name: string) => ({ dataDir: join(dataDir, name) })
  const lock = await lockWorkspace(dataDir, join(dataDir, 'workspace'))
  const opened: (() => Promise<void>)[] = [async () => lock.release()]
  const close = async () => {
    for (let next = opened.pop(); next !== undefined; next = opened.pop()) await next()
  }
  try {
    const mailbox = await startMailbox(keep('mailbox'))
    opened.push(() => mailbox.close())
    const seed = { ...workspaceSeed(), messages: debriefs() }
    const simulator = await startSimulator({ seed, port: page, mailbox, clock, ...keep('workspace') })
    opened.push(() => simulator.close())
    const pointed = pointedAt(config, simulator, mailbox)
    return {
      simulator,
      mailbox,
      config: pointed,
      bringReplies: (url, onFault, now = Date.now) =>
        void opened.push(deliverReplies(mailbox, { url, secret: pointed.inboundMailSecret, now, onFault })),
      addresses: addressesOf(simulator),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** Opening the workspace's journal rewrites it, so a second process must be turned away before it looks. */
async function lockWorkspace(dataDir: string, folder: string): Promise<DirectoryLock> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  try {
    return await lockDirectory(folder)
  } catch (error) {
    if (!(error instanceof DatabaseInUseError)) throw error
    throw new LocalWorkspaceInUseError(
      `Medallist is running already with the data folder ${dataDir} (process ${error.pid}). Use that one, or stop it first. ` +
        'Another beside it needs a folder and a port of its own: MEDALLIST_DATA_DIR=./other PORT=4000 npm start',
    )
  }
}

const pointedAt = (
  config: Config,
  simulator: Simulator,
  mailbox: Mailbox,
): Config & { readonly inboundMailSecret: string } => ({
  ...config,
  inboundMailSecret: config.inboundMailSecret ?? randomBytes(32).toString('hex'),
  slack: {
    mode: 'socket',
    botToken: simulator.botToken,
    appToken: simulator.appToken,
    apiUrl: simulator.apiUrl,
    pongMs: LOCAL_PONG_MS,
  },
  smtpUrl: config.smtpUrl ?? mailbox.url,
  mailFrom: config.mailFrom ?? 'people@fernhollow.example',
  undoSeconds: config.undoSeconds ?? LOCAL_UNDO_SECONDS,
  quietHours: config.quietHours ?? 'off',
})

const addressesOf = ({ url }: Simulator): LocalWorkspace['addresses'] => ({
  ines: `${url}/?as=${PEOPLE.ines.id}`,
  tom: `${url}/?as=${PEOPLE.tom.id}`,
  mailbox: `${url}/?as=${PEOPLE.ines.id}&at=mail`,
})
