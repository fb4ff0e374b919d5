/** Importing a file of people: the form about the file, the form about its columns, and the buttons of the message that tells how it stands. */
import type { App } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import type { FileImportId } from '../domain/shared/ids.ts'
import { columnsForm, importAnswers, importProblem, importForm as words } from '../domain/shared/words/file-imports.ts'
import { columnsOnPage, pagesOf, WORKING } from '../domain/transfer/file-import.ts'
import { mayAct } from '../usecases/access/may-act.ts'
import type { Ctx } from '../usecases/context.ts'
import {
  beginFileImport,
  cancelFileImport,
  chooseColumns,
  type ImportRefusal,
  loadColumns,
  loadImportCard,
  startFileImport,
  undoFileImport,
} from '../usecases/transfer/file-imports.ts'
import { newestTable, offerFor } from '../usecases/transfer/offer-file.ts'
import { IMPORT_FILE } from '../views/file-offer/blocks.ts'
import { IMPORT_CANCEL, IMPORT_COLUMNS, IMPORT_START, IMPORT_UNDO } from '../views/import-card/ids.ts'
import { renderColumnsModal, renderImportModal } from '../views/import-modal/blocks.ts'
import {
  COLUMNS_MODAL,
  columnBlock,
  IMPORT_BLOCKS,
  IMPORT_MODAL,
  readColumnsMeta,
  readImportMeta,
} from '../views/import-modal/schema.ts'
import { columnErrors, columnsEntry, fileGiven, importEntry } from '../views/import-modal/submit.ts'
import { safe } from '../views/mrkdwn.ts'
import { renderNotice, renderWaiting } from '../views/notice-modal/blocks.ts'
import { openAbove, openModal } from './open-modal.ts'
import { edgeWords, isEdgeRefusal, reworded } from './refused.ts'
import type { Shell } from './shell/enter.ts'
import { redraw } from './shell/in-modal.ts'
import { onPress } from './shell/on-press.ts'
import { onSubmit, type Submitted } from './shell/on-submit.ts'
import type { Reply } from './shell/tell.ts'

const notAllowed = (): Reply => ({ text: edgeWords({ kind: 'not_allowed', permission: 'candidate.add' }) })

/** `/pool import` */
export async function openImportForm(ctx: Ctx, client: WebClient, triggerId: string): Promise<Reply | undefined> {
  if (!mayAct(ctx.actor, 'candidate.add')) return notAllowed()
  const sent = await newestTable(ctx)
  const meta = sent === undefined ? { only: false } : { only: false, fileId: sent.id, name: sent.name }
  return openModal(client, triggerId, renderImportModal(meta))
}

