// What the clock does, seen where people see it: in Slack. Time runs as it does; which day it is, is the test's to say.
import { describe, expect, it } from 'vitest'
import type { Message } from '../../simulator/contract.ts'
import { cutOff, rateLimited } from '../../simulator/faults.ts'
import type { Hands } from '../../simulator/hands.ts'
import { mondayOf } from '../../src/domain/metrics/weeks.ts'
import { addDays, at, dayIn, type Instant, instant, UTC } from '../../src/domain/shared/time.ts'
import { CHANNELS } from '../../src/local/workspace-seed.ts'
import { aWorld } from '../support/app.ts'

/** A clock that runs on from wherever a test puts it. */
function aClock(start: Instant) {
  let ahead = start - Date.now()
  return {
    now: (): Instant => instant(Date.now() + ahead),
    goTo: (moment: Instant) => {
      ahead = moment - Date.now()
    },
  }
}

// A week that is over: what Slack then shows is of later, which is how a lost answer is found again.
const MONDAY = addDays(mondayOf(dayIn(instant(Date.now()), UTC)), -7)
const onDay = (days: number, minute: number): Instant => at(addDays(MONDAY, days), minute, UTC)
const MORNING = 9 * 60 + 1
const clock = aClock(onDay(-1, 12 * 60))
const world = aWorld({ sample: true, overrides: { now: clock.now } })

const rowsOf = ({ blocks = [] }: Message) => blocks.filter(({ type }) => type === 'actions')
const wordsOf = ({ blocks = [] }: Message) => JSON.stringify(blocks)
const begins = (words: string) => (message: Message) => message.text.startsWith(words)
const isDigest = begins('The week with the people')

/** The first message there that fits, as soon as it stands. */
const posted = (hands: Hands, place: string, fits: (message: Message) => boolean): Promise<Message> =>
  hands.waitFor((view) => view.messages[place]?.find(fits), { what: 'a post of the clock' })
const inDm = (hands: Hands, fits: (message: Message) => boolean): Promise<Message> =>
  hands.waitFor(() => hands.dm().findLast(fits), { what: 'a direct message' })

async function answer(hands: Hands, command: string, text: string, says: RegExp): Promise<void> {
  await hands.command(command, text, { in: 'general' })
  await hands.waitFor(() => hands.ephemerals('general').find((one) => says.test(one.text + wordsOf(one))), {
    what: `the answer to ${command} ${text}`,
  })
}

async function namesIn(message: Message): Promise<readonly string[]> {
  const { rows } = await world().app.database.pool.query<{ full_name: string }>('SELECT full_name FROM candidate')
  return rows.map(({ full_name }) => full_name).filter((name) => wordsOf(message).includes(name))
}

const set = (key: string, value: unknown) => {
  const { app } = world()
  const { uow, now } = app.contexts.forSystem(app.workspace)
  return uow.run((tx) => tx.settings.set(key, value, undefined, now))
}

describe('the clock', () => {
  it('does nothing on the day on which a workspace came', async () => {
    const { app, hands } = world()
    clock.goTo(onDay(-1, 23 * 60))
    await app.tick()
    expect((await app.database.pool.query('SELECT 1 FROM job_run')).rows).toEqual([])
    expect(hands.priya.messages(CHANNELS.nudges)).toEqual([])
  })

  it('posts the nudges and the digest of a Monday once, however often it ticks and whatever Slack does meanwhile', async () => {
    const { app, hands, local } = world()
    const { faults } = local.simulator
    clock.goTo(onDay(0, MORNING))
    faults.add({ method: 'chat.postMessage', times: 2, fault: cutOff('after') })
    faults.add({ method: 'chat.postMessage', times: 1, fault: rateLimited(1) })
    faults.add({ method: 'files.completeUploadExternal', times: 1, fault: cutOff('before') })
    await Promise.all([app.tick(), app.tick()])
    // The picture did not get through the first time; the file waits until the digest stands.
    await app.tick()
    await posted(hands.ines, CHANNELS.metrics, isDigest)
    for (let tick = 0; tick < 3; tick += 1) await app.tick()
    expect((await app.database.pool.query('SELECT 1 FROM job_run WHERE finished_at IS NULL')).rows).toEqual([])
    await posted(hands.ines, CHANNELS.nudges, begins('Ines, '))
    await posted(hands.ines, CHANNELS.nudges, begins('Ben, '))
    const inChannel = hands.ines.messages(CHANNELS.metrics)
    const [digest] = inChannel.filter(isDigest)
    expect(inChannel.filter(isDigest)).toHaveLength(1)
    expect(inChannel.filter(({ files, threadTs }) => files !== undefined && threadTs === digest?.ts)).toHaveLength(1)
    const named = hands.ines.messages(CHANNELS.nudges).map(({ text }) => text.slice(0, 5))
    expect(named.toSorted()).toEqual(['Ben, ', 'Ines,'])
  })
})

