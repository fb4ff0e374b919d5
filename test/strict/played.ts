// How every registered act is played by somebody who may, so that it does what it is there for.
import { newUuid } from '../../src/adapters/system/ids.ts'
import { PEOPLE } from '../../src/local/workspace-seed.ts'
import { SOMEWHERE } from './acts.ts'
import { type Control, type State, type Submitted, stateOf, typedInto, type View } from './client.ts'
import { actionOf, EVERY_BUTTON, FORMS, forged } from './every-act.ts'
import { type Planted, plant } from './planted.ts'
import { INES, type StrictWorld } from './strict-world.ts'

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
}
const byOf = (name: string): string => (name.startsWith('settings_change') ? PRIYA : (BY[name] ?? INES))

export const pressed = ({ client }: StrictWorld, actionId: string, value: string) =>
  client.press(byOf(actionId), SOMEWHERE, { actionId, value }, { quiet: true })

const VALUES = Object.fromEntries(EVERY_BUTTON().toReversed())
const usual = (stage: Stage, name: string) => pressed(stage, actionOf(name), VALUES[name]?.(stage.some) ?? '')

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

const text = (value: string) => ({ type: 'plain_text_input', value })
const person = ({ some }: Stage) => ({ type: 'external_select', selected_option: { value: some.candidate } })
const sql =
  (statement: string, ...of: readonly (keyof Planted)[]) =>
  ({ rows, some }: Stage) =>
    rows(
      statement,
      of.map((name) => some[name]),
    )
const inDoubt = sql(`UPDATE send SET state = 'in_doubt' WHERE id = $1`, 'send')
const notToldYet = sql(`UPDATE candidate SET standing = 'not_told', standing_day = NULL WHERE id = $1`, 'candidate')
const aStrength = sql(`UPDATE fact SET kind = 'strength' WHERE id = $1`, 'fact')
const voice = sql(`UPDATE draft_ask SET kind = 'own_voice' WHERE id = $1`, 'ask')
const gone = sql(`UPDATE draft SET state = 'rejected' WHERE id = $1`, 'draft')
const snoozed = (stage: Stage) => submitted(stage, 'person_snooze_modal')
const barred = (stage: Stage) => submitted(stage, 'person_bar_modal')
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

type How = Partial<Omit<Played, 'act'>>
/** A press in the review deck, as it was opened for it. */
const inDeck = (name: string): How => ({
  before: async (stage) => {
    const opened = await stage.client.press(INES, SOMEWHERE, { actionId: 'review_open', value: 'open' })
    if (opened?.kind !== 'modal') throw new Error('The deck opens')
    return opened.view
  },
  play: ({ client }, ready) => {
    const view = ready as View
    return client.pressIn(INES, view, { actionId: name, value: offered(view, name) })
  },
})
const inSilverForm =
  (control: Control) =>
  async ({ client }: Stage) => {
    const opened = await client.command(INES, '/silver', '')
    if (opened.kind !== 'modal') throw new Error('The form opens')
    return client.pressIn(INES, opened.view, control)
  }
async function anOffer({ world, as, recorder }: Stage): Promise<string> {
  const { memberId } = (await as(LUCIA)).actor
  const { app } = world
  const system = app.contexts.forSystem(app.workspace)
  const id = newUuid<'flag_offer'>()
  const messageTs = `17000${String(recorder.mark()).padStart(5, '0')}.000100`
  await system.uow.run((tx) =>
    tx.flagOffers.offer({ id, memberId, channel: 'C0HIRESRE1', messageTs, createdAt: system.now }),
  )
  return id
}

/** With the value that `before` answered. */
const withReady = (name: string): Pick<Played, 'play'> => ({
  play: (stage, ready) => pressed(stage, name, String(ready)),
})
const changing = (name: string, before?: Played['before']): How => ({
  does: 'changes',
  ...(before === undefined ? {} : { before }),
  play: (stage) => usual(stage, name),
})
const undoing = (name: string, before: (stage: Stage) => Promise<string>): How => ({
  does: 'changes',
  before,
  ...withReady(name),
})

