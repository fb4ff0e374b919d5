// The process that bench/ack.ts measures: the product and a bare Bolt app in turns, on the same pool of the same database.
import { inspect } from 'node:util'
import { App, HTTPReceiver } from '@slack/bolt'
import { buildApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { addPerson } from '../test/support/outreach-rows.ts'
import { freshPostgres } from '../test/support/postgres-databases.ts'

const CANDIDATES = Number(process.env.BENCH_CANDIDATES)
const BARE_PORT = Number(process.env.BENCH_BARE_PORT)

const read = readConfig()
if ('problems' in read) throw new Error(JSON.stringify(read.problems))
const { slack } = read.config
if (slack.mode !== 'http') throw new Error('The bench speaks HTTP')
const quiet = {
  info: () => undefined,
  warn: () => undefined,
  error: (fields: object) => void process.stderr.write(`${inspect(fields)}\n`),
}
const database = await freshPostgres({ durable: true })
const app = await buildApp({
  config: read.config,
  log: quiet,
  onFatal: (error) => {
    throw error
  },
  overrides: { database },
})
const candidates: string[] = []
const adding = async () => {
  while (candidates.length < CANDIDATES) candidates.push(await addPerson(app.contexts.forSystem(app.workspace)))
}
await Promise.all(Array.from({ length: 8 }, adding))
// As a server's own housekeeping leaves them, so that it does not begin in a round.
await database.pool.query('VACUUM ANALYZE')
await app.start()

await database.pool.query(
  'CREATE TABLE bare (id text PRIMARY KEY, body jsonb NOT NULL, at timestamptz NOT NULL DEFAULT now())',
)
const bare = new App({
  token: slack.botToken ?? '',
  clientOptions: slack.apiUrl === undefined ? {} : { slackApiUrl: slack.apiUrl },
  receiver: new HTTPReceiver({ signingSecret: slack.signingSecret, endpoints: '/slack/events' }),
})
bare.view(/.*/, async ({ view, body, ack }) => {
  await database.pool.query('INSERT INTO bare (id, body) VALUES ($1, $2)', [
    view.id,
    { user: body.user.id, state: view.state },
  ])
  await ack()
})
// As long as the product's own: between its rounds nobody may hang up on the other side.
Object.assign(await bare.start(BARE_PORT), { keepAliveTimeout: 72_000 })

process.send?.({ candidates, databaseUrl: database.databaseUrl })
process.on('disconnect', () => {
  void (async () => {
    await bare.stop()
    await app.stop()
    process.exit(0)
  })()
})
