// What every registered act is played on, and how: by somebody who may.
import { PEOPLE } from '../../src/local/workspace-seed.ts'
import { SOMEWHERE } from './acts.ts'
import type { State, Submitted } from './client.ts'
import { actionOf, EVERY_BUTTON, forged } from './every-act.ts'
import { type Planted, plant } from './planted.ts'
import { BEN, INES, type StrictWorld } from './strict-world.ts'

export const LUCIA = PEOPLE.lucia.id
export const PRIYA = PEOPLE.priya.id

/** What an act is played on: one of everything, planted for it alone. */
export type Stage = StrictWorld & { readonly some: Planted; readonly word: string }

/** Whether something is on record afterwards that was not before, but for what the product notes down for itself. */
export type Does = 'changes' | 'looks'
export type Played = {
  /** As it is registered, and which of its uses where it has several. */
  readonly act: string
  readonly use?: string
  readonly does: Does
  /** Brings about what the act needs; what is done here is not watched. */
  readonly before?: (stage: Stage) => Promise<unknown>
  /** `ready` is what `before` answered. */
  readonly play: (stage: Stage, ready: unknown) => Promise<unknown>
}

let planted = 0
export async function stageOf(world: StrictWorld): Promise<Stage> {
  planted += 1
  const word = `stage${planted}x`
  const system = world.world.app.contexts.forSystem(world.world.app.workspace)
  const owner = (await world.as(INES)).actor.memberId
  const flagger = (await world.as(LUCIA)).actor.memberId
  return { ...world, word, some: await plant(system, { word, owner, flagger }) }
}

export async function idOf({ rows }: StrictWorld, sql: string, ...values: unknown[]): Promise<string> {
  const [row] = await rows<{ id: string }>(sql, values)
  if (row === undefined) throw new Error(`nothing: ${sql}`)
  return row.id
}

/** Who may, where it is not the recruiter who owns it all: the manager who flagged and was asked, the admin. */
const BY: Readonly<Record<string, string>> = {
  ask_looks_good: LUCIA,
  ask_suggest: LUCIA,
  ask_decline: LUCIA,
  ask_voice_edit: LUCIA,
  ask_voice_send: LUCIA,
  ask_voice_undo: LUCIA,
  ask_suggest_modal: LUCIA,
  ask_voice_modal: LUCIA,
  flag_offer_flag: LUCIA,
  flag_offer_decline: LUCIA,
  settings_open: PRIYA,
  settings_form: PRIYA,
  settings_undo: PRIYA,
  setup_roles: PRIYA,
  setup_sample: PRIYA,
  setup_roles_form: PRIYA,
  company_bar_undo: PRIYA,
  referral_mute: LUCIA,
  referral_unmute: LUCIA,
  custom_field_undo: PRIYA,
  hand_over_open: PRIYA,
  hand_over_undo: PRIYA,
  hand_over_modal: PRIYA,
  hand_over_confirm_modal: PRIYA,
}
const byOf = (name: string): string => (name.startsWith('settings_change') ? PRIYA : (BY[name] ?? INES))

export const pressed = ({ client }: StrictWorld, actionId: string, value: string) =>
  client.press(byOf(actionId), SOMEWHERE, { actionId, value }, { quiet: true })

const VALUES = Object.fromEntries(EVERY_BUTTON().toReversed())
export const usual = (stage: Stage, name: string) => pressed(stage, actionOf(name), VALUES[name]?.(stage.some) ?? '')

/** The person of the stage works where the watched company is. */
export const atWorks = async ({ as, some, word }: Stage): Promise<void> => {
  const { uow } = await as(INES)
  await uow.run((tx) => tx.candidates.change(some.candidate, { company: `${word} Works` }))
}
export const whoever = ({ some }: Stage) => ({
  type: 'multi_static_select',
  selected_options: [{ value: some.candidate }],
})

/** A form, and whether it was taken: what is refused would prove nothing. */
export async function submitted(
  { client, some }: Stage,
  name: string,
  { meta, typed = {} }: { readonly meta?: string; readonly typed?: Readonly<Record<string, object>> } = {},
): Promise<Submitted> {
  const { view, state } = forged(name, some, meta)
  const entered = Object.fromEntries(Object.entries(typed).map(([id, element]) => [id, { [id]: element }]))
  const answer = await client.submit(byOf(name), view, { ...state, ...entered } as State)
  if (answer.kind === 'errors') throw new Error(`${name} is refused: ${JSON.stringify(answer.errors)}`)
  return answer
}

/** The value of a button in what was said. */
export function offered(said: unknown, actionId: string): string {
  const text = JSON.stringify(said)
  const at = text.indexOf(`"action_id":"${actionId}"`)
  const [whole] = at < 0 ? [''] : (/\{[^{}]*$/.exec(text.slice(0, at)) ?? [''])
  const value = /"value":("(?:[^"\\]|\\.)*")/.exec(whole + text.slice(at, at + 3_000))?.[1]
  if (value === undefined) throw new Error(`${actionId} is not offered in ${text.slice(0, 500)}`)
  return JSON.parse(value) as string
}
/** The same of what the app is about to tell. */
export async function told({ recorder }: StrictWorld, since: number, actionId: string): Promise<string> {
  const heard = await recorder.heard(since, ({ args }) => JSON.stringify(args).includes(`"${actionId}"`), actionId)
  return offered(heard.args, actionId)
}

/** The pool went into another list, made for it. */
export async function merged(stage: Stage): Promise<Submitted> {
  const name = text(`${stage.word} into`)
  const kind = { type: 'radio_buttons', selected_option: { value: 'list' } }
  await submitted(stage, 'pool_modal', { typed: { pool_name: name, pool_kind: kind, pool_query: text('') } })
  const into = await idOf(stage, 'SELECT id FROM pool WHERE name = $1', `${stage.word} into`)
  const pool_merge_into = { type: 'static_select', selected_option: { value: into } }
  return submitted(stage, 'pool_merge_modal', { typed: { pool_merge_into } })
}

export const text = (value: string) => ({ type: 'plain_text_input', value })
export const person = ({ some }: Stage) => ({ type: 'external_select', selected_option: { value: some.candidate } })
export const sql =
  (statement: string, ...of: readonly (keyof Planted)[]) =>
  ({ rows, some }: Stage) =>
    rows(
      statement,
      of.map((name) => some[name]),
    )
export const notToldYet = sql(
  `UPDATE candidate SET standing = 'not_told', standing_day = NULL WHERE id = $1`,
  'candidate',
)
export const aStrength = sql(`UPDATE fact SET kind = 'strength' WHERE id = $1`, 'fact')
/** A colleague spoke with them this minute. */
export const talked = async (stage: Stage) => {
  const { memberId } = (await stage.as(BEN)).actor
  await stage.rows(
    `INSERT INTO interaction (workspace_id, id, candidate_id, kind, at, member_id, text, one_to_one)
      SELECT workspace_id, gen_random_uuid(), id, 'call', now(), $2, 'On the phone', true FROM candidate WHERE id = $1`,
    [stage.some.candidate, memberId],
  )
}
export const voice = sql(`UPDATE draft_ask SET kind = 'own_voice' WHERE id = $1`, 'ask')
export const gone = sql(`UPDATE draft SET state = 'rejected' WHERE id = $1`, 'draft')
export const barred = (stage: Stage) => submitted(stage, 'person_bar_modal')

export type How = Partial<Omit<Played, 'act'>>