export function registerFileImports(app: Pick<App, 'action' | 'view'>, shell: Shell): void {
  onPress(app, shell, IMPORT_FILE, async (press) => {
    const { ctx, pressed } = press
    if (!mayAct(ctx.actor, 'candidate.add')) return notAllowed()
    const file = await ctx.services.files.look(pressed.value)
    if (!file.ok) return { text: importProblem(file.refusal) }
    return openAbove(press, renderImportModal({ only: true, fileId: file.value.id, name: file.value.name }))
  })

  onSubmit(app, shell, IMPORT_MODAL, async ({ ctx, client, view }) => {
    const onBasis = (text: string): Submitted => ({ kind: 'errors', errors: { [IMPORT_BLOCKS.basis]: text } })
    if (!mayAct(ctx.actor, 'candidate.add')) return onBasis(notAllowed().text)
    const meta = readImportMeta(view.private_metadata)
    const chosen = meta.only ? undefined : fileGiven(view.state.values, IMPORT_BLOCKS.file)
    const file = chosen ?? (meta.fileId === undefined ? undefined : { id: meta.fileId, name: meta.name ?? 'file' })
    if (file === undefined) return { kind: 'errors', errors: { [IMPORT_BLOCKS.file]: words.needsFile } }
    if (offerFor(file.name) !== 'table')
      return meta.only
        ? onBasis(words.wrongType)
        : { kind: 'errors', errors: { [IMPORT_BLOCKS.file]: words.wrongType } }
    const { basis, standing, role } = importEntry(view.state.values)
    if (basis === undefined) return onBasis(words.needsBasis)
    const begun = await beginFileImport(ctx, {
      slackFileId: file.id,
      file: file.name.slice(0, 255),
      basis: basis as 'consent',
      ...(standing === undefined ? {} : { standing: standing as 'hired' }),
      ...(role === undefined ? {} : { role }),
    })
    if (!begun.ok) return onBasis(edgeWords(begun.refusal))
    ctx.services.afterwards(() => showColumns(ctx, client, view.id, begun.value.id, file.name))
    return { kind: 'update', view: renderWaiting(words.title) }
  })

  onSubmit(app, shell, COLUMNS_MODAL, async ({ ctx, view }) => {
    const { importId, page } = readColumnsMeta(view.private_metadata)
    const form = await loadColumns(ctx, { importId })
    if (!form.ok) return { kind: 'update', view: renderNotice({ text: importWords(form.refusal) }, columnsForm.title) }
    const last = page + 1 >= pagesOf(form.value.head.names.length)
    const columns = columnsEntry(view.state.values, page) as [number, string][]
    const asked = columnsOnPage(form.value.head.names.length, page)
    const unanswered = asked.find((at) => !columns.some(([column]) => column === at))
    if (unanswered !== undefined)
      return { kind: 'errors', errors: { [columnBlock(unanswered)]: columnsForm.unanswered } }
    const chosen = await chooseColumns(ctx, { importId, columns, last })
    if (chosen.ok)
      return {
        kind: 'update',
        view: last
          ? renderNotice({ text: columnsForm.counting(safe(chosen.value.file, 255)) }, columnsForm.title)
          : renderColumnsModal({ ...form.value, found: chosen.value }, page + 1),
      }
    const { refusal } = chosen
    switch (refusal.kind) {
      case 'twice':
      case 'no_names':
      case 'no_contacts':
        return { kind: 'errors', errors: columnErrors(refusal, page) }
      case 'bad_input':
      case 'not_allowed':
        return { kind: 'errors', errors: { [columnBlock(page)]: edgeWords(refusal) } }
      case 'gone':
      case 'not_yours':
      case 'too_late':
        return { kind: 'update', view: renderNotice({ text: importWords(refusal) }, columnsForm.title) }
    }
  })

  onPress(app, shell, IMPORT_COLUMNS, async (press) => {
    const form = await loadColumns(press.ctx, { importId: press.pressed.value })
    return form.ok ? openAbove(press, renderColumnsModal(form.value, 0)) : { text: importWords(form.refusal) }
  })
  onPress(app, shell, IMPORT_START, async ({ ctx, pressed }) => {
    const started = await startFileImport(ctx, { importId: pressed.value })
    return { text: started.ok ? importAnswers.started : importWords(started.refusal) }
  })
  onPress(app, shell, IMPORT_CANCEL, async ({ ctx, pressed }) => {
    const cancelled = await cancelFileImport(ctx, { importId: pressed.value })
    return { text: cancelled.ok ? importAnswers.cancelled : importWords(cancelled.refusal) }
  })
  onPress(app, shell, IMPORT_UNDO, async ({ ctx, pressed }) => {
    const undoing = await undoFileImport(ctx, { importId: pressed.value })
    return { text: undoing.ok ? importAnswers.undoing : importWords(undoing.refusal) }
  })
}

const importWords = (refusal: ImportRefusal | Parameters<typeof edgeWords>[0]): string =>
  isEdgeRefusal(refusal) ? edgeWords(refusal) : reworded(refusal, ({ kind }) => importAnswers[kind])

/** Slack draws the answer to a submission before this may come. */
const FIRST_LOOK_MS = 700
const LOOK_EACH_MS = 300
const PATIENCE_MS = 20_000

/** The form waits while a worker brings the file; what takes longer, or fails, is told by the message in the DM. */
async function showColumns(ctx: Ctx, client: WebClient, viewId: string, id: FileImportId, file: string): Promise<void> {
  const until = performance.now() + PATIENCE_MS
  await pause(FIRST_LOOK_MS)
  let found = await loadImportCard(ctx, id)
  while (found !== undefined && (WORKING as readonly string[]).includes(found.state) && performance.now() < until) {
    await pause(LOOK_EACH_MS)
    found = await loadImportCard(ctx, id)
  }
  const form = await loadColumns(ctx, { importId: id })
  if (form.ok) {
    await redraw(client, viewId, renderColumnsModal(form.value, 0))
    return
  }
  const text = found?.problem === undefined ? columnsForm.reading(safe(file, 255)) : importProblem(found.problem)
  await redraw(client, viewId, renderNotice({ text }, words.title))
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
