/**
 * Two replicas on one PostgreSQL nudge and digest their way through the weeks in which the clocks change, while Slack cuts calls off,
 * loses answers, asks to wait and is not there at all, and while the replicas are killed between any two steps.
 * `node bench/chaos-jobs.ts [days, 24]`; exit 1 if any post was lost or stands twice.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { cutOff, type Fault, rateLimited, serverError, unheard } from '../simulator/faults.ts'
import { type Simulator, startSimulator } from '../simulator/server.ts'
import { addDays, at, type Day, weekday, type Zone } from '../src/domain/shared/time.ts'
import { CHANNELS, PEOPLE, workspaceSeed } from '../src/local/workspace-seed.ts'
import type { ToClockBot } from '../test/support/clock-bot-entry.ts'
import { freshPostgres, type whyNoPostgres as Why, whyNoPostgres } from '../test/support/postgres-databases.ts'

const ZONE = 'Europe/London' as Zone
const ENTRY = path.resolve(import.meta.dirname, '../test/support/clock-bot-entry.ts')
const COMPILED = path.resolve(import.meta.dirname, '../node_modules/.cache/medallist/compiled')
/** On the night itself: half past one is skipped in spring, and comes twice in autumn. */
const DIGEST = { weekday: 7, at: 90 }
const NUDGE_AT = 8 * 60 + 30
const RECRUITERS = 2
const LONGEST_WAIT_MS = 90_000
/** Transactions of a day's work; a kill falls on any of them. */
const STEPS = 60

type Bot = { readonly child: ChildProcess; gone: boolean }
type Tally = { slots: number; posts: number; kills: number; faults: number; lost: number; twice: number }
const say = (line: string) => void process.stdout.write(`${line}\n`)
const random = <T>(of: readonly T[]): T => of[Math.floor(Math.random() * of.length)] as T

const FAULTS: readonly (() => { readonly name: string; readonly fault: Fault; readonly times: number })[] = [
  () => ({ name: 'cut off before', fault: cutOff('before'), times: 2 }),
  () => ({ name: 'answer lost', fault: cutOff('after'), times: 2 }),
  () => ({ name: 'never answered', fault: unheard, times: 1 }),
  () => ({ name: '429', fault: rateLimited(1), times: 3 }),
  () => ({ name: '503', fault: serverError(), times: 3 }),
  () => ({ name: '503 after', fault: serverError(503, 'after'), times: 2 }),
]
const METHODS = [
  'chat.postMessage',
  'chat.postMessage',
  'conversations.info',
  'files.getUploadURLExternal',
  'files.completeUploadExternal',
  undefined,
]

