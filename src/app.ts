import { fileURLToPath } from 'node:url'
import type { ReceiverEvent } from '@slack/bolt'
import { migrate } from './adapters/db/migrate.ts'
import { type Database, openDatabase } from './adapters/db/open.ts'
import { makeSeal, sealKeys } from './adapters/db/seal.ts'
import { makeCandidateSearch } from './adapters/db/search/candidate-search.ts'
import { makeTransactions, type UnitOfWorkFor } from './adapters/db/unit-of-work.ts'
import { vacuum } from './adapters/db/vacuum.ts'
import { makeBossBus } from './adapters/db/wake-bus.ts'
import { makeWorkspaces } from './adapters/db/workspaces.ts'
import { makeSmtpMailer } from './adapters/mail/smtp-mailer.ts'
import { makeSlackLink, type SlackLinkOptions } from './adapters/slack/bolt.ts'
import { makeDirectory } from './adapters/slack/directory.ts'
import { type Identity, identify } from './adapters/slack/identity.ts'
import { makeSlackPoster } from './adapters/slack/poster.ts'
import type { EventEnvelope } from './adapters/slack/receiver.ts'
import { newUuid } from './adapters/system/ids.ts'
import { appSecrets } from './adapters/system/secret.ts'
import { makeMailLinks } from './adapters/system/tokens.ts'
import { makeTemplates } from './adapters/templates/make-templates.ts'
import { registerCommands } from './commands/register.ts'
import type { Config } from './config.ts'
import type { NewId } from './domain/shared/ids.ts'
import { type Instant, instant } from './domain/shared/time.ts'
import { keepHouse } from './jobs/housekeeping.ts'
import { inboxRound } from './jobs/inbox-worker.ts'
import { postRound } from './jobs/post-worker.ts'
import { realTimers } from './jobs/pump.ts'
import { renderers, undeliverable } from './jobs/renderers.ts'
import { sendRound } from './jobs/send-worker.ts'
import { makeWorker } from './jobs/worker.ts'
import { type Contexts, makeContexts } from './usecases/access/make-contexts.ts'
import type { WorkspaceInfo } from './usecases/context.ts'
import type { Log } from './usecases/ports/log.ts'
import type { Mailer } from './usecases/ports/mail.ts'
import type { Services } from './usecases/ports/services.ts'
import { releaseLeases } from './usecases/release-leases.ts'
import { warmUp } from './usecases/warm-up.ts'
import { buildWeb } from './web/build-web.ts'

/** What tests may replace; everything else is the real thing. */
export type Overrides = {
  readonly now?: () => Instant
  readonly newId?: NewId
  readonly mailer?: Mailer
  /** Around every unit of work: the tests of kills stop the process between two transactions. */
  readonly transactions?: (real: UnitOfWorkFor) => UnitOfWorkFor
  readonly leaseSeconds?: number
  readonly sweepSeconds?: number
  /** Opened already; it is closed with the app all the same. */
  readonly database?: Database
}

