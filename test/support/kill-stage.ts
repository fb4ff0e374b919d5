// Everything around a bot that outlives its kills: the local Slack workspace, the mail server with its seams, and where the rows are.
import { EventEmitter, once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Message } from '../../simulator/contract.ts'
import { type Mailbox, startMailbox } from '../../simulator/mail/mailbox.ts'
import type { Stage } from '../../simulator/mail/smtp.ts'
import { type Simulator, startSimulator } from '../../simulator/server.ts'
import { PEOPLE, workspaceSeed } from '../../src/local/workspace-seed.ts'
import { type BotProcess, dyingBot, startBot } from './bot-process.ts'
import type { Dying } from './import-steps.ts'

export const INES = PEOPLE.ines.id

export type BotOptions = {
  /** A machine of its own, with a folder of its own; without one all bots share one. */
  readonly host?: string
  readonly leaseSeconds?: number
}
export type KillStage = {
  readonly simulator: Simulator
  readonly mailbox: Mailbox
  bot(how?: BotOptions): Promise<BotProcess>
  /** A bot that goes on with what it finds until it dies there; resolves when it has. */
  dies(how: BotOptions & { readonly dying: Dying }): Promise<void>
  /** The mail server falls silent when a conversation reaches this stage; the promise resolves when one does. `release` lets it go on. */
  holdAt(stage: Stage): { readonly reached: Promise<unknown>; readonly release: () => void }
  /** How often the mail server accepted each Message-ID. */
  arrivals(): ReadonlyMap<string, number>
  /** The cards in Ines's DM that ask about a message in doubt, by Message-ID. */
  doubtCards(): ReadonlyMap<string, Message>
  /** Resolves when Ines has been asked about each of these. */
  askedAbout(messageIds: readonly string[]): Promise<void>
  close(): Promise<void>
}

/** `databaseUrl` undefined: the embedded database. */
export async function openKillStage(databaseUrl: string | undefined): Promise<KillStage> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'medallist-kills-'))
  const held = new EventEmitter()
  let holdStage: Stage | undefined
  const mailbox = await startMailbox({
    onStage: async (stage) => {
      if (stage !== holdStage) return
      const released = once(held, 'release')
      held.emit('reached')
      await released
    },
  })
  const seed = workspaceSeed()
  const simulator = await startSimulator({ seed, mailbox, log: () => undefined })
  const env = {
    SLACK_BOT_TOKEN: simulator.botToken,
    SLACK_APP_TOKEN: simulator.appToken,
    SLACK_API_URL: simulator.apiUrl,
    SMTP_URL: mailbox.url,
    MAIL_FROM: 'Talent <talent@fernhollow.example>',
    PUBLIC_URL: 'https://talent.example',
    APP_SECRET: 'the secret of a test that kills, long enough',
    MEDALLIST_DATA_DIR: dataDir,
    MEDALLIST_QUIET_HOURS: 'off',
    MEDALLIST_UNDO_SECONDS: '0',
    PORT: '0',
    TEST_TEAM: seed.team.id,
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
  }
  const envOf = ({ host = '', leaseSeconds = 3 }: BotOptions = {}) => ({
    ...env,
    MEDALLIST_DATA_DIR: path.join(dataDir, host),
    TEST_LEASE: String(leaseSeconds),
  })
  const ines = simulator.as(INES)
  const doubtCards = () => {
    const cards = Object.values(ines.see().messages)
      .flat()
      .filter((message) => message.text === 'Not sure it arrived')
    return new Map(cards.map((card) => [/`([^`]+@[^`]+)`/.exec(JSON.stringify(card.blocks))?.[1] ?? '', card]))
  }
  return {
    simulator,
    mailbox,
    bot: (how) => startBot(envOf(how)),
    dies: ({ dying, ...how }) => dyingBot({ ...envOf(how), TEST_DYING: JSON.stringify(dying) }),
    holdAt(stage) {
      holdStage = stage
      return {
        reached: once(held, 'reached'),
        release() {
          holdStage = undefined
          held.emit('release')
        },
      }
    },
    arrivals() {
      const counts = new Map<string, number>()
      for (const { id } of mailbox.list()) {
        const messageId = mailbox.get(id)?.messageId ?? ''
        counts.set(messageId, (counts.get(messageId) ?? 0) + 1)
      }
      return counts
    },
    doubtCards,
    async askedAbout(messageIds) {
      const bare = messageIds.map((id) => id.replace(/^<|>$/g, ''))
      await ines.waitFor(() => bare.every((id) => doubtCards().has(id)), {
        what: 'cards of messages in doubt',
      })
    },
    async close() {
      await simulator.close()
      await mailbox.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
