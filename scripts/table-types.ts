// Writes src/adapters/db/tables.ts, the types of every table's rows, from what the migrations build. `npm run db:types`; `--check` only compares
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { migrate } from '../src/adapters/db/migrate.ts'
import { openDatabase } from '../src/adapters/db/open.ts'

type Column = { table: string; name: string; type: string; nullable: boolean; has_default: boolean }

const COLUMNS = `SELECT c.relname AS "table", a.attname AS name, t.typname AS type, NOT a.attnotnull AS nullable, a.atthasdef AS has_default
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid JOIN pg_type t ON t.oid = a.atttypid
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped AND c.relname NOT LIKE '\\_%'
  ORDER BY c.relname, a.attnum`

/** Of a row as it is read, or as `ColumnType` where it is written otherwise. */
const TYPES: Readonly<Record<string, string>> = {
  uuid: 'string',
  text: 'string',
  varchar: 'string',
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float8: 'number',
  date: 'Day',
  timestamptz: 'Date',
  bytea: 'Uint8Array',
  jsonb: 'Json',
  tsvector: 'string',
  _text: 'Texts',
  _uuid: 'Texts',
}

const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

function typeOf({ type, nullable, has_default, table, name }: Column): string {
  const known = TYPES[type]
  if (known === undefined) throw new Error(`${table}.${name} is of the type ${type}, which this script does not know`)
  const read = nullable ? `${known} | null` : known
  return has_default ? `Generated<${read}>` : read
}

const HEAD = `// Written by \`npm run db:types\` from what the migrations build; not by hand.
import type { ColumnType, Generated } from 'kysely'
import type { Day } from '../../domain/shared/time.ts'

/** Written as text, since a driver would take an array for one of PostgreSQL's. */
type Json = ColumnType<unknown, string, string>
type Texts = ColumnType<string[], readonly string[], readonly string[]>
`

/** The text of tables.ts as the migrations in \`prisma/migrations\` ask for it. */
export async function tableTypes(): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'medallist-types-'))
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const database = await openDatabase({
    dataDir: folder,
    log,
    onFatal: (error) => {
      throw error
    },
  })
  try {
    await migrate(database.pool, path.resolve(import.meta.dirname, '../prisma/migrations'), log)
    const { rows } = await database.pool.query<Column>(COLUMNS)
    const tables = Map.groupBy(rows, (column) => column.table)
    const body = [...tables].map(([table, columns]) => {
      const lines = columns.map((column) => `    ${camel(column.name)}: ${typeOf(column)}`)
      return `  ${camel(table)}: {\n${lines.join('\n')}\n  }`
    })
    return `${HEAD}\n/** Every table and its columns, in camel case. */\nexport type Tables = {\n${body.join('\n')}\n}\n`
  } finally {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

if (import.meta.main) {
  const file = path.resolve(import.meta.dirname, '../src/adapters/db/tables.ts')
  const wanted = await tableTypes()
  if (!process.argv.includes('--check')) writeFileSync(file, wanted)
  else if (readFileSync(file, 'utf8') !== wanted) {
    process.stderr.write(
      'src/adapters/db/tables.ts is not what the migrations build. Write it anew: npm run db:types\n',
    )
    process.exitCode = 1
  }
}
