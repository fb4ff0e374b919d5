// A role brings up whom we know, by the words that people see.
import { describe, expect, it } from 'vitest'
import { wordsOf } from '../../../simulator/hands/read.ts'
import { aWorld } from '../../support/app.ts'
import { asks, buttonsOf, seesPrivately } from '../find/finding.ts'
import { besides, shown } from '../outreach/seeing.ts'

const world = aWorld({ sample: true })
const match = (text: string) => asks(world().hands.ines, '/pool', `match ${text}`)

describe('/pool match', () => {
  it('orders people for a line, each with reasons, what is missing and what keeps a message back', async () => {
    const answer = await match('Senior SRE in Lisbon, remote ok: Kubernetes, Rust')
    const words = wordsOf(answer)
    expect(words).toMatch(/\*Senior SRE\* · \d+ people, the best first/)
    expect(words).toContain('Read as: Senior · Engineering · Lisbon · remote · must: Kubernetes, Rust')
    expect(words).toContain('Counts most: top tier and near-misses of similar roles, then must-have skills')
    expect(words.indexOf('Ana Souza')).toBeGreaterThan(0)
    expect(words).toContain('near-miss for Senior SRE')
    expect(words).toContain('Rust (not on record)')
    expect(words).toMatch(/Not yet: .+/)
    expect(words).toContain('Nobody was contacted.')
    expect(buttonsOf(answer)).toEqual(
      expect.arrayContaining(['Draft', 'Open', 'Snooze', 'Next', 'Criteria…', 'Draft for all…']),
    )
    expect(world().local.mailbox.list()).toEqual([])
  })

  it('reads a pasted text of many lines, and says what must not count', async () => {
    const words = wordsOf(
      await match(
        'Product Designer\nWe want a young man, aged 25 to 30.\nMust have:\n- Figma\nNice to have: User research',
      ),
    )
    expect(words).toContain('Product Designer')
    expect(words).toContain('must: Figma')
    expect(words).toMatch(/Not looked at, because it must not count: age \(“young”\), gender/)
  })

  it('turns its pages in its place, and shows everybody there is', async () => {
    const { ines } = world().hands
    const first = await match('Senior SRE')
    const heading = /(\d+) people/.exec(wordsOf(first))?.[1]
    const everybody = (await besides(world(), ines)).uow
      .run((tx) => tx.pools.list(1))
      .then(async () => {
        const { rows } = await world().app.database.pool.query<{ count: string }>(
          'SELECT count(*) FROM candidate WHERE merged_into IS NULL AND erased_at IS NULL',
        )
        return rows[0]?.count
      })
    expect(heading).toBe(await everybody)
    await ines.press(first, 'Next')
    const showing = (range: string) =>
      ines.waitFor(
        () => ines.ephemerals('general').find((one) => one.ts === first.ts && wordsOf(one).includes(` · ${range}`)),
        { what: `the list to show ${range}` },
      )
    await ines.press(await showing('11–20'), 'Previous')
    await showing('1–10')
  })

  it('asks in a form where nothing stands behind it, and its criteria can be changed', async () => {
    const { ines } = world().hands
    await ines.command('/pool', 'match', { in: 'general' })
    const start = await ines.opensModal('Match a role')
    await start.submit()
    expect(start.errors()).toMatchObject({ 'Job text': 'Please paste a text or choose a job.' })
    await start.fill('Job text', 'Account Executive in London\nMust have: MEDDIC')
    await start.submit()
    const answer = await seesPrivately(ines, 'must: MEDDIC')
    await ines.press(answer, 'Criteria…')
    const criteria = await ines.opensModal('Criteria')
    expect(criteria.fields()).toMatchObject({
      Role: { value: 'Account Executive' },
      'Must-have skills': { value: 'MEDDIC' },
      Place: { value: 'London' },
      'What counts most': { value: 'Top tier and near-misses of similar roles' },
    })
    await criteria.fill('Years of experience', 'no')
    await criteria.submit()
    expect(criteria.errors()).toMatchObject({ 'Years of experience': 'Please write a whole number.' })
    await criteria.fill('Years of experience', '4')
    await criteria.fill('Must-have skills', 'MEDDIC, Salesforce or HubSpot')
    await criteria.choose('What counts most', 'Place or remote')
    await criteria.submit()
    const again = wordsOf(await seesPrivately(ines, 'must: MEDDIC, Salesforce or HubSpot'))
    expect(again).toContain('Counts most: place or remote, then')
    expect(again).toContain('4 years of experience (to ask)')
  })

  it('knows an open job by its title, and writes for that job', async () => {
    const { ines } = world().hands
    await ines.command('/pool', 'job new Staff Reliability Engineer in Lisbon: Kubernetes', { in: 'general' })
    await (await ines.opensModal('Open a job')).submit()
    await shown(ines, '*Staff Reliability Engineer* opened today')
    const answer = await match('staff reliability engineer')
    expect(wordsOf(answer)).toContain('must: Kubernetes')
    await ines.press(answer, 'Draft', { near: 'Ana Souza' })
    await shown(ines, 'Draft for', 'Staff Reliability Engineer opened')
  })

  it('keeps what was asked for, by whom and when, for every recruiter', async () => {
    const { ines, ben } = world().hands
    await match('Data Engineer: dbt')
    const runs = await asks(ben, '/pool', 'match runs')
    expect(wordsOf(runs)).toMatch(/\*Data Engineer\* · \d+ people · In[eê]s/)
    await ben.press(runs, 'Open', { near: 'Data Engineer' })
    expect(wordsOf(await seesPrivately(ben, 'must: dbt'))).toContain('Data Engineer')
    expect(ines.ephemerals('general').length).toBeGreaterThan(0)
  })

  it('offers drafts for those alone who have something of the role', async () => {
    const { ines } = world().hands
    const answer = await match('Senior SRE: Kubernetes')
    await ines.press(answer, 'Draft for all…')
    await ines.opensModal('Draft for all')
    expect(world().local.mailbox.list()).toEqual([])
  })

  it('says what to do where it cannot read a role, and shows nobody to whoever does not recruit', async () => {
    expect(wordsOf(await match('!!!'))).toContain('I could not read what the role is.')
    const refused = await asks(world().hands.tom, '/pool', 'match Senior SRE')
    expect(wordsOf(refused)).toContain('Only recruiters can look through people and pools.')
    expect(wordsOf(await asks(world().hands.tom, '/pool', 'match'))).toContain('Only recruiters')
  })
})
