import { expect, it } from 'vitest'
import { makeTemplates } from '../../../src/adapters/templates/make-templates.ts'
import type { CandidateId } from '../../../src/domain/shared/ids.ts'
import type { Ctx } from '../../../src/usecases/context.ts'
import { fillSampleData, loadSampleData, removeSampleData } from '../../../src/usecases/sample/sample-data.ts'
import { SAMPLE_PEOPLE } from '../../../src/usecases/sample/sample-people.ts'
import { onQuickDatabase } from '../../support/database.ts'
import { outreachWorld } from '../../support/outreach-world.ts'

const TABLES = [
  'candidate',
  'contact',
  'fact',
  'permission',
  'interaction',
  'draft',
  'draft_revision',
  'send',
  'reply',
  'near_miss',
  'hire',
  'job',
  'pool',
  'pool_member',
  'candidate_search',
  'setting',
]

onQuickDatabase('sample data', (database) => {
  const aWorld = async () => {
    const world = await outreachWorld(database(), {}, ['UADA'])
    const ada = await world.as('UADA')
    const ctx: Ctx = { ...ada, services: { ...ada.services, templates: makeTemplates() } }
    const rows = async () => {
      const counts: Record<string, number> = {}
      for (const table of TABLES) {
        const { rows: counted } = await database().pool.query<{ n: number }>(
          `SELECT count(*)::int AS n FROM ${table} WHERE workspace_id = $1`,
          [world.workspace.id],
        )
        counts[table] = counted[0]?.n ?? -1
      }
      return counts
    }
    const load = async () => {
      expect(await loadSampleData(ctx, {})).toEqual({ ok: true, value: { begun: true } })
      expect(await fillSampleData(ctx)).toBe(SAMPLE_PEOPLE.length)
    }
    const idOf = (address: string) =>
      world.run(async (tx) => (await tx.candidates.findByContact('email', address)) as CandidateId)
    return { world, ctx, rows, load, idOf }
  }

  it('make whoever loads them everybody of the company', async () => {
    const { world, ctx, load } = await aWorld()
    await load()
    const ana = await world.run(async (tx) => {
      const id = await tx.candidates.findByContact('email', 'ana.souza@example.com')
      return id === undefined ? undefined : tx.candidates.get(id)
    })
    expect(ana?.ownerId).toBe(ctx.actor.memberId)
    expect(await world.run((tx) => tx.members.list(10))).toHaveLength(2)
  })

  it('go again and leave nothing behind', async () => {
    const { ctx, rows, load } = await aWorld()
    const before = await rows()
    await load()
    expect((await rows()).candidate).toBe(SAMPLE_PEOPLE.length)
    expect(await removeSampleData(ctx, {})).toEqual({
      ok: true,
      value: { removed: SAMPLE_PEOPLE.length, kept: [], jobsKept: 0, poolsKept: 0 },
    })
    expect(await rows()).toEqual(before)
  })

  it('leave whom somebody did something about, and the pool that they are in', async () => {
    const { world, ctx, load, idOf } = await aWorld()
    await load()
    world.pass(60_000)
    const ana = await idOf('ana.souza@example.com')
    await world.run(async (tx) => {
      await tx.candidates.record(ana, {
        id: ctx.newId(),
        kind: 'note',
        at: world.now(),
        memberId: ctx.actor.memberId,
        text: 'Met her at a conference.',
        link: undefined,
        sendId: undefined,
        oneToOne: false,
      })
    })
    const leila = await idOf('leila.haddad@example.com')
    await world.run(async (tx) => {
      await tx.candidates.lock(leila)
      await tx.candidates.change(leila, { tier: 'B' })
    })
    const removed = await removeSampleData(ctx, {})
    expect(removed).toEqual({
      ok: true,
      value: {
        removed: SAMPLE_PEOPLE.length - 2,
        kept: expect.arrayContaining([{ fullName: 'Ana Souza' }, { fullName: 'Leila Haddad' }]),
        jobsKept: 0,
        poolsKept: 2,
      },
    })
    expect(await world.run((tx) => tx.candidates.get(ana))).toMatchObject({ fullName: 'Ana Souza' })
  })

  it('stay away from a workspace where somebody is on record', async () => {
    const { world, ctx, rows } = await aWorld()
    await world.addPerson()
    const before = await rows()
    expect(await loadSampleData(ctx, {})).toEqual({ ok: false, refusal: { kind: 'people_there' } })
    expect(await rows()).toEqual(before)
  })

  it('come once, and are taken up again where they were cut off', async () => {
    const { ctx, rows } = await aWorld()
    await loadSampleData(ctx, {})
    const dying: Ctx = { ...ctx, uow: dyingAfter(2, ctx) }
    await expect(fillSampleData(dying)).rejects.toThrow('killed')
    expect((await rows()).candidate).toBeLessThan(SAMPLE_PEOPLE.length)
    expect(await loadSampleData(ctx, {})).toMatchObject({ ok: true })
    expect(await fillSampleData(ctx)).toBe(SAMPLE_PEOPLE.length)
    expect(await loadSampleData(ctx, {})).toEqual({ ok: false, refusal: { kind: 'loaded_already' } })
  })

  it('cannot be removed where there are none, and are for admins alone', async () => {
    const { world, ctx } = await aWorld()
    expect(await removeSampleData(ctx, {})).toEqual({ ok: false, refusal: { kind: 'none_loaded' } })
    const ines = await world.as('UINES')
    const not = { ok: false, refusal: { kind: 'not_allowed', permission: 'settings.change' } }
    expect(await loadSampleData(ines, {})).toEqual(not)
    expect(await removeSampleData(ines, {})).toEqual(not)
  })
})

/** The process dies inside a transaction, after so many that were kept. */
function dyingAfter(kept: number, { uow }: Ctx): Ctx['uow'] {
  let count = 0
  return {
    ...uow,
    run: (work) =>
      uow.run(async (tx) => {
        const value = await work(tx)
        count += 1
        if (count > kept) throw new Error('killed')
        return value
      }),
  }
}
