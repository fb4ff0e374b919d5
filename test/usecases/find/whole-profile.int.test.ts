// What a workspace says of people in fields and words of its own, asked for behind /pool.
import { beforeAll, expect, it } from 'vitest'
import { recruiterIn } from '../../../bench/shapes.ts'
import { newUuid } from '../../../src/adapters/system/ids.ts'
import type { CustomValues, FieldDefinition } from '../../../src/domain/candidate/custom-field.ts'
import type { Day } from '../../../src/domain/shared/time.ts'
import { searchPeople } from '../../../src/usecases/find/search-people.ts'
import type { CustomField } from '../../../src/usecases/ports/custom-fields.ts'
import { listPeople } from '../../../src/usecases/transfer/list-people.ts'
import { onQuickDatabase } from '../../support/database.ts'
import { NOW, type SearchWorld, searchWorld } from '../../support/search-world.ts'

onQuickDatabase('people by their whole profile', (database) => {
  let world: SearchWorld
  let other: SearchWorld
  let visa: CustomField
  const addField = async (of: SearchWorld, field: FieldDefinition): Promise<CustomField> => {
    const added = { ...field, id: newUuid<'custom_field'>() }
    await of.run((tx) => tx.customFields.insert(added, of.ines, NOW))
    return added
  }
  beforeAll(async () => {
    world = await searchWorld(database())
    other = await searchWorld(database())
    visa = await addField(world, { name: 'Visa?', kind: 'yes_no', choices: [] })
    const notice = await addField(world, { name: 'Notice period', kind: 'choice', choices: ['1 month', '3 months'] })
    await addField(other, { name: 'Notice period', kind: 'text', choices: [] })
    await addField(other, { name: 'Secret of theirs', kind: 'text', choices: [] })
    const years = (skill: string, count: number) => ({ skill, years: count, last: undefined })
    const custom = (said: string, sponsored: string): CustomValues => ({ [notice.id]: said, [visa.id]: sponsored })
    await world.addPeople([
      {
        fullName: 'Ana',
        custom: custom('3 months', 'yes'),
        skills: ['kube'],
        skillUses: [years('kube', 5)],
        relation: 'client',
      },
      { fullName: 'Ben', custom: custom('1 month', 'no'), employment: 'on_notice', nextTouch: '2026-10-13' as Day },
      { fullName: 'Chen', skills: ['kubernetes'], skillUses: [years('kubernetes', 2)], careerStage: 'expert' },
    ])
    const [planted] = await other.addPeople([
      { fullName: 'Planted', relation: 'client', nextTouch: '2026-10-13' as Day },
    ])
    expect(planted).toBeDefined()
  })
  const found = async (query: string) => {
    const answer = await searchPeople(recruiterIn(world), { query })
    return answer.ok ? answer.value.people.map(({ fullName }) => fullName).toSorted() : answer.refusal
  }

  it.each([
    ['notice-period:"3 months"', ['Ana']],
    ['notice-period:1 month', ['Ben']],
    ['notice-period:any -visa:yes', ['Ben']],
    ['custom:notice-period=none', ['Chen']],
    ['relation:client', ['Ana']],
    ['employment:notice', ['Ben']],
    ['career:expert', ['Chen']],
    ['next:overdue', ['Ben']],
    ['-next:none', ['Ben']],
    ['relation:client OR next:overdue', ['Ana', 'Ben']],
    ['skill:kubernetes>=2y', ['Chen']],
    ['skill:kubernetes>=3y', []],
  ])('finds by %s', async (query, names) => expect(await found(query)).toEqual(names))

  it('says in the words of the workspace whom it looked for, in Slack and in the terminal alike', async () => {
    const ctx = recruiterIn(world)
    const inSlack = await searchPeople(ctx, { query: 'visa:yes' })
    const inTerminal = await listPeople(ctx, { query: 'visa:yes', size: 10 })
    expect(inSlack.ok && inSlack.value.meaning).toBe('people who are marked Visa? “yes”')
    expect(inTerminal).toMatchObject({ ok: true, value: { meaning: 'people who are marked Visa? “yes”' } })
    expect(inTerminal.ok && inTerminal.value.people.map(({ person }) => person.fullName)).toEqual(['Ana'])
  })

  it('knows a field of another workspace no more than one that nobody defined', async () => {
    for (const query of ['secret-of-theirs:x', 'custom:secret-of-theirs=x'])
      expect(await found(query)).toMatchObject({ kind: 'not_understood' })
  })

  it('a pool that asks for it follows it, and finds nobody once the field is archived', async () => {
    await world.addPool('Sponsored', { query: 'custom:visa=yes' })
    expect(await found('pool:Sponsored')).toEqual(['Ana'])
    await world.run((tx) => tx.customFields.archive(visa.id, NOW))
    expect(await found('pool:Sponsored')).toEqual([])
    expect(await found('visa:yes')).toMatchObject({ kind: 'not_understood', problems: [{ kind: 'unknown_filter' }] })
    await world.run((tx) => tx.customFields.restore(visa.id))
    expect(await found('pool:Sponsored')).toEqual(['Ana'])
  })

  it('years of what the workspace calls a skill count for that skill once it was taught', async () => {
    const lesson = { spelling: 'kube', skill: 'kubernetes', taughtBy: world.ines, taughtAt: NOW }
    await world.run((tx) => tx.lessons.teach(lesson, 100))
    await world.run((tx) => tx.lessons.apply('kube', undefined, 100))
    expect(await found('skill:kubernetes>=3y')).toEqual(['Ana'])
    expect(await found('skill:kube>=3y')).toEqual(['Ana'])
  })
})
