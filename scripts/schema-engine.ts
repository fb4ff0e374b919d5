// Prisma's schema engine as WebAssembly, from the npm registry, on a PGlite of its own: what `prisma migrate diff` does, without a network or a server.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { type MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { createBlank } from '../src/adapters/db/embedded/blank.ts'
import { EXTENSIONS } from '../src/adapters/db/embedded/extensions.ts'
import { migrationFiles, NO_TRANSACTION } from '../src/adapters/db/migration-files.ts'
import { sqlStatements } from '../src/adapters/db/sql-statements.ts'

/** The SQL that leads from what the migrations in `migrationsDir` build to `schemaFile`; empty where they agree. */
export async function schemaDrift(migrationsDir: string, schemaFile: string): Promise<string> {
  // The engine asks for a database and for a shadow of it, but builds the migrations in the shadow alone: one serves as both.
  const folder = mkdtempSync(path.join(os.tmpdir(), 'medallist-schema-'))
  const dataDir = path.join(folder, 'postgres')
  await createBlank(dataDir)
  const lite = await PGlite.create({ dataDir, extensions: EXTENSIONS })
  const failed: Error[] = []
  const schema = readFileSync(schemaFile, 'utf8')
  const engine = await loadEngine([[schemaFile, schema]], lite, failed)
  try {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: 'migrations', ...migrationList(migrationsDir) },
      to: { tag: 'schemaDatamodel', files: [{ path: schemaFile, content: schema }] },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    })
    return exitCode === 2 ? (stdout ?? '').trim() : ''
  } catch (error) {
    // The engine words every failed migration as "external connector error"; what the database said is more use.
    throw failed[0] ? new Error(`${firstLine(error)} ${failed[0].message}`, { cause: failed[0] }) : error
  } finally {
    await lite.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function loadEngine(datamodels: [string, string][], lite: PGlite, failed: Error[]): Promise<SchemaEngine> {
  const connect = async () => {
    const adapter = await new PrismaPGlite(lite).connect()
    adapter.executeScript = async (script: string) => {
      // Statement by statement outside a transaction where the file asks for it, as our own runner does.
      const parts = script.startsWith(NO_TRANSACTION) ? sqlStatements(script) : [script]
      for (const part of parts)
        await lite.exec(part).catch((error: Error) => Promise.reject(failed.push(error) && error))
    }
    return adapter
  }
  const factory = bindMigrationAwareSqlAdapterFactory({
    provider: 'postgres',
    adapterName: 'pglite',
    connect,
    connectToShadowDb: connect,
  })
  return SchemaEngine.new({ datamodels }, () => {}, factory)
}

function migrationList(dir: string): MigrationList {
  return {
    baseDir: dir,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrationFiles(dir).map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  }
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? ''
