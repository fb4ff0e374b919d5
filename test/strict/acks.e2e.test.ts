// Nothing acknowledged is lost: whoever changes something hears from Slack only once it is committed. Every act that is registered is played,
// and the database is asked what each transaction changed.
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { goodLetter } from '../support/model-letters.ts'
import { startOpenAiServer } from '../support/openai-server.ts'
import { modalOf, OURS, SOMEWHERE } from './acts.ts'
import { APART, BUTTONS_PLAYED } from './buttons-played.ts'
import { stateOf } from './client.ts'
import { COMMANDS_PLAYED, FORMS_PLAYED, MENUS_PLAYED, SHORTCUTS_PLAYED } from './others-played.ts'
import { whatIsRegistered } from './registered.ts'
import { type Played, PRIYA, type Stage, stageOf, submitted } from './stage.ts'
import { aStrictWorld, INES } from './strict-world.ts'
import { makeUnits } from './units.ts'

const units = makeUnits()
const model = await startOpenAiServer()
model.answerWith(goodLetter)
const strict = aStrictWorld({ env: model.env, overrides: { transactions: units.transactions } })
afterAll(() => model.close())

/** Written whenever, since nobody was promised anything: lost with a process, it is missed by nobody. */
const NOTED: Readonly<Record<string, string>> = {
  listing: 'the query behind a list that is only about to be shown; the list comes after it, or an apology',
  match_run: 'what was asked for and by whom, behind a list that is only about to be shown, as above',
  match_person: 'as above',
  name_key: 'what somebody is filed under; who is due to be compared stays due until it is written',
  duplicate_check: 'as above',
  duplicate: 'what a comparison found, and finds again; what somebody decides of it is an event besides',
  model_call: 'what the model cost, for the budget of the day',
}
/** What goes on after the acknowledgement by design: which table has the beginning of it by then, and who carries it through. */
type GoesOn = { readonly begun: string; readonly why: string }
const MODEL_WORDS: GoesOn = {
  begun: 'draft_revision',
  why: 'the text by template counts, and the worker posts its card in time; the model’s words take its place, if they come',
}
const BY_THE_CLOCK: GoesOn = { begun: 'job_run', why: 'the run is a row, and the clock carries on what was cut off' }
const LESSONS: GoesOn = {
  begun: 'learned_skill',
  why: 'the name counts at once; the rows of people on record are gone through afterwards, and again by whoever keeps house',
}
const EXPORTED: GoesOn = {
  begun: 'event',
  why: 'who takes people out is on record before a row is read; how many they were, once Slack has the file',
}
const GOES_ON: Readonly<Record<string, GoesOn>> = {
  draft_for_person: MODEL_WORDS,
  'draft_next_act:draft_decline': MODEL_WORDS,
  'draft_next_act:redraft': MODEL_WORDS,
  job_draft: MODEL_WORDS,
  keep_door_modal: MODEL_WORDS,
  '/outreach draft %@example.com': MODEL_WORDS,
  '/medallist jobs run nudge': BY_THE_CLOCK,
  '/pool export % Person': EXPORTED,
  skill_teach: LESSONS,
  skill_forget: LESSONS,
  '/medallist skills add % = Kubernetes': LESSONS,
  '/medallist skills remove %': LESSONS,
}
const wentOn = new Set<string>()
const nameOf = ({ act, use }: Played): string => (use === undefined ? act : `${act} ${use}`.trim())

/** Nobody's unit of work is under way any more, and no model is asked. */
async function settled(): Promise<void> {
  for (let quiet = 0; quiet < 3; ) {
    await pause(20)
    quiet = units.open() === 0 && model.pending() === 0 ? quiet + 1 : 0
  }
}

/** What the act changed before it was acknowledged, and after. */
async function watched(play: () => Promise<unknown>): Promise<Record<'before' | 'after', readonly string[]>> {
  const { client, rows } = strict()
  const answer = await play()
  expect(JSON.stringify(answer ?? '')).not.toMatch(OURS)
  const { sentAt, ackedAt } = client.times
  await settled()
  const changing = (await units.since(rows, sentAt)).filter(({ actor }) => actor !== undefined)
  const tables = (kept: boolean) =>
    changing
      .filter(({ endedAt = Infinity }) => endedAt < ackedAt === kept)
      .flatMap(({ changed }) => changed.filter((table) => NOTED[table] === undefined))
      .toSorted()
  return { before: tables(true), after: tables(false) }
}

let shared: Stage
async function prove(played: Played): Promise<void> {
  const name = nameOf(played)
  const alone = played.does === 'changes' || played.before !== undefined
  const stage = alone ? await stageOf(strict()) : shared
  const ready = await played.before?.(stage)
  await settled()
  const { before, after } = await watched(() => played.play(stage, ready))
  if (played.does === 'looks') expect(before).toEqual([])
  else expect(before).not.toEqual([])
  const goesOn = GOES_ON[name]
  if (goesOn === undefined) return expect(after).toEqual([])
  expect(before).toContain(goesOn.begun)
  if (after.length > 0) wentOn.add(name)
}

beforeAll(() => units.watch(strict().world))

