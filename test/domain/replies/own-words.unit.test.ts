import { describe, expect, it } from 'vitest'
import { asksToStop } from '../../../src/domain/replies/asks-to-stop.ts'
import { automaticBy } from '../../../src/domain/replies/automatic.ts'
import { ownWords } from '../../../src/domain/replies/own-words.ts'

describe('what somebody wrote themselves', () => {
  it('ends where the quotation of our letter begins', () => {
    expect(
      ownWords(
        'Happy to talk.\r\n\r\nOn Mon, 2 March 2026, Ines <people@fernhollow.example> wrote:\r\n> Hi Ana,\r\n> how are you?',
      ),
    ).toBe('Happy to talk.')
  })
  it('is found where the line before the quotation was broken in two', () => {
    expect(
      ownWords('Yes!\n\nOn Mon, 2 Mar 2026 at 09:12, Ines Duarte\n<people@fernhollow.example> wrote:\n\n> Hi'),
    ).toBe('Yes!')
  })
  it.each([
    'Am Mo., 2. März 2026 um 09:12 Uhr schrieb Ines:',
    'Le lun. 2 mars 2026 à 09:12, Ines a écrit :',
    'Em seg., 2 de mar. de 2026, Ines escreveu:',
    'A segunda-feira, 2 de março de 2026, Ines escreveu:',
    'El lun, 2 mar 2026 a las 9:12, Ines escribió:',
    'Il giorno lun 2 mar 2026, Ines ha scritto:',
    'Op ma 2 mrt 2026 om 09:12 schreef Ines Duarte:',
    '  On Monday Ines wrote:\t',
    'On Mon, 2 March 2026 at 09:12\nInes Duarte wrote\u00a0:',
    '-----Original Message-----',
    '-- Ursprüngliche Nachricht --',
    ' ---- Forwarded message ---- ',
    '__________',
    'Von: Ines\nGesendet: Montag, 2. März',
    ' *De:* Ines\n *Enviado:* lunes',
    '\tFrom:\tInes\n\tDate:\tMonday',
  ])('ends at "%s"', (line) => {
    expect(ownWords(`Gern.\n\n${line}\n> Hi`)).toBe('Gern.')
  })
  it.each([
    'As On the phone Ines wrote: yes',
    'On it Ines wrote: yes',
    'Ines wrote:',
    '_________',
    'From: the office\nI write to you',
    'I come From: Porto\nSent: x',
    '- Original Message -',
    '----- Original Message ----- of hers',
  ])('goes on behind "%s", which quotes nobody', (line) => {
    expect(ownWords(`Hello.\n${line}\nBye`)).toBe(`Hello.\n${line}\nBye`)
  })
  it('ends where Outlook quotes', () => {
    expect(ownWords('Thanks, later.\n\nFrom: Ines <people@fernhollow.example>\nSent: Monday\nTo: Ana\n\nHi Ana')).toBe(
      'Thanks, later.',
    )
    expect(ownWords('Thanks.\n-----Original Message-----\nHi Ana')).toBe('Thanks.')
  })
  it('stands below the quotation where they answered there', () => {
    expect(ownWords('On Mon, 2 March 2026, Ines wrote:\n> Hi Ana,\n> shall we talk?\n\nYes, on Thursday.')).toBe(
      'Yes, on Thursday.',
    )
  })
  it('leaves out the signature, and our own footer where it is quoted without marks', () => {
    expect(ownWords('Yes.\n-- \nAna\n+351 912 345 678')).toBe('Yes.')
    expect(ownWords('Yes.\n--\nAna')).toBe('Yes.')
    expect(ownWords('Yes -- \nthank you')).toBe('Yes --\nthank you')
    expect(ownWords('Yes.\n-- really')).toBe('Yes.\n-- really')
    expect(ownWords('-- \nAna')).toBe('--\nAna')
    expect(ownWords('Yes. You hear from Ines', ['not there', 'You hear from Ines'])).toBe('Yes.')
    expect(ownWords('You hear from Ines', ['You hear from Ines'])).toBe('You hear from Ines')
    expect(ownWords('Yes.\nsecond\nfirst', ['first', 'second'])).toBe('Yes.')
    expect(ownWords('Yes.\nHi Ana, you hear from Ines\nbye', ['Hi Ana, you hear from Ines'])).toBe('Yes.')
  })
  it('is spaced plainly, and free of what is quoted in between', () => {
    expect(ownWords('One. \t\r\n\r\n\r\n\r\nTwo.\rThree.')).toBe('One.\n\nTwo.\nThree.')
    expect(ownWords('Yes.\n> shall we?\n \t> when?\nOn Thursday, at > 9.')).toBe('Yes.\nOn Thursday, at > 9.')
  })
  it('keeps a message of nothing but quotations whole, so that nobody misses it', () => {
    expect(ownWords('> Hi Ana\n> yes')).toBe('> Hi Ana\n> yes')
    expect(ownWords('  ')).toBe('')
  })
  it('takes no longer for a hostile message than for any other', () => {
    expect(ownWords(`${'On '.repeat(20_000)}\n${'> '.repeat(20_000)}`).length).toBeGreaterThan(0)
  })
})

