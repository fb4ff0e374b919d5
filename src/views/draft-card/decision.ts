/** A draft that was decided: by whom, when, and when its message leaves or left. */
import type { Button, KnownBlock } from '@slack/types'
import { SEND_ACTIONS } from '../../domain/outreach/send.ts'
import { never } from '../../domain/shared/result.ts'
import { MINUTE, plus, SECOND } from '../../domain/shared/time.ts'
import { cardActs } from '../../domain/shared/words/draft-acts.ts'
import { card } from '../../domain/shared/words/drafts.ts'
import { sendActions, sendStates } from '../../domain/shared/words/outreach.ts'
import type { DraftCardModel } from '../../usecases/outreach/load-draft-card.ts'
import { plain } from '../form-fields.ts'
import { moment, safe, small } from '../mrkdwn.ts'
import { clockIn } from '../when.ts'
import { UNDO } from './ids.ts'

/** Who did what and when; the buttons are gone, but for *Undo send* while it can still be undone. */
export function decision(model: DraftCardModel): readonly KnownBlock[] {
  const { draft, decidedBy, send } = model
  const who = decidedBy === undefined ? card.nobody : `<@${decidedBy.slackUserId}>`
  const when = moment(draft.decidedAt ?? draft.createdAt)
  switch (draft.state) {
    case 'waiting':
      return []
    case 'rejected':
      return [
        small(
          card.rejected(who, when),
          ...(draft.rejectReason === undefined ? [] : [card.reason(safe(draft.rejectReason, 600))]),
        ),
      ]
    case 'withdrawn':
      return [small(card.withdrawn(when))]
    case 'approved': {
      if (send === undefined) return [small(card.approved(who, when))]
      const undo = (SEND_ACTIONS[send.state] as readonly string[]).includes('undo')
      const button: Button = { type: 'button', action_id: UNDO, text: plain(sendActions.undo), value: send.id }
      return [
        small(
          card.approved(who, when),
          scheduledFor(model, send) ??
            `*${sendStates[send.state]}*  ${whenItLeaves(send.handedOverAt, send.dueAt, undo)}`.trim(),
        ),
        ...(undo ? [{ type: 'actions' as const, block_id: 'send_buttons', elements: [button] }] : []),
      ]
    }
    default:
      return never(draft.state)
  }
}

/** Later than the hold alone would have it: chosen by a person, or moved by the candidate's night. */
function scheduledFor(
  { holdSeconds, candidateZone }: DraftCardModel,
  send: NonNullable<DraftCardModel['send']>,
): string | undefined {
  const atOnce = plus(send.approvedAt, holdSeconds * SECOND + MINUTE)
  if (send.state !== 'approved' || send.dueAt <= atOnce) return undefined
  return cardActs.scheduled(clockIn(send.dueAt, candidateZone), moment(send.dueAt))
}

function whenItLeaves(
  left: DraftCardModel['draft']['createdAt'] | undefined,
  due: DraftCardModel['draft']['createdAt'],
  waits: boolean,
): string {
  if (left !== undefined) return card.left(moment(left))
  return waits ? card.leaves(moment(due)) : ''
}
