import type { App } from '@slack/bolt'
import type { Shell } from './shell.ts'

/** Everything that Slack can start. A test compares what is registered here with manifest.json and the README. */
export function registerCommands(_app: App, _shell: Shell): void {}
