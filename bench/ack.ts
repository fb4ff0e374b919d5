// How long Slack waits for the answer to a changing act, beside a bare Bolt app that commits one INSERT through the same pool.
// Twenty people act at once; rounds of both take turns; the figure is the median of the rounds' ratios of p99. `npm run bench:ack`
import { fork } from 'node:child_process'
import { createHmac, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { startSimulator } from '../simulator/server.ts'
import { workspaceSeed } from '../src/local/workspace-seed.ts'
import { freePort } from '../test/support/free-port.ts'

const PEOPLE = 20
const ROUNDS = 5
const ACTS_EACH = 25
const SECRET = 'a signing secret that only this bench knows'
const say = (line: string) => void process.stdout.write(`${line}\n`)

const seed = workspaceSeed()
const people = Array.from({ length: PEOPLE }, (_, index) => ({
  id: `U0BENCH${String(index).padStart(3, '0')}`,
  name: `bench${index}`,
  realName: `Bench ${index}`,
  email: `bench${index}@fernhollow.example`,
}))
const [recruiters] = seed.userGroups ?? []
if (recruiters === undefined) throw new Error('The sample company has recruiters')
const [port, barePort] = [await freePort(), await freePort()]
const simulator = await startSimulator({
  seed: {
    ...seed,
    people: [...seed.people, ...people],
    userGroups: [{ ...recruiters, users: people.map(({ id }) => id) }],
  },
})
const server = fork(path.join(import.meta.dirname, 'ack-server.ts'), {
  env: {
    PATH: process.env.PATH ?? '',
    NODE_ENV: 'test',
    PORT: String(port),
    SLACK_BOT_TOKEN: simulator.botToken,
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_API_URL: simulator.apiUrl,
    APP_SECRET: 'a secret of the application, long enough',
    BENCH_PEOPLE: String(PEOPLE),
    BENCH_BARE_PORT: String(barePort),
  },
  execArgv: [],
})
const [{ candidates, databaseUrl }] = (await once(server, 'message')) as [{ candidates: string[]; databaseUrl: string }]
const watcher = new Client({ connectionString: databaseUrl })
await watcher.connect()

/** *Log a call*, as Slack submits its form. */
const submission = (person: number, note: string) => ({
  type: 'view_submission',
  team: { id: seed.team.id, domain: seed.team.domain },
  user: { id: people[person]?.id, username: people[person]?.name, team_id: seed.team.id },
  api_app_id: seed.app.id,
  token: 'legacy',
  trigger_id: randomUUID(),
  view: {
    id: `V${randomUUID()}`,
    type: 'modal',
    callback_id: 'person_call_modal',
    private_metadata: `${candidates[person]}:`,
    state: { values: { call_note: { call_note: { type: 'plain_text_input', value: note } } } },
    blocks: [],
    hash: '1',
    previous_view_id: null,
    root_view_id: null,
    app_id: seed.app.id,
    title: { type: 'plain_text', text: 'Log a call' },
  },
  response_urls: [],
})

const agent = new Agent({ keepAlive: true, maxSockets: PEOPLE })

/** Milliseconds until the acknowledgement. */
function post(to: number, payload: object): Promise<number> {
  const body = `payload=${encodeURIComponent(JSON.stringify(payload))}`
  const timestamp = String(Math.floor(Date.now() / 1000))
  const signature = `v0=${createHmac('sha256', SECRET).update(`v0:${timestamp}:${body}`).digest('hex')}`
  return new Promise((resolve, reject) => {
    const begun = performance.now()
    const sent = request(
      {
        port: to,
        host: '127.0.0.1',
        path: '/slack/events',
        method: 'POST',
        agent,
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': Buffer.byteLength(body),
          'x-slack-request-timestamp': timestamp,
          'x-slack-signature': signature,
        },
      },
      (answer) => {
        let said = ''
        answer.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')))
        answer.on('end', () => {
          if (answer.statusCode !== 200 || said.includes('errors')) reject(new Error(`${answer.statusCode} ${said}`))
          else resolve(performance.now() - begun)
        })
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

async function round(to: number, acts = ACTS_EACH): Promise<readonly number[]> {
  const took = await Promise.all(
    people.map(async (_, person) => {
      const mine: number[] = []
      for (let act = 0; act < acts; act += 1) mine.push(await post(to, submission(person, `note ${randomUUID()}`)))
      return mine
    }),
  )
  return took.flat()
}

/** On another connection, at the moment of the answer: is it there? */
async function committedAtAck(acts: number): Promise<number> {
  let there = 0
  for (let act = 0; act < acts; act += 1) {
    const note = `proof ${randomUUID()}`
    await post(port, submission(act % PEOPLE, note))
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
const proofs = 200
say(`committed at their acknowledgement: ${await committedAtAck(proofs)} of ${proofs}`)
await watcher.end()
server.disconnect()
await once(server, 'exit')
await simulator.close()
agent.destroy()
