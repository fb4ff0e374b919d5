// How well `/pool match` orders people for roles, beside plain full text, in the real thing: an embedded database (or PostgreSQL), people
// kept by the import, roles matched by the use case behind the command.
//   npm run eval:match -- <folder of JSON Resume documents> <jobs file> [--json] [--top n] [--sample] [--postgres]
// docs/matching.md says what counts as a hit. Exit codes: 0 done, 1 some file could not be read (named on stderr), 2 bad usage or input.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { makeOpenAiEmbedder } from '../src/adapters/ai/openai-embedder.ts'
import { migrate } from '../src/adapters/db/migrate.ts'
import { openDatabase } from '../src/adapters/db/open.ts'
import { makeWorkspaces } from '../src/adapters/db/workspaces.ts'
import { newUuid } from '../src/adapters/system/ids.ts'
import { type Offline, openOffline } from '../src/cli/open-offline.ts'
import { readConfig } from '../src/config.ts'
import { MOST_RANKED } from '../src/domain/jobs/look-for.ts'
import { readRole } from '../src/domain/jobs/read-role.ts'
import type { CandidateId } from '../src/domain/shared/ids.ts'
import { UTC } from '../src/domain/shared/time.ts'
import { gapInWords, reasonInWords } from '../src/domain/shared/words/jobs.ts'
import { matchText } from '../src/usecases/jobs/match-role.ts'
import { orderByLikeness } from '../src/usecases/jobs/order-by-likeness.ts'
import { type Fitting, judgePeople } from '../src/usecases/jobs/rank-people.ts'
import type { Embedder } from '../src/usecases/ports/embedder.ts'
import { MIGRATIONS } from '../test/support/migrations.ts'
import { relevantTo, type Worth, worthOf } from './eval-match/judge.ts'
import { type Bad, InputError, type JobEntry, readJobs, readPeople } from './eval-match/read-input.ts'
import { type Kept, storePeople } from './eval-match/store-people.ts'

const out = (line: string) => void process.stdout.write(`${line}\n`)
const complain = (line: string) => void process.stderr.write(`${line}\n`)
const USAGE =
  'npm run eval:match -- <folder of JSON Resume documents> <jobs file> [--json] [--top n] [--sample] [--postgres] [--embeddings]'
const EXIT = { done: 0, someBad: 1, badUsage: 2 } as const

