import { expect, it } from 'vitest'
import { customFieldsReply } from '../../../src/commands/custom-fields.ts'
import { seenOf } from '../../../src/domain/candidate/profile-form.ts'
import type { CandidateId } from '../../../src/domain/shared/ids.ts'
import { exportHeading, exportLine } from '../../../src/domain/transfer/exported.ts'
import { savePool } from '../../../src/usecases/find/save-pool.ts'
import {
  addField,
  archiveField,
  listFields,
  restoreField,
  undoField,
} from '../../../src/usecases/profile/custom-fields.ts'
import { editCustom, loadCustom } from '../../../src/usecases/profile/edit-custom.ts'
import { undoEdit } from '../../../src/usecases/profile/undo-edit.ts'
import { onQuickDatabase } from '../../support/database.ts'
import { outreachWorld, type World } from '../../support/outreach-world.ts'

async function add(world: World, definition: string) {
  const added = await addField(await world.as('UADA'), { definition })
  if (!added.ok) throw new Error(JSON.stringify(added.refusal))
  return added.value.id
}
const names = async (world: World) => {
  const listed = await listFields(await world.as('UINES'), {})
  return listed.ok ? listed.value.map(({ name }) => name) : []
}
async function opened(world: World, id: CandidateId, user = 'UINES') {
  const loaded = await loadCustom(await world.as(user), { candidateId: id })
  if (!loaded.ok) throw new Error('It opens')
  const { fields, values } = loaded.value
  const seen = {
    ...seenOf<string>(
      values,
      fields.map((field) => field.id),
    ),
  } as Record<string, string>
  return async (typed: Record<string, string>, change: { seen?: Record<string, string>; keepWords?: boolean } = {}) =>
    editCustom(await world.as(user), { candidateId: id, seen, typed, keepWords: false, ...change })
}
const customOf = async (world: World, id: CandidateId) => (await world.run((tx) => tx.candidates.get(id)))?.custom

