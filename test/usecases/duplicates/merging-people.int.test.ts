// Two records become one: what each of them knew stays, and what the stricter of both allows is what holds.
import { beforeEach, expect, it } from 'vitest'
import { newUuid } from '../../../src/adapters/system/ids.ts'
import type { CandidateId } from '../../../src/domain/shared/ids.ts'
import { undoMerge } from '../../../src/usecases/capture/undo-merge.ts'
import { mergePeople, previewPeopleMerge } from '../../../src/usecases/duplicates/merge-people.ts'
import type { CandidateChange } from '../../../src/usecases/ports/candidates.ts'
import { addField } from '../../../src/usecases/profile/custom-fields.ts'
import { renderMergePeople } from '../../../src/views/duplicates/merge-modal.ts'
import { onQuickDatabase } from '../../support/database.ts'
import { outreachWorld, type World } from '../../support/outreach-world.ts'
import { add, anAddress, value } from '../capture/support.ts'

onQuickDatabase('merging two records on file', (db) => {
  let world: World
  let kept: CandidateId
  let other: CandidateId
  beforeEach(async () => {
    world = await outreachWorld(db())
    kept = await add(world, { fullName: 'Elizabeth Thornmere', email: anAddress() })
    world.pass(1)
    other = await add(world, { fullName: 'Liz Thornmere', email: anAddress() })
  })

  const get = (id: CandidateId) => world.run((tx) => tx.candidates.get(id))
  const change = (id: CandidateId, fields: CandidateChange) => world.run((tx) => tx.candidates.change(id, fields))
  const preview = async () => value(await previewPeopleMerge(await world.as('UINES'), { oneId: other, otherId: kept }))
  const merge = async (choices: Record<string, 'existing' | 'typed'> = {}) => {
    const [one, second] = [await get(kept), await get(other)]
    const versions = { keptVersion: one?.version ?? 0, otherVersion: second?.version ?? 0 }
    return value(await mergePeople(await world.as('UINES'), { keptId: kept, otherId: other, ...versions, choices }))
  }
  const undo = async (mergeId: string) => value(await undoMerge(await world.as('UINES'), { mergeId }))
  const seenBy = async (user: string, id: CandidateId) =>
    (await (await world.as(user)).uow.run((tx) => tx.candidates.getMany([id]))).length === 1

  it('shows one of our own staff to nobody who did not see them, and says so before', async () => {
    const ben = (await world.as('UBEN')).actor.memberId
    await change(kept, { ownerId: ben })
    await change(other, { kind: 'internal', ownerId: world.ines.memberId })
    const shown = await preview()
    expect(shown.differences.map(({ field }) => field)).not.toContain('ownerId')
    expect(JSON.stringify(renderMergePeople(shown))).toContain('only Ines Duarte and admins see that record')
    const { mergeId } = await merge({ ownerId: 'existing' })
    expect([await seenBy('UINES', kept), await seenBy('UADA', kept), await seenBy('UBEN', kept)]).toEqual([
      true,
      true,
      false,
    ])
    await undo(mergeId)
    expect(await get(kept)).toMatchObject({ kind: 'near_miss', ownerId: ben })
    expect([await seenBy('UBEN', kept), await seenBy('UBEN', other)]).toEqual([true, false])
  })

  it('takes the company that is not to be approached, says so, and leaves it to a person to choose the other', async () => {
    const ada = (await world.as('UADA')).actor.memberId
    const bar = {
      id: newUuid(),
      name: 'Acme',
      domain: undefined,
      reason: undefined,
      addedBy: ada,
      addedAt: world.now(),
    }
    await world.run((tx) => tx.consent.addDoNotContactCompany(bar))
    await change(kept, { company: 'Fernhollow' })
    await change(other, { company: 'ACME Ltd' })
    const shown = await preview()
    expect(shown.differences).toMatchObject([
      { field: 'fullName' },
      { field: 'company', existing: 'Fernhollow', typed: 'ACME Ltd', merged: 'ACME Ltd' },
    ])
    expect(JSON.stringify(renderMergePeople(shown))).toContain('*Acme* is on the do-not-contact list')
    const { mergeId } = await merge()
    expect((await get(kept))?.company).toBe('ACME Ltd')
    await undo(mergeId)
    await merge({ company: 'existing' })
    expect((await get(kept))?.company).toBe('Fernhollow')
  })

  it('keeps who referred them, and gives it back', async () => {
    await change(other, { referredBy: world.ines.memberId })
    const { mergeId } = await merge()
    expect((await get(kept))?.referredBy).toBe(world.ines.memberId)
    await undo(mergeId)
    expect((await get(kept))?.referredBy).toBeUndefined()
  })

  it('leaves nothing of the own fields of one record on the other when it is taken back', async () => {
    const admin = await world.as('UADA')
    const fields = []
    for (const name of ['Notice period', 'Bonus wished', 'Team'])
      fields.push(value(await addField(admin, { definition: `${name}: text` })).id)
    const [first = '', second = '', third = ''] = fields
    await change(kept, { custom: { [third]: 'Grid', [first]: 'one month' } })
    await change(other, { custom: { [second]: 'none' } })
    const before = (await get(kept))?.custom
    const { mergeId } = await merge()
    expect(Object.keys((await get(kept))?.custom ?? {})).toHaveLength(3)
    await undo(mergeId)
    expect((await get(kept))?.custom).toEqual(before)
  })

  it('can be taken back after another address was put first, and each has one that stands first', async () => {
    const emails = async (id: CandidateId) =>
      (await world.run((tx) => tx.candidates.contacts(id))).filter(({ kind }) => kind === 'email')
    const further = anAddress()
    await world.run((tx) => tx.candidates.addContact(other, { kind: 'email', value: further, isPrimary: false }))
    const [before, theirs] = [await emails(kept), await emails(other)]
    const { mergeId } = await merge()
    const all = (await emails(kept)).map(({ value: address }) => address)
    const reordered = [further, ...all.filter((address) => address !== further)]
    expect(await world.run((tx) => tx.candidates.setContacts(kept, 'email', reordered))).toBe('set')
    await undo(mergeId)
    expect([await emails(kept), await emails(other)]).toEqual([before, theirs])
  })
})
