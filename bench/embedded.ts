// How long `/pool` takes over many people in the embedded database, and how long Slack waits for an acknowledgement meanwhile and while it is
// vacuumed. `npm run bench:embedded [-- people]`, 50,000 unless told otherwise.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../test/support/free-port.ts'
import { startActing } from './acting.ts'
import { type Times, timesOf } from './shapes.ts'

const MANY = Number(process.argv[2] ?? 50_000)
const PEOPLE = 4
const MOST = { search: 150, ack: 250 }
/** Between two acts of the same person. */
const PAUSE_MS = 50
const IDLE_MS = 5_000
const say = (line: string) => void process.stdout.write(`${line}\n`)

const acting = await startActing(PEOPLE)
const port = await freePort()
const server = fork(path.join(import.meta.dirname, 'embedded-server.ts'), {
  env: { ...acting.env, PORT: String(port), BENCH_PEOPLE: String(PEOPLE), BENCH_MANY: String(MANY) },
  execArgv: ['--disable-warning=ExperimentalWarning'],
})
const heard = async (): Promise<unknown> => (await once(server, 'message'))[0]
const { candidates } = (await heard()) as { candidates: readonly string[] }

/** While something goes on, everybody acts again and again. */
async function acksDuring<Value>(work: () => Promise<Value>): Promise<readonly [Value, Times, number]> {
  const acks: number[] = []
  const over = new AbortController()
  const people = candidates.map(async (candidate, person) => {
    while (!over.signal.aborted) {
      acks.push(await acting.logCall(port, person, candidate, 'spoke on the telephone'))
      await pause(PAUSE_MS)
    }
  })
  try {
    const value = await work()
    return [value, timesOf(acks), acks.length]
  } finally {
    over.abort()
    await Promise.all(people)
  }
}
const told = (work: string): Promise<unknown> => {
  const answer = heard()
  server.send(work)
  return answer
}

await acksDuring(() => pause(1_000))
const [, idle, idleActs] = await acksDuring(() => pause(IDLE_MS))
const [searched, searching, searchingActs] = await acksDuring(() => told('search'))
const { done: searches } = searched as { done: readonly (Times & { query: string })[] }
const [, vacuuming, vacuumingActs] = await acksDuring(() => told('vacuum'))

const ms = (value: number) => value.toFixed(1).padStart(7)
const mark = (value: number, most: number) => (value > most ? `  above ${most}` : '')
say(
  `${MANY.toLocaleString('en-GB')} people, embedded database, ${PEOPLE} people acting meanwhile; load ${os.loadavg()[0]?.toFixed(1)} on ${os.cpus().length} cores; ms`,
)
say('a page and its count         p50     p95')
for (const { query, p50, p95 } of searches) say(`${query.padEnd(48)} ${ms(p50)} ${ms(p95)}${mark(p95, MOST.search)}`)
say('acknowledgements                                     p50     p95     max')
for (const [name, { p50, p95, max }, acts] of [
  ['with nothing else', idle, idleActs],
  ['while others search', searching, searchingActs],
  ['while it is vacuumed', vacuuming, vacuumingActs],
] as const)
  say(`${`${name} (${acts})`.padEnd(48)} ${ms(p50)} ${ms(p95)} ${ms(max)}${mark(max, MOST.ack)}`)
say(`bounds: p95 of a page under ${MOST.search}, every acknowledgement under ${MOST.ack}`)
server.disconnect()
await once(server, 'exit')
await acting.close()