describe('a mail that no person wrote', () => {
  const by = (headers: Record<string, string>, from = 'ana@example.com') => automaticBy({ headers, from })
  it('is told by what it says of itself', () => {
    expect(by({ 'auto-submitted': 'auto-replied' })).toBe('auto_reply')
    expect(by({ 'x-autoreply': 'yes' })).toBe('auto_reply')
    expect(by({ precedence: 'auto_reply' })).toBe('auto_reply')
    expect(by({ 'content-type': 'multipart/report; report-type="delivery-status"; boundary=x' })).toBe('bounce')
    expect(by({}, 'MAILER-DAEMON@mx.example.com')).toBe('bounce')
    expect(by({ 'return-path': '<>' })).toBe('bounce')
    expect(by({ 'content-type': 'multipart/report; report-type = delivery-status' })).toBe('bounce')
    expect(by({ 'x-autorespond': 'yes' })).toBe('auto_reply')
    expect(by({ 'auto-submitted': ' Auto-Generated ' })).toBe('auto_reply')
    expect(by({ 'auto-submitted': 'auto-notified; of=no' })).toBe('auto_reply')
    expect(['postmaster@mx.example.com', 'mail-daemon@mx.example.com'].map((from) => by({}, from))).toEqual([
      'bounce',
      'bounce',
    ])
  })
  it('is a delivery report even where it says that a machine replied', () => {
    const report = { 'content-type': 'multipart/report; report-type="delivery-status"' }
    expect(by({ ...report, 'auto-submitted': 'auto-replied' })).toBe('bounce')
    expect(by({ 'auto-submitted': 'auto-replied' }, 'postmaster@mx.example.com')).toBe('auto_reply')
  })
  it('may leave without a return path and be a note that somebody is away all the same', () => {
    expect(by({ 'return-path': '<>', 'auto-submitted': 'auto-replied; owner-email="ana@example.com"' })).toBe(
      'auto_reply',
    )
  })
  it('is not every mail with a header', () => {
    expect(by({ 'auto-submitted': 'no', 'content-type': 'multipart/mixed', precedence: 'bulk' })).toBeUndefined()
    expect(by({})).toBeUndefined()
    expect(by({ 'content-type': 'multipart/report; report-type="disposition-notification"' })).toBeUndefined()
    expect(by({ 'content-type': 'text/plain; note="multipart/report; report-type=delivery-status"' })).toBeUndefined()
    expect(by({ 'auto-submitted': 'no; reason=x', 'x-autoreply': ' ' })).toBeUndefined()
    expect(by({}, 'ana@mailer-daemon@example.com')).toBeUndefined()
  })
})

describe('whether somebody asks not to be written to', () => {
  it.each([
    'Please unsubscribe me',
    'REMOVE ME, please',
    'take me off your list',
    'Stop emailing me',
    'stop e-mailing me',
    'Stop writing to me',
    'do not contact me again',
    'please don’t e-mail me',
    "don't write again",
    'dont message me',
    'No more emails, thank you',
    'no further e-mail',
    'no more messages',
    'no more message of yours',
    'no further contact',
    'delete my data',
    'leave me alone',
  ])('hears it in "%s"', (text) => expect(asksToStop(text)).toBe(true))

  it.each([
    'Thanks, not now',
    'we can stop the process',
    'more emails are fine',
    'my data team',
    `${'x '.repeat(4_000)}unsubscribe`,
  ])('does not hear it in %#', (text) => expect(asksToStop(text)).toBe(false))
})