export type Medallist = {
  readonly contexts: Contexts
  readonly workspace: WorkspaceInfo
  readonly database: Database
  /** Where the candidates' pages are on this machine; known once it is started. */
  readonly url: string
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

/** A claim whose owner is silent is taken up by another after this long. */
const LEASE_SECONDS = 30

/** The composition root: opens the database, asks Slack who we are and joins the parts. Nothing is built when a module is loaded. */
export async function buildApp(parts: AppParts): Promise<Medallist> {
  const { config, log, onFatal, overrides = {} } = parts
  const { databaseUrl, dataDir, slack } = config
  if (slack.mode === 'local') throw new Error('main.ts starts the local workspace and passes its tokens on')
  // Asked first: a wrong token is told at once, not after a database was made.
  const me = await identify(slack.botToken, slack.apiUrl, log)
  const database = overrides.database ?? (await openDatabase({ databaseUrl, dataDir, log, onFatal }))
  try {
    return await join({ ...parts, slack, me }, database)
  } catch (error) {
    await database.close()
    throw error
  }
}

type Joining = AppParts & { readonly slack: Exclude<Config['slack'], { mode: 'local' }>; readonly me: Identity }

async function join({ config, slack, me, log, overrides = {} }: Joining, database: Database): Promise<Medallist> {
  const now = overrides.now ?? (() => instant(Date.now()))
  const leaseSeconds = overrides.leaseSeconds ?? LEASE_SECONDS
  const newId = overrides.newId ?? newUuid
  const secrets = appSecrets(config.appSecret, config.dataDir)
  await migrate(database.pool, fileURLToPath(new URL('../prisma/migrations', import.meta.url)), log)
  const transactions = makeTransactions(database, makeSeal(sealKeys(secrets, secrets.at(-1) ?? '')), newId)
  const workspaces = makeWorkspaces(transactions.prisma, newId)
  const workspace = await workspaces.keep({ ...me.team, zone: config.zone }, new Date(now()))

  const link = makeSlackLink({
    botToken: slack.botToken,
    identity: me.identity,
    apiUrl: slack.apiUrl,
    transport: transportOf(slack),
    keepEvent: (envelope) => keepEvent(envelope),
    log,
  })
  const mailer = overrides.mailer ?? mailerOf(config)
  let url = `http://localhost:${config.port}`
  const links = makeMailLinks(secrets, () => config.publicUrl ?? url)
  const poster = makeSlackPoster(link.client)
  const shared: Omit<Services, 'search'> = {
    templates: makeTemplates(),
    wake: { sends: () => worker.wake.sends(), posts: () => worker.wake.posts(), inbox: () => worker.wake.inbox() },
    places: { triageChannel: config.triageChannel, recruitersGroup: config.recruitersGroup },
    defaults: {
      outreach: outreachDefaults(config),
      mailDomain: domainOfAddress(config.mailFrom),
      canMail: mailer !== undefined,
    },
  }
  const contexts = makeContexts({
    workspaces,
    directory: makeDirectory(slack.botToken, slack.apiUrl, log),
    roleSources: config,
    services: ({ id }) => ({ ...shared, search: makeCandidateSearch(database, id) }),
    unitOfWork: overrides.transactions?.(transactions.unitOfWork) ?? transactions.unitOfWork,
    newId,
    now,
    onDirectoryFault: (error) => log.warn({ err: error }, 'Slack could not be asked who somebody is'),
  })
  const pace = new Map<string, Instant>()
  const worker = makeWorker({
    bus: makeBossBus({ pool: database.pool, kind: database.kind, log }),
    now,
    timers: realTimers,
    ...(overrides.sweepSeconds === undefined ? {} : { sweepSeconds: overrides.sweepSeconds }),
    onFault: (error, pump) => log.error({ err: error, pump }, 'a round of work failed'),
    rounds: {
      // Without outgoing mail nothing is approved, and what was approved before waits until there is some again.
      sends: async (signs) =>
        mailer === undefined ? undefined : sendRound({ contexts, mailer, links, leaseSeconds }, log, signs),
      posts: (signs) =>
        postRound({ contexts, poster: () => poster, renderers, undeliverable, leaseSeconds }, pace, log, signs),
      inbox: (signs) =>
        inboxRound({ contexts, handle: (_workspace, body) => link.app.processEvent(unacknowledged(body)) }, log, signs),
    },
  })
  const keepEvent = async (envelope: EventEnvelope) => {
    const ctx = await contexts.forTeam(envelope.team_id)
    if (ctx === undefined) return
    await ctx.uow.run((tx) =>
      tx.inbox.keep({ eventId: envelope.event_id, type: envelope.event.type, body: envelope }, ctx.now),
    )
    worker.wake.inbox()
  }
  registerCommands(link.app, { contexts, log })
  const web = await buildWeb({
    contexts,
    links,
    log,
    slackEvents: link.requestListener,
    checks: {
      database: async () => (await database.pool.query('SELECT 1')).rowCount === 1,
      workers: () => worker.ready(),
    },
  })

  let stopping: Promise<void> | undefined
  const rest = keepHouse(
    realTimers,
    () => vacuum(database, log),
    (error) => log.error({ err: error }, 'the database could not be tidied'),
  )
  const stop = async () => {
    rest()
    await link.stop()
    if ((await worker.stop()) === 'late')
      log.warn({}, 'stopped before everything begun had ended; its leases settle it')
    await web.close()
    await transactions.close()
    await database.close()
  }
  return {
    contexts,
    workspace,
    database,
    get url() {
      return url
    },
    start: async () => {
      // Containers are reached from outside; without configuration nobody but this machine is.
      const address = await web.listen({ port: config.port, host: config.production ? '0.0.0.0' : '127.0.0.1' })
      url = `http://localhost:${new URL(address).port}`
      if (database.kind === 'embedded') {
        for (const one of await contexts.workspaces()) await releaseLeases(contexts.forSystem(one))
      }
      worker.start()
      await warmUp(contexts.forSystem(workspace))
      await link.start()
    },
    stop: () => (stopping ??= stop()),
  }
}

/** The receiver acknowledged it when it was kept. */
const unacknowledged = (body: unknown): ReceiverEvent => ({
  body: body as ReceiverEvent['body'],
  ack: async () => undefined,
})

const mailerOf = ({ smtpUrl, mailFrom }: Config): Mailer | undefined =>
  smtpUrl === undefined || mailFrom === undefined ? undefined : makeSmtpMailer({ url: smtpUrl, from: mailFrom })

const outreachDefaults = ({ undoSeconds, quietHours }: Config): Services['defaults']['outreach'] => ({
  ...(undoSeconds === undefined ? {} : { holdSeconds: undoSeconds }),
  ...(quietHours === undefined ? {} : { quietHours }),
})

/** `Talent <people@example.com>` → `example.com` */
const domainOfAddress = (address: string | undefined): string =>
  /@([\w.-]+)/.exec(address ?? '')?.[1] ?? 'medallist.invalid'

const transportOf = (slack: Exclude<Config['slack'], { mode: 'local' }>): SlackLinkOptions['transport'] =>
  slack.mode === 'socket'
    ? { mode: 'socket', appToken: slack.appToken }
    : { mode: 'http', signingSecret: slack.signingSecret }
