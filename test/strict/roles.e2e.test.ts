// Whoever may not, and whoever forges: refused in private, told why, nothing changed, nothing given away.
import { beforeAll, describe, expect, it } from 'vitest'
import { PEOPLE } from '../../src/local/workspace-seed.ts'
import { chosen, modalOf, OURS, picked, SOMEWHERE } from './acts.ts'
import { type Control, complaintsAbout, type Seen, stateOf, typedInto, type View } from './client.ts'
import { type Planted, plant } from './planted.ts'
import type { Json } from './recorder.ts'
import { whatIsRegistered } from './registered.ts'
import { aStrictWorld, BEN, INES, SAM, TOM } from './strict-world.ts'

const strict = aStrictWorld()
const ours = 'oursecret'
const theirs = 'foreignsecret'
let here: Planted
let there: Planted

beforeAll(async () => {
  const { as, rows, world, pass } = strict()
  const ines = await as(INES)
  const lucia = await as(PEOPLE.lucia.id)
  const system = world.app.contexts.forSystem(world.app.workspace)
  here = await plant(system, { word: ours, owner: ines.actor.memberId, flagger: lucia.actor.memberId })
  const id = system.newId<'workspace'>()
  await rows(
    `INSERT INTO workspace (id, team_id, name, domain, zone, created_at) VALUES ($1, 'T0OTHER', 'Other', 'other', 'Europe/London', now())`,
    [id],
  )
  const other = world.app.contexts.forSystem({ ...world.app.workspace, id, name: 'Other', domain: 'other' })
  const member = await other.uow.run((tx) =>
    tx.members.keep({
      id: system.newId<'member'>(),
      slackUserId: INES,
      name: 'Somebody Else',
      email: undefined,
      zone: world.app.workspace.zone,
      isSlackAdmin: true,
      refreshedAt: system.now,
    }),
  )
  there = await plant(other, { word: theirs, owner: member.id, flagger: member.id })
  pass(0)
})

/** The value with which each button is pressed; a function of what there is. */
const BUTTONS: Readonly<Record<string, (some: Planted) => string>> = {
  near_miss_accept: ({ flag }) => flag,
  near_miss_dismiss: ({ flag }) => flag,
  near_miss_merge: ({ flag }) => flag,
  near_miss_undo_dismiss: ({ flag }) => flag,
  merge_undo: ({ form }) => form,
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
  'draft_next_act:remind_then': act,
  'draft_next_act:redraft': act,
  'draft_next_act:discard_draft': act,
  'draft_next_act:try_again': act,
  mark_as_told: ({ candidate }) => candidate,
  profile_more: ({ candidate }) => `call:${candidate}`,
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
  people_save_pool: ({ listing }) => listing,
  '^people_loosen_\\d$': ({ listing }) => `${listing}:0`,
  pool_open: ({ pool }) => pool,
  pool_new: () => 'new',
  pool_undo: ({ pool }) => pool,
  job_draft: ({ candidate, job }) => `${candidate}:${job}`,
  job_undo: ({ job }) => job,
  job_close: ({ job }) => job,
  job_who_fits: ({ job }) => job,
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
}
/** The other choices of a menu whose button is above. */
const MENUS: readonly (readonly [string, (some: Planted) => string])[] = [
  ['draft_more', ({ draft }) => `regenerate:${draft}`],
  ['draft_more', ({ draft }) => `ask:${draft}`],
  ['nudge_more', ({ candidate }) => `open:${candidate}`],
  ['nudge_more', ({ candidate }) => `reassign:${candidate}`],
  ['nudge_more', ({ candidate }) => `archive:${candidate}`],
]
const EVERY_BUTTON = () => [...Object.entries(BUTTONS), ...MENUS]
function act({ card, candidate }: Planted): string {
  return `${card}:${candidate}:2030-01-01`
}
/** Everybody may flag, so these open the form for it instead. */
const FLAG_INSTEAD = ['home_add_silver', 'choose_add_person']
/** Theirs to answer, whoever they are, and nobody else's. */
const OWN_OFFER = ['flag_offer_flag', 'flag_offer_decline']
/** They search as `/pool` does, and keep what was searched; who may not is refused (test/jobs/clock.e2e.test.ts). */
const SEARCHES = ['metrics_overdue', 'metrics_unowned']
/** Inside the recruiters' form. */
const IN_FORM = ['silver_more', 'silver_standing']
/** These ask for nothing that could be somebody else's: whoever may, gets a fresh form. */
const FRESH = new Set(['review_open', 'home_find_people', 'pool_new', 'job_new'])

