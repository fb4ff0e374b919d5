import { describe, expect, it } from 'vitest'
import { clockJobs } from '../../../../src/domain/shared/words/clock-jobs.ts'
import { queue } from '../../../../src/domain/shared/words/drafts.ts'
import { list } from '../../../../src/domain/shared/words/find.ts'
import { home, roles } from '../../../../src/domain/shared/words/home.ts'
import { jobCard, jobList } from '../../../../src/domain/shared/words/jobs.ts'
import { regenerate } from '../../../../src/domain/shared/words/model.ts'
import { nudge } from '../../../../src/domain/shared/words/nudge.ts'
import { pools } from '../../../../src/domain/shared/words/pool-form.ts'
import { replyList } from '../../../../src/domain/shared/words/replies.ts'
import { forAll, review } from '../../../../src/domain/shared/words/review.ts'
import { sampleData } from '../../../../src/domain/shared/words/sample-data.ts'
import { settings } from '../../../../src/domain/shared/words/settings.ts'
import { setup } from '../../../../src/domain/shared/words/setup.ts'
import { read } from './read.ts'

describe('words that count', () => {
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
})
