import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import type { NextActKind } from '../../domain/outreach/refusal.ts'
import type { Day } from '../../domain/shared/time.ts'
import { answers } from '../../domain/shared/words/drafts.ts'
import { takeOver } from '../../domain/shared/words/take-over.ts'
import type { EdgeRefusal } from '../../usecases/define-use-case.ts'
import { redraft } from '../../usecases/outreach/edit-draft.ts'
import { lookAgain } from '../../usecases/outreach/open-draft.ts'
import { rejectDraft } from '../../usecases/outreach/reject-draft.ts'
import { askToTakeOver, type TakeOverRefusal } from '../../usecases/owners/take-over.ts'
import { loadPersonBrief, type PersonBrief } from '../../usecases/people/load-person-brief.ts'
import { remindThen } from '../../usecases/people/remind-then.ts'
import { MARK_AS_TOLD, NEXT_ACT } from '../../views/draft-card/ids.ts'
import { type NextActRef, readNextAct } from '../../views/draft-card/next-act.ts'
import { dayInWords } from '../../views/mrkdwn.ts'
import {
  renderAddressModal,
  renderBarModal,
  renderCallModal,
  renderLiftBarModal,
  renderPermissionModal,
  renderStandingModal,
  renderToldModal,
} from '../../views/person-modals/blocks.ts'
import { aboutPerson } from '../../views/person-modals/ids.ts'
import { type PersonAct, PROFILE_MORE, readPersonAct } from '../../views/profile/ids.ts'
import { draftFor } from '../draft-for.ts'
import { draftWords } from '../draft-words.ts'
import { openLists } from '../lists.ts'
import { nameOf } from '../name-of.ts'
import { openAbove } from '../open-modal.ts'
import { openSchedule } from '../open-schedule.ts'
import { resumeReply } from '../people-export.ts'
import { personWords } from '../person-words.ts'
import { edgeWords, reworded } from '../refused.ts'
import type { Shell } from '../shell/enter.ts'
import { onPress, type Press } from '../shell/on-press.ts'
import type { Answer, Reply } from '../shell/tell.ts'

type Doing = (press: Press, ref: NextActRef) => Promise<Answer>
/** Those that are sentences have no button of ours. */
type Pressable = Exclude<NextActKind, 'ask_admin' | 'talk_to' | 'open_person'>

/** What the buttons under a *Not yet* do. */
const ACTS = {
  draft_decline: ({ ctx }, { candidateId }) => draftFor(ctx, { candidateId, purpose: 'decline' }),
  mark_as_told: (press, { candidateId }) => form(press, candidateId, renderToldModal),
  update_standing: (press, { candidateId }) => form(press, candidateId, renderStandingModal),
  record_permission: (press, { candidateId }) => form(press, candidateId, renderPermissionModal),
  allow_contact: (press, { candidateId }) => form(press, candidateId, renderLiftBarModal),
  add_address: (press, { candidateId }) => form(press, candidateId, renderAddressModal),
  log_call: (press, { candidateId }) => form(press, candidateId, renderCallModal),
  remind_then: async ({ ctx }, { candidateId, day }) => {
    const reminded = await remindThen(ctx, { candidateId, day })
    if (!reminded.ok) return { text: personWords(reminded.refusal) }
    return async () => ({ text: answers.willRemind(await nameOf(ctx, candidateId), dayInWords(day as Day)) })
  },
  ask_to_take_over: async ({ ctx }, { candidateId }) => {
    const asked = await askToTakeOver(ctx, { candidateId })
    if (!asked.ok) return { text: takeOverWords(asked.refusal) }
    return { text: takeOver[asked.value.kind](`<@${asked.value.of}>`) }
  },
  schedule: (press, { draftId, day }) => openSchedule(press, { draftId, day }),
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

/** What stands in the menu of a profile. */
const PERSON_FORMS = {
  standing: renderStandingModal,
  permission: renderPermissionModal,
  call: renderCallModal,
  bar: renderBarModal,
  lift_bar: renderLiftBarModal,
} as const satisfies Record<Exclude<PersonAct, 'json_resume' | 'pools'>, (person: PersonBrief) => ModalView>

export function registerNextActs(app: Pick<App, 'action'>, shell: Shell): void {
  for (const [kind, act] of Object.entries(ACTS) as [Pressable, Doing][])
    onPress(app, shell, `${NEXT_ACT}:${kind}`, (press) => act(press, readNextAct(press.pressed.value)))

  onPress(app, shell, MARK_AS_TOLD, (press) => form(press, press.pressed.value, renderToldModal))

  onPress(app, shell, PROFILE_MORE, async (press) => {
    const { act, candidateId } = readPersonAct(press.pressed.value)
    if (act === 'json_resume') return resumeReply(press.ctx, press.client, candidateId)
    if (act === 'pools') return openLists(press, candidateId)
    return act === undefined ? undefined : form(press, candidateId, PERSON_FORMS[act], true)
  })
}

/** A small form about one person; above another modal where the button stood in one. */
async function form(
  press: Press,
  candidateId: string,
  render: (person: PersonBrief) => ModalView,
  tell = false,
): Promise<Reply | undefined> {
  const person = await loadPersonBrief(press.ctx, { candidateId })
  if (!person.ok) return { text: personWords(person.refusal) }
  return openAbove(press, { ...render(person.value), private_metadata: aboutPerson(person.value.candidateId, tell) })
}

const takeOverWords = (refusal: TakeOverRefusal | EdgeRefusal): string =>
  reworded(refusal, (own: TakeOverRefusal) =>
    own.kind === 'no_such_person' ? personWords(own) : takeOver.refusals[own.kind],
  )