const actionOf = (name: string) => (name.startsWith('^') ? 'people_loosen_0' : name)

/** What each form is about, and what is typed into it. */
const FORMS: Readonly<Record<string, { meta: (some: Planted) => string; state: Readonly<Record<string, Json>> }>> = {
  silver_modal: {
    meta: ({ flag }) => JSON.stringify({ more: false, flag: { id: flag, by: INES } }),
    state: texts('silver_fullName', 'silver_role'),
  },
  merge_modal: {
    meta: ({ form, candidate }) => JSON.stringify({ formId: form, candidateId: candidate, version: 1 }),
    state: {},
  },
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
    },
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
  people_edit_modal: { meta: () => '{}', state: { people_query: { type: 'plain_text_input', value: 'skill:go' } } },
}
function texts(...ids: readonly string[]): Readonly<Record<string, Json>> {
  return Object.fromEntries(ids.map((id) => [id, { type: 'plain_text_input', value: 'Something' }]))
}
/** These name nothing of anybody's, so that only the role can refuse them. */
const ABOUT_NOBODY = new Set(['pool_modal', 'job_modal', 'people_edit_modal'])

/** Rejecting and taking a no need no word, merging has no field of its own, and of nothing everybody is found. */
const NEEDS_NO_FIELD = new Set([
  'draft_reject_modal',
  'merge_modal',
  'people_edit_modal',
  'people_draft_all_modal',
  'reply_not_interested_modal',
])

let views = 0
/** A form as it would come back from Slack, whoever submits it. */
function forged(
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
    private_metadata: meta ?? form.meta(some),
    title: { type: 'plain_text', text: 'x' },
    submit: { type: 'plain_text', text: 'x' },
    blocks: blocks.length === 0 ? [section] : blocks,
  }
  return { view, state: Object.fromEntries(Object.entries(form.state).map(([id, element]) => [id, { [id]: element }])) }
}

const givesAway = (seen: unknown) => JSON.stringify(seen ?? '').match(/oursecret|foreignsecret/gi) ?? []
function refused(seen: Seen | undefined, what: string): void {
  if (seen?.kind !== 'reply') throw new Error(`${what}: ${JSON.stringify(seen).slice(0, 300)}`)
  expect(seen.text.trim(), what).not.toBe('')
  expect(seen.text, what).not.toMatch(OURS)
  expect(seen.text, what).not.toMatch(OF_THE_CODE)
  expect(givesAway(seen), what).toEqual([])
}
/** What a program calls things, and no recruiter does. */
const OF_THE_CODE = /\b\w+Id\b|UUID|Invalid |expected |\b[a-z]+\.[a-z]+\b\)/

describe('every door is known here', () => {
  it('buttons, forms, commands, shortcuts, menus and events', () => {
    const { actions, views: forms, commands, shortcuts, options, events } = whatIsRegistered()
    expect(actions.toSorted()).toEqual(
      [...Object.keys(BUTTONS), ...FLAG_INSTEAD, ...OWN_OFFER, ...SEARCHES, ...IN_FORM].toSorted(),
    )
    expect(forms.toSorted()).toEqual([...Object.keys(FORMS), 'flag_modal'].toSorted())
    expect(commands.toSorted()).toEqual(['/candidate', '/medallist', '/metrics', '/outreach', '/pool', '/silver'])
    expect(shortcuts.toSorted()).toEqual(['add_silver_medallist', 'flag_near_miss', 'save_candidate_note'])
    expect(options.toSorted()).toEqual(['close_who', 'person_choice', 'silver_pool'])
    expect(events.toSorted()).toEqual([
      'app_home_opened',
      'app_uninstalled',
      'reaction_added',
      'reaction_removed',
      'subteam_members_changed',
      'subteam_updated',
      'tokens_revoked',
      'user_change',
    ])
  })
})

