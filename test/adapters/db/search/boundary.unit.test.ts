import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const SRC = path.resolve(import.meta.dirname, '../../../../src')
const files = (readdirSync(SRC, { recursive: true }) as string[])
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(path.join(SRC, name), 'utf8') }))

/** Rows leave the table by these; writers may insert, update and delete their own workspace's. */
const READS = /\b(?:FROM|JOIN)\s+"?candidate_search\b|\bcandidateSearch\s*\.\s*(?:find|count|aggregate|group)/i

describe('the search table, whose readers no row-level security stops', () => {
  it('is read in one place', () => {
    const readers = files.filter(({ text }) => READS.test(text.replace(/DELETE FROM candidate_search/g, '')))
    expect(readers.map(({ name }) => name)).toEqual(['adapters/db/search/statements.ts'])
    const [reader] = readers
    expect(reader?.text.match(/FROM candidate_search/g)).toHaveLength(1)
    expect(reader?.text).toContain('FROM candidate_search s WHERE s.workspace_id = ${workspaceId}::uuid AND ')
  })

  it('is written with the workspace named', () => {
    for (const { name, text } of files)
      for (const [statement] of text.matchAll(/(?:UPDATE|DELETE FROM) candidate_search[^`]*`/g))
        expect(statement, name).toMatch(/workspace_id = \$\{workspaceId\}/)
  })
})
