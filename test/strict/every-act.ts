// Everything that somebody can press or submit, and with what: about one of everything, as it was planted.
import { fingerprint } from '../../src/domain/shared/fingerprint.ts'
import type { View } from './client.ts'
import type { Planted } from './planted.ts'
import type { Json } from './recorder.ts'
import { BEN, INES } from './strict-world.ts'

/** The value with which each button is pressed; a function of what there is. */
export const BUTTONS: Readonly<Record<string, (some: Planted) => string>> = {
  near_miss_accept: ({ flag }) => flag,
  near_miss_dismiss: ({ flag }) => flag,
  near_miss_merge: ({ flag }) => flag,
  near_miss_undo_dismiss: ({ flag }) => flag,
  merge_undo: ({ form }) => form,
  duplicates_page: ({ candidate, other }) => `80:${candidate}:${other}`,
  duplicate_compare: ({ candidate, other }) => `${candidate}:${other}`,
  duplicate_dismiss: ({ candidate, other }) => `${candidate}:${other}`,
  hand_over_open: ({ leaver }) => leaver,
  hand_over_undo: ({ handOver }) => handOver,
  take_over_agree: ({ takeOver }) => takeOver,
  take_over_decline: ({ takeOver }) => takeOver,
  catch_up_open: ({ candidate }) => candidate,
  catch_up_entry: ({ fact }) => `fact:${fact}`,
  referral_mute: ({ flag }) => flag,
  referral_unmute: ({ flag }) => flag,
  watch_new: () => 'new',
  watch_people: ({ watch }) => watch,
  watch_stop: ({ watch }) => watch,
  watch_employment: ({ watch }) => watch,
  watch_employment_undo: ({ watch }) => watch,
  note_undo: ({ fact }) => fact,
  silver_undo: ({ candidate }) => candidate,
  keep_door: ({ candidate }) => candidate,
  in_doubt_it_arrived: ({ send }) => send,
  in_doubt_send_again: ({ send }) => send,
  in_doubt_give_up: ({ send }) => send,
  draft_for_person: ({ candidate }) => candidate,
  draft_open: ({ draft }) => draft,
  draft_approve: ({ card }) => card,
  draft_edit: ({ card }) => card,
  draft_reject: ({ card }) => card,
  send_undo: ({ send }) => send,
  draft_schedule: ({ card }) => card,
  draft_more: ({ draft }) => `preview:${draft}`,
  review_open: () => 'open',
  review_approve: ({ card }) => card,
  review_edit: ({ card }) => card,
  review_skip: ({ card }) => card,
  people_draft_all: ({ listing }) => listing,
  ask_looks_good: ({ ask }) => ask,
  ask_suggest: ({ ask }) => ask,
  ask_decline: ({ ask }) => ask,
  ask_voice_edit: ({ ask }) => ask,
  ask_voice_send: ({ ask, card }) => `${ask}:${card.split(':')[1] ?? card}`,
  ask_voice_undo: ({ send }) => send,
  ask_withdraw: ({ ask }) => ask,
  'draft_next_act:schedule': act,
  'draft_next_act:draft_decline': act,
  'draft_next_act:mark_as_told': act,
  'draft_next_act:update_standing': act,
  'draft_next_act:record_permission': act,
  'draft_next_act:allow_contact': act,
  'draft_next_act:add_address': act,
  'draft_next_act:log_call': act,
  'draft_next_act:ask_to_take_over': act,
  'draft_next_act:remind_then': act,
  'draft_next_act:redraft': act,
  'draft_next_act:discard_draft': act,
  'draft_next_act:try_again': act,
  mark_as_told: ({ candidate }) => candidate,
  profile_more: ({ candidate }) => `call:${candidate}`,
  profile_edit: ({ candidate }) => `work:${candidate}`,
  profile_edit_undo: ({ candidate }) => candidate,
  custom_field_undo: ({ candidate }) => `archive:${candidate}`,
  person_bar_undo: ({ candidate }) => candidate,
  company_bar_undo: ({ candidate }) => candidate,
  'settings_change:channels': () => 'channels',
  'settings_change:rhythm': () => 'rhythm',
  'settings_change:mail': () => 'mail',
  'settings_change:restraint': () => 'restraint',
  'settings_change:model': () => 'model',
  settings_open: () => 'settings',
  setup_roles: () => 'roles',
  setup_sample: () => 'sample',
  settings_undo: ({ candidate }) => candidate,
  fact_telling: ({ fact }) => `${fact}:may_be_mentioned`,
  home_find_people: () => 'find',
  person_snooze: ({ candidate }) => candidate,
  person_wake: ({ candidate }) => candidate,
  person_snooze_undo: ({ candidate }) => `${candidate}::`,
  person_reassign_undo: ({ candidate }) => `${candidate}:${candidate}:`,
  open_person: ({ candidate }) => candidate,
  profile_older: ({ candidate }) => `${candidate}:`,
  profile_newest: ({ candidate }) => `${candidate}:`,
  people_next: ({ listing }) => `${listing}:`,
  people_previous: ({ listing }) => `${listing}:`,
  people_search: ({ listing }) => listing,
  people_edit: ({ listing }) => listing,
  people_refine: ({ listing }) => listing,
  people_save_pool: ({ listing }) => listing,
  '^people_loosen_\\d$': ({ listing }) => `${listing}:0`,
  skill_teach: ({ listing }) => listing,
  skill_forget: ({ candidate }) => candidate,
  match_next: ({ match }) => `${match}:0`,
  match_previous: ({ match }) => `${match}:0`,
  match_criteria: ({ match }) => match,
  match_open: ({ match }) => match,
  pool_open: ({ pool }) => pool,
  pool_new: () => 'new',
  pool_find_people: () => 'find',
  pool_undo: ({ pool }) => pool,
  pool_people: ({ pool }) => pool,
  pool_edit: ({ pool }) => pool,
  pool_archive: ({ pool }) => pool,
  pool_restore: ({ pool }) => pool,
  pool_merge: ({ pool }) => pool,
  pool_history: ({ pool }) => `${pool}:`,
  pool_history_older: ({ pool }) => `${pool}:`,
  pool_history_newest: ({ pool }) => `${pool}:`,
  pool_accept_load: ({ pool }) => pool,
  pool_slow_down: ({ pool }) => `${pool}:180`,
  pool_share: ({ pool }) => `${pool}:1`,
  pool_edit_undo: ({ form }) => form,
  pool_merge_undo: ({ form }) => form,
  pool_share_undo: ({ form }) => form,
  pools_next: () => '10',
  pools_previous: () => '0',
  pools_archived: () => 'archived',
  person_lists: ({ candidate }) => candidate,
  person_lists_undo: ({ candidate, pool }) => `${candidate}:${pool}:`,
  profile_checked: ({ candidate }) => candidate,
  person_merge: ({ candidate }) => candidate,
  job_draft: ({ candidate, job }) => `${candidate}:${job}`,
  job_undo: ({ job }) => job,
  job_close: ({ job }) => job,
  job_who_fits: ({ job }) => job,
  job_channels: ({ job }) => job,
  job_new: () => 'new',
  job_undo_close: ({ job }) => job,
  reply_interested: ({ reply }) => reply,
  reply_later: ({ reply }) => reply,
  reply_not_interested: ({ reply }) => reply,
  reply_wrong_person: ({ reply }) => reply,
  reply_open: ({ reply }) => reply,
  reply_undo: ({ reply }) => reply,
  reply_show: ({ reply }) => reply,
  nudge_more: ({ candidate }) => `call:${candidate}`,
  import_file: () => 'F0PLANTED',
  add_from_file: () => 'F0PLANTED',
  import_columns: ({ fileImport }) => fileImport,
  import_start: ({ fileImport }) => fileImport,
  import_cancel: ({ fileImport }) => fileImport,
  import_undo: ({ fileImport }) => fileImport,
}
/** The other choices of a menu whose button is above. */
export const MENUS: readonly (readonly [string, (some: Planted) => string])[] = [
  ['draft_more', ({ draft }) => `regenerate:${draft}`],
  ['draft_more', ({ draft }) => `ask:${draft}`],
  ['profile_more', ({ candidate }) => `json_resume:${candidate}`],
  ['profile_more', ({ candidate }) => `pools:${candidate}`],
  ['profile_edit', ({ candidate }) => `ratings:${candidate}`],
  ['profile_edit', ({ candidate }) => `custom:${candidate}`],
  ['nudge_more', ({ candidate }) => `open:${candidate}`],
  ['nudge_more', ({ candidate }) => `reassign:${candidate}`],
  ['nudge_more', ({ candidate }) => `archive:${candidate}`],
]
export const EVERY_BUTTON = () => [...Object.entries(BUTTONS), ...MENUS]
function act({ card, candidate }: Planted): string {
  return `${card}:${candidate}:2030-01-01`
}
/** Everybody may flag, so these open the form for it instead. */
export const FLAG_INSTEAD = ['home_add_silver', 'choose_add_person']
/** Theirs to answer, whoever they are, and nobody else's. */
export const OWN_OFFER = ['flag_offer_flag', 'flag_offer_decline']
/** They search as `/pool` does, and keep what was searched; who may not is refused (test/jobs/clock.e2e.test.ts). */
export const SEARCHES = ['metrics_overdue', 'metrics_unowned']
/** Inside the recruiters' form. */
export const IN_FORM = ['silver_more', 'silver_standing', 'silver_resume']
export const actionOf = (name: string) => (name.startsWith('^') ? 'people_loosen_0' : name)

