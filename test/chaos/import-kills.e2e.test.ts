// A bot that imports a file is killed with SIGKILL at every step of it; whoever comes next goes on, adds nobody twice and loses no row.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Message } from '../../simulator/contract.ts'
import { wordsOf } from '../../simulator/hands/read.ts'
import { PATIENCE_MS } from '../../simulator/hands/wait.ts'
import type { BotProcess } from '../support/bot-process.ts'
import { withPostgres } from '../support/database.ts'
import type { Dying } from '../support/import-steps.ts'
import { INES, type KillStage, openKillStage } from '../support/kill-stage.ts'

/** Three batches; the ones refused lie in the first, the second and the last. */
const ROWS = 450
const BAD = [7, 250, 440]
const rowOf = (name: string, at: number) =>
  BAD.includes(at) ? `Nobody ${at};nowhere` : `${name} Person${at};${name}${at}@killed.example`
const fileOf = (name: string) =>
  Buffer.from(['Name;E-Mail', ...Array.from({ length: ROWS }, (_, at) => rowOf(name, at)), ''].join('\n'))
const COUNTS = `${ROWS} rows: *${ROWS - BAD.length} new*, 0 merged with people known already, ${BAD.length} refused.`

const kill = (when: Dying['when'], step: string): Dying => ({ when, step, by: 'SIGKILL' })

/** What Ines does with one file, by what she sees in her messages. */
function importing(stage: KillStage, name: string) {
  const ines = stage.simulator.as(INES)
  const file = `${name}.csv`
  const cards = () => ines.dm().filter((one) => wordsOf(one).includes(`*${file}*`))
  const card = (words: string): Promise<Message> =>
    ines.waitFor(() => cards().find((one) => wordsOf(one).includes(words)), { what: `${file}: “${words}”` })
  return {
    cards,
    card,
    async begin() {
      await ines.openHome()
      const offers = () => ines.dm().filter((one) => wordsOf(one).includes('A table of people?'))
      const before = offers().length
      await ines.say('dm', '', { files: [{ name: file, mimetype: 'text/csv', content: fileOf(name) }] })
      await ines.press(await ines.waitFor(() => offers()[before], { what: 'the offer' }), 'Import…')
      const form = await ines.opensModal('Import people')
      await form.choose('On which ground do you keep these people?', 'Legitimate interest')
      await form.submit()
    },
    async map() {
      if (ines.see().modals.length > 0) await ines.modal().close({ clear: true })
      await ines.press(await card('Look whether its columns'), 'Check columns…')
      const columns = await ines.opensModal('What the columns hold')
      await columns.submit()
    },
    start: async () => ines.press(await card('Nothing is imported yet'), `Import ${ROWS - BAD.length} people`),
    undo: async () => ines.press(await card('is imported.'), 'Undo import'),
    /** The rows in the files that came into the thread. */
    async refused() {
      const [done] = cards()
      const files = ines.messages('dm').flatMap(({ threadTs, files: sent = [] }) => (threadTs === done?.ts ? sent : []))
      const texts = await Promise.all(files.map(async ({ url }) => (await fetch(stage.simulator.url + url)).text()))
      return texts.map((text) =>
        text
          .split('\r\n')
          .slice(1, -1)
          .map((line) => line.split(',')[1]),
      )
    },
    async isImported() {
      expect(wordsOf(await card('is imported.'))).toContain(COUNTS)
      expect(cards()).toHaveLength(1)
      expect(await this.refused()).toEqual([BAD.map((at) => `Nobody ${at}`)])
    },
    async isTakenBack() {
      expect(wordsOf(await card('was taken back'))).toContain(`${ROWS - BAD.length} people removed`)
      expect(wordsOf(await card('was taken back'))).not.toContain('stayed')
    },
  }
}

const PHASES = {
  begin: [kill('behind', 'fetching: claimed'), kill('before', 'fetching: to_map'), kill('behind', 'fetching: to_map')],
  map: [kill('behind', 'counting: counted'), kill('before', 'counting: counted')],
  start: [
    kill('behind', 'importing: claimed'),
    kill('behind', 'importing: runStartedAt done'),
    kill('before', 'batch to 200'),
    kill('behind', 'batch to 200'),
    kill('before', 'batch to 400'),
    kill('behind', 'batch to 450'),
    kill('behind', 'finished'),
    kill('before', 'importing: refusedFile'),
    kill('behind', 'importing: refusedFile'),
    kill('before', 'importing: done'),
    kill('behind', 'importing: done'),
  ],
  undo: [
    kill('behind', 'undoing: claimed'),
    kill('before', 'removing'),
    kill('behind', 'removing'),
    kill('before', 'undoing: undone'),
  ],
} as const satisfies Record<string, readonly Dying[]>
type Phases = Record<keyof typeof PHASES, readonly Dying[]>
/** On a database that dies with the bot: where it was amid writing, and where Slack had its part already. */
const FEWER: Phases = {
  begin: [kill('before', 'fetching: to_map')],
  map: [kill('behind', 'counting: counted')],
  start: [kill('before', 'batch to 200'), kill('behind', 'batch to 200'), kill('before', 'importing: done')],
  undo: [kill('before', 'removing'), kill('behind', 'removing')],
}
/** Amid the writing alone. Each kill costs a start of the bot, so that every step is for `npm run chaos:imports`. */
const FEWEST: Phases = {
  ...FEWER,
  begin: [],
  map: [],
  start: [kill('behind', 'batch to 200')],
  undo: [kill('behind', 'removing')],
}
const everyStep = process.env.KILL_STEPS === 'all'

