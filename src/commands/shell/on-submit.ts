import type { AckFn, App, ViewOutput } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import type { WebClient } from '@slack/web-api'
import { shellWords } from '../../domain/shared/words/shell.ts'
import type { Ctx } from '../../usecases/context.ts'
import { renderNotice, renderWaiting } from '../../views/notice-modal/blocks.ts'
import { soon } from '../soon.ts'
import { type Common, enter, faultReply, type Shell } from './enter.ts'
import { redraw } from './in-modal.ts'
import { type Answer, inDm, type Reply, repliedWith, respondAt, whisper } from './tell.ts'

/** What becomes of a submitted modal. */
export type Submitted =
  | { readonly kind: 'done' | 'clear'; readonly tell?: Answer }
  /**
   * What takes longer than Slack waits follows the acknowledgement: it looks something up, or can be begun again from what is on record by
   * now. `isDone`: the change itself is committed, and whatever goes wrong after that does not undo it. Where all began in a conversation,
   * the modal closes and the answer stands there (`respondAt`), else in the person's DM, where only they see it and not for long. Where it
   * began in a modal or on Home, the answer takes the place of the form.
   */
  | {
      readonly kind: 'later'
      readonly work: () => Promise<Reply>
      readonly respondAt: string | undefined
      readonly isDone?: true
    }
  | { readonly kind: 'errors'; readonly errors: Readonly<Record<string, string>> }
  | { readonly kind: 'update' | 'push'; readonly view: ModalView }
  /** A view in the place of the form, at once where it comes soon, else after a word to wait; it may be asked for again. */
  | { readonly kind: 'view_later'; readonly work: () => Promise<ModalView> }

export type Submission = Omit<Common, 'respond'> & {
  readonly view: ViewOutput
  readonly triggerId: string
  readonly teamId: string
}

/** A submitted modal. It stays open until the change is committed: whatever fails, nothing that was typed is lost. */
export function onSubmit(
  app: Pick<App, 'view'>,
  shell: Shell,
  callbackId: string,
  handle: (act: Submission) => Promise<Submitted>,
): void {
  app.view({ callback_id: callbackId, type: 'view_submission' }, async ({ body, view, ack, client }) => {
    const act = { name: callbackId, teamId: body.team?.id ?? '', slackUserId: body.user.id, key: view.id }
    const onFirstInput = async ({ text }: Reply) => {
      const block = view.blocks.find((one) => one.type === 'input')
      // A form without a field keeps its place below what is said.
      if (block?.block_id === undefined) await ack({ response_action: 'push', view: renderNotice({ text }) })
      else await ack({ response_action: 'errors', errors: beside({ [block.block_id]: text }) })
    }
    await enter(shell, act, onFirstInput, async (ctx) => {
      const triggerId = (body as { readonly trigger_id?: string }).trigger_id ?? ''
      const outcome = await handle({ ctx, client, view, triggerId, teamId: act.teamId })
      return async () => {
        if (outcome.kind === 'later') {
          const reply = outcome
            .work()
            .catch((error: unknown) => ourFault(shell, callbackId, ctx, error, outcome.isDone))
          return tellLater(
            { ack: ack as AckFn<unknown>, client, view, shell, user: body.user.id },
            outcome.respondAt,
            reply,
          )
        }
        if (outcome.kind === 'view_later') {
          const { title } = view
          const next = outcome
            .work()
            .catch((error: unknown) => renderNotice(ourFault(shell, callbackId, ctx, error), title.text))
          return drawLater({ ack: ack as AckFn<unknown>, client, view }, next)
        }
        await answer(outcome, ack as AckFn<unknown>)
        const tell = 'tell' in outcome ? await repliedWith(outcome.tell) : undefined
        if (tell !== undefined) await inDm(client, body.user.id, tell)
      }
    })
  })
}

/** Slack waits for three seconds; what comes within this needs no skeleton, which Slack might draw over it. */
const SOON_MS = 1_500

type Telling = {
  readonly ack: AckFn<unknown>
  readonly client: WebClient
  readonly view: ViewOutput
  readonly shell: Shell
  readonly user: string
}

async function tellLater({ ack, client, view, shell, user }: Telling, url: string | undefined, reply: Promise<Reply>) {
  if (url !== undefined) {
    await ack()
    if (!(await respondAt(url, await reply, shell.apiOrigin))) await whisper(client, user, await reply)
    return
  }
  const title = view.title.text
  const quick = await soon(reply, SOON_MS)
  await ack({
    response_action: 'update',
    view: quick === undefined ? renderWaiting(title) : renderNotice(quick, title),
  })
  if (quick === undefined && !(await redraw(client, view.id, renderNotice(await reply, title))))
    await whisper(client, user, await reply)
}

function ourFault(shell: Shell, act: string, { correlationId }: Ctx, error: unknown, isDone?: boolean): Reply {
  const reply = faultReply(shell, act, correlationId, error)
  return isDone === true ? { text: shellWords.doneUnshown(correlationId) } : reply
}

async function drawLater({ ack, client, view }: Pick<Telling, 'ack' | 'client' | 'view'>, next: Promise<ModalView>) {
  const quick = await soon(next, SOON_MS)
  await ack({ response_action: 'update', view: quick ?? renderWaiting(view.title.text) })
  if (quick === undefined) await redraw(client, view.id, await next)
}

/** Beside a field Slack draws letters: the signs that make words bold or code elsewhere would be read. */
const beside = (errors: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(errors).map(([field, text]) => [
      field,
      text.replaceAll('`', '').replace(/\*([^*\s][^*]*)\*/g, '$1'),
    ]),
  )

async function answer(
  outcome: Exclude<Submitted, { kind: 'later' | 'view_later' }>,
  ack: AckFn<unknown>,
): Promise<void> {
  switch (outcome.kind) {
    case 'done':
      return ack()
    case 'clear':
      return ack({ response_action: 'clear' })
    case 'errors':
      return ack({ response_action: 'errors', errors: beside(outcome.errors) })
    case 'update':
    case 'push':
      return ack({ response_action: outcome.kind, view: outcome.view })
  }
}
