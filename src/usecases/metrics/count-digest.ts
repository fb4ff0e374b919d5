import { type Span, weekBefore, weeksEarlier } from '../../domain/metrics/weeks.ts'
import type { Day } from '../../domain/shared/time.ts'
import type { SystemCtx } from '../context.ts'
import { loadWorkspaceSettings } from '../settings/workspace-settings.ts'
import { DigestReport } from './digest-report.ts'
import { loadWeek } from './load-week.ts'

/** As many as a picture shows well. */
const TREND_WEEKS = 8

/** The numbers of the last whole week before the slot's day. */
export async function countDigest(ctx: SystemCtx, { day }: { readonly day: Day }): Promise<DigestReport> {
  const { zone } = ctx.workspace
  const span = weekBefore(day, zone)
  const { now, before, pools, cadenceDays } = await loadWeek(ctx, span)
  const spans: Span[] = [span]
  for (let weeks = 1; weeks < TREND_WEEKS; weeks += 1) spans.unshift(weeksEarlier(span, weeks, zone))
  const trend = await ctx.services.metrics.trend(spans.map((one) => ({ span: one, zone, cadenceDays })))
  const { goals } = await ctx.uow.run((tx) => loadWorkspaceSettings(tx, ctx.services.places))
  // What is kept are ids and amounts: the schema leaves out names and whatever else is text.
  return DigestReport.parse({
    ...span,
    now,
    before,
    pools,
    cadenceDays,
    goalPercent: goals?.poolHiresPercent,
    trend: trend.map((week, index) => ({ from: spans[index]?.from, ...week })),
  })
}
