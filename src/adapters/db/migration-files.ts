import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export type MigrationFile = {
  /** `20260301120000_candidates`; the order of names is the order of application. */
  readonly name: string
  readonly file: string
  readonly sql: string
  /** SHA-256 of the file, as Prisma counts it. */
  readonly checksum: string
  readonly noTransaction: boolean
}

/** As the first line of a migration: its statements run one by one outside a transaction, as `CREATE INDEX CONCURRENTLY` demands. */
export const NO_TRANSACTION = '-- no-transaction'

/** Every `<name>/migration.sql` under `dir`, oldest first; none where the folder does not exist. */
export function migrationFiles(dir: string): MigrationFile[] {
  if (!existsSync(dir)) return []
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(dir, entry.name, 'migration.sql')))
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const file = path.join(dir, name, 'migration.sql')
      const sql = readFileSync(file, 'utf8')
      return {
        name,
        file,
        sql,
        checksum: createHash('sha256').update(sql).digest('hex'),
        noTransaction: sql.startsWith(NO_TRANSACTION),
      }
    })
}

/** One checksum for the whole history; what caches of a migrated database are keyed by. */
export const historyChecksum = (files: readonly MigrationFile[]): string =>
  createHash('sha256')
    .update(files.map(({ name, checksum }) => `${name} ${checksum}\n`).join(''))
    .digest('hex')
