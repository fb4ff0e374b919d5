import { expect, it } from 'vitest'
import { makeCandidateSearch } from '../../../src/adapters/db/search/candidate-search.ts'
import { newUuid } from '../../../src/adapters/system/ids.ts'
import type { HireSource } from '../../../src/domain/jobs/hire.ts'
import { type Day, UTC } from '../../../src/domain/shared/time.ts'
import { readChannels } from '../../../src/usecases/jobs/load-job-card.ts'
import { matchText } from '../../../src/usecases/jobs/match-role.ts'
import { renderMatch } from '../../../src/views/match/blocks.ts'
import { onQuickDatabase } from '../../support/database.ts'
import { outreachWorld } from '../../support/outreach-world.ts'

onQuickDatabase('where hires for jobs like one came from', (db) => {
  it('counts those of the last three years, of this workspace', async () => {
    const world = await outreachWorld(db())
    const other = await outreachWorld(db())
    const openJob = async (where: typeof world, title: string) => {
      const id = newUuid<'job'>()
      const open = { location: undefined, remoteOk: false, skills: [], managerId: undefined, closedAt: undefined }
      await where.run((tx) => tx.jobs.insert({ id, title, ...open, openedAt: where.now() }))
      return id
    }
    const hired = async (where: typeof world, source: HireSource, acceptedOn: string, title = 'Senior SRE') => {
      const jobId = await openJob(where, title)
      const costs = { internalCost: undefined, externalCost: undefined, currency: undefined }
      await where.run((tx) =>
        tx.hires.insert({
          id: newUuid<'hire'>(),
          jobId,
          candidateId: undefined,
          source,
          fromPool: false,
          appliedOn: undefined,
          acceptedOn: acceptedOn as Day,
          ...costs,
          recordedBy: where.ines.memberId,
          recordedAt: where.now(),
        }),
      )
    }
    for (const source of ['referral', 'referral', 'agency', 'referral'] as const)
      await hired(world, source, '2026-01-10')
    await hired(world, 'agency', '2022-01-10')
    await hired(world, 'agency', '2026-01-10', 'Account Executive')
    await hired(other, 'agency', '2026-01-10')
    const jobId = await openJob(world, 'Senior SRE')
    const read = async (by: string) => readChannels(await world.as(by), { jobId })
    expect(await read('UINES')).toEqual({ ok: true, value: { hires: 4, sources: [] } })
    await hired(world, 'silver_medallist', '2023-04-01')
    expect(await read('UINES')).toMatchObject({
      value: { hires: 5, sources: [{ source: 'referral', hires: 3 }, {}, {}] },
    })
    // The same stands on the first page of a match, once there is enough to say.
    const search = makeCandidateSearch(db(), world.workspace.id)
    const match = async (text: string) => {
      const ctx = await world.as('UINES')
      const found = await matchText({ ...ctx, services: { ...ctx.services, search } }, { text })
      if (!found.ok) throw new Error(found.refusal.kind)
      return JSON.stringify(renderMatch(found.value, { now: world.now(), zone: UTC }))
    }
    expect(await match('Senior SRE')).toContain('*Hires for such jobs came from:* Referral 3 of 5')
    expect(await match('Account Executive')).not.toContain('Hires for such jobs')
    expect(await read('USAM')).toMatchObject({ refusal: { kind: 'not_allowed' } })
  })
})
