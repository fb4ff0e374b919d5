import { describe, expect, it } from 'vitest'
import { htmlToText } from '../../../src/adapters/mail/html-to-text.ts'
import { readInboundMail } from '../../../src/adapters/mail/read-inbound.ts'

const read = (lines: readonly string[]) => readInboundMail(Buffer.from(lines.join('\r\n')))

describe('a mail as its source', () => {
  it('is read with its sender, its thread, its words and when it was written', async () => {
    const mail = await read([
      'From: =?utf-8?q?Ana_S=C3=B6uza?= <Ana@Example.com>',
      'Message-ID: <a@example.com>',
      'In-Reply-To: <b@ours.example>',
      'References: <c@ours.example> <b@ours.example>',
      'Date: Mon, 2 Mar 2026 09:00:00 +0100',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'Yes=2C gl=C3=BCcklich',
    ])
    expect(mail).toMatchObject({
      messageId: '<a@example.com>',
      from: 'Ana@Example.com',
      references: ['<b@ours.example>', '<c@ours.example>'],
      at: Date.parse('2026-03-02T08:00:00Z'),
      automatic: undefined,
    })
    expect(mail?.text.trim()).toBe('Yes, glücklich')
  })
  it('gets a Message-ID from its content where it has none, so that a replay is known again', async () => {
    const source = ['From: ana@example.com', '', 'Hi']
    const [one, other] = [await read(source), await read(source)]
    expect(one?.messageId).toMatch(/^<[0-9a-f]{64}@no-message-id\.invalid>$/)
    expect(other?.messageId).toBe(one?.messageId)
    expect((await read(['From: ana@example.com', '', 'Ho']))?.messageId).not.toBe(one?.messageId)
  })
  it('is a bounce, or a word on how far a letter came, as the part of a report for machines says', async () => {
    const ours = '<01890000-0000-7000-8000-000000000002@fernhollow.example>'
    const report = (action: string, status: string) =>
      read([
        'From: MAILER-DAEMON@mx.example.com',
        'Content-Type: multipart/report; report-type=delivery-status; boundary=x',
        '',
        '--x',
        'Content-Type: text/plain',
        '',
        'Action: failed',
        '--x',
        'Content-Type: message/delivery-status',
        '',
        'Reporting-MTA: dns; mx.example.com',
        '',
        'Final-Recipient: rfc822; Ana@example.com',
        `Action: ${action}`,
        `Status: ${status}`,
        '--x',
        'Content-Type: text/rfc822-headers',
        '',
        `Message-ID: ${ours}`,
        '--x--',
      ])
    expect(await report('failed', '5.1.1')).toMatchObject({
      automatic: 'bounce',
      dead: ['ana@example.com'],
      references: [ours],
    })
    expect(await report('failed', '5.2.2')).toMatchObject({ automatic: 'bounce', dead: [] })
    expect(await report('delayed', '4.4.1')).toMatchObject({ automatic: 'delivery_note', references: [ours] })
  })
  it('is none without a sender', async () => {
    expect(await read(['Subject: x', '', 'y'])).toBeUndefined()
    expect(await read([''])).toBeUndefined()
  })
  it('is read where it is HTML alone, quotations marked', async () => {
    const mail = await read([
      'From: ana@example.com',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<div>Yes &amp; gladly<br>Ana</div><div>On Monday, Ines wrote:</div><blockquote><p>Hi Ana</p></blockquote>',
    ])
    expect(mail?.text).toContain('Yes & gladly')
    expect(mail?.text).toContain('> Hi Ana')
  })
})

describe('the words of an HTML mail', () => {
  it('are without scripts, styles and comments', () => {
    expect(
      htmlToText('<style>p{}</style><script>x()</script><!-- c --><p>Hello&nbsp;<b>Ana</b></p><p>&#8364; &#x41;</p>'),
    ).toBe('Hello Ana\n€ A')
  })
  it('are found in hostile markup in the time of any other', () => {
    expect(htmlToText(`${'<a'.repeat(100_000)}${'<blockquote>'.repeat(1_000)}x`)).toContain('x')
  })
})
