import type { App } from '@slack/bolt'
import { reassign as words } from '../../domain/shared/words/reassign.ts'
import type { EdgeRefusal } from '../../usecases/define-use-case.ts'
import type { NoSuchPerson } from '../../usecases/people/change-person.ts'
import { type ReassignRefusal, reassignPerson, restoreOwner } from '../../usecases/people/reassign-person.ts'
import { type Answers, answer } from '../../views/form-fields.ts'
import { renderReassigned } from '../../views/person-modals/blocks.ts'
import { NEW_OWNER, REASSIGN_MODAL, readAbout, readReassignUndo, UNDO_REASSIGN } from '../../views/person-modals/ids.ts'
import { nameOf } from '../name-of.ts'
import { personWords } from '../person-words.ts'
import { isEdgeRefusal } from '../refused.ts'
import type { Shell } from '../shell/enter.ts'
import { onPress } from '../shell/on-press.ts'
import { onSubmit } from '../shell/on-submit.ts'

/** The form of **Reassign**, and its *Undo*. */
export function registerReassign(app: Pick<App, 'action' | 'view'>, shell: Shell): void {
  onSubmit(app, shell, REASSIGN_MODAL, async ({ ctx, teamId, view }) => {
    const values: Answers = view.state.values
    const slackUserId = answer(values, NEW_OWNER) ?? ''
    // Looked up now, so that a role that was taken away counts for nothing, and somebody new gets a row of their own.
    const owner =
      slackUserId === ''
        ? undefined
        : await shell.contexts.forPerson({ teamId, slackUserId, idempotencyKey: undefined })
    const { candidateId } = readAbout(view.private_metadata)
    const handed = await reassignPerson(ctx, { candidateId, owner: owner?.actor })
    if (!handed.ok) return { kind: 'errors', errors: { [NEW_OWNER]: inWords(handed.refusal) } }
    return {
      kind: 'done',
      tell: async () =>
        renderReassigned(words.done(await nameOf(ctx, handed.value.candidateId), `<@${slackUserId}>`), handed.value),
    }
  })

  onPress(app, shell, UNDO_REASSIGN, async ({ ctx, pressed }) => {
    const restored = await restoreOwner(ctx, readReassignUndo(pressed.value))
    if (!restored.ok) return { text: inWords(restored.refusal) }
    return async () => ({ text: words.undone(await nameOf(ctx, restored.value.candidateId)), replaces: true })
  })
}

const inWords = (refusal: ReassignRefusal | NoSuchPerson | EdgeRefusal): string =>
  isEdgeRefusal(refusal) || refusal.kind === 'no_such_person' ? personWords(refusal) : words.refusals[refusal.kind]
