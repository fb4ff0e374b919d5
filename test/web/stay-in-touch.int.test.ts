// The page behind "May I stay in touch?": only the candidate's own press answers, and their yes is a permission with wording and end.
import { expect, it } from 'vitest'
import { makeMailLinks } from '../../src/adapters/system/tokens.ts'
import { permissionFor } from '../../src/domain/consent/permission.ts'
import { DAY } from '../../src/domain/shared/time.ts'
import { loadStay } from '../../src/usecases/outreach/stay-in-touch.ts'
import { buildWeb } from '../../src/web/build-web.ts'
import { onQuickDatabase, type TestDatabase } from '../support/database.ts'
import { outreachWorld } from '../support/outreach-world.ts'

const links = makeMailLinks(['secret'], () => 'https://talent.example')
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

async function page(db: () => TestDatabase, asksToStay = true) {
  const world = await outreachWorld(db())
  const web = await buildWeb({ contexts: world.contexts, links, checks: {}, log: silent })
  const candidateId = await world.addPerson({
    email: 'nadia@example.com',
    fullName: 'Nadia Rahimi',
    ownerId: world.ines.memberId,
    nextTouch: undefined,
  })
  const send = await world.approveDraft(candidateId, { purpose: 'decline', asksToStay })
  const link = { workspaceId: world.workspace.id, sendId: send.id, candidateId }
  const path = new URL(links.stayUrl(link)).pathname
  const answer = (form: Readonly<Record<string, string>>, url = path) =>
    web.inject({ method: 'POST', url, payload: new URLSearchParams(form).toString(), headers: FORM })
  const verdict = async () =>
    permissionFor(await world.run((tx) => tx.consent.permissions(candidateId)), 'contact', world.now())
  const person = () => world.run((tx) => tx.candidates.get(candidateId))
  const told = async () => {
    const { rows } = await db().pool.query(
      `SELECT address FROM slack_post WHERE kind = 'stay_answer' AND $1 = ANY (subjects)`,
      [candidateId],
    )
    return (rows as { address: string }[]).map(({ address }) => address)
  }
  return { ...world, web, send, candidateId, link, path, answer, verdict, person, told }
}

