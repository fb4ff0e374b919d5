// The baseline: PostgreSQL's full text over all that is kept of a person, ranked against the role's whole text.
import type { Pool } from 'pg'
import { searchText } from '../../src/adapters/db/search/search-text.ts'
import type { Kept } from './store-people.ts'

/** Its own query, not the one that the product asks: that looks at the telling words a text begins with, and skills often come last. */
const RANKED = `SELECT s.candidate_id AS id, ts_rank(s.words, asked.words)::float8 AS rank
  FROM candidate_search s,
    (SELECT string_agg(quote_literal(lexeme), ' | ')::tsquery AS words FROM unnest(to_tsvector('english', $1))) asked
  WHERE s.candidate_id = ANY($2::uuid[])`
const PORTION = 500

/** Everybody, the likeliest by every word of the text first. */
export async function plainFullText(
  pool: Pick<Pool, 'query'>,
  text: string,
  people: readonly Pick<Kept, 'id'>[],
): Promise<readonly string[]> {
  const ids = people.map(({ id }) => id as string)
  const ranks = new Map<string, number>()
  for (let from = 0; from < ids.length; from += PORTION) {
    const portion = ids.slice(from, from + PORTION)
    const found = await pool.query<{ id: string; rank: number | null }>(RANKED, [searchText(text), portion])
    for (const { id, rank } of found.rows) ranks.set(id, rank ?? 0)
  }
  return ids.toSorted((one, other) => (ranks.get(other) ?? 0) - (ranks.get(one) ?? 0) || (one < other ? -1 : 1))
}
