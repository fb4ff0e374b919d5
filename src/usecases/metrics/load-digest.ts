import type { PoolNumbers, WeekNumbers } from '../../domain/metrics/numbers.ts'
import type { Goals } from '../../domain/settings/workspace-settings.ts'
import type { MemberId, PoolId } from '../../domain/shared/ids.ts'
import type { Zone } from '../../domain/shared/time.ts'
import type { SystemCtx } from '../context.ts'
import type { RunKey } from '../ports/job-runs.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { loadWorkspaceSettings } from '../settings/workspace-settings.ts'
import { type DigestReport, readDigestReport } from './digest-report.ts'
import type { WeekAndLast } from './load-week.ts'
import type { MetricsModel } from './read-metrics.ts'

export type DigestModel = WeekAndLast & {
  readonly zone: Zone
  readonly goals: Goals | undefined
  readonly helpers: MetricsModel['helpers']
  readonly byHand: boolean
  readonly pictureId: string | undefined
  /** How many weeks the picture shows. */
  readonly weeks: number
}

/** The name of the digest's post; `digest:<subject>:<slot>`. */
export const digestKey = ({ subject, slot }: Pick<RunKey, 'subject' | 'slot'>): string => `digest:${subject}:${slot}`
const readDigestKey = (key: string): RunKey | undefined => {
  const [, subject, slot] = /^digest:([a-z_]*):(\d{4}-\d\d-\d\d.*)$/.exec(key) ?? []
  return subject === undefined || slot === undefined ? undefined : { job: 'digest', subject, slot }
}

/** A digest as its run counted it, with the names as they are now. */
export async function loadDigest(ctx: SystemCtx, key: string): Promise<DigestModel | undefined> {
  const run = readDigestKey(key)
  if (run === undefined) return undefined
  return ctx.uow.run(async (tx) => {
    const report = readDigestReport((await tx.jobRuns.get(run))?.report)
    if (report === undefined) return undefined
    const { goals } = await loadWorkspaceSettings(tx, ctx.services.places)
    return { ...(await named(tx, report)), zone: ctx.workspace.zone, goals, byHand: run.subject !== '' }
  })
}

async function named(tx: Tx, report: DigestReport) {
  const { from, to, pools, picture, trend, cadenceDays } = report
  const now = report.now as unknown as WeekNumbers
  const before = report.before as unknown as WeekNumbers
  const kept: PoolNumbers[] = []
  for (const pool of pools) {
    const found = await tx.pools.get(pool.poolId as PoolId)
    if (found !== undefined) kept.push({ week: undefined, ...pool, poolId: found.id, name: found.name })
  }
  return {
    span: { from, to } as WeekAndLast['span'],
    now,
    before,
    pools: kept,
    helpers: await tx.members.getMany(report.now.thanks.map(({ memberId }) => memberId as MemberId)),
    cadenceDays,
    pictureId: picture === undefined || picture === 'none' ? undefined : picture.id,
    weeks: trend.length,
  }
}
