// Undo takes back what was just added, and nothing that came after.
import { beforeAll, expect, it } from 'vitest'
import type { CandidateId } from '../../../src/domain/shared/ids.ts'
import { plus } from '../../../src/domain/shared/time.ts'
import { addSilver } from '../../../src/usecases/capture/add-silver.ts'
import { loadAdded, loadFlag } from '../../../src/usecases/capture/load-posts.ts'
import { reviewFlag } from '../../../src/usecases/capture/review-flag.ts'
import { undoAdd } from '../../../src/usecases/capture/undo-add.ts'
import { onQuickDatabase } from '../../support/database.ts'
import { outreachWorld, type World } from '../../support/outreach-world.ts'
import { add, anAddress, FLAG, flag, form, refusal, value } from './support.ts'

onQuickDatabase('undoing an addition', (db) => {
  let world: World
  beforeAll(async () => {
    world = await outreachWorld(db())
  })

  it('is for who added, while nothing has happened', async () => {
    const id = await add(world, { email: anAddress() })
    expect(refusal(await undoAdd(await world.as('UBEN'), { candidateId: id }))?.kind).toBe('not_yours')
    expect(value(await undoAdd(await world.as('UINES'), { candidateId: id }))).toEqual({ undone: true })
    expect(refusal(await undoAdd(await world.as('UINES'), { candidateId: id }))?.kind).toBe('gone')
    expect(await loadAdded(world.system(), id)).toBe('taken_back')
  })

  it.each<[string, (id: CandidateId) => Promise<unknown>]>([
    [
      'a note',
      (id) =>
        world.run((tx) =>
          tx.candidates.record(id, {
            id: world.system().newId(),
            kind: 'note',
            at: plus(world.now(), 1),
            memberId: undefined,
            text: 'x',
            link: undefined,
            sendId: undefined,
            oneToOne: false,
          }),
        ),
    ],
    ['a change', (id) => world.run((tx) => tx.candidates.change(id, { tier: 'B' }))],
    ['a withdrawn permission', (id) => world.run((tx) => tx.consent.withdraw(id, 'contact', world.now()))],
    [
      'another act in its log',
      (id) => world.run((tx) => tx.events.append({ stream: `candidate:${id}`, type: 'candidate.told_no', data: {} })),
    ],
    ['a draft', (id) => world.approveDraft(id)],
  ])('is over after %s', async (_what, happens) => {
    const id = await add(world, { email: anAddress() })
    await happens(id)
    expect(refusal(await undoAdd(await world.as('UINES'), { candidateId: id }))?.kind).toBe('too_late')
    expect(await world.run((tx) => tx.candidates.get(id))).toBeDefined()
  })

  it('lets the flag wait again', async () => {
    const nearMissId = await flag(world)
    const id = value(
      await addSilver(await world.as('UINES'), { ...form({ impressed: FLAG.impressed }), nearMissId }),
    ).candidateId
    expect((await loadFlag(world.system(), nearMissId))?.nearMiss.state).toBe('accepted')
    value(await undoAdd(await world.as('UINES'), { candidateId: id }))
    const after = await loadFlag(world.system(), nearMissId)
    expect(after?.nearMiss).toMatchObject({ state: 'waiting', decidedBy: undefined, candidateId: undefined })
    expect(
      (await world.as('UBEN')) && value(await reviewFlag(await world.as('UBEN'), { nearMissId })).nearMiss.id,
    ).toBe(nearMissId)
  })
})
