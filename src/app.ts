import type { WebClient } from '@slack/web-api'
import { migrate } from './adapters/db/migrate.ts'
import { type Database, openDatabase } from './adapters/db/open.ts'
import { makeSeal, sealKeys } from './adapters/db/seal.ts'
import { makeTransactions } from './adapters/db/unit-of-work.ts'
import { makeWorkspaces } from './adapters/db/workspaces.ts'
import { makeSlackLink, type SlackLink, type SlackLinkOptions } from './adapters/slack/bolt.ts'
import { makeDirectory } from './adapters/slack/directory.ts'
import { identify } from './adapters/slack/identity.ts'
import { newUuid } from './adapters/system/ids.ts'
import { appSecrets } from './adapters/system/secret.ts'
import { registerCommands } from './commands/register.ts'
import type { Log } from './usecases/ports/log.ts'
import type { Config } from './config.ts'
import type { NewId } from './domain/shared/ids.ts'
import { type Instant, instant } from './domain/shared/time.ts'
import { type Contexts, makeContexts } from './usecases/access/make-contexts.ts'
import type { WorkspaceInfo } from './usecases/context.ts'

/** What tests and the tour may replace; everything else is the real thing. */
export type Overrides = {
  readonly now?: () => Instant
  readonly newId?: NewId
}

export type Medallist = {
  readonly contexts: Contexts
  readonly workspace: WorkspaceInfo
  readonly client: WebClient
  readonly database: Database
  /** Takes in what Slack sends and delivers what is due. */
  start(): Promise<void>
  /** Takes nothing new, finishes what was begun, closes. Calling it again is harmless. */
  stop(): Promise<void>
}

export type AppParts = {
  readonly config: Config
  readonly log: Log
  readonly onFatal: (error: Error) => void
  readonly overrides?: Overrides
}

/** The composition root: opens the database, asks Slack who we are and joins the parts. Nothing is built when a module is loaded. */
export async function buildApp({ config, log, onFatal, overrides = {} }: AppParts): Promise<Medallist> {
  const now = overrides.now ?? (() => instant(Date.now()))
  const newId = overrides.newId ?? newUuid
  if (config.slack.mode === 'local')
    throw new Error('The local workspace is started by main.ts, which then passes its tokens on')
  const secrets = appSecrets(config.appSecret, config.dataDir)
  const database = await openDatabase({ databaseUrl: config.databaseUrl, dataDir: config.dataDir, log, onFatal })
  await migrate(database.pool, new URL('../prisma/migrations', import.meta.url).pathname, log)
  const seal = makeSeal(sealKeys(secrets, secrets.at(-1) ?? ''))
  const transactions = makeTransactions(database, seal, newId)
  const workspaces = makeWorkspaces(transactions.prisma, newId)

  const me = await identify(config.slack.botToken, config.slack.apiUrl)
  const workspace = await workspaces.keep({ ...me.team, zone: config.zone }, new Date(now()))
  const link: SlackLink = makeSlackLink({
    botToken: config.slack.botToken,
    identity: me.identity,
    apiUrl: config.slack.apiUrl,
    transport: transportOf(config.slack),
    keepEvent: async () => undefined,
    log,
  })
  const contexts = makeContexts({
    workspaces,
    directory: makeDirectory(link.client),
    roleSources: config,
    services: () => {
      throw new Error('services are not joined yet')
    },
    unitOfWork: transactions.unitOfWork,
    newId,
    now,
    onDirectoryFault: (error) => log.warn({ err: error }, 'Slack could not be asked who somebody is'),
  })
  registerCommands(link.app, { contexts, log })
  let stopping: Promise<void> | undefined
  const stop = async () => {
    await link.stop()
    await transactions.close()
    await database.close()
  }
  return {
    contexts,
    workspace,
    client: link.client,
    database,
    start: () => link.start(),
    stop: () => (stopping ??= stop()),
  }
}

const transportOf = (slack: Exclude<Config['slack'], { mode: 'local' }>): SlackLinkOptions['transport'] =>
  slack.mode === 'socket'
    ? { mode: 'socket', appToken: slack.appToken }
    : { mode: 'http', signingSecret: slack.signingSecret }
