import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeUnhurriedClock } from '../../../simulator/clock.ts'
import { buildApp, type Overrides } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { instant, SECOND } from '../../domain/shared/time.ts'
import { startLocalWorkspace } from '../local-workspace.ts'
import { seedSampleCompany } from '../sample-company.ts'
import { anaAnswers, theDigestComes, theNudgeComes } from './every-week.ts'
import { inesAccepts, inesFindsAna, inesWritesToAna, nadiaIsToldFirst, tomFlagsNadia } from './first-minutes.ts'
import { jonasLeaves, leilaIsUndone, meiRests, omarIsHired } from './not-yet.ts'
import { makeStage, type Stage } from './stage.ts'

/** The tour moves the bot's clock past the hold, so that nobody waits for it, and no machine is too slow for *Undo send*. */
const UNDO_SECONDS = 600
/** How much longer Slack's own three seconds are here: the workspace, its people and the bot share one process, which may be slow. */
const UNHURRIED = 20

export type TourOptions = {
  readonly say: (line: string) => void
  readonly overrides?: Overrides
  /** How long anything awaited may take. */
  readonly patience?: number
}

/** Plays the first minutes with the real bot on a database of its own, and prints them. Whether every step held. */
export async function playTour({ say, overrides = {}, patience }: TourOptions): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'medallist-tour-'))
  const closing: (() => Promise<void>)[] = [() => rm(folder, { recursive: true, force: true })]
  const complaints: string[] = []
  const slow: string[] = []
  const complain = (fields: { readonly err?: unknown }, message: string) => {
    const told = fields.err instanceof Error ? `${message}: ${fields.err.message.trim().split('\n').at(-1)}` : message
    if (isSlowness(fields.err)) slow.push(told)
    else complaints.push(told)
  }
  const begun = performance.now()
  let ahead = 0
  const now = () => instant(Date.now() + ahead)
  let stage: Stage | undefined
  try {
    say(
      'The first minutes with Medallist, played by the real bot in a local Slack workspace. Nothing of yours is touched.',
    )
    // Nothing of the environment counts: a tour must never reach a real Slack, mail server or database.
    const read = readConfig({ PORT: '0', MEDALLIST_DATA_DIR: folder, MEDALLIST_UNDO_SECONDS: String(UNDO_SECONDS) })
    if ('problems' in read) throw new Error('The tour has a wrong configuration')
    const local = await startLocalWorkspace(read.config, 0, makeUnhurriedClock(UNHURRIED))
    closing.push(() => local.close())
    const app = await buildApp({
      config: local.config,
      log: { info: () => undefined, warn: complain, error: complain },
      onFatal: (error) => complaints.push(`The database has died: ${error.message}`),
      overrides: { ...overrides, now },
    })
    closing.push(() => app.stop())
    await seedSampleCompany(app.contexts.forSystem(app.workspace), local.simulator)
    await app.start()
    local.bringReplies(app.url, (error) => complaints.push(`An answer was not taken in: ${String(error)}`), now)
    const endHold = () => {
      ahead += UNDO_SECONDS * SECOND
      app.contexts.forSystem(app.workspace).services.wake.sends()
    }
    stage = makeStage({ local, say, endHold, patience })
    await play(stage)
    stage.holds('nothing went wrong behind the scenes', complaints.length === 0)
    say('')
    say(`Every step held, in ${((performance.now() - begun) / 1_000).toFixed(0)} s. Try it yourself: npm start`)
    return true
  } catch (error) {
    say('')
    // Whatever is awaited in vain brings along what its person sees, which is printed below.
    say(
      `✗ ${(error instanceof Error ? error.message : String(error))
        .trim()
        .split('\n', stage === undefined ? 20 : 1)
        .join('\n')}`,
    )
    for (const complaint of [...complaints, ...slow]) say(`  complained: ${complaint}`)
    if (stage !== undefined) say(`\n${stage.everything()}`)
    return false
  } finally {
    for (const close of closing.toReversed()) await close()
  }
}

/** Something took longer than it may and is done again later: a busy machine, not a fault. */
const isSlowness = (error: unknown): boolean =>
  error instanceof Error && /time[ -]?out|timed out|in the given time/i.test(`${error.name} ${error.message}`)

async function play(stage: Stage): Promise<void> {
  await tomFlagsNadia(stage)
  await inesAccepts(stage)
  await nadiaIsToldFirst(stage)
  await theNudgeComes(stage)
  const found = await inesFindsAna(stage)
  await inesWritesToAna(stage, found)
  await meiRests(stage)
  await omarIsHired(stage)
  await leilaIsUndone(stage)
  await jonasLeaves(stage)
  await anaAnswers(stage)
  await theDigestComes(stage)
}
