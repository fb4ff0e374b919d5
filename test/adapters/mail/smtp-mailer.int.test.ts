import { afterEach, describe, expect, it } from 'vitest'
import { makeSmtpMailer, type Timeouts } from '../../../src/adapters/mail/smtp-mailer.ts'
import { classify } from '../../../src/domain/outreach/smtp-outcome.ts'
import { aLetter } from './a-letter.ts'
import { type Moment, type Script, startScriptedSmtp } from './scripted-smtp.ts'

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const server of open.splice(0)) await server.close()
})

const never = new AbortController().signal

async function handOver(script: Script, timeouts: Partial<Timeouts> = {}, letter = aLetter(), hangUp = never) {
  const server = await startScriptedSmtp(script)
  open.push(server)
  const outcome = await makeSmtpMailer({
    url: server.url,
    from: 'Talent <talent@fernhollow.example>',
    timeouts,
  }).handOver(letter, hangUp)
  return { outcome, fate: classify(outcome).kind, received: server.received }
}

const at =
  (moment: Moment, what: string): NonNullable<Script['at']> =>
  (now, socket) => {
    if (now !== moment) return undefined
    if (what === 'cut') socket.destroy()
    else socket.write(`${what}\r\n`)
    return 'handled'
  }

describe('a letter handed to a mail server', () => {
  it('is accepted once the server answers the closing dot', async () => {
    const { outcome, received } = await handOver({})
    expect(outcome).toEqual({ kind: 'accepted' })
    expect(received).toHaveLength(1)
  })

  it.each([['connect'], ['EHLO'], ['MAIL'], ['RCPT'], ['DATA']] as const)(
    'was certainly not handed over where the connection is cut at %s',
    async (moment) => {
      const { outcome, fate } = await handOver({ at: at(moment, 'cut') })
      expect(outcome.kind).toBe('broken')
      expect(fate).toBe('later')
    },
  )

  it('was certainly not handed over where the connection is cut while the message is under way', async () => {
    const long = aLetter({ body: 'What we talked about.\n\n'.repeat(200_000) })
    const { outcome, received } = await handOver({ at: at('body', 'cut') }, {}, long)
    expect(outcome).toEqual({ kind: 'broken', stage: 'message', why: 'connection_lost' })
    expect(received).toEqual([])
  })

  it.each([['PIPELINING'], ['SIZE 100000']])(
    'is in doubt where the connection is cut after the closing dot (%s)',
    async (extension) => {
      const { outcome, fate } = await handOver({ at: at('dot', 'cut'), extensions: [extension] })
      expect(outcome).toEqual({ kind: 'broken', stage: 'message_end', why: 'connection_lost' })
      expect(fate).toBe('unknown')
    },
  )

  it('is in doubt where the server stays silent after the closing dot', async () => {
    const { outcome } = await handOver(
      { at: (moment) => (moment === 'dot' ? 'handled' : undefined) },
      { wholeSeconds: 0.3 },
    )
    expect(outcome).toEqual({ kind: 'broken', stage: 'message_end', why: 'timeout' })
  })

  it.each([
    ['RCPT', 'mail', 'later'],
    ['dot', 'message_end', 'unknown'],
  ] as const)('is left in the middle where its worker must hang up, at %s', async (where, stage, fate) => {
    const losing = new AbortController()
    const at = (moment: Moment) => {
      if (moment !== where) return undefined
      losing.abort()
      return 'handled'
    }
    expect(await handOver({ at }, {}, aLetter(), losing.signal)).toMatchObject({
      outcome: { kind: 'broken', stage, why: 'hung_up' },
      fate,
    })
  })

  it('does not begin for a worker who has lost it already', async () => {
    const { outcome, received } = await handOver({}, {}, aLetter(), AbortSignal.abort())
    expect(outcome).toEqual({ kind: 'broken', stage: 'connect', why: 'hung_up' })
    expect(received).toEqual([])
  })

  it('is tried later where the server stays silent before the message', async () => {
    const { outcome, fate } = await handOver(
      { at: (moment) => (moment === 'RCPT' ? 'handled' : undefined) },
      { silenceSeconds: 0.2 },
    )
    expect(outcome).toEqual({ kind: 'broken', stage: 'mail', why: 'timeout' })
    expect(fate).toBe('later')
  })

  it.each([
    ['RCPT', '550 5.1.1 no such user', { stage: 'rcpt', code: 550, enhanced: '5.1.1' }, 'rejected'],
    ['RCPT', '450 4.7.1 greylisted', { stage: 'rcpt', code: 450, enhanced: '4.7.1' }, 'later'],
    ['dot', '554 5.7.1 looks like spam', { stage: 'message_end', code: 554, enhanced: '5.7.1' }, 'rejected'],
    ['dot', '451 4.3.0 try later', { stage: 'message_end', code: 451, enhanced: '4.3.0' }, 'later'],
    ['connect', '554 we do not talk with you', { stage: 'greeting', code: 554, enhanced: undefined }, 'later'],
    ['MAIL', '530 5.7.0 login first', { stage: 'mail', code: 530, enhanced: '5.7.0' }, 'rejected'],
    ['EHLO', '421 4.3.2 closing', { stage: 'hello', code: 421, enhanced: '4.3.2' }, 'later'],
  ] as const)('tells a refusal at %s ("%s") by its code', async (moment, line, expected, meaning) => {
    const { outcome, fate } = await handOver({ at: at(moment, line) })
    expect(outcome).toEqual({ kind: 'answered', ...expected })
    expect(fate).toBe(meaning)
  })

  it('is not taken for accepted where a pipelining server refuses the only recipient and still asks for the message', async () => {
    const { outcome, received } = await handOver({ extensions: ['PIPELINING'], at: at('RCPT', '550 5.1.1 no') })
    expect(outcome).toMatchObject({ kind: 'answered', stage: 'rcpt', code: 550 })
    expect(received.join('')).not.toContain('Ana')
  })

  it('never trusts a server that accepts before it has heard the end', async () => {
    const long = aLetter({ body: 'What we talked about.\n\n'.repeat(200_000) })
    const { outcome } = await handOver({ at: at('DATA', '354 go on\r\n250 already kept') }, {}, long)
    expect(outcome).toEqual({ kind: 'broken', stage: 'unknown', why: 'early_answer' })
  })

  it('is tried later where nobody listens', async () => {
    const mailer = makeSmtpMailer({ url: 'smtp://127.0.0.1:1', from: 'talent@fernhollow.example' })
    expect(await mailer.handOver(aLetter(), never)).toEqual({
      kind: 'broken',
      stage: 'connect',
      why: 'connection_refused',
    })
  })

  it('does not give a password to a distant server that cannot encrypt', async () => {
    const server = await startScriptedSmtp({ extensions: ['AUTH PLAIN'], at: at('STAR', '502 no') })
    open.push(server)
    const url = `${server.url.replace('smtp://', 'smtp://ines:secret@')}/?requireTLS=true`
    const outcome = await makeSmtpMailer({ url, from: 'talent@fernhollow.example' }).handOver(aLetter(), never)
    expect(classify(outcome).kind).toBe('later')
    expect(server.received).toEqual([])
  })

  it.each([
    ['ana@example.com>\r\nRCPT TO:<eve@example.com'],
    ['ana@example.com, eve@example.com'],
    ['not an address'],
    [''],
  ])('reaches no server where the recipient is %j', async (address) => {
    const { outcome, received } = await handOver({}, {}, aLetter({ to: { name: 'Ana', address } }))
    expect(outcome).toMatchObject({ kind: 'answered', stage: 'rcpt', code: 553 })
    expect(received).toEqual([])
  })

  it.each([['nobody'], ['a@example.com, b@example.com'], ['']])('cannot be sent from MAIL_FROM=%j', (from) => {
    expect(() => makeSmtpMailer({ url: 'smtp://localhost', from })).toThrow('MAIL_FROM')
  })
})
