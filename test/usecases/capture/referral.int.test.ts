import { expect, it } from 'vitest'
import { fieldsOf, seenOf } from '../../../src/domain/candidate/profile-form.ts'
import { DAY } from '../../../src/domain/shared/time.ts'
import { addSilver } from '../../../src/usecases/capture/add-silver.ts'
import { entryOfFlag } from '../../../src/usecases/capture/entry-of-flag.ts'
import { muteReferral } from '../../../src/usecases/capture/mute-referral.ts'
import { referPerson } from '../../../src/usecases/capture/refer-person.ts'
import { reviewFlag } from '../../../src/usecases/capture/review-flag.ts'
import { setStanding } from '../../../src/usecases/people/set-standing.ts'
import { editSection } from '../../../src/usecases/profile/edit-section.ts'
import { loadSection } from '../../../src/usecases/profile/load-section.ts'
import { undoEdit } from '../../../src/usecases/profile/undo-edit.ts'
import { onQuickDatabase, type TestDatabase } from '../../support/database.ts'
import { outreachWorld } from '../../support/outreach-world.ts'

const ANA = {
  fullName: 'Ana Souza',
  role: 'Senior SRE',
  email: 'ana@example.com',
  relation: 'worked_with' as const,
  knowsOfIt: true,
  evidence: 'Ran our incident reviews.',
  quotable: false,
}

async function referring(database: TestDatabase) {
  const world = await outreachWorld(database)
  const refer = async (by: string, change: Partial<typeof ANA> = {}) => {
    const referred = await referPerson(await world.as(by), { ...ANA, ...change })
    return referred.ok ? referred.value : referred.refusal
  }
  const referred = async (by: string, change: Partial<typeof ANA> = {}) => {
    const value = await refer(by, change)
    if (!('nearMissId' in value)) throw new Error(value.kind)
    return value.nearMissId
  }
  const accept = async (nearMissId: string) => {
    const ines = await world.as('UINES')
    const review = await reviewFlag(ines, { nearMissId })
    if (!review.ok) throw new Error(review.refusal.kind)
    const { nearMiss, referredBy } = review.value
    const added = await addSilver(ines, { entry: entryOfFlag(nearMiss, referredBy), keepWords: true, nearMissId })
    if (!added.ok) throw new Error(JSON.stringify(added.refusal))
    return added.value.candidateId
  }
  const news = async (kind: string) =>
    (
      await database.pool.query<{ key: string; address: string }>(
        `SELECT key, address FROM slack_post WHERE workspace_id = $1 AND key LIKE $2 ORDER BY key`,
        [world.workspace.id, `${kind}%`],
      )
    ).rows.map(({ address }) => address)
  return { world, refer, referred, accept, news }
}

