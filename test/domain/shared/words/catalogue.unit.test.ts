import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as asks from '../../../../src/domain/shared/words/asks.ts'
import * as candidates from '../../../../src/domain/shared/words/candidates.ts'
import * as capture from '../../../../src/domain/shared/words/capture.ts'
import * as clockJobs from '../../../../src/domain/shared/words/clock-jobs.ts'
import * as day from '../../../../src/domain/shared/words/day.ts'
import * as doNotContact from '../../../../src/domain/shared/words/do-not-contact.ts'
import * as draftActs from '../../../../src/domain/shared/words/draft-acts.ts'
import * as drafts from '../../../../src/domain/shared/words/drafts.ts'
import * as find from '../../../../src/domain/shared/words/find.ts'
import * as flagOffers from '../../../../src/domain/shared/words/flag-offers.ts'
import * as flags from '../../../../src/domain/shared/words/flags.ts'
import * as gate from '../../../../src/domain/shared/words/gate.ts'
import * as home from '../../../../src/domain/shared/words/home.ts'
import * as install from '../../../../src/domain/shared/words/install.ts'
import * as jobs from '../../../../src/domain/shared/words/jobs.ts'
import * as keepDoor from '../../../../src/domain/shared/words/keep-door.ts'
import * as mail from '../../../../src/domain/shared/words/mail.ts'
import * as metrics from '../../../../src/domain/shared/words/metrics.ts'
import * as model from '../../../../src/domain/shared/words/model.ts'
import * as notes from '../../../../src/domain/shared/words/notes.ts'
import * as nudge from '../../../../src/domain/shared/words/nudge.ts'
import * as outreach from '../../../../src/domain/shared/words/outreach.ts'
import * as posts from '../../../../src/domain/shared/words/posts.ts'
import * as replies from '../../../../src/domain/shared/words/replies.ts'
import * as review from '../../../../src/domain/shared/words/review.ts'
import * as sampleData from '../../../../src/domain/shared/words/sample-data.ts'
import * as settings from '../../../../src/domain/shared/words/settings.ts'
import * as setup from '../../../../src/domain/shared/words/setup.ts'
import * as shell from '../../../../src/domain/shared/words/shell.ts'
import * as snooze from '../../../../src/domain/shared/words/snooze.ts'

/** Those that take something else than text, or say nothing of what they are given; `put-together.unit.test.ts` reads them out. */
const TAKES_MORE = new Set([
  'candidates.standingLine', 'capture.concern', 'capture.silverProblem', 'clock-jobs.clockJobs.line',
  'clock-jobs.clockJobs.nudged', 'clock-jobs.clockJobs.ranNudge', 'day.dayInWords', 'do-not-contact.doNotContact.barredEntry',
  'draft-acts.preview.to', 'draft-acts.schedule.moved', 'drafts.whyNowWords.standing', 'find.list.count', 'find.pools.fresh',
  'find.problems.unknown_value', 'gate.nextActLabel', 'gate.refusalSentence', 'home.help.lines', 'home.roles.line', 'jobs.gapInWords',
  'jobs.reasonInWords', 'jobs.jobCard.skills', 'jobs.jobCard.known', 'jobs.jobList.heading', 'metrics.metrics.headline',
  'metrics.metrics.keptInTouch', 'metrics.metrics.activity', 'metrics.metrics.cohort', 'metrics.metrics.followUp', 'metrics.metrics.flags',
  'metrics.metrics.hires', 'metrics.metrics.daysToHire', 'metrics.metrics.daysToFill', 'metrics.metrics.offers', 'metrics.metrics.sources',
  'metrics.metrics.thanks', 'metrics.rate', 'nudge.nudge.heading', 'nudge.nudge.stood', 'outreach.draftRefusals.already_decided',
  'outreach.draftRefusals.already_closed', 'posts.doubtWords.lateAnswer', 'posts.doubtWords.resolved', 'replies.replyHistory.decided',
  'replies.replyRefusals.already_decided', 'replies.replyList.heading', 'review.review.alike', 'sample-data.sampleData.kept',
  'settings.nudgeWay.now.channel', 'settings.nudgeWay.now.dm', 'settings.settings.clock', 'settings.settings.quiet', 'settings.settings.saved',
  'settings.settings.undone', 'setup.setup.scopesMissing', 'setup.setup.historyMissing', 'setup.setup.placeProblem', 'setup.setup.poolsMade',
  'shell.shellWords.notAllowed', 'shell.shellWords.badInput', 'snooze.snoozeLine', 'snooze.snooze.done', 'snooze.snooze.shown',
  'snooze.snooze.row', 'snooze.snooze.choices.one_month', 'snooze.snooze.choices.three_months', 'snooze.snooze.choices.six_months',
  'snooze.snooze.choices.similar_job', 'snooze.snooze.refusals.too_far', 'metrics.metrics.activity', 'draft-acts.schedule.clock',
  'sample-data.sampleData.restKept', 'asks.cardAsks.good', 'clock-jobs.clockJobs.run',
]) // biome-ignore format: a list

type Say = (...given: readonly string[]) => unknown

const badlySaid = (text: unknown): boolean =>
  typeof text !== 'string' || text.trim() === '' || /undefined|NaN|\[object|function|=>/.test(text)

/** Every fault in what stands behind one name: an empty sentence, an empty table, a sentence that loses what it was given. */
function* faults(said: unknown, path: string): Generator<string> {
  if (typeof said === 'function') {
    if (TAKES_MORE.has(path)) return
    const given = Array.from({ length: said.length }, (_, at) => `given-${at + 1}`)
    const text = (said as Say)(...given)
    if (badlySaid(text) || !given.every((part) => String(text).includes(part)))
      yield `${path}(${given.join(', ')}): ${String(text)}`
  } else if (typeof said === 'object' && said !== null) {
    const parts = Object.entries(said)
    if (parts.length === 0) yield `${path}: nothing in it`
    for (const [name, part] of parts) yield* faults(part, `${path}.${name}`)
  } else if (badlySaid(said)) yield `${path}: ${JSON.stringify(said)}`
}

const MODULES: Readonly<Record<string, object>> = {
  asks,
  candidates,
  capture,
  'clock-jobs': clockJobs,
  day,
  'do-not-contact': doNotContact,
  'draft-acts': draftActs,
  drafts,
  find,
  'flag-offers': flagOffers,
  flags,
  gate,
  home,
  install,
  jobs,
  'keep-door': keepDoor,
  mail,
  metrics,
  model,
  notes,
  nudge,
  outreach,
  posts,
  replies,
  review,
  'sample-data': sampleData,
  settings,
  setup,
  shell,
  snooze,
}

describe('what Medallist says', () => {
  it('is read here whole', () => {
    const files = readdirSync(new URL('../../../../src/domain/shared/words/', import.meta.url))
    expect(Object.keys(MODULES).toSorted()).toEqual(files.map((file) => file.replace('.ts', '')).toSorted())
  })

  it.each(Object.entries(MODULES))('%s: no sentence is empty, broken, or without what it was given', (file, words) => {
    const found = Object.entries(words).flatMap(([name, said]) => [...faults(said, `${file}.${name}`)])
    expect(found, 'What takes something else than text is read out in put-together.unit.test.ts').toEqual([])
  })
})