/** What each form is about, and what is typed into it. */
export const FORMS: Readonly<
  Record<string, { meta: (some: Planted) => string; state: Readonly<Record<string, Json>> }>
> = {
  silver_modal: {
    meta: ({ flag }) => JSON.stringify({ more: false, flag: { id: flag, by: INES } }),
    state: texts('silver_fullName', 'silver_role'),
  },
  merge_modal: {
    meta: ({ form, candidate }) => JSON.stringify({ formId: form, candidateId: candidate, version: 1 }),
    state: {},
  },
  merge_people_modal: {
    meta: ({ candidate, other }) =>
      JSON.stringify({ keptId: candidate, otherId: other, keptVersion: 1, otherVersion: 1 }),
    state: {},
  },
  person_merge_modal: {
    meta: ({ candidate }) => JSON.stringify({ candidateId: candidate, names: [] }),
    state: {
      person_choice: { type: 'external_select', selected_option: { value: '01900000-0000-7000-8000-000000000000' } },
    },
  },
  watch_modal: {
    meta: () => '',
    state: {
      ...texts('watch_company'),
      watch_kind: { type: 'static_select', selected_option: { value: 'layoff' } },
      watch_day: { type: 'datepicker', selected_date: new Date().toISOString().slice(0, 10) },
      watch_link: { type: 'plain_text_input', value: 'https://news.example/works' },
      watch_lasting: { type: 'radio_buttons', selected_option: { value: '60' } },
    },
  },
  watch_employment_modal: {
    meta: ({ watch }) => watch,
    state: {
      watch_employment_as: { type: 'radio_buttons', selected_option: { value: 'between_jobs' } },
      watch_employment_who: { type: 'multi_static_select', selected_options: [] },
    },
  },
  hand_over_modal: {
    meta: ({ leaver }) => leaver,
    state: {
      hand_over_to: { type: 'multi_users_select', selected_users: [BEN] },
      hand_over_way: { type: 'radio_buttons', selected_option: { value: 'load' } },
    },
  },
  hand_over_confirm_modal: { meta: ({ leaver }) => `${leaver} load ${BEN}`, state: {} },
  dismiss_modal: { meta: ({ flag }) => flag, state: texts('dismiss_reason') },
  merge_choice_modal: {
    meta: ({ flag }) => JSON.stringify({ nearMissId: flag, names: [] }),
    state: {
      person_choice: { type: 'external_select', selected_option: { value: '01900000-0000-7000-8000-000000000000' } },
    },
  },
  note_modal: {
    meta: () => '{}',
    state: {
      person_choice: { type: 'external_select', selected_option: { value: '01900000-0000-7000-8000-000000000000' } },
      ...texts('note_text'),
      note_kind: { type: 'static_select', selected_option: { value: 'note' } },
    },
  },
  keep_door_modal: {
    meta: ({ candidate }) => JSON.stringify({ candidateId: candidate }),
    state: texts('door_strength', 'door_advice'),
  },
  draft_edit_modal: { meta: ({ card }) => card, state: texts('draft_subject', 'draft_body') },
  draft_regenerate_modal: { meta: ({ card }) => card, state: texts('draft_note') },
  draft_schedule_modal: {
    meta: ({ card }) => card,
    state: {
      schedule_when: { type: 'radio_buttons', selected_option: null },
      schedule_day: { type: 'datepicker', selected_date: '2030-01-01' },
      schedule_time: { type: 'timepicker', selected_time: '09:00' },
    },
  },
  review_edit_modal: { meta: ({ card }) => card, state: texts('draft_subject', 'draft_body') },
  people_draft_all_modal: { meta: ({ listing }) => listing, state: {} },
  draft_ask_modal: {
    meta: ({ draft }) => draft,
    state: {
      ask_whom: { type: 'users_select', selected_user: BEN },
      ask_kind: { type: 'radio_buttons', selected_option: { value: 'look' } },
      ...texts('ask_question'),
    },
  },
  ask_suggest_modal: { meta: ({ ask }) => ask, state: texts('ask_suggestion') },
  ask_voice_modal: {
    meta: ({ ask, card }) => `${ask}:${card.split(':')[1] ?? card}`,
    state: texts('voice_subject', 'voice_body'),
  },
  draft_reject_modal: { meta: ({ card }) => card, state: texts('draft_reject_reason') },
  person_told_modal: {
    meta: ({ candidate }) => candidate,
    state: { told_day: { type: 'datepicker', selected_date: '2026-01-01' } },
  },
  person_standing_modal: {
    meta: ({ candidate }) => candidate,
    state: {
      standing: { type: 'static_select', selected_option: { value: 'hired' } },
      standing_day: { type: 'datepicker', selected_date: '2026-01-01' },
    },
  },
  person_permission_modal: {
    meta: ({ candidate }) => candidate,
    state: {
      permission_basis: { type: 'static_select', selected_option: { value: 'consent' } },
      ...texts('permission_source'),
    },
  },
  person_address_modal: {
    meta: ({ candidate }) => candidate,
    state: { address: { type: 'plain_text_input', value: 'zed@example.com' } },
  },
  person_bar_modal: {
    meta: ({ candidate }) => candidate,
    state: { bar_reason: { type: 'static_select', selected_option: { value: 'other' } }, ...texts('bar_note') },
  },
  person_lift_bar_modal: { meta: ({ candidate }) => candidate, state: texts('lift_source') },
  person_snooze_modal: {
    meta: ({ candidate }) => candidate,
    state: {
      snooze_choice: { type: 'radio_buttons', selected_option: { value: 'one_month' } },
      snooze_day: { type: 'datepicker', selected_date: null },
    },
  },
  person_reassign_modal: {
    meta: ({ candidate }) => candidate,
    state: { new_owner: { type: 'users_select', selected_user: BEN } },
  },
  profile_section_modal: {
    // As if the role had been left alone.
    meta: ({ candidate }) =>
      JSON.stringify({
        candidateId: candidate,
        section: 'work',
        seen: { company: fingerprint(''), consideredRole: fingerprint('Something') },
      }),
    state: texts('profile_consideredRole', 'profile_company'),
  },
  profile_custom_modal: {
    meta: ({ candidate }) => JSON.stringify({ candidateId: candidate }),
    state: texts('custom_00000000-0000-7000-8000-000000000000'),
  },
  person_call_modal: { meta: ({ candidate }) => candidate, state: texts('call_note') },
  pool_modal: {
    meta: () => '{}',
    state: {
      ...texts('pool_name'),
      pool_kind: { type: 'radio_buttons', selected_option: { value: 'query' } },
      pool_query: { type: 'plain_text_input', value: 'skill:go' },
      pool_owner: { type: 'users_select', selected_user: INES },
      pool_cadence: { type: 'number_input', value: '90' },
      pool_persona: { type: 'plain_text_input', value: null },
      pool_channel: { type: 'conversations_select', selected_conversation: null },
    },
  },
  pool_edit_modal: {
    meta: ({ pool }) => JSON.stringify({ poolId: pool, version: 1 }),
    state: {
      ...texts('pool_name'),
      pool_owner: { type: 'users_select', selected_user: INES },
      pool_cadence: { type: 'number_input', value: '60' },
      pool_persona: { type: 'plain_text_input', value: null },
      pool_channel: { type: 'conversations_select', selected_conversation: null },
    },
  },
  pool_merge_modal: {
    meta: ({ pool }) => JSON.stringify({ poolId: pool }),
    state: {
      pool_merge_into: { type: 'static_select', selected_option: { value: '01900000-0000-7000-8000-000000000000' } },
    },
  },
  pool_share_modal: {
    meta: ({ pool }) => JSON.stringify({ poolId: pool }),
    state: {
      pool_share_with: { type: 'users_select', selected_user: BEN },
      pool_share_people: { type: 'number_input', value: '1' },
    },
  },
  person_lists_modal: {
    meta: ({ candidate, pool }) => JSON.stringify({ candidateId: candidate, seen: [pool], tell: true }),
    state: { person_lists_chosen: { type: 'multi_static_select', selected_options: [] } },
  },
  setup_roles_form: { meta: () => '', state: texts('setup_role_1', 'setup_role_2') },
  settings_form: { meta: () => 'mail', state: texts('setting_postalAddress') },
  fact_telling_modal: {
    meta: ({ fact }) => fact,
    state: { telling_keep: { type: 'checkboxes', selected_options: [{ value: 'keep' }] } },
  },
  job_modal: {
    meta: () => '',
    state: {
      ...texts('job_title'),
      job_opened_on: { type: 'datepicker', selected_date: '2026-01-01' },
    },
  },
  close_job_modal: {
    meta: ({ job }) => job,
    state: {
      close_outcome: { type: 'radio_buttons', selected_option: { value: 'cancelled' } },
      close_source: { type: 'static_select', selected_option: null },
      close_accepted_on: { type: 'datepicker', selected_date: null },
    },
  },
  reply_later_modal: {
    meta: ({ reply }) => reply,
    state: { reply_later_day: { type: 'datepicker', selected_date: '2027-06-01' } },
  },
  reply_not_interested_modal: {
    meta: ({ reply }) => reply,
    state: { reply_do_not_contact: { type: 'checkboxes', selected_options: [] } },
  },
  people_builder_modal: { meta: () => '{}', state: { builder_words: { type: 'plain_text_input', value: 'ana' } } },
  match_start_modal: {
    meta: () => '{}',
    state: { match_text: { type: 'plain_text_input', value: 'Senior SRE in London: Go' } },
  },
  match_modal: {
    meta: ({ match }) => JSON.stringify({ of: match }),
    state: { match_title: { type: 'plain_text_input', value: 'Senior SRE' } },
  },
  resume_modal: {
    meta: () => '{}',
    state: { resume_file: { type: 'file_input', files: [{ id: 'F0PLANTED', name: 'cv.pdf' }] } },
  },
  import_modal: {
    meta: () => '{}',
    state: {
      import_file: { type: 'file_input', files: [{ id: 'F0PLANTED', name: 'people.csv' }] },
      import_basis: { type: 'static_select', selected_option: { value: 'consent' } },
      import_standing: { type: 'static_select', selected_option: null },
      import_role: { type: 'plain_text_input', value: null },
    },
  },
  import_columns_modal: {
    meta: ({ fileImport }) => JSON.stringify({ importId: fileImport, page: 0 }),
    state: {
      import_column_0: { type: 'static_select', selected_option: { value: 'fullName' } },
      import_column_1: { type: 'static_select', selected_option: { value: 'email' } },
    },
  },
  people_edit_modal: { meta: () => '{}', state: { people_query: { type: 'plain_text_input', value: 'skill:go' } } },
}
function texts(...ids: readonly string[]): Readonly<Record<string, Json>> {
  return Object.fromEntries(ids.map((id) => [id, { type: 'plain_text_input', value: 'Something' }]))
}
let views = 0
/** A form as it would come back from Slack, whoever submits it. */
export function forged(
  callbackId: string,
  some: Planted,
  meta?: string,
): { view: View; state: Record<string, Record<string, Json>> } {
  const form = FORMS[callbackId]
  if (form === undefined) throw new Error(`No case for ${callbackId}`)
  views += 1
  const blocks = Object.entries(form.state).map(([id, element]) => ({
    type: 'input',
    block_id: id,
    label: { type: 'plain_text', text: 'x' },
    element: { type: element.type, action_id: id },
  }))
  const section = { type: 'section', block_id: 's', text: { type: 'mrkdwn', text: 'x' } }
  const view = {
    id: `V0FORGED${views}`,
    hash: '1.a',
    type: 'modal',
    callback_id: callbackId,
    team_id: 'T0FERNHOLW',
    previous_view_id: null,
    private_metadata: meta ?? form.meta(some),
    title: { type: 'plain_text', text: 'x' },
    submit: { type: 'plain_text', text: 'x' },
    blocks: blocks.length === 0 ? [section] : blocks,
  }
  return { view, state: Object.fromEntries(Object.entries(form.state).map(([id, element]) => [id, { [id]: element }])) }
}
