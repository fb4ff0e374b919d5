import { expect, it } from 'vitest'
import { ARCHIVED } from '../../../src/domain/nurture/snooze.ts'
import type { CandidateId } from '../../../src/domain/shared/ids.ts'
import { addAddress } from '../../../src/usecases/people/add-address.ts'
import { reassignPerson, restoreOwner } from '../../../src/usecases/people/reassign-person.ts'
import { archivePerson, restoreSnooze, snoozePerson, wakePerson } from '../../../src/usecases/people/snooze-person.ts'
import { onQuickDatabase } from '../../support/database.ts'
import { outreachWorld, type World } from '../../support/outreach-world.ts'

const personOf = async (world: World, id: CandidateId) => {
  const person = await world.run((tx) => tx.candidates.get(id))
  if (person === undefined) throw new Error('Nobody')
  return person
}
const lastEntry = async (world: World, id: CandidateId) =>
  (await world.run((tx) => tx.candidates.timeline(id, 1)))[0]?.text

onQuickDatabase('handing somebody over', (db) => {
  it('gives them another owner, says so on the timeline, and is undone to the one before', async () => {
    const world = await outreachWorld(db())
    const candidateId = await world.addPerson()
    const { ownerId } = await personOf(world, candidateId)
    const ben = (await world.as('UBEN')).actor
    const handed = await reassignPerson(await world.as('UINES'), { candidateId, owner: ben })
    expect(handed).toMatchObject({ value: { owner: ben.memberId, before: ownerId ?? null } })
    expect((await personOf(world, candidateId)).ownerId).toBe(ben.memberId)
    expect(await lastEntry(world, candidateId)).toMatch(/^Looked after by .+ now$/)
    const undo = { candidateId, owner: ben.memberId, before: ownerId ?? '' }
    expect(await restoreOwner(await world.as('UINES'), undo)).toMatchObject({ ok: true })
    expect((await personOf(world, candidateId)).ownerId).toBe(ownerId)
    // Pressed once more, it would undo what somebody else did since.
    expect(await restoreOwner(await world.as('UINES'), undo)).toMatchObject({ refusal: { kind: 'changed_since' } })
  })

  it('is for recruiters, to recruiters, and to somebody new', async () => {
    const world = await outreachWorld(db())
    const candidateId = await world.addPerson()
    const [ben, sam] = [(await world.as('UBEN')).actor, (await world.as('USAM')).actor]
    const ines = await world.as('UINES')
    const before = await personOf(world, candidateId)
    const refusal = async (...of: Parameters<typeof reassignPerson>) => {
      const handed = await reassignPerson(...of)
      return handed.ok ? 'done' : handed.refusal.kind
    }
    expect(await refusal(await world.as('USAM'), { candidateId, owner: ben })).toBe('not_allowed')
    expect(await refusal(ines, { candidateId, owner: sam })).toBe('may_not_look_after')
    expect(await refusal(ines, { candidateId, owner: undefined })).toBe('no_such_member')
    expect(await refusal(ines, { candidateId: '01900000-0000-7000-8000-000000000000', owner: ben })).toBe(
      'no_such_person',
    )
    expect(await personOf(world, candidateId)).toEqual(before)
    expect(await refusal(await world.as('UINES'), { candidateId, owner: ben })).toBe('done')
    expect(await refusal(await world.as('UINES'), { candidateId, owner: ben })).toBe('looks_after_already')
  })

  it('never makes anybody the keeper of their own record', async () => {
    const world = await outreachWorld(db())
    const candidateId = await world.addPerson()
    const { memberId, roles } = (await world.as('UBEN')).actor
    await world.run(async (tx) => {
      const member = await tx.members.get(memberId)
      if (member !== undefined) await tx.members.keep({ ...member, email: 'Ben@Example.com' })
    })
    expect(await addAddress(await world.as('UINES'), { candidateId, address: 'ben@example.com' })).toMatchObject({
      ok: true,
    })
    expect(await reassignPerson(await world.as('UINES'), { candidateId, owner: { memberId, roles } })).toMatchObject({
      refusal: { kind: 'is_them' },
    })
  })
})

onQuickDatabase('archiving somebody', (db) => {
  it('leaves them in peace until somebody ends it, and is undone to what was before', async () => {
    const world = await outreachWorld(db())
    const candidateId = await world.addPerson()
    await snoozePerson(await world.as('UINES'), { candidateId, choice: 'one_month' })
    const { snoozedUntil } = await personOf(world, candidateId)
    expect(await archivePerson(await world.as('USAM'), { candidateId })).toMatchObject({
      refusal: { kind: 'not_allowed' },
    })
    const archived = await archivePerson(await world.as('UINES'), { candidateId })
    expect(archived).toMatchObject({ value: { snooze: { until: ARCHIVED }, before: { until: snoozedUntil } } })
    expect(await personOf(world, candidateId)).toMatchObject({ snoozedUntil: ARCHIVED })
    expect(await lastEntry(world, candidateId)).toBe('Archived')
    expect(await archivePerson(await world.as('UINES'), { candidateId })).toMatchObject({
      refusal: { kind: 'archived_already' },
    })
    await restoreSnooze(await world.as('UINES'), { candidateId, until: snoozedUntil ?? '', for: '' })
    expect(await personOf(world, candidateId)).toMatchObject({ snoozedUntil })
    await restoreSnooze(await world.as('UINES'), { candidateId, until: ARCHIVED, for: '' })
    expect(await personOf(world, candidateId)).toMatchObject({ snoozedUntil: ARCHIVED })
    await wakePerson(await world.as('UINES'), { candidateId })
    expect(await personOf(world, candidateId)).toMatchObject({ snoozedUntil: undefined })
  })
})
