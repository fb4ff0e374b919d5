/**
 * Kills the real bot again and again while it delivers, on the embedded database and on PostgreSQL with two replicas, and counts what
 * became of every approved message. `node bench/chaos-sends.ts [kills on each, 36]`; exit 1 if any was lost, arrived twice, or is in doubt
 * without anybody being asked.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Stage } from '../simulator/mail/smtp.ts'
import type { BotProcess, Planned } from '../test/support/bot-process.ts'
import { INES, type KillStage, openKillStage } from '../test/support/kill-stage.ts'
import { freshPostgres, whyNoPostgres } from '../test/support/postgres-databases.ts'

const POINTS = ['claimed', 'handing_over', 'rcpt', 'data', 'before250', 'after250', 'random'] as const
type Point = (typeof POINTS)[number]
const STATES: readonly string[] = ['claimed', 'handing_over'] satisfies Point[]
/** Several at once, so that a kill finds messages at different instructions. */
const MESSAGES = 3
const SOON_MS = 200
const LONGEST_RANDOM_MS = 400
const OVER = ['handed_over', 'in_doubt']

type Tally = {
  kills: number
  sends: number
  sent: number
  doubted: number
  arrived: number
  lost: number
  twice: number
  unseen: number
}
const nothing = (): Tally => ({ kills: 0, sends: 0, sent: 0, doubted: 0, arrived: 0, lost: 0, twice: 0, unseen: 0 })

const say = (line: string) => void process.stdout.write(`${line}\n`)

async function torment(
  title: string,
  databaseUrl: string | undefined,
  replicas: number,
  kills: number,
): Promise<boolean> {
  const stage = await openKillStage(databaseUrl)
  // One after the other: the first makes the schema.
  const bots: BotProcess[] = []
  for (let index = 0; index < replicas; index += 1) bots.push(await stage.bot())
  const planned: { readonly point: Point; readonly sends: readonly Planned[] }[] = []
  const began = performance.now()
  try {
    for (let round = 0; round < kills; round += 1) {
      const point = POINTS[round % POINTS.length] ?? 'random'
      planned.push({ point, sends: await killAt(stage, bots, point) })
      for (const [index, bot] of bots.entries()) if (bot.gone) bots[index] = await stage.bot()
      // So that the next kill hits its own messages; one that never ends is counted as lost.
      await bots[0]?.settled(planned.at(-1)?.sends.map(({ id }) => id) ?? [], OVER).catch(() => undefined)
      if (process.stdout.isTTY) process.stdout.write(`\r${title}: ${round + 1} of ${kills} kills`)
    }
    const seconds = ((performance.now() - began) / 1_000).toFixed(0)
    say(`\n${title}: ${kills} kills in ${seconds} s`)
    return report(await count(stage, bots, planned))
  } finally {
    for (const bot of bots) await bot.stop()
    await stage.close()
  }
}

async function killAt(stage: KillStage, bots: readonly BotProcess[], point: Point): Promise<readonly Planned[]> {
  const [first] = bots
  if (first === undefined) throw new Error('no bot')
  const planOn = () => first.plan(INES, MESSAGES)
  if (point === 'random') {
    const sends = await first.plan(INES, MESSAGES, SOON_MS)
    await pause(Math.random() * (SOON_MS + LONGEST_RANDOM_MS))
    await (bots[Math.floor(Math.random() * bots.length)] ?? first).kill()
    return sends
  }
  if (STATES.includes(point)) {
    for (const bot of bots) await bot.standStillAt(point)
    const stands = Promise.race(bots.map(async (bot) => ({ bot, stood: await bot.standsStill() })))
    const sends = await planOn()
    const { bot } = await stands
    for (const other of bots) if (other !== bot) await other.standStillAt(undefined)
    // Who stood still behind its commit as well would hold its messages for ever; that one is killed too.
    await bot.kill()
    for (const other of bots) if (other !== bot && other.holding.size > 0) await other.kill()
    return sends
  }
  const { reached, release } = stage.holdAt(point as Stage)
  const sends = await planOn()
  await reached
  const talking = bots.find((bot) => sends.some(({ id }) => bot.holding.has(id))) ?? first
  await talking.kill()
  release()
  return sends
}

async function count(
  stage: KillStage,
  bots: readonly BotProcess[],
  planned: readonly { readonly point: Point; readonly sends: readonly Planned[] }[],
): Promise<ReadonlyMap<Point, Tally>> {
  const all = planned.flatMap(({ sends }) => sends)
  const [bot] = bots
  if (bot === undefined) throw new Error('no bot')
  const ids = all.map(({ id }) => id)
  // Whatever happens to the last ones, a state that never ends is counted as lost below.
  const states = await bot.settled(ids, OVER).catch(() => bot.states(ids))
  const inDoubt = all.filter(({ id }) => states[id] === 'in_doubt').map(({ messageId }) => messageId)
  await stage.askedAbout(inDoubt).catch(() => undefined)
  const arrivals = stage.arrivals()
  const cards = stage.doubtCards()
  const tallies = new Map<Point, Tally>()
  for (const { point, sends } of planned) {
    const tally = tallies.get(point) ?? nothing()
    tallies.set(point, tally)
    tally.kills += 1
    for (const { id, messageId } of sends) {
      const times = arrivals.get(messageId) ?? 0
      const state = states[id]
      tally.sends += 1
      tally.sent += state === 'handed_over' ? 1 : 0
      tally.doubted += state === 'in_doubt' ? 1 : 0
      tally.arrived += times > 0 ? 1 : 0
      tally.twice += times > 1 ? 1 : 0
      tally.lost +=
        (state !== 'handed_over' && state !== 'in_doubt') || (state === 'handed_over' && times === 0) ? 1 : 0
      tally.unseen += state === 'in_doubt' && !cards.has(messageId.replace(/^<|>$/g, '')) ? 1 : 0
    }
  }
  return tallies
}

function report(tallies: ReadonlyMap<Point, Tally>): boolean {
  const total = nothing()
  const row = (name: string, tally: Tally) =>
    say(
      `${name.padEnd(14)}${Object.values(tally)
        .map((value) => String(value).padStart(9))
        .join('')}`,
    )
  say(
    `${'killed at'.padEnd(14)}${['kills', 'messages', 'sent', 'in doubt', 'arrived', 'lost', 'twice', 'unshown'].map((name) => name.padStart(9)).join('')}`,
  )
  for (const [point, tally] of tallies) {
    row(point, tally)
    for (const key of Object.keys(tally) as (keyof Tally)[]) total[key] += tally[key]
  }
  row('all', total)
  return total.lost + total.twice + total.unseen === 0
}

const kills = Number(process.argv[2] ?? 36)
let held = await torment('Embedded database', undefined, 1, kills)
if (whyNoPostgres === undefined) {
  const database = await freshPostgres()
  try {
    held = (await torment('PostgreSQL, two replicas', database.databaseUrl, 2, kills)) && held
  } finally {
    await database.close()
  }
} else {
  say(`PostgreSQL: skipped, ${whyNoPostgres}`)
}
say(held ? 'Nothing lost, nothing twice, every doubt shown.' : 'FAILED: see above.')
process.exit(held ? 0 : 1)