describe.each([
  ['an employee', SAM],
  ['a hiring manager', TOM],
])('%s', (_who, user) => {
  it('is refused by every button', async () => {
    const { client, fingerprint } = strict()
    const before = await fingerprint()
    for (const [name, value] of EVERY_BUTTON())
      refused(await client.press(user, SOMEWHERE, { actionId: actionOf(name), value: value(here) }), name)
    expect(await fingerprint()).toEqual(before)
  })

  it('is refused by every form', async () => {
    const { client, fingerprint } = strict()
    const before = await fingerprint()
    for (const name of Object.keys(FORMS)) {
      const { view, state } = forged(name, here)
      const answer = await client.submit(user, view, state)
      expect(answer.kind, name).not.toBe('closed')
      expect(givesAway(answer), name).toEqual([])
      expect(JSON.stringify(answer), name).toMatch(/recruiter|nothing was changed/i)
      expect(JSON.stringify(answer), name).not.toMatch(OURS)
    }
    expect(await fingerprint()).toEqual(before)
  })

  it('may flag, and sees no more than the form for it', async () => {
    const { client, fingerprint } = strict()
    const before = await fingerprint()
    const opened = [
      await client.command(user, '/silver', `${ours} Person for Analyst`),
      await client.shortcut(user, 'add_silver_medallist'),
      await client.messageAction(user, 'flag_near_miss', { ts: '1700000000.000200', text: 'She was superb' }),
    ]
    for (const name of FLAG_INSTEAD)
      opened.push((await client.press(user, SOMEWHERE, { actionId: name, value: 'x' })) as Seen)
    for (const seen of opened) modalOf(seen, 'Flag near-miss')
    expect(givesAway(opened.slice(1))).toEqual([])
    expect(await fingerprint()).toEqual(before)
  })

  it('gets nothing out of the recruiters’ form, be it their own or a colleague’s', async () => {
    const { client, fingerprint } = strict()
    const view = modalOf(await client.command(INES, '/silver', 'Zed Open for Analyst'))
    const before = await fingerprint()
    for (const actionId of IN_FORM) {
      const control: Control =
        actionId === 'silver_more'
          ? { actionId }
          : { actionId, type: 'static_select', selected_option: { value: 'hired' } }
      refused(await client.pressIn(user, view, control), actionId)
    }
    for (const menu of ['silver_pool', 'person_choice'])
      expect(await client.suggestions(user, view, menu, ours)).toEqual([])
    expect(await fingerprint()).toEqual(before)
  })

  it('finds nobody by any command', async () => {
    const { client, fingerprint } = strict()
    const before = await fingerprint()
    for (const [command, text] of [
      ['/pool', ''],
      ['/pool', ours],
      ['/pool', 'new'],
      ['/pool', 'job'],
      ['/pool', 'job new SRE'],
      ['/pool', 'skil:go'],
      ['/candidate', `${ours} Person`],
      ['/candidate', `${ours}@example.com`],
      ['/candidate', 'nobody at all'],
      ['/outreach', ''],
      ['/outreach', 'replies'],
      ['/outreach', `draft ${ours}@example.com`],
      ['/outreach', 'draft nobody at all'],
    ] as const)
      refused(await client.command(user, command, text), `${command} ${text}`)
    expect(await fingerprint()).toEqual(before)
  })

  it('sees nothing of it on Home', async () => {
    const { client, recorder } = strict()
    const since = recorder.mark()
    await client.event({ type: 'app_home_opened', user, channel: 'D0X', tab: 'home', event_ts: '1.2' })
    const home = await recorder.heard(
      since,
      ({ method, args }) => method === 'views.publish' && args.user_id === user,
      'Home',
    )
    expect(givesAway(home.args)).toEqual([])
  })
})

