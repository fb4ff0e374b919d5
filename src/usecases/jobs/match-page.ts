/** Ten people of a run of `/pool match`, and the runs there were. */
import { z } from 'zod'
import type { ChannelHint } from '../../domain/jobs/channel-hint.ts'
import { jobOf } from '../../domain/jobs/criteria.ts'
import type { LeftOut } from '../../domain/jobs/left-out.ts'
import { MOST_PAGED, MOST_RANKED } from '../../domain/jobs/look-for.ts'
import type { Refusal } from '../../domain/outreach/refusal.ts'
import type { CandidateId, MemberId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { verdictFor } from '../find/verdict-for.ts'
import { idInput } from '../outreach/draft-input.ts'
import type { MatchRun } from '../ports/match-runs.ts'
import { channelsFor } from './load-job-card.ts'
import { orderByLikeness } from './order-by-likeness.ts'
import { type Fitting, judgePeople, rankPeople } from './rank-people.ts'

export const PAGE_SIZE = 10

export type Matched = Fitting & {
  /** Why the gate would keep a message back; empty where it would not. */
  readonly because: readonly Refusal[]
  /** How alike their job words and the role's are, where a model compared them. */
  readonly likeness: number | undefined
}
export type MatchPage = {
  readonly run: MatchRun
  readonly people: readonly Matched[]
  /** The place of the first of them, from 0. */
  readonly from: number
  readonly previous: number | undefined
  readonly next: number | undefined
  /** What the text asked for and must not count. */
  readonly leftOut: readonly LeftOut[]
  /** Where hires for such roles came from; on the first page, where there are enough to say. */
  readonly channels: ChannelHint | undefined
  /** Names of flaggers. */
  readonly names: ReadonlyMap<MemberId, string>
}
export type PageRefusal = { readonly kind: 'match_gone' }

/** Must not be called inside a unit of work. */
export async function loadMatchPage(
  ctx: Ctx,
  run: MatchRun,
  from: number,
  leftOut: readonly LeftOut[] = [],
): Promise<MatchPage> {
  const { rows, previous } = await ctx.uow.read(async (tx) => ({
    rows: await tx.matches.people(run.id, from, PAGE_SIZE + 1),
    previous: from === 0 ? undefined : await tx.matches.placeBefore(run.id, from, PAGE_SIZE),
  }))
  const ids = rows.slice(0, PAGE_SIZE).map(({ candidateId }) => candidateId)
  const judged = await judgePeople(ctx, run.criteria, ids)
  const people: Matched[] = []
  const likeness = new Map(rows.map((row) => [row.candidateId, row.likeness]))
  for (const one of judged) {
    const because = await keptBackBy(ctx, one.person.id)
    people.push({ ...one, because, likeness: likeness.get(one.person.id) })
  }
  const flaggers = [...new Set(judged.flatMap(({ flaggedBy }) => flaggedBy ?? []))]
  const members = await ctx.uow.read((tx) => tx.members.getMany(flaggers))
  const channels = from === 0 ? await channelsFor(ctx, jobOf(run.criteria)) : undefined
  return {
    run,
    people,
    from,
    previous,
    next: rows[PAGE_SIZE]?.place ?? (rows.length > 0 && (await hasOthers(ctx, run)) ? run.found : undefined),
    leftOut,
    channels: channels !== undefined && channels.sources.length > 0 ? channels : undefined,
    names: new Map(members.map(({ id, name }) => [id, name])),
  }
}

const EVERYBODY: { readonly where: null; readonly scales: readonly [] } = { where: null, scales: [] }

/** Whether anybody is left whom the run did not rank; a set that is not full is everybody. */
async function hasOthers(ctx: Ctx, run: MatchRun): Promise<boolean> {
  if (run.more) return run.found < MOST_PAGED
  if (run.found === 0 || run.found % MOST_RANKED > 0 || run.found >= MOST_PAGED) return false
  const without = await rankedIn(ctx, run)
  const reader = { now: ctx.now, zone: ctx.workspace.zone, memberId: undefined }
  const left = await ctx.services.search.best({ ...EVERYBODY, without }, reader, 1)
  return left.people.length > 0
}

async function rankedIn(ctx: Ctx, { id }: MatchRun): Promise<readonly CandidateId[]> {
  const rows = await ctx.uow.read((tx) => tx.matches.people(id, 0, MOST_PAGED))
  return rows.map(({ candidateId }) => candidateId)
}

/** The page behind the last one ranks as many more, so that everybody can be reached. */
async function withMore(ctx: Ctx, run: MatchRun): Promise<MatchRun> {
  const ranked = await rankPeople(ctx, run.criteria, await rankedIn(ctx, run))
  if (ranked === 'too_slow') return run
  const ordered = await orderByLikeness(ctx, run.criteria, ranked.people)
  const people = ordered.people.map(({ person: { id } }) => ({ id, likeness: ordered.of.get(id) }))
  await ctx.uow.run((tx) => tx.matches.extend(run, people, ranked.more))
  return (await ctx.uow.read((tx) => tx.matches.get(run.id))) ?? run
}

const keptBackBy = (ctx: Ctx, id: CandidateId): Promise<readonly Refusal[]> =>
  ctx.uow.run(async (tx) => {
    const [person] = await tx.candidates.getMany([id])
    if (person === undefined) return []
    const verdict = await verdictFor(ctx, tx, person, await tx.candidates.contacts(id))
    return verdict.kind === 'ok_to_send' ? [] : verdict.because
  })

const RunInput = z.object({ runId: idInput('match_run') })

/** **Next** and **Previous**, and a run of the list; whoever may look through people may see it, whoever began it. */
export const turnMatchPage = defineUseCase({
  name: 'turn-match-page',
  permission: 'pool.read',
  input: RunInput.extend({ from: z.number().int().min(0).max(MOST_PAGED) }),
  run: async (ctx, { runId, from }): Promise<Result<MatchPage, PageRefusal>> => {
    const found = await ctx.uow.read((tx) => tx.matches.get(runId))
    if (found === undefined) return refuse({ kind: 'match_gone' })
    const goesOn = from > 0 && from === found.found && from < MOST_PAGED
    return ok(await loadMatchPage(ctx, goesOn ? await withMore(ctx, found) : found, from))
  },
})

/** **Criteria…**: what a run asked for, to be changed. */
export const readMatch = defineUseCase({
  name: 'read-match',
  permission: 'pool.read',
  input: RunInput,
  run: async (ctx, { runId }): Promise<Result<MatchRun, PageRefusal>> => {
    const found = await ctx.uow.read((tx) => tx.matches.get(runId))
    return found === undefined ? refuse({ kind: 'match_gone' }) : ok(found)
  },
})

const RUNS_SHOWN = 10
export type RunLine = { readonly run: MatchRun; readonly by: string | undefined }

/** `/pool match runs`: what was asked for lately, by whom and when. */
export const listMatches = defineUseCase({
  name: 'list-matches',
  permission: 'pool.read',
  input: z.object({}),
  run: (ctx): Promise<Result<readonly RunLine[], never>> =>
    ctx.uow.read(async (tx) => {
      const runs = await tx.matches.list(RUNS_SHOWN)
      const members = await tx.members.getMany([...new Set(runs.map(({ memberId }) => memberId))])
      const names = new Map(members.map(({ id, name }) => [id, name]))
      return ok(runs.map((run) => ({ run, by: names.get(run.memberId) })))
    }),
})