/** What changes something, and what it needs for that; every other button opens a form or shows something. */
const BUTTONS_THAT_CHANGE: Readonly<Record<string, How>> = {
  near_miss_undo_dismiss: changing('near_miss_undo_dismiss', (stage) => submitted(stage, 'dismiss_modal')),
  merge_undo: undoing('merge_undo', async (stage) => {
    await submitted(stage, 'merge_modal')
    const merges = `SELECT substr(stream, 7) AS id FROM event WHERE type = 'merge.done' AND data->>'candidateId' = $1`
    return idOf(stage, merges, stage.some.candidate)
  }),
  note_undo: undoing('note_undo', async (stage) => {
    await submitted(stage, 'note_modal', { typed: { person_choice: person(stage), note_text: text('A note') } })
    return idOf(stage, `SELECT id FROM fact WHERE candidate_id = $1 AND text = 'A note'`, stage.some.candidate)
  }),
  silver_undo: undoing('silver_undo', async (stage) => {
    await submitted(stage, 'silver_modal', { typed: { silver_fullName: text(`Una ${stage.word}`) } })
    return idOf(stage, 'SELECT id FROM candidate WHERE full_name = $1', `Una ${stage.word}`)
  }),
  in_doubt_it_arrived: changing('in_doubt_it_arrived', inDoubt),
  in_doubt_send_again: changing('in_doubt_send_again', inDoubt),
  in_doubt_give_up: changing('in_doubt_give_up', inDoubt),
  draft_for_person: changing('draft_for_person', gone),
  draft_open: changing('draft_open'),
  draft_approve: changing('draft_approve'),
  send_undo: changing('send_undo'),
  review_approve: { does: 'changes', ...inDeck('review_approve') },
  ask_looks_good: changing('ask_looks_good'),
  ask_decline: changing('ask_decline'),
  ask_voice_send: changing('ask_voice_send', voice),
  ask_voice_undo: undoing('ask_voice_undo', async (stage) => {
    await voice(stage)
    await usual(stage, 'ask_voice_send')
    return idOf(stage, 'SELECT id FROM send WHERE draft_id = $1', stage.some.draft)
  }),
  ask_withdraw: changing('ask_withdraw'),
  'draft_next_act:draft_decline': changing('draft_next_act:draft_decline', notToldYet),
  'draft_next_act:remind_then': changing('draft_next_act:remind_then'),
  'draft_next_act:redraft': changing('draft_next_act:redraft'),
  'draft_next_act:discard_draft': changing('draft_next_act:discard_draft'),
  'draft_next_act:try_again': changing('draft_next_act:try_again', (stage) => usual(stage, 'draft_open')),
  person_bar_undo: changing('person_bar_undo', barred),
  company_bar_undo: undoing('company_bar_undo', async ({ client, word }) => {
    await client.command(PRIYA, '/medallist', `do-not-contact add ${word} Ltd`)
    return `${word} Ltd`
  }),
  settings_undo: undoing('settings_undo', async (stage) => {
    const answer = await submitted(stage, 'settings_form', { typed: { setting_postalAddress: text(stage.word) } })
    return offered(answer, 'settings_undo')
  }),
  fact_telling: changing('fact_telling', aStrength),
  person_wake: changing('person_wake', snoozed),
  person_snooze_undo: changing('person_snooze_undo', snoozed),
  person_reassign_undo: undoing('person_reassign_undo', async (stage) => {
    const since = stage.recorder.mark()
    await submitted(stage, 'person_reassign_modal')
    return told(stage, since, 'person_reassign_undo')
  }),
  pool_undo: undoing('pool_undo', async (stage) => {
    await submitted(stage, 'pool_modal', { typed: { pool_name: text(stage.word) } })
    return idOf(stage, 'SELECT id FROM pool WHERE name = $1', stage.word)
  }),
  job_draft: changing('job_draft'),
  job_undo: undoing('job_undo', async (stage) => {
    await submitted(stage, 'job_modal', { typed: { job_title: text(stage.word) } })
    return idOf(stage, 'SELECT id FROM job WHERE title = $1', stage.word)
  }),
  job_undo_close: changing('job_undo_close', (stage) => submitted(stage, 'close_job_modal')),
  reply_interested: changing('reply_interested'),
  reply_wrong_person: changing('reply_wrong_person'),
  reply_undo: changing('reply_undo', (stage) => usual(stage, 'reply_interested')),
  reply_show: changing('reply_show'),
  flag_offer_decline: undoing('flag_offer_decline', anOffer),
}

