// Every button, played by somebody who may, so that it does what it is there for.
import { newUuid } from '../../src/adapters/system/ids.ts'
import { SOMEWHERE } from './acts.ts'
import type { Control, View } from './client.ts'
import { EVERY_BUTTON } from './every-act.ts'
import {
  aStrength,
  atWorks,
  barred,
  gone,
  type How,
  idOf,
  LUCIA,
  merged,
  notToldYet,
  offered,
  type Played,
  PRIYA,
  person,
  pressed,
  type Stage,
  sql,
  submitted,
  talked,
  text,
  told,
  usual,
  voice,
  whoever,
} from './stage.ts'
import { INES } from './strict-world.ts'

const inDoubt = sql(`UPDATE send SET state = 'in_doubt' WHERE id = $1`, 'send')
const snoozed = (stage: Stage) => submitted(stage, 'person_snooze_modal')

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

/** A form of a pool, and the way back that is told after it. */
const poolUndone =
  (form: string, undo: string) =>
  async (stage: Stage): Promise<string> =>
    offered(
      await submitted(stage, form, form === 'pool_edit_modal' ? { typed: { pool_name: text(stage.word) } } : {}),
      undo,
    )

/** What changes something, and what it needs for that; every other button opens a form or shows something. */
const BUTTONS_THAT_CHANGE: Readonly<Record<string, How>> = {
  near_miss_undo_dismiss: changing('near_miss_undo_dismiss', (stage) => submitted(stage, 'dismiss_modal')),
  merge_undo: undoing('merge_undo', async (stage) => {
    await submitted(stage, 'merge_modal')
    const merges = `SELECT substr(stream, 7) AS id FROM event WHERE type = 'merge.done' AND data->>'candidateId' = $1`
    return idOf(stage, merges, stage.some.candidate)
  }),
  duplicate_dismiss: changing('duplicate_dismiss'),
  referral_mute: changing('referral_mute'),
  referral_unmute: changing('referral_unmute', (stage) => usual(stage, 'referral_mute')),
  watch_stop: changing('watch_stop'),
  watch_employment_undo: undoing('watch_employment_undo', async (stage) => {
    await atWorks(stage)
    const since = stage.recorder.mark()
    await submitted(stage, 'watch_employment_modal', { typed: { watch_employment_who: whoever(stage) } })
    return told(stage, since, 'watch_employment_undo')
  }),
  hand_over_undo: changing('hand_over_undo'),
  take_over_agree: changing('take_over_agree'),
  take_over_decline: changing('take_over_decline'),
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
  'draft_next_act:ask_to_take_over': changing('draft_next_act:ask_to_take_over', talked),
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
  import_start: changing('import_start', sql(`UPDATE file_import SET state = 'counted' WHERE id = $1`, 'fileImport')),
  import_cancel: changing('import_cancel'),
  import_undo: changing(
    'import_undo',
    sql(
      `UPDATE file_import SET state = 'done', head = NULL, done = '{"rows":1,"added":1,"merged":0,"refused":0}' WHERE id = $1`,
      'fileImport',
    ),
  ),
  fact_telling: changing('fact_telling', aStrength),
  person_wake: changing('person_wake', snoozed),
  person_snooze_undo: changing('person_snooze_undo', snoozed),
  person_reassign_undo: undoing('person_reassign_undo', async (stage) => {
    const since = stage.recorder.mark()
    await submitted(stage, 'person_reassign_modal')
    return told(stage, since, 'person_reassign_undo')
  }),
  profile_edit_undo: undoing('profile_edit_undo', async (stage) => {
    const since = stage.recorder.mark()
    await submitted(stage, 'profile_section_modal')
    return told(stage, since, 'profile_edit_undo')
  }),
  skill_teach: undoing('skill_teach', async (stage) => {
    await stage.client.command(INES, '/pool', 'skill:kubrnetes')
    return idOf(stage, 'SELECT id FROM listing WHERE query = $1', 'skill:kubrnetes')
  }),
  skill_forget: undoing('skill_forget', async (stage) => {
    await stage.client.command(INES, '/medallist', `skills add ${stage.word} = Kubernetes`)
    return stage.word
  }),
  custom_field_undo: undoing('custom_field_undo', async (stage) => {
    await stage.client.command(PRIYA, '/medallist', `fields add ${stage.word}: text`)
    return `archive:${await idOf(stage, 'SELECT id FROM custom_field WHERE name = $1', stage.word)}`
  }),
  pool_undo: undoing('pool_undo', async (stage) => {
    await submitted(stage, 'pool_modal', { typed: { pool_name: text(stage.word) } })
    return idOf(stage, 'SELECT id FROM pool WHERE name = $1', stage.word)
  }),
  pool_archive: changing('pool_archive'),
  pool_restore: changing('pool_restore', (stage) => usual(stage, 'pool_archive')),
  pool_accept_load: changing('pool_accept_load'),
  pool_slow_down: changing('pool_slow_down'),
  pool_edit_undo: undoing('pool_edit_undo', poolUndone('pool_edit_modal', 'pool_edit_undo')),
  pool_merge_undo: undoing('pool_merge_undo', async (stage) => offered(await merged(stage), 'pool_merge_undo')),
  pool_share_undo: undoing('pool_share_undo', poolUndone('pool_share_modal', 'pool_share_undo')),
  person_lists_undo: changing('person_lists_undo'),
  profile_checked: changing('profile_checked'),
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
  silver_resume: { play: inSilverForm({ actionId: 'silver_resume' }) },
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
      ['profile_more', 'json_resume', 'changes'],
      ['profile_more', 'pools', 'looks'],
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