describe('the nudge', () => {
  it('is of those with a reason of today, the waiting reply first, as the sample company has it; the merely quiet can wait', async () => {
    const { hands } = world()
    const message = await posted(hands.ines, CHANNELS.nudges, begins('Ines, '))
    expect(message.text).toBe('Ines, 3 people worth a word today (about 6 min; 4 can wait)')
    expect(rowsOf(message)).toHaveLength(3)
    const words = wordsOf(message)
    expect(words).toMatch(/\*Leila Haddad\* replied .{2,30}: “Happy to talk next week.”/)
    expect(words).toMatch(/\*Ana Souza\*: Senior SRE, runner-up.*\*Senior SRE\* opened .* days quiet/)
    expect(words.indexOf('Leila Haddad')).toBeLessThan(words.indexOf('Ana Souza'))
    // Told no nine days ago; hired last month.
    expect(words).not.toMatch(/Mei Tan|Omar Aziz/)
  })

  it('shows what was taken care of, and does not remind twice when it is run again', async () => {
    const { hands } = world()
    const message = await posted(hands.ines, CHANNELS.nudges, begins('Ines, '))
    await hands.ines.press(message, 'Log touch', { near: 'Leila Haddad' })
    const modal = await hands.ines.opensModal('Log a call')
    await modal.fill('What was said', 'She is free on Tuesday.')
    await modal.submit()
    const done = await posted(hands.ines, CHANNELS.nudges, begins('Ines, 2 people'))
    expect(wordsOf(done)).toContain('~Leila Haddad~ :white_check_mark: Done today.')
    await answer(hands.priya, '/medallist', 'jobs run nudge', /brought up to date/)
    // Whoever was answered is no news any more, so two of those who can wait take the place.
    await posted(hands.ines, CHANNELS.nudges, begins('Ines, 4 people'))
    expect(hands.ines.messages(CHANNELS.nudges).filter(begins('Ines, '))).toHaveLength(1)
  })

  it('hands somebody over, or leaves them in peace for good, from the menu of a row, and takes it back', async () => {
    const { hands } = world()
    const { ines, ben } = hands
    const nudge = await posted(ines, CHANNELS.nudges, begins('Ines, 4 people'))
    const named = (words: string) =>
      ines.waitFor(() => ines.messages(CHANNELS.nudges).find((one) => wordsOf(one).includes(words)), {
        what: words,
      })
    const said = (words: string) =>
      ines.waitFor(() => ines.ephemerals(CHANNELS.nudges).find((one) => one.text.includes(words)), {
        what: words,
      })
    await ines.press(nudge, 'Archive', { near: 'Ana Souza' })
    expect(wordsOf(await named('~Ana Souza~'))).toContain('~Ana Souza~ :file_cabinet: Archived.')
    await ines.press(await said('Ana Souza is archived'), 'Undo')
    await ines.waitFor(
      () => !wordsOf(ines.messages(CHANNELS.nudges).find(({ ts }) => ts === nudge.ts) ?? nudge).includes('~Ana Souza~'),
      { what: 'Ana back' },
    )
    await ines.press(nudge, 'Reassign', { near: 'Ana Souza' })
    const modal = await ines.opensModal('Reassign')
    await modal.choose('Who looks after them from now on?', ben.user)
    await modal.submit()
    expect(wordsOf(await named('~Ana Souza~'))).toContain('~Ana Souza~ :arrow_right: With a colleague now.')
    await ines.press(await inDm(ines, (one) => wordsOf(one).includes('looks after Ana Souza from now on')), 'Undo')
    await ines.waitFor(
      () => !wordsOf(ines.messages(CHANNELS.nudges).find(({ ts }) => ts === nudge.ts) ?? nudge).includes('~Ana Souza~'),
      { what: 'Ana back' },
    )
  })

  it('is run by hand by admins alone', async () => {
    const { hands } = world()
    await answer(hands.ines, '/medallist', 'jobs run nudge', /This needs an admin/)
    await answer(hands.priya, '/medallist', 'jobs run nudg', /Did you mean `nudge`/)
    await answer(hands.priya, '/medallist', 'jobs', /Daily nudge.*asked for by hand/s)
  })

  it('names nobody in a channel that everybody may read: who it is stands in the direct message', async () => {
    const { app, hands } = world()
    await set('channels.nudge', CHANNELS.general)
    clock.goTo(onDay(1, MORNING))
    await app.tick()
    const line = await posted(hands.ines, CHANNELS.general, begins('Ines has 5 people'))
    expect(await namesIn(line)).toEqual([])
    const rows = await inDm(hands.ines, begins('Ines, '))
    expect(rowsOf(rows)).toHaveLength(5)
    expect(wordsOf(rows)).not.toContain('Leila Haddad')
  })

  it('comes by direct message where there is no channel, and the admins hear once what to do', async () => {
    const { app, hands } = world()
    await set('channels.nudge', 'C0NOWHERE9')
    for (const day of [2, 3]) {
      clock.goTo(onDay(day, MORNING))
      await app.tick()
    }
    const told = () => hands.priya.dm().filter((one) => wordsOf(one).includes('C0NOWHERE9'))
    await hands.priya.waitFor(() => told().length > 0, { what: 'what the admins hear' })
    expect(told()).toHaveLength(1)
    await hands.ines.waitFor(() => hands.ines.dm().filter(begins('Ines, ')).length === 3, {
      what: 'three mornings',
    })
  })

  it('comes as each recruiter chose, or not at all', async () => {
    const { app, hands } = world()
    const { uow } = app.contexts.forSystem(app.workspace)
    const ben = await uow.run((tx) => tx.members.bySlackId(hands.ben.user))
    const ines = await uow.run((tx) => tx.members.bySlackId(hands.ines.user))
    await set('channels.nudge', CHANNELS.nudges)
    await set(`member.${ines?.id}.nudge`, 'dm')
    await set(`member.${ben?.id}.nudge`, 'off')
    const before = hands.ines.messages(CHANNELS.nudges).length
    clock.goTo(onDay(4, MORNING))
    await answer(hands.priya, '/medallist', 'jobs run nudge', /The nudge ran: <@U0INES0001> 5 people\./)
    await hands.ines.waitFor(() => hands.ines.dm().filter(begins('Ines, ')).length === 4, {
      what: 'the rows',
    })
    expect(hands.ines.messages(CHANNELS.nudges)).toHaveLength(before)
  })
})