onQuickDatabase('custom fields', (db) => {
  it('are defined, archived and brought back by admins', async () => {
    const world = await outreachWorld(db())
    expect(await addField(await world.as('UINES'), { definition: 'Portfolio: text' })).toMatchObject({
      refusal: { kind: 'not_allowed' },
    })
    await add(world, 'Portfolio: text')
    const notice = await add(world, 'Notice: choice 1 month, 3 months')
    expect(await addField(await world.as('UADA'), { definition: 'PORTFOLIO: number' })).toMatchObject({
      refusal: { kind: 'name_taken' },
    })
    // What a query could not tell from another is the same name.
    expect(await addField(await world.as('UADA'), { definition: 'No-tice!: text' })).toMatchObject({ ok: true })
    expect(await addField(await world.as('UADA'), { definition: 'no tice: text' })).toMatchObject({
      refusal: { kind: 'name_taken' },
    })
    await archiveField(await world.as('UADA'), { name: 'No-tice!' })
    expect(await names(world)).toEqual(['Portfolio', 'Notice'])
    expect(await archiveField(await world.as('UADA'), { name: 'portfolio' })).toMatchObject({ ok: true })
    expect(await archiveField(await world.as('UADA'), { name: 'portfolio' })).toMatchObject({
      refusal: { kind: 'no_such_field' },
    })
    expect(await names(world)).toEqual(['Notice'])
    expect(await restoreField(await world.as('UADA'), { name: 'Portfolio' })).toMatchObject({ ok: true })
    expect(await names(world)).toEqual(['Portfolio', 'Notice'])
    expect(await undoField(await world.as('UADA'), { fieldId: notice, back: 'archive' })).toMatchObject({ ok: true })
    expect(await undoField(await world.as('UADA'), { fieldId: notice, back: 'archive' })).toMatchObject({
      refusal: { kind: 'done_already' },
    })
    await add(world, 'Notice: text')
    expect(await undoField(await world.as('UADA'), { fieldId: notice, back: 'restore' })).toMatchObject({
      refusal: { kind: 'name_taken' },
    })
    const log = await world.run((tx) => tx.events.read(`workspace:${world.workspace.id}`, 20))
    expect(JSON.stringify(log)).not.toMatch(/portfolio|notice/i)
  })

  it('stay while saved pools ask for them, also without saying so at first', async () => {
    const world = await outreachWorld(db())
    const visa = await add(world, 'Visa status: yes/no')
    const save = async (name: string, query: string) => {
      const ctx = await world.as('UINES')
      const pool = {
        name,
        query,
        kind: 'query' as const,
        ownerId: ctx.actor.memberId,
        cadenceDays: 90,
        personaNote: '',
      }
      return savePool(ctx, pool)
    }
    expect(await save('Movers', 'skill:go -visa-status:yes')).toMatchObject({ ok: true })
    expect(await save('Stayers', '(tier:A OR custom:visa-status=no)')).toMatchObject({ ok: true })
    expect(await save('Others', 'skill:go')).toMatchObject({ ok: true })
    const used = { refusal: { kind: 'field_used', by: ['Movers', 'Stayers'] } }
    expect(await archiveField(await world.as('UADA'), { name: 'Visa status' })).toMatchObject(used)
    expect(await undoField(await world.as('UADA'), { fieldId: visa, back: 'archive' })).toMatchObject(used)
    expect(await names(world)).toEqual(['Visa status'])
    const said = await customFieldsReply(await world.as('UADA'), 'archive Visa status')
    expect(said.text).toContain('“Movers”, “Stayers”')
  })

  it('are validated, kept with the person, told on the timeline, exported, and undone', async () => {
    const world = await outreachWorld(db())
    const id = await world.addPerson()
    const notice = await add(world, 'Notice: choice 1 month, 3 months')
    const size = await add(world, 'Team size: number')
    const note = await add(world, 'Portfolio: text')
    const save = await opened(world, id)
    expect(await save({ [notice]: '2 months', [size]: 'many' })).toMatchObject({
      refusal: { kind: 'fields', problems: { [notice]: { kind: 'not_offered' }, [size]: { kind: 'not_a_number' } } },
    })
    expect(await save({ [notice]: '', [size]: '' })).toMatchObject({ refusal: { kind: 'nothing_changed' } })
    expect(await save({ [note]: 'Made while she was pregnant' })).toMatchObject({
      refusal: { kind: 'warned', warned: { [note]: [{ topic: 'pregnancy' }] } },
    })
    expect(await customOf(world, id)).toEqual({})
    const edited = await save({ [notice]: '1 month', [size]: '12' })
    if (!edited.ok) throw new Error(JSON.stringify(edited.refusal))
    expect(edited.value.fields).toEqual(['Notice', 'Team size'])
    expect(await customOf(world, id)).toEqual({ [notice]: '1 month', [size]: '12' })
    const [entry] = await world.run((tx) => tx.candidates.timeline(id, 1))
    expect(entry?.text).toBe('Notice: – → 1 month; Team size: – → 12')
    const person = await world.run((tx) => tx.candidates.get(id))
    if (person === undefined) throw new Error('They are there')
    const fields = await world.run((tx) => tx.customFields.active())
    expect(exportHeading(fields)).toMatch(/,Next touch,Notice,Team size,Portfolio \(custom\)$/)
    expect(exportLine({ person, contacts: [], owner: undefined }, world.workspace.zone, fields)).toMatch(
      /,1 month,12,$/,
    )
    // A colleague changes one of them since: that one stays.
    const ben = await (await opened(world, id, 'UBEN'))({ [size]: '20' })
    expect(ben.ok).toBe(true)
    expect(await undoEdit(await world.as('UINES'), { editId: edited.value.editId })).toMatchObject({ ok: true })
    expect(await customOf(world, id)).toEqual({ [size]: '20' })
  })

  it('ask where two changed the same', async () => {
    const world = await outreachWorld(db())
    const id = await world.addPerson()
    const size = await add(world, 'Team size: number')
    const [ines, ben] = [await opened(world, id), await opened(world, id, 'UBEN')]
    expect(await ben({ [size]: '20' })).toMatchObject({ ok: true })
    const refused = await ines({ [size]: '12' })
    if (refused.ok || refused.refusal.kind !== 'changed_since') throw new Error('It asks')
    expect(refused.refusal.now).toEqual({ [size]: '20' })
    expect(await ines({ [size]: '12' }, { seen: { ...refused.refusal.seen } })).toMatchObject({ ok: true })
    expect(await customOf(world, id)).toEqual({ [size]: '12' })
  })
})
