/** The week's digest: counted once, drawn once, posted once; then the numbers as a file, and what they mean, in its thread. */
import { weekCsv } from '../domain/metrics/csv.ts'
import type { Rate } from '../domain/metrics/numbers.ts'
import { type Day, dayIn, daysBetween, instant } from '../domain/shared/time.ts'
import { metrics as words } from '../domain/shared/words/metrics.ts'
import type { Contexts } from '../usecases/access/make-contexts.ts'
import type { WorkspaceInfo } from '../usecases/context.ts'
import { countDigest } from '../usecases/metrics/count-digest.ts'
import { type DigestReport, readDigestReport } from '../usecases/metrics/digest-report.ts'
import { digestKey, loadDigest } from '../usecases/metrics/load-digest.ts'
import { SearchTooSlowError } from '../usecases/ports/services.ts'
import type { SlackAnswer, SlackPoster } from '../usecases/ports/slack.ts'
import { loadWorkspaceSettings } from '../usecases/settings/workspace-settings.ts'
import { definitionsText } from '../views/metrics/blocks.ts'
import type { Job, Ran, Running } from './job.ts'

export type PictureWeek = {
  readonly label: string
  readonly keptInTouch: Rate
  readonly sent: number
  readonly replied: number
}
export type DigestParts = {
  readonly contexts: Pick<Contexts, 'forSystem'>
  readonly poster: (workspace: WorkspaceInfo) => SlackPoster
  /** A PNG. */
  readonly draw: (weeks: readonly PictureWeek[]) => Promise<Uint8Array>
}

/** A digest that could not be told for so long is not news any more. */
const STALE_DAYS = 14
/** Ticks that a file is tried for; then the digest goes without, because its words matter more. */
const FILE_TRIES = 15

type File = DigestReport['picture']

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
  if (report.picture === undefined) {
    const picture = await upload(parts, running, report, 'picture')
    if (picture === undefined) return { kind: 'later', report }
    report = { ...report, picture }
    if (!(await keep(report))) return { kind: 'later', report }
  }
  const post = await parts.contexts.forSystem(workspace).uow.run(async (tx) => {
    const { channels } = await loadWorkspaceSettings(tx, ctx.services.places)
    const known = await tx.posts.byKey(digestKey(key))
    if (known === undefined)
      await tx.posts.want({ key: digestKey(key), kind: 'digest', address: channels.digest, subjects: [] }, ctx.now)
    return known
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
  const csv = report.csv ?? (await upload(parts, running, report, 'csv'))
  if (csv === undefined) return { kind: 'later', report }
  const shared = { ...report, csv }
  if (csv === 'none' || csv.shared) return { kind: 'done', report: shared }
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

/** Brings the picture or the numbers to Slack, seen by nobody yet: what an answer that got lost leaves behind disturbs nobody. */
async function upload(
  { contexts, poster, draw }: DigestParts,
  { workspace, key, attempts }: Running,
  report: DigestReport,
  which: 'picture' | 'csv',
): Promise<File> {
  const start = startOf(report, workspace)
  const file =
    which === 'picture'
      ? {
          name: `medallist-week-${start}.png`,
          alt: words.pictureAlt(report.trend.length),
          bytes: await draw(weeksOf(report, workspace)),
        }
      : {
          name: words.csvName(start),
          alt: undefined,
          bytes: new TextEncoder().encode(await csvOf(contexts, workspace, digestKey(key))),
        }
  const answer = await poster(workspace).upload(file)
  if (answer.kind !== 'done') return answer.kind === 'permanent' || attempts >= FILE_TRIES ? 'none' : undefined
  if (which === 'csv') return { id: answer.value, shared: false }
  const completed = await poster(workspace).shareFile({ id: answer.value, title: file.name }, undefined)
  if (completed.kind === 'done') return { id: answer.value, shared: false }
  return completed.kind === 'permanent' || attempts >= FILE_TRIES ? 'none' : undefined
}

async function csvOf(contexts: DigestParts['contexts'], workspace: WorkspaceInfo, key: string): Promise<string> {
  const model = await loadDigest(contexts.forSystem(workspace), key)
  return model === undefined ? '' : weekCsv(model)
}

const startOf = ({ from }: DigestReport, { zone }: WorkspaceInfo): Day => dayIn(instant(from), zone)

const LABEL = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
const weeksOf = ({ trend }: DigestReport, { zone }: WorkspaceInfo): readonly PictureWeek[] =>
  trend.map(({ from, ...numbers }) => ({
    ...numbers,
    label: LABEL.format(new Date(`${dayIn(instant(from), zone)}T00:00:00Z`)),
  }))
