// Whoever is on record with a link from before the rule of its key changed is found by it, and by its other spellings.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { rekeyLinks } from '../../../src/adapters/db/rekey-links.ts'
import { makeSeal, sealKeys } from '../../../src/adapters/db/seal.ts'
import { makeTransactions } from '../../../src/adapters/db/unit-of-work.ts'
import { newUuid } from '../../../src/adapters/system/ids.ts'
import type { CandidateId } from '../../../src/domain/shared/ids.ts'
import { forEachDatabase } from '../../support/database.ts'
import { log, MIGRATIONS } from '../../support/migrations.ts'
import { NOW, type SearchWorld, searchWorld } from '../../support/search-world.ts'

const seal = makeSeal(sealKeys(['ours'], 'ours'))
const others = makeSeal(sealKeys(['somebody else’s'], 'ours'))

forEachDatabase('links that were filed under the rule before', (database) => {
  let world: SearchWorld
  let ana: CandidateId
  let ben: CandidateId
  beforeAll(async () => {
    world = await searchWorld(database())
    const [one, other] = await world.addPeople([{ fullName: 'Ana Souza' }, { fullName: 'Ben Okafor' }])
    ana = one?.id as CandidateId
    ben = other?.id as CandidateId
  })

  /** As the code before kept it. */
  const keep = async (whose: CandidateId, links: readonly (readonly [link: string, key: string])[], by = seal) => {
    const ws = world.workspace.id
    const sealed = links.map(([link]) => `\\x${Buffer.from(by.close(link, ws)).toString('hex')}`)
    const keys = links.map(([, key]) => `\\x${Buffer.from(seal.lookup('profile', key, ws)).toString('hex')}`)
    await database().pool.query(
      `INSERT INTO contact (workspace_id, id, candidate_id, kind, sealed, lookup, created_at)
        SELECT $1, n.id, $2, 'profile', n.sealed, n.lookup, now() FROM unnest($3::uuid[], $4::bytea[], $5::bytea[]) AS n(id, sealed, lookup)`,
      [ws, whose, links.map(() => newUuid()), sealed, keys],
    )
  }
  const migrateAndFile = async () => {
    await database().pool.query(await readFile(join(MIGRATIONS, '20261123013000_link_keys', 'migration.sql'), 'utf8'))
    return rekeyLinks(database(), seal, log)
  }
  const whoHas = (link: string) =>
    makeTransactions(database(), seal, newUuid)
      .unitOfWork({ workspaceId: world.workspace.id, actor: undefined, correlationId: newUuid(), now: NOW })
      .run((tx) => tx.candidates.findByContact('profile', link))

  it('are found by every spelling, and by no other page that had the same key', async () => {
    await keep(ana, [
      ['https://pt.linkedin.com/in/ana-souza/en', 'pt.linkedin.com/in/ana-souza/en'],
      ['https://scholar.google.com/citations?user=AAA', 'scholar.google.com/citations'],
      ['https://github.com/ana', 'beside github.com/ana'],
      ['https://linkedin.com/', 'linkedin.com'],
    ])
    await keep(ben, [['https://example.org/ben', 'example.org/ben']])
    await keep(ben, [['https://example.org/sealed-elsewhere', 'example.org/sealed-elsewhere']], others)
    expect(await migrateAndFile()).toBe(4)
    expect(await whoHas('https://www.linkedin.com/in/ana-souza')).toBe(ana)
    expect(await whoHas('https://scholar.google.com/citations?user=AAA&hl=en')).toBe(ana)
    expect(await whoHas('https://scholar.google.com/citations?user=BBB')).toBeUndefined()
    expect(await whoHas('https://github.com/ana?tab=repositories')).toBe(ana)
    expect(await whoHas('https://example.org/ben')).toBe(ben)
    expect(await whoHas('https://linkedin.com/')).toBeUndefined()
    expect(await rekeyLinks(database(), seal, log)).toBe(0)
  })

  it('stay two records where both have one page, and the page is one record’s', async () => {
    await keep(ana, [['https://pt.linkedin.com/in/twice', 'pt.linkedin.com/in/twice']])
    await keep(ben, [['https://de.linkedin.com/in/twice', 'de.linkedin.com/in/twice']])
    await migrateAndFile()
    expect([ana, ben]).toContain(await whoHas('https://linkedin.com/in/twice'))
    const { rows } = await database().pool.query(
      `SELECT candidate_id FROM contact WHERE workspace_id = $1 AND kind = 'profile'`,
      [world.workspace.id],
    )
    expect(rows).toHaveLength(8)
  })

  it('are filed portion by portion to the last', async () => {
    const many = Array.from({ length: 1_100 }, (_, at) => `m.linkedin.com/in/person-${at}`)
    await keep(
      ben,
      many.map((link) => [`https://${link}`, link]),
    )
    await migrateAndFile()
    expect(await whoHas('https://linkedin.com/in/person-0')).toBe(ben)
    expect(await whoHas('https://linkedin.com/in/person-1099')).toBe(ben)
    const { rows } = await database().pool.query<{ marked: number }>(
      `SELECT count(*)::int AS marked FROM contact WHERE octet_length(lookup) > 32`,
    )
    expect(rows[0]?.marked).toBe(3)
  })
})
