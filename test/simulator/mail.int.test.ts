import { connect } from 'node:net'
import PostalMime from 'postal-mime'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { PATIENT } from '../support/patient.ts'
import { makeMailFixture, send, toAna } from './mail-support.ts'

const fixture = makeMailFixture()
afterEach(() => fixture.cleanUp())

describe('the local mailbox', () => {
  it('keeps what the app sends, with envelope, headers, text and source', async () => {
    const mailbox = await fixture.mailbox({ clock: { now: () => Date.UTC(2026, 2, 2, 9, 30) } })
    await send(mailbox, {
      ...toAna,
      bcc: 'hidden@example.com',
      headers: { 'List-Unsubscribe': '<https://northwind.example/u/1>' },
    })

    expect(mailbox.list()).toEqual([
      {
        id: expect.any(String),
        from: 'Rita Recruiter <rita@northwind.example>',
        to: 'Ana Souza <ana@example.com>',
        subject: 'A Senior SRE role opened again',
        at: '2026-03-02T09:30:00.000Z',
        direction: 'out',
      },
    ])
    const mail = mailbox.get(mailbox.list()[0]?.id ?? '')
    expect(mail?.text).toContain('open again')
    expect(mail?.source).toContain('Message-ID: <draft-1@northwind.example>')
    expect(mail?.headers).toContainEqual({ name: 'List-Unsubscribe', value: '<https://northwind.example/u/1>' })
    expect(mail?.headers).toContainEqual({ name: 'Delivered-To', value: 'hidden@example.com' })
  })

  it('remembers messages and replies after a restart', async () => {
    const dataDir = await fixture.directory()
    const before = await fixture.mailbox({ dataDir })
    await send(before)
    await before.reply(before.list()[0]?.id ?? '', 'Yes, gladly.')
    const kept = before.list()
    await before.close()

    const after = await fixture.mailbox({ dataDir })
    expect(after.list()).toEqual(kept)
    expect(after.replies()).toHaveLength(1)
  })

  it('tells whoever listens about every change until they stop', async () => {
    const mailbox = await fixture.mailbox()
    const heard = vi.fn<() => void>()
    const stop = mailbox.onChange(heard)
    await send(mailbox)
    expect(heard).toHaveBeenCalledTimes(1)
    stop()
    await send(mailbox)
    expect(heard).toHaveBeenCalledTimes(1)
  })

  it('refuses a message above its size limit and keeps nothing of it', async () => {
    const mailbox = await fixture.mailbox({ maxBytes: 1000 })
    await expect(send(mailbox, { ...toAna, text: 'x'.repeat(5000) })).rejects.toMatchObject({ responseCode: 552 })
    expect(mailbox.list()).toEqual([])
  })
})

describe('a reply as the candidate', () => {
  it('is a threaded message from her to whoever should get it', async () => {
    const mailbox = await fixture.mailbox()
    await send(mailbox, { ...toAna, replyTo: 'reply+42@northwind.example', references: '<first@northwind.example>' })
    await mailbox.reply(mailbox.list()[0]?.id ?? '', 'Yes, let us talk. – Ana')

    const [reply] = mailbox.replies()
    expect(reply?.inReplyTo).toBe('<draft-1@northwind.example>')
    const mail = await PostalMime.parse(reply?.source ?? '')
    expect(mail.from?.address).toBe('ana@example.com')
    expect(mail.to?.[0]?.address).toBe('reply+42@northwind.example')
    expect(mail.subject).toBe('Re: A Senior SRE role opened again')
    expect(mail.inReplyTo).toBe('<draft-1@northwind.example>')
    expect(mail.references).toBe('<first@northwind.example> <draft-1@northwind.example>')
    expect(mail.text).toContain('Yes, let us talk. – Ana')
    expect(mail.text).toContain('> Hello Ana,')
    expect(mailbox.list()[0]).toMatchObject({ direction: 'reply', subject: 'Re: A Senior SRE role opened again' })
  })

  it('comes from her also where her name has a comma in it', async () => {
    const mailbox = await fixture.mailbox()
    await send(mailbox, { ...toAna, to: '"Souza, Ana" <ana@example.com>, Bo <bo@example.com>' })
    expect(mailbox.list()[0]?.to).toBe('"Souza, Ana" <ana@example.com>, Bo <bo@example.com>')
    await mailbox.reply(mailbox.list()[0]?.id ?? '', 'Yes')

    const mail = await PostalMime.parse(mailbox.replies()[0]?.source ?? '')
    expect(mail.from).toMatchObject({ name: 'Souza, Ana', address: 'ana@example.com' })
  })

  it('is refused where there is no such message', async () => {
    const mailbox = await fixture.mailbox()
    await expect(mailbox.reply('nothing', 'Hello')).rejects.toThrow('There is no mail nothing')
  })
})

