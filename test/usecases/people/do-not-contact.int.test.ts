import { expect, it } from 'vitest'
import type { CandidateId } from '../../../src/domain/shared/ids.ts'
import { readProfile } from '../../../src/usecases/find/read-profile.ts'
import { barPerson, liftBar } from '../../../src/usecases/people/bar-person.ts'
import { barCompany, liftCompanyBar, listBarredCompanies } from '../../../src/usecases/people/barred-companies.ts'
import { onQuickDatabase } from '../../support/database.ts'
import { outreachWorld, type World } from '../../support/outreach-world.ts'

/** What the gate says to a message written now: the kinds of its refusals. */
async function kept(world: World, candidateId: CandidateId): Promise<readonly string[]> {
  const profile = await readProfile(await world.as('UINES'), { candidateId })
  if (!profile.ok) throw new Error(profile.refusal.kind)
  const { verdict } = profile.value
  return verdict.kind === 'not_yet' ? verdict.because.map(({ kind }) => kind) : []
}

onQuickDatabase('do not contact, a person', (db) => {
  it('keeps every message back from whoever is marked, until somebody lifts it and says why', async () => {
    const world = await outreachWorld(db())
    const candidateId = await world.addPerson()
    expect(await kept(world, candidateId)).toEqual([])
    const bar = async () => barPerson(await world.as('UINES'), { candidateId, reason: 'agreement', note: 'client' })
    expect(await bar()).toMatchObject({ ok: true })
    expect(await kept(world, candidateId)).toContain('do_not_contact_person')
    expect(await bar()).toMatchObject({ refusal: { kind: 'barred_already' } })
    const lift = async (source: string) => liftBar(await world.as('UINES'), { candidateId, source })
    expect(await lift(' ')).toMatchObject({ refusal: { kind: 'bad_input', problems: [{ path: 'source' }] } })
    expect(await lift('their mail of today')).toMatchObject({ ok: true })
    expect(await kept(world, candidateId)).toEqual([])
    expect(await lift('again')).toMatchObject({ refusal: { kind: 'not_barred' } })
    const timeline = await world.run((tx) => tx.candidates.timeline(candidateId, 10))
    expect(timeline.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        'Do not contact: an agreement with a client or partner (client)',
        'Do not contact was lifted: their mail of today',
      ]),
    )
  })

  it('remembers a wish not to be written to by the address, whoever adds it again', async () => {
    const world = await outreachWorld(db())
    const candidateId = await world.addPerson({ email: 'leave.me@example.com' })
    await barPerson(await world.as('UINES'), { candidateId, reason: 'asked_not_to', note: '' })
    const suppressed = await world.run((tx) => tx.consent.suppressions('Leave.Me@example.com'))
    expect(suppressed.map(({ reason }) => reason)).toEqual(['asked_not_to'])
    await liftBar(await world.as('UINES'), { candidateId, source: 'call' })
    expect(await world.run((tx) => tx.consent.suppressions('leave.me@example.com'))).toEqual([])
  })

  it('lifts no unsubscription', async () => {
    const world = await outreachWorld(db())
    const candidateId = await world.addPerson({ email: 'out@example.com' })
    await world.run((tx) => tx.consent.suppress('out@example.com', 'unsubscribed', world.now(), undefined))
    await barPerson(await world.as('UINES'), { candidateId, reason: 'asked_not_to', note: '' })
    await liftBar(await world.as('UINES'), { candidateId, source: 'call' })
    expect(await kept(world, candidateId)).toEqual(['unsubscribed'])
  })

  it('is for recruiters, and for people who are on record', async () => {
    const world = await outreachWorld(db())
    const candidateId = await world.addPerson()
    const nobody = world.system().newId<'candidate'>()
    for (const act of [
      async (who: string, id: string) => barPerson(await world.as(who), { candidateId: id, reason: 'other', note: '' }),
      async (who: string, id: string) => liftBar(await world.as(who), { candidateId: id, source: 'call' }),
    ]) {
      expect(await act('UTOM', candidateId)).toMatchObject({ refusal: { kind: 'not_allowed' } })
      expect(await act('UINES', nobody)).toMatchObject({ refusal: { kind: 'no_such_person' } })
    }
    expect(await kept(world, candidateId)).toEqual([])
  })
})

onQuickDatabase('do not contact, a company', (db) => {
  it('keeps messages back from its people, known by employer or by mail domain', async () => {
    const world = await outreachWorld(db())
    const byName = await world.addPerson({ company: 'ACME, Inc.' })
    const byDomain = await world.addPerson({ email: 'bo@mail.acme.example.co.uk' })
    const neither = await world.addPerson({ company: 'Acme Robotics' })
    expect(
      await barCompany(await world.as('UADA'), { name: 'Acme Ltd', domain: 'example.co.uk', reason: 'client' }),
    ).toMatchObject({ ok: true, value: { name: 'Acme Ltd' } })
    expect(await kept(world, byName)).toEqual(['do_not_contact_company'])
    expect(await kept(world, byDomain)).toEqual(['do_not_contact_company'])
    expect(await kept(world, neither)).toEqual([])
    expect(await listBarredCompanies(await world.as('UINES'), {})).toMatchObject({
      value: { companies: [{ name: 'Acme Ltd', domain: 'example.co.uk', reason: 'client' }], more: false },
    })
    expect(await barCompany(await world.as('UADA'), { name: 'acme' })).toMatchObject({ refusal: { kind: 'known' } })
    expect(await liftCompanyBar(await world.as('UADA'), { name: 'ACME Limited' })).toMatchObject({ ok: true })
    expect(await kept(world, byName)).toEqual([])
    expect(await liftCompanyBar(await world.as('UADA'), { name: 'acme' })).toMatchObject({
      refusal: { kind: 'unknown' },
    })
  })

  it('refuses a host where anybody may have an address, and a name that says nothing', async () => {
    const world = await outreachWorld(db())
    const bar = async (name: string, domain?: string) => barCompany(await world.as('UADA'), { name, domain })
    expect(await bar('Acme', 'gmail.com')).toMatchObject({ refusal: { kind: 'open_to_all', host: 'gmail.com' } })
    expect(await bar('Acme', 'localhost')).toMatchObject({ refusal: { kind: 'open_to_all' } })
    expect(await bar('!!!')).toMatchObject({ refusal: { kind: 'nameless' } })
    expect(await bar(' ')).toMatchObject({ refusal: { kind: 'bad_input' } })
    expect(await listBarredCompanies(await world.as('UINES'), {})).toMatchObject({ value: { companies: [] } })
  })

  it('is changed by admins and read by recruiters', async () => {
    const world = await outreachWorld(db())
    for (const act of [barCompany, liftCompanyBar])
      expect(await act(await world.as('UINES'), { name: 'Acme' })).toMatchObject({ refusal: { kind: 'not_allowed' } })
    expect(await listBarredCompanies(await world.as('UTOM'), {})).toMatchObject({ refusal: { kind: 'not_allowed' } })
  })

  it('is not seen by another workspace', async () => {
    const [one, other] = [await outreachWorld(db()), await outreachWorld(db())]
    await barCompany(await one.as('UADA'), { name: 'Acme' })
    expect(await kept(other, await other.addPerson({ company: 'Acme' }))).toEqual([])
    expect(await listBarredCompanies(await other.as('UINES'), {})).toMatchObject({ value: { companies: [] } })
  })
})
