import { expect, it } from 'vitest'
import { makeMailLinks } from '../../src/adapters/system/tokens.ts'
import { buildWeb } from '../../src/web/build-web.ts'
import { forEachDatabase, type TestDatabase } from '../support/database.ts'
import { outreachWorld } from '../support/outreach-world.ts'

const links = makeMailLinks(['secret'], () => 'https://talent.example')
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

async function page(db: () => TestDatabase) {
  const world = await outreachWorld(db())
  const web = await buildWeb({ contexts: world.contexts, links, checks: { database: () => true }, log: silent })
  const approved = await world.approveDraft(await world.addPerson({ email: 'ana@example.com' }))
  const url = links.unsubscribeUrl({
    workspaceId: world.workspace.id,
    sendId: approved.id,
    candidateId: approved.candidateId,
  })
  const path = new URL(url).pathname
  const suppressed = () => world.run((tx) => tx.consent.suppressions('ana@example.com'))
  return { ...world, web, approved, path, suppressed }
}

forEachDatabase('the unsubscribe link of a mail', (db) => {
  it('only asks when it is opened, however often a scanner does', async () => {
    const { web, path, suppressed } = await page(db)
    for (const method of ['GET', 'GET', 'HEAD'] as const)
      expect((await web.inject({ method, url: path })).statusCode).toBe(200)
    const { body } = await web.inject({ url: path })
    expect(body).toContain('No more messages from Fernhollow Energy?')
    expect(body).toContain('<form method="post"><button type="submit">Unsubscribe</button></form>')
    expect(body).not.toContain('ana@example.com')
    expect(await suppressed()).toEqual([])
  })

  it.each([
    ['application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
    [
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n',
    ],
    ['application/x-www-form-urlencoded', ''],
    ['application/json', '{not json'],
  ])('acts at once on a POST of %s %j, without login', async (type, payload) => {
    const world = await page(db)
    const { web, path, suppressed, approved } = world
    const answer = await web.inject({ method: 'POST', url: path, payload, headers: { 'content-type': type } })
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toContain('You are unsubscribed')
    expect(await suppressed()).toMatchObject([{ reason: 'unsubscribed' }])
    expect((await world.send(approved.id)).state).toBe('refused')
  })

  it('acts without any body, and a second time says the same', async () => {
    const { web, path } = await page(db)
    const twice = [await web.inject({ method: 'POST', url: path }), await web.inject({ method: 'POST', url: path })]
    expect(twice.map(({ statusCode }) => statusCode)).toEqual([200, 200])
    expect((await web.inject({ url: path })).body).toContain('You are unsubscribed')
  })

  it('leads nowhere where it was cut off, changed or made by somebody else', async () => {
    const { web, path, suppressed } = await page(db)
    const forged = new URL(
      makeMailLinks(['guess'], () => 'https://talent.example').unsubscribeUrl({
        workspaceId: 'a',
        sendId: 'b',
        candidateId: 'c',
      }),
    ).pathname
    for (const url of [
      path.slice(0, -5),
      `${path}x`,
      forged,
      '/u/<script>alert(1)</script>',
      '/u/',
      `/u/${'x'.repeat(2_000)}`,
    ]) {
      for (const method of ['GET', 'POST'] as const) {
        const answer = await web.inject({ method, url })
        expect([404, 414]).toContain(answer.statusCode)
        expect(answer.body).not.toContain('<script>')
      }
    }
    expect(await suppressed()).toEqual([])
  })

  it('leads nowhere once the person was erased', async () => {
    const { web, path, approved } = await page(db)
    await db().pool.query('UPDATE candidate SET erased_at = now() WHERE id = $1', [approved.candidateId])
    expect((await web.inject({ url: path })).statusCode).toBe(404)
    expect((await web.inject({ method: 'POST', url: path })).statusCode).toBe(404)
  })

  it('asks a guesser to slow down, and never a true link from the same place', async () => {
    const { web, path } = await page(db)
    const answers: number[] = []
    for (let guess = 0; guess < 61; guess += 1)
      answers.push((await web.inject({ method: 'POST', url: '/u/guess' })).statusCode)
    expect([answers.at(0), answers.at(-2), answers.at(-1)]).toEqual([404, 404, 429])
    expect((await web.inject({ method: 'POST', url: path })).statusCode).toBe(200)
  })

  it('sends nobody elsewhere: no script, nothing loaded from others, no referrer, not kept by any cache', async () => {
    const { web, path } = await page(db)
    const { headers, body } = await web.inject({ url: path })
    expect(headers['content-security-policy']).toBe(
      "default-src 'none';style-src 'self';form-action 'self';frame-ancestors 'none';base-uri 'none'",
    )
    expect(headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' })
    expect(body).not.toMatch(/https?:|<script/)
  })
})
