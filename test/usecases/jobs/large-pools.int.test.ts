// Many fit: the best are ranked all the same, the answer says that there are more, and every one of them can be reached.
import { expect, it } from 'vitest'
import { makeCandidateSearch } from '../../../src/adapters/db/search/candidate-search.ts'
import { newUuid } from '../../../src/adapters/system/ids.ts'
import { MOST_RANKED } from '../../../src/domain/jobs/look-for.ts'
import { UTC } from '../../../src/domain/shared/time.ts'
import type { Ctx } from '../../../src/usecases/context.ts'
import { loadMatchPage, type MatchPage, turnMatchPage } from '../../../src/usecases/jobs/match-page.ts'
import { matchText } from '../../../src/usecases/jobs/match-role.ts'
import { SearchTooSlowError } from '../../../src/usecases/ports/services.ts'
import { renderMatch } from '../../../src/views/match/blocks.ts'
import { aCandidate } from '../../support/a-candidate.ts'
import { onQuickDatabase, type TestDatabase } from '../../support/database.ts'
import { outreachWorld } from '../../support/outreach-world.ts'

const ROLE = 'Senior SRE in Lisbon: Kubernetes, Go, Terraform'

/** A workspace in which so many fit in part: `count` site reliability engineers of some other town, none of whom knows Terraform. */
async function crowd(db: TestDatabase, count: number, added: 'first' | 'last' = 'first') {
  const world = await outreachWorld(db)
  const right = aCandidate({
    id: newUuid<'candidate'>(),
    fullName: 'Right One',
    consideredRole: 'Senior SRE',
    skills: ['kubernetes', 'go', 'terraform'],
    location: 'Lisbon',
    seniority: 'senior',
    createdAt: world.now(),
  })
  const addRight = () =>
    world.run(async (tx) => {
      await tx.candidates.insert(right)
      await tx.candidates.touch(right.id, world.now())
    })
  if (added === 'first') await addRight()
  await db.pool.query(
    `INSERT INTO candidate (workspace_id, id, full_name, considered_role, standing, standing_day, skills, location, seniority, kind, tier, last_touch_at, created_at)
     SELECT $1, gen_random_uuid(), 'Person ' || n, 'SRE', 'told_no', date '2025-01-01', ARRAY['kubernetes', 'go'], 'Porto', 'junior', 'near_miss', 'B',
       timestamptz '2025-01-01' + n * interval '1 minute', timestamptz '2026-01-01' FROM generate_series(1, $2::int) n`,
    [world.workspace.id, count],
  )
  await db.pool.query(
    `INSERT INTO candidate_search (workspace_id, candidate_id, name, names, words, skills, place, places, kind, standing, tier, role, pool_ids, last_touch_at, created_at, seniority, job_function)
     SELECT workspace_id, id, lower(full_name), to_tsvector('simple', full_name), to_tsvector('english', 'SRE'), skills, 'porto', ARRAY['porto', 'portugal'], kind, standing, tier,
       'sre', '{}', last_touch_at, created_at, seniority, 'engineering' FROM candidate WHERE workspace_id = $1 ON CONFLICT DO NOTHING`,
    [world.workspace.id],
  )
  if (added === 'last') await addRight()
  await db.pool.query('ANALYZE candidate_search')
  const as = async (): Promise<Ctx> => {
    const ctx = await world.as('UINES')
    return { ...ctx, services: { ...ctx.services, search: makeCandidateSearch(db, world.workspace.id) } }
  }
  return { world, right, as }
}
async function matched(ctx: Ctx): Promise<MatchPage> {
  const found = await matchText(ctx, { text: ROLE })
  if (!found.ok) throw new Error(found.refusal.kind)
  return found.value
}
const wordsOf = (ctx: Ctx, page: MatchPage) => JSON.stringify(renderMatch(page, { now: ctx.now, zone: UTC }))

onQuickDatabase('a role that very many people fit', (db) => {
  // Up to ten thousand are weighed one by one; beyond that narrower queries lead to the best.
  it.each([
    [5_000, 'first'],
    [12_000, 'last'],
  ] as const)('brings up the right one of %i first, though they were added %s', async (count, added) => {
    const { as, right } = await crowd(db(), count, added)
    const ctx = await as()
    const page = await matched(ctx)
    expect(page.people[0]?.person.id).toBe(right.id)
    expect(page.run).toMatchObject({ found: MOST_RANKED, more: true })
    expect(wordsOf(ctx, page)).toContain('the best 400 of those who fit, the best first; more fit and come behind them')
  })

  it('is gone through to the last of them, each of them once', async () => {
    const { as, world } = await crowd(db(), 1_300)
    const other = await world.addPerson({ fullName: 'Does Something Else', consideredRole: 'Head Chef' })
    const ctx = await as()
    const { run } = await matched(ctx)
    let from: number | undefined = run.found
    const said: string[] = []
    while (from !== undefined && said.length < 10) {
      const turned = await turnMatchPage(ctx, { runId: run.id, from: from - 10 })
      if (!turned.ok) throw new Error(turned.refusal.kind)
      said.push(wordsOf(ctx, turned.value))
      if (turned.value.next === undefined) break
      // Two people press Next at the same moment.
      const [next] = await Promise.all([0, 1].map(() => turnMatchPage(ctx, { runId: run.id, from: from ?? 0 })))
      if (next?.ok !== true) throw new Error('not turned')
      expect(next.value.people.length).toBeGreaterThan(0)
      expect(next.value.previous).toBe(from - 10)
      from = next.value.run.found
    }
    const places = await ctx.uow.read((tx) => tx.matches.people(run.id, 0, 10_000))
    expect(places.map(({ place }) => place)).toEqual(places.map((_, at) => at))
    expect(new Set(places.map(({ candidateId }) => candidateId)).size).toBe(1_302)
    expect(places.at(-1)?.candidateId).toBe(other)
    expect(said[0]).toContain('*Next* ranks 400 more.')
    expect(said.at(-1)).not.toContain('more fit')
  })

  it('says so where the search is too slow, and where the people of a run are forgotten', async () => {
    const { as } = await crowd(db(), 20)
    const ctx = await as()
    const search = { ...ctx.services.search, best: () => Promise.reject(new SearchTooSlowError()) }
    expect(await matchText({ ...ctx, services: { ...ctx.services, search } }, { text: ROLE })).toEqual({
      ok: false,
      refusal: { kind: 'too_slow' },
    })
    const { run } = await matched(ctx)
    await db().pool.query('DELETE FROM match_person WHERE run_id = $1', [run.id])
    expect(wordsOf(ctx, await loadMatchPage(ctx, run, 0))).toContain('is not kept any longer than a week')
  })
})
