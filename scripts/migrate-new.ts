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

const { values, positionals } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    empty: { type: 'boolean', default: false },
    schema: { type: 'string', default: path.join(root, 'prisma/schema.prisma') },
    migrations: { type: 'string', default: path.join(root, 'prisma/migrations') },
  },
  allowPositionals: true,
})
process.exitCode = await main(positionals[0]).catch((error: Error) => say(error.message, 2))

async function main(name: string | undefined): Promise<number> {
  if (name !== undefined && !/^[a-z0-9_]+$/.test(name))
    return say('A name is lower case with underscores: add_near_miss', 2)
  if (!existsSync(values.schema)) return say(`There is no ${values.schema}`, 2)
  const drift = await schemaDrift(values.migrations, values.schema)
  if (drift === '' && !(values.empty && name !== undefined))
    return say('Nothing to do: the migrations build what prisma/schema.prisma says.')
  if (drift !== '') process.stdout.write(`${drift}\n`)
  if (values.check)
    return say(
      '\nThe migrations do not build what prisma/schema.prisma says. Write the missing one: npm run db:new -- <name>',
      1,
    )
  if (name === undefined) return say('\nName it to write it: npm run db:new -- <name>')
  return say(`\nWrote ${write(name, drift)}`)
}

function write(name: string, drift: string): string {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = path.join(values.migrations, `${stamp}_${name}`)
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, 'migration.sql')
  // LF on every machine, or the checksum of the same migration would differ.
  writeFileSync(file, [drift, BY_HAND].filter(Boolean).join('\n\n').replaceAll('\r\n', '\n'), { flag: 'wx' })
  return path.relative(process.cwd(), file)
}

function say(text: string, code = 0): number {
  process[code === 0 ? 'stdout' : 'stderr'].write(`${text}\n`)
  return code
}
