// The process that bench/embedded.ts measures: the product over an embedded database of many people, searching or tidying up when told to.
import { inspect } from 'node:util'
import { vacuum } from '../src/adapters/db/vacuum.ts'
import { buildApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { searchPeople } from '../src/usecases/find/search-people.ts'
import { testDatabase } from '../test/support/database.ts'
import { addPerson } from '../test/support/outreach-rows.ts'
import { searchWorld } from '../test/support/search-world.ts'
import { insertPeople } from './many-people.ts'
import { recruiterIn, SHAPES, timed, timesOf } from './shapes.ts'

const ROUNDS = 40

const read = readConfig()
if ('problems' in read) throw new Error(JSON.stringify(read.problems))
const log = {
  info: () => undefined,
  warn: () => undefined,
  error: (fields: object) => void process.stderr.write(`${inspect(fields)}\n`),
}
const database = await testDatabase('embedded')
const world = await searchWorld(database)
const poolId = await world.addPool('SRE bench', {})
const home = { workspaceId: world.workspace.id, ownerId: world.ines, poolId }
await database.withoutLimit(() => insertPeople(database.pool, home, Number(process.env.BENCH_MANY)))
await vacuum(database, log)
const app = await buildApp({
  config: read.config,
  log,
  onFatal: (error) => {
    throw error
  },
  overrides: { database },
})
const candidates: string[] = []
for (let index = 0; index < Number(process.env.BENCH_PEOPLE); index += 1)
  candidates.push(await addPerson(app.contexts.forSystem(app.workspace)))
await app.start()
const ctx = recruiterIn(world)

const WORK: Readonly<Record<string, () => Promise<unknown>>> = {
  async search() {
    const took = []
    for (const { name, query } of SHAPES) {
      const times: number[] = []
      for (let round = 0; round < ROUNDS; round += 1) {
        const [found, milliseconds] = await timed(() => searchPeople(ctx, { query }))
        if (!found.ok) throw new Error(`${name}: ${JSON.stringify(found.refusal)}`)
        times.push(milliseconds)
      }
      took.push({ name, query, ...timesOf(times) })
    }
    return took
  },
  vacuum: () => vacuum(database, log),
}
process.on('message', (work: string) => void WORK[work]?.().then((done) => process.send?.({ done })))
process.on('disconnect', () => void app.stop().then(() => process.exit(0)))
process.send?.({ candidates })
