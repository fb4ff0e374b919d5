import type { KnownBlock, ModalView } from '@slack/types'
import { HAND_OVER_UNDO_DAYS } from '../../domain/candidate/share-out.ts'
import { handOver as words } from '../../domain/shared/words/hand-over.ts'
import type { HandOverList } from '../../usecases/owners/list-hand-overs.ts'
import type { HandOverModel, ReceivedModel } from '../../usecases/owners/load-hand-over.ts'
import type { LeaverModel } from '../../usecases/owners/member-left.ts'
import type { EstateModel, HandOverPreview } from '../../usecases/owners/plan-hand-over.ts'
import type { Member } from '../../usecases/ports/workspace.ts'
import { field, optionsOf, plain, radio } from '../form-fields.ts'
import { moment, safe, section, small } from '../mrkdwn.ts'
import { button } from '../people-list/blocks.ts'
import {
  HAND_OVER_CONFIRM_MODAL,
  HAND_OVER_MODAL,
  HAND_OVER_TO,
  HAND_OVER_WAY,
  type HandOverMeta,
  handOverMeta,
  OPEN_HAND_OVER,
  UNDO_HAND_OVER,
} from './ids.ts'

type Drawn = { readonly text: string; readonly blocks: KnownBlock[] }

/** Somebody who left is no mention any more, so the name is what is shown. */
const named = (member: Member | undefined): string => (member === undefined ? '' : safe(member.name, 150))
const mention = ({ slackUserId }: Member): string => `<@${slackUserId}>`

function estateBlocks({ from, estate, scheduled }: EstateModel): KnownBlock[] {
  const names = scheduled.map(({ name, dueAt }) => `${safe(name, 150)} (${moment(dueAt)})`)
  return [
    section(words.has(named(from), estate)),
    ...(names.length === 0 ? [] : [section(words.scheduled(names, estate.scheduled - names.length))]),
  ]
}

export const renderHandOverModal = (model: EstateModel): ModalView => ({
  type: 'modal',
  callback_id: HAND_OVER_MODAL,
  private_metadata: model.from.id,
  title: plain(words.title),
  submit: plain(words.show),
  close: plain(words.cancel),
  blocks: [
    ...estateBlocks(model),
    field(
      { id: HAND_OVER_TO, label: words.to, hint: words.toHint, required: true },
      { type: 'multi_users_select', max_selected_items: 20 },
    ),
    field(
      { id: HAND_OVER_WAY, label: words.way, hint: words.wayHint, required: true },
      radio(optionsOf(words.ways), 'load'),
    ),
    small(words.promise),
  ],
})

/** What would happen; the second form does it. */
export const renderHandOverPreview = (preview: HandOverPreview, meta: HandOverMeta): ModalView => ({
  type: 'modal',
  callback_id: HAND_OVER_CONFIRM_MODAL,
  private_metadata: handOverMeta(meta),
  title: plain(words.title),
  submit: plain(words.submit),
  close: plain(words.cancel),
  blocks: [
    section(words.preview(named(preview.from))),
    ...estateBlocks(preview),
    section(preview.heirs.map(({ member, has, gets }) => words.gets(mention(member), has, gets)).join('\n')),
    small(words.promise, words.undoable(HAND_OVER_UNDO_DAYS)),
  ],
})

export function renderHandOver(model: HandOverModel): Drawn {
  const { handOver, heirs, held } = model
  const { state, plan, done } = handOver
  const from = named(model.from)
  const moved = heirs.reduce((all, { people }) => all + people, 0)
  const lines = heirs
    .filter(({ people, drafts }) => people + drafts > 0)
    .map(({ member, people, drafts }) => words.card.got(mention(member), people, drafts))
  const heading = {
    running: words.card.running(from, moved, plan.people),
    done: words.card.done(from, moved),
    undoing: words.card.undoing(from),
    undone: words.card.undone(from, done.back),
  }[state]
  const told = state === 'running' || state === 'done'
  return {
    text: words.card.fallback,
    blocks: [
      section([heading, ...(told ? lines : [])].join('\n')),
      ...(told && held.length > 0 ? [section(words.card.held(held.map(escaped), done.held.length - held.length))] : []),
      ...(told && done.nobody > 0 ? [section(words.card.nobody(done.nobody))] : []),
      ...(model.mayBeUndone
        ? [{ type: 'actions' as const, elements: [button(UNDO_HAND_OVER, words.undo, handOver.id)] }]
        : []),
    ],
  }
}

export function renderReceived({ handOver, people, drafts, pools, held, ...model }: ReceivedModel): Drawn {
  const from = named(model.from)
  if (handOver.state === 'undoing' || handOver.state === 'undone')
    return { text: words.received.fallback, blocks: [section(words.received.undone(from))] }
  return {
    text: words.received.fallback,
    blocks: [
      section(people > 0 ? words.received.text(from, people) : words.received.nobody(from)),
      ...(held.length > 0 ? [section(words.received.held(held.map(escaped)))] : []),
      ...(drafts > 0 ? [section(words.received.drafts(drafts))] : []),
      ...(pools.length > 0 ? [section(words.received.pools(pools.slice(0, 20).map(escaped)))] : []),
      small(words.received.next.replace('<name>', '&lt;name&gt;')),
    ],
  }
}

const escaped = (name: string): string => safe(name, 150)

export const renderLeaver = ({ member, estate }: LeaverModel): Drawn => {
  const { people, drafts, pools } = estate
  return {
    text: words.leaver.fallback,
    blocks: [
      section(`${words.leaver.text(named(member))} ${words.has(named(member), estate)}`),
      small(words.leaver.held),
      ...(people + drafts + pools > 0
        ? [{ type: 'actions' as const, elements: [button(OPEN_HAND_OVER, words.open, member.id)] }]
        : []),
    ],
  }
}

/** `/medallist hand-over` alone. */
export function renderHandOverList({ leavers, recent }: HandOverList): Drawn {
  const blocks: KnownBlock[] = [
    section(leavers.length === 0 ? `${words.list.heading}\n${words.list.none}` : words.list.heading),
    ...leavers.map(({ member, people }) => ({
      ...section(words.list.leaver(named(member), people)),
      accessory: button(OPEN_HAND_OVER, words.open, member.id),
    })),
    ...(recent.length === 0 ? [] : [section(words.list.recent)]),
    ...recent.map(({ handOver, from, moved, mayBeUndone }) => ({
      ...section(words.list.line(named(from), words.list.states[handOver.state], moved, moment(handOver.startedAt))),
      ...(mayBeUndone ? { accessory: button(UNDO_HAND_OVER, words.undo, handOver.id) } : {}),
    })),
    small(words.list.usage),
  ]
  return { text: words.list.heading.replaceAll('*', ''), blocks }
}
