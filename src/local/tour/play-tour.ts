import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp, type Overrides } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { startLocalWorkspace } from '../local-workspace.ts'
import { seedSampleCompany } from '../sample-company.ts'
import { anaAnswers, theDigestComes, theNudgeComes } from './every-week.ts'
import { inesAccepts, inesFindsAna, inesWritesToAna, nadiaIsToldFirst, tomFlagsNadia } from './first-minutes.ts'
import { jonasLeaves, leilaIsUndone, meiRests, omarIsHired } from './not-yet.ts'
import { makeStage, type Stage } from './stage.ts'

/** Long enough to press *Undo send*, short enough to look on. */
const UNDO_SECONDS = '4'

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
  const complain = (_fields: object, message: string) => void complaints.push(message)
  const begun = performance.now()
  let stage: Stage | undefined
  try {
    say(
      'The first minutes with Medallist, played by the real bot in a local Slack workspace. Nothing of yours is touched.',
    )
    // Nothing of the environment counts: a tour must never reach a real Slack, mail server or database.
    const read = readConfig({ PORT: '0', MEDALLIST_DATA_DIR: folder, MEDALLIST_UNDO_SECONDS: UNDO_SECONDS })
    if ('problems' in read) throw new Error('The tour has a wrong configuration')
    const local = await startLocalWorkspace(read.config, 0)
    closing.push(() => local.close())
    const app = await buildApp({
      config: local.config,
      log: { info: () => undefined, warn: complain, error: complain },
      onFatal: (error) => complaints.push(`The database has died: ${error.message}`),
      overrides,
    })
    closing.push(() => app.stop())
    await seedSampleCompany(app.contexts.forSystem(app.workspace), local.simulator)
    await app.start()
    local.bringReplies(app.url, (error) => complaints.push(`An answer was not taken in: ${String(error)}`))
    stage = makeStage(local, say, patience)
    await play(stage)
    stage.holds('nothing went wrong behind the scenes', complaints.length === 0)
    say('')
    say(`Every step held, in ${((performance.now() - begun) / 1_000).toFixed(0)} s. Try it yourself: npm start`)
    return true
  } catch (error) {
    say('')
    // Whatever is awaited in vain brings along what its person sees, which is printed below.
    say(`✗ ${(error instanceof Error ? error.message : String(error)).split('\n')[0]}`)
    for (const complaint of complaints) say(`  complained: ${complaint}`)
    if (stage !== undefined) say(`\n${stage.everything()}`)
    return false
  } finally {
    for (const close of closing.toReversed()) await close()
  }
}

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
