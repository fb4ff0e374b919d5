import path from 'node:path'
import { historyChecksum, migrationFiles } from '../../src/adapters/db/migration-files.ts'

export const MIGRATIONS = path.resolve(import.meta.dirname, '../../prisma/migrations')
/** What a migrated database is cached by. */
export const checksum = (): string => historyChecksum(migrationFiles(MIGRATIONS)).slice(0, 16)
/** Nothing that tests make is worth keeping longer; this old, it was left behind by a killed run. */
export const LEFTOVER_MS = 3_600_000

const fail = (fields: object, message: string): never => {
  throw new Error(`${message}: ${JSON.stringify(fields)}`)
}
/** A test database has nothing to complain about. */
export const log = { info: () => {}, warn: () => {}, error: fail }