async function torment(title: string, middle: Day, days: number): Promise<boolean> {
  const database = await freshPostgres()
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'medallist-clock-'))
  const simulator = await startSimulator({ seed: workspaceSeed(), log: () => undefined })
  const first = addDays(middle, -Math.floor(days / 2))
  const aheadOf = (day: Day, minute: number) => at(day, minute, ZONE) - Date.now()
  let ahead = aheadOf(addDays(first, -1), 12 * 60)
  const start = async (seed: boolean): Promise<Bot> => {
    const child = fork(ENTRY, {
      env: {
        PATH: process.env.PATH ?? '',
        NODE_COMPILE_CACHE: COMPILED,
        SLACK_BOT_TOKEN: simulator.botToken,
        SLACK_APP_TOKEN: simulator.appToken,
        SLACK_API_URL: simulator.apiUrl,
        APP_SECRET: 'the secret of a bench that kills, long enough',
        DATABASE_URL: database.databaseUrl,
        MEDALLIST_DATA_DIR: dataDir,
        TZ_DEFAULT: ZONE,
        PORT: '0',
        TEST_AHEAD: String(ahead),
        TEST_SEED: seed ? '1' : '0',
      },
      stdio: ['ignore', 'ignore', process.env.CHAOS_TELL === '1' ? 'inherit' : 'ignore', 'ipc'],
      execArgv: ['--disable-warning=ExperimentalWarning'],
    })
    const bot: Bot = { child, gone: false }
    child.once('exit', () => {
      bot.gone = true
    })
    await Promise.race([once(child, 'message'), once(child, 'exit')])
    return bot
  }
  const tell = (bot: Bot, told: ToClockBot) => void (bot.gone || bot.child.send(told, () => undefined))
  const tally: Tally = { slots: 0, posts: 0, kills: 0, faults: 0, lost: 0, twice: 0 }
  const expected: string[] = []
  const began = performance.now()
  const bots = [await start(true), await start(false)]
  try {
    for (const [key, value] of [
      ['digest.weekday', DIGEST.weekday],
      ['digest.at', DIGEST.at],
      ['nudge.at', NUDGE_AT],
    ] as const)
      await database.pool.query(
        `INSERT INTO setting (workspace_id, key, value, changed_at) SELECT id, $1, $2, now() FROM workspace`,
        [key, JSON.stringify(value)],
      )
    for (let index = 0; index < days; index += 1) {
      const day = addDays(first, index)
      const slots = slotsOf(day)
      expected.push(...slots)
      ahead = aheadOf(day, 9 * 60)
      tally.faults += disturb(simulator)
      const dying = bots[index % 2] as Bot
      tell(dying, { dieAfter: Math.ceil(Math.random() * STEPS) + (index % 2) / 2 })
      for (const bot of bots) tell(bot, { ahead })
      const settled = async () => (await countedOf(database.pool, simulator)).isQuiet(expected)
      for (let waited = 0; waited < LONGEST_WAIT_MS && !(await settled()); waited += 250) {
        await pause(250)
        for (const [at, bot] of bots.entries())
          if (bot.gone) {
            tally.kills += 1
            bots[at] = await start(false)
          }
      }
      // A quiet day has few steps: who is still alive dies now, at whatever it does.
      if (!dying.gone && index % 3 === 0) dying.child.kill('SIGKILL')
      simulator.faults.clear()
      if (process.stdout.isTTY) process.stdout.write(`\r${title}: ${index + 1} of ${days} days`)
    }
    for (const bot of bots) tell(bot, { dieAfter: Number.POSITIVE_INFINITY })
    await pause(3_000)
    const { times, files } = await countedOf(database.pool, simulator)
    tally.slots = expected.length
    for (const key of expected) {
      const stands = times.get(key) ?? 0
      tally.posts += stands
      tally.lost += stands === 0 ? 1 : 0
      tally.twice += stands > 1 ? 1 : 0
    }
    const digests = expected.filter((key) => key.startsWith('digest:')).length
    const seconds = ((performance.now() - began) / 1_000).toFixed(0)
    say(`\n${title}: ${days} days in ${seconds} s`)
    for (const [name, value] of Object.entries(tally)) say(`  ${name.padEnd(8)}${String(value).padStart(6)}`)
    say(`  files   ${String(files.length).padStart(6)} in the threads of ${new Set(files).size} of ${digests} digests`)
    return tally.lost + tally.twice === 0 && files.length === digests && new Set(files).size === digests
  } finally {
    for (const bot of bots) {
      tell(bot, { stop: true })
      if (!bot.gone) await Promise.race([once(bot.child, 'exit'), pause(5_000).then(() => bot.child.kill('SIGKILL'))])
    }
    await simulator.close()
    await database.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** What that day owes, independent of the code that is tested: a nudge a recruiter on a working day, a digest on a Sunday. */
const slotsOf = (day: Day): readonly string[] => {
  if (weekday(day) === DIGEST.weekday) return [`digest::${day}`]
  return weekday(day) <= 5 ? Array.from({ length: RECRUITERS }, (_, index) => `nudge:${day}:${index}`) : []
}

function disturb(simulator: Simulator): number {
  const count = 1 + Math.floor(Math.random() * 3)
  for (let index = 0; index < count; index += 1) {
    const { fault, times } = random(FAULTS)()
    simulator.faults.add({ method: random(METHODS), times, fault })
  }
  if (Math.random() < 0.25) {
    const end = simulator.faults.add({ fault: serverError() })
    setTimeout(end, 3_000)
  }
  return count
}

/** What stands in the two channels, and whether nothing is under way. */
async function countedOf(pool: { query(sql: string): Promise<{ rows: { id: string }[] }> }, simulator: Simulator) {
  const ines = simulator.as(PEOPLE.ines.id)
  const metrics = ines.messages(CHANNELS.metrics)
  const { rows: members } = await pool.query(
    `SELECT id FROM member WHERE name IN ('Ines Moreau', 'Ben Hartley') ORDER BY name`,
  )
  const times = new Map<string, number>()
  for (const { metadata } of [...ines.messages(CHANNELS.nudges), ...metrics]) {
    const given = (metadata as { event_payload?: { key?: string } } | undefined)?.event_payload?.key
    if (given === undefined) continue
    const key = members.reduce((text, { id }, index) => text.replace(id, String(index)), given)
    times.set(key, (times.get(key) ?? 0) + 1)
  }
  const files = metrics.flatMap(({ files: shared, threadTs }) => (shared === undefined ? [] : [threadTs]))
  const { rows: open } = await pool.query(`SELECT slot AS id FROM job_run WHERE finished_at IS NULL
    UNION ALL SELECT key FROM slack_post WHERE state <> 'posted' AND kind IN ('nudge', 'digest')`)
  return {
    times,
    files,
    isQuiet: (keys: readonly string[]) => open.length === 0 && keys.every((key) => times.has(key)),
  }
}

const days = Number(process.argv[2] ?? 24)
const why: typeof Why = whyNoPostgres
if (why !== undefined) {
  say(`PostgreSQL: skipped, ${why}`)
  process.exit(0)
}
let held = await torment('Spring, two replicas', '2026-03-29' as Day, days / 2)
held = (await torment('Autumn, two replicas', '2025-10-26' as Day, days / 2)) && held
say(held ? 'Every slot was told once.' : 'FAILED: see above.')
process.exit(held ? 0 : 1)
