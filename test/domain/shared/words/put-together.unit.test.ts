import { describe, expect, it } from 'vitest'
import { readRole } from '../../../../src/domain/jobs/read-role.ts'
import { FILTERS } from '../../../../src/domain/pool/query/filters.ts'
import { concern, silverProblem } from '../../../../src/domain/shared/words/capture.ts'
import { catchUp } from '../../../../src/domain/shared/words/catch-up.ts'
import { clockJobs } from '../../../../src/domain/shared/words/clock-jobs.ts'
import { schedule } from '../../../../src/domain/shared/words/draft-acts.ts'
import { help as poolHelp, problems } from '../../../../src/domain/shared/words/find.ts'
import { help, roles } from '../../../../src/domain/shared/words/home.ts'
import { gapInWords, jobCard, reasonInWords } from '../../../../src/domain/shared/words/jobs.ts'
import { criteriaParts, match, matchRuns } from '../../../../src/domain/shared/words/match.ts'
import { draftRefusals } from '../../../../src/domain/shared/words/outreach.ts'
import { pools } from '../../../../src/domain/shared/words/pool-form.ts'
import { doubtWords, notSentWords, unpostedWords } from '../../../../src/domain/shared/words/posts.ts'
import { review } from '../../../../src/domain/shared/words/review.ts'
import { nudgeWay } from '../../../../src/domain/shared/words/settings.ts'
import { setup } from '../../../../src/domain/shared/words/setup.ts'
import { shellWords } from '../../../../src/domain/shared/words/shell.ts'
import { read } from './read.ts'

const none = undefined

describe('words that are put together', () => {
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
      [() => reasonInWords({ kind: 'tier', tier: 'B' }, 'SRE'), 'tier B'],
      [() => reasonInWords({ kind: 'role', likeness: 'same', nearMiss: true }, 'SRE'), 'near-miss for SRE'],
      [
        () => reasonInWords({ kind: 'role', likeness: 'related', nearMiss: true }, 'SRE'),
        'near-miss for a related role, SRE',
      ],
      [() => reasonInWords({ kind: 'role', likeness: 'same', nearMiss: false }, 'SRE'), 'does such work'],
      [() => reasonInWords({ kind: 'role', likeness: 'related', nearMiss: false }, 'SRE'), 'does related work'],
      [() => reasonInWords({ kind: 'nice', skills }, 'SRE'), 'also Kubernetes, Basket weaving'],
      [() => reasonInWords({ kind: 'mentions', what: ['kubernetes', 'German'] }, 'SRE'), 'mentions Kubernetes, German'],
      [() => reasonInWords({ kind: 'skills', skills }, 'SRE'), 'knows Kubernetes, Basket weaving'],
      [() => reasonInWords({ kind: 'place', place: 'Lisbon' }, 'SRE'), 'lives in Lisbon'],
      [() => reasonInWords({ kind: 'remote' }, 'SRE'), 'can work remotely'],
      [() => reasonInWords({ kind: 'level', seniority: 'mid' }, 'SRE'), 'mid-level'],
      [() => gapInWords({ kind: 'skills', skills }), 'Kubernetes, Basket weaving (not on record)'],
      [() => gapInWords({ kind: 'place_unknown' }), 'where they live (not on record)'],
      [() => gapInWords({ kind: 'place_not_known', place: 'Wobbling' }), 'lives in Wobbling, which is not known here'],
      [
        () => gapInWords({ kind: 'role_place_not_known', place: 'Wobbling' }),
        'how far they live from Wobbling, which is not known here',
      ],
      [() => gapInWords({ kind: 'remote_to_ask' }), 'whether remote work suits them (to ask)'],
      [() => gapInWords({ kind: 'would_move', place: 'Porto' }), 'a move, from Porto'],
      [() => gapInWords({ kind: 'level', seniority: 'senior' }), 'senior level until now'],
      [() => gapInWords({ kind: 'other_role' }), 'such a role (none on record)'],
      [() => gapInWords({ kind: 'nice', skills }), 'nice to have: Kubernetes, Basket weaving'],
      [() => gapInWords({ kind: 'languages', languages: ['German', 'Dutch'] }), 'German, Dutch (not on record)'],
      [() => gapInWords({ kind: 'years', years: 1 }), 'a year of experience (to ask)'],
      [() => gapInWords({ kind: 'years', years: 5 }), '5 years of experience (to ask)'],
      [() => jobCard.skills(skills), 'Kubernetes, Basket weaving'],
    )
  })

  it('say what a role asked for, and whom it brought up', () => {
    const { criteria } = readRole('Senior SRE in London, remote ok: Kubernetes')
    read(
      [() => match.heading('SRE', 1, false), '*SRE* · 1 person, the best first'],
      [
        () => match.heading('SRE', 2_000, true),
        '*SRE* · the best 2,000 of those who fit, the best first; more fit and come behind them',
      ],
      [() => match.behind(400, 'go', true), '*Next* ranks 400 more. `/pool go` shows everybody for such a role.'],
      [
        () => match.behind(2_000, 'go', false),
        '2,000 are ranked, and it ends here. `/pool go` shows everybody for such a role.',
      ],
      [() => match.order(['tier', 'place']), 'Counts most: tier, then place'],
      [() => criteriaParts(criteria).join(' · '), 'Senior · Engineering · London · remote · must: Kubernetes'],
      [
        () =>
          criteriaParts({
            ...criteria,
            seniority: undefined,
            jobFunction: undefined,
            location: undefined,
            remoteOk: false,
            must: [],
            nice: ['go', 'rust'],
            years: 5,
            languages: ['German', 'Dutch'],
          }).join(' · '),
        'nice: Go, Rust · 5 years · German, Dutch',
      ],
      [() => criteriaParts({ ...criteria, years: 1 }).at(-1) ?? '', '1 year'],
      [() => matchRuns.row('SRE', 3, 'Rui', 'today'), '*SRE* · 3 people · Rui, today'],
      [() => matchRuns.fallback(0), 'No role was matched yet.'],
      [() => matchRuns.fallback(2), 'Roles that were matched: 2.'],
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
      [() => doubtWords.resolved('failed', none, ''), 'sent again, and it could not be delivered.'],
      [() => doubtWords.resolved('given_up', none, ''), 'given up. It counts as a message that may have arrived.'],
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
    expect(everybody).toHaveLength(3)
    expect(everybody.join('\n')).toMatch(
      /^• `\/silver refer`.*\n• The shortcut \*Flag near-miss\*.*\n• The \*Home\* tab/,
    )
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
    expect(lines).toHaveLength(8)
    expect(lines.filter((line) => line.trim() === '')).toEqual([])
    for (const filter of Object.keys(FILTERS)) expect(poolHelp).toContain(`\`${filter}`)
    expect(poolHelp).toMatch(/^\*\/pool\* .*`\/pool new` saves a pool/s)
  })

  it('say of every code of Slack what to do', () => {
    const codes =
      'channel_not_found not_in_channel is_archived channel_is_public restricted_action restricted_action_read_only_channel'
    for (const code of codes.split(' '))
      expect(unpostedWords.whatToDo(code), code).toMatch(/^(?!Slack answered)[A-Z].+\.$/)
    for (const code of ['user_not_found', 'users_not_found', 'user_disabled'])
      expect(unpostedWords.whatToDoForPerson(code), code).toContain('They are not in this workspace any more.')
    expect(unpostedWords.whatToDoForPerson('channel_not_found')).toContain('blocked the app')
    expect(catchUp.drafts(1)).toBe('One draft for them waits for somebody.')
    expect(catchUp.drafts(2)).toBe('2 drafts for them wait for somebody.')
  })
})
