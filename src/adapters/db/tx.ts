import type { Tx } from '../../usecases/ports/unit-of-work.ts'
import type { Scope } from './scope.ts'
import { makeActKeyStore } from './stores/act-keys.ts'
import { makeCandidateStore } from './stores/candidates.ts'
import { makeConsentStore } from './stores/consent.ts'
import { makeCustomFieldStore } from './stores/custom-fields.ts'
import { makeDraftAskStore } from './stores/draft-asks.ts'
import { makeDraftStore } from './stores/drafts.ts'
import { makeDuplicateStore } from './stores/duplicates.ts'
import { makeEventLog } from './stores/events.ts'
import { makeFileImportStore } from './stores/file-imports.ts'
import { makeFlagOfferStore } from './stores/flag-offers.ts'
import { makeHandOverStore } from './stores/hand-overs.ts'
import { makeImportStore } from './stores/imports.ts'
import { makeInboxStore } from './stores/inbox.ts'
import { makeInstallationStore } from './stores/installations.ts'
import { makeJobRunStore } from './stores/job-runs.ts'
import { makeHireStore, makeJobStore } from './stores/jobs.ts'
import { makeKeptFormStore } from './stores/kept-forms.ts'
import { makeLessonStore } from './stores/lessons.ts'
import { makeMatchRunStore } from './stores/match-runs.ts'
import { makeMergeStore } from './stores/merges.ts'
import { makeModelCallStore } from './stores/model-calls.ts'
import { makeNearMissStore } from './stores/near-misses.ts'
import { makeNudgeStore } from './stores/nudges.ts'
import { makePoolStore } from './stores/pools.ts'
import { makeProfileEditStore } from './stores/profile-edits.ts'
import { makeRatingStore } from './stores/ratings.ts'
import { makeReplyStore } from './stores/replies.ts'
import { makeSampleStore } from './stores/samples.ts'
import { makeSendStore } from './stores/sends.ts'
import { makeSlackPostStore } from './stores/slack-posts.ts'
import { makeTakeOverStore } from './stores/take-overs.ts'
import { makeVectorStore } from './stores/vectors.ts'
import { makeWatchStore } from './stores/watches.ts'
import { makeMemberStore, makeSettingStore } from './stores/workspace.ts'

const STORES: { readonly [Name in keyof Tx]: (scope: Scope) => Tx[Name] } = {
  members: makeMemberStore,
  settings: makeSettingStore,
  jobs: makeJobStore,
  hires: makeHireStore,
  candidates: makeCandidateStore,
  consent: makeConsentStore,
  nearMisses: makeNearMissStore,
  flagOffers: makeFlagOfferStore,
  forms: makeKeptFormStore,
  duplicates: makeDuplicateStore,
  merges: makeMergeStore,
  edits: makeProfileEditStore,
  handOvers: makeHandOverStore,
  ratings: makeRatingStore,
  customFields: makeCustomFieldStore,
  takeOvers: makeTakeOverStore,
  watches: makeWatchStore,
  pools: makePoolStore,
  matches: makeMatchRunStore,
  lessons: makeLessonStore,
  drafts: makeDraftStore,
  asks: makeDraftAskStore,
  sends: makeSendStore,
  replies: makeReplyStore,
  posts: makeSlackPostStore,
  inbox: makeInboxStore,
  actKeys: makeActKeyStore,
  fileImports: makeFileImportStore,
  installations: makeInstallationStore,
  modelCalls: makeModelCallStore,
  vectors: makeVectorStore,
  jobRuns: makeJobRunStore,
  nudges: makeNudgeStore,
  samples: makeSampleStore,
  imports: makeImportStore,
  events: makeEventLog,
}

/** Stores are made when first asked for: an act needs four of them. */
export function makeTx(scope: Scope): Tx {
  const made = new Map<string, unknown>()
  return new Proxy(STORES as unknown as Tx, {
    get(stores, name: string) {
      if (!made.has(name)) made.set(name, (stores as never as Record<string, (scope: Scope) => unknown>)[name]?.(scope))
      return made.get(name)
    },
  })
}