it('a colleague who recruits does not decide what is another’s to decide', async () => {
  const { client, fingerprint } = strict()
  const before = await fingerprint()
  for (const actionId of [
    'draft_open',
    'draft_approve',
    'draft_edit',
    'draft_reject',
    'draft_schedule',
    'draft_more',
    'review_approve',
    'review_edit',
    'review_skip',
    'people_draft_all',
    'ask_looks_good',
    'ask_voice_send',
    'ask_withdraw',
    'draft_next_act:redraft',
    'draft_next_act:discard_draft',
    'silver_undo',
    'people_next',
    'people_search',
    'people_edit',
    'people_save_pool',
  ])
    refused(await client.press(BEN, SOMEWHERE, { actionId, value: BUTTONS[actionId]?.(here) ?? '' }), actionId)
  for (const [actionId, value] of MENUS.filter(([name]) => name === 'draft_more'))
    refused(await client.press(BEN, SOMEWHERE, { actionId, value: value(here) }), value(here))
  for (const name of [
    'merge_modal',
    'draft_edit_modal',
    'draft_reject_modal',
    'draft_schedule_modal',
    'draft_ask_modal',
    'review_edit_modal',
    'people_draft_all_modal',
    'draft_regenerate_modal',
  ]) {
    const { view, state } = forged(name, here)
    const answer = await client.submit(BEN, view, state)
    expect(answer.kind, name).not.toBe('closed')
    expect(givesAway(answer), name).toEqual([])
  }
  expect(await fingerprint()).toEqual(before)
})

