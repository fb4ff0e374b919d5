import { expect, it } from 'vitest'
import { checkView } from '../../../simulator/block-kit/check.ts'
import { MOST_MARKED } from '../../../src/domain/nurture/company-watch.ts'
import type { CandidateId } from '../../../src/domain/shared/ids.ts'
import { markEmployment, previewEmployment, undoEmployment } from '../../../src/usecases/watch/mark-employment.ts'
import { watchCompany } from '../../../src/usecases/watch/watch-company.ts'
import { renderEmployment, renderMarked } from '../../../src/views/watch/employment.ts'
import { onQuickDatabase, type TestDatabase } from '../../support/database.ts'
import { outreachWorld } from '../../support/outreach-world.ts'

const NEWS = { company: 'Acme', kind: 'layoff' as const, day: '2026-03-01', link: '', lasts: 60 }

async function laidOff(database: TestDatabase) {
  const world = await outreachWorld(database)
  const watched = await watchCompany(await world.as('UINES'), NEWS)
  if (!watched.ok) throw new Error(watched.refusal.kind)
  const { watchId } = watched.value
  const at = (company: string, fullName: string) => world.addPerson({ company, fullName })
  const read = (id: CandidateId) => world.run(async (tx) => (await tx.candidates.getMany([id]))[0])
  const mark = async (people: readonly string[], employment = 'between_jobs' as const, key?: string) =>
    markEmployment(await world.as('UINES', key), { watchId, employment, people: [...people] })
  return { world, watchId, at, read, mark }
}

onQuickDatabase('how the people of a watched company are employed now', (db) => {
  it('is looked over first: whom it is about, and what is on record of each', async () => {
    const { world, watchId, at, mark } = await laidOff(db())
    const ana = await at('ACME GmbH', 'Ana <b> Peat')
    const ben = await at('Acme', 'Ben Peat')
    await at('Acme Robotics', 'Other')
    await mark([ben])
    const preview = await previewEmployment(await world.as('UINES'), { watchId })
    if (!preview.ok) throw new Error(preview.refusal.kind)
    expect(new Set(preview.value.people.map(({ id }) => id))).toEqual(new Set([ana, ben]))
    const form = JSON.stringify(renderEmployment(preview.value))
    expect(form).toContain('This marks 1 person of *Acme* as *between jobs*.')
    expect(form).toContain('Ben Peat · between jobs')
  })

  it('is recorded for all of them in one act, and each timeline says so', async () => {
    const { world, at, read, mark } = await laidOff(db())
    const people = [await at('Acme', 'Ana'), await at('Acme, Inc.', 'Ben')]
    await db().pool.query('UPDATE candidate SET checked_at = NULL WHERE id = ANY($1)', [people])
    const marked = await mark(people)
    expect(marked).toMatchObject({ ok: true, value: { marked: 2, left: 0, employment: 'between_jobs' } })
    for (const id of people) {
      const person = await read(id)
      expect(person?.employment).toBe('between_jobs')
      // Nobody looked at the rest of the profile.
      expect(person?.checkedAt).toBeUndefined()
      const log = await world.run((tx) => tx.events.read(`candidate:${id}`, 5))
      expect(log.some(({ type }) => type === 'candidate.edited')).toBe(true)
    }
    if (marked.ok)
      expect(JSON.stringify(renderMarked(marked.value))).toContain('*2 people* are marked as *between jobs*')
  })

  it('is taken back for all at once, but for whoever was changed since', async () => {
    const { world, at, read, mark } = await laidOff(db())
    const [ana, ben] = [await at('Acme', 'Ana'), await at('Acme', 'Ben')]
    await world.run((tx) => tx.candidates.change(ana, { employment: 'employed' }))
    const marked = await mark([ana, ben])
    if (!marked.ok) throw new Error(marked.refusal.kind)
    await world.run((tx) => tx.candidates.change(ben, { employment: 'studying' }))
    const undo = async () => undoEmployment(await world.as('UBEN'), { batchId: marked.value.batchId })
    expect(await undo()).toEqual({ ok: true, value: { undone: 1, left: 1 } })
    expect((await read(ana))?.employment).toBe('employed')
    expect((await read(ben))?.employment).toBe('studying')
    expect(await undo()).toEqual({ ok: false, refusal: { kind: 'undone_already' } })
  })

  it('happens once, and touches nobody who is so already or is not of that company', async () => {
    const { world, at, read, mark } = await laidOff(db())
    const [ana, stranger] = [await at('Acme', 'Ana'), await at('Elsewhere', 'Stranger')]
    const first = await mark([ana, stranger], 'between_jobs', 'once')
    expect(first).toMatchObject({ value: { marked: 1, left: 1 } })
    expect(await mark([ana, stranger], 'between_jobs', 'once')).toEqual(first)
    expect((await read(stranger))?.employment).toBeUndefined()
    expect(await mark([ana])).toMatchObject({ refusal: { kind: 'so_already' } })
    expect(await mark([])).toMatchObject({ refusal: { kind: 'nobody_chosen' } })
    const nowhere = { watchId: world.system().newId<'watch'>(), employment: 'employed' as const, people: [ana] }
    expect(await markEmployment(await world.as('UINES'), nowhere)).toMatchObject({ refusal: { kind: 'no_such_watch' } })
    expect(await previewEmployment(await world.as('UINES'), nowhere)).toMatchObject({ ok: false })
  })

  it('is for recruiters, of a company in a workspace of theirs', async () => {
    const { world, watchId, at, mark } = await laidOff(db())
    const ana = await at('Acme', 'Ana')
    const sam = await world.as('USAM')
    const input = { watchId, employment: 'employed' as const, people: [ana] }
    expect(await markEmployment(sam, input)).toMatchObject({ refusal: { kind: 'not_allowed' } })
    expect(await previewEmployment(sam, input)).toMatchObject({ refusal: { kind: 'not_allowed' } })
    const marked = await mark([ana])
    if (!marked.ok) throw new Error(marked.refusal.kind)
    const { batchId } = marked.value
    expect(await undoEmployment(sam, { batchId })).toMatchObject({ refusal: { kind: 'not_allowed' } })
    const other = await outreachWorld(db())
    expect(await undoEmployment(await other.as('UINES'), { batchId })).toMatchObject({
      refusal: { kind: 'undone_already' },
    })
    expect(await markEmployment(await other.as('UINES'), input)).toMatchObject({ refusal: { kind: 'no_such_watch' } })
  })

  it('fits Slack’s form however many there are', async () => {
    const { world, watchId, at } = await laidOff(db())
    const ana = await at('Acme', `<!channel> ${'x'.repeat(140)}`)
    const preview = await previewEmployment(await world.as('UINES'), { watchId })
    const [person] = preview.ok ? preview.value.people : []
    if (!preview.ok || person === undefined) throw new Error('nobody')
    const people = Array.from({ length: MOST_MARKED }, (_, at) => ({
      ...person,
      id: `${ana.slice(0, -3)}${100 + at}` as CandidateId,
    }))
    const watch = { ...preview.value.watch, company: '<!here>'.repeat(20) }
    const view = JSON.parse(JSON.stringify(renderEmployment({ watch, people, more: 150 }))) as never
    expect(() => checkView(view)).not.toThrow()
    expect(JSON.stringify(view)).not.toMatch(/<!here>/)
  })
})
