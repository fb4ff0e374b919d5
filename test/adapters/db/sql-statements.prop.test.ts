import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sqlStatements } from '../../../src/adapters/db/sql-statements.ts'

describe('a script', () => {
  it.each([
    ['ends its statements with semicolons', 'a; b;\n', ['a', 'b']],
    ['may leave the last semicolon out', 'a; b', ['a', 'b']],
    ['may quote one', `select 'it''s; so'; b`, [`select 'it''s; so'`, 'b']],
    ['may escape a quote', `select E'\\';'; b`, [`select E'\\';'`, 'b']],
    ['may end a plain text with a backslash', `select 'c:\\'; b`, [`select 'c:\\'`, 'b']],
    ['may end a name with e before a text', `select type'\\'; b`, [`select type'\\'`, 'b']],
    ['may name a column so', 'select "a;b"; b', ['select "a;b"', 'b']],
    ['may hold a function', 'do $$ begin; end $$; b', ['do $$ begin; end $$', 'b']],
    ['may hold a function within one', 'do $a$ x; $$ y; $$ $a$; b', ['do $a$ x; $$ y; $$ $a$', 'b']],
    ['may number its parameters', 'select $1; select $2', ['select $1', 'select $2']],
    ['may have dollars in names', 'select a$b$c; b', ['select a$b$c', 'b']],
    ['may comment on a line', 'a -- x; y\n; b', ['a -- x; y', 'b']],
    ['may comment in a block, and a block within', 'a /* x; /* y; */ z; */; b', ['a /* x; /* y; */ z; */', 'b']],
    ['may be comments alone', '-- a\n/* b; */ ; -- c', []],
  ])('%s', (_, script, statements) => {
    expect(sqlStatements(script)).toEqual(statements)
  })

  const piece = fc.oneof(
    fc.string().map((text) => `'${text.replaceAll("'", "''")}'`),
    fc.string().map((text) => `"${text.replaceAll('"', '""')}"`),
    fc.string().map((text) => `$q$${text.replaceAll('$', '')}$q$`),
    fc.string().map((text) => `/*${text.replaceAll(/[*/]/g, '')}*/`),
    fc.string().map((text) => `--${text.replaceAll(/[\r\n]/g, '')}\n`),
  )
  const statement = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => `select ${pieces.join(' , ')} x`)

  it('comes back whole, whatever its texts, names and comments hold', () => {
    fc.assert(
      fc.property(fc.array(statement), (statements) => {
        expect(sqlStatements(statements.join(';\n'))).toEqual(statements.map((text) => text.trim()))
      }),
    )
  })
})
