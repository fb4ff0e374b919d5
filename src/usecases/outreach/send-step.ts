import type { Candidate } from '../../domain/candidate/candidate.ts'
import { reopen } from '../../domain/outreach/draft.ts'
import { zoneFor } from '../../domain/outreach/due.ts'
import { traitsOf } from '../../domain/outreach/purpose.ts'
import { decide, isGivenUp, type Send, type SendEvent, type SendRefusal } from '../../domain/outreach/send.ts'
import { never, ok, type Result } from '../../domain/shared/result.ts'
import { dayIn } from '../../domain/shared/time.ts'
import { sentLine } from '../../domain/shared/words/mail.ts'
import type { SystemCtx } from '../context.ts'
import type { EventData } from '../ports/events.ts'
import type { SendRow } from '../ports/sends.ts'
import type { PostKind } from '../ports/slack-posts.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { tellReferrers } from '../replies/tell-flaggers.ts'

export type Lease = { readonly owner: string; readonly seconds: number }

/**
 * One step of a send's life: the domain decides, the row and the log say so, and what follows from it is done in the same transaction.
 * The person and then the send must be locked. `person` is the one who lives on where the send's own was merged away.
 */
export async function takeStep(
  ctx: SystemCtx,
  tx: Tx,
  { send, person, event, lease }: StepRequest,
): Promise<Result<SendRow, SendRefusal>> {
  const decided = decide(send, event)
  if (!decided.ok) return decided
  const after: SendRow = { ...send, ...changeOf(decided.value) }
  await tx.sends.change(send.id, changeOf(decided.value), lease ?? null)
  await tx.events.append({ stream: `send:${send.id}`, type: typeOf(event, after), data: dataOf(after) })
  await follow(ctx, tx, after, person)
  return ok(after)
}

export type StepRequest = {
  readonly send: SendRow
  readonly person: Candidate | undefined
  readonly event: SendEvent
  /** Kept or renewed; without one the send is nobody's any more. */
  readonly lease?: Lease
}

const changeOf = ({ state, dueAt, attempts, handedOverAt, lastError, refusals, resolvedBy, resolvedAt }: Send) => ({
  state,
  dueAt,
  attempts,
  handedOverAt,
  lastError,
  refusals,
  resolvedBy,
  resolvedAt,
})

const dataOf = ({ state, attempts, dueAt, lastError, refusals }: SendRow): EventData => ({
  state,
  attempts,
  dueAt,
  ...(lastError === undefined ? {} : { code: lastError }),
  ...(refusals.length === 0 ? {} : { refusals }),
})

const BY_STATE = {
  approved: 'send.released',
  claimed: 'send.claimed',
  handing_over: 'send.handing_over',
  handed_over: 'send.handed_over',
  retry_wait: 'send.retry_planned',
  failed: 'send.failed',
  in_doubt: 'send.in_doubt',
  refused: 'send.refused',
  cancelled: 'send.undone',
} as const satisfies Record<SendRow['state'], string>

function typeOf(event: SendEvent, after: SendRow): string {
  switch (event.kind) {
    case 'postponed':
      return 'send.postponed'
    case 'lease_expired':
      return after.state === 'in_doubt' ? 'send.in_doubt' : 'send.released'
    case 'it_arrived':
      return 'send.arrival_confirmed'
    case 'send_again':
      return 'send.sent_again'
    case 'give_up':
      return 'send.given_up'
    case 'claim':
    case 'hand_over':
    case 'answered':
    case 'gate_refused':
    case 'undo':
      return BY_STATE[after.state]
    default:
      return never(event)
  }
}

async function follow(ctx: SystemCtx, tx: Tx, send: SendRow, person: Candidate | undefined): Promise<void> {
  switch (send.state) {
    case 'claimed':
    case 'handing_over':
      // Over in a second or two: the card is drawn when it is known what became of it.
      return
    case 'handed_over':
      await itLeft(ctx, tx, send, person)
      break
    case 'in_doubt':
      await tell(ctx, tx, 'in_doubt_card', send)
      break
    case 'cancelled':
      await waitAgain(tx, send, ctx)
      break
    case 'refused':
      await waitAgain(tx, send, ctx)
      await tell(ctx, tx, 'not_sent_card', send)
      break
    case 'failed':
      // Whoever gave it up in doubt knows; and since it may have arrived, the same text is not offered once more.
      if (!isGivenUp(send)) {
        await waitAgain(tx, send, ctx)
        await tell(ctx, tx, 'not_sent_card', send)
      }
      break
    case 'approved':
    case 'retry_wait':
      break
  }
  await tx.posts.redraw(send.draftId, ctx.now)
}

/** The timeline and "last contacted" say that it left; a decline that left has told the outcome. */
async function itLeft(ctx: SystemCtx, tx: Tx, send: SendRow, person: Candidate | undefined): Promise<void> {
  if (person === undefined) return
  const at = send.handedOverAt ?? ctx.now
  const revision = await tx.drafts.revision(send.revisionId)
  await tx.candidates.record(person.id, {
    id: ctx.newId<'interaction'>(),
    kind: 'message_sent',
    at,
    memberId: send.approvedBy,
    text: sentLine(revision?.subject ?? ''),
    link: undefined,
    sendId: send.id,
    oneToOne: true,
  })
  await tx.candidates.touch(person.id, at)
  // What came after the approval was not read by whoever approved, however late the letter left.
  await tx.replies.answered(person.id, { by: send.approvedBy, at: ctx.now, upTo: send.approvedAt })
  if (traitsOf(send.purpose).tellsOutcome && person.standing === 'not_told') {
    const day = dayIn(at, zoneFor(person.zone, ctx.workspace.zone))
    await tx.candidates.change(person.id, { standing: 'told_no', standingDay: day })
    await tx.events.append({
      stream: `candidate:${person.id}`,
      type: 'candidate.told_no',
      data: { sendId: send.id, day },
    })
    await tellReferrers({ now: ctx.now, actor: { memberId: send.approvedBy } }, tx, person.id, 'told_no')
  }
  // Whatever said that they wait for an answer, or that nobody told them yet, says so no more.
  await tx.posts.redraw(person.id, ctx.now)
}

async function waitAgain(tx: Tx, send: SendRow, ctx: SystemCtx): Promise<void> {
  const draft = await tx.drafts.lock(send.draftId)
  const reopened = draft === undefined ? undefined : reopen(draft)
  if (reopened?.ok !== true) return
  await tx.drafts.decide(send.draftId, { state: 'waiting', by: undefined, at: ctx.now })
  await tx.events.append({ stream: `draft:${send.draftId}`, type: 'draft.reopened', data: { sendId: send.id } })
}

/**
 * Whose draft it is; a colleague who sent it in their own name sees on the question that it waits again, and none of the reasons. A message of
 * its own: an older one that merely changes notifies nobody.
 */
async function tell(ctx: SystemCtx, tx: Tx, kind: PostKind, send: SendRow): Promise<void> {
  const draft = await tx.drafts.get(send.draftId)
  const member = await tx.members.get(draft?.ownerId ?? send.approvedBy)
  if (member === undefined) return
  const key = `${kind}:${send.id}:${ctx.now}:${member.slackUserId}`
  await tx.posts.want({ key, kind, address: member.slackUserId, subjects: [send.id, send.draftId] }, ctx.now)
}
