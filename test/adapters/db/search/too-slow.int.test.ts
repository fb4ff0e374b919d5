import { expect, it } from 'vitest'
import { makeCandidateSearch } from '../../../../src/adapters/db/search/candidate-search.ts'
import { newUuid } from '../../../../src/adapters/system/ids.ts'
import { SearchTooSlowError } from '../../../../src/usecases/ports/services.ts'
import { forEachDatabase } from '../../../support/database.ts'

forEachDatabase('a search that takes too long', (db) => {
  it('is told to whoever waits for it, and the next one goes on', async () => {
    const { pool } = db()
    const search = (patience: number) => makeCandidateSearch({ pool }, newUuid<'workspace'>(), patience)
    await pool.query(`ALTER TABLE candidate_search RENAME TO people;
      CREATE VIEW candidate_search AS SELECT p.* FROM (SELECT count(*) AS n FROM generate_series(1, 4000000)) AS slow
        LEFT JOIN people p ON slow.n < 0;
      GRANT SELECT ON candidate_search TO medallist_app`)
    await expect(search(50).byName('Ana', 5)).rejects.toThrow(SearchTooSlowError)
    await pool.query('DROP VIEW candidate_search; ALTER TABLE people RENAME TO candidate_search')
    expect(await search(30_000).byName('Ana', 5)).toEqual([])
  })
})
