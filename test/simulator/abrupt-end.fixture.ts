// A workspace in a process of its own that is killed in the middle of its work. Says each message's `ts` once the API has answered.
import { startSimulator } from '../../simulator/server.ts'
import { seed } from './seed.ts'

const simulator = await startSimulator({ seed, dataDir: process.argv[2] ?? '', log: () => {} })
process.stdout.write(`${simulator.botToken}\n`)
for (let i = 0; ; i++) {
  const body = new URLSearchParams({ channel: 'C0RECRUIT', text: `message ${i}` })
  const response = await fetch(`${simulator.apiUrl}chat.postMessage`, {
    method: 'POST',
    body,
    headers: { authorization: `Bearer ${simulator.botToken}` },
  })
  process.stdout.write(`${((await response.json()) as { ts: string }).ts}\n`)
}
