import { checkView } from '../block-kit/check.ts'
import { SlackError } from '../slack-error.ts'
import { elementsIn } from '../views/elements.ts'
import { findView, openModal, publishHome, pushModal, replaceModal } from '../views/stacks.ts'
import type { Placed } from '../views/stored-view.ts'
import type { Workspace } from '../workspace.ts'
import type { Args } from './args.ts'
import { type Methods, needUser } from './method.ts'

/** Modals and Home tabs; who may open one shows a trigger, who changes one may show its hash. */
export const viewMethods: Methods = {
  'views.open': {
    run(ws, args) {
      const view = modalArg(ws, args)
      const trigger = ws.triggers.exchange(triggerArg(args))
      return { view: openModal(ws, trigger.user, view) }
    },
  },
  'views.push': {
    run(ws, args) {
      const view = modalArg(ws, args)
      const trigger = ws.triggers.exchange(triggerArg(args))
      if (trigger.viewId === undefined || !ws.world.screen(trigger.user).modals.some((m) => m.id === trigger.viewId))
        throw new SlackError('not_found')
      return { view: pushModal(ws, trigger.user, view) }
    },
  },
  'views.update': {
    run(ws, args) {
      const placed = placedView(ws, args)
      refuseStale(args, placed.view.hash)
      const view = args.object('view')
      needScopeForFiles(ws, view)
      if (view.type !== placed.view.type)
        throw new SlackError('invalid_arguments', ['view type cannot be changed [json-pointer:/view/type]'])
      if (placed.view.type === 'home') return { view: publishHome(ws, placed.user, view) }
      return { view: replaceModal(ws, placed, view) }
    },
  },
  'views.publish': {
    run(ws, args) {
      const view = args.object('view')
      const user = needUser(ws, args.need('user_id'))
      if (view.type !== 'home')
        throw new SlackError('invalid_arguments', ['must be one of: home [json-pointer:/view/type]'])
      if (!ws.manifest.features.app_home.home_tab_enabled) throw new SlackError('not_enabled')
      if (user.isBot) throw new SlackError('user_not_found')
      const old = ws.world.state.homes.get(user.id)
      if (old) refuseStale(args, old.hash)
      return { view: publishHome(ws, user.id, view) }
    },
  },
}

/** A form that takes files is for apps that may read them. */
function needScopeForFiles(ws: Workspace, view: Readonly<Record<string, unknown>>): void {
  if (ws.scopes.has('files:read')) return
  if (elementsIn(view.blocks).some(({ element }) => element.type === 'file_input'))
    throw new SlackError('invalid_arguments', ['a file_input needs the scope files:read [json-pointer:/view/blocks]'])
}

function modalArg(ws: Workspace, args: Args) {
  const view = args.object('view')
  if (view.type !== 'modal')
    throw new SlackError('invalid_arguments', ['must be one of: modal [json-pointer:/view/type]'])
  // Arguments are looked at before a trigger is spent on them.
  checkView(view)
  needScopeForFiles(ws, view)
  return view
}

function triggerArg(args: Args): string {
  const id = args.need('trigger_id')
  if (!/^\d+\.\d+\.[0-9a-f]+$/.test(id))
    throw new SlackError('invalid_arguments', ['invalid trigger_id [json-pointer:/trigger_id]'])
  return id
}

function placedView(ws: Workspace, args: Args): Placed {
  const viewId = args.text('view_id')
  const externalId = args.text('external_id')
  if (viewId === undefined && externalId === undefined)
    throw new SlackError('invalid_arguments', ['missing required field: view_id'])
  const placed = findView(ws, {
    ...(viewId === undefined ? {} : { viewId }),
    ...(externalId === undefined ? {} : { externalId }),
  })
  if (!placed) throw new SlackError('not_found')
  return placed
}

function refuseStale(args: Args, hash: string): void {
  const given = args.text('hash')
  if (given !== undefined && given !== hash) throw new SlackError('hash_conflict')
}
