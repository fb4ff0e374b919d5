import type { App } from '@slack/bolt'
import { registerAddedNotice } from './actions/added-notice.ts'
import { registerInDoubt } from './actions/in-doubt.ts'
import { registerSilverForm } from './actions/silver-modal.ts'
import { registerTriage } from './actions/triage.ts'
import { registerDirectoryEvents } from './events/directory.ts'
import { registerDismissModal } from './modals/dismiss.ts'
import { registerFlagModal } from './modals/flag.ts'
import { registerMergeModal } from './modals/merge.ts'
import { registerSilverModal } from './modals/silver.ts'
import type { Shell } from './shell.ts'
import { registerAddSilverMedallist } from './shortcuts/add-silver-medallist.ts'
import { registerFlagNearMiss } from './shortcuts/flag-near-miss.ts'
import { registerSilver } from './slash/silver.ts'

/** Everything that Slack can start. A test compares what is registered here with manifest.json and the README. */
export function registerCommands(app: App, shell: Shell): void {
  registerDirectoryEvents(app, shell)
  registerSilver(app, shell)
  registerAddSilverMedallist(app, shell)
  registerFlagNearMiss(app, shell)
  registerSilverForm(app, shell)
  registerSilverModal(app, shell)
  registerMergeModal(app, shell)
  registerFlagModal(app, shell)
  registerTriage(app, shell)
  registerDismissModal(app, shell)
  registerAddedNotice(app, shell)
  registerInDoubt(app, shell)
}