process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        sample: { type: 'boolean', default: false },
        postgres: { type: 'boolean', default: false },
        embeddings: { type: 'boolean', default: false },
        top: { type: 'string', default: '50' },
      },
    })
    const [folder, file, ...rest] = positionals
    const top = Number(values.top)
    if (folder === undefined || file === undefined || rest.length > 0 || !Number.isInteger(top) || top < 1) {
      complain(USAGE)
      return EXIT.badUsage
    }
    const people = readPeople(folder)
    const jobs = readJobs(file)
    return await evaluate(
      { people: people.people, jobs: jobs.jobs, bad: [...people.bad, ...jobs.bad] },
      { ...values, top },
    )
  } catch (error) {
    if (!(error instanceof InputError) && (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') !== true)
      throw error
    complain(`${(error as Error).message}\n${USAGE}`)
    return EXIT.badUsage
  }
}

type Given = {
  readonly people: ReturnType<typeof readPeople>['people']
  readonly jobs: readonly JobEntry[]
  readonly bad: readonly Bad[]
}
type How = {
  readonly json: boolean
  readonly sample: boolean
  readonly postgres: boolean
  readonly embeddings: boolean
  readonly top: number
}

async function evaluate(
  { people, jobs, bad }: Given,
  { json, sample, postgres, embeddings, top }: How,
): Promise<number> {
  const embedder = embeddings ? embedderOfEnvironment() : undefined
  const stage = await openStage(postgres)
  try {
    const stored = await storePeople(stage.offline, people, sample)
    const allBad = [...bad, ...stored.bad]
    for (const { file, why } of allBad) complain(`not read: ${file}: ${why}`)
    const { kept } = stored
    const by = new Map(kept.map((one) => [one.id as string, one]))
    const started = performance.now()
    const roles = []
    for (const job of jobs) {
      const matched = await orderOf(stage.offline, job)
      const alike = embedder === undefined ? undefined : await orderAlike(stage.offline, embedder, job, matched)
      const baseline = await plainFullText(stage.offline, job, kept)
      const relevant = relevantTo(job, kept)
      const order = matched.map(({ person }) => person.id as string)
      roles.push({ job, matched, relevant, order, baseline, alike })
      if (!json) printRole(job, matched, { by, relevant, baseline, top })
    }
    const seconds = (performance.now() - started) / 1_000
    const [ours, plain] = [
      worthOf(roles),
      worthOf(roles.map(({ baseline, relevant }) => ({ order: baseline, relevant }))),
    ]
    const compared = roles.flatMap(({ alike, relevant }) => (alike === undefined ? [] : [{ order: alike, relevant }]))
    const byWords = embedder === undefined ? undefined : { name: embedder.name, worth: worthOf(compared) }
    const labelled = roles.filter(({ relevant }) => relevant.by === 'label').length
    if (json) {
      const nameOf = (id: string) => by.get(id)?.of
      out(
        JSON.stringify({
          people: kept.length,
          jobs: jobs.length,
          notRead: allBad,
          roles: roles.map(({ job, matched, relevant, baseline }) => ({
            id: job.id ?? null,
            title: job.title,
            relevant: { by: relevant.by, people: [...relevant.ids].map(nameOf) },
            order: matched
              .slice(0, top)
              .map((one, at) => ({ rank: at + 1, of: nameOf(one.person.id), name: one.person.fullName, ...said(one) })),
            baseline: baseline.slice(0, top).map(nameOf),
          })),
          match: ours,
          baseline: plain,
          ...(byWords === undefined ? {} : { embeddings: byWords }),
          labelled,
        }),
      )
    } else printSummary({ ours, plain, byWords, people: kept.length, jobs: jobs.length, labelled, seconds })
    return allBad.length > 0 ? EXIT.someBad : EXIT.done
  } finally {
    await stage.close()
  }
}

/** A workspace of its own in a database of its own, both gone afterwards. */
async function openStage(postgres: boolean): Promise<{ readonly offline: Offline; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'medallist-eval-'))
  const scratch = postgres ? await (await import('../test/support/postgres-databases.ts')).freshPostgres() : undefined
  const log = {
    info: () => undefined,
    warn: (_: object, text: string) => complain(text),
    error: (_: object, text: string) => complain(text),
  }
  const read = readConfig({
    MEDALLIST_DATA_DIR: folder,
    ...(scratch === undefined ? {} : { DATABASE_URL: scratch.databaseUrl }),
  })
  if ('problems' in read) throw new Error(JSON.stringify(read.problems))
  const { config } = read
  const database = await openDatabase({
    databaseUrl: config.databaseUrl,
    dataDir: config.dataDir,
    log,
    onFatal: (error) => {
      throw error
    },
    maxConnections: 2,
  })
  await database.withoutLimit(() => migrate(database.pool, MIGRATIONS, log))
  await makeWorkspaces(database.pool, newUuid).keep(
    { teamId: 'TEVAL', name: 'Evaluation', domain: 'evaluation', zone: UTC },
    new Date(),
  )
  await database.close()
  const offline = await openOffline({ config, workspace: undefined, as: undefined })
  return {
    offline,
    async close() {
      await offline.close()
      await scratch?.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The role as somebody would paste it behind `/pool match`. */
function textOf(job: JobEntry): string {
  const named = job.skills.flatMap(({ name }) => name ?? [])
  const keywords = [...new Set(job.skills.flatMap((one) => one.keywords))].filter((one) => !named.includes(one))
  const where =
    typeof job.location === 'string'
      ? job.location
      : [job.location?.city, job.location?.region, job.location?.countryCode].flatMap((part) => part ?? []).join(', ')
  const remote =
    job.remote === true || (typeof job.remote === 'string' && /^(?:full|yes|true|remote)/i.test(job.remote))
  return [
    job.title,
    ...(where === '' ? [] : [`Location: ${where}`]),
    ...(remote ? ['Remote'] : []),
    ...(job.experience === undefined ? [] : [job.experience]),
    ...(job.description === undefined ? [] : ['About the role:', job.description]),
    ...(job.responsibilities.length === 0 ? [] : ['Responsibilities:', ...job.responsibilities]),
    ...(job.qualifications.length === 0 ? [] : ['Requirements:', ...job.qualifications]),
    ...(named.length === 0 ? [] : [`Skills: ${named.map((one) => one.replaceAll(',', ' ')).join(', ')}`]),
    ...(keywords.length === 0 ? [] : [`Nice to have: ${keywords.join(', ')}`]),
  ].join('\n')
}

/** The use case answers ten; those behind them stand in the run that it kept, and are judged as its next pages judge them. */
async function orderOf(offline: Offline, job: JobEntry): Promise<readonly Fitting[]> {
  const ctx = offline.ctx()
  const matched = await matchText(ctx, { text: textOf(job) })
  if (!matched.ok) throw new Error(`${job.title}: ${JSON.stringify(matched.refusal)}`)
  const { run } = matched.value
  const rows = await ctx.uow.read((tx) => tx.matches.people(run.id, 0, MOST_RANKED))
  return judgePeople(
    ctx,
    run.criteria,
    rows.map(({ candidateId }) => candidateId),
  )
}

/** The model that the environment names, as the bot would use it. */
function embedderOfEnvironment(): Embedder {
  const names = ['OPENAI_API_KEY', 'OPENAI_BASE_URL', 'OPENAI_MODEL', 'OPENAI_EMBEDDING_MODEL'] as const
  const read = readConfig(Object.fromEntries(names.map((name) => [name, process.env[name]])))
  if ('problems' in read)
    throw new InputError(read.problems.map(({ variable, message }) => `${variable} ${message}`).join('; '))
  const { model } = read.config
  if (model?.embeddingModel === undefined)
    throw new InputError('--embeddings needs OPENAI_API_KEY, or OPENAI_BASE_URL with OPENAI_EMBEDDING_MODEL.')
  return makeOpenAiEmbedder({ ...model, model: model.embeddingModel })
}

/** The same people as the workspace would see them that lets the model compare words. */
async function orderAlike(
  offline: Offline,
  embedder: Embedder,
  job: JobEntry,
  matched: readonly Fitting[],
): Promise<readonly string[]> {
  const ctx = offline.ctx()
  const { criteria } = readRole(textOf(job))
  await ctx.uow.run((tx) => tx.settings.set('match.likeness', true, ctx.actor.memberId, ctx.now))
  const services = { ...ctx.services, embedder }
  const { people, likeness } = await orderByLikeness({ ...ctx, services }, criteria, matched)
  if (likeness !== undefined && 'failed' in likeness) complain(`${job.title}: not compared: ${likeness.failed}`)
  return people.map(({ person }) => person.id)
}

/** The baseline: PostgreSQL's full text over all that we keep of a person, ranked against the role's whole text. */
async function plainFullText(offline: Offline, job: JobEntry, people: readonly Kept[]): Promise<readonly string[]> {
  const ids = people.map(({ id }) => id)
  const rank = new Map<CandidateId, number>()
  for (let from = 0; from < ids.length; from += 500) {
    const found = await offline
      .ctx()
      .services.search.mentions(ids.slice(from, from + 500), { phrases: [], text: textOf(job) })
    for (const [id, { rank: score }] of found) rank.set(id, score)
  }
  return ids.toSorted((one, other) => (rank.get(other) ?? 0) - (rank.get(one) ?? 0) || (one < other ? -1 : 1))
}

function said({ person, fit }: Fitting) {
  return {
    points: fit.points,
    reasons: fit.reasons.map((reason) => reasonInWords(reason, person.consideredRole)),
    missing: fit.gaps.map(gapInWords),
  }
}

type Shown = {
  readonly by: ReadonlyMap<string, Kept>
  readonly relevant: ReturnType<typeof relevantTo>
  readonly baseline: readonly string[]
  readonly top: number
}
function printRole(job: JobEntry, matched: readonly Fitting[], { by, relevant, baseline, top }: Shown): void {
  out(`\n## ${job.title}${job.id === undefined || job.id === null ? '' : ` (${job.id})`}`)
  for (const [at, one] of matched.slice(0, top).entries()) {
    const { points, reasons, missing } = said(one)
    out(
      `${String(at + 1).padStart(3)}. ${relevant.ids.has(one.person.id) ? '*' : ' '} ${one.person.fullName} [${by.get(one.person.id)?.of}] ${points}`,
    )
    out(`       ${reasons.join('; ') || 'nothing in common is on record'}`)
    if (missing.length > 0) out(`       missing or to ask: ${missing.join('; ')}`)
  }
  if (matched.length > top) out(`     ${matched.length - top} more`)
  const rank = (order: readonly string[]) => order.findIndex((id) => relevant.ids.has(id)) + 1
  out(
    relevant.ids.size === 0
      ? '     nobody is right for it by the definition: not counted'
      : `     right for it (${relevant.by}): ${relevant.ids.size}; the first stands at ${rank(matched.map(({ person }) => person.id))}, by plain full text at ${rank(baseline)}`,
  )
}

type Summary = {
  readonly ours: Worth
  readonly plain: Worth
  readonly byWords: { readonly name: string; readonly worth: Worth } | undefined
  readonly people: number
  readonly jobs: number
  readonly labelled: number
  readonly seconds: number
}
function printSummary({ ours, plain, byWords, people, jobs, labelled, seconds }: Summary): void {
  const row = (name: string, worth: Worth) =>
    `${name.padEnd(18)} hit@1 ${worth.hit1}/${worth.roles}   hit@3 ${worth.hit3}/${worth.roles}   hit@10 ${worth.hit10}/${worth.roles}   MRR ${worth.mrr.toFixed(3)}`
  out(
    `\n${people} people, ${jobs} roles, ${seconds.toFixed(1)} s. Counted: ${ours.roles} roles for which somebody is right (${labelled} by label); of ${jobs - ours.roles} nobody is.`,
  )
  out(row('/pool match', ours))
  if (byWords !== undefined) out(row('words compared', byWords.worth) + `   by ${byWords.name}`)
  out(row('plain full text', plain))
  if (people <= 10) out('With ten people or fewer every order hits at ten: look at hit@1 and MRR, or add --sample.')
}
