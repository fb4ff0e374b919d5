import { basePayload, channelForPayload } from '../app/payloads.ts'
import type { Act, ActResult, ChannelId, Message, Ts, UserId, ViewState } from '../contract.ts'
import { isJson, type Json } from '../json.ts'
import { messageForApi } from '../messages/for-api.ts'
import { messageAt } from '../messages/store.ts'
import { initialState, mergeStates, stateKey, stateOf } from '../views/element-state.ts'
import { elementsIn, type Located } from '../views/elements.ts'
import { findView, keepState } from '../views/stacks.ts'
import { canSee, channelOf, type Workspace } from '../workspace.ts'
import { checkChoice, checkState } from './choices.ts'
import { errorCode, MODAL_TROUBLE } from './failures.ts'
import { admitFiles } from './files.ts'
import { OK, refused } from './result.ts'

type Press = Extract<Act, { kind: 'press' }>

/** Somebody used a control: a button, a menu, a picker. */
export async function press(ws: Workspace, as: UserId, what: Press): Promise<ActResult> {
  return 'viewId' in what.on ? pressInView(ws, as, what, what.on.viewId) : pressInMessage(ws, as, what, what.on)
}

async function pressInMessage(
  ws: Workspace,
  as: UserId,
  what: Press,
  on: { channel: ChannelId; ts: Ts },
): Promise<ActResult> {
  const message = visibleMessage(ws, as, on)
  const located = message && find(message.blocks, what)
  if (!message || !located) return refused('That control is not there any more.')
  const problem = checkChoice(ws, as, located, what.value) ?? checkState(ws, as, message.blocks, what.state)
  if (problem !== undefined) return refused(problem)
  const values = withPress(stateOf(message.blocks, what.state), located, what.value)
  const ephemeral = message.ephemeralFor !== undefined
  const payload = {
    type: 'block_actions',
    ...basePayload(ws, as),
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: on.channel,
      is_ephemeral: ephemeral,
      ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    },
    trigger_id: ws.triggers.issue({ user: as, channel: on.channel }),
    channel: channelForPayload(ws, on.channel),
    // Slack keeps an ephemeral message's content to itself.
    ...(ephemeral ? {} : { message: messageForApi(ws, message) }),
    state: { values },
    response_url: ws.responseUrls.issue({ user: as, channel: on.channel, message: { ts: message.ts, ephemeral } }),
    actions: [actionOf(ws, located, what.value)],
  }
  const answer = await ws.delivery.request({ type: 'interactive', payload })
  if (answer.kind === 'acked') return OK
  const notice = `This app did not respond to "${located.actionId}": ${errorCode(answer)}`
  ws.world.notice(as, notice)
  return refused(notice)
}

async function pressInView(ws: Workspace, as: UserId, what: Press, viewId: string): Promise<ActResult> {
  const placed = findView(ws, { viewId })
  const located = placed?.user === as ? find(placed.view.blocks, what) : undefined
  if (!placed || !located) return refused('That control is not there any more.')
  const problem = checkChoice(ws, as, located, what.value) ?? checkState(ws, as, placed.view.blocks, what.state)
  if (problem !== undefined) return refused(problem)
  const entered = admitFiles(ws, as, placed.view.blocks, what.state ?? {})
  const values = withPress(
    stateOf(placed.view.blocks, mergeStates(placed.view.state.values, entered)),
    located,
    what.value,
  )
  const view = keepState(ws, placed, values)
  if (located.input && located.block.dispatch_action !== true) return OK
  const payload = {
    type: 'block_actions',
    ...basePayload(ws, as),
    container: { type: 'view', view_id: view.id },
    trigger_id: ws.triggers.issue({ user: as, viewId: view.id }),
    view,
    actions: [actionOf(ws, located, what.value)],
  }
  const answer = await ws.delivery.request({ type: 'interactive', payload })
  if (answer.kind === 'acked') return OK
  ws.world.notice(as, MODAL_TROUBLE)
  return refused(MODAL_TROUBLE)
}

/** A message as one person may see it: in a channel they see, or whispered to them. */
export function visibleMessage(ws: Workspace, as: UserId, on: { channel: ChannelId; ts: Ts }): Message | undefined {
  const channel = channelOf(ws, on.channel)
  if (!channel || !canSee(channel, as)) return undefined
  return (
    messageAt(ws, on.channel, on.ts) ??
    ws.world.screen(as).ephemerals.find((m) => m.channel === on.channel && m.ts === on.ts)
  )
}

/** The element that an act names. */
export function find(blocks: unknown, at: { blockId: string; actionId: string }): Located | undefined {
  return elementsIn(blocks).find((e) => e.blockId === at.blockId && e.actionId === at.actionId)
}

function withPress(values: ViewState, located: Located, value: unknown): ViewState {
  const fresh = initialState(located.element)
  if (!fresh || !isJson(value)) return values
  return { ...values, [located.blockId]: { ...values[located.blockId], [located.actionId]: { ...fresh, ...value } } }
}

function actionOf(ws: Workspace, { element, blockId, actionId }: Located, value: unknown): Json {
  const type = String(element.type)
  const common = { type, block_id: blockId, action_id: actionId, action_ts: ws.world.nextTs() }
  if (type === 'button' || type === 'icon_button' || type === 'workflow_button') {
    const kept = Object.fromEntries(
      ['value', 'style', 'url'].flatMap((key) => (element[key] === undefined ? [] : [[key, element[key]]])),
    )
    return { ...common, text: element.text, ...kept }
  }
  const chosen = isJson(value) ? value : {}
  if (type === 'overflow') return { ...common, selected_option: chosen.selected_option }
  if (type === 'feedback_buttons') return { ...common, value: chosen.value }
  const key = stateKey(type)
  const extra = element.placeholder === undefined ? {} : { placeholder: element.placeholder }
  return { ...common, ...extra, ...(key === undefined ? {} : { [key]: chosen[key] ?? null }) }
}