onQuickDatabase('a referral', (db) => {
  it('by anybody goes to triage and becomes a person with the referrer on record', async () => {
    const { world, referred, accept, news } = await referring(db())
    const id = await referred('USAM')
    expect(await world.run((tx) => tx.posts.byKey(`triage_card:${id}`))).toMatchObject({ kind: 'triage_card' })
    expect(await world.run((tx) => tx.nearMisses.get(id))).toMatchObject({
      referral: { relation: 'worked_with', knowsOfIt: true, email: 'ana@example.com', creditTo: undefined },
    })
    const ana = await accept(id)
    const sam = (await world.as('USAM')).actor
    expect(await world.run((tx) => tx.candidates.get(ana))).toMatchObject({
      kind: 'referral',
      source: 'referral',
      referredBy: sam.memberId,
      standing: 'withdrew',
    })
    expect(await world.run((tx) => tx.consent.permissions(ana))).toMatchObject([
      { basis: 'referral' },
      { basis: 'referral' },
    ])
    expect(await news('flag_outcome')).toEqual(['USAM'])
  })

  it('of somebody who does not know of it gives no permission to write', async () => {
    const { world, referred, accept } = await referring(db())
    const ana = await accept(await referred('USAM', { knowsOfIt: false }))
    expect(await world.run((tx) => tx.consent.permissions(ana))).toEqual([])
  })

  it('tells the referrer how far it came, and no more once they muted it', async () => {
    const { world, referred, accept, news } = await referring(db())
    const id = await referred('USAM')
    const candidateId = await accept(id)
    await setStanding(await world.as('UINES'), { candidateId, standing: 'interviewing' })
    expect(await news('flag_news')).toEqual(['USAM'])
    expect(await muteReferral(await world.as('UBEN'), { nearMissId: id, muted: true })).toMatchObject({
      refusal: { kind: 'not_yours' },
    })
    expect(await muteReferral(await world.as('USAM'), { nearMissId: id, muted: true })).toMatchObject({ ok: true })
    await setStanding(await world.as('UINES'), { candidateId, standing: 'told_no', day: '2026-03-02' })
    expect(await news('flag_news')).toEqual(['USAM'])
    await muteReferral(await world.as('USAM'), { nearMissId: id, muted: false })
    await setStanding(await world.as('UINES'), { candidateId, standing: 'withdrew' })
    await setStanding(await world.as('UINES'), { candidateId, standing: 'told_no', day: '2026-03-02' })
    expect(await news('flag_news')).toEqual(['USAM', 'USAM'])
  })

  it('tells the referrer too where somebody changes it in the profile, and not where that is taken back', async () => {
    const { world, referred, accept, news } = await referring(db())
    const candidateId = await accept(await referred('USAM'))
    const ines = await world.as('UINES')
    const loaded = await loadSection(ines, { candidateId })
    if (!loaded.ok) throw new Error(loaded.refusal.kind)
    const { entry } = loaded.value
    const shown = Object.fromEntries(fieldsOf('standing').map((field) => [field, entry[field] ?? '']))
    const edited = await editSection(ines, {
      candidateId,
      section: 'standing',
      typed: { ...shown, standing: 'told_no', standingDay: '2026-03-01' },
      seen: { ...seenOf(entry, fieldsOf('standing')) },
      owner: undefined,
      keepWords: false,
    })
    expect(edited).toMatchObject({ ok: true })
    expect(await news('flag_news')).toEqual(['USAM'])
    await undoEdit(ines, { editId: edited.ok ? edited.value.editId : '' })
    expect(await news('flag_news')).toEqual(['USAM'])
  })

  it('keeps the credit with whoever was first, for half a year', async () => {
    const { world, refer, referred, accept } = await referring(db())
    await referred('USAM')
    const second = await refer('UTOM', { email: '' })
    expect(second).toMatchObject({ first: false })
    const ana = await accept('nearMissId' in second ? second.nearMissId : '')
    const sam = (await world.as('USAM')).actor
    expect((await world.run((tx) => tx.candidates.get(ana)))?.referredBy).toBe(sam.memberId)
    expect(await refer('USAM')).toMatchObject({ kind: 'referred_already', at: world.now() })
    expect(await refer('UTOM', { email: 'another.ana@example.com' })).toMatchObject({ kind: 'referred_already' })
    expect(await refer('UBEN', { email: 'another.ana@example.com', fullName: 'Ana Maria Souza' })).toMatchObject({
      first: true,
    })
    world.pass(181 * DAY)
    expect(await refer('UBEN')).toMatchObject({ first: true })
  })

  it('asks what it must know, beside its field', async () => {
    const { world, refer } = await referring(db())
    expect(await refer('USAM', { email: 'nonsense' })).toMatchObject({
      kind: 'bad_input',
      problems: [{ path: 'email' }],
    })
    const none = await referPerson(await world.as('USAM'), { ...ANA, relation: undefined as never })
    expect(none).toMatchObject({ refusal: { problems: [{ message: 'Please choose how you know them.' }] } })
    expect(await refer('USAM', { evidence: 'She is pregnant and superb.' })).toMatchObject({ kind: 'warned' })
  })
})
