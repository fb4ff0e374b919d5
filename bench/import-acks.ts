// How long Slack waits for acknowledgements while the bot itself imports a large table that somebody sent it in Slack, on PostgreSQL.
// `npm run bench:import-acks [-- rows]`, 100,000 unless told otherwise; TEST_DATABASE_URL names the server.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import os from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { wordsOf } from '../simulator/hands/read.ts'
import { freePort } from '../test/support/free-port.ts'
import { startActing } from './acting.ts'
import { timesOf } from './shapes.ts'

const ROWS = Number(process.argv[2] ?? 100_000)
const PEOPLE = 4
const PAUSE_MS = 50
const IDLE_MS = 5_000
const MOST_MS = 500
const AN_HOUR = 3_600_000
const number = (value: number) => value.toLocaleString('en-GB')
const say = (line: string) => void process.stdout.write(`${line}\n`)

const [port, barePort] = [await freePort(), await freePort()]
const acting = await startActing(PEOPLE, port)
const server = fork(path.join(import.meta.dirname, 'ack-server.ts'), {
  env: { ...acting.env, PORT: String(port), BENCH_PEOPLE: String(PEOPLE), BENCH_BARE_PORT: String(barePort) },
  execArgv: ['--disable-warning=ExperimentalWarning'],
})
const [{ candidates }] = (await once(server, 'message')) as [{ candidates: readonly string[] }]

async function acksDuring(work: () => Promise<unknown>) {
  const acks: number[] = []
  const over = new AbortController()
  const people = candidates.map(async (candidate, person) => {
    while (!over.signal.aborted) {
      acks.push(await acting.logCall(port, person, candidate, 'spoke on the telephone'))
      await pause(PAUSE_MS)
    }
  })
  try {
    await work()
    return { ...timesOf(acks), acts: acks.length }
  } finally {
    over.abort()
    await Promise.all(people)
  }
}

const recruiter = acting.as(0)
const message = (words: string) =>
  recruiter.waitFor(() => recruiter.dm().findLast((one) => wordsOf(one).includes(words)), {
    what: `a message that says “${words}”`,
    timeoutMs: AN_HOUR,
  })
const line = (n: number) =>
  `Person${n} Bench${n % 977},person.${n}@example.com,${n % 2 ? 'SRE' : 'Designer'},${n % 3 ? 'Lisbon' : 'London'},"Kubernetes; Go"`
const table = ['Name,Email,Role,Location,Skills', ...Array.from({ length: ROWS }, (_, n) => line(n))].join('\n')

await recruiter.openHome()
await recruiter.say('dm', '', { files: [{ name: 'people.csv', mimetype: 'text/csv', content: Buffer.from(table) }] })
await recruiter.press(await message('A table of people?'), 'Import…')
const form = await recruiter.opensModal('Import people')
await form.choose('On which ground do you keep these people?', 'Legitimate interest')
await form.submit()
const columns = await recruiter.opensModal('What the columns hold')

const idle = await acksDuring(() => pause(IDLE_MS))
const counting = await acksDuring(async () => {
  await columns.submit()
  await message('Nothing is imported yet')
})
let seconds = 0
const importing = await acksDuring(async () => {
  const begun = performance.now()
  await recruiter.press(await message('Nothing is imported yet'), `Import ${number(ROWS)} people`)
  await message(`is imported. ${number(ROWS)} rows`)
  seconds = (performance.now() - begun) / 1_000
})

say(
  `${number(ROWS)} rows sent in Slack, ${PEOPLE} people acting meanwhile; load ${os.loadavg()[0]?.toFixed(1)} on ${os.cpus().length} cores`,
)
say(`imported in ${seconds.toFixed(0)} s, ${number(Math.round(ROWS / seconds))} rows/s`)
say('acknowledgements, ms            p50     p95     max')
const ms = (value: number) => value.toFixed(1).padStart(7)
for (const [name, { p50, p95, max, acts }] of Object.entries({ idle, counting, importing }))
  say(`${`${name} (${acts})`.padEnd(26)} ${ms(p50)} ${ms(p95)} ${ms(max)}${max > MOST_MS ? `  above ${MOST_MS}` : ''}`)
say(`bound: every acknowledgement under ${MOST_MS}`)
server.disconnect()
await once(server, 'exit')
await acting.close()
