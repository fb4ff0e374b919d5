import { basePayload } from '../app/payloads.ts'
import type { Act, ActResult, UserId } from '../contract.ts'
import { isJson } from '../json.ts'
import { SlackError } from '../slack-error.ts'
import { mergeStates, stateOf } from '../views/element-state.ts'
import { elementsIn } from '../views/elements.ts'
import { fieldProblems } from '../views/field-problems.ts'
import { dropModals, keepState, pushModal, replaceModal } from '../views/stacks.ts'
import type { StoredView } from '../views/stored-view.ts'
import type { Workspace } from '../workspace.ts'
import { checkState } from './choices.ts'
import { MODAL_TROUBLE } from './failures.ts'
import { admitFiles } from './files.ts'
import { OK, refused } from './result.ts'

/** Somebody submits the top modal. What the client itself refuses never reaches the app. */
export async function submit(ws: Workspace, as: UserId, what: Extract<Act, { kind: 'submit' }>): Promise<ActResult> {
  const top = ws.world.screen(as).modals.at(-1)
  if (top?.id !== what.viewId) return refused('That modal is not open any more.')
  if (!top.submit && elementsIn(top.blocks).every((e) => !e.input)) return refused('That modal has no submit button.')
  const problem = checkState(ws, as, top.blocks, what.state)
  if (problem !== undefined) return refused(problem)
  const entered = admitFiles(ws, as, top.blocks, what.state)
  const view = keepState(ws, { user: as, view: top }, stateOf(top.blocks, mergeStates(top.state.values, entered)))
  const problems = fieldProblems(view.blocks, view.state.values)
  const first = Object.values(problems)[0]
  if (first !== undefined) {
    ws.world.show(as, { modalErrors: problems })
    return refused(first)
  }
  const trigger_id = ws.triggers.issue({ user: as, viewId: view.id })
  const payload = { type: 'view_submission', ...basePayload(ws, as), trigger_id, view, response_urls: [] }
  const answer = await ws.delivery.request({ type: 'interactive', payload })
  if (answer.kind !== 'acked') return trouble(ws, as)
  try {
    return carryOut(ws, as, view, answer.payload)
  } catch (error) {
    if (!(error instanceof SlackError)) throw error
    ws.log(`the answer to the submission of ${view.callback_id} is one that Slack refuses: ${error.message}`)
    return trouble(ws, as)
  }
}

function carryOut(ws: Workspace, as: UserId, view: StoredView, answer: unknown): ActResult {
  const { modals } = ws.world.screen(as)
  // Closed while the app was thinking: its answer has nothing left to change.
  if (!modals.some(({ id }) => id === view.id)) return OK
  if (answer === undefined) {
    if (modals.at(-1)?.id === view.id) dropModals(ws, as, 'top')
    return OK
  }
  if (!isJson(answer)) throw new SlackError('invalid_response_action')
  switch (answer.response_action) {
    case 'clear':
      dropModals(ws, as, 'all')
      return OK
    case 'errors': {
      const errors = answer.errors
      const inputs = new Set(elementsIn(view.blocks).flatMap((e) => (e.input ? [e.blockId] : [])))
      if (!isJson(errors) || Object.keys(errors).length === 0) throw new SlackError('invalid_errors')
      const stray = Object.keys(errors).find((blockId) => !inputs.has(blockId))
      if (stray !== undefined) throw new SlackError('invalid_errors', [`"${stray}" is no input block of this view`])
      ws.world.show(as, {
        modalErrors: Object.fromEntries(Object.entries(errors).map(([block, text]) => [block, String(text)])),
      })
      return OK
    }
    case 'update':
      if (!isJson(answer.view)) throw new SlackError('invalid_arguments', ['missing required field: view'])
      replaceModal(ws, { user: as, view }, answer.view)
      return OK
    case 'push':
      if (!isJson(answer.view)) throw new SlackError('invalid_arguments', ['missing required field: view'])
      pushModal(ws, as, answer.view)
      return OK
    default:
      throw new SlackError('invalid_response_action')
  }
}

function trouble(ws: Workspace, as: UserId): ActResult {
  ws.world.notice(as, MODAL_TROUBLE)
  return refused(MODAL_TROUBLE)
}

/** Somebody closes the top modal, or with `clear` the whole stack. The app hears of it only where it asked to. */
export async function closeModal(
  ws: Workspace,
  as: UserId,
  what: Extract<Act, { kind: 'closeModal' }>,
): Promise<ActResult> {
  const { modals } = ws.world.screen(as)
  const top = modals.at(-1)
  if (top?.id !== what.viewId) return refused('That modal is not open any more.')
  const clear = what.clear === true || top.clear_on_close
  const closed = clear ? modals.toReversed() : [top]
  dropModals(ws, as, clear ? 'all' : 'top')
  for (const view of closed) {
    if (view.notify_on_close)
      void ws.delivery.request({
        type: 'interactive',
        payload: { type: 'view_closed', ...basePayload(ws, as), view, is_cleared: clear },
      })
  }
  return OK
}
