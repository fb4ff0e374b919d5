/** Bolt asks every listener in turn whether an act is meant for it; with hundreds of them that costs more than the act itself. */
import type { App } from '@slack/bolt'

type Listener = (args: never) => Promise<void>
type Id = string | RegExp
type Kind = 'command' | 'action' | 'options' | 'shortcut' | 'view'

type Line = {
  readonly add: (id: Id, listener: Listener) => void
  readonly find: (id: string) => Listener | undefined
}

/** Takes the listeners of one kind and finds the one that is meant by its id; patterns are asked where no id is. */
function makeLine(): Line {
  const byId = new Map<string, Listener>()
  const byPattern: { readonly pattern: RegExp; readonly listener: Listener }[] = []
  return {
    add: (id, listener) => {
      if (id instanceof RegExp) byPattern.push({ pattern: id, listener })
      else if (byId.has(id)) throw new Error(`Two listeners are called ${id}`)
      else byId.set(id, listener)
    },
    find: (id) => byId.get(id) ?? byPattern.find(({ pattern }) => pattern.test(id))?.listener,
  }
}

const ANY = /^/

/** Where each kind of act says whom it is meant for. */
type ActArgs = {
  readonly command: { readonly command: string }
  readonly action: { readonly action_id: string }
  readonly options: { readonly action_id: string }
  readonly shortcut: { readonly callback_id: string }
  readonly view: { readonly callback_id: string }
}

/**
 * What listeners are registered with in place of `app`: one listener of each kind that looks up whom an act is meant for. Events, of which
 * there are few, go to `app` itself. Whatever nobody listens for stays unacknowledged, as without it.
 */
export function switchboard(app: App): App {
  const register = app as unknown as Record<Kind, (id: RegExp, listener: (args: ActArgs) => Promise<void>) => void>
  const line = (kind: Kind, idOf: (args: ActArgs) => string) => {
    const { add, find } = makeLine()
    const answer = async (args: ActArgs) => find(idOf(args))?.(args as never)
    register[kind](ANY, answer)
    return (given: Id | { readonly callback_id: Id }, listener: Listener) =>
      add(typeof given === 'object' && 'callback_id' in given ? given.callback_id : given, listener)
  }
  const board = {
    command: line('command', ({ command }) => command.command),
    action: line('action', ({ action }) => action.action_id),
    options: line('options', ({ options }) => options.action_id),
    shortcut: line('shortcut', ({ shortcut }) => shortcut.callback_id),
    view: line('view', ({ view }) => view.callback_id),
    event: app.event.bind(app),
  }
  return board as unknown as App
}
