// Several merges of the same people at once: each is done or refused in words, and none breaks off.
import { expect, it } from 'vitest'
import type { CandidateId } from '../../../src/domain/shared/ids.ts'
import { mergePeople } from '../../../src/usecases/duplicates/merge-people.ts'
import { withPostgres } from '../../support/database.ts'
import { outreachWorld } from '../../support/outreach-world.ts'

withPostgres('merging at once', (db) => {
  it('makes nobody wait for ever where the merges overlap', async () => {
    const world = await outreachWorld(db())
    const merge = async (who: string, keptId: CandidateId, otherId: CandidateId) =>
      mergePeople(await world.as(who), { keptId, otherId, keptVersion: 1, otherVersion: 1, choices: {} })
    const kinds = new Set<string>()
    for (let round = 0; round < 15; round += 1) {
      const [a, b, c] = [await world.addPerson(), await world.addPerson(), await world.addPerson()]
      const merged = await Promise.all([merge('UADA', a, c), merge('UBEN', b, c), merge('UINES', a, b)])
      expect(merged.filter(({ ok }) => ok).length).toBeGreaterThan(0)
      for (const one of merged) if (!one.ok) kinds.add(one.refusal.kind)
    }
    expect([...kinds].every((kind) => kind === 'gone' || kind === 'changed_since')).toBe(true)
  })
})
