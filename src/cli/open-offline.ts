/** The stores and the search without Slack, for one command of the terminal. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { analyzePeople } from '../adapters/db/analyze.ts'
import { makeMetricReads } from '../adapters/db/metrics/metric-reads.ts'
import { migrate } from '../adapters/db/migrate.ts'
import { type Database, openDatabase } from '../adapters/db/open.ts'
import { rekeyLinks } from '../adapters/db/rekey-links.ts'
import { makeSeal, sealKeys } from '../adapters/db/seal.ts'
import { makeCandidateSearch } from '../adapters/db/search/candidate-search.ts'
import { makeTransactions } from '../adapters/db/unit-of-work.ts'
import { makeWorkspaces } from '../adapters/db/workspaces.ts'
import { newUuid } from '../adapters/system/ids.ts'
import { appSecrets } from '../adapters/system/secret.ts'
import { sharedServices } from '../app/services.ts'
import type { Config } from '../config.ts'
import type { MemberId } from '../domain/shared/ids.ts'
import { refuse } from '../domain/shared/result.ts'
import { instant } from '../domain/shared/time.ts'
import type { Ctx, WorkspaceInfo } from '../usecases/context.ts'
import type { Log } from '../usecases/ports/log.ts'
import type { Member } from '../usecases/ports/workspace.ts'
import { NotReadyError, UsageError } from './exit.ts'

export type Offline = {
  /** At this moment, as the operator or whom `--as` names. */
  readonly ctx: () => Ctx
  /** Once many people came in, so that the next ones are quick. */
  readonly analyze: () => Promise<void>
  close(): Promise<void>
}
export type OfflineOptions = {
  readonly config: Config
  /** Team id, domain or name; needed where several workspaces are kept here. */
  readonly workspace: string | undefined
  /** Whose "me" a query means: a Slack user id. */
  readonly as: string | undefined
}

/** Warnings belong beside what is told to a person, never into what a script reads. */
const log: Log = {
  info: () => undefined,
  warn: (_fields, message) => void process.stderr.write(`${message}\n`),
  error: (_fields, message) => void process.stderr.write(`${message}\n`),
}

export async function openOffline({ config, workspace: wanted, as }: OfflineOptions): Promise<Offline> {
  const { databaseUrl, dataDir } = config
  if (databaseUrl === undefined && !existsSync(join(dataDir, 'postgres')))
    throw new NotReadyError(
      `There is no database in ${dataDir} yet. Start Medallist once with npm start, stop it, and try again.`,
    )
  const onFatal = (error: Error) => {
    process.stderr.write(`The database has died: ${error.message}\n`)
    process.exit(3)
  }
  const database = await openDatabase({ databaseUrl, dataDir, log, onFatal, maxConnections: 3 })
  try {
    return await joined(database, config, wanted, as)
  } catch (error) {
    await database.close()
    throw error
  }
}

async function joined(
  database: Database,
  config: Config,
  wanted: string | undefined,
  as: string | undefined,
): Promise<Offline> {
  const migrations = fileURLToPath(new URL('../../prisma/migrations', import.meta.url))
  await database.withoutLimit(() => migrate(database.pool, migrations, log))
  const workspace = chooseWorkspace(await makeWorkspaces(database.pool, newUuid).all(), wanted)
  const secrets = appSecrets(config.appSecret, config.dataDir)
  const seal = makeSeal(sealKeys(secrets, secrets.at(-1) ?? ''))
  await rekeyLinks(database, seal, log)
  const { unitOfWork } = makeTransactions(database, seal, newUuid)
  const bearer = { workspaceId: workspace.id, actor: undefined, correlationId: newUuid() }
  const uow = () => unitOfWork({ ...bearer, now: instant(Date.now()) })
  const fits = await uow().read((tx) => tx.imports.secretFits())
  if (fits === false)
    throw new UsageError(
      'APP_SECRET is not the one that the contacts on record are sealed with. Set it to what the bot is started with.',
    )
  const member = as === undefined ? undefined : await uow().read((tx) => tx.members.bySlackId(as))
  if (as !== undefined && member === undefined)
    throw new UsageError(`Nobody in ${workspace.name} has the Slack id ${as}.`)
  const nothing = () => undefined
  const services = {
    ...sharedServices(config, false, { sends: nothing, posts: nothing, inbox: nothing, imports: nothing }),
    afterwards: () => undefined,
    search: makeCandidateSearch({ pool: database.pool, seal }, workspace.id),
    metrics: makeMetricReads(database, workspace.id),
    clock: { run: async () => undefined },
    files: { look: async () => refuse('unreachable' as const) },
    outbox: { send: async () => ({ kind: 'refused' as const, error: 'offline' }) },
    resumes: { read: async () => refuse('unreachable' as const) },
  }
  return {
    ctx: () => ({
      ...bearer,
      workspace,
      now: instant(Date.now()),
      idempotencyKey: undefined,
      newId: newUuid,
      uow: uow(),
      services,
      actor: operator(workspace, member),
    }),
    analyze: () => analyzePeople(database),
    close: () => database.close(),
  }
}

/** Whoever has the database and its secret may read and write everything anyway, so the terminal asks for no role. */
const operator = ({ zone }: WorkspaceInfo, member: Member | undefined): Ctx['actor'] => ({
  memberId: member?.id ?? NOBODY,
  slackUserId: member?.slackUserId ?? '',
  name: member?.name ?? 'the operator',
  zone: member?.zone ?? zone,
  roles: new Set(['admin'] as const),
  unheard: [],
})
/** No member has this id, so `owner:me` finds nobody. */
const NOBODY = '00000000-0000-0000-0000-000000000000' as MemberId

function chooseWorkspace(all: readonly WorkspaceInfo[], wanted: string | undefined): WorkspaceInfo {
  const [first] = all
  if (first === undefined)
    throw new NotReadyError('No workspace is known yet. Start Medallist once with npm start, stop it, and try again.')
  const named = all.map(({ teamId, name }) => `${teamId} (${name})`).join(', ')
  if (wanted === undefined) {
    if (all.length === 1) return first
    throw new UsageError(`Several workspaces are kept here; name one with --workspace: ${named}`)
  }
  const same = (text: string) => text.toLowerCase() === wanted.toLowerCase()
  const chosen = all.find(({ teamId, domain, name }) => same(teamId) || same(domain) || same(name))
  if (chosen === undefined) throw new UsageError(`No workspace is called ${wanted}. There is: ${named}`)
  return chosen
}
