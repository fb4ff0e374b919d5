// What a form says joins the record with the same contact, and nothing is lost.
import { beforeAll, expect, it } from 'vitest'
import type { PoolId } from '../../../src/domain/shared/ids.ts'
import { DAY, HOUR } from '../../../src/domain/shared/time.ts'
import { addSilver } from '../../../src/usecases/capture/add-silver.ts'
import { loadFlag } from '../../../src/usecases/capture/load-posts.ts'
import { mergeSilver } from '../../../src/usecases/capture/merge-silver.ts'
import { previewMerge } from '../../../src/usecases/capture/preview-merge.ts'
import { undoMerge } from '../../../src/usecases/capture/undo-merge.ts'
import { onQuickDatabase } from '../../support/database.ts'
import { outreachWorld, type World } from '../../support/outreach-world.ts'
import { add, anAddress, FLAG, flag, form, merge, nobody, preview, refusal, value } from './support.ts'

const LATER = 'somebody.later@example.com'

async function aPool(world: World): Promise<PoolId> {
  const id = world.system().newId<'pool'>()
  const pool = { id, name: 'A list', query: undefined, ownerId: world.ines.memberId, cadenceDays: 90 }
  const rest = { personaNote: undefined, createdAt: world.now(), archivedAt: undefined }
  await world.run((tx) => tx.pools.insert({ ...pool, ...rest }))
  return id
}