const OTHER_BUTTONS: Readonly<Record<string, How>> = {
  keep_door: { before: notToldYet },
  review_edit: inDeck('review_edit'),
  review_skip: inDeck('review_skip'),
  ask_voice_edit: { before: voice },
  flag_offer_flag: { before: anOffer, ...withReady('flag_offer_flag') },
  silver_more: { play: inSilverForm({ actionId: 'silver_more' }) },
  silver_standing: {
    play: inSilverForm({
      actionId: 'silver_standing',
      type: 'static_select',
      selected_option: { value: 'hired' },
    }),
  },
  metrics_overdue: { play: (stage) => pressed(stage, 'metrics_overdue', 'overdue:yes') },
  metrics_unowned: { play: (stage) => pressed(stage, 'metrics_unowned', 'owner:none') },
  home_add_silver: {},
  choose_add_person: {},
}
/** These empty the workspace or need it empty: they are played by themselves. */
export const APART = ['setup_sample']

export const BUTTONS_PLAYED: readonly Played[] = [
  ...[...new Set([...EVERY_BUTTON().map(([name]) => name), ...Object.keys(OTHER_BUTTONS), 'flag_offer_decline'])]
    .filter((name) => !APART.includes(name))
    .map((name) => ({
      act: name,
      does: 'looks' as const,
      play: (stage: Stage) => usual(stage, name),
      ...OTHER_BUTTONS[name],
      ...BUTTONS_THAT_CHANGE[name],
    })),
  ...(
    [
      ['draft_more', 'regenerate', 'looks'],
      ['draft_more', 'ask', 'looks'],
      ['nudge_more', 'open', 'looks'],
      ['nudge_more', 'reassign', 'looks'],
      ['nudge_more', 'archive', 'changes'],
    ] as const
  ).map(([act, use, does]) => ({
    act,
    use,
    does,
    play: (stage: Stage) =>
      pressed(stage, act, `${use}:${act === 'draft_more' ? stage.some.draft : stage.some.candidate}`),
  })),
]

const FORMS_PLAYED_SO: Readonly<Record<string, How>> = {
  merge_choice_modal: {
    play: (stage) => submitted(stage, 'merge_choice_modal', { typed: { person_choice: person(stage) } }),
  },
  note_modal: { play: (stage) => submitted(stage, 'note_modal', { typed: { person_choice: person(stage) } }) },
  keep_door_modal: { before: notToldYet },
  draft_schedule_modal: {
    play: (stage) =>
      submitted(stage, 'draft_schedule_modal', {
        typed: { schedule_day: { type: 'datepicker', selected_date: inDays(30) } },
      }),
  },
  people_draft_all_modal: { before: gone },
  ask_voice_modal: { before: voice },
  person_told_modal: { before: notToldYet },
  person_lift_bar_modal: { before: barred },
  fact_telling_modal: { before: aStrength },
  pool_modal: { play: (stage) => submitted(stage, 'pool_modal', { typed: { pool_name: text(stage.word) } }) },
  setup_roles_form: {
    play: (stage) =>
      submitted(stage, 'setup_roles_form', {
        typed: { setup_role_1: text(`${stage.word} one`), setup_role_2: text(`${stage.word} two`) },
      }),
  },
  settings_form: {
    play: (stage) => submitted(stage, 'settings_form', { typed: { setting_postalAddress: text(stage.word) } }),
  },
  people_edit_modal: { does: 'looks' },
}
const FLAG_FORM: Played = {
  act: 'flag_modal',
  does: 'changes',
  before: ({ client }) => client.command(LUCIA, '/silver', ''),
  play: ({ client, word }, opened) => {
    const { view } = opened as { view: View }
    const typed = { flag_full_name: `Fay ${word}`, flag_role: 'Analyst', flag_impressed: 'superb' }
    return client.submit(LUCIA, view, typedInto(stateOf(view), typed))
  },
}
export const FORMS_PLAYED: readonly Played[] = [
  ...Object.keys(FORMS).map((name) => ({
    act: name,
    does: 'changes' as const,
    play: (stage: Stage) => submitted(stage, name),
    ...FORMS_PLAYED_SO[name],
  })),
  FLAG_FORM,
]

