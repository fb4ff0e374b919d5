// An address of internal staff is free for whoever may not see them; whoever may finds both.
import { expect, it } from 'vitest'
import { dayIn, UTC } from '../../../src/domain/shared/time.ts'
import { readRow } from '../../../src/domain/transfer/read-row.ts'
import { addSilver } from '../../../src/usecases/capture/add-silver.ts'
import { addAddress } from '../../../src/usecases/people/add-address.ts'
import { importBatch, newRun } from '../../../src/usecases/transfer/import-batch.ts'
import { forEachDatabase } from '../../support/database.ts'
import { outreachWorld } from '../../support/outreach-world.ts'
import { NOW } from '../../support/search-world.ts'

forEachDatabase('an address of a colleague who would like to move on', (db) => {
  const colleague = async () => {
    const world = await outreachWorld(db())
    const id = await world.addPerson()
    const email = `${id}@example.com`
    await world.run(async (tx) => {
      await tx.candidates.addContact(id, { kind: 'email', value: email, isPrimary: true })
      await tx.candidates.lock(id)
      await tx.candidates.change(id, { kind: 'internal', ownerId: world.ines.memberId })
    })
    const found = async (user: string) =>
      (await world.as(user)).uow.read((tx) => tx.candidates.findByContact('email', email))
    return { world, id, email, found }
  }

  it('may be added as if nobody had it, once, and is found by each as far as they see', async () => {
    const { world, id, email, found } = await colleague()
    const add = async (user: string) =>
      addSilver(await world.as(user), {
        entry: { fullName: 'Ida Intern', role: 'SRE', email },
        keepWords: true,
      })
    const added = await add('UBEN')
    expect(added).toMatchObject({ ok: true })
    const mine = added.ok ? added.value.candidateId : undefined
    expect([await found('UINES'), await found('UBEN')]).toEqual([id, mine])
    expect(await add('UBEN')).toMatchObject({ refusal: { kind: 'known', candidateId: mine, by: 'email' } })
    expect(await add('UINES')).toMatchObject({ refusal: { kind: 'known', candidateId: id, by: 'email' } })
    const [contact] = await world.run((tx) => tx.candidates.contacts(mine ?? id))
    expect(contact?.value).toBe(email)
  })

  it('may be given to somebody else on record', async () => {
    const { world, id, email, found } = await colleague()
    const other = await world.addPerson()
    expect(await addAddress(await world.as('UBEN'), { candidateId: other, address: email })).toMatchObject({ ok: true })
    expect([await found('UINES'), await found('UBEN')]).toEqual([id, other])
  })

  it('comes in by a file as somebody new, who is known the second time', async () => {
    const { world, id, email, found } = await colleague()
    const cells = ['Quite Another', email]
    const as = { basis: 'consent', standing: undefined, role: undefined, dayOrder: 'day_first', zone: UTC } as const
    const judged = readRow(cells, { ...as, mapping: { fullName: [0], email: [1] }, columns: 2, today: dayIn(NOW, UTC) })
    if (!judged.ok) throw new Error('The row is fine')
    const rows = [{ row: 1, cells, ...judged.value }]
    const through = async (user: string, file: string) => {
      const ctx = await world.as(user)
      const run = newRun(ctx, { id: `${file}${id}`, file, basis: 'consent' })
      const read = await importBatch(ctx, { rows, bad: [], run, keepRefused: async () => 0 })
      if (!read.ok) throw new Error('They may import')
      const { added, merged, refused } = read.value
      return { added, merged, refused }
    }
    expect(await through('UBEN', 'one.csv')).toEqual({ added: 1, merged: 0, refused: 0 })
    expect(await through('UBEN', 'two.csv')).toEqual({ added: 0, merged: 1, refused: 0 })
    // Whoever sees the colleague hears that the name is another.
    expect(await through('UINES', 'three.csv')).toEqual({ added: 0, merged: 0, refused: 1 })
    expect(await found('UINES')).toBe(id)
    expect(await found('UBEN')).not.toBe(id)
  })
})
