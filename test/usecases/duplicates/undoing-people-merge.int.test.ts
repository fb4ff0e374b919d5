// A merge that is taken back leaves two people as they were, each with what was theirs and with what came to them since.
import { beforeEach, expect, it } from 'vitest'
import type { CandidateId } from '../../../src/domain/shared/ids.ts'
import { DAY } from '../../../src/domain/shared/time.ts'
import { undoMerge } from '../../../src/usecases/capture/undo-merge.ts'
import { mergePeople } from '../../../src/usecases/duplicates/merge-people.ts'
import { barPerson, liftBar } from '../../../src/usecases/people/bar-person.ts'
import { onQuickDatabase } from '../../support/database.ts'
import { outreachWorld, type World } from '../../support/outreach-world.ts'
import { add, anAddress, refusal, value } from '../capture/support.ts'

onQuickDatabase('taking back the merge of two people', (db) => {
  let world: World
  let jose: CandidateId
  let joana: CandidateId
  let joanasMail: string
  beforeEach(async () => {
    world = await outreachWorld(db())
    joanasMail = anAddress()
    jose = await add(world, { fullName: 'José Souza', email: anAddress() })
    world.pass(1000)
    joana = await add(world, { fullName: 'Joana Souza', email: joanasMail })
    world.pass(1000)
  })

  const get = (id: CandidateId) => world.run((tx) => tx.candidates.get(id))
  const merge = async (keptId = jose, otherId = joana, who = 'UINES') => {
    const [kept, other] = [await get(keptId), await get(otherId)]
    const versions = { keptVersion: kept?.version ?? 0, otherVersion: other?.version ?? 0 }
    return value(await mergePeople(await world.as(who), { keptId, otherId, ...versions, choices: {} })).mergeId
  }
  const undo = async (mergeId: string, who = 'UINES') => undoMerge(await world.as(who), { mergeId })

  const barred = async () => [...(await world.run((tx) => tx.consent.barredAmong([jose, joana]))).keys()].toSorted()
  const bar = async (candidateId: CandidateId, reason: 'asked_not_to' | 'agreement') =>
    barPerson(await world.as('UINES'), { candidateId, reason, note: '' })
  const suppressed = async (id: CandidateId) => {
    const [mail] = await world.run((tx) => tx.candidates.contacts(id))
    return (await world.run((tx) => tx.consent.suppressions(mail?.value ?? ''))).map(({ reason }) => reason)
  }

  it('lifts the mark that came with the other, and not what they asked for since', async () => {
    value(await bar(joana, 'agreement'))
    const first = await merge()
    expect(await barred()).toEqual([jose, joana])
    value(await undo(first))
    expect(await barred()).toEqual([joana])
    const second = await merge()
    world.pass(DAY)
    value(await bar(jose, 'asked_not_to'))
    expect(await suppressed(jose)).toEqual(['asked_not_to'])
    value(await undo(second))
    expect(await barred()).toEqual([jose, joana])
    expect(await suppressed(joana)).toEqual(['asked_not_to'])
  })

  it('lifts no mark that was said of the one who stayed for a reason of ours', async () => {
    value(await bar(joana, 'agreement'))
    const mergeId = await merge()
    world.pass(DAY)
    value(await bar(jose, 'agreement'))
    expect(refusal(await bar(jose, 'agreement'))).toEqual({ kind: 'barred_already' })
    value(await undo(mergeId))
    expect(await barred()).toEqual([jose, joana])
  })

  it('marks nobody who was not, where the one who stayed was marked before', async () => {
    value(await bar(jose, 'agreement'))
    value(await undo(await merge()))
    expect(await barred()).toEqual([jose])
  })

  it('keeps a wish beside an agreement, once, and again after it was lifted', async () => {
    value(await bar(jose, 'agreement'))
    value(await bar(jose, 'asked_not_to'))
    expect(refusal(await bar(jose, 'asked_not_to'))).toEqual({ kind: 'barred_already' })
    expect(refusal(await bar(jose, 'agreement'))).toEqual({ kind: 'barred_already' })
    value(await liftBar(await world.as('UINES'), { candidateId: jose, source: 'a call' }))
    expect(await suppressed(jose)).toEqual([])
    value(await bar(jose, 'asked_not_to'))
    expect(await suppressed(jose)).toEqual(['asked_not_to'])
  })
})
