import { describe, expect, it } from 'vitest'
import type { Day } from '../../../../src/domain/shared/time.ts'
import { cardAsks } from '../../../../src/domain/shared/words/asks.ts'
import { standingLine } from '../../../../src/domain/shared/words/candidates.ts'
import { history, silver } from '../../../../src/domain/shared/words/capture.ts'
import { clockJobs } from '../../../../src/domain/shared/words/clock-jobs.ts'
import { dayInWords } from '../../../../src/domain/shared/words/day.ts'
import { barredCompanies, doNotContact } from '../../../../src/domain/shared/words/do-not-contact.ts'
import { preview, schedule } from '../../../../src/domain/shared/words/draft-acts.ts'
import { card, personRefusals, queue, whyNowWords } from '../../../../src/domain/shared/words/drafts.ts'
import { home } from '../../../../src/domain/shared/words/home.ts'
import { jobList } from '../../../../src/domain/shared/words/jobs.ts'
import { nudge } from '../../../../src/domain/shared/words/nudge.ts'
import { replyHistory, replyList, replyRefusals } from '../../../../src/domain/shared/words/replies.ts'
import { settings } from '../../../../src/domain/shared/words/settings.ts'
import { setup } from '../../../../src/domain/shared/words/setup.ts'
import { shellWords } from '../../../../src/domain/shared/words/shell.ts'
import { snooze, snoozeLine } from '../../../../src/domain/shared/words/snooze.ts'
import { read } from './read.ts'

const none = undefined
const MARCH = '2026-03-03' as Day
const upTo = { until: MARCH, for: none }
const upToAJob = { until: MARCH, for: 'similar_job' } as const

describe('words about what may be unknown', () => {
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
      [() => whyNowWords.ago('praised', 1), 'praised yesterday'],
      [() => whyNowWords.jobOpened('SRE', 0), 'SRE opened today'],
      [() => whyNowWords.jobOpened('SRE', 1), 'SRE opened yesterday'],
      [() => whyNowWords.jobOpened('SRE', 2), 'SRE opened 2 days ago'],
      [() => whyNowWords.quiet(0), 'in touch today'],
      [() => whyNowWords.quiet(90), '90 days quiet'],
      [() => home.pool('SRE', '4 people', none), '*SRE* · 4 people'],
      [() => home.pool('SRE', '4 people', '2 stale'), '*SRE* · 4 people · 2 stale'],
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
      [() => snooze.choices.similar_job(MARCH), 'Until a similar role opens, 3 March 2026 at the latest'],
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
})