describe('the sample company', () => {
  it('is on its way before its button is acknowledged, and taken up by whoever asks again', async () => {
    const { client } = strict()
    const { before, after } = await watched(() =>
      client.press(PRIYA, SOMEWHERE, { actionId: 'setup_sample', value: 'sample' }, { quiet: true }),
    )
    expect(before).toContain('event')
    expect(after).toContain('candidate')
    expect((await watched(() => client.command(PRIYA, '/medallist', 'sample-data remove'))).after).toEqual([])
    const again = await watched(() => client.command(PRIYA, '/medallist', 'sample-data load'))
    expect(again.before).toContain('event')
    await client.command(PRIYA, '/medallist', 'sample-data remove')
  })
})

describe('every act', () => {
  it('is played here', () => {
    const { actions, views, commands, shortcuts, options } = whatIsRegistered()
    const names = (played: readonly Played[]) => [...new Set(played.map(({ act }) => act))].toSorted()
    expect([...names(BUTTONS_PLAYED), ...APART].toSorted()).toEqual(actions.toSorted())
    expect(names(FORMS_PLAYED)).toEqual(views.toSorted())
    expect(names(COMMANDS_PLAYED)).toEqual(commands.toSorted())
    expect(names(SHORTCUTS_PLAYED)).toEqual(shortcuts.toSorted())
    expect(names(MENUS_PLAYED)).toEqual(options.toSorted())
  })
})

describe('is committed when it is acknowledged, or changes nothing', () => {
  beforeAll(async () => {
    shared = await stageOf(strict())
  })
  const all = {
    button: BUTTONS_PLAYED,
    form: FORMS_PLAYED,
    command: COMMANDS_PLAYED,
    shortcut: SHORTCUTS_PLAYED,
    menu: MENUS_PLAYED,
  }
  for (const [kind, some] of Object.entries(all))
    describe(`the ${kind}`, () => {
      it.each(some.map((played) => [nameOf(played), played.does, played] as const))(
        '%s, which %s',
        (_name, _does, played) => prove(played),
      )
    })

  it('goes on only where that is meant', () => {
    expect([...wentOn].toSorted()).toEqual(Object.keys(GOES_ON).toSorted())
  })
})

describe('a note for the model, which takes longer than Slack waits', () => {
  it('is on record before its form is acknowledged, and in the form again where nothing came of it', async () => {
    const stage = await stageOf(strict())
    const again = async () => {
      const value = `regenerate:${stage.some.draft}`
      const seen = await stage.client.press(INES, SOMEWHERE, { actionId: 'draft_more', value })
      return stateOf(modalOf(seen)).draft_note?.draft_note?.value
    }
    expect(await again()).toBeNull()
    const since = stage.recorder.mark()
    model.goWrong({ kind: 'slow' })
    const typed = { draft_note: { type: 'plain_text_input', value: 'Warmer, please' } }
    const { before } = await watched(() => submitted(stage, 'draft_regenerate_modal', { typed }))
    expect(before).toEqual(['kept_form'])
    // Told in the place of the form, which the test never opened; so it is told in the conversation with the bot.
    const told = await stage.recorder.heard(since, ({ method }) => method === 'chat.postEphemeral', 'what came of it')
    expect(told.args.text).toContain('The text is as it was')
    expect(await again()).toBe('Warmer, please')
    const { after } = await watched(() => submitted(stage, 'draft_regenerate_modal', { typed }))
    expect(after).toEqual([])
    const [draft] = await stage.rows('SELECT 1 FROM kept_form WHERE id = $1', [stage.some.draft])
    expect(draft).toBeUndefined()
  })
})

describe('a run by hand of what the clock does', () => {
  it.each(['nudge', 'digest'])(
    '%s is on record before its command is acknowledged, and carried out after',
    async (job) => {
      const { client, rows } = strict()
      // The run before may still be on its way to its end.
      await settled()
      const { before } = await watched(() => client.command(PRIYA, '/medallist', `jobs run ${job}`))
      expect(before).toContain('job_run')
      const { sentAt, ackedAt } = client.times
      const ran = (await units.since(rows, sentAt)).filter(
        (unit) => unit.actor === undefined && unit.changed.includes('job_run'),
      )
      expect(ran.length).toBeGreaterThan(0)
      for (const { endedAt } of ran) expect(endedAt).toBeGreaterThan(ackedAt)
    },
  )
})

describe('what Slack says by itself', () => {
  const { events } = whatIsRegistered()
  // Whoever removed the app hears nothing more from it.
  const last = ['app_uninstalled', 'tokens_revoked']
  it.each([...events.filter((type) => !last.includes(type)), ...last])(
    '%s is kept when it is acknowledged',
    async (type) => {
      const { client, rows } = strict()
      const eventId = `Ev0${type.replaceAll('_', '').toUpperCase()}`
      await client.event({ type, user: INES, event_ts: '1.1' }, eventId)
      const { sentAt, ackedAt } = client.times
      await settled()
      const kept = (await units.since(rows, sentAt)).filter(({ changed }) => changed.includes('inbox'))
      expect(kept[0]?.endedAt).toBeLessThan(ackedAt)
      expect(await rows('SELECT 1 FROM inbox WHERE event_id = $1', [eventId])).toHaveLength(1)
    },
  )
})

it('nothing of it was an error of ours', () => {
  expect(strict().faults()).toEqual([])
})
