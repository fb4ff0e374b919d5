import type { App } from '@slack/bolt'
import { registerAddedNotice } from './actions/added-notice.ts'
import { registerDraftCard } from './actions/draft-card.ts'
import { registerHome } from './actions/home.ts'
import { registerInDoubt } from './actions/in-doubt.ts'
import { registerNextActs } from './actions/next-acts.ts'
import { registerPeopleList } from './actions/people-list.ts'
import { registerPools } from './actions/pools.ts'
import { registerProfile } from './actions/profile.ts'
import { registerSilverForm } from './actions/silver-modal.ts'
import { registerTriage } from './actions/triage.ts'
import { registerDirectoryEvents } from './events/directory.ts'
import { registerHomeOpened } from './events/home.ts'
import { registerDismissModal } from './modals/dismiss.ts'
import { registerDraftModals } from './modals/draft.ts'
import { registerEditQuery } from './modals/edit-query.ts'
import { registerFlagModal } from './modals/flag.ts'
import { registerMergeModal } from './modals/merge.ts'
import { registerPersonModals } from './modals/person.ts'
import { registerPoolModal } from './modals/pool.ts'
import { registerSilverModal } from './modals/silver.ts'
import type { Shell } from './shell.ts'
import { registerAddSilverMedallist } from './shortcuts/add-silver-medallist.ts'
import { registerFlagNearMiss } from './shortcuts/flag-near-miss.ts'
import { registerCandidate } from './slash/candidate.ts'
import { registerMedallist } from './slash/medallist.ts'
import { registerOutreach } from './slash/outreach.ts'
import { registerPool } from './slash/pool.ts'
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
  registerOutreach(app, shell)
  registerDraftCard(app, shell)
  registerNextActs(app, shell)
  registerDraftModals(app, shell)
  registerPersonModals(app, shell)
  registerHomeOpened(app, shell)
  registerHome(app, shell)
  registerMedallist(app, shell)
  registerPool(app, shell)
  registerPools(app, shell)
  registerPoolModal(app, shell)
  registerPeopleList(app, shell)
  registerEditQuery(app, shell)
  registerCandidate(app, shell)
  registerProfile(app, shell)
}
