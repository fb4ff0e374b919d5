import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeMetricReads } from './adapters/db/metrics/metric-reads.ts'
import { migrate } from './adapters/db/migrate.ts'
import { type Database, openDatabase } from './adapters/db/open.ts'
import { rekeyLinks } from './adapters/db/rekey-links.ts'
import { makeSeal, sealKeys } from './adapters/db/seal.ts'
import { makeCandidateSearch } from './adapters/db/search/candidate-search.ts'
import { makeTransactions, type UnitOfWorkFor } from './adapters/db/unit-of-work.ts'
import { vacuum } from './adapters/db/vacuum.ts'
import { makeWorkspaces } from './adapters/db/workspaces.ts'
import { makeResumes } from './adapters/files/read-resume.ts'
import { makeTableDesk } from './adapters/files/table-desk.ts'
import { readInboundMail } from './adapters/mail/read-inbound.ts'
import { makeSlackLink } from './adapters/slack/bolt.ts'
import { type Identity, identify } from './adapters/slack/identity.ts'
import { switchboard } from './adapters/slack/switchboard.ts'
import { makeVoices } from './adapters/slack/voices.ts'
import { newUuid } from './adapters/system/ids.ts'
import { makeInboundSignature } from './adapters/system/inbound-signature.ts'
import { appSecrets } from './adapters/system/secret.ts'
import { makeMailLinks } from './adapters/system/tokens.ts'
import { keepEvent, makeBackground } from './app/background.ts'
import { makeClock } from './app/clock.ts'
import { installingOf } from './app/installing.ts'
import { makeStop } from './app/lifecycle.ts'
import { apiOriginOf, type ConnectedSlack, mailerOf, sharedServices, transportOf } from './app/services.ts'
import { registerCommands } from './commands/register.ts'
import { makeActs } from './commands/shell/acts.ts'
import type { Config } from './config.ts'
import type { NewId } from './domain/shared/ids.ts'
import { type Instant, instant } from './domain/shared/time.ts'
import { keepHouse } from './jobs/housekeeping.ts'
import { realTimers } from './jobs/pump.ts'
import { absentAdmins } from './usecases/access/absent-admins.ts'
import { type Contexts, makeContexts } from './usecases/access/make-contexts.ts'
import type { WorkspaceInfo } from './usecases/context.ts'
import { forgetActKeys } from './usecases/forget-act-keys.ts'
import type { Log } from './usecases/ports/log.ts'
import type { Mailer } from './usecases/ports/mail.ts'
import type { CandidateSearch } from './usecases/ports/services.ts'
import { releaseLeases } from './usecases/release-leases.ts'
import { applyLessons } from './usecases/skills/learned-skills.ts'
import { warmUp } from './usecases/warm-up.ts'
import { buildWeb } from './web/build-web.ts'

/** What tests may replace; everything else is the real thing. */
export type Overrides = {
  readonly now?: () => Instant
  readonly newId?: NewId
  readonly mailer?: Mailer
  /** Around every unit of work: the tests of kills stop the process between two transactions. */
  readonly transactions?: (real: UnitOfWorkFor) => UnitOfWorkFor
  /** Around the search: a test makes it slow. */
  readonly search?: (real: CandidateSearch) => CandidateSearch
  readonly leaseSeconds?: number
  readonly sweepSeconds?: number
  /** Opened already; it is closed with the app all the same. */
  readonly database?: Database
}

export type Medallist = {
  readonly contexts: Contexts
  /** Whose token the environment names. Throws where it names none, because workspaces install the app by themselves. */
  readonly workspace: WorkspaceInfo
  readonly database: Database
  /** What the clock does each minute, at once. */
  readonly tick: () => Promise<void>
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
  const me = slack.botToken === undefined ? undefined : await identify(slack.botToken, slack.apiUrl, log)
  const database = overrides.database ?? (await openDatabase({ databaseUrl, dataDir, log, onFatal }))
  try {
    return await joinParts({ ...parts, slack, me }, database)
  } catch (error) {
    await database.close()
    throw error
  }
}

type Joining = AppParts & { readonly slack: ConnectedSlack; readonly me: Identity | undefined }

