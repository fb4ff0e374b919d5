// Every form, command, shortcut and menu, played by somebody who may, so that it does what it is there for.
import { fingerprint } from '../../src/domain/shared/fingerprint.ts'
import { stateOf, typedInto, type View } from './client.ts'
import { FORMS, forged } from './every-act.ts'
import {
  aStrength,
  atWorks,
  barred,
  type Does,
  gone,
  type How,
  idOf,
  LUCIA,
  merged,
  notToldYet,
  type Played,
  PRIYA,
  person,
  type Stage,
  submitted,
  text,
  voice,
  whoever,
} from './stage.ts'
import { INES, SAM } from './strict-world.ts'

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

const FORMS_PLAYED_SO: Readonly<Record<string, How>> = {
  merge_choice_modal: {
    play: (stage) => submitted(stage, 'merge_choice_modal', { typed: { person_choice: person(stage) } }),
  },
  person_merge_modal: {
    does: 'looks',
    play: (stage) =>
      submitted(stage, 'person_merge_modal', {
        typed: { person_choice: { type: 'external_select', selected_option: { value: stage.some.other } } },
      }),
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
  pool_merge_modal: { play: merged },
  pool_edit_modal: { play: (stage) => submitted(stage, 'pool_edit_modal', { typed: { pool_name: text(stage.word) } }) },
  setup_roles_form: {
    play: (stage) =>
      submitted(stage, 'setup_roles_form', {
        typed: { setup_role_1: text(`${stage.word} one`), setup_role_2: text(`${stage.word} two`) },
      }),
  },
  settings_form: {
    play: (stage) => submitted(stage, 'settings_form', { typed: { setting_postalAddress: text(stage.word) } }),
  },
  hand_over_modal: { does: 'looks' },
  watch_employment_modal: {
    before: atWorks,
    play: (stage) => submitted(stage, 'watch_employment_modal', { typed: { watch_employment_who: whoever(stage) } }),
  },
  watch_modal: { play: (stage) => submitted(stage, 'watch_modal', { typed: { watch_company: text(stage.word) } }) },
  profile_custom_modal: {
    before: async (stage) => {
      await stage.client.command(PRIYA, '/medallist', `fields add ${stage.word}: text`)
      return idOf(stage, 'SELECT id FROM custom_field WHERE name = $1', stage.word)
    },
    play: (stage, id) =>
      submitted(stage, 'profile_custom_modal', {
        meta: JSON.stringify({ candidateId: stage.some.candidate, seen: { [String(id)]: fingerprint('') } }),
        typed: { [`custom_${String(id)}`]: text('Something') },
      }),
  },
  people_edit_modal: { does: 'looks' },
  resume_modal: { does: 'looks' },
  match_start_modal: { does: 'looks' },
  match_modal: { does: 'looks' },
  people_builder_modal: { does: 'looks' },
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
const REFERRAL_FORM: Played = {
  act: 'referral_modal',
  does: 'changes',
  before: ({ client }) => client.command(SAM, '/silver', ''),
  play: ({ client, word }, opened) => {
    const { view } = opened as { view: View }
    const typed = { referral_full_name: `Rio ${word}`, referral_role: 'Analyst', referral_evidence: 'superb' }
    const chosen = (value: string) => ({ type: 'radio_buttons', selected_option: { value } })
    return client.submit(SAM, view, {
      ...typedInto(stateOf(view), typed),
      referral_relation: { referral_relation: chosen('worked_with') },
      referral_knows: { referral_knows: chosen('yes') },
    })
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
  REFERRAL_FORM,
]

type Typed = readonly [use: string, does: Does, by?: string, before?: Played['before']]
/** Every use of every command. `%` stands for the word that everything on the stage bears. */
const USES: Readonly<Record<string, readonly Typed[]>> = {
  '/candidate': [
    ['% Person', 'looks'],
    ['nobody at all', 'looks'],
    ['% Person catch-up', 'looks'],
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
    ['jobs run nudge', 'changes', PRIYA],
    ['jobs run digest', 'changes', PRIYA],
    ['jobs run pools', 'changes', PRIYA],
    ['duplicates', 'looks', INES],
    ['watch', 'looks', INES],
    ['watch % Works', 'looks', INES],
    ['skills', 'looks', INES],
    ['skills add % = Kubernetes', 'changes', INES],
    [
      'skills remove %',
      'changes',
      INES,
      ({ client, word }) => client.command(INES, '/medallist', `skills add ${word} = Kubernetes`),
    ],
    ['hand-over', 'looks', PRIYA],
    ['hand-over <@U0BEN00001|ben>', 'looks', PRIYA],
    ['do-not-contact', 'looks', PRIYA],
    ['do-not-contact add % Ltd', 'changes', PRIYA],
    [
      'do-not-contact remove % Ltd',
      'changes',
      PRIYA,
      ({ client, word }) => client.command(PRIYA, '/medallist', `do-not-contact add ${word} Ltd`),
    ],
    ['fields', 'looks'],
    ['fields add %: yes/no', 'changes', PRIYA],
    [
      'fields archive %',
      'changes',
      PRIYA,
      ({ client, word }) => client.command(PRIYA, '/medallist', `fields add ${word}: date`),
    ],
    [
      'fields restore %',
      'changes',
      PRIYA,
      async ({ client, word }) => {
        await client.command(PRIYA, '/medallist', `fields add ${word}: date`)
        await client.command(PRIYA, '/medallist', `fields archive ${word}`)
      },
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
    ['import', 'looks'],
    ['export % Person', 'changes'],
    ['export skil:go', 'looks'],
    ['edit % pool', 'looks'],
    ['edit nothing such', 'looks'],
    ['job', 'looks'],
    ['watch', 'looks'],
    ['watch % Works', 'looks'],
    ['job new SRE', 'looks'],
    ['match', 'looks'],
    ['match % role in London: Go', 'looks'],
    ['match runs', 'looks'],
  ],
  '/silver': [
    ['', 'looks'],
    ['resume', 'looks'],
    ['help', 'looks'],
    ['% New for Analyst: superb in the exercise, wants remote, ask again in spring', 'looks'],
    ['% New for Analyst: superb', 'looks', LUCIA],
    ['refer % New', 'looks', LUCIA],
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
