/** Bolt asks every listener in turn whether an act is meant for it; with hundreds of them that costs more than the act itself. */
import type { App } from '@slack/bolt'

type Listener = (args: never) => Promise<void>
type Id = string | RegExp
type Kind = 'command' | 'action' | 'options' | 'shortcut' | 'view'

/** Takes the listeners of one kind and finds the one that is meant by its id; patterns are asked where no id is. */
function makeLine() {
  const byId = new Map<string, Listener>()
  const byPattern: { readonly pattern: RegExp; readonly listener: Listener }[] = []
  return {
    add(id: Id, listener: Listener) {
      if (id instanceof RegExp) byPattern.push({ pattern: id, listener })
      else if (byId.has(id)) throw new Error(`Two listeners are called ${id}`)
      else byId.set(id, listener)
    },
    find: (id: string): Listener | undefined =>
      byId.get(id) ?? byPattern.find(({ pattern }) => pattern.test(id))?.listener,
  }
}

const ANY = /^/

/**
 * What listeners are registered with in place of `app`: one listener of each kind that looks up whom an act is meant for. Events, of which
 * there are few, go to `app` itself. Whatever nobody listens for stays unacknowledged, as without it.
 */
export function switchboard(app: App): App {
  const line = <Args>(kind: Kind, idOf: (args: Args) => string) => {
    const { add, find } = makeLine()
    const answer = async (args: Args) => find(idOf(args))?.(args as never)
    ;(app[kind] as unknown as (id: RegExp, listener: typeof answer) => void)(ANY, answer)
    return (given: Id | { readonly callback_id: Id }, listener: Listener) =>
      add(typeof given === 'object' && 'callback_id' in given ? given.callback_id : given, listener)
  }
  const board = {
    command: line<{ command: { command: string } }>('command', ({ command }) => command.command),
    action: line<{ action: { action_id: string } }>('action', ({ action }) => action.action_id),
    options: line<{ options: { action_id: string } }>('options', ({ options }) => options.action_id),
    shortcut: line<{ shortcut: { callback_id: string } }>('shortcut', ({ shortcut }) => shortcut.callback_id),
    view: line<{ view: { callback_id: string } }>('view', ({ view }) => view.callback_id),
    event: app.event.bind(app),
  }
  return board as unknown as App
}
