import type { Candidate } from '../../domain/candidate/candidate.ts'
import { type Fit, fitOf, lookFor } from '../../domain/jobs/fit.ts'
import type { QueryNode } from '../../domain/pool/query/ast.ts'
import { every } from '../../domain/pool/query/tree.ts'
import type { CandidateId, MemberId } from '../../domain/shared/ids.ts'
import type { SystemCtx } from '../context.ts'
import { type Reader, SearchTooSlowError } from '../ports/services.ts'
import type { Job } from '../ports/workspace.ts'

export type Fitting = {
  readonly person: Candidate
  readonly fit: Fit
  /** Who flagged them, where somebody did. */
  readonly flaggedBy: MemberId | undefined
}
export type WhoFits = {
  /** The best first. */
  readonly people: readonly Fitting[]
  /** There are more than were looked at. */
  readonly more: boolean
}

/** Looked at one by one: tier A first, so that none of them is missed among the many. */
const MOST_TIER_A = 50
const MOST_OTHERS = 100

/**
 * People on record whom this job may suit, the best first; whoever was hired, must not be contacted or was considered for this very job
 * is left out. `too_slow` where the search was stopped. It only looks: nobody is contacted. Must not be called inside a unit of work.
 */
export async function whoFits(ctx: SystemCtx, job: Job): Promise<WhoFits | 'too_slow'> {
  const where = lookFor(job)
  if (where === undefined) return { people: [], more: false }
  const found = await lookUp(ctx, where)
  if (found === 'too_slow') return found
  return ctx.uow.run(async (tx) => {
    const people = await tx.candidates.getMany(found.ids)
    const barred = await tx.consent.barredAmong(found.ids)
    const flags = await tx.nearMisses.ofPeople(found.ids)
    const flaggers = new Map(flags.map(({ candidateId, flaggedBy }) => [candidateId, flaggedBy]))
    const fitting = people.flatMap((person): Fitting[] => {
      const fit = person.jobId === job.id || barred.has(person.id) ? undefined : fitOf(person, job)
      return fit === undefined ? [] : [{ person, fit, flaggedBy: flaggers.get(person.id) }]
    })
    return { people: fitting.toSorted(byPoints), more: found.more }
  })
}

/** A manager's word counts where the rest is equal; then who was heard of last. */
const byPoints = (one: Fitting, other: Fitting): number =>
  other.fit.points - one.fit.points ||
  Number(other.flaggedBy !== undefined) - Number(one.flaggedBy !== undefined) ||
  (other.person.lastTouchAt ?? 0) - (one.person.lastTouchAt ?? 0)

async function lookUp(
  { services, workspace, now }: SystemCtx,
  where: QueryNode,
): Promise<{ readonly ids: readonly CandidateId[]; readonly more: boolean } | 'too_slow'> {
  const reader: Reader = { now, zone: workspace.zone, memberId: undefined }
  const find = (node: QueryNode | undefined, size: number) =>
    services.search.find({ version: 1, where: node ?? where, sort: null }, reader, { size })
  try {
    const best = await find(every([where, { kind: 'filter', field: 'tier', any: ['A'] }]), MOST_TIER_A)
    const others = await find(where, MOST_OTHERS)
    return { ids: [...new Set([...best.ids, ...others.ids])], more: others.next !== undefined }
  } catch (error) {
    if (error instanceof SearchTooSlowError) return 'too_slow'
    throw error
  }
}
