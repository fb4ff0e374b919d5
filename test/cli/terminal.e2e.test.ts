import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate } from '../../src/adapters/db/migrate.ts'
import { openDatabase } from '../../src/adapters/db/open.ts'
import { makeWorkspaces } from '../../src/adapters/db/workspaces.ts'
import { newUuid } from '../../src/adapters/system/ids.ts'
import type { Zone } from '../../src/domain/shared/time.ts'
import { log, MIGRATIONS } from '../support/migrations.ts'

const FOLDER = mkdtempSync(join(tmpdir(), 'medallist-cli-'))
const DATA = join(FOLDER, 'data')
const COMPILED = resolve(import.meta.dirname, '../../node_modules/.cache/medallist/compiled')
const file = (name: string) => join(FOLDER, name)

const PEOPLE = [
  'Full name;E-Mail;Phone;Skills;City;Notes',
  'Ana Souza;ana@example.com;+351 912 345 678;"Kubernetes, Go";Lisbon;"Likes',
  'trains"',
  '=Ben Okafor;ben@example.com;;Kubernetes;London;',
  'Cid;nowhere;;;;',
  'Ana M. Souza;ANA@example.com;;Terraform;;',
].join('\r\n')

const open = () => openDatabase({ dataDir: DATA, log, onFatal: () => undefined })

async function medallist(...args: readonly string[]) {
  const child = spawn('npm', ['run', '--silent', 'medallist', '--', ...args], {
    cwd: resolve(import.meta.dirname, '../..'),
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: COMPILED, MEDALLIST_DATA_DIR: DATA },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [said, complained] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')))
  child.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString('utf8')))
  const [code] = (await once(child, 'close')) as [number]
  return { code, said, complained, json: () => JSON.parse(said) as Record<string, unknown> }
}