/** After a second the dead are known to be dead; whoever opens the embedded database knows it at once, and a second is little there. */
const LEASE = { leaseSeconds: 1 }
const EMBEDDED_LEASE = { leaseSeconds: 30 }

function killedEverywhere(phases: Phases, lease: typeof LEASE, open: () => Promise<KillStage>) {
  let stage: KillStage
  let bot: BotProcess
  let file: ReturnType<typeof importing>
  beforeAll(async () => {
    stage = await open()
    bot = await stage.bot(lease)
    file = importing(stage, 'kim')
  })
  afterAll(async () => {
    await bot.stop()
    await stage.close()
  })
  /** One bot after the other dies at its step; the last one lives. */
  async function killedWhile(phase: keyof Phases) {
    const [first, ...others] = phases[phase]
    await bot.dieAt(first ?? null)
    await file[phase]()
    if (first === undefined) return
    await bot.ended()
    for (const dying of others) await stage.dies({ dying, ...lease })
    bot = await stage.bot(lease)
  }

  it('is read and counted all the same', async () => {
    await killedWhile('begin')
    await killedWhile('map')
    await file.card('Nothing is imported yet')
  })
  it('adds everybody once, and brings every refused row', async () => {
    await killedWhile('start')
    await file.isImported()
  })
  it('is taken back to the last person', async () => {
    await killedWhile('undo')
    await file.isTakenBack()
  })
}

describe('an import whose bot is killed [embedded]', () => {
  killedEverywhere(everyStep ? FEWER : FEWEST, EMBEDDED_LEASE, () => openKillStage(undefined))
})
withPostgres('an import whose bot is killed', (db) => {
  killedEverywhere(everyStep ? PHASES : FEWEST, LEASE, () => openKillStage(db().databaseUrl))
})

withPostgres('an import of two replicas, each with a disk of its own', (db) => {
  let stage: KillStage
  let bots: BotProcess[]
  beforeAll(async () => {
    stage = await openKillStage(db().databaseUrl)
    bots = [await stage.bot({ ...LEASE, host: 'one' }), await stage.bot({ ...LEASE, host: 'two' })]
  })
  afterAll(async () => {
    for (const bot of bots) await bot.stop()
    await stage.close()
  })
  const waiting = async () => {
    const held = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
    return (await db().pool.query(held)).rows.length
  }
  const armed = (dying: Dying | null) => Promise.all(bots.map((bot) => bot.dieAt(dying)))

  it('is finished by the other when one is killed, with every refused row', async () => {
    const file = importing(stage, 'lee')
    await file.begin()
    await file.map()
    await file.card('Nothing is imported yet')
    await armed(kill('behind', 'batch to 200'))
    await file.start()
    await Promise.race(bots.map((bot) => bot.ended()))
    const left = bots.filter((bot) => !bot.gone)
    expect(left).toHaveLength(1)
    for (const bot of left) await bot.dieAt(null)
    await file.isImported()
    bots = [...left, await stage.bot({ ...LEASE, host: 'three' })]
  })

  it.each(['before', 'behind'] as const)('stays as it is when one that slept %s its commit wakes up', async (when) => {
    const file = importing(stage, `ann${when}`)
    await file.begin()
    await file.map()
    await file.card('Nothing is imported yet')
    await armed({ when, step: 'batch to 400', by: 'SIGSTOP' })
    await file.start()
    const asleep = await Promise.any(bots.map((bot) => bot.standsStill().then(() => bot)))
    for (const bot of bots) if (bot !== asleep) await bot.dieAt(null)
    // What it has not committed keeps the other waiting.
    if (when === 'before') await expect.poll(waiting, { timeout: PATIENCE_MS }).toBeGreaterThan(0)
    else await file.isImported()
    asleep.wake()
    await asleep.dieAt(null)
    await file.isImported()
    await file.undo()
    await file.isTakenBack()
  })
})
