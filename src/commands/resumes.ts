/** *Add a silver medallist*, filled in from a résumé: from a file that was sent to the bot, or from the form. */
import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import type { WebClient } from '@slack/web-api'
import type { SilverEntry } from '../domain/candidate/silver-form.ts'
import { entryOfResume, foundNothing } from '../domain/resume/resume.ts'
import { silver } from '../domain/shared/words/capture.ts'
import { sortedBy, withoutModel } from '../domain/shared/words/model.ts'
import { resumeProblem, resumeForm as words } from '../domain/shared/words/resumes.ts'
import { mayAct } from '../usecases/access/may-act.ts'
import { prepareResume } from '../usecases/capture/prepare-resume.ts'
import type { Ctx } from '../usecases/context.ts'
import { ADD_FROM_FILE } from '../views/file-offer/blocks.ts'
import { fileGiven } from '../views/import-modal/submit.ts'
import { renderNotice, renderWaiting } from '../views/notice-modal/blocks.ts'
import { FROM_RESUME, RESUME_FILE, RESUME_MODAL, readTyped, renderResumeModal } from '../views/resume-modal/blocks.ts'
import { renderSilverModal } from '../views/silver-modal/blocks.ts'
import { readSilverMeta } from '../views/silver-modal/schema.ts'
import { silverEntry } from '../views/silver-modal/submit.ts'
import { openModal } from './open-modal.ts'
import { edgeWords, reworded } from './refused.ts'
import type { Shell } from './shell/enter.ts'
import { redraw } from './shell/in-modal.ts'
import { onPress } from './shell/on-press.ts'
import { onSubmit } from './shell/on-submit.ts'
import type { Reply } from './shell/tell.ts'

const notAllowed = (): Reply => ({ text: edgeWords({ kind: 'not_allowed', permission: 'candidate.add' }) })

/** `/silver resume` */
export async function openResumeForm(ctx: Ctx, client: WebClient, triggerId: string): Promise<Reply | undefined> {
  if (!mayAct(ctx.actor, 'candidate.add')) return notAllowed()
  return openModal(client, triggerId, renderResumeModal({}))
}

export function registerResumes(app: Pick<App, 'action' | 'view'>, shell: Shell): void {
  onPress(app, shell, ADD_FROM_FILE, async ({ ctx, client, pressed, ack }) => {
    if (!mayAct(ctx.actor, 'candidate.add')) return notAllowed()
    let viewId: string | undefined
    // To bring and read a file takes longer than Slack lets a form be opened.
    const late = await openModal(client, pressed.triggerId, renderWaiting(silver.title), 'open', (id) => {
      viewId = id
    })
    if (late !== undefined || viewId === undefined) return late
    await ack()
    await redraw(client, viewId, await filledIn(ctx, pressed.value, {}))
    return undefined
  })

  onPress(app, shell, FROM_RESUME, async ({ ctx, client, pressed }) => {
    if (!mayAct(ctx.actor, 'candidate.add')) return notAllowed()
    if (pressed.view === undefined) return undefined
    await redraw(client, pressed.view.id, renderResumeModal(silverEntry(pressed.view.state.values)))
    return undefined
  })

  onSubmit(app, shell, RESUME_MODAL, async ({ ctx, client, view }) => {
    const onFile = (text: string) => ({ kind: 'errors' as const, errors: { [RESUME_FILE]: text } })
    if (!mayAct(ctx.actor, 'candidate.add')) return onFile(notAllowed().text)
    const file = fileGiven(view.state.values, RESUME_FILE)
    if (file === undefined) return onFile(words.needsFile)
    ctx.services.afterwards(async () => {
      const [form] = await Promise.all([filledIn(ctx, file.id, readTyped(view.private_metadata)), pause(FIRST_LOOK_MS)])
      await redraw(client, view.id, form)
    })
    return { kind: 'update', view: renderWaiting(silver.title) }
  })
}

async function filledIn(ctx: Ctx, slackFileId: string, typed: SilverEntry): Promise<ModalView> {
  const prepared = await prepareResume(ctx, { slackFileId })
  if (!prepared.ok)
    return renderNotice({ text: reworded(prepared.refusal, ({ problem }) => resumeProblem(problem)) }, silver.title)
  const { parsed, byRules, odd } = prepared.value
  const { years } = parsed
  return renderSilverModal({
    entry: entryOfResume(parsed, typed),
    ownerSlackId: ctx.actor.slackUserId,
    filledIn: [
      foundNothing(parsed) ? words.foundNothing : words.filledIn,
      ...(years === undefined ? [] : [words.years(years)]),
      ...(odd.length === 0 ? [] : [words.odd(odd)]),
      ...(byRules === undefined || byRules === 'no_model' ? [] : [sortedBy.rules(withoutModel[byRules])]),
    ].join(' '),
    meta: { ...readSilverMeta('{}'), more: false },
  })
}

/** Slack draws the answer to a submission before this may come. */
const FIRST_LOOK_MS = 700
const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
