// What a mail server's relay sends to `/webhooks/inbound`, and what becomes of it.
import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { instant, MINUTE } from '../../src/domain/shared/time.ts'
import { aWorld } from '../support/app.ts'

const SECRET = 'a secret that only the relay knows'
const ahead = 0
const world = aWorld({
  sample: true,
  env: { INBOUND_MAIL_SECRET: SECRET },
  overrides: { now: () => instant(Date.now() + ahead) },
})

type Request = { readonly at?: number; readonly type?: string; readonly signature?: string }

async function posts(body: string, { at = Date.now() + ahead, type = 'message/rfc822', signature }: Request = {}) {
  const timestamp = String(Math.floor(at / 1_000))
  const response = await fetch(`${world().app.url}/webhooks/inbound`, {
    method: 'POST',
    headers: {
      'content-type': type,
      'x-medallist-timestamp': timestamp,
      'x-medallist-signature': signature ?? createHmac('sha256', SECRET).update(`${timestamp}.${body}`).digest('hex'),
    },
    body,
  })
  return { status: response.status, body: (await response.json()) as Record<string, string> }
}

const mail = (headers: Readonly<Record<string, string>>, text: string) =>
  [
    ...Object.entries({
      From: 'Ana Souza <ana.souza@example.com>',
      To: 'people@fernhollow.example',
      Subject: 'Re: hello',
      'Message-ID': '<first@example.com>',
      'Content-Type': 'text/plain; charset=utf-8',
      ...headers,
    }).map(([name, value]) => `${name}: ${value}`),
    '',
    text,
  ].join('\r\n')

const rows = async (sql: string, values: readonly unknown[] = []) =>
  (await world().app.database.pool.query<Record<string, unknown>>(sql, [...values])).rows

