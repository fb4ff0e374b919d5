// Everything that Slack can start, as the app really registers it.
import type { App } from '@slack/bolt'
import { registerCommands } from '../../src/commands/register.ts'

export type Registered = {
  readonly commands: readonly string[]
  readonly actions: readonly string[]
  readonly views: readonly string[]
  readonly shortcuts: readonly string[]
  readonly options: readonly string[]
  readonly events: readonly string[]
}

export function whatIsRegistered(): Registered {
  const heard = {
    commands: [] as string[],
    actions: [] as string[],
    views: [] as string[],
    shortcuts: [] as string[],
    options: [] as string[],
    events: [] as string[],
  }
  const named = (by: unknown): string => {
    if (typeof by === 'string') return by
    if (by instanceof RegExp) return by.source
    const { callback_id: id } = by as { readonly callback_id?: unknown }
    return typeof id === 'string' ? id : JSON.stringify(by)
  }
  const app = {
    command: (by: unknown) => void heard.commands.push(named(by)),
    action: (by: unknown) => void heard.actions.push(named(by)),
    view: (by: unknown) => void heard.views.push(named(by)),
    shortcut: (by: unknown) => void heard.shortcuts.push(named(by)),
    options: (by: unknown) => void heard.options.push(named(by)),
    event: (by: unknown) => void heard.events.push(named(by)),
  }
  registerCommands(app as unknown as App, { contexts: {}, log: {} } as never)
  return heard
}
