import type { App } from '@slack/bolt'
import { registerAddedNotice } from './actions/added-notice.ts'
import { registerAsks } from './actions/asks.ts'
import { registerDraftActs } from './actions/draft-acts.ts'
import { registerDraftCard } from './actions/draft-card.ts'
import { registerFactTelling } from './actions/fact-telling.ts'
import { registerFlagMerge } from './actions/flag-merge.ts'
import { registerFlagOffer } from './actions/flag-offer.ts'
import { registerHome } from './actions/home.ts'
import { registerInDoubt } from './actions/in-doubt.ts'
import { registerJobs } from './actions/jobs.ts'
import { registerKeepDoor } from './actions/keep-door.ts'
import { registerMatch } from './actions/match.ts'
import { registerMetricsActs } from './actions/metrics.ts'
import { registerNextActs } from './actions/next-acts.ts'
import { registerNudge } from './actions/nudge.ts'
import { registerPeopleList } from './actions/people-list.ts'
import { registerPersonChoice } from './actions/person-choice.ts'
import { registerPoolPage } from './actions/pool-page.ts'
import { registerPools } from './actions/pools.ts'
import { registerProfile } from './actions/profile.ts'
import { registerReplies } from './actions/replies.ts'
import { registerReviewDeck } from './actions/review-deck.ts'
import { registerSilverForm } from './actions/silver-modal.ts'
import { registerSnooze } from './actions/snooze.ts'
import { registerTakeOver } from './actions/take-over.ts'
import { registerTriage } from './actions/triage.ts'
import { registerBarredCompanies } from './barred-companies.ts'
import { registerCatchUp } from './catch-up.ts'
import { registerCustomFields } from './custom-fields.ts'
import { registerDuplicates } from './duplicates.ts'
import { registerDirectoryEvents } from './events/directory.ts'
import { registerFileShared } from './events/file-shared.ts'
import { registerHomeOpened } from './events/home.ts'
import { registerInstallationEvents } from './events/installation.ts'
import { registerFileImports } from './file-imports.ts'
import { registerHandOver } from './hand-over.ts'
import { registerLearnedSkills } from './learned-skills.ts'
import { registerLists } from './lists.ts'
import { registerAskModals } from './modals/asks.ts'
import { registerDismissModal } from './modals/dismiss.ts'
import { registerDraftModals } from './modals/draft.ts'
import { registerEditQuery } from './modals/edit-query.ts'
import { registerFlagModal } from './modals/flag.ts'
import { registerJobModals } from './modals/job.ts'
import { registerMatchModals } from './modals/match.ts'
import { registerMergeModal } from './modals/merge.ts'
import { registerPersonModals } from './modals/person.ts'
import { registerPoolModal } from './modals/pool.ts'
import { registerPoolForms } from './modals/pool-page.ts'
import { registerCustomForm } from './modals/profile-custom.ts'
import { registerProfileSections } from './modals/profile-section.ts'
import { registerQueryBuilder } from './modals/query-builder.ts'
import { registerReassign } from './modals/reassign.ts'
import { registerRegenerate } from './modals/regenerate.ts'
import { registerReviewModals } from './modals/review-deck.ts'
import { registerScheduleModal } from './modals/schedule.ts'
import { registerSilverModal } from './modals/silver.ts'
import { registerSnoozeModal } from './modals/snooze.ts'
import { registerSecondPlaceMedal } from './reactions/second-place-medal.ts'
import { registerReferral } from './referral.ts'
import { registerResumes } from './resumes.ts'
import { registerSettings } from './settings.ts'
import { registerSetup } from './setup.ts'
import type { Shell } from './shell/enter.ts'
import { registerAddSilverMedallist } from './shortcuts/add-silver-medallist.ts'
import { registerFlagNearMiss } from './shortcuts/flag-near-miss.ts'
import { registerSaveCandidateNote } from './shortcuts/save-candidate-note.ts'
import { registerCandidate } from './slash/candidate.ts'
import { registerMedallist } from './slash/medallist.ts'
import { registerMetrics } from './slash/metrics.ts'
import { registerOutreach } from './slash/outreach.ts'
import { registerPool } from './slash/pool.ts'
import { registerSilver } from './slash/silver.ts'
import { registerWatch } from './watch.ts'

/** Everything that Slack can start. A test compares what is registered here with manifest.json and the README. */
export function registerCommands(app: App, shell: Shell): void {
  registerDirectoryEvents(app, shell)
  registerInstallationEvents(app, shell)
  registerSilver(app, shell)
  registerAddSilverMedallist(app, shell)
  registerFlagNearMiss(app, shell)
  registerSecondPlaceMedal(app, shell)
  registerFlagOffer(app, shell)
  registerSilverForm(app, shell)
  registerSilverModal(app, shell)
  registerMergeModal(app, shell)
  registerFlagModal(app, shell)
  registerReferral(app, shell)
  registerTriage(app, shell)
  registerDismissModal(app, shell)
  registerFlagMerge(app, shell)
  registerPersonChoice(app, shell)
  registerSaveCandidateNote(app, shell)
  registerAddedNotice(app, shell)
  registerKeepDoor(app, shell)
  registerInDoubt(app, shell)
  registerOutreach(app, shell)
  registerDraftCard(app, shell)
  registerDraftActs(app, shell)
  registerScheduleModal(app, shell)
  registerReviewDeck(app, shell)
  registerReviewModals(app, shell)
  registerAsks(app, shell)
  registerAskModals(app, shell)
  registerNextActs(app, shell)
  registerTakeOver(app, shell)
  registerFactTelling(app, shell)
  registerDraftModals(app, shell)
  registerRegenerate(app, shell)
  registerPersonModals(app, shell)
  registerHomeOpened(app, shell)
  registerHome(app, shell)
  registerMedallist(app, shell)
  registerBarredCompanies(app, shell)
  registerDuplicates(app, shell)
  registerHandOver(app, shell)
  registerSettings(app, shell)
  registerSetup(app, shell)
  registerPool(app, shell)
  registerPools(app, shell)
  registerWatch(app, shell)
  registerMatch(app, shell)
  registerLearnedSkills(app, shell)
  registerFileShared(app, shell)
  registerFileImports(app, shell)
  registerPoolPage(app, shell)
  registerPoolForms(app, shell)
  registerLists(app, shell)
  registerResumes(app, shell)
  registerPoolModal(app, shell)
  registerMatchModals(app, shell)
  registerJobs(app, shell)
  registerJobModals(app, shell)
  registerReplies(app, shell)
  registerNudge(app, shell)
  registerReassign(app, shell)
  registerMetrics(app, shell)
  registerMetricsActs(app, shell)
  registerPeopleList(app, shell)
  registerEditQuery(app, shell)
  registerQueryBuilder(app, shell)
  registerCandidate(app, shell)
  registerProfile(app, shell)
  registerCatchUp(app, shell)
  registerProfileSections(app, shell)
  registerCustomForm(app, shell)
  registerCustomFields(app, shell)
  registerSnooze(app, shell)
  registerSnoozeModal(app, shell)
}
