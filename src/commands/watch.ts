/** `/pool watch`, `/pool watch Acme`, and the buttons of a watched company. */
import type { App } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import { dayIn } from '../domain/shared/time.ts'
import { watch as words } from '../domain/shared/words/watch.ts'
import type { Ctx } from '../usecases/context.ts'
import type { EdgeRefusal } from '../usecases/define-use-case.ts'
import { markEmployment, previewEmployment, undoEmployment } from '../usecases/watch/mark-employment.ts'
import { listWatches, readWatch, stopWatch, type WatchRefusal, watchCompany } from '../usecases/watch/watch-company.ts'
import { type Answers, answer, answersOf } from '../views/form-fields.ts'
import { dayInWords, safe } from '../views/mrkdwn.ts'
import { renderWatch, renderWatchList, renderWatchModal } from '../views/watch/blocks.ts'
import { renderEmployment, renderMarked } from '../views/watch/employment.ts'
import {
  WATCH_COMPANY,
  WATCH_DAY,
  WATCH_EMPLOYMENT,
  WATCH_EMPLOYMENT_AS,
  WATCH_EMPLOYMENT_MODAL,
  WATCH_EMPLOYMENT_UNDO,
  WATCH_EMPLOYMENT_WHO,
  WATCH_KIND,
  WATCH_LASTING,
  WATCH_LINK,
  WATCH_MODAL,
  WATCH_NEW,
  WATCH_PEOPLE,
  WATCH_STOP,
} from '../views/watch/ids.ts'
import { edgeReply } from './find-replies.ts'
import { openModal } from './open-modal.ts'
import { edgeWords, isEdgeRefusal, reworded } from './refused.ts'
import type { Shell } from './shell/enter.ts'
import { onPress } from './shell/on-press.ts'
import { onSubmit } from './shell/on-submit.ts'
import type { Reply } from './shell/tell.ts'

type Opening = { readonly ctx: Ctx; readonly client: WebClient; readonly triggerId: string }

export async function watchCommand(opening: Opening, company: string): Promise<Reply | undefined> {
  const watches = await listWatches(opening.ctx, {})
  if (!watches.ok) return edgeReply(watches.refusal)
  return company === '' ? renderWatchList(watches.value) : openForm(opening, company)
}

const openForm = ({ ctx, client, triggerId }: Opening, company: string): Promise<Reply | undefined> =>
  openModal(client, triggerId, renderWatchModal(company, dayIn(ctx.now, ctx.workspace.zone)))

export function registerWatch(app: Pick<App, 'action' | 'view'>, shell: Shell): void {
  onPress(app, shell, WATCH_NEW, async ({ ctx, client, pressed }) => {
    const watches = await listWatches(ctx, {})
    return watches.ok ? openForm({ ctx, client, triggerId: pressed.triggerId }, '') : edgeReply(watches.refusal)
  })
  onPress(app, shell, WATCH_PEOPLE, ({ ctx, pressed }) => peopleReply(ctx, pressed.value, false))
  onPress(app, shell, WATCH_STOP, async ({ ctx, pressed }) => {
    const stopped = await stopWatch(ctx, { watchId: pressed.value })
    if (!stopped.ok) return { text: reworded(stopped.refusal, ({ kind }) => words.refusals[kind]) }
    return async () => {
      const read = await readWatch(ctx, { watchId: pressed.value })
      return { text: words.stopped(read.ok ? safe(read.value.watch.company, 150) : ''), replaces: true }
    }
  })
  onPress(app, shell, WATCH_EMPLOYMENT, async ({ ctx, client, pressed }) => {
    const preview = await previewEmployment(ctx, { watchId: pressed.value })
    if (!preview.ok) return { text: reworded(preview.refusal, ({ kind }) => words.refusals[kind]) }
    if (preview.value.people.length === 0) return { text: words.nobody }
    return openModal(client, pressed.triggerId, renderEmployment(preview.value))
  })
  onPress(app, shell, WATCH_EMPLOYMENT_UNDO, async ({ ctx, pressed }) => {
    const undone = await undoEmployment(ctx, { batchId: pressed.value })
    if (!undone.ok) return { text: reworded(undone.refusal, ({ kind }) => words.refusals[kind]) }
    return { text: words.employment.undone(undone.value.undone, undone.value.left), replaces: true }
  })
  onSubmit(app, shell, WATCH_EMPLOYMENT_MODAL, async ({ ctx, view }) => {
    const values: Answers = view.state.values
    const marked = await markEmployment(ctx, {
      watchId: view.private_metadata,
      employment: (answer(values, WATCH_EMPLOYMENT_AS) ?? '') as 'employed',
      people: [...answersOf(values, WATCH_EMPLOYMENT_WHO)],
    })
    if (marked.ok) return { kind: 'done', tell: renderMarked(marked.value) }
    const refused = reworded(marked.refusal, ({ kind }) => words.refusals[kind])
    return { kind: 'errors', errors: { [WATCH_EMPLOYMENT_WHO]: refused } }
  })
  onSubmit(app, shell, WATCH_MODAL, async ({ ctx, view }) => {
    const values: Answers = view.state.values
    const given = (id: string) => answer(values, id) ?? ''
    const watched = await watchCompany(ctx, {
      company: given(WATCH_COMPANY),
      kind: given(WATCH_KIND) as 'layoff',
      day: given(WATCH_DAY),
      link: given(WATCH_LINK).trim(),
      lasts: given(WATCH_LASTING),
    })
    if (!watched.ok) return { kind: 'errors', errors: errorsOf(watched.refusal) }
    return { kind: 'done', tell: () => peopleReply(ctx, watched.value.watchId, true) }
  })
}

async function peopleReply(ctx: Ctx, watchId: string, begun: boolean): Promise<Reply> {
  const read = await readWatch(ctx, { watchId })
  if (read.ok) return renderWatch(read.value, begun)
  return isEdgeRefusal(read.refusal) ? edgeReply(read.refusal) : { text: words.refusals.no_such_watch }
}

const FIELDS: Readonly<Record<string, string>> = {
  company: WATCH_COMPANY,
  kind: WATCH_KIND,
  day: WATCH_DAY,
  link: WATCH_LINK,
  lasts: WATCH_LASTING,
}

function errorsOf(refusal: WatchRefusal | EdgeRefusal): Readonly<Record<string, string>> {
  if (refusal.kind === 'not_allowed') return { [WATCH_COMPANY]: edgeWords(refusal) }
  if (refusal.kind === 'bad_input')
    return Object.fromEntries(refusal.problems.map(({ path, message }) => [FIELDS[path] ?? WATCH_COMPANY, message]))
  if (refusal.kind === 'watched_already') {
    const { company, endsOn } = refusal.watch
    return { [WATCH_COMPANY]: words.refusals.watched_already(company.slice(0, 150), dayInWords(endsOn)) }
  }
  return { [refusal.kind === 'no_name' ? WATCH_COMPANY : WATCH_DAY]: words.refusals[refusal.kind] }
}
