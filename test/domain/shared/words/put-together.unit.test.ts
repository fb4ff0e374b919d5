import { describe, expect, it } from 'vitest'
import { FILTERS } from '../../../../src/domain/pool/query/filters.ts'
import type { Day } from '../../../../src/domain/shared/time.ts'
import { cardAsks } from '../../../../src/domain/shared/words/asks.ts'
import { standingLine } from '../../../../src/domain/shared/words/candidates.ts'
import { concern, history, silver, silverProblem } from '../../../../src/domain/shared/words/capture.ts'
import { clockJobs } from '../../../../src/domain/shared/words/clock-jobs.ts'
import { dayInWords } from '../../../../src/domain/shared/words/day.ts'
import { barredCompanies, doNotContact } from '../../../../src/domain/shared/words/do-not-contact.ts'
import { preview, schedule } from '../../../../src/domain/shared/words/draft-acts.ts'
import { card, personRefusals, queue, whyNowWords } from '../../../../src/domain/shared/words/drafts.ts'
import { list, help as poolHelp, pools, problems } from '../../../../src/domain/shared/words/find.ts'
import { help, home, roles } from '../../../../src/domain/shared/words/home.ts'
import { gapInWords, jobCard, jobList, reasonInWords } from '../../../../src/domain/shared/words/jobs.ts'
import { regenerate } from '../../../../src/domain/shared/words/model.ts'
import { nudge } from '../../../../src/domain/shared/words/nudge.ts'
import { draftRefusals } from '../../../../src/domain/shared/words/outreach.ts'
import { doubtWords, notSentWords, unpostedWords } from '../../../../src/domain/shared/words/posts.ts'
import { replyHistory, replyList, replyRefusals } from '../../../../src/domain/shared/words/replies.ts'
import { forAll, review } from '../../../../src/domain/shared/words/review.ts'
import { sampleData } from '../../../../src/domain/shared/words/sample-data.ts'
import { nudgeWay, settings } from '../../../../src/domain/shared/words/settings.ts'
import { setup } from '../../../../src/domain/shared/words/setup.ts'
import { shellWords } from '../../../../src/domain/shared/words/shell.ts'
import { snooze, snoozeLine } from '../../../../src/domain/shared/words/snooze.ts'

const none = undefined
const MARCH = '2026-03-03' as Day
const upTo = { until: MARCH, for: none }
const upToAJob = { until: MARCH, for: 'similar_job' } as const

/** What is said, read out only when asked, and how it has to read. */
type Reading = readonly [said: () => unknown, reads: string]
const read = (...readings: readonly Reading[]): void =>
  expect(readings.map(([said]) => said())).toEqual(readings.map(([, reads]) => reads))