onQuickDatabase('merging with the record', (db) => {
  let world: World
  beforeAll(async () => {
    world = await outreachWorld(db())
  })

  it('fills what was empty, joins what can stand together, keeps what cannot and all history', async () => {
    const email = anAddress()
    const id = await add(world, { email, skills: 'Go', bringBack: 'A remote role', tier: 'A' })
    const shown = await preview(world, email, {
      skills: 'Rust',
      bringBack: 'More pay',
      tier: 'B',
      location: 'Lisbon',
      phone: '+351912345678',
    })
    expect(shown.newContacts).toEqual(['phone'])
    value(await merge(world, shown))
    const { person, facts, timeline, contacts } = await world.run(async (tx) => ({
      person: await tx.candidates.get(id),
      facts: await tx.candidates.facts(id),
      timeline: await tx.candidates.timeline(id, 10),
      contacts: await tx.candidates.contacts(id),
    }))
    expect(person).toMatchObject({
      skills: ['go', 'rust'],
      bringBack: 'A remote role\nMore pay',
      tier: 'A',
      location: 'Lisbon',
      zone: 'Europe/Lisbon',
    })
    expect(
      facts
        .filter(({ kind }) => kind === 'wish')
        .map(({ text }) => text)
        .toSorted(),
    ).toEqual(['A remote role', 'More pay'])
    expect(facts.filter(({ kind }) => kind === 'role')).toHaveLength(1)
    expect(timeline.some(({ kind }) => kind === 'merge')).toBe(true)
    expect(contacts.map(({ kind, isPrimary }) => [kind, isPrimary])).toEqual(
      expect.arrayContaining([
        ['email', true],
        ['phone', true],
      ]),
    )
  })

  it('is undone to what the record was: contacts, permissions and pools that came with it go again', async () => {
    const email = anAddress()
    const id = await add(world, { email, permission: '', skills: 'Go' })
    const pool = await aPool(world)
    const state = () =>
      world.run(async (tx) => ({
        person: { ...(await tx.candidates.get(id)), version: 0 },
        contacts: await tx.candidates.contacts(id),
        permissions: await tx.consent.permissions(id),
        facts: await tx.candidates.facts(id),
        pools: await tx.pools.poolsOf(id),
      }))
    const before = await state()
    const entry = { skills: 'Rust', phone: '+351912345679', pool, location: 'Lisbon', bringBack: 'A remote role' }
    const { mergeId } = value(await merge(world, await preview(world, email, entry)))
    const merged = await state()
    for (const [what, then] of Object.entries(before)) expect(merged, what).not.toMatchObject({ [what]: then })
    expect(refusal(await undoMerge(await world.as('UBEN'), { mergeId }))).toEqual({ kind: 'not_yours' })
    expect(refusal(await undoMerge(await world.as('UTOM'), { mergeId }))?.kind).toBe('not_allowed')
    value(await undoMerge(await world.as('UINES'), { mergeId }))
    expect(await state()).toEqual(before)
    expect(refusal(await undoMerge(await world.as('UINES'), { mergeId }))).toEqual({ kind: 'undone_already' })
    expect(refusal(await undoMerge(await world.as('UINES'), { mergeId: nobody }))).toEqual({ kind: 'undone_already' })
  })

  it('is undone after the merge that came later, and its Undo never brings back a withdrawn permission', async () => {
    const email = anAddress()
    const id = await add(world, { email, permission: '' })
    const first = value(await merge(world, await preview(world, email, { skills: 'Rust' })))
    const second = value(await merge(world, await preview(world, email, { skills: 'Go' })))
    expect(refusal(await undoMerge(await world.as('UINES'), { mergeId: first.mergeId }))).toEqual({
      kind: 'later_first',
      mergeId: second.mergeId,
      other: undefined,
    })
    const withdrawn = async () => {
      const all = await world.run((tx) => tx.consent.permissions(id))
      return all.filter(({ withdrawnAt }) => withdrawnAt !== undefined).length
    }
    await world.run((tx) => tx.consent.withdraw(id, 'contact', world.now()))
    const before = await withdrawn()
    expect(before).toBeGreaterThan(0)
    value(await undoMerge(await world.as('UINES'), { mergeId: second.mergeId }))
    expect(await withdrawn()).toBe(before)
    value(await undoMerge(await world.as('UINES'), { mergeId: first.mergeId }))
    expect((await world.run((tx) => tx.candidates.get(id)))?.skills).toEqual([])
    world.pass(DAY + 1)
    const late = value(await merge(world, await preview(world, email, { skills: 'C' })))
    world.pass(30 * DAY + 1)
    await add(world, { email: LATER })
    value(await merge(world, await preview(world, LATER, {})))
    expect(refusal(await undoMerge(await world.as('UINES'), { mergeId: late.mergeId }))).toEqual({ kind: 'too_late' })
  })

  it('is undone for 30 days whatever was changed since, and what somebody changed stays', async () => {
    const email = anAddress()
    const id = await add(world, { email, skills: 'Go', tier: 'A' })
    const entry = { skills: 'Rust', location: 'Lisbon', phone: '+351912345670' }
    const { mergeId } = value(await merge(world, await preview(world, email, entry)))
    await world.run((tx) => tx.candidates.change(id, { tier: 'B', location: 'Porto' }))
    world.pass(29 * DAY)
    value(await undoMerge(await world.as('UINES'), { mergeId }))
    const person = await world.run((tx) => tx.candidates.get(id))
    expect(person).toMatchObject({ skills: ['go'], tier: 'B', location: 'Porto' })
    expect((await world.run((tx) => tx.candidates.contacts(id))).map(({ kind }) => kind)).toEqual(['email'])
  })

  it('is undone by who looks after them and by admins too', async () => {
    const email = anAddress()
    const id = await add(world, { email })
    const ben = (await world.as('UBEN')).actor.memberId
    const undoing = async (who: string) => {
      const { mergeId } = value(await merge(world, await preview(world, email, { skills: 'Rust' })))
      return undoMerge(await world.as(who), { mergeId })
    }
    expect(value(await undoing('UADA'))).toEqual({ undone: true })
    expect(refusal(await undoing('UBEN'))).toEqual({ kind: 'not_yours' })
    await world.run((tx) => tx.candidates.change(id, { ownerId: ben }))
    expect(value(await undoing('UBEN'))).toEqual({ undone: true })
  })

  it('never widens a permission', async () => {
    const email = anAddress()
    const id = await add(world, { email, permission: 'consent' })
    await world.run((tx) => tx.consent.withdraw(id, 'contact', world.now()))
    const before = await world.run((tx) => tx.consent.permissions(id))
    value(await merge(world, await preview(world, email, { permission: 'consent' })))
    expect(await world.run((tx) => tx.consent.permissions(id))).toEqual(before)
    const silent = anAddress()
    const other = await add(world, { email: silent, permission: '' })
    value(await merge(world, await preview(world, silent, {})))
    expect((await world.run((tx) => tx.consent.permissions(other))).map(({ basis }) => basis)).toEqual([
      'applied_here',
      'applied_here',
    ])
  })

  it('lets the standing that lets fewer messages out stand', async () => {
    const email = anAddress()
    const id = await add(world, { email, standing: 'withdrew' })
    value(await merge(world, await preview(world, email, { standing: 'interviewing' })))
    expect((await world.run((tx) => tx.candidates.get(id)))?.standing).toBe('interviewing')
  })

  it('links the flag, whose words become facts of the record; the flagger hears as of any other', async () => {
    const email = anAddress()
    const id = await add(world, { email })
    const nearMissId = await flag(world)
    const ines = await world.as('UINES')
    const input = { ...form({ email, impressed: FLAG.impressed }), nearMissId }
    expect(refusal(await addSilver(ines, input))?.kind).toBe('known')
    const shown = value(await previewMerge(ines, { ...input, candidateId: id, by: 'email' }))
    value(await merge(world, shown))
    expect((await loadFlag(world.system(), nearMissId))?.nearMiss).toMatchObject({ state: 'merged', candidateId: id })
    expect(
      (await world.run((tx) => tx.candidates.facts(id))).some(({ sourceKind }) => sourceKind === 'near_miss'),
    ).toBe(true)
    expect((await world.run((tx) => tx.candidates.timeline(id, 10))).map(({ kind }) => kind)).toContain('flag')
  })

  it('is refused where the record changed since, and shows it as it is', async () => {
    const email = anAddress()
    const id = await add(world, { email })
    const shown = await preview(world, email, { tier: 'C' })
    await world.run((tx) => tx.candidates.change(id, { tier: 'A' }))
    const late = await merge(world, shown)
    expect(refusal(late)).toMatchObject({ kind: 'changed_since', now: { version: 2 } })
    value(await merge(world, { ...shown, version: 2 }))
  })

  it('happens once, and what was typed is forgotten with it', async () => {
    const email = anAddress()
    const id = await add(world, { email })
    const shown = await preview(world, email, { impressed: 'Once' })
    value(await merge(world, shown, 'V-merge'))
    value(await merge(world, shown, 'V-merge'))
    expect(
      (await world.run((tx) => tx.candidates.timeline(id, 10))).filter(({ kind }) => kind === 'merge'),
    ).toHaveLength(1)
    expect(refusal(await merge(world, shown, 'V-other'))?.kind).toBe('lapsed')
  })

  it('opens what was typed to nobody else, and not after a day', async () => {
    const email = anAddress()
    await add(world, { email })
    const shown = await preview(world, email, {})
    const { formId, candidateId, version } = shown
    const ben = await mergeSilver(await world.as('UBEN'), { formId, candidateId, version, choices: {} })
    expect(refusal(ben)?.kind).toBe('lapsed')
    world.pass(DAY + HOUR)
    await preview(world, email, {})
    expect(refusal(await merge(world, shown))?.kind).toBe('lapsed')
  })

  it('leaves a contact with the third person whose it is', async () => {
    const [email, phone] = [anAddress(), '+351911111111']
    const id = await add(world, { email })
    const third = await add(world, { phone })
    const shown = await preview(world, email, { phone })
    expect(shown.elsewhere).toEqual(['phone'])
    value(await merge(world, shown))
    expect(await world.run((tx) => tx.candidates.findByContact('phone', phone))).toBe(third)
    expect((await world.run((tx) => tx.candidates.contacts(id))).map(({ kind }) => kind)).toEqual(['email'])
  })
})
