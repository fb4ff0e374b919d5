/** What goes with a digest: its pictures, and its numbers as a file. It never waits long for them, because its words matter more. */
import { weekCsv } from '../domain/metrics/csv.ts'
import { isWorthDrawing, type Picture, type PictureKind } from '../domain/metrics/pictures.ts'
import { type Day, dayIn, instant } from '../domain/shared/time.ts'
import { metrics as words } from '../domain/shared/words/metrics.ts'
import type { WorkspaceInfo } from '../usecases/context.ts'
import type { DigestFile, DigestReport } from '../usecases/metrics/digest-report.ts'
import { digestKey, loadDigest } from '../usecases/metrics/load-digest.ts'
import type { SlackPoster } from '../usecases/ports/slack.ts'
import type { DigestParts } from './digest.ts'
import type { Running } from './job.ts'

/** Ticks that Slack is asked to take a file; then the digest goes without. */
export const FILE_TRIES = 15
/** A drawing that failed twice fails for good. */
const DRAW_TRIES = 2

export const startOf = ({ from }: DigestReport, { zone }: WorkspaceInfo): Day => dayIn(instant(from), zone)

/** `undefined`: not this time, but perhaps with the next tick. */
type Brought = DigestFile | undefined

export async function bringPicture(
  { draw, poster, log }: DigestParts,
  { workspace, attempts, signal }: Running,
  report: DigestReport,
  kind: PictureKind,
): Promise<Brought> {
  const picture = pictureOf(report, workspace, kind)
  if (!isWorthDrawing(picture)) return 'nothing'
  let bytes: Uint8Array
  try {
    bytes = await draw(picture, signal)
  } catch (error) {
    if (signal.aborted) return undefined
    log.error({ err: error, workspaceId: workspace.id, picture: kind }, 'a picture could not be drawn')
    return attempts >= DRAW_TRIES ? 'none' : undefined
  }
  const name = `medallist-${kind}-${startOf(report, workspace)}.png`
  const slack = poster(workspace)
  const file = await slack.upload({ name, alt: pictureAlt(picture), bytes })
  if (file.kind !== 'done') return orGiveUp(file.kind, attempts)
  const completed = await slack.shareFile({ id: file.value, title: name }, undefined)
  return completed.kind === 'done' ? { id: file.value, shared: false } : orGiveUp(completed.kind, attempts)
}

/** Uploaded, and seen by nobody until it is shared: what an answer that got lost leaves behind disturbs nobody. */
export async function bringNumbers(
  {
    contexts,
    poster,
  }: { readonly contexts: DigestParts['contexts']; readonly poster: (of: WorkspaceInfo) => SlackPoster },
  { workspace, key, attempts }: Running,
  report: DigestReport,
): Promise<Brought> {
  const model = await loadDigest(contexts.forSystem(workspace), digestKey(key))
  const bytes = new TextEncoder().encode(model === undefined ? '' : weekCsv(model))
  const name = words.csvName(startOf(report, workspace))
  const file = await poster(workspace).upload({ name, alt: undefined, bytes })
  return file.kind === 'done' ? { id: file.value, shared: false } : orGiveUp(file.kind, attempts)
}

const orGiveUp = (kind: 'permanent' | 'later' | 'unknown', attempts: number): Brought =>
  kind === 'permanent' || attempts >= FILE_TRIES ? 'none' : undefined

function pictureOf(report: DigestReport, workspace: WorkspaceInfo, kind: PictureKind): Picture {
  const { year } = report.now
  return kind === 'funnel'
    ? { kind, steps: year.funnel, hires: year.hires, goalPercent: report.goalPercent }
    : { kind, weeks: weeksOf(report, workspace) }
}

/** What the picture shows, for whoever does not see it. */
const pictureAlt = (picture: Picture): string =>
  picture.kind === 'funnel'
    ? words.alt.funnel(picture.steps, picture.hires, picture.goalPercent)
    : words.alt.engagement(picture.weeks)

const LABEL = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
const weeksOf = ({ trend }: DigestReport, { zone }: WorkspaceInfo) =>
  trend.map(({ from, ...numbers }) => ({
    ...numbers,
    label: LABEL.format(new Date(`${dayIn(instant(from), zone)}T00:00:00Z`)),
  }))
