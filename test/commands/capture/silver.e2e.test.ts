// Ines adds silver medallists, by the form and by a text behind the command.
import { describe, expect, it } from 'vitest'
import { wordsOf } from '../../../simulator/hands/read.ts'
import { aWorld } from '../../support/app.ts'
import { byEmail, confirmation, open, patiently, person, rows, TITLE } from './support.ts'

const FIRST_SEVEN = [
  'Full name',
  'Email',
  'Role they were considered for',
  'Where things stand',
  'Why they were not hired',
  'What impressed you',
  'Permission to contact',
]

describe('/silver', () => {
  const world = aWorld()

  it('asks seven questions first, and only two need an answer', async () => {
    const { ines } = world().hands
    const form = await open(ines)
    const fields = form.fields()
    expect(Object.keys(fields)).toEqual(FIRST_SEVEN)
    expect(Object.entries(fields).flatMap(([label, { optional }]) => (optional ? [] : [label]))).toEqual([
      'Full name',
      'Role they were considered for',
    ])
    expect(fields['Where things stand']?.options).toEqual([
      'Still interviewing',
      'Not told yet',
      'Told no on…',
      'Withdrew',
      'Declined our offer',
      'Hired',
    ])
    expect(fields['Permission to contact']?.value).toBe('Applied here; covered by our privacy notice')
    await form.submit()
    expect(Object.keys(form.errors())).toEqual(['Full name', 'Role they were considered for'])
    await form.close()
  })

  it('unfolds the rest and keeps what was typed', async () => {
    const { ines } = world().hands
    const form = await open(ines)
    await form.fill('Full name', 'Bea Lind')
    await form.choose('Why they were not hired', 'Pay')
    await form.press('More details')
    const fields = form.fields()
    expect(Object.keys(fields)).toHaveLength(22)
    expect(fields['Full name']?.value).toBe('Bea Lind')
    expect(fields['Why they were not hired']?.value).toBe('Pay')
    expect(fields['Relationship owner']?.value).toBe('Ines Moreau')
    expect(form.buttons()).not.toContain('More details')
    await form.close()
  })

  it('takes a number of the recruiter’s own country, and says which days a month leaves to choose from', async () => {
    const { ines } = world().hands
    const form = await open(ines, 'Bo Frisk 020 7946 0123 for Senior SRE: told no in March 2026')
    const fields = form.fields()
    expect(fields.Phone?.value).toBe('020 7946 0123')
    expect(fields['What impressed you']?.value).toBeNull()
    expect(fields['On which day']?.value).toBeNull()
    expect(form.words()).toContain('The text says between 1 March 2026 and 31 March 2026.')
    await form.fill('Phone', '7946 0123 45 67 89')
    await form.choose('On which day', '2026-03-12')
    await form.submit()
    expect(form.errors()).toEqual({ Phone: 'Please start with the country code. Example: +351 912 345 678' })
    await form.fill('Phone', '020 7946 0123')
    expect(await form.submit()).toEqual({ ok: true })
    const found = await rows(world(), (tx) => tx.candidates.findByContact('phone', '+442079460123'))
    expect(found).toBeDefined()
  })

  it('asks on which day they were told, and does without where nobody was told', async () => {
    const { ines } = world().hands
    const form = await open(ines)
    await form.fill('Full name', 'Bea Lind')
    await form.fill('Role they were considered for', 'Analyst')
    await form.choose('Where things stand', 'Told no on…')
    expect(form.fields()['On which day']?.optional).toBe(false)
    await form.submit()
    expect(Object.keys(form.errors())).toEqual(['On which day'])
    await form.choose('On which day', '2099-01-01')
    await form.submit()
    expect(form.errors()).toEqual({ 'On which day': 'That day has not come yet.' })
    await form.choose('Where things stand', 'Still interviewing')
    expect(form.fields()['On which day']).toBeUndefined()
    expect(form.fields()['Full name']?.value).toBe('Bea Lind')
    await form.close()
  })

  it('shows what both presses wanted when two arrive at once', async () => {
    const { ines } = world().hands
    const form = await open(ines)
    await Promise.all([form.choose('Where things stand', 'Told no on…'), form.press('More details')])
    await ines.waitFor(() => form.fields()['On which day'] !== undefined && form.fields().Skills !== undefined, {
      what: 'the day and the details',
    })
    expect(form.fields()['Where things stand']?.value).toBe('Told no on…')
    await form.close()
  })

  it('understands a text, shows what it understood, and keeps every word of it as facts', async () => {
    const { ines } = world().hands
    const form = await open(
      ines,
      'Ana Souza <ana@example.com> for Senior SRE in London: runner-up, strong Kubernetes, wants remote',
    )
    const fields = form.fields()
    expect(fields['Full name']?.value).toBe('Ana Souza')
    expect(fields.Email?.value).toBe('ana@example.com')
    expect(fields['Role they were considered for']?.value).toBe('Senior SRE')
    expect(fields['Why they were not hired']?.value).toBe('Close second')
    expect(fields.Skills?.value).toContain('Kubernetes')
    expect(fields.Location?.value).toContain('London')
    expect(fields.Phone).toBeUndefined()
    expect(await form.submit()).toEqual({ ok: true })
    await confirmation(ines, 'Ana Souza')
    const id = await byEmail(world(), 'ANA@example.com')
    const ana = await person(world(), id)
    expect(ana).toMatchObject({
      fullName: 'Ana Souza',
      consideredRole: 'Senior SRE',
      standing: 'not_told',
      reason: 'close_second',
      location: 'London',
      remoteOk: true,
      zone: 'Europe/London',
      kind: 'near_miss',
    })
    const { facts, permissions } = await rows(world(), async (tx) => ({
      facts: await tx.candidates.facts(id),
      permissions: await tx.consent.permissions(id),
    }))
    const telling = Object.fromEntries(facts.map((fact) => [fact.kind, fact.telling]))
    expect(telling).toMatchObject({
      role: 'may_be_mentioned',
      skill: 'may_be_mentioned',
      location: 'may_be_mentioned',
      wish: 'may_be_mentioned',
      reason: 'internal_only',
    })
    expect(permissions.map(({ purpose, basis }) => `${purpose} ${basis}`).toSorted()).toEqual([
      'contact applied_here',
      'store applied_here',
    ])
  })

  it('can be undone while nothing has happened, and once', async () => {
    const { ines } = world().hands
    const form = await open(ines, 'Vera Undo <vera@example.com> for Analyst')
    await form.submit()
    const notice = await confirmation(ines, 'Vera Undo')
    const id = await byEmail(world(), 'vera@example.com')
    await ines.press(notice, 'Undo')
    const after = await ines.waitFor(() => ines.dm().find((one) => wordsOf(one).includes('was taken back')), {
      what: 'the news',
    })
    expect(after.ts).toBe(notice.ts)
    expect(JSON.stringify(after.blocks)).not.toContain('button')
    expect(await person(world(), id)).toBeUndefined()
    await expect(byEmail(world(), 'vera@example.com')).rejects.toThrow('nobody')
  })

  it('cannot be undone after something happened', async () => {
    const { ines } = world().hands
    const notice = await confirmation(ines, 'Ana Souza')
    const id = await byEmail(world(), 'ana@example.com')
    await rows(world(), async (tx) => {
      await tx.candidates.lock(id)
      await tx.candidates.change(id, { tier: 'A' })
    })
    await ines.press(notice, 'Undo')
    await ines.waitFor(() => ines.ephemerals('dm').find((one) => one.text.includes('cannot be undone')), {
      what: 'the refusal',
    })
    expect((await person(world(), id))?.fullName).toBe('Ana Souza')
  })

  it('keeps out the address of somebody who asked to be erased', async () => {
    const { ines } = world().hands
    await rows(world(), (tx) => tx.consent.suppress('gone@example.com', 'erased', Date.now() as never, undefined))
    const form = await open(ines, 'Gus Gone <gone@example.com> for Analyst')
    await form.submit()
    expect(form.errors().Email).toContain('asked to be erased')
    await form.close()
  })

  it('warns of private matters on the first try, asks once, and then does as the person says', async () => {
    const { ines } = world().hands
    const form = await open(ines, 'Kim Private for Analyst')
    await form.fill('What impressed you', 'Great, although her kids keep her busy')
    await form.submit()
    expect(form.words()).toContain('may be about family')
    await form.submit()
    expect(form.errors()).toEqual({ 'Personal details': 'Tick this to keep the words, or change them above.' })
    await form.fill('What impressed you', 'Great at SQL')
    expect(form.fields()['Full name']?.value).toBe('Kim Private')
    expect(await form.submit()).toEqual({ ok: true })
    await confirmation(ines, 'Kim Private')
    const kept = await open(ines, 'Kay Kept for Analyst')
    await kept.fill('What impressed you', 'Told us of her pregnancy herself')
    await kept.submit()
    await kept.choose('Personal details', 'Keep these words: they are about the job')
    expect(await kept.submit()).toEqual({ ok: true })
    await confirmation(ines, 'Kay Kept')
  })

  it('puts the person into a pool and into somebody else’s hands, by name', async () => {
    const { ines } = world().hands
    await rows(world(), async (tx) => {
      const member = await tx.members.bySlackId('U0INES0001')
      if (member === undefined) throw new Error('no Ines')
      const pool = {
        ownerId: member.id,
        cadenceDays: 90,
        personaNote: undefined,
        createdAt: Date.now() as never,
        archivedAt: undefined,
      }
      await tx.pools.insert({
        ...pool,
        id: '01900000-0000-7000-8000-000000000001' as never,
        name: 'SRE bench',
        query: undefined,
      })
      await tx.pools.insert({
        ...pool,
        id: '01900000-0000-7000-8000-000000000002' as never,
        name: 'SRE query',
        query: 'skill:sre',
      })
    })
    const form = await open(ines, 'Pat Pool <pat@example.com> for Senior SRE')
    await form.press('More details')
    await expect(form.choose('Pool', 'SRE query')).rejects.toThrow('it offers')
    await form.choose('Pool', 'SRE bench')
    await form.choose('Relationship owner', 'Priya Raman')
    await form.choose('Next touchpoint', '2099-03-01')
    await form.fill('Skills', 'k8s, Kubernetes ; Go')
    expect(await form.submit()).toEqual({ ok: true })
    await confirmation(ines, 'Pat Pool')
    const id = await byEmail(world(), 'pat@example.com')
    const { pools, owner, pat } = await rows(world(), async (tx) => {
      const pat = await tx.candidates.get(id)
      const owner = pat?.ownerId === undefined ? undefined : await tx.members.get(pat.ownerId)
      return { pat, owner, pools: await tx.pools.poolsOf(id) }
    })
    expect(pools.map(({ name }) => name)).toEqual(['SRE bench'])
    expect(owner?.name).toBe('Priya Raman')
    expect(pat).toMatchObject({ skills: ['kubernetes', 'go'], nextTouch: '2099-03-01' })
  })

  it('makes one person of two submissions of the same form', async () => {
    const { ines } = world().hands
    const form = await open(ines, 'Tess Twice for Analyst')
    await Promise.allSettled([form.submit(), form.submit()])
    await confirmation(ines, 'Tess Twice')
    const dms = ines.dm().filter((one) => wordsOf(one).includes('*Tess Twice* is among'))
    expect(dms).toHaveLength(1)
  })

  it('opens from the global shortcut, too', async () => {
    const { ben } = world().hands
    expect(await ben.globalShortcut('Add a silver medallist')).toEqual({ ok: true })
    const form = await ben.opensModal(TITLE)
    expect(Object.keys(form.fields())).toEqual(FIRST_SEVEN)
    await form.close()
  })

  it('keeps what a manager says of somebody without a colon before it', async () => {
    const { tom } = world().hands
    await patiently(() =>
      tom.command('/silver', 'Nadia Rahimi, superb on incident design, wants remote', { in: 'general' }),
    )
    const form = await tom.opensModal('Flag a near-miss')
    expect(form.fields()['Full name']?.value).toBe('Nadia Rahimi')
    expect(form.fields()['What impressed you']?.value).toContain('superb on incident design')
    await form.close()
  })

  it('gives managers the flag instead and says why, and everybody else a referral', async () => {
    const { tom, sam } = world().hands
    await patiently(() =>
      tom.command('/silver', 'Ana Souza <ana@example.com> for Senior SRE: runner-up, calm', { in: 'general' }),
    )
    const form = await tom.opensModal('Flag a near-miss')
    expect(form.words()).toContain('Recruiters add people to the silver medallists')
    expect(form.fields()['Full name']?.value).toBe('Ana Souza')
    expect(form.fields()['Role they were considered for']?.value).toBe('Senior SRE')
    expect(form.fields()['What impressed you']?.value).toBe('runner-up, calm')
    // She is on record; nothing on the way says so.
    expect(await form.submit()).toEqual({ ok: true })
    const receipt = await tom.waitFor(
      () => tom.dm().find((one) => one.text.includes('Your flag is with the recruiters')),
      { what: 'the receipt' },
    )
    expect(JSON.stringify(receipt)).not.toMatch(/Souza|record|Merge/)
    expect(await sam.globalShortcut('Add a silver medallist')).toEqual({ ok: true })
    const referral = await sam.opensModal('Refer somebody')
    expect(referral.words()).toContain('Referred by')
    await referral.fill('Full name', 'Runa Dahl')
    await referral.fill('Role you think of', 'Senior SRE')
    await referral.choose('How do you know them?', 'Worked with them')
    await referral.choose('Do they know that you refer them?', 'Yes, they agreed')
    expect(await referral.submit()).toEqual({ ok: true })
    const thanks = await sam.waitFor(() => sam.dm().find((one) => one.text.includes('Thank you for referring')), {
      what: 'the thanks',
    })
    expect(thanks.text).toContain('*Runa Dahl*')
  })

  it('explains itself to nobody else', async () => {
    const { ines } = world().hands
    await patiently(() => ines.command('/silver', ' HELP ', { in: 'general' }))
    await ines.waitFor(() => ines.ephemerals('general').find((one) => one.text.includes('opens the form')), {
      what: 'the help',
    })
  })

  it('left no complaint of ours', () => {
    expect(world().complaints).toEqual([])
  })
})