describe('the terminal, on the embedded database', () => {
  beforeAll(async () => {
    writeFileSync(file('people.csv'), PEOPLE)
  })
  afterAll(() => rmSync(FOLDER, { recursive: true, force: true }))

  it('says that there is nothing to work on before Medallist was ever started', async () => {
    const { code, said, complained } = await medallist('pool', 'skill:go')
    expect([code, said]).toEqual([3, ''])
    expect(complained).toContain('Start Medallist once')
    expect(existsSync(join(DATA, 'postgres'))).toBe(false)
  })

  it('imports, dry and for good, finds and exports, and makes no doubles', async () => {
    const database = await open()
    await database.withoutLimit(() => migrate(database.pool, MIGRATIONS, log))
    const team = { teamId: 'T0FERN', name: 'Fernhollow Energy', domain: 'fernhollow', zone: 'Europe/Lisbon' as Zone }
    await makeWorkspaces(database.pool, newUuid).keep(team, new Date())
    await database.close()

    const ask = ['import', file('people.csv'), '--basis', 'legitimate_interest', '--json'] as const
    const dry = await medallist(...ask, '--dry-run')
    expect(dry.json()).toMatchObject({ dryRun: true, rows: 4, new: 2, merged: 1, refused: 1 })
    expect((await medallist('pool', 'skill:kubernetes', '--json')).json()).toMatchObject({ total: 0, people: [] })

    const refused = file('refused.csv')
    const real = await medallist(...ask, '--yes', '--refused', refused)
    expect(real.code).toBe(1)
    expect(real.json()).toMatchObject({ dryRun: false, rows: 4, new: 2, merged: 1, refused: 1 })
    expect(readFileSync(refused, 'utf8').split('\r\n')).toEqual([
      '\uFEFFRow,Full name,E-Mail,Phone,Skills,City,Notes,Reason',
      '4,Cid,nowhere,,,,,Email: This does not look like an email address. Example: ana@example.com',
      '',
    ])

    const again = await medallist(...ask, '--yes', '--refused', refused)
    expect(again.json()).toMatchObject({ new: 0, merged: 3, unchanged: 3, refused: 1 })

    const found = (await medallist('pool', 'skill:kubernetes sort:name', '--json', '--limit', '1')).json()
    expect(found).toMatchObject({ total: 2, totalIsExact: true, meaning: expect.stringContaining('Kubernetes') })
    expect(found.people).toMatchObject([{ name: '=Ben Okafor', email: 'ben@example.com', location: 'London' }])

    const csv = file('export.csv')
    const exported = await medallist(
      'export',
      'skill:kubernetes sort:name',
      '--csv',
      csv,
      '--json-resume',
      file('resumes'),
    )
    expect([exported.code, exported.said]).toEqual([0, '2 people exported.\n'])
    expect(readFileSync(csv, 'utf8')).toMatch(/\r\n'=Ben Okafor,ben@example\.com,/)
    const resumes = readdirSync(file('resumes')).map((name) => readFileSync(join(file('resumes'), name), 'utf8'))
    expect(resumes).toHaveLength(2)
    expect(resumes.join()).not.toContain('trains')
    const back = await medallist('import', csv, '--basis', 'legitimate_interest', '--dry-run', '--json')
    expect(back.json()).toMatchObject({ new: 0, merged: 2, refused: 0 })
  })

  it('finds by a query that begins with a minus, and says in JSON what is wrong with a file', async () => {
    const found = (await medallist('pool', '-skill:terraform', 'sort:name', '--json')).json()
    expect(found.people).toMatchObject([{ name: '=Ben Okafor' }])
    writeFileSync(file('open.csv'), 'Name,Email\nAna Souza,"ana@example.com\n')
    const { code, json } = await medallist('import', file('open.csv'), '--basis', 'consent', '--json')
    expect([code, json()]).toEqual([2, { problem: 'Row 2 does not end: a quotation mark in it is never closed.' }])
  })

  it('says in JSON also what is wrong with the arguments, and imports nobody where the refused rows have no place', async () => {
    const problems = [
      ['pool', 'x', '--limit', '0', '--json'],
      ['import', '--json'],
      ['import', file('open.csv'), '--no-such', '--json'],
    ]
    for (const args of problems) {
      const { code, json } = await medallist(...args)
      expect([code, json()], args.join(' ')).toEqual([2, { problem: expect.stringMatching(/^[^\n]+$/) }])
    }
    writeFileSync(file('one.csv'), 'Name,Email\nNobody Yet,nobody.yet@example.com\n')
    const nowhere = join(FOLDER, 'no', 'such', 'refused.csv')
    const arguing = ['--yes', '--basis', 'consent', '--refused', nowhere, '--json']
    const { code, json } = await medallist('import', file('one.csv'), ...arguing)
    expect([code, json()]).toEqual([2, { problem: expect.stringContaining('Nobody was imported.') }])
    expect((await medallist('pool', 'Nobody', '--json')).json()).toMatchObject({ people: [] })
  })

  it('goes on where it was killed, with nobody twice and every refused row in its file', async () => {
    const people = Array.from({ length: 8_500 }, (_, at) =>
      at % 500 === 7 ? `Nobody ${at},nowhere` : `Kim Person${at},kim${at}@killed.example`,
    )
    writeFileSync(file('many.csv'), ['Name,Email', ...people].join('\n'))
    const refused = file('many-refused.csv')
    const args = ['import', file('many.csv'), '--basis', 'consent', '--yes', '--json', '--refused', refused] as const
    const env = { PATH: process.env.PATH, NODE_COMPILE_CACHE: COMPILED, MEDALLIST_DATA_DIR: DATA }
    const child = spawn(process.execPath, [resolve(import.meta.dirname, '../../src/cli/medallist.ts'), ...args], {
      env,
    })
    child.stderr.on('data', (chunk: Buffer) => {
      if (/^1000 rows/m.test(chunk.toString('utf8'))) child.kill('SIGKILL')
    })
    const [, signal] = (await once(child, 'close')) as [number, string]
    expect(signal).toBe('SIGKILL')

    const { code, json } = await medallist(...args)
    expect(code).toBe(1)
    expect(json()).toMatchObject({ rows: 8_500, new: 8_483, merged: 0, refused: 17 })
    expect(json().resumedAt).toBeGreaterThanOrEqual(1_000)
    const rows = readFileSync(refused, 'utf8').trim().split('\r\n').slice(1)
    expect(rows.map((line) => Number(line.split(',')[0]))).toEqual(Array.from({ length: 17 }, (_, at) => 9 + 500 * at))
    expect((await medallist('pool', 'kim', '--json', '--limit', '1')).json()).toMatchObject({ total: 8_483 })
  })

  it('says who has the embedded database while the bot runs', async () => {
    const bot = await open()
    try {
      const { code, said, complained } = await medallist('import', file('people.csv'), '--yes', '--basis', 'consent')
      expect([code, said]).toEqual([3, ''])
      expect(complained).toContain(`already in use by process ${process.pid}`)
    } finally {
      await bot.close()
    }
  })

  it.each([
    [['import', '/no/such/file.csv', '--basis', 'consent'], /There is no file \/no\/such\/file\.csv/],
    [['import', file('people.csv'), '--yes'], /--basis is one of applied_here/],
    [
      ['import', file('people.csv'), '--basis', 'consent', '--yes', '--refused', join(FOLDER, '.', 'people.csv')],
      /--refused names the file that is imported/,
    ],
    [['pool', 'skil:go'], /There is no filter `skil`\. Did you mean `skill`\?/],
    [
      ['import', file('people.csv'), '--basis', 'consent', '--map', 'company=A', '--map', 'company=B'],
      /--map company was given twice; it takes one column/,
    ],
    [
      ['import', file('people.csv'), '--basis', 'consent', '--map', 'email=none', '--map', 'email=Email'],
      /--map email was given twice/,
    ],
    [
      ['import', file('people.csv'), '--basis', 'consent', '--map', 'location=Twon'],
      /No column is called “Twon”\. The columns of the file: Full name, E-Mail/,
    ],
    [['export', 'skil:go', '--csv', file('people.csv')], /There is no filter `skil`/],
    [['export', 'skill:go', '--csv', '/no/such/dir/x.csv'], /\/no\/such\/dir\/x\.csv cannot be written/],
    [['export', 'skill:go', '--json-resume', file('people.csv')], /people\.csv cannot be written: it is no folder/],
    [['import', file('people.csv'), '--basis', 'consent', '--colour', 'red'], /Unknown option '--colour'/],
    [['dance'], /medallist <command>/],
  ])('ends with 2 and says what to change: %j', async (args, complaint) => {
    const { code, said, complained } = await medallist(...args)
    expect([code, said]).toEqual([2, ''])
    expect(complained).toMatch(complaint)
    expect(readFileSync(file('people.csv'), 'utf8')).toBe(PEOPLE)
  })
})
