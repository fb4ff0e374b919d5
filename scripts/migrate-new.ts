// Authors a migration offline: what leads from the migrations to prisma/schema.prisma.
//   migrate-new.ts <name>    prints the SQL and writes prisma/migrations/<stamp>_<name>/migration.sql
//   migrate-new.ts           prints it only
//   migrate-new.ts --check   exits 1 where there is anything to print
//   migrate-new.ts <name> --empty   writes the file although the schema did not change, for work done by hand alone
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { schemaDrift } from './schema-engine.ts'

const root = path.resolve(import.meta.dirname, '..')
const BY_HAND =
  '-- By hand: checks, row-level security, functions, grants. Prisma does not see what stands below, and leaves it alone.\n'

export type Said = { readonly code: number; readonly said: string; readonly complained: string }

/** What the command does, as its arguments ask. Nothing is printed here. */
export async function authorMigration(args: readonly string[]): Promise<Said> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      check: { type: 'boolean', default: false },
      empty: { type: 'boolean', default: false },
      schema: { type: 'string', default: path.join(root, 'prisma/schema.prisma') },
      migrations: { type: 'string', default: path.join(root, 'prisma/migrations') },
    },
    allowPositionals: true,
  })
  const [name] = positionals
  if (name !== undefined && !/^[a-z0-9_]+$/.test(name))
    return complaint(2, 'A name is lower case with underscores: add_near_miss')
  if (!existsSync(values.schema)) return complaint(2, `There is no ${values.schema}`)
  let drift: string
  try {
    drift = await schemaDrift(values.migrations, values.schema)
  } catch (error) {
    return complaint(2, error instanceof Error ? error.message : String(error))
  }
  const sql = drift === '' ? '' : `${drift}\n`
  if (drift === '' && !(values.empty && name !== undefined))
    return { code: 0, said: 'Nothing to do: the migrations build what prisma/schema.prisma says.\n', complained: '' }
  if (values.check) return { ...complaint(1, DRIFTED), said: sql }
  if (name === undefined)
    return { code: 0, said: `${sql}\nName it to write it: npm run db:new -- <name>\n`, complained: '' }
  return { code: 0, said: `${sql}\nWrote ${write(values.migrations, name, drift)}\n`, complained: '' }
}

const DRIFTED =
  '\nThe migrations do not build what prisma/schema.prisma says. Write the missing one: npm run db:new -- <name>'

const complaint = (code: number, text: string): Said => ({ code, said: '', complained: `${text}\n` })

function write(migrations: string, name: string, drift: string): string {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = path.join(migrations, `${stamp}_${name}`)
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, 'migration.sql')
  // LF on every machine, or the checksum of the same migration would differ.
  writeFileSync(file, [drift, BY_HAND].filter(Boolean).join('\n\n').replaceAll('\r\n', '\n'), { flag: 'wx' })
  return path.relative(process.cwd(), file)
}

if (import.meta.main) {
  const { code, said, complained } = await authorMigration(process.argv.slice(2))
  process.stdout.write(said)
  process.stderr.write(complained)
  process.exitCode = code
}
