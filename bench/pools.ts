// How long `/pool` takes over a million people in five workspaces, through the use case, beside SQL written by hand (bench/sql) through pg in the
// same run and as the same role; and how much longer than over ten thousand. `npm run bench:pools [-- people]`; TEST_DATABASE_URL names the server.
import os from 'node:os'
import { performance } from 'node:perf_hooks'
import { Client } from 'pg'
import { searchPeople } from '../src/usecases/find/search-people.ts'
import { freshPostgres } from '../test/support/postgres-databases.ts'
import { type SearchWorld, searchWorld } from '../test/support/search-world.ts'
import { bringPeople } from './many-people.ts'
import { recruiterIn, SHAPES, type Shape, type Times, timed, timesOf } from './shapes.ts'

const PEOPLE = Number(process.argv[2] ?? 1_000_000)
const FEW = 10_000
const WORKSPACES = 5
const WARM = 3
const ROUNDS = 40
const MOST = { ratio: 1.5, growth: 2 }
/** A query that finds no more than this many is a selective one: of the others there are more with every person. */
const SELECTIVE = 300
const say = (line: string) => void process.stdout.write(`${line}\n`)

type Measured = { readonly found: string; readonly hand: Times; readonly ours: Times }

const few = await measureAll(FEW)
const many = await measureAll(PEOPLE)
const number = (value: number) => value.toLocaleString('en-GB')
say(
  `\n${number(PEOPLE)} people in ${WORKSPACES} workspaces, ${ROUNDS} rounds, load ${os.loadavg()[0]?.toFixed(1)} on ${os.cpus().length} cores; ms`,
)
say('shape             people     by hand p50    p95   /pool p50    p95   ratio of p95   p95 beside 10,000 people')
for (const { name } of SHAPES) {
  const [here, small] = [many.get(name), few.get(name)]
  if (here === undefined || small === undefined) throw new Error(`${name} was not measured`)
  const ratio = here.ours.p95 / here.hand.p95
  const growth = here.ours.p95 / small.ours.p95
  const selective = !here.found.includes('+') && Number(here.found) < SELECTIVE
  const cell = (value: number, width: number) => value.toFixed(1).padStart(width)
  say(
    [
      name.padEnd(16),
      here.found.padStart(8),
      cell(here.hand.p50, 14),
      cell(here.hand.p95, 6),
      cell(here.ours.p50, 11),
      cell(here.ours.p95, 6),
      `${ratio.toFixed(2)}${ratio > MOST.ratio ? ' above' : ''}`.padStart(14),
      selective ? `${growth.toFixed(2)}${growth > MOST.growth ? ' above' : ''}`.padStart(12) : '     (not selective)',
    ].join(' '),
  )
}
say(
  `bounds: ratio of p95 at most ${MOST.ratio}; a selective page's p95 at most ${MOST.growth} times that over ${number(FEW)} people`,
)

async function measureAll(people: number): Promise<ReadonlyMap<string, Measured>> {
  const database = await freshPostgres()
  const client = new Client({ connectionString: database.databaseUrl })
  await client.connect()
  try {
    const worlds: SearchWorld[] = []
    for (let at = 0; at < WORKSPACES; at += 1) worlds.push(await searchWorld(database))
    const homes = []
    for (const world of worlds) {
      const poolId = await world.addPool('SRE bench', {})
      homes.push({ workspaceId: world.workspace.id, ownerId: world.ines, poolId })
    }
    const start = performance.now()
    await bringPeople(client, homes, Math.floor(people / WORKSPACES))
    say(`${people.toLocaleString('en-GB')} people brought in, in ${((performance.now() - start) / 1_000).toFixed(0)} s`)
    const [world] = worlds
    if (world === undefined) throw new Error('There is no workspace')
    const measured = new Map<string, Measured>()
    for (const shape of SHAPES) measured.set(shape.name, await measure(shape, world, client))
    return measured
  } finally {
    await client.end()
    await database.close()
  }
}

/** By turns, so that whatever else the machine does falls on both. */
async function measure(shape: Shape, world: SearchWorld, client: Client): Promise<Measured> {
  const ctx = recruiterIn(world)
  const hand: number[] = []
  const ours: number[] = []
  let found = ''
  for (let round = -WARM; round < ROUNDS; round += 1) {
    const [byHand, tookHand] = await timed(() => byHandOf(shape, world, client))
    const [bySlack, tookOurs] = await timed(() => searchPeople(ctx, { query: shape.query }))
    if (!bySlack.ok) throw new Error(`${shape.name}: ${JSON.stringify(bySlack.refusal)}`)
    const { people, total } = bySlack.value
    const theirs = { ids: byHand.ids.slice(0, 10), total: byHand.count }
    const same = { ids: people.map(({ id }) => id as string), total: 'exact' in total ? total.exact : total.more + 1 }
    if (JSON.stringify(theirs) !== JSON.stringify(same))
      throw new Error(`${shape.name}: the answers differ: ${JSON.stringify({ theirs, same })}`)
    found = 'exact' in total ? String(total.exact) : `${total.more}+`
    if (round < 0) continue
    hand.push(tookHand)
    ours.push(tookOurs)
  }
  return { found, hand: timesOf(hand), ours: timesOf(ours) }
}

async function byHandOf({ page, count }: Shape, { workspace }: SearchWorld, client: Client) {
  await client.query('BEGIN READ ONLY')
  await client.query(
    `SELECT set_config('role', 'medallist_app', true), set_config('app.workspace', $1, true), set_config('statement_timeout', '3000', true)`,
    [workspace.id],
  )
  const people = await client.query<{ id: string }>(page, [workspace.id])
  const counted = await client.query<{ count: string }>(count, [workspace.id])
  await client.query('COMMIT')
  return { ids: people.rows.map(({ id }) => id), count: Number(counted.rows[0]?.count) }
}
