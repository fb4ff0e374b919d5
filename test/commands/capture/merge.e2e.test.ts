// Somebody is on record already: the form turns into a comparison, and nothing is lost on either side.
import { describe, expect, it } from 'vitest'
import { wordsOf } from '../../../simulator/hands/read.ts'
import { aWorld } from '../../support/app.ts'
import { byEmail, confirmation, open, person, rows, TITLE } from './support.ts'

describe('/silver for somebody who is on record', () => {
  const world = aWorld()

  it('adds somebody for the first time without asking', async () => {
    const { ines } = world().hands
    const form = await open(ines, 'Ana Souza <ana@example.com> for Senior SRE in London: runner-up, strong Kubernetes')
    expect(await form.submit()).toEqual({ ok: true })
    await confirmation(ines, 'Ana Souza')
  })

  it('turns into the merge where the e-mail is known; Back finds the form as it was', async () => {
    const { ben } = world().hands
    const form = await open(ben, 'Ana Sousa <ana@example.com> for Staff SRE in Lisbon: superb on call')
    expect(await form.submit()).toEqual({ ok: true })
    const merge = await ben.opensModal('Merge with Ana Souza?')
    expect(merge.words()).toContain('*Ana Souza* is on record already, with this e-mail address')
    expect(merge.words()).toContain('Senior SRE')
    expect(merge.words()).toContain('Staff SRE')
    await merge.close()
    const back = await ben.opensModal(TITLE)
    expect(back.fields()['Role they were considered for']?.value).toBe('Staff SRE')
    await back.submit()
    const again = await ben.opensModal('Merge with Ana Souza?')
    await again.choose('Role and outcome', 'Take the new')
    await again.choose('Location', 'Keep what is on record')
    expect(await again.submit()).toEqual({ ok: true })
    expect(ben.see().modals).toHaveLength(0)
    await ben.waitFor(() => ben.dm().find((one) => wordsOf(one).includes('was merged into *Ana Souza*')), {
      what: 'the confirmation',
    })
    const id = await byEmail(world(), 'ana@example.com')
    expect(await person(world(), id)).toMatchObject({
      fullName: 'Ana Souza',
      consideredRole: 'Staff SRE',
      location: 'London',
    })
    const timeline = await rows(world(), (tx) => tx.candidates.timeline(id, 10))
    expect(timeline.map(({ kind }) => kind)).toEqual(['merge', 'change'])
    const facts = await rows(world(), (tx) => tx.candidates.facts(id))
    expect(facts.find(({ kind }) => kind === 'praise')?.text).toContain('superb on call')
    expect(
      facts
        .filter(({ kind }) => kind === 'role')
        .map(({ text }) => text)
        .toSorted(),
    ).toEqual(['Senior SRE', 'Staff SRE'])
  })

  it('shows the record anew where it changed while the merge was looked at', async () => {
    const { ben } = world().hands
    const form = await open(ben, 'Ana Souza <ana@example.com> for Staff SRE: tier B')
    await form.submit()
    const merge = await ben.opensModal('Merge with Ana Souza?')
    const id = await byEmail(world(), 'ana@example.com')
    await rows(world(), async (tx) => {
      await tx.candidates.lock(id)
      await tx.candidates.change(id, { tier: 'C' })
    })
    await merge.submit()
    expect(merge.words()).toContain('The record changed while you looked at it')
    expect(merge.words()).toContain('C')
    await merge.submit()
    expect(ben.see().modals).toHaveLength(0)
  })

  it('left no complaint of ours', () => {
    expect(world().complaints).toEqual([])
  })
})
