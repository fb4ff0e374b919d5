import { describe, expect, it } from 'vitest'

/** Those that take something else than text, or say nothing of what they are given; `put-together.unit.test.ts` reads them out. */
const TAKES_MORE = new Set([
  'candidates.standingLine', 'capture.concern', 'capture.silverProblem', 'clock-jobs.clockJobs.line',
  'clock-jobs.clockJobs.nudged', 'clock-jobs.clockJobs.ranNudge', 'day.dayInWords', 'do-not-contact.doNotContact.barredEntry',
  'draft-acts.preview.to', 'draft-acts.schedule.moved', 'drafts.whyNowWords.standing', 'find.list.count', 'pool-form.pools.fresh',
  'find.problems.unknown_value', 'gate.nextActLabel', 'gate.refusalSentence', 'home.help.lines', 'home.roles.line', 'jobs.gapInWords',
  'jobs.reasonInWords', 'jobs.jobCard.skills', 'jobs.jobCard.known', 'jobs.jobList.heading', 'metrics.metrics.headline',
  'metrics.metrics.keptInTouch', 'metrics.metrics.activity', 'metrics.metrics.cohort', 'metrics.metrics.followUp', 'metrics.metrics.flags',
  'metrics.metrics.hires', 'metrics.metrics.daysToHire', 'metrics.metrics.daysToFill', 'metrics.metrics.offers', 'metrics.metrics.sources',
  'metrics.metrics.thanks', 'metrics.rate', 'nudge.nudge.heading', 'nudge.nudge.stood', 'outreach.draftRefusals.already_decided',
  'outreach.draftRefusals.already_closed', 'posts.doubtWords.lateAnswer', 'posts.doubtWords.resolved', 'posts.unpostedWords.whatToDoForPerson', 'replies.replyHistory.decided',
  'replies.replyRefusals.already_decided', 'replies.replyList.heading', 'review.review.alike', 'sample-data.sampleData.kept',
  'settings.nudgeWay.now.channel', 'settings.nudgeWay.now.dm', 'settings.settings.clock', 'settings.settings.quiet', 'settings.settings.saved',
  'settings.settings.undone', 'setup.setup.scopesMissing', 'setup.setup.historyMissing', 'setup.setup.placeProblem', 'setup.setup.poolsMade',
  'shell.shellWords.notAllowed', 'shell.shellWords.badInput', 'match.match.heading', 'match.match.behind', 'match.match.order', 'match.criteriaParts', 'snooze.snoozeLine', 'snooze.snooze.done', 'snooze.snooze.shown',
  'snooze.snooze.row', 'snooze.snooze.choices.one_month', 'snooze.snooze.choices.three_months', 'snooze.snooze.choices.six_months',
  'snooze.snooze.choices.similar_job', 'snooze.snooze.refusals.too_far', 'metrics.metrics.activity', 'draft-acts.schedule.clock',
  'sample-data.sampleData.restKept', 'metrics.metrics.pictureMissing', 'asks.cardAsks.good', 'clock-jobs.clockJobs.run',
  'hand-over.handOver.scheduled', 'hand-over.handOver.card.got', 'hand-over.handOver.card.held',
  'find.problems.archived_pool', 'pools.messagesInWords', 'pools.capacity.inAll', 'pools.capacity.sentence', 'pools.poolPage.size',
  'pools.poolPage.inTouch', 'pools.poolPage.permitted', 'pools.poolPage.checked', 'pools.poolPage.fresh', 'pools.unworked.unworked',
  'pools.mergePool.done', 'pools.listsModal.done',
  'profile-form.fieldNames',
  'profile-form.editLine',
]) // biome-ignore format: a list

type Say = (...given: readonly string[]) => unknown

const badlySaid = (text: unknown): boolean =>
  typeof text !== 'string' || text.trim() === '' || /undefined|NaN|\[object|function\s*\w*\(|=>/.test(text)

/** What counts numbers or days fails on words: it takes more than text, too. */
function saidWith(say: Say, given: readonly string[]): unknown {
  try {
    return say(...given)
  } catch {
    return given.join()
  }
}

/** Every fault in what stands behind one name: an empty sentence, an empty table, a sentence that loses what it was given. */
function* faults(said: unknown, path: string): Generator<string> {
  if (typeof said === 'function') {
    if (TAKES_MORE.has(path)) return
    const given = Array.from({ length: said.length }, (_, at) => `given-${at + 1}`)
    const text = saidWith(said as Say, given)
    if (badlySaid(text) || !given.every((part) => String(text).includes(part)))
      yield `${path}(${given.join(', ')}): ${String(text)}`
  } else if (typeof said === 'object' && said !== null) {
    const parts = Object.entries(said)
    if (parts.length === 0) yield `${path}: nothing in it`
    for (const [name, part] of parts) yield* faults(part, `${path}.${name}`)
  } else if (badlySaid(said)) yield `${path}: ${JSON.stringify(said)}`
}

/** Vite's, which also tells the runner that these tests read every module of the catalogue. */
type Glob = { readonly glob: (pattern: string, options: { readonly eager: true }) => Readonly<Record<string, object>> }
const MODULES = (import.meta as ImportMeta & Glob).glob('../../../../src/domain/shared/words/*.ts', { eager: true })

describe('what Medallist says', () => {
  it.each(Object.entries(MODULES).map(([path, words]) => [path.replace(/^.*\/|\.ts$/g, ''), words] as const))(
    'of %s: no sentence is empty, broken, or without what it was given',
    (file, words) => {
      const found = Object.entries(words).flatMap(([name, said]) => [...faults(said, `${file}.${name}`)])
      expect(found, 'What takes something else than text is read out in put-together.unit.test.ts').toEqual([])
    },
  )
})