describe('words that are put together', () => {
  it('count people, days and things as one says them', () => {
    read(
      [() => clockJobs.nudgedOne('Ines', 1), 'Ines 1 person'],
      [() => clockJobs.nudgedOne('Ines', 2), 'Ines 2 people'],
      [() => queue.drafts(1), '1 draft'],
      [() => queue.drafts(2), '2 drafts'],
      [() => queue.more(1), '1 more waits.'],
      [() => queue.more(2), '2 more wait.'],
      [() => pools.size(1), '1 person'],
      [() => pools.size(1_200), '1,200 people'],
      [() => pools.every(1), 'in touch every 1 day'],
      [() => list.count({ exact: 1 }), '1 person'],
      [() => list.count({ more: 2_000 }), '2,000+ people'],
      [() => list.range(1_001, 1_020), '1,001–1,020'],
      [() => home.people(1), '1 person'],
      [() => home.people(1_200), '1,200 people'],
      [() => home.waiting(1, '#triage'), '1 flag waits for a recruiter in #triage.'],
      [() => home.waiting(2, '#triage'), '2 flags wait for a recruiter in #triage.'],
      [() => home.moreDrafts(1), '1 more waits. `/outreach` shows them all.'],
      [() => home.moreDrafts(3), '3 more wait. `/outreach` shows them all.'],
      [() => review.open(1), 'Review 1 draft'],
      [() => review.open(2), 'Review 2 drafts'],
      [() => review.moreWait(1), '1 more waits. A break does the reading good.'],
      [() => review.moreWait(2), '2 more wait. A break does the reading good.'],
      [() => forAll.waiting(1), '1 person has a draft of yours waiting already.'],
      [() => forAll.waiting(2), '2 people have a draft of yours waiting already.'],
      [() => replyList.heading(1, false), '*1 reply waits*, the oldest first'],
      [() => replyList.heading(2, true), '*2 replies wait*, the oldest first; there are more'],
      [() => settings.days(1), '1 day'],
      [() => settings.days(1_000), '1,000 days'],
      [() => settings.messages(1), '1 message to a person'],
      [() => settings.messages(2), '2 messages to a person'],
      [() => settings.holidays(1), '1 day'],
      [() => settings.holidays(2), '2 days'],
      [() => settings.seconds(0), 'no time'],
      [() => settings.seconds(1), '1 second'],
      [() => settings.seconds(30), '30 seconds'],
      [() => settings.tokens(0), 'none: templates and rules alone'],
      [() => settings.tokens(50_000), '50,000'],
      [() => setup.remaining(1), '1 thing is left to do.'],
      [() => setup.remaining(2), '2 things are left to do.'],
      [() => setup.hiring(1), 'One hiring channel'],
      [() => setup.hiring(2), '2 hiring channels'],
      [() => setup.recruiters(1), '1 recruiter'],
      [() => setup.recruiters(2), '2 recruiters'],
      [() => setup.pools(1), '1 pool'],
      [() => setup.pools(2), '2 pools'],
      [() => jobCard.known(1, false), 'You already know 1 person'],
      [() => jobCard.known(2, false), 'You already know 2 people'],
      [() => jobCard.known(50, true), 'You already know at least 50 people'],
      [() => jobCard.yours(1), '1 of your people may suit it'],
      [() => jobCard.yours(2), '2 of your people may suit it'],
      [() => jobCard.flagged(1), '1 of them was flagged by their manager'],
      [() => jobCard.flagged(2), '2 of them were flagged by their manager'],
      [() => jobList.heading(2, false), '*Open jobs* · 2'],
      [() => jobList.heading(50, true), '*Open jobs* · 50 and more; the newest are shown'],
      [() => nudge.quiet(1), '1 day quiet.'],
      [() => nudge.quiet(1_000), '1,000 days quiet.'],
    )
    expect(regenerate.doneWithCuts(1)).toContain(' One sentence was cut,')
    expect(regenerate.doneWithCuts(2)).toContain(' 2 sentences were cut,')
    expect(sampleData.loaded(1)).toContain(': 1 person whom')
    expect(sampleData.loaded(40)).toContain(': 40 people whom')
  })

  it('have a word for none', () => {
    read(
      [() => clockJobs.nudged([]), 'nobody was due'],
      [() => clockJobs.nudged(['Ines 2 people', 'Rui 1 person']), 'Ines 2 people, Rui 1 person'],
      [() => clockJobs.ranNudge([]), 'The nudge ran: nobody is due today, so nothing was posted.'],
      [() => pools.fallback(0), 'No pools yet.'],
      [() => pools.fallback(2), 'Pools: 2.'],
      [() => jobList.fallback(0), 'No job is open.'],
      [() => jobList.fallback(2), 'Open jobs: 2.'],
      [() => sampleData.removed(0), 'None of the sample people was taken away.'],
      [() => roles.line('Recruiters', [], 0), '• *Recruiters*  nobody yet'],
      [() => roles.line('Recruiters', ['Ines', 'Rui'], 3), '• *Recruiters*  Ines, Rui and 3 more'],
      [() => review.tally(0, 0), ''],
      [() => review.tally(2, 0), '2 approved'],
      [() => review.tally(0, 1), '1 skipped'],
      [() => review.tally(2, 1), '2 approved · 1 skipped'],
      [() => sampleData.restKept(0, 0), ''],
      [() => sampleData.restKept(1, 0), '1 job'],
      [() => sampleData.restKept(2, 1), '2 jobs and 1 pool'],
      [() => sampleData.restKept(0, 2), '2 pools'],
    )
    expect(clockJobs.ranNudge(['Ines 2 people', 'Rui 1 person'])).toContain('ran: Ines 2 people, Rui 1 person. Who')
    expect(sampleData.kept(['Ana', 'Ben'], 0)).toContain('about Ana, Ben, so they stay')
    expect(sampleData.kept(['Ana'], 1)).toContain('about Ana and 1 person more, so they stay')
    expect(sampleData.removed(2)).toContain(' 2 people of the sample company are gone')
  })

  it('leave no hole where something is not known', () => {
    read(
      [() => standingLine('told_no', none), 'Told no'],
      [() => standingLine('told_no', '3 May'), 'Told no on 3 May'],
      [() => standingLine('hired', none), 'Hired'],
      [() => standingLine('hired', '3 May'), 'Hired, 3 May'],
      [() => cardAsks.good('Rui', false), 'Rui: *Looks good*'],
      [() => cardAsks.good('Rui', true), 'Rui: *Looks good* (of an earlier text)'],
      [() => history.flagged('SRE', ''), 'Flagged as a near-miss for SRE.'],
      [() => history.flagged('SRE', 'calm'), 'Flagged as a near-miss for SRE: calm'],
      [() => clockJobs.run('Today', false, 'done'), '• Today: done'],
      [() => clockJobs.run('Today', true, 'done'), '• Today (asked for by hand): done'],
      [() => clockJobs.line('nudge', '#team', 'tomorrow'), '*Daily nudge* in #team · next tomorrow'],
      [() => barredCompanies.line('Acme', none, none), '• *Acme*'],
      [() => barredCompanies.line('Acme', 'acme.test', 'client'), '• *Acme* (acme.test): client'],
      [() => doNotContact.barredEntry('An agreement', none), 'Do not contact: an agreement'],
      [() => doNotContact.barredEntry('An agreement', 'client'), 'Do not contact: an agreement (client)'],
      [() => preview.to('Ana', true), '*To*  Ana'],
      [() => preview.to('Ana', false), '*To*  Ana (no e-mail address on record)'],
      [() => schedule.option('Monday 9:00', none), 'Monday 9:00'],
      [() => schedule.option('Monday 9:00', 'Monday 8:00'), 'Monday 9:00 their time · Monday 8:00 yours'],
      [() => card.fact('calm', 'Strength', none), '• “calm”: Strength'],
      [() => card.fact('calm', 'Strength', 'Rui'), '• “calm”: Strength, Rui'],
      [() => card.inMoments(1), 'at once'],
      [() => card.inMoments(2), 'in 2 seconds'],
      [() => queue.age(0), 'today'],
      [() => queue.age(1), '1 day old'],
      [() => queue.age(2), '2 days old'],
      [() => whyNowWords.ago('praised', 0), 'praised today'],
      [() => whyNowWords.ago('praised', 1), 'praised 1 day ago'],
      [() => whyNowWords.jobOpened('SRE', 0), 'SRE opened today'],
      [() => whyNowWords.jobOpened('SRE', 2), 'SRE opened 2 days ago'],
      [() => whyNowWords.quiet(0), 'in touch today'],
      [() => whyNowWords.quiet(90), '90 days quiet'],
      [() => home.pool('SRE', '4 people', none), '*SRE* · 4 people'],
      [() => home.pool('SRE', '4 people', '2 gone quiet'), '*SRE* · 4 people · 2 gone quiet'],
      [() => jobList.row('SRE', ''), '*SRE*'],
      [() => jobList.row('SRE', 'Lisbon'), '*SRE* · Lisbon'],
      [() => jobList.opened(0), 'opened today'],
      [() => jobList.opened(1), 'opened yesterday'],
      [() => jobList.opened(2), 'opened 2 days ago'],
      [() => nudge.heading('Ines', 1, 2, 0), 'Ines, 1 person worth a word today (about 2 min)'],
      [() => nudge.heading('Ines', 2, 4, 199), 'Ines, 2 people worth a word today (about 4 min; 199 can wait)'],
      [() => nudge.heading('Ines', 2, 4, 200), 'Ines, 2 people worth a word today (about 4 min; 200 or more can wait)'],
      [() => nudge.allDone('Ines', 1), 'Ines, the one person of today had a word. Thank you.'],
      [() => nudge.allDone('Ines', 2), 'Ines, all 2 people of today had a word. Thank you.'],
      [() => nudge.stood('SRE', 'told_no', none), 'SRE, runner-up.'],
      [() => nudge.stood('SRE', 'told_no', 'in May'), 'SRE, runner-up, in May.'],
      [() => replyHistory.decided('later', none), 'Their reply: later'],
      [() => replyHistory.decided('later', MARCH), 'Their reply: later (2026-03-03)'],
      [() => replyList.row('Ana', 'today', none), '*Ana* · today · nobody looks after them'],
      [() => replyList.row('Ana', 'today', 'Rui'), '*Ana* · today · Rui'],
      [() => settings.goal(25, none), '25 % of hires from pools'],
      [() => settings.goal(25, 'December'), '25 % of hires from pools by December'],
      [() => settings.saved(['one', 'two']), ':white_check_mark: *Saved.*\none\ntwo'],
      [() => settings.undone(['one', 'two']), '*Taken back.* It is as it was before:\none\ntwo'],
      [() => settings.quiet(20 * 60, 8 * 60 + 5), '20:00–08:05 by the candidate’s clock, and weekends'],
      [() => setup.poolsMade(['one', 'two']), 'one\ntwo'],
      [() => snoozeLine(none), 'Snooze ended'],
      [() => snoozeLine(upTo), 'Snoozed until 3 March 2026'],
      [() => snoozeLine(upToAJob), 'Snoozed until a job like theirs opens, 3 March 2026 at the latest'],
      [() => snooze.done('Ana', upTo), 'Ana is snoozed until 3 March 2026.'],
      [() => snooze.shown(upTo), ':zzz: *Snoozed* until 3 March 2026'],
      [() => snooze.row(upToAJob), 'snoozed until 3 March 2026'],
      [() => snooze.choices.one_month(MARCH), '1 month, 3 March 2026'],
      [() => snooze.choices.three_months(MARCH), '3 months, 3 March 2026'],
      [() => snooze.choices.six_months(MARCH), '6 months, 3 March 2026'],
      [() => snooze.choices.similar_job(MARCH), 'Until a similar job opens, 3 March 2026 at the latest'],
      [() => dayInWords(MARCH), '3 March 2026'],
    )
    expect(silver.flaggedBy('Rui', none)).toContain('by Rui. Complete')
    expect(silver.flaggedBy('Rui', '3 May')).toContain('by Rui on 3 May. Complete')
    expect(clockJobs.line('digest', '#team', none)).toContain('*Weekly digest* in #team · next not within four weeks')
    expect(setup.poolMade('SRE', none)).toContain('*SRE* is there. Who')
    expect(setup.poolMade('SRE', '4 people')).toContain('*SRE* is there, with 4 people. Who')
    expect(shellWords.ourFault(none)).toMatch(/Please try again\.$/)
    expect(shellWords.ourFault('req-7')).toMatch(/Please try again\. If .* this reference: req-7$/)
    expect(replyRefusals.already_decided(none, 'later')).toMatch(/^Somebody decided already: Later\. /)
    expect(replyRefusals.already_decided('Rui', 'done')).toMatch(/^Rui decided already: answered\. /)
    expect(personRefusals.author_has_not_agreed(none)).toMatch(/^Whoever said this has not agreed/)
    expect(personRefusals.author_has_not_agreed('Rui')).toMatch(/^Rui has not ticked .* Ask Rui to/)
    expect(snooze.refusals.too_far(MARCH)).toContain('up to 3 March 2026:')
  })

  it('ask "Did you mean" only where something is near', () => {
    const { unknown_filter, unknown_value } = problems
    read(
      [() => unknown_filter('skil', 'skill'), 'There is no filter `skil`. Did you mean `skill`?'],
      [() => unknown_filter('zz', none), 'There is no filter `zz`. `/pool help` lists them.'],
      [() => unknown_value('tier', 'Z', none, []), '`tier:` does not know “Z”.'],
      [
        () => unknown_value('tier', 'Z', 'A', ['A', 'B']),
        '`tier:` does not know “Z”. Did you mean `A`? It takes `A`, `B`.',
      ],
      [() => clockJobs.which('', none), 'Say which job to run.'],
      [() => clockJobs.which('nuge', 'nudge'), 'There is no job “nuge”. Did you mean `nudge`?'],
      [() => clockJobs.which('zz', none), 'There is no job “zz”.'],
      [() => roles.unknownRole('zz', none), 'There is no role “zz”.'],
      [() => roles.unknownRole('recruter', 'recruiter'), 'There is no role “recruter”. Did you mean `recruiter`?'],
      [() => nudgeWay.unknown('zz', none), 'A nudge cannot come by “zz”.'],
      [() => nudgeWay.unknown('dn', 'dm'), 'A nudge cannot come by “dn”. Did you mean `dm`?'],
      [() => help.unknown('zz', none), '`/medallist` does not know “zz”. `/medallist help` lists everything.'],
    )
  })

  it('tell a role and a state in small letters within a sentence', () => {
    read(
      [() => roles.given('Rui', 'Recruiters'), 'Rui is among the recruiters from now on.'],
      [() => draftRefusals.already_closed('rejected'), 'This draft is closed: rejected.'],
      [() => draftRefusals.already_decided('Rui', 'approved', 'today'), 'Rui decided already, today: approved.'],
    )
    expect(roles.taken('Rui', 'Recruiters')).toContain('among the recruiters,')
  })

  it('say why somebody fits a job, and what to ask', () => {
    const skills = ['kubernetes', 'basket-weaving']
    read(
      [() => reasonInWords({ kind: 'tier_a' }, 'SRE'), 'tier A'],
      [() => reasonInWords({ kind: 'role', likeness: 'same' }, 'SRE'), 'near-miss for SRE'],
      [() => reasonInWords({ kind: 'role', likeness: 'related' }, 'SRE'), 'near-miss for a related role, SRE'],
      [() => reasonInWords({ kind: 'skills', skills }, 'SRE'), 'knows Kubernetes, Basket weaving'],
      [() => reasonInWords({ kind: 'place', place: 'Lisbon' }, 'SRE'), 'lives in Lisbon'],
      [() => reasonInWords({ kind: 'remote' }, 'SRE'), 'can work remotely'],
      [() => reasonInWords({ kind: 'level', seniority: 'mid' }, 'SRE'), 'mid-level level'],
      [() => gapInWords({ kind: 'skills', skills }), 'Kubernetes, Basket weaving (not on record)'],
      [() => gapInWords({ kind: 'place_unknown' }), 'where they live (not on record)'],
      [() => gapInWords({ kind: 'would_move', place: 'Porto' }), 'a move, from Porto'],
      [() => gapInWords({ kind: 'level', seniority: 'senior' }), 'senior level until now'],
      [() => jobCard.skills(skills), 'Kubernetes, Basket weaving'],
    )
  })

  it('say which of a sitting are alike, and how fresh a pool is', () => {
    expect(review.alike(3, 3, 80)).toContain(' These 3 are 80 % the same.')
    expect(review.alike(2, 3, 80)).toContain(' 2 of these 3 are 80 % the same.')
    expect(pools.fresh(1, 3)).toBe('1 of 3 fresh (33 %)')
  })

  it('say what became of a message in doubt, and why one did not leave', () => {
    expect(doubtWords.lateAnswer(true)).toContain('it *accepted*')
    expect(doubtWords.lateAnswer(false)).toContain('did *not* accept')
    read(
      [() => doubtWords.resolved('handed_over', 'Rui', 'today'), 'Rui, today: it arrived.'],
      [() => doubtWords.resolved('handed_over', none, 'today'), 'it arrived.'],
      [() => doubtWords.resolved('approved', none, ''), 'it is being sent again.'],
      [() => doubtWords.resolved('claimed', none, ''), 'it is being sent again.'],
      [() => doubtWords.resolved('handing_over', none, ''), 'it is being sent again.'],
      [() => doubtWords.resolved('retry_wait', none, ''), 'it is being sent again.'],
      [() => doubtWords.resolved('failed', none, ''), 'given up. It counts as a message that may have arrived.'],
      [() => doubtWords.resolved('refused', none, ''), 'it is not sent again.'],
      [() => doubtWords.resolved('cancelled', none, ''), 'it is not sent again.'],
      [() => doubtWords.resolved('in_doubt', 'Rui', 'today'), ''],
      [() => notSentWords.why('550'), 'the mail server answered 550'],
      [() => notSentWords.why('connection_refused_5'), 'the mail server was not reached (connection refused 5)'],
      [() => unpostedWords.whatToDo('fatal_error'), 'Slack answered `fatal_error`.'],
      [() => unpostedWords.whatToDo('toString'), 'Slack answered `toString`.'],
    )
    expect(unpostedWords.whatToDo('is_archived')).toContain('The channel is archived.')
  })

  it('say by whose clock, and whether a moment falls into the night', () => {
    expect(schedule.clock('Lisbon', true)).toMatch(/^By their clock \(Lisbon\)/)
    expect(schedule.clock('London', false)).toMatch(/^Nobody knows .* this is ours \(London\)/)
    expect(schedule.moved('Ana', 'Friday', 'Monday', '8:00', 'night')).toMatch(
      /^Friday is in the night of Ana, .* Monday/,
    )
    expect(schedule.moved('Ana', 'Friday', 'Monday', '8:00', 'weekend')).toMatch(/^Friday is on the weekend of Ana,/)
    expect(nudgeWay.now.channel('#team', 9 * 60)).toContain('in #team, on working days at 09:00')
    expect(nudgeWay.now.dm('', 9 * 60 + 30)).toContain('on working days at 09:30')
  })

  it('name what is missing, each once', () => {
    expect(setup.scopesMissing(['chat:write', 'files:write'])).toContain('missing: `chat:write`, `files:write`.')
    expect(setup.historyMissing(['im:history'])).toContain('Without `im:history` a card')
    expect(setup.placeProblem('Flags', '#triage', 'archived')).toMatch(/^Flags → #triage: it is archived\./)
    expect(shellWords.notAllowed('recruiter')).toMatch(/^This needs a recruiter\./)
    const twice = { path: 'a', message: 'Too long.' }
    expect(shellWords.badInput([twice, { ...twice, path: 'b' }, { path: 'c', message: 'Empty.' }])).toBe(
      'Too long. Empty.',
    )
  })

  it('say what is wrong with an answer, by the rule of its field or of the form', () => {
    expect(silverProblem({ kind: 'day_ahead' })).toBe('That day has not come yet.')
    expect(silverProblem({ kind: 'missing' })).toBe('Please fill this in.')
    expect(concern('three kids', 'family')).toContain('“three kids” may be about family,')
  })

  it('offer to each role what it may do, and nothing else', () => {
    const everybody = help.lines(['employee'])
    expect(everybody).toHaveLength(2)
    expect(everybody.join('\n')).toMatch(/^• The shortcut \*Flag near-miss\*.*\n• The \*Home\* tab/)
    const recruiter = help.lines(['recruiter']).join('\n')
    for (const act of [
      '`/silver`  adds',
      '/pool`',
      '/candidate',
      '/outreach`',
      'note*',
      'Add a silver',
      'nudge`',
      'job new',
    ])
      expect(recruiter).toContain(act)
    expect(recruiter).not.toMatch(/setup|settings|roles|jobs`|do-not-contact/)
    const admin = help.lines(['admin']).join('\n')
    for (const act of ['setup', 'settings', 'roles', 'jobs`', 'do-not-contact'])
      expect(admin).toContain(`/medallist ${act}`)
    expect(help.lines([])).toEqual([])
  })

  it('help with every filter of /pool, and with nothing blank', () => {
    const lines = poolHelp.split('\n')
    expect(lines).toHaveLength(5)
    expect(lines.filter((line) => line.trim() === '')).toEqual([])
    for (const filter of Object.keys(FILTERS)) expect(poolHelp).toContain(`\`${filter}`)
    expect(poolHelp).toMatch(/^\*\/pool\* .*`\/pool new` saves a pool/s)
  })

  it('say of every code of Slack what to do', () => {
    const codes =
      'channel_not_found not_in_channel is_archived channel_is_public restricted_action restricted_action_read_only_channel user_not_found users_not_found user_disabled'
    for (const code of codes.split(' '))
      expect(unpostedWords.whatToDo(code), code).toMatch(/^(?!Slack answered)[A-Z].+\.$/)
  })
})
