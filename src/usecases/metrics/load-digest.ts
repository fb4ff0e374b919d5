import type { PoolNumbers, WeekNumbers } from '../../domain/metrics/numbers.ts'
import { PICTURES, type PictureKind, type PictureWeek } from '../../domain/metrics/pictures.ts'
import type { Goals } from '../../domain/settings/workspace-settings.ts'
import type { MemberId, PoolId } from '../../domain/shared/ids.ts'
import type { Zone } from '../../domain/shared/time.ts'
import type { SystemCtx } from '../context.ts'
import type { RunKey } from '../ports/job-runs.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { loadWorkspaceSettings } from '../settings/workspace-settings.ts'
import { type DigestReport, readDigestReport } from './digest-report.ts'
import type { WeekAndLast } from './load-week.ts'
import type { MetricsModel, PoolMetrics } from './read-metrics.ts'

export type DigestModel = WeekAndLast & {
  readonly zone: Zone
  readonly goals: Goals | undefined
  readonly helpers: MetricsModel['helpers']
  readonly byHand: boolean
  /** Those that were to be seen, in their order; without a file where it could not be drawn or brought to Slack. */
  readonly pictures: readonly { readonly kind: PictureKind; readonly fileId: string | undefined }[]
  readonly trend: readonly Omit<PictureWeek, 'label'>[]
  /** The goal that the picture shows. */
  readonly goalPercent: number | undefined
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
  const { from, to, pools, pictures, trend, cadenceDays, goalPercent } = report
  const now = report.now as unknown as WeekNumbers
  const before = report.before as unknown as WeekNumbers
  const found = await Promise.all(pools.map(({ poolId }) => tx.pools.get(poolId as PoolId)))
  const owners = await tx.members.getMany([...new Set(found.flatMap((pool) => pool?.ownerId ?? []))])
  const kept = pools.flatMap((pool, at): PoolNumbers[] => {
    const present = found[at]
    if (present === undefined) return []
    const owner = owners.find(({ id }) => id === present.ownerId)?.name
    return [{ ...NOT_COUNTED, ...pool, poolId: present.id, name: present.name, owner }]
  })
  return {
    span: { from, to } as WeekAndLast['span'],
    now,
    before,
    pools: kept,
    helpers: await tx.members.getMany(report.now.thanks.map(({ memberId }) => memberId as MemberId)),
    cadenceDays,
    pictures: PICTURES.flatMap((kind) => {
      const file = pictures[kind]
      if (file === undefined || file === 'nothing') return []
      return { kind, fileId: file === 'none' ? undefined : file.id }
    }),
    trend,
    goalPercent,
  }
}

/** The name of a pool's own post about its week, in the channel that it names. */
export const poolWeekKey = (poolId: PoolId, { slot }: Pick<RunKey, 'slot'>): string => `pool_week:${poolId}:${slot}`

/** One pool of a digest, for its own channel; `undefined` where it is gone or was not counted. */
export async function loadPoolWeek(ctx: SystemCtx, key: string): Promise<PoolMetrics | undefined> {
  const [, id, slot] = /^pool_week:([0-9a-f-]{36}):(.+)$/.exec(key) ?? []
  if (id === undefined || slot === undefined) return undefined
  const model = await loadDigest(ctx, digestKey({ subject: '', slot }))
  const pool = model?.pools.find(({ poolId }) => poolId === id)
  if (pool === undefined) return undefined
  const present = await ctx.uow.run((tx) => tx.pools.get(pool.poolId))
  return present === undefined || present.archivedAt !== undefined
    ? undefined
    : { pool, cadenceDays: present.cadenceDays }
}

const NOT_COUNTED = { week: undefined, fresh: undefined, hiredThisYear: undefined }
