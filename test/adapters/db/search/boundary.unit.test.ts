import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const SRC = path.resolve(import.meta.dirname, '../../../../src')
const files = (readdirSync(SRC, { recursive: true }) as string[])
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(path.join(SRC, name), 'utf8') }))

/** Rows leave the table by these; writers may insert, update and delete their own workspace's. */
const READS = /\b(?:FROM|JOIN)\s+"?candidate_search\b|\bcandidateSearch\s*\.\s*(?:find|count|aggregate|group)/i

/** Whoever is not the search itself joins what it reads with people of their own workspace, which row-level security guards, or changes it. */
const READERS: readonly string[] = [
  'adapters/db/search/statements.ts',
  'adapters/db/stores/lessons.ts',
  'adapters/db/stores/nudges.ts',
  'adapters/db/stores/watches.ts',
]

describe('the search table, whose readers no row-level security stops', () => {
  it('is read in few places', () => {
    const readers = files.filter(({ text }) => READS.test(text.replace(/DELETE FROM candidate_search/g, '')))
    expect(readers.map(({ name }) => name).toSorted()).toEqual(READERS)
  })

  it('is read with the workspace named first', () => {
    for (const { name, text } of files)
      for (const [statement] of text.matchAll(/(?<!DELETE )(?:FROM|JOIN)\s+"?candidate_search\b[^`]*/g))
        expect(statement, name).toMatch(
          /^FROM candidate_search s\b[^`]*?\bWHERE s\.workspace_id = \$\{workspaceId\}::uuid AND /,
        )
  })

  it('is written with the workspace named', () => {
    for (const { name, text } of files)
      for (const [statement] of text.matchAll(/(?:UPDATE|DELETE FROM) candidate_search[^`]*`/g))
        expect(statement, name).toMatch(/workspace_id = \$\{workspaceId\}/)
  })
})