async function joinParts({ config, slack, me, log, overrides = {} }: Joining, database: Database): Promise<Medallist> {
  const { now = () => instant(Date.now()), newId = newUuid, mailer = mailerOf(config) } = overrides
  const secrets = appSecrets(config.appSecret, config.dataDir)
  const migrations = fileURLToPath(new URL('../prisma/migrations', import.meta.url))
  await database.withoutLimit(() => migrate(database.pool, migrations, log))
  const seal = makeSeal(sealKeys(secrets, secrets.at(-1) ?? ''))
  await rekeyLinks(database, seal, log)
  const transactions = makeTransactions(database, seal, newId)
  const workspaces = makeWorkspaces(database.pool, newId)
  const own = me && (await workspaces.keep({ ...me.team, zone: config.zone }, new Date(now())))
  let url = `http://localhost:${config.port}`
  const links = makeMailLinks(secrets, () => config.publicUrl ?? url)

  // The parts know each other: what is kept wakes the worker, and the worker hands what Slack said to the listeners.
  const wake = {
    sends: () => worker.wake.sends(),
    posts: () => worker.wake.posts(),
    inbox: () => worker.wake.inbox(),
    imports: () => worker.wake.imports(),
  }
  const acts = makeActs()
  const shared = {
    ...sharedServices(config, mailer !== undefined, wake),
    afterwards: (work: () => Promise<unknown>) =>
      void acts
        .during(work())
        .catch((error: unknown) => log.error({ err: error }, 'what follows an act could not be done')),
  }
  const contexts = makeContexts({
    workspaces,
    directory: (workspace) => voices.directory(workspace),
    roleSources: config,
    timers: realTimers,
    services: (workspace) => {
      const search = makeCandidateSearch({ pool: database.pool, seal }, workspace.id)
      return {
        ...shared,
        search: overrides.search?.(search) ?? search,
        metrics: makeMetricReads(database, workspace.id),
        clock: { run: (key) => clock.run(workspace, key) },
        files: voices.files(workspace),
        outbox: voices.outbox(workspace),
        resumes: makeResumes(voices.files(workspace)),
      }
    },
    unitOfWork: overrides.transactions?.(transactions.unitOfWork) ?? transactions.unitOfWork,
    newId,
    now,
    onDirectoryFault: (error) => log.warn({ err: error }, 'Slack could not be asked who somebody is'),
  })
  const link = makeSlackLink({
    bot: me && slack.botToken !== undefined ? { ...me.identity, botToken: slack.botToken } : undefined,
    apiUrl: slack.apiUrl,
    transport: transportOf(slack, installingOf({ config, workspaces, contexts, now })),
    keepEvent: (envelope) => keepEvent(contexts, wake.inbox, envelope),
    log,
  })
  const voices = makeVoices(link.botOf, slack.apiUrl, log)
  // Where the bot is not installed any more nothing is done either, until it is again.
  const working = { ...contexts, workspaces: async () => voices.installed(await contexts.workspaces()) }
  const { leaseSeconds = LEASE_SECONDS, sweepSeconds } = overrides
  const worker = makeBackground({
    contexts: working,
    database,
    link,
    voices,
    mailer,
    links,
    log,
    now,
    leaseSeconds,
    sweepSeconds,
    desk: makeTableDesk(join(config.dataDir, 'imports')),
  })
  const clock = makeClock({ contexts: working, poster: voices.poster, log, leaseSeconds: overrides.leaseSeconds })
  registerCommands(switchboard(link.app), { contexts, log, acts, apiOrigin: apiOriginOf(slack) })
  const web = await buildWeb({
    contexts,
    links,
    log,
    slackEvents: link.requestListener,
    inbound:
      config.inboundMailSecret === undefined
        ? undefined
        : { isSigned: makeInboundSignature(config.inboundMailSecret), readMail: readInboundMail, now },
    isInstallable: slack.mode === 'http' && slack.oauth !== undefined,
    checks: {
      database: async () => (await database.pool.query('SELECT 1')).rowCount === 1,
      workers: () => worker.ready(),
    },
  })
  const closing = new AbortController()
  const rest = keepHouse(
    realTimers,
    async () => {
      await vacuum(database, log, closing.signal)
      for (const workspace of await working.workspaces()) {
        await forgetActKeys(contexts.forSystem(workspace))
        // What a process that was killed left half gone through.
        await applyLessons(contexts.forSystem(workspace))
      }
    },
    (error) => log.error({ err: error }, 'the database could not be tidied'),
  )
  const stop = makeStop({
    web: { close: () => web.close(), cutOff: () => web.server.closeAllConnections() },
    link,
    acts,
    worker,
    clock,
    database,
    timers: realTimers,
    log,
  })
  return {
    contexts,
    get workspace() {
      if (own === undefined) throw new Error('No bot token is set, so no workspace is ours alone')
      return own
    },
    database,
    tick: () => clock.tick(),
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
      const [first] = own === undefined ? await working.workspaces() : [own]
      if (first !== undefined) await warmUp(contexts.forSystem(first))
      await link.start()
      clock.start()
      shared.afterwards(async () => {
        for (const one of await working.workspaces()) {
          const absent = await absentAdmins(voices.directory(one), config.admins)
          if (absent.length > 0)
            log.warn({ slackUserIds: absent }, 'MEDALLIST_ADMINS names nobody of this workspace: nobody administers')
        }
      })
    },
    stop: () => {
      rest()
      closing.abort()
      return stop()
    },
  }
}
