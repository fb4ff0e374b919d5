import { readFileSync } from 'node:fs'
import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { compileLayouts } from '../../../scripts/mail-layouts.ts'
import { composeMime } from '../../../src/adapters/mail/mime.ts'
import type { Letter } from '../../../src/usecases/ports/mail.ts'
import { aLetter } from './a-letter.ts'

const noon = new Date('2026-03-02T12:00:00Z')
async function sent(change: Partial<Letter> = {}) {
  const { source, envelope } = await composeMime(aLetter(change), 'talent@fernhollow.example', noon)
  const mail = await PostalMime.parse(source)
  const header = (name: string) => mail.headers.filter(({ key }) => key === name).map(({ value }) => value)
  return { mail, header, envelope, source: source.toString('latin1') }
}

const HOSTILE =
  'Ana"\r\nBcc: eve@example.com\r\n\r\n<img src=x onerror=alert(1)> \u202eecila %%UNSUBSCRIBE_URL%% \u0000 <!channel>'

describe('the mail that a candidate gets', () => {
  it('says the approved words, as text and as HTML', async () => {
    const { mail } = await sent()
    expect(mail.text).toContain('You said "in the autumn".\nIt is autumn.')
    expect(mail.html).toContain('You said &#34;in the autumn&#34;.<br>It is autumn.')
  })

  it('says who writes, where the data came from, how to object, how to unsubscribe and where we are, in both', async () => {
    const { mail } = await sent()
    const { footer, unsubscribeUrl } = aLetter()
    for (const words of [
      footer.whoWeAre,
      footer.whereFrom,
      footer.howToObject,
      'Unsubscribe',
      'Fernhollow Energy, 1 Mill Lane, Leeds',
      unsubscribeUrl,
    ]) {
      expect(mail.text).toContain(words)
      expect(mail.html).toContain(words)
    }
  })

  it('carries the link of its question in both, and only where it asks', async () => {
    const stay = { words: 'Your answer, <yes> or no', url: 'https://talent.fernhollow.example/stay/v1.x' }
    const { mail } = await sent({ stay })
    expect(mail.text).toContain(
      'It is autumn.\n\nInes\n\nYour answer, <yes> or no:\nhttps://talent.fernhollow.example/stay/v1.x\n\n-- ',
    )
    expect(mail.html).toContain('<a href="https://talent.fernhollow.example/stay/v1.x">Your answer, &lt;yes> or no</a>')
    expect((await sent()).mail.html).not.toContain('/stay/')
  })

  it('can be unsubscribed from with one click, by a link that no mail client must put together first', async () => {
    const { header, source } = await sent()
    expect(header('list-unsubscribe')).toEqual([`<${aLetter().unsubscribeUrl}>`])
    expect(header('list-unsubscribe-post')).toEqual(['List-Unsubscribe=One-Click'])
    expect(source).toContain(`List-Unsubscribe: <${aLetter().unsubscribeUrl}>\r\n`)
  })

  it('comes from the recruiter by name and keeps the message id that was fixed before', async () => {
    const { mail, header, envelope } = await sent()
    expect(mail.from).toMatchObject({ name: 'Ines Duarte', address: 'talent@fernhollow.example' })
    expect(mail.replyTo).toMatchObject([{ name: 'Ines Duarte', address: 'talent@fernhollow.example' }])
    expect(mail.messageId).toBe(aLetter().messageId)
    expect(envelope).toEqual({ from: 'talent@fernhollow.example', to: 'ana@example.com' })
    expect(header('auto-submitted')).toEqual([])
  })

  it('gains no header, no recipient and no markup from hostile words in any field', async () => {
    const footer = {
      whoWeAre: HOSTILE,
      whereFrom: HOSTILE,
      howToObject: HOSTILE,
      unsubscribe: HOSTILE,
      postalAddress: HOSTILE,
    }
    const hostile = {
      subject: HOSTILE,
      body: HOSTILE,
      from: { name: HOSTILE },
      to: { name: HOSTILE, address: 'ana@example.com' },
      footer,
    }
    const { mail, header, envelope } = await sent(hostile)
    expect(header('bcc')).toEqual([])
    expect(mail.to).toHaveLength(1)
    expect(envelope.to).toBe('ana@example.com')
    expect(mail.html).not.toContain('<img src=x')
    expect(mail.html).not.toContain('\0')
    expect(mail.html?.match(/%%UNSUBSCRIBE_URL%%/g)?.length).toBeGreaterThan(5)
    expect(mail.subject).not.toMatch(/[\r\n\u202e]/)
  })

  it('asks nothing of any other server when it is opened', async () => {
    const { mail } = await sent()
    expect(mail.html?.replaceAll(aLetter().unsubscribeUrl, '')).not.toMatch(
      /(src|href|url|@import)\s*[=(]?\s*["']?https?:/i,
    )
  })

  it.each([['<a@b>\r\nBcc: eve@example.com'], ['no brackets@x'], ['<>']])(
    'is not made with the message id %j',
    async (messageId) => {
      await expect(sent({ messageId })).rejects.toThrow('message id')
    },
  )

  it('is laid out as its MJML source says', async () => {
    for (const { path, html } of await compileLayouts()) expect(readFileSync(path, 'utf8')).toBe(html)
  })
})
