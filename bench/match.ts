// How long `/pool match` takes over many people in five workspaces: ranking a role and drawing up its first page, through the use cases.
//   node bench/match.ts [people]     1,000,000 unless told otherwise; TEST_DATABASE_URL names the PostgreSQL server
import os from 'node:os'
import { Client } from 'pg'
import { readRole } from '../src/domain/jobs/read-role.ts'
import { rankPeople } from '../src/usecases/jobs/rank-people.ts'
import { freshPostgres } from '../test/support/postgres-databases.ts'
import { searchWorld } from '../test/support/search-world.ts'
import { bringPeople } from './many-people.ts'
import { recruiterIn, timed, timesOf } from './shapes.ts'

const PEOPLE = Number(process.argv[2] ?? 1_000_000)
const WORKSPACES = 5
const ROUNDS = 15
const ROLES = [
  'Senior SRE in Lisbon, remote ok: Kubernetes, Terraform, Go, Python',
  'Product Designer in Berlin: Figma',
  'Data Engineer: SQL, Python, Kafka, AWS, Docker, Scala',
  'Account Executive in London: Salesforce',
] as const
const say = (line: string) => void process.stdout.write(`${line}\n`)

const database = await freshPostgres()
const client = new Client({ connectionString: database.databaseUrl })
await client.connect()
try {
  const homes = []
  let first: Awaited<ReturnType<typeof searchWorld>> | undefined
  for (let at = 0; at < WORKSPACES; at += 1) {
    const world = await searchWorld(database)
    first ??= world
    homes.push({ workspaceId: world.workspace.id, ownerId: world.ines, poolId: await world.addPool('SRE bench', {}) })
  }
  if (first === undefined) throw new Error('There is no workspace')
  await bringPeople(client, homes, Math.floor(PEOPLE / WORKSPACES))
  const ctx = recruiterIn(first)
  say(
    `${PEOPLE.toLocaleString('en-GB')} people, ${ROUNDS} rounds, load ${os.loadavg()[0]?.toFixed(1)} on ${os.cpus().length} cores; ms`,
  )
  for (const text of ROLES) {
    const { criteria } = readRole(text)
    const taken: number[] = []
    let found = ''
    for (let round = -2; round < ROUNDS; round += 1) {
      const [ranked, took] = await timed(() => rankPeople(ctx, criteria))
      found = ranked === 'too_slow' ? ranked : `${ranked.people.length}${ranked.more ? '+' : ''} ranked`
      if (round >= 0) taken.push(took)
    }
    const { p50, p95, max } = timesOf(taken)
    say(`${text.padEnd(70)} ${found.padEnd(12)} p50 ${p50.toFixed(0)} p95 ${p95.toFixed(0)} max ${max.toFixed(0)}`)
  }
} finally {
  await client.end()
  await database.close()
}
