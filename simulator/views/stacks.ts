import type { AnyBlock, PlainTextElement } from '@slack/types'
import { checkView } from '../block-kit/check.ts'
import type { UserId } from '../contract.ts'
import { digits, hex, slackId } from '../ids.ts'
import { type Json, textOr } from '../json.ts'
import { SlackError } from '../slack-error.ts'
import type { Workspace } from '../workspace.ts'
import { stateOf } from './element-state.ts'
import { normaliseBlocks } from './normalise-blocks.ts'
import type { Placed, StoredView } from './stored-view.ts'

/** One modal and two pushed over it. */
const MAX_STACK = 3

/** Puts a first modal before somebody; whatever modal was open goes away, as in Slack. */
export function openModal(ws: Workspace, user: UserId, view: Json): StoredView {
  const stored = build(ws, view, { id: slackId('V') })
  ws.world.show(user, { modals: [stored], modalErrors: {} })
  return stored
}

/** Puts a modal over the one that is open. */
export function pushModal(ws: Workspace, user: UserId, view: Json): StoredView {
  const { modals } = ws.world.screen(user)
  const top = modals.at(-1)
  if (!top) throw new SlackError('not_found')
  if (modals.length >= MAX_STACK) throw new SlackError('push_limit_reached')
  const stored = build(ws, view, { id: slackId('V'), root: top.root_view_id, previous: top.id })
  ws.world.show(user, { modals: [...modals, stored], modalErrors: {} })
  return stored
}

/** Replaces an open modal's content; what somebody typed stays under unchanged block and action ids. */
export function replaceModal(ws: Workspace, placed: Placed, view: Json): StoredView {
  const { modals, modalErrors } = ws.world.screen(placed.user)
  const old = placed.view
  const stored = build(ws, view, { id: old.id, root: old.root_view_id, previous: old.previous_view_id, before: old })
  const onTop = modals.at(-1)?.id === old.id
  ws.world.show(placed.user, {
    modals: modals.map((m) => (m.id === old.id ? stored : m)),
    modalErrors: onTop ? {} : modalErrors,
  })
  return stored
}

/** Sets somebody's Home tab. */
export function publishHome(ws: Workspace, user: UserId, view: Json): StoredView {
  const old = ws.world.state.homes.get(user)
  const stored = build(ws, view, { id: old?.id ?? slackId('V'), ...(old ? { before: old } : {}) })
  ws.world.commit({ t: 'home', user, view: stored })
  return stored
}

/** Takes the top modal away, or all of them. */
export function dropModals(ws: Workspace, user: UserId, how: 'top' | 'all'): void {
  const { modals } = ws.world.screen(user)
  ws.world.show(user, { modals: how === 'all' ? [] : modals.slice(0, -1), modalErrors: {} })
}

/** Remembers what somebody entered so far. */
export function keepState(ws: Workspace, { user, view }: Placed, values: StoredView['state']['values']): StoredView {
  const stored = { ...view, state: { values } }
  if (view.type === 'home') ws.world.commit({ t: 'home', user, view: stored })
  else ws.world.show(user, { modals: ws.world.screen(user).modals.map((m) => (m.id === view.id ? stored : m)) })
  return stored
}

/** An open view by Slack's id or the app's `external_id`. */
export function findView(
  ws: Workspace,
  by: { readonly viewId?: string; readonly externalId?: string },
): Placed | undefined {
  const fits = (view: StoredView) =>
    by.viewId === undefined ? by.externalId !== '' && view.external_id === by.externalId : view.id === by.viewId
  for (const user of ws.world.state.people.keys()) {
    const home = ws.world.state.homes.get(user)
    const view = [...ws.world.screen(user).modals, ...(home ? [home] : [])].find(fits)
    if (view) return { user, view }
  }
  return undefined
}

type Place = {
  readonly id: string
  readonly root?: string
  readonly previous?: string | null
  readonly before?: StoredView
}

function build(ws: Workspace, view: Json, place: Place): StoredView {
  checkView(view)
  const externalId = textOr(view.external_id, '')
  if (externalId !== '') {
    const taken = findView(ws, { externalId })
    if (taken && taken.view.id !== place.id) throw new SlackError('duplicate_external_id')
  }
  const blocks = normaliseBlocks(view.blocks as AnyBlock[])
  const modal = view.type === 'modal'
  const [title, close, submit] = normaliseTexts([view.title, view.close, view.submit])
  return {
    id: place.id,
    team_id: ws.team.id,
    type: modal ? 'modal' : 'home',
    blocks,
    private_metadata: textOr(view.private_metadata, ''),
    callback_id: textOr(view.callback_id, ''),
    state: { values: stateOf(blocks, place.before?.state.values) },
    hash: `${Math.floor(ws.clock.now() / 1000)}.${hex(4)}${digits(2)}`,
    ...(modal && title ? { title } : {}),
    ...(modal ? { close: close ?? null, submit: submit ?? null } : {}),
    clear_on_close: view.clear_on_close === true,
    notify_on_close: view.notify_on_close === true,
    external_id: externalId,
    root_view_id: place.root ?? place.id,
    previous_view_id: place.previous ?? null,
    app_id: ws.app.id,
    app_installed_team_id: ws.team.id,
    bot_id: ws.app.botId,
  }
}

const normaliseTexts = (texts: readonly unknown[]) =>
  normaliseBlocks(texts.map((text) => ({ text }))).map((box) => box.text as PlainTextElement | undefined)
