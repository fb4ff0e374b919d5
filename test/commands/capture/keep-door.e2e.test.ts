// One moment, not three forms: the letter goes out, the candidate presses yes on the page, and the recruiter hears.
import { describe, expect, it } from 'vitest'
import { instant, SECOND } from '../../../src/domain/shared/time.ts'
import { aWorld } from '../../support/app.ts'
import { closed, shown, told, wordsOf } from '../outreach/seeing.ts'
import { byEmail, confirmation, open, person, rows } from './support.ts'

describe('keeping the door open', () => {
  let ahead = 0
  const world = aWorld({ overrides: { now: () => instant(Date.now() + ahead) } })

  it('writes the letter from one form, and takes up what is added to it', async () => {
    const { ines } = world().hands
    const form = await open(ines, 'Nadia Rahimi <nadia@example.com> for Senior SRE: superb on incident design')
    await form.submit()
    const notice = await confirmation(ines, 'Nadia Rahimi')
    await ines.press(notice, 'Keep the door open')
    const door = await ines.opensModal('Keep the door open')
    expect(door.words()).toContain('superb on incident design')
    await door.fill('One true strength', 'how you designed the incident drill')
    expect(await door.submit()).toEqual({ ok: true })
    await closed(ines)
    const first = await shown(ines, 'Draft for *Nadia Rahimi*', 'how you designed the incident drill')
    expect(wordsOf(first)).toContain('Only their own press counts as a yes')
    await ines.press(notice, 'Keep the door open')
    const again = await ines.opensModal('Keep the door open')
    expect(again.fields()['One true strength']?.value).toBe('how you designed the incident drill')
    await again.fill('One piece of advice', 'say your trade-offs aloud')
    await again.submit()
    await shown(ines, 'Draft for *Nadia Rahimi*', 'say your trade-offs aloud')
  })

  it('refuses words that no letter may say on their field, and asks about private ones', async () => {
    const { ines } = world().hands
    await ines.press(await confirmation(ines, 'Nadia Rahimi'), 'Keep the door open')
    const door = await ines.opensModal('Keep the door open')
    await door.fill('One true strength', 'you were better than Tom Okafor')
    await door.submit()
    expect(door.errors()['One true strength']).toContain('names a colleague')
    await door.fill('One true strength', 'your calm after your burnout')
    await door.submit()
    expect(door.words()).toContain('may be about health')
    await door.submit()
    expect(Object.values(door.errors()).join(' ')).toContain('Tick the box')
    await door.close()
  })

  it('sends the link with the letter; the yes on the page is on record and told to the owner', async () => {
    const { hands, local, app } = world()
    const { ines } = hands
    const card = await shown(ines, 'Draft for *Nadia Rahimi*', 'say your trade-offs aloud', 'OK to send')
    await ines.press(card, 'Approve & send')
    await shown(ines, 'Nadia Rahimi', 'Approved by')
    ahead += 11 * SECOND
    app.contexts.forSystem(app.workspace).services.wake.sends()
    await shown(ines, 'Nadia Rahimi', 'Sent')
    const [mail] = local.mailbox.list()
    const { text = '' } = local.mailbox.get(mail?.id ?? '') ?? {}
    const url = /https?:\S+\/stay\/\S+/.exec(text)?.[0] ?? ''
    const opened = await fetch(url)
    expect([opened.status, await opened.text()]).toEqual([200, expect.stringContaining('May we stay in touch?')])
    const id = await byEmail(world(), 'nadia@example.com')
    expect((await person(world(), id))?.nextTouch).toBeUndefined()
    const form = new URLSearchParams({ answer: 'yes', when: 'months_3', day: '' })
    const answered = await fetch(url, { method: 'POST', body: form })
    expect(await answered.text()).toContain('Thank you, we will stay in touch')
    await shown(ines, '*Nadia Rahimi* said yes to staying in touch')
    expect((await person(world(), id))?.nextTouch).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    const permissions = await rows(world(), (tx) => tx.consent.permissions(id))
    expect(permissions.some(({ basis, wording }) => basis === 'consent' && wording === 'stay-in-touch-1')).toBe(true)
  })

  it('is over once they were told', async () => {
    const { ines } = world().hands
    const notice = await confirmation(ines, 'Nadia Rahimi')
    await ines.waitFor(
      () => !wordsOf(ines.dm().find(({ ts }) => ts === notice.ts) ?? notice).includes('Keep the door'),
      {
        what: 'the notice without it',
      },
    )
    await ines.command('/candidate', 'Nadia Rahimi')
    const profile = await told(ines, 'Nadia Rahimi')
    expect(wordsOf(profile)).not.toContain('Keep the door open')
  })

  it('left no complaint of ours', () => {
    expect(world().complaints).toEqual([])
  })
})
