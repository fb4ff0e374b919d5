// How long `npm start` takes until its page answers and until it says where to look, in a folder of its own. `node bench/start.ts [rounds]`
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const MAIN = path.resolve(import.meta.dirname, '../src/main.ts')
type Took = { readonly page: number; readonly ready: number }
type End = 'SIGTERM' | 'SIGKILL'

async function bench(rounds: number): Promise<void> {
  const first: Took[] = []
  const second: Took[] = []
  const killed: Took[] = []
  for (let round = 0; round < rounds; round++) {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'medallist-bench-'))
    try {
      first.push(await run(folder, 'SIGTERM'))
      second.push(await run(folder, 'SIGKILL'))
      killed.push(await run(folder, 'SIGTERM'))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  const say = (line: string) => process.stdout.write(`${line}\n`)
  say(
    `medians of ${rounds}, milliseconds; load average ${os.loadavg()[0]?.toFixed(1)} on ${os.availableParallelism()} cores`,
  )
  say(`                     page answers    ready for people`)
  const line = (label: string, took: readonly Took[]) =>
    say(`${label.padEnd(21)}${column(took, 'page')}    ${column(took, 'ready')}`)
  line('first start', first)
  line('second start', second)
  line('start after kill -9', killed)
  const [clean, after] = [median(second.map(({ ready }) => ready)), median(killed.map(({ ready }) => ready))]
  say(`after kill -9: ${(after / clean).toFixed(2)} of a clean second start, ${(after - clean).toFixed(0)} ms more`)
}

/** Starts it, waits for its page and for its greeting, and ends it. */
async function run(folder: string, end: End): Promise<Took> {
  const port = await freePair()
  const begun = performance.now()
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, PORT: String(port), MEDALLIST_DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  let out = ''
  const greeted = new Promise<number>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString('utf8')
      if (out.includes('Stop with Ctrl-C')) resolve(performance.now() - begun)
    })
    child.on('exit', () => reject(new Error('it ended')))
  })
  const page = (async () => {
    for (;;) {
      const answer = await fetch(`http://127.0.0.1:${port + 1}/`).catch(() => undefined)
      if (answer?.ok) return performance.now() - begun
      await wait(20)
    }
  })()
  const took = { ready: await greeted, page: await page }
  child.kill(end)
  await exited
  return took
}

/** A port with a free one beside it, where the page will be. */
async function freePair(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port < 65_000 ? port : freePair()
}

const column = (took: readonly Took[], key: keyof Took): string =>
  median(took.map((one) => one[key]))
    .toFixed(0)
    .padStart(12)
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

await bench(Number(process.argv[2] ?? 5))
