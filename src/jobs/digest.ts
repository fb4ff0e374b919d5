/** The week's digest: counted once, drawn once, posted once; then the numbers as a file, and what they mean, in its thread. */
import { PICTURES, type Picture } from '../domain/metrics/pictures.ts'
import { dayIn, daysBetween } from '../domain/shared/time.ts'
import { metrics as words } from '../domain/shared/words/metrics.ts'
import type { Contexts } from '../usecases/access/make-contexts.ts'
import type { WorkspaceInfo } from '../usecases/context.ts'
import { MOST_POOLS } from '../usecases/find/read-query.ts'
import { countDigest } from '../usecases/metrics/count-digest.ts'
import { type DigestReport, readDigestReport } from '../usecases/metrics/digest-report.ts'
import { digestKey, poolWeekKey } from '../usecases/metrics/load-digest.ts'
import type { Log } from '../usecases/ports/log.ts'
import { SearchTooSlowError } from '../usecases/ports/services.ts'
import type { SlackAnswer, SlackPoster } from '../usecases/ports/slack.ts'
import { loadWorkspaceSettings } from '../usecases/settings/workspace-settings.ts'
import { definitionsText } from '../views/metrics/blocks.ts'
import { bringNumbers, bringPicture, FILE_TRIES, startOf } from './digest-files.ts'
import type { Job, Ran, Running } from './job.ts'

export type DigestParts = {
  readonly contexts: Pick<Contexts, 'forSystem'>
  readonly poster: (workspace: WorkspaceInfo) => SlackPoster
  /** A PNG; rejects where it cannot be drawn, and as soon as the signal says that the process stops. */
  readonly draw: (picture: Picture, signal: AbortSignal) => Promise<Uint8Array>
  readonly log: Log
}

/** A digest that could not be told for so long is not news any more. */
const STALE_DAYS = 14

export const makeDigestJob = (parts: DigestParts): Job => ({
  name: 'digest',
  run: (running) => runDigest(parts, running),
})

async function runDigest(parts: DigestParts, running: Running): Promise<Ran> {
  const { workspace, day, key, signal, keep } = running
  const ctx = parts.contexts.forSystem(workspace)
  let report = readDigestReport(running.report)
  if (daysBetween(day, dayIn(ctx.now, workspace.zone)) > STALE_DAYS) return { kind: 'given_up', report: report ?? {} }
  if (report === undefined) {
    try {
      report = await countDigest(ctx, running)
    } catch (error) {
      if (error instanceof SearchTooSlowError) return { kind: 'later', report: {} }
      throw error
    }
    if (!(await keep(report))) return { kind: 'later', report }
  }
  if (signal.aborted) return { kind: 'later', report }
  for (const kind of PICTURES) {
    if (report.pictures[kind] !== undefined) continue
    const file = await bringPicture(parts, running, report, kind)
    if (file === undefined) return { kind: 'later', report }
    report = { ...report, pictures: { ...report.pictures, [kind]: file } }
    if (!(await keep(report))) return { kind: 'later', report }
  }
  const { pools } = report
  const post = await parts.contexts.forSystem(workspace).uow.run(async (tx) => {
    const { channels } = await loadWorkspaceSettings(tx, ctx.services.places)
    const known = await tx.posts.byKey(digestKey(key))
    if (known !== undefined) return known
    await tx.posts.want({ key: digestKey(key), kind: 'digest', address: channels.digest, subjects: [] }, ctx.now)
    // One that is asked for by hand is for who asked; the channels of the pools hear of each week once.
    const counted = new Set<string>(pools.map(({ poolId }) => poolId))
    for (const pool of running.byHand ? [] : await tx.pools.list(MOST_POOLS)) {
      if (pool.channel === undefined || !counted.has(pool.id)) continue
      const post = {
        key: poolWeekKey(pool.id, key),
        kind: 'pool_week',
        address: pool.channel,
        subjects: [pool.id],
      } as const
      await tx.posts.want(post, ctx.now)
    }
    return undefined
  })
  if (post === undefined) ctx.services.wake.posts()
  // Where it can never stand the admins were told, and there is no thread either.
  if (post?.state === 'failed') return { kind: 'done', report }
  if (post?.channel === undefined || post.ts === undefined) return { kind: 'later', report }
  return shareNumbers(parts, running, report, { channel: post.channel, ts: post.ts })
}

/** The file and the meanings, as one answer in the thread: looked for first where an earlier attempt may have shared it already. */
async function shareNumbers(
  parts: DigestParts,
  running: Running,
  report: DigestReport,
  thread: { readonly channel: string; readonly ts: string },
): Promise<Ran> {
  const { keep, workspace } = running
  const poster = parts.poster(workspace)
  const begun = report.csv !== undefined
  const csv = report.csv ?? (await bringNumbers(parts, running, report))
  if (csv === undefined) return { kind: 'later', report }
  const shared = { ...report, csv }
  if (typeof csv === 'string' || csv.shared) return { kind: 'done', report: shared }
  // Before it is shared: whoever comes after a kill then looks whether it was.
  if (!begun && !(await keep(shared))) return { kind: 'later', report: shared }
  const over: Ran = { kind: 'done', report: { ...report, csv: { ...csv, shared: true } } }
  if (begun) {
    const found = await poster.hasFile(thread, csv.id)
    if (found.kind !== 'done') return retry(found, running, shared)
    if (found.value === 'yes') return over
  }
  const title = words.csvTitle(startOf(report, workspace))
  const answer = await poster.shareFile({ id: csv.id, title }, { ...thread, comment: definitionsText() })
  return answer.kind === 'done' ? over : retry(answer, running, shared)
}

/** What can never be is left; the digest itself stands. */
const retry = ({ kind }: SlackAnswer<unknown>, { attempts }: Running, report: DigestReport): Ran =>
  kind === 'permanent' || attempts > 4 * FILE_TRIES
    ? { kind: 'done', report: { ...report, csv: 'none' } }
    : { kind: 'later', report }
