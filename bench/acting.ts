// Recruiters who act through Slack's own requests, over HTTP, as the benches play them.
import { createHmac, randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { startSimulator } from '../simulator/server.ts'
import { workspaceSeed } from '../src/local/workspace-seed.ts'

const SECRET = 'a signing secret that only this bench knows'

const addressOf = (port: number) => {
  const url = `http://127.0.0.1:${port}/slack/events`
  return { requestUrl: url, interactivityUrl: url }
}

/**
 * A Slack with so many recruiters more, each of whom can act; `env` is what a server needs to belong to it. Where the server's port is known from
 * the start, its people can use Slack by hand as well (`as`).
 */
export async function startActing(count: number, port?: number) {
  const seed = workspaceSeed()
  const people = Array.from({ length: count }, (_, index) => ({
    id: `U0BENCH${String(index).padStart(3, '0')}`,
    name: `bench${index}`,
    realName: `Bench ${index}`,
    email: `bench${index}@fernhollow.example`,
  }))
  const [recruiters] = seed.userGroups ?? []
  if (recruiters === undefined) throw new Error('The sample company has recruiters')
  const simulator = await startSimulator({
    seed: {
      ...seed,
      people: [...seed.people, ...people],
      userGroups: [{ ...recruiters, users: people.map(({ id }) => id) }],
    },
    ...(port === undefined ? {} : { http: { ...addressOf(port), signingSecret: SECRET } }),
  })
  const agent = new Agent({ keepAlive: true, maxSockets: count })
  const env = {
    PATH: process.env.PATH ?? '',
    NODE_ENV: 'test',
    SLACK_BOT_TOKEN: simulator.botToken,
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_API_URL: simulator.apiUrl,
    APP_SECRET: 'a secret of the application, long enough',
  }

  /** *Log a call*, as Slack submits its form. */
  const submission = (person: number, candidateId: string, note: string) => ({
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
      private_metadata: `${candidateId}:`,
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

  const post = (port: number, payload: object): Promise<number> => {
    const body = `payload=${encodeURIComponent(JSON.stringify(payload))}`
    const timestamp = String(Math.floor(Date.now() / 1_000))
    const signature = `v0=${createHmac('sha256', SECRET).update(`v0:${timestamp}:${body}`).digest('hex')}`
    const options = {
      port,
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
    }
    return new Promise((resolve, reject) => {
      const begun = performance.now()
      const sent = request(options, (answer) => {
        let said = ''
        answer.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')))
        answer.on('end', () => {
          if (answer.statusCode !== 200 || said.includes('errors')) reject(new Error(`${answer.statusCode} ${said}`))
          else resolve(performance.now() - begun)
        })
      })
      sent.on('error', reject)
      sent.end(body)
    })
  }

  return {
    env,
    people,
    as: (person: number) => simulator.as(people[person]?.id ?? ''),
    /** Milliseconds until Slack hears that the call with the candidate is on record. */
    logCall: (port: number, person: number, candidateId: string, note: string) =>
      post(port, submission(person, candidateId, note)),
    async close() {
      agent.destroy()
      await simulator.close()
    },
  }
}
