/** `/medallist hand-over @ben`: the form, what it would do, and *Undo*. */
import type { App } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import { handOver as words } from '../domain/shared/words/hand-over.ts'
import type { Ctx } from '../usecases/context.ts'
import type { EdgeRefusal } from '../usecases/define-use-case.ts'
import { handOverPeople, type UndoHandOverRefusal, undoHandOver } from '../usecases/owners/hand-over.ts'
import { listHandOvers } from '../usecases/owners/list-hand-overs.ts'
import { type HandOverRefusal, previewHandOver, readEstate } from '../usecases/owners/plan-hand-over.ts'
import type { NewOwner } from '../usecases/people/reassign-person.ts'
import { answer, answersOf } from '../views/form-fields.ts'
import { renderHandOverList, renderHandOverModal, renderHandOverPreview } from '../views/hand-over/blocks.ts'
import {
  HAND_OVER_CONFIRM_MODAL,
  HAND_OVER_MODAL,
  HAND_OVER_TO,
  HAND_OVER_WAY,
  type HandOverMeta,
  OPEN_HAND_OVER,
  readHandOverMeta,
  readWay,
  UNDO_HAND_OVER,
} from '../views/hand-over/ids.ts'
import { renderNotice } from '../views/notice-modal/blocks.ts'
import { openModal } from './open-modal.ts'
import { edgeWords, isEdgeRefusal } from './refused.ts'
import type { Shell } from './shell/enter.ts'
import { onPress } from './shell/on-press.ts'
import { onSubmit, type Submitted } from './shell/on-submit.ts'
import type { Reply } from './shell/tell.ts'

type Asking = {
  readonly ctx: Ctx
  readonly shell: Shell
  readonly client: WebClient
  readonly teamId: string
  readonly triggerId: string
}

export async function handOverReply(asking: Asking, whom: string): Promise<Reply | undefined> {
  const { ctx, client, triggerId, shell } = asking
  const list = await listHandOvers(ctx, {})
  if (!list.ok) return { text: edgeWords(list.refusal) }
  if (whom === '') return renderHandOverList(list.value)
  const slackUserId = /^<?@([UW][A-Z0-9]+)(?:\|[^>]*)?>?$/.exec(whom)?.[1]
  const known = slackUserId === undefined ? undefined : await ctx.uow.run((tx) => tx.members.bySlackId(slackUserId))
  if (known === undefined) return { text: `${words.refusals.no_such_member} ${words.list.usage}` }
  return openForm({ ctx, client, triggerId, shell }, known.id)
}

async function openForm({ ctx, client, triggerId }: Omit<Asking, 'teamId'>, from: string): Promise<Reply | undefined> {
  const estate = await readEstate(ctx, { from })
  if (!estate.ok) return { text: inWords(estate.refusal) }
  return openModal(client, triggerId, renderHandOverModal(estate.value))
}

export function registerHandOver(app: Pick<App, 'action' | 'view'>, shell: Shell): void {
  onPress(app, shell, OPEN_HAND_OVER, ({ ctx, client, pressed }) =>
    openForm({ ctx, client, triggerId: pressed.triggerId, shell }, pressed.value),
  )

  onSubmit(app, shell, HAND_OVER_MODAL, async ({ ctx, teamId, view }) => {
    const values = view.state.values
    const meta: HandOverMeta = {
      from: view.private_metadata,
      way: readWay(answer(values, HAND_OVER_WAY)),
      to: answersOf(values, HAND_OVER_TO),
    }
    const preview = await previewHandOver(ctx, { ...meta, to: await heirs(shell, teamId, meta) })
    if (!preview.ok) return onField(preview.refusal)
    return { kind: 'update', view: renderHandOverPreview(preview.value, meta) }
  })

  onSubmit(app, shell, HAND_OVER_CONFIRM_MODAL, async ({ ctx, teamId, view }) => {
    const meta = readHandOverMeta(view.private_metadata)
    const begun = await handOverPeople(ctx, { ...meta, to: await heirs(shell, teamId, meta) })
    // There is no field in which it could stand.
    if (!begun.ok) return { kind: 'update', view: renderNotice({ text: inWords(begun.refusal) }, words.title) }
    return { kind: 'done' }
  })

  onPress(app, shell, UNDO_HAND_OVER, async ({ ctx, pressed }) => {
    const undone = await undoHandOver(ctx, { handOverId: pressed.value })
    return undone.ok ? undefined : { text: inWords(undone.refusal) }
  })
}

/** Looked up now, so that a role that was taken away counts for nothing, and somebody new gets a row of their own. */
async function heirs(shell: Shell, teamId: string, { to }: HandOverMeta): Promise<readonly NewOwner[]> {
  const found: NewOwner[] = []
  for (const slackUserId of to.slice(0, 25)) {
    const colleague = await shell.contexts.forPerson({ teamId, slackUserId, idempotencyKey: undefined })
    if (colleague !== undefined) found.push(colleague.actor)
  }
  return found
}

const onField = (refusal: HandOverRefusal | EdgeRefusal): Submitted => ({
  kind: 'errors',
  errors: { [HAND_OVER_TO]: inWords(refusal) },
})

function inWords(refusal: HandOverRefusal | UndoHandOverRefusal | EdgeRefusal): string {
  if (isEdgeRefusal(refusal)) return edgeWords(refusal)
  if (refusal.kind === 'too_late') return words.refusals.too_late(refusal.days)
  if (refusal.kind === 'may_not_look_after') return words.refusals.may_not_look_after(notRecruiters(refusal.who.length))
  return words.refusals[refusal.kind]
}
const notRecruiters = (number: number): string => (number === 1 ? 'One of those whom you chose' : `${number} of them`)
