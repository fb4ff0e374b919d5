import { expect, it } from 'vitest'
import { newUuid } from '../../../src/adapters/system/ids.ts'
import { readCatchUp, showEntry } from '../../../src/usecases/owners/catch-up.ts'
import { logCall } from '../../../src/usecases/people/log-call.ts'
import { onQuickDatabase } from '../../support/database.ts'
import { outreachWorld } from '../../support/outreach-world.ts'

onQuickDatabase('catching up on somebody', (db) => {
  it('tells what was said and by whom, and shows the entry behind each line word for word', async () => {
    const world = await outreachWorld(db())
    const ana = await world.addPerson({ fullName: 'Ana Souza', bringBack: 'Incident leadership' })
    const promise = newUuid<'fact'>()
    await world.run((tx) =>
      tx.candidates.addFacts(ana, [
        {
          id: promise,
          kind: 'promise',
          text: 'in the autumn',
          telling: 'may_be_mentioned',
          sourceKind: 'note',
          sourceLink: undefined,
          authorId: world.ines.memberId,
          statedAt: world.now(),
          changedAt: world.now(),
          retractedAt: undefined,
        },
      ]),
    )
    await logCall(await world.as('UBEN'), { candidateId: ana, note: 'She may come back.' })
    const read = await readCatchUp(await world.as('UINES'), { candidateId: ana })
    if (!read.ok) throw new Error(read.refusal.kind)
    const { lines, person, talking } = read.value
    expect(person.bringBack).toBe('Incident leadership')
    expect(talking).toMatchObject({ slackUserId: 'UBEN', collision: { how: 'call' } })
    expect(lines.map(({ topic, text }) => [topic, text])).toEqual([
      ['last_said', 'She may come back.'],
      ['promised', 'in the autumn'],
    ])
    const [call, promised] = lines.map(({ source }) => source)
    if (call?.kind !== 'entry' || promised?.kind !== 'fact') throw new Error('Each has its entry')
    expect(await showEntry(await world.as('UINES'), call)).toMatchObject({
      value: { kind: 'entry', who: 'Ana Souza', entry: { kind: 'call', text: 'She may come back.' } },
    })
    expect(await showEntry(await world.as('UINES'), promised)).toMatchObject({
      value: { kind: 'fact', fact: { id: promise, text: 'in the autumn' } },
    })
  })

  it('is for recruiters, of people who are there', async () => {
    const world = await outreachWorld(db())
    const ana = await world.addPerson()
    expect(await readCatchUp(await world.as('USAM'), { candidateId: ana })).toMatchObject({
      refusal: { kind: 'not_allowed' },
    })
    const gone = { candidateId: newUuid<'candidate'>() }
    expect(await readCatchUp(await world.as('UINES'), gone)).toMatchObject({ refusal: { kind: 'person_gone' } })
    for (const kind of ['entry', 'fact'] as const)
      expect(await showEntry(await world.as('UINES'), { kind, id: newUuid() })).toMatchObject({
        refusal: { kind: 'person_gone' },
      })
  })
})
