import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { authorMigration } from '../../../scripts/migrate-new.ts'

const SCRIPT = path.resolve(import.meta.dirname, '../../../scripts/migrate-new.ts')
let dir: string
beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'medallist-schema-'))
  mkdirSync(path.join(dir, 'migrations'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const schema = (models: string) =>
  writeFileSync(path.join(dir, 'schema.prisma'), `datasource db {\n provider = "postgresql"\n}\n${models}`)
const PERSON = 'model person {\n id Int @id\n name String\n}\n'

const places = () => ['--schema', path.join(dir, 'schema.prisma'), '--migrations', path.join(dir, 'migrations')]
const migrateNew = (...args: string[]) => authorMigration([...args, ...places()])
const written = () => readdirSync(path.join(dir, 'migrations'))

// Each run creates a database and loads an engine: a second, and ten where the machine is busy.
describe('authoring a migration', () => {
  it('writes what the schema says and the migrations lack, with room for what is written by hand; then there is nothing to do', async () => {
    schema(PERSON)
    expect(await migrateNew('--check')).toMatchObject({
      code: 1,
      complained: expect.stringContaining('npm run db:new'),
    })
    expect(written()).toEqual([])

    expect(await migrateNew('add_person')).toMatchObject({
      code: 0,
      said: expect.stringContaining('CREATE TABLE "person"'),
    })
    const [name = ''] = written()
    expect(name).toMatch(/^\d{14}_add_person$/)
    const sql = readFileSync(path.join(dir, 'migrations', name, 'migration.sql'), 'utf8')
    expect(sql).toMatch(/CREATE TABLE "person"[\s\S]*\n\n-- By hand: [^\r]*\n$/)

    expect(await migrateNew('again', '--check')).toMatchObject({
      code: 0,
      said: expect.stringContaining('Nothing to do'),
    })
    expect(written()).toEqual([name])
  })

  it('says what the database said where a migration does not run', async () => {
    schema(PERSON)
    mkdirSync(path.join(dir, 'migrations/20260101000000_broken'))
    writeFileSync(path.join(dir, 'migrations/20260101000000_broken/migration.sql'), 'CREATE TABLE a (b nonsense)')
    const { code, complained } = await migrateNew('--check')
    expect(code).toBe(2)
    expect(complained).toContain('20260101000000_broken')
    expect(complained).toContain('type "nonsense" does not exist')
  })

  it('wants a name that can be a folder’s, and says so with its exit code', async () => {
    schema(PERSON)
    const child = spawn(process.execPath, [SCRIPT, 'Add Person!', ...places()], {
      env: { ...process.env, NODE_NO_WARNINGS: '1' },
    })
    const exit = new Promise<number | null>((resolve) => child.once('exit', resolve))
    const [said, complained] = await Promise.all([text(child.stdout), text(child.stderr)])
    expect([said, complained, await exit]).toEqual(['', 'A name is lower case with underscores: add_near_miss\n', 2])
  })
})