describe('the digest', () => {
  it('tells the week without a candidate’s name, with a picture that has words for it and a table of the pools', async () => {
    const digest = await posted(world().hands.ines, CHANNELS.metrics, isDigest)
    const words = wordsOf(digest)
    expect(words).toMatch(/\*Kept in touch\* {2}\d+ \/ \d+ finalists \(\d+ %\), last week \d+ \/ \d+ \(\d+ %\)/)
    expect(words).toMatch(/"slack_file":\{"id":"F\w+"\},"alt_text":"The last 8 weeks/)
    expect(words).toContain('SRE bench')
    expect(await namesIn(digest)).toEqual([])
  })

  it('shows the people behind a number to a recruiter, and to nobody who may not see them', async () => {
    const { hands } = world()
    const digest = await posted(hands.ines, CHANNELS.metrics, isDigest)
    await hands.ines.press(digest, 'Assign')
    await hands.ines.waitFor(
      () => hands.ines.ephemerals(CHANNELS.metrics).find((one) => /people|person/.test(one.text)),
      { what: 'the people' },
    )
    await hands.sam.press(digest, 'Assign')
    const refused = await hands.sam.waitFor(() => hands.sam.ephemerals(CHANNELS.metrics)[0], { what: 'a refusal' })
    expect(refused.text).toMatch(/recruiter/)
  })

  it('that somebody asked for says so, beside the one of the week', async () => {
    const { app, hands } = world()
    await answer(hands.priya, '/medallist', 'jobs run digest', /An extra digest of last week is on its way to/)
    await posted(hands.ines, CHANNELS.metrics, (one) => wordsOf(one).includes('Extra digest: week of'))
    await app.tick()
    expect(hands.ines.messages(CHANNELS.metrics).filter(isDigest)).toHaveLength(2)
  })
})

describe('numbers on demand', () => {
  it('are shown to a recruiter alone', async () => {
    const { hands } = world()
    await answer(hands.ines, '/metrics', '', /Kept in touch.*\d+ \/ \d+ finalists/s)
    await answer(hands.tom, '/metrics', '', /This needs a recruiter/)
  })
  it('of one pool, of the goals, and a hint where a word is wrong', async () => {
    const { hands } = world()
    await answer(hands.ines, '/metrics', 'pool sre bench', /\*SRE bench\*.*In touch \d+ \/ \d+/)
    await answer(
      hands.ines,
      '/metrics',
      'pool SRE bensh',
      /no pool “SRE bensh”. Did you mean `\/metrics pool SRE bench`/,
    )
    await answer(hands.ines, '/metrics', 'pool', /Say which pool/)
    await answer(hands.ines, '/metrics', 'goals', /Hires from pools/)
    await answer(hands.ines, '/metrics', 'golas', /Did you mean `\/metrics goals`/)
    await answer(hands.ines, '/metrics', 'help', /by the mail server this week/)
  })
  it('as a file in the direct messages', async () => {
    const { hands } = world()
    await answer(hands.ines, '/metrics', 'csv', /The file is in our direct messages/)
    const sent = hands.ines.dm().find(({ files = [] }) => files.some(({ mimetype }) => mimetype === 'text/csv'))
    expect(sent?.text).toBe('The numbers of the week, as you asked.')
  })
})
