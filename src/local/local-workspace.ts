import { join } from 'node:path'
import { type Mailbox, startMailbox } from '../../simulator/mail/mailbox.ts'
import { type Simulator, startSimulator } from '../../simulator/server.ts'
import type { Config } from '../config.ts'
import { workspaceSeed } from './workspace-seed.ts'

export type LocalWorkspace = {
  readonly simulator: Simulator
  readonly mailbox: Mailbox
  /** The same configuration, pointed at the local Slack and the local mailbox. */
  readonly config: Config
  close(): Promise<void>
}

/** Ten seconds are enough to press *Undo send* while trying out, and nobody's night is disturbed by a mailbox on this machine. */
const LOCAL_UNDO_SECONDS = 10

/**
 * Starts the local Slack workspace and the mailbox. What happens in them is kept under the data directory, so that a second start goes on.
 * `page` is the port of the workspace's page; 0 takes a free one.
 */
export async function startLocalWorkspace(
  config: Config,
  page: number,
  dataDir: string | undefined = config.dataDir,
): Promise<LocalWorkspace> {
  const keep = (name: string) => (dataDir === undefined ? {} : { dataDir: join(dataDir, name) })
  const mailbox = await startMailbox(keep('mailbox'))
  const simulator = await startSimulator({ seed: workspaceSeed(), port: page, mailbox, ...keep('workspace') })
  return {
    simulator,
    mailbox,
    config: {
      ...config,
      slack: { mode: 'socket', botToken: simulator.botToken, appToken: simulator.appToken, apiUrl: simulator.apiUrl },
      smtpUrl: config.smtpUrl ?? mailbox.url,
      mailFrom: config.mailFrom ?? 'people@fernhollow.example',
      undoSeconds: config.undoSeconds ?? LOCAL_UNDO_SECONDS,
      quietHours: config.quietHours ?? 'off',
    },
    close: async () => {
      await simulator.close()
      await mailbox.close()
    },
  }
}