describe('a mail that comes back', () => {
  it('belongs to whoever has its sender’s address, however often it is sent', async () => {
    const source = mail({}, 'Yes, gladly!\r\n\r\nOn Monday, Ines wrote:\r\n> Hi Ana')
    expect(await posts(source)).toEqual({ status: 200, body: { outcome: 'reply' } })
    expect(await posts(source)).toEqual({ status: 200, body: { outcome: 'reply' } })
    const replies = await rows(
      `SELECT c.full_name, r.text, r.original, r.state, r.contact_id IS NOT NULL AS known FROM reply r JOIN candidate c USING (workspace_id) WHERE c.id = r.candidate_id AND r.message_id = '<first@example.com>'`,
    )
    expect(replies).toEqual([
      {
        full_name: 'Ana Souza',
        text: 'Yes, gladly!',
        original: 'Yes, gladly!\n\nOn Monday, Ines wrote:\n> Hi Ana',
        state: 'waiting',
        known: true,
      },
    ])
    expect(await rows(`SELECT 1 FROM interaction WHERE kind = 'reply' AND text = 'Yes, gladly!'`)).toHaveLength(1)
  })

  it('may come as JSON, from any of our letters that it answers and any address', async () => {
    const [send] = await rows(`SELECT id FROM candidate WHERE full_name = 'Jonas Berg'`)
    const { app } = world()
    const system = app.contexts.forSystem(app.workspace)
    const messageId = `<${system.newId()}@fernhollow.example>`
    await system.uow.run(async (tx) => {
      const person = String(send?.id) as never
      const [contact] = await tx.candidates.contacts(person)
      const [owner] = await tx.members.list(1)
      const draftId = system.newId<'draft'>()
      const revisionId = system.newId<'draft_revision'>()
      const by = owner?.id as never
      await tx.drafts.insert(
        {
          id: draftId,
          candidateId: person,
          ownerId: by,
          jobId: undefined,
          purpose: 'keep_warm',
          whyNow: '',
          state: 'approved',
          revisionId,
          decidedBy: undefined,
          decidedAt: undefined,
          rejectReason: undefined,
          createdAt: system.now,
        },
        {
          id: revisionId,
          draftId,
          number: 1,
          subject: 'Hello',
          body: 'Hi',
          author: 'person',
          authorId: by,
          template: undefined,
          prompt: undefined,
          cut: [],
          createdAt: system.now,
          claims: [],
        } as never,
      )
      await tx.sends.insert({
        id: system.newId<'send'>(),
        draftId,
        revisionId,
        candidateId: person,
        contactId: contact?.id as never,
        purpose: 'keep_warm',
        state: 'handed_over',
        approvedBy: by,
        approvedAt: system.now,
        dueAt: system.now,
        attempts: 1,
        messageId,
        handedOverAt: system.now,
        lastError: undefined,
        refusals: [],
        resolvedBy: undefined,
        resolvedAt: undefined,
        replacesId: undefined,
      })
    })
    const body = JSON.stringify({
      messageId: '<json@elsewhere.example>',
      from: 'jonas.private@elsewhere.example',
      inReplyTo: messageId,
      text: 'From my other address.',
    })
    expect(await posts(body, { type: 'application/json' })).toEqual({ status: 200, body: { outcome: 'reply' } })
    const replies = await rows(
      `SELECT c.full_name, r.contact_id, r.send_id IS NOT NULL AS answers FROM reply r JOIN candidate c USING (workspace_id) WHERE c.id = r.candidate_id AND r.message_id = '<json@elsewhere.example>'`,
    )
    expect(replies).toEqual([{ full_name: 'Jonas Berg', contact_id: null, answers: true }])
    const bounce = [
      'From: MAILER-DAEMON@mx.example.com',
      'To: people@fernhollow.example',
      'Message-ID: <bounce@mx.example.com>',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=x',
      '',
      '--x',
      'Content-Type: text/plain',
      '',
      'It did not arrive.',
      '--x',
      'Content-Type: text/rfc822-headers',
      '',
      `Message-ID: ${messageId}`,
      '--x--',
    ].join('\r\n')
    expect(await posts(bounce)).toEqual({ status: 200, body: { outcome: 'bounce' } })
  })

  it('that a machine wrote is noted on the timeline and is no reply', async () => {
    const away = mail({ 'Message-ID': '<away@example.com>', 'Auto-Submitted': 'auto-replied' }, 'I am away until May.')
    const before = await rows(`SELECT last_touch_at FROM candidate WHERE full_name = 'Ana Souza'`)
    expect(await posts(away)).toEqual({ status: 200, body: { outcome: 'auto_reply' } })
    expect(await rows(`SELECT 1 FROM reply WHERE message_id = '<away@example.com>'`)).toEqual([])
    expect(await rows(`SELECT 1 FROM interaction WHERE text LIKE 'An automatic answer%'`)).toHaveLength(1)
    expect(await rows(`SELECT last_touch_at FROM candidate WHERE full_name = 'Ana Souza'`)).toEqual(before)
  })

  it('from nobody on record is counted, and nothing of it is kept', async () => {
    const stranger = mail(
      { From: 'stranger@nowhere.example', 'Message-ID': '<stranger@nowhere.example>' },
      'SECRETWORDS',
    )
    expect(await posts(stranger)).toEqual({ status: 200, body: { outcome: 'nobody_known' } })
    expect(await rows(`SELECT data FROM event WHERE type = 'mail.from_nobody_known'`)).toEqual([{ data: {} }])
    for (const table of ['reply', 'interaction', 'event', 'idempotency'])
      expect(
        await rows(
          `SELECT 1 FROM ${table} t WHERE t::text LIKE '%SECRETWORDS%' OR t::text LIKE '%stranger@nowhere.example,%'`,
        ),
      ).toEqual([])
  })

  it('from a colleague who answered in the thread is no candidate’s answer', async () => {
    const [colleague] = await rows(`SELECT email FROM member WHERE email IS NOT NULL LIMIT 1`)
    const own = mail({ From: String(colleague?.email), 'Message-ID': '<own@fernhollow.example>' }, 'See below')
    expect(await posts(own)).toEqual({ status: 200, body: { outcome: 'own_mail' } })
  })
})

describe('a request to the inbound address', () => {
  it('is refused without the right signature', async () => {
    expect(await posts(mail({}, 'x'), { signature: 'f'.repeat(64) })).toMatchObject({
      status: 401,
      body: { error: expect.stringContaining('signature') },
    })
    expect(await posts(mail({}, 'x'), { signature: '' })).toMatchObject({ status: 401 })
  })
  it('is refused when it was signed more than five minutes ago, or ahead', async () => {
    for (const off of [-6 * MINUTE, 6 * MINUTE])
      expect(await posts(mail({}, 'x'), { at: Date.now() + ahead + off })).toMatchObject({
        status: 401,
        body: { error: expect.stringContaining('five minutes') },
      })
  })
  it('is refused where it is no mail', async () => {
    expect(await posts('nothing like a mail')).toMatchObject({ status: 422 })
    expect(await posts('{"from": 1}', { type: 'application/json' })).toMatchObject({ status: 422 })
    expect(await posts('not json', { type: 'application/json' })).toMatchObject({ status: 422 })
  })
  it('is refused where it is larger than any answer', async () => {
    expect(await posts('x'.repeat(10 * 1024 * 1024 + 1))).toMatchObject({
      status: 413,
      body: { error: expect.stringContaining('ten megabytes') },
    })
  })
})
