// How long Slack waits for the answer to a changing act, beside a bare Bolt app that commits one INSERT through the same pool.
// Twenty people act at once; rounds of both take turns; the figure is the median of the rounds' ratios of p99. `npm run bench:ack`
import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import os from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { freePort } from '../test/support/free-port.ts'
import { startActing } from './acting.ts'

const PEOPLE = 20
const ROUNDS = 5
const ACTS_EACH = 25
const PROOFS = 200
/** Nobody speaks with one candidate 150 times within seconds: each act is about another. The first round is for warmth. */
const CANDIDATES_EACH = (1 + ROUNDS) * ACTS_EACH + PROOFS / PEOPLE
const say = (line: string) => void process.stdout.write(`${line}\n`)

const [port, barePort] = [await freePort(), await freePort()]
const acting = await startActing(PEOPLE)
const server = fork(path.join(import.meta.dirname, 'ack-server.ts'), {
  env: {
    ...acting.env,
    PORT: String(port),
    BENCH_CANDIDATES: String(PEOPLE * CANDIDATES_EACH),
    BENCH_BARE_PORT: String(barePort),
  },
  execArgv: [],
})
const [{ candidates, databaseUrl }] = (await once(server, 'message')) as [{ candidates: string[]; databaseUrl: string }]
const watcher = new Client({ connectionString: databaseUrl })
await watcher.connect()

const waiting = [...candidates]
const act = (to: number, person: number, note: string) =>
  acting.logCall(to, person, (to === port ? waiting.pop() : candidates[0]) ?? '', note)

async function round(to: number, acts = ACTS_EACH): Promise<readonly number[]> {
  const took = await Promise.all(
    acting.people.map(async (_, person) => {
      const mine: number[] = []
      for (let turn = 0; turn < acts; turn += 1) mine.push(await act(to, person, `note ${randomUUID()}`))
      return mine
    }),
  )
  return took.flat()
}

/** On another connection, at the moment of the answer: is it there? */
async function committedAtAck(acts: number): Promise<number> {
  let there = 0
  for (let turn = 0; turn < acts; turn += 1) {
    const note = `proof ${randomUUID()}`
    await act(port, turn % PEOPLE, note)
    there += (await watcher.query('SELECT 1 FROM interaction WHERE text = $1', [note])).rowCount ?? 0
  }
  return there
}

const at = (values: readonly number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0
const median = (values: readonly number[]) => at(values, 0.5)

// Each side once for warmth.
await round(barePort)
await round(port)
const ratios: number[] = []
say(
  `${PEOPLE} people at once, ${PEOPLE * ACTS_EACH} acts a round; load ${os.loadavg()[0]?.toFixed(1)} on ${os.availableParallelism()} cores; ms`,
)
say('round   bare p50    p99   product p50    p99   ratio of p99')
for (let number = 1; number <= ROUNDS; number += 1) {
  const bare = await round(barePort)
  const product = await round(port)
  const ratio = at(product, 0.99) / at(bare, 0.99)
  ratios.push(ratio)
  const cells = [at(bare, 0.5), at(bare, 0.99), at(product, 0.5), at(product, 0.99)].map((value) => value.toFixed(1))
  say(
    `${String(number).padStart(5)}   ${cells[0]?.padStart(8)} ${cells[1]?.padStart(6)}   ${cells[2]?.padStart(11)} ${cells[3]?.padStart(6)}   ${ratio.toFixed(2)}`,
  )
}
say(`median ratio of p99: ${median(ratios).toFixed(2)}`)
say(`committed at their acknowledgement: ${await committedAtAck(PROOFS)} of ${PROOFS}`)
await watcher.end()
server.disconnect()
await once(server, 'exit')
await acting.close()
