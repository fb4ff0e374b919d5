// How long handing over everybody of a leaver takes, and undoing it, on PostgreSQL; and what a press waits meanwhile: a short transaction that
// looks for a person and writes, every 50 ms. `npm run bench:hand-over [-- people]`; TEST_DATABASE_URL names the server.
import os from 'node:os'
import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { newUuid } from '../src/adapters/system/ids.ts'
import { handOverStep } from '../src/usecases/owners/hand-over-step.ts'
import type { HandOverDone } from '../src/usecases/ports/hand-overs.ts'
import { freshPostgres } from '../test/support/postgres-databases.ts'
import { NOW, searchWorld } from '../test/support/search-world.ts'
import { bringPeople } from './many-people.ts'
import { recruiterIn, timed } from './shapes.ts'

const PEOPLE = Number(process.argv[2] ?? 100_000)
const ACK_EACH_MS = 50
const say = (line: string) => void process.stdout.write(`${line}\n`)

const database = await freshPostgres()
const client = new Client({ connectionString: database.databaseUrl })
await client.connect()
try {
  const world = await searchWorld(database)
  const poolId = await world.addPool('Bench', {})
  await bringPeople(client, [{ workspaceId: world.workspace.id, ownerId: world.ines, poolId }], PEOPLE)
  await client.query('UPDATE candidate SET owner_id = $1', [world.ines])
  await client.query('UPDATE candidate_search SET owner_id = $1', [world.ines])
  await client.query('VACUUM ANALYZE')
  const heirs = [world.ben, await world.addMember('Caro Heir', 'UCARO001')]
  const id = newUuid<'hand_over'>()
  const done: HandOverDone = { people: {}, drafts: {}, nobody: 0, held: [], pools: {}, back: 0 }
  const quotas = Object.fromEntries(heirs.map((heir) => [heir, Math.ceil(PEOPLE / heirs.length)]))
  const plan = { to: heirs, way: 'load' as const, people: PEOPLE, groups: {}, quotas }
  const begun = { id, from: world.ines, startedBy: world.ben, plan, done, state: 'running' as const, startedAt: NOW }
  await world.run((tx) => tx.handOvers.insert({ ...begun, finishedAt: undefined }))
  say(`${PEOPLE.toLocaleString('en-GB')} people, load ${os.loadavg()[0]?.toFixed(1)} on ${os.cpus().length} cores`)
  await measured('handed over')
  await world.run(async (tx) => {
    const over = await tx.handOvers.lock(id)
    if (over !== undefined)
      await tx.handOvers.change(id, {
        ...over,
        state: 'undoing',
        finishedAt: undefined,
        done: { ...over.done, after: undefined },
      })
  })
  await measured('undone')

  async function measured(what: string): Promise<void> {
    const over = new AbortController()
    let peak = 0
    const acks = (async () => {
      while (!over.signal.aborted) {
        const [, took] = await timed(() =>
          world.run(async (tx) => {
            await tx.candidates.findByContact('email', 'nobody@example.com')
            await tx.events.append({ stream: `member:${world.ben}`, type: 'bench.pressed', data: {} })
          }),
        )
        peak = Math.max(peak, took)
        await wait(ACK_EACH_MS)
      }
    })()
    const start = performance.now()
    let steps = 0
    let longest = 0
    for (let step = 'more'; step === 'more'; steps += 1) {
      const [next, took] = await timed(() => handOverStep(recruiterIn(world), id))
      step = next
      longest = Math.max(longest, took)
    }
    const seconds = (performance.now() - start) / 1_000
    over.abort()
    await acks
    const owners = await client.query('SELECT count(*)::int AS n FROM candidate WHERE owner_id = $1', [world.ines])
    say(
      `${what}: ${seconds.toFixed(1)} s in ${steps} steps, longest ${longest.toFixed(0)} ms; peak ack ${peak.toFixed(0)} ms; still the leaver's: ${owners.rows[0].n}`,
    )
  }
} finally {
  await client.end()
  await database.close()
}
