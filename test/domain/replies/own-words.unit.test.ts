import { describe, expect, it } from 'vitest'
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
  ])('ends at "%s"', (line) => {
    expect(ownWords(`Gern.\n\n${line}\n> Hi`)).toBe('Gern.')
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
    expect(ownWords('Yes.\nHi Ana, you hear from Ines\nbye', ['Hi Ana, you hear from Ines'])).toBe('Yes.')
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
  })
  it('may leave without a return path and be a note that somebody is away all the same', () => {
    expect(by({ 'return-path': '<>', 'auto-submitted': 'auto-replied; owner-email="ana@example.com"' })).toBe(
      'auto_reply',
    )
  })
  it('is not every mail with a header', () => {
    expect(by({ 'auto-submitted': 'no', 'content-type': 'multipart/mixed', precedence: 'bulk' })).toBeUndefined()
    expect(by({})).toBeUndefined()
  })
})