describe('a mail server that says no', () => {
  it('answers per recipient and keeps the message for the others', async () => {
    const mailbox = await fixture.mailbox({
      answer: (stage, address) =>
        stage === 'rcpt' && address === 'gone@example.com' ? { code: 550, message: '5.1.1 No such user' } : undefined,
    })
    const sent = await send(mailbox, { ...toAna, to: ['ana@example.com', 'gone@example.com'] })
    expect(sent.accepted).toEqual(['ana@example.com'])
    expect(sent.rejectedErrors?.[0]).toMatchObject({ responseCode: 550 })
    await expect(send(mailbox, { ...toAna, to: 'gone@example.com' })).rejects.toMatchObject({ responseCode: 550 })
    expect(mailbox.list()).toHaveLength(1)
  })

  it.each([
    ['mail', 'rita@northwind.example', 451],
    ['data', 'ana@example.com', 554],
  ] as const)('can refuse at %s', async (stage, address, code) => {
    const mailbox = await fixture.mailbox({
      answer: (at, who) => (at === stage && who === address ? { code, message: 'not now' } : undefined),
    })
    await expect(send(mailbox)).rejects.toMatchObject({ responseCode: code })
    expect(mailbox.list()).toEqual([])
  })
})

describe('a sender that dies on the way', () => {
  it('passes every stage in order, the message safe before the 250', async () => {
    const stages: string[] = []
    const mailbox = await fixture.mailbox({
      onStage: (stage, { to }) => void stages.push(`${stage} ${to.length} ${mailbox.list().length}`),
    })
    await send(mailbox)
    await vi.waitFor(() => expect(stages).toContain('after250 1 1'), PATIENT)
    expect(stages).toEqual(['connect 0 0', 'mail 0 0', 'rcpt 1 0', 'data 1 0', 'before250 1 1', 'after250 1 1'])
  })

  it('leaves nothing when it dies in the middle of the message', async () => {
    const mailbox = await fixture.mailbox()
    const client = talkTo(mailbox.url, 'Subject: half\r\n\r\nhalf a mess', { hangUp: true })
    await client.closed
    expect(client.said()).toContain('354')
    await send(mailbox)
    expect(mailbox.list().map(({ subject }) => subject)).toEqual([toAna.subject])
  })

  it('finds its message kept when only the 250 was lost', async () => {
    let hangUp = () => {}
    const mailbox = await fixture.mailbox({ onStage: (stage) => (stage === 'before250' ? hangUp() : undefined) })
    const client = talkTo(mailbox.url, 'Message-ID: <lost@example.com>\r\nSubject: whole\r\n\r\nwhole\r\n.\r\n')
    hangUp = client.hangUp
    await client.closed
    expect(client.said()).not.toContain('kept in the local mailbox')
    expect(mailbox.list().map(({ subject }) => subject)).toEqual(['whole'])
  })
})

/** A mail program that speaks by hand, so that it can break off anywhere. */
function talkTo(url: string, message: string, { hangUp = false } = {}) {
  const lines = ['EHLO dying.example', 'MAIL FROM:<a@example.com>', 'RCPT TO:<b@example.com>', 'DATA']
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  let said = ''
  socket.on('data', (chunk) => {
    said += chunk.toString()
    if (chunk.toString().startsWith('354')) socket.write(message, () => hangUp && socket.destroy())
    else if (/^(220|250) .*\r\n$/m.test(chunk.toString())) socket.write(`${lines.shift() ?? 'NOOP'}\r\n`)
  })
  return {
    closed: new Promise((resolve) => socket.once('close', resolve)),
    said: () => said,
    hangUp: () => void socket.destroy(),
  }
}