describe('a recruiter with forged values', () => {
  const NOWHERE = '01900000-0000-7000-8000-000000000000'
  const forgeries = (): readonly (readonly [string, Planted])[] => {
    const all = (value: string) =>
      ({
        candidate: value,
        flag: value,
        fact: value,
        pool: value,
        draft: value,
        card: `${value}:${value}`,
        send: value,
        form: value,
        listing: value,
        ask: value,
        job: value,
        reply: value,
      }) as Planted
    return [
      ['another workspace’s', there],
      ['a random one', all(NOWHERE)],
      ['nothing', all('')],
      ['words', all(`'; DROP TABLE draft; -- {{x}}`)],
      ['too much', all('x'.repeat(900))],
      ['no text', all('\u0000')],
      ['a prototype', all('__proto__')],
    ]
  }

  it('is refused by every button', async () => {
    const { client, fingerprint } = strict()
    const before = await fingerprint()
    for (const [what, some] of forgeries())
      for (const [name, value] of EVERY_BUTTON()) {
        const quiet = name === 'draft_next_act:try_again'
        const seen = await client.press(INES, SOMEWHERE, { actionId: actionOf(name), value: value(some) }, { quiet })
        if (!FRESH.has(name) && !quiet) refused(seen, `${name} with ${what}`)
      }
    expect(await fingerprint()).toEqual(before)
  })

  it('is refused by every form', async () => {
    const { client, fingerprint } = strict()
    const before = await fingerprint()
    for (const [what, some] of forgeries())
      for (const name of Object.keys(FORMS).filter((one) => !ABOUT_NOBODY.has(one))) {
        const { view, state } = forged(name, some)
        const answer = await client.submit(INES, view, state)
        expect(answer.kind, `${name} with ${what}`).not.toBe('closed')
        expect(givesAway(answer), `${name} with ${what}`).toEqual([])
        expect(JSON.stringify(answer), `${name} with ${what}`).not.toMatch(OURS)
        if (answer.kind === 'errors')
          expect(Object.values(answer.errors).join(' '), `${name} with ${what}`).not.toMatch(OF_THE_CODE)
      }
    expect(await fingerprint()).toEqual(before)
  })

  it('is refused where a form comes back without its fields, or with others', async () => {
    const { client, fingerprint } = strict()
    const before = await fingerprint()
    for (const name of Object.keys(FORMS)) {
      if (NEEDS_NO_FIELD.has(name)) continue
      const { view, state } = forged(name, here)
      for (const odd of [
        {},
        Object.fromEntries(Object.keys(state).map((id) => [id, { [id]: { type: 'x', value: null } }])),
      ]) {
        const answer = await client.submit(INES, { ...view, id: `${view.id}X${Object.keys(odd).length}` }, odd)
        expect(answer.kind, name).not.toBe('closed')
        expect(JSON.stringify(answer), name).not.toMatch(OURS)
      }
    }
    expect(await fingerprint()).toEqual(before)
  })

  it('offered choices that the form never had are refused', async () => {
    const { client, fingerprint } = strict()
    const before = await fingerprint()
    const folded = modalOf(await client.command(INES, '/silver', 'Zed Forged for Analyst'))
    const unfolded = await client.pressIn(INES, folded, { actionId: 'silver_more' })
    if (unfolded?.kind !== 'redrawn') throw new Error('More details unfolds')
    const { view } = unfolded
    const state = typedInto(stateOf(view), { silver_fullName: 'Zed Forged', silver_role: 'Analyst' })
    for (const field of ['standing', 'reason', 'permission', 'seniority', 'tier', 'pool']) {
      const id = `silver_${field}`
      for (const value of ['constructor', 'x', there.pool, '\u0000']) {
        const odd = {
          ...state,
          [id]: {
            [id]: { type: 'static_select', selected_option: { text: { type: 'plain_text', text: 'x' }, value } },
          },
        }
        const answer = await client.submit(INES, view, odd)
        expect(answer.kind, `${field} ${JSON.stringify(value)}`).not.toBe('closed')
        expect(givesAway(answer)).toEqual([])
        expect(JSON.stringify(answer)).not.toMatch(OURS)
      }
    }
    // A day counts only where something happened on it.
    const told = chosen(state, 'silver_standing', 'told_no')
    const control = { actionId: 'silver_standing', type: 'static_select', selected_option: { value: 'told_no' } }
    const asked = await client.pressIn(INES, view, control, { state: told })
    if (asked?.kind !== 'redrawn') throw new Error('It asks for the day')
    for (const field of ['standingDay', 'nextTouch']) {
      const id = `silver_${field}`
      for (const day of ['2026-02-30', 'yesterday', '0000-00-00', '99999-01-01', '\u0000'])
        expect(
          (await client.submit(INES, asked.view, picked({ ...stateOf(asked.view), ...told }, id, day))).kind,
          `${field} ${day}`,
        ).not.toBe('closed')
    }
    expect(
      (
        await client.submit(INES, view, {
          ...state,
          silver_owner: { silver_owner: { type: 'users_select', selected_user: 'U0NOBODY' } },
        })
      ).kind,
    ).not.toBe('closed')
    expect(await fingerprint()).toEqual(before)
  })
})

it('somebody from a team that we do not know is told so', async () => {
  const { client, fingerprint, recorder } = strict()
  const before = await fingerprint()
  const since = recorder.mark()
  const responseUrl = client.urlFor({ user: INES, channel: 'C0GENERAL1' })
  const payload = client.commandPayload(INES, {
    command: '/pool',
    text: ours,
    channel: 'C0GENERAL1',
    trigger: '1.2.a',
    responseUrl,
  })
  await client.deliver('slash_commands', { ...payload, team_id: 'T0NOBODY' })
  const told = await recorder.heard(since, ({ method }) => method === 'response_url', 'an answer')
  expect(givesAway(told)).toEqual([])
  expect(await fingerprint()).toEqual(before)
})

it('nothing of it was an error of ours, and Slack took every answer', () => {
  const { recorder, faults } = strict()
  expect(faults()).toEqual([])
  // The forms in which is pressed were never really open, so nothing can be pushed above them.
  expect(
    complaintsAbout(recorder.calls, ['channel_not_found', 'message_not_found', 'user_not_found', 'not_found']),
  ).toEqual([])
  expect(recorder.calls.filter(({ args }) => givesAway(args).some((word) => /foreign/i.test(word)))).toEqual([])
})
