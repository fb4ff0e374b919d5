// Whoever may not, and whoever forges: refused in private, told why, nothing changed, nothing given away.
import { beforeAll, describe, expect, it } from 'vitest'
import { PEOPLE } from '../../src/local/workspace-seed.ts'
import { chosen, modalOf, OURS, picked, SOMEWHERE } from './acts.ts'
import { type Control, complaintsAbout, type Seen, stateOf, typedInto } from './client.ts'
import {
  actionOf,
  BUTTONS,
  EVERY_BUTTON,
  FLAG_INSTEAD,
  FORMS,
  forged,
  IN_FORM,
  MENUS,
  OWN_OFFER,
  SEARCHES,
} from './every-act.ts'
import { type Planted, plant } from './planted.ts'
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

/** These ask for nothing that could be somebody else's: whoever may, gets a fresh form. */
const FRESH = new Set([
  'review_open',
  'home_find_people',
  'pool_new',
  'pool_find_people',
  'pools_next',
  'pools_previous',
  'pools_archived',
  'job_new',
  'watch_new',
  'duplicates_page',
  'duplicates_first',
  'add_from_file',
])

/** These name nothing of anybody's, so that only the role can refuse them. */
const ABOUT_NOBODY = new Set([
  'resume_modal',
  'import_modal',
  'watch_modal',
  'pool_modal',
  'job_modal',
  'people_edit_modal',
  'people_builder_modal',
  'match_start_modal',
])

/** Rejecting and taking a no need no word, merging has no field of its own, and of nothing everybody is found. */
const NEEDS_NO_FIELD = new Set([
  'draft_reject_modal',
  'merge_modal',
  'merge_people_modal',
  'hand_over_confirm_modal',
  'people_edit_modal',
  'people_builder_modal',
  'people_draft_all_modal',
  'reply_not_interested_modal',
])

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
    expect(forms.toSorted()).toEqual([...Object.keys(FORMS), 'flag_modal', 'referral_modal'].toSorted())
    expect(commands.toSorted()).toEqual(['/candidate', '/medallist', '/metrics', '/outreach', '/pool', '/silver'])
    expect(shortcuts.toSorted()).toEqual(['add_silver_medallist', 'flag_near_miss', 'save_candidate_note'])
    expect(options.toSorted()).toEqual(['close_who', 'person_choice', 'silver_pool'])
    expect(events.toSorted()).toEqual([
      'app_home_opened',
      'app_uninstalled',
      'file_shared',
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
  ['an employee', SAM, 'Refer somebody'],
  ['a hiring manager', TOM, 'Flag a near-miss'],
])('%s', (_who, user, form) => {
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

  it('may flag or refer, and sees no more than the form for it', async () => {
    const { client, fingerprint } = strict()
    const before = await fingerprint()
    const opened = [
      await client.command(user, '/silver', `${ours} Person for Analyst`),
      await client.shortcut(user, 'add_silver_medallist'),
    ]
    for (const name of FLAG_INSTEAD)
      opened.push((await client.press(user, SOMEWHERE, { actionId: name, value: 'x' })) as Seen)
    for (const seen of opened) modalOf(seen, form)
    modalOf(await client.command(user, '/silver', 'refer Zed Open'), 'Refer somebody')
    modalOf(
      await client.messageAction(user, 'flag_near_miss', { ts: '1700000000.000200', text: 'She was superb' }),
      'Flag a near-miss',
    )
    expect(givesAway(opened.slice(1))).toEqual([])
    expect(await fingerprint()).toEqual(before)
  })

  it('gets nothing out of the recruiters’ form, be it their own or a colleague’s', async () => {
    const { client, fingerprint } = strict()
    const view = modalOf(await client.command(INES, '/silver', 'Zed Open for Analyst'))
    const before = await fingerprint()
    for (const actionId of IN_FORM) {
      const control: Control =
        actionId !== 'silver_standing'
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
      ['/pool', 'import'],
      ['/pool', `export ${ours}`],
      ['/pool', 'job'],
      ['/pool', 'watch'],
      ['/pool', 'watch Acme'],
      ['/pool', 'job new SRE'],
      ['/pool', 'skil:go'],
      ['/candidate', `${ours} Person`],
      ['/candidate', `${ours}@example.com`],
      ['/candidate', 'nobody at all'],
      ['/candidate', `${ours} Person catch-up`],
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
    'people_refine',
    'people_save_pool',
    'import_columns',
    'import_start',
    'import_cancel',
    'import_undo',
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
    'import_columns_modal',
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
        match: value,
        ask: value,
        job: value,
        reply: value,
        leaver: value,
        handOver: value,
        takeOver: value,
        fileImport: value,
        watch: value,
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
    complaintsAbout(recorder.calls, [
      'channel_not_found',
      'message_not_found',
      'user_not_found',
      'not_found',
      'file_not_found',
      // The next page of the pools takes the place of a list that was never there; it is told anew then.
      'no_original_message',
    ]),
  ).toEqual([])
  expect(recorder.calls.filter(({ args }) => givesAway(args).some((word) => /foreign/i.test(word)))).toEqual([])
})
