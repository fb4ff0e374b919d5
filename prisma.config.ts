// Every Prisma command downloads a native schema engine before it does anything else. This project neither needs nor
// wants one (migrations are authored by scripts/migrate-new.ts and applied by src/adapters/db/migrate.ts), so the CLI
// is pointed at a stub that says so: `prisma generate | validate | format` then work without a network.
import path from 'node:path'
import { defineConfig } from 'prisma/config'

process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.resolve(import.meta.dirname, 'scripts/no-schema-engine.sh')
process.env.CHECKPOINT_DISABLE ??= '1'
process.env.PRISMA_HIDE_UPDATE_MESSAGE ??= '1'

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  // Only read by commands that connect, all of which need the engine that is not there.
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://unused' },
})