onQuickDatabase('the page of a letter that asks', (db) => {
  it('only asks when it is opened, however often a scanner does', async () => {
    const { web, path, person, told, candidateId, run } = await page(db)
    for (const method of ['GET', 'GET', 'HEAD'] as const)
      expect((await web.inject({ method, url: path })).statusCode).toBe(200)
    const { body } = await web.inject({ url: path })
    expect(body).toContain('May we stay in touch?')
    expect(body).toContain('Ines Duarte at Fernhollow Energy')
    expect(body).toContain('until 2 March 2028')
    expect(body).not.toMatch(/nadia|Rahimi|https?:|<script/i)
    expect([await told(), (await person())?.version]).toEqual([[], 1])
    expect(await run((tx) => tx.candidates.timeline(candidateId, 5))).toEqual([])
  })

  it('writes a yes as a permission with its wording and its end, and when they would like to hear from us', async () => {
    const { web, path, answer, verdict, person, told, run, candidateId, send, system } = await page(db)
    const answered = await answer({ answer: 'yes', when: 'months_6', day: '' })
    expect([answered.statusCode, answered.body]).toEqual([200, expect.stringContaining('around 2 September 2026')])
    expect(await verdict()).toMatchObject({
      kind: 'valid',
      record: { basis: 'consent', wording: 'stay-in-touch-1', source: 'page of the letter' },
    })
    const permissions = await run((tx) => tx.consent.permissions(candidateId))
    expect(
      permissions.filter(({ basis }) => basis === 'consent').map(({ purpose, expiresAt }) => [purpose, expiresAt]),
    ).toEqual(
      expect.arrayContaining([
        ['contact', Date.parse('2028-03-02')],
        ['store', Date.parse('2028-03-02')],
      ]),
    )
    expect((await person())?.nextTouch).toBe('2026-09-02')
    expect(await told()).toEqual(['UINES'])
    expect(await loadStay(system(), candidateId, send.id)).toMatchObject({
      answer: { kind: 'yes', nextTouch: '2026-09-02' },
    })
    const [entry] = await run((tx) => tx.candidates.timeline(candidateId, 5))
    expect(entry?.text).toContain('Said yes to staying in touch')
    expect((await web.inject({ url: path })).body).toContain('Thank you, we will stay in touch')
  })

  it('takes the same answer twice for one, and another answer for a change of mind', async () => {
    const { answer, verdict, person, told, run, candidateId } = await page(db)
    await answer({ answer: 'yes', when: 'months_3' })
    await answer({ answer: 'yes', when: 'months_3' })
    expect(await told()).toHaveLength(1)
    await answer({ answer: 'yes', when: 'date', day: '2026-10-01' })
    const permissions = await run((tx) => tx.consent.permissions(candidateId))
    expect(permissions.filter(({ basis }) => basis === 'consent')).toHaveLength(2)
    expect((await person())?.nextTouch).toBe('2026-10-01')
    const no = await answer({ answer: 'no' })
    expect(no.body).toContain('Understood, and thank you for telling us')
    expect((await verdict()).kind).toBe('withdrawn')
    expect((await person())?.nextTouch).toBeUndefined()
    expect(await told()).toHaveLength(3)
  })

  it('lets a no stand where nothing was allowed before, and a later yes lift it', async () => {
    const { answer, verdict, pass, candidateId } = await page(db)
    await db().pool.query('DELETE FROM permission WHERE candidate_id = $1', [candidateId])
    await answer({ answer: 'no' })
    expect((await verdict()).kind).toBe('withdrawn')
    pass(DAY)
    await answer({ answer: 'yes', when: 'months_12' })
    expect((await verdict()).kind).toBe('valid')
  })

  it('lifts an unsubscription of that very address by their later yes', async () => {
    const { answer, run, now, send } = await page(db)
    await run((tx) => tx.consent.suppress('nadia@example.com', 'unsubscribed', now(), send.id))
    await run((tx) => tx.consent.suppress('nadia@example.com', 'hard_bounce', now(), send.id))
    await answer({ answer: 'yes', when: 'months_3' })
    expect((await run((tx) => tx.consent.suppressions('nadia@example.com'))).map(({ reason }) => reason)).toEqual([
      'hard_bounce',
    ])
  })

  it.each([
    [{ answer: 'yes' }, 'Please choose when'],
    [{}, 'Please choose when'],
    [{ answer: 'maybe', when: 'months_3' }, 'Please choose when'],
    [{ answer: 'yes', when: 'date', day: '' }, 'Please choose a day'],
    [{ answer: 'yes', when: 'date', day: '2026-02-30' }, 'Please choose a day'],
    [{ answer: 'yes', when: 'date', day: '2026-03-02' }, 'over or today'],
    [{ answer: 'yes', when: 'date', day: '2029-01-01' }, 'within the next two years'],
    [{ answer: 'yes', when: 'date', day: '"><script>' }, 'Please choose a day'],
  ])('says what is missing in %j, and keeps nothing of it', async (form, said) => {
    const { answer, told, person } = await page(db)
    const { statusCode, body } = await answer(form)
    expect(statusCode).toBe(422)
    expect(body).toContain(said)
    expect(body).toContain('role="alert"')
    expect(body).not.toContain('<script')
    expect([await told(), (await person())?.version]).toEqual([[], 1])
  })

  it('explains that it has run out, and answers no more', async () => {
    const { web, path, answer, pass, told } = await page(db)
    pass(90 * DAY)
    const opened = await web.inject({ url: path })
    expect([opened.statusCode, opened.body]).toEqual([410, expect.stringContaining('It worked until 31 May 2026')])
    expect((await answer({ answer: 'yes', when: 'months_3' })).statusCode).toBe(410)
    expect(await told()).toEqual([])
  })

  it('leads nowhere where it was cut off, forged, is for unsubscribing, or belongs to a letter that did not ask', async () => {
    const { web, path, link, told } = await page(db)
    const other = await page(db, false)
    const forged = new URL(makeMailLinks(['guess'], () => 'https://talent.example').stayUrl(link)).pathname
    const wrongKind = new URL(links.unsubscribeUrl(link)).pathname.replace('/u/', '/stay/')
    for (const url of [
      path.slice(0, -5),
      `${path}x`,
      forged,
      wrongKind,
      '/stay/',
      path.replace('/stay/', '/u/'),
      other.path,
    ])
      for (const method of ['GET', 'POST'] as const)
        expect((await web.inject({ method, url, payload: 'answer=yes&when=months_3', headers: FORM })).statusCode).toBe(
          404,
        )
    expect([...(await told()), ...(await other.told())]).toEqual([])
  })

  it('leads nowhere once the person was erased', async () => {
    const { web, path, answer, candidateId } = await page(db)
    await db().pool.query('UPDATE candidate SET erased_at = now() WHERE id = $1', [candidateId])
    expect((await web.inject({ url: path })).statusCode).toBe(404)
    expect((await answer({ answer: 'yes', when: 'months_3' })).statusCode).toBe(404)
  })

  it('tells whose letter it was where nobody owns the person', async () => {
    const { answer, told, run, candidateId } = await page(db)
    await run(async (tx) => {
      await tx.candidates.lock(candidateId)
      await tx.candidates.change(candidateId, { ownerId: undefined })
    })
    await answer({ answer: 'no' })
    expect(await told()).toEqual(['UINES'])
  })

  it('tells the recruiters where whoever it would be told has left', async () => {
    const { answer, told, run, now } = await page(db)
    await run((tx) => tx.members.left('UINES', now()))
    await answer({ answer: 'no' })
    expect(await told()).toContain('UBEN')
  })

  it('asks a guesser to slow down, and never a true link from the same place', async () => {
    const { web, answer, path } = await page(db)
    const answers: number[] = []
    for (let guess = 0; guess < 61; guess += 1)
      answers.push((await answer({ answer: 'yes' }, '/stay/guess')).statusCode)
    expect([answers.at(0), answers.at(-2), answers.at(-1)]).toEqual([404, 404, 429])
    expect((await web.inject({ url: path })).statusCode).toBe(200)
  })

  it('takes no more than a form', async () => {
    const { answer, told } = await page(db)
    expect((await answer({ answer: 'yes', when: 'months_3', day: 'x'.repeat(20_000) })).statusCode).toBe(413)
    expect(await told()).toEqual([])
  })
})
