import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import type { NextActKind } from '../../domain/outreach/refusal.ts'
import { escapeMrkdwn } from '../../domain/shared/text.ts'
import type { Day } from '../../domain/shared/time.ts'
import { answers } from '../../domain/shared/words/drafts.ts'
import { readProfile } from '../../usecases/find/read-profile.ts'
import { redraft } from '../../usecases/outreach/edit-draft.ts'
import { lookAgain } from '../../usecases/outreach/open-draft.ts'
import { rejectDraft } from '../../usecases/outreach/reject-draft.ts'
import { loadPersonBrief, type PersonBrief } from '../../usecases/people/load-person-brief.ts'
import { remindThen } from '../../usecases/people/remind-then.ts'
import { setTelling } from '../../usecases/people/set-telling.ts'
import { FACT_TELLING, MARK_AS_TOLD, NEXT_ACT } from '../../views/draft-card/ids.ts'
import { type NextActRef, readNextAct } from '../../views/draft-card/next-act.ts'
import { dayInWords } from '../../views/mrkdwn.ts'
import {
  renderAddressModal,
  renderCallModal,
  renderPermissionModal,
  renderStandingModal,
  renderToldModal,
} from '../../views/person-modals/blocks.ts'
import { renderProfile, renderProfileModal } from '../../views/profile/blocks.ts'
import { draftFor } from '../draft-for.ts'
import { draftWords } from '../draft-words.ts'
import { openModal } from '../open-modal.ts'
import { personWords } from '../person-words.ts'
import { edgeWords } from '../refused.ts'
import { onPress, type Reply, type Shell } from '../shell.ts'
import { tellAbove } from '../tell-above.ts'

type Pressing = Parameters<Parameters<typeof onPress>[3]>[0]
type Doing = (press: Pressing, ref: NextActRef) => Promise<Reply | undefined>
/** Those that are sentences, or that another slice takes, have no button of ours. */
type Pressable = Exclude<NextActKind, 'ask_admin' | 'talk_to' | 'open_person' | 'schedule'>

/** What the buttons under a *Not yet* do. */
const ACTS = {
  draft_decline: ({ ctx }, { candidateId }) => draftFor(ctx, { candidateId, purpose: 'decline' }),
  mark_as_told: (press, { candidateId }) => form(press, candidateId, renderToldModal),
  update_standing: (press, { candidateId }) => form(press, candidateId, renderStandingModal),
  record_permission: (press, { candidateId }) => form(press, candidateId, renderPermissionModal),
  add_address: (press, { candidateId }) => form(press, candidateId, renderAddressModal),
  log_call: (press, { candidateId }) => form(press, candidateId, renderCallModal),
  remind_then: async ({ ctx }, { candidateId, day }) => {
    const reminded = await remindThen(ctx, { candidateId, day })
    if (!reminded.ok) return { text: personWords(reminded.refusal) }
    const person = await loadPersonBrief(ctx, { candidateId })
    const who = person.ok ? escapeMrkdwn(person.value.fullName) : answers.them
    return { text: answers.willRemind(who, dayInWords(day as Day)) }
  },
  redraft: async ({ ctx }, { draftId, revisionId }) => {
    const redrafted = await redraft(ctx, { draftId, revisionId })
    return { text: redrafted.ok ? answers.redrafted : draftWords(ctx, redrafted.refusal) }
  },
  discard_draft: async ({ ctx }, { draftId, revisionId }) => {
    const discarded = await rejectDraft(ctx, { draftId, revisionId })
    return discarded.ok ? undefined : { text: draftWords(ctx, discarded.refusal) }
  },
  try_again: async ({ ctx }, { draftId }) => {
    const looked = await lookAgain(ctx, { draftId })
    return looked.ok ? undefined : { text: edgeWords(looked.refusal) }
  },
} satisfies Record<Pressable, Doing>

export function registerNextActs(app: Pick<App, 'action'>, shell: Shell): void {
  for (const [kind, act] of Object.entries(ACTS) as [Pressable, Doing][])
    onPress(app, shell, `${NEXT_ACT}:${kind}`, (press) => act(press, readNextAct(press.pressed.value)))

  onPress(app, shell, MARK_AS_TOLD, (press) => form(press, press.pressed.value, renderToldModal))

  onPress(app, shell, FACT_TELLING, async (press) => {
    const { ctx, client, pressed } = press
    const [factId = '', telling] = pressed.value.split(':')
    const wanted = telling === 'may_be_mentioned' ? telling : 'internal_only'
    const set = await setTelling(ctx, { factId, telling: wanted })
    if (!set.ok) return tellAbove(press, { text: personWords(set.refusal) })
    const { view } = pressed
    const profile = await readProfile(ctx, { candidateId: set.value.candidateId })
    if (!profile.ok) return { text: wanted === 'may_be_mentioned' ? answers.nowMayBeMentioned : answers.nowInternal }
    if (view === undefined) return { ...renderProfile(profile.value, ctx.actor.zone), replaces: true }
    await client.views.update({ view_id: view.id, view: renderProfileModal(profile.value, ctx.actor.zone) })
    return undefined
  })
}

/** A small form about one person; above another modal where the button stood in one. */
async function form(
  press: Pressing,
  candidateId: string,
  render: (person: PersonBrief) => ModalView,
): Promise<Reply | undefined> {
  const { ctx, client, pressed } = press
  const person = await loadPersonBrief(ctx, { candidateId })
  if (!person.ok) return tellAbove(press, { text: personWords(person.refusal) })
  const how = pressed.view?.type === 'modal' ? 'push' : 'open'
  return openModal(client, pressed.triggerId, render(person.value), how)
}
