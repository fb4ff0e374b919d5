// How well `/pool match` orders people for roles, beside plain full text, in the real thing: an embedded database (or PostgreSQL), people
// kept by the import, roles matched by the use case behind the command.
//   npm run eval:match -- <folder of JSON Resume documents> <jobs file> [--json] [--top n] [--sample] [--postgres]
// docs/matching.md says what counts as a hit. Exit codes: 0 done, 1 something was left out (named on stderr), 2 bad usage or input.
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { makeOpenAiEmbedder } from '../src/adapters/ai/openai-embedder.ts'
import type { Offline } from '../src/cli/open-offline.ts'
import { readConfig } from '../src/config.ts'
import { MOST_RANKED } from '../src/domain/jobs/look-for.ts'
import { readRole } from '../src/domain/jobs/read-role.ts'
import { gapInWords, reasonInWords } from '../src/domain/shared/words/jobs.ts'
import { matchText } from '../src/usecases/jobs/match-role.ts'
import { orderByLikeness } from '../src/usecases/jobs/order-by-likeness.ts'
import { type Fitting, judgePeople } from '../src/usecases/jobs/rank-people.ts'
import type { Embedder } from '../src/usecases/ports/embedder.ts'
import { relevantTo, type Worth, worthOf } from './eval-match/judge.ts'
import { plainFullText } from './eval-match/plain-full-text.ts'
import { type Bad, InputError, type JobEntry, readJobs, readPeople } from './eval-match/read-input.ts'
import { openStage } from './eval-match/stage.ts'
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
      {
        people: people.people,
        jobs: jobs.jobs,
        bad: [...people.bad, ...jobs.bad],
        odd: [...people.odd, ...jobs.odd],
      },
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
  readonly odd: readonly Bad[]
}
type How = {
  readonly json: boolean
  readonly sample: boolean
  readonly postgres: boolean
  readonly embeddings: boolean
  readonly top: number
}

async function evaluate(
  { people, jobs, bad, odd }: Given,
  { json, sample, postgres, embeddings, top }: How,
): Promise<number> {
  const embedder = embeddings ? embedderOfEnvironment() : undefined
  const stage = await openStage(postgres, complain)
  try {
    const stored = await stage.offline((offline) => storePeople(offline, people, sample))
    const { kept } = stored
    const allBad = [...bad, ...stored.bad]
    for (const { file, why } of allBad) complain(`not read: ${file}: ${why}`)
    for (const { file, why } of odd) complain(`${file}: ${why}`)
    const by = new Map(kept.map((one) => [one.id as string, one]))
    const started = performance.now()
    const baselines = await stage.database(async ({ pool }) => {
      const orders = []
      for (const job of jobs) orders.push(await plainFullText(pool, textOf(job), kept))
      return orders
    })
    const roles = await stage.offline(async (offline) => {
      const all = []
      for (const [at, job] of jobs.entries()) {
        const found = await orderOf(offline, job)
        const matched = 'refused' in found ? [] : found
        const notMatched = 'refused' in found ? found.refused : undefined
        const alike = embedder === undefined ? undefined : await orderAlike(offline, embedder, job, matched)
        const relevant = relevantTo(job, kept)
        const order = matched.map(({ person }) => person.id as string)
        all.push({ job, matched, notMatched, relevant, order, baseline: baselines[at] ?? [], alike })
      }
      return all
    })
    for (const { job, notMatched, relevant } of roles) {
      if (notMatched !== undefined) complain(`not matched: ${entryName(job)}: ${notMatched}`)
      for (const one of relevant.unknown)
        complain(`not among the people: ${entryName(job)}: its label names ${JSON.stringify(one)}`)
    }
    if (!json)
      for (const { job, matched, relevant, baseline } of roles) printRole(job, matched, { by, relevant, baseline, top })
    const leftOut = roles.some(({ notMatched, relevant }) => notMatched !== undefined || relevant.unknown.length > 0)
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
          oddities: odd,
          roles: roles.map(({ job, matched, notMatched, relevant, baseline }) => ({
            id: job.id ?? null,
            title: job.title,
            relevant: { by: relevant.by, people: [...relevant.ids].map(nameOf), unknown: relevant.unknown },
            ...(notMatched === undefined ? {} : { notMatched }),
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
    return allBad.length > 0 || leftOut ? EXIT.someBad : EXIT.done
  } finally {
    await stage.close()
  }
}

/** The role as somebody would paste it behind `/pool match`. */
function textOf(job: JobEntry): string {
  const named = job.skills.flatMap(({ name }) => name ?? [])
  const keywords = [...new Set(job.skills.flatMap((one) => one.keywords))].filter((one) => !named.includes(one))
  return [
    job.title,
    ...(job.where === '' ? [] : [`Location: ${job.where}`]),
    ...(job.remote ? ['Remote'] : []),
    ...(job.experience === undefined ? [] : [job.experience]),
    ...(job.description === undefined ? [] : ['About the role:', job.description]),
    ...(job.responsibilities.length === 0 ? [] : ['Responsibilities:', ...job.responsibilities]),
    ...(job.qualifications.length === 0 ? [] : ['Requirements:', ...job.qualifications]),
    ...(named.length === 0 ? [] : [`Skills: ${named.map((one) => one.replaceAll(',', ' ')).join(', ')}`]),
    ...(keywords.length === 0 ? [] : [`Nice to have: ${keywords.join(', ')}`]),
  ].join('\n')
}

/** The use case answers ten; those behind them stand in the run that it kept, and are judged as its next pages judge them. */
async function orderOf(offline: Offline, job: JobEntry): Promise<readonly Fitting[] | { readonly refused: string }> {
  const ctx = offline.ctx()
  const matched = await matchText(ctx, { text: textOf(job) })
  if (!matched.ok) return { refused: matched.refusal.kind.replaceAll('_', ' ') }
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

/** As a line names an entry of the jobs file. */
function entryName({ id, title }: JobEntry): string {
  return id === undefined ? title : `${title} (${id})`
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
  out(`\n## ${entryName(job)}`)
  for (const [at, one] of matched.slice(0, top).entries()) {
    const { points, reasons, missing } = said(one)
    out(
      `${String(at + 1).padStart(3)}. ${relevant.ids.has(one.person.id) ? '*' : ' '} ${one.person.fullName} [${by.get(one.person.id)?.of}] ${points}`,
    )
    out(`       ${reasons.join('; ') || 'nothing in common is on record'}`)
    if (missing.length > 0) out(`       missing or to ask: ${missing.join('; ')}`)
  }
  if (matched.length > top) out(`     ${matched.length - top} more`)
  const place = (order: readonly string[]) => {
    const at = order.findIndex((id) => relevant.ids.has(id))
    return at < 0 ? 'nowhere' : `at ${at + 1}`
  }
  out(
    relevant.by === 'none'
      ? '     nobody is right for it by the definition: not counted'
      : relevant.ids.size === 0
        ? '     nobody whom its label names is among the people: a miss'
        : `     right for it (${relevant.by}): ${relevant.ids.size}; the first stands ${place(matched.map(({ person }) => person.id))}, by plain full text ${place(baseline)}`,
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
  if (byWords !== undefined) out(`${row('words compared', byWords.worth)}   by ${byWords.name}`)
  out(row('plain full text', plain))
  if (people <= 10) out('With ten people or fewer every order hits at ten: look at hit@1 and MRR, or add --sample.')
}