type Typed = readonly [use: string, does: Does, by?: string, before?: Played['before']]
/** Every use of every command. `%` stands for the word that everything on the stage bears. */
const USES: Readonly<Record<string, readonly Typed[]>> = {
  '/candidate': [
    ['% Person', 'looks'],
    ['nobody at all', 'looks'],
  ],
  '/medallist': [
    ['help', 'looks'],
    ['setup', 'looks', PRIYA],
    ['settings', 'looks', PRIYA],
    ['roles', 'looks', PRIYA],
    ['roles add <@U0SAM00001|sam> hiring_manager', 'changes', PRIYA],
    ['roles remove <@U0SAM00001|sam> hiring_manager', 'changes', PRIYA],
    ['nudge', 'looks'],
    ['nudge dm', 'changes'],
    ['jobs', 'looks', PRIYA],
    ['jobs run digest', 'changes', PRIYA],
    ['do-not-contact', 'looks', PRIYA],
    ['do-not-contact add % Ltd', 'changes', PRIYA],
    [
      'do-not-contact remove % Ltd',
      'changes',
      PRIYA,
      ({ client, word }) => client.command(PRIYA, '/medallist', `do-not-contact add ${word} Ltd`),
    ],
    ['sample-data', 'looks', PRIYA],
  ],
  '/metrics': [
    ['', 'looks'],
    ['pool % pool', 'looks'],
    ['goals', 'looks'],
    ['csv', 'looks'],
    ['help', 'looks'],
  ],
  '/outreach': [
    ['', 'looks'],
    ['replies', 'looks'],
    ['help', 'looks'],
    ['draft %@example.com', 'changes', INES, gone],
    ['draft nobody at all', 'looks'],
  ],
  '/pool': [
    ['', 'looks'],
    ['help', 'looks'],
    ['% Person', 'looks'],
    ['skil:go', 'looks'],
    ['new', 'looks'],
    ['job', 'looks'],
    ['job new SRE', 'looks'],
  ],
  '/silver': [
    ['', 'looks'],
    ['help', 'looks'],
    ['% New for Analyst: superb in the exercise, wants remote, ask again in spring', 'looks'],
    ['% New for Analyst: superb', 'looks', LUCIA],
  ],
}
export const COMMANDS_PLAYED: readonly Played[] = Object.entries(USES).flatMap(([command, uses]) =>
  uses.map(([use, does, by = INES, before]) => ({
    act: command,
    use,
    does,
    ...(before === undefined ? {} : { before }),
    play: ({ client, word }: Stage) => client.command(by, command, use.replaceAll('%', word)),
  })),
)

export const SHORTCUTS_PLAYED: readonly Played[] = [
  { act: 'add_silver_medallist', does: 'looks', play: ({ client }) => client.shortcut(INES, 'add_silver_medallist') },
  ...(['flag_near_miss', 'save_candidate_note'] as const).map((act) => ({
    act,
    does: 'looks' as const,
    play: ({ client, word }: Stage) =>
      client.messageAction(INES, act, { ts: '1700000000.000200', text: `${word} Person was superb as an Analyst` }),
  })),
]

/** Menus that ask while somebody types. */
export const MENUS_PLAYED: readonly Played[] = (
  [
    ['close_who', 'close_job_modal'],
    ['person_choice', 'note_modal'],
    ['silver_pool', 'silver_modal'],
  ] as const
).map(([act, form]) => ({
  act,
  does: 'looks',
  play: ({ client, some, word }) => client.suggestions(INES, forged(form, some).view, act, word),
}))
