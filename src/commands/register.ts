import type { App } from '@slack/bolt'
import { registerDirectoryEvents } from './events/directory.ts'
import type { Shell } from './shell.ts'

/** Everything that Slack can start. A test compares what is registered here with manifest.json and the README. */
export function registerCommands(app: App, shell: Shell): void {
  registerDirectoryEvents(app, shell)
}
