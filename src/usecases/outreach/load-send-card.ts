import type { SendId } from '../../domain/shared/ids.ts'
import type { Instant } from '../../domain/shared/time.ts'
import type { SystemCtx } from '../context.ts'
import type { SendRow } from '../ports/sends.ts'

export type SendCardModel = {
  readonly send: SendRow
  /** The candidate, as the people who get this card may see them. */
  readonly who: string
  /** When the hand-over began. */
  readonly begunAt: Instant
  readonly resolvedBy: string | undefined
  /** What the mail server said after it was given up waiting for. */
  readonly lateAnswer: 'accepted' | 'not_accepted' | undefined
}

/** What a card about one send shows; `undefined` where the person behind it is gone. */
export function loadSendCard(ctx: SystemCtx, sendId: SendId): Promise<SendCardModel | undefined> {
  return ctx.uow.run(async (tx) => {
    const send = await tx.sends.get(sendId)
    const candidate = send === undefined ? undefined : await tx.candidates.get(send.candidateId)
    if (send === undefined || candidate === undefined) return undefined
    const resolver = send.resolvedBy === undefined ? undefined : await tx.members.get(send.resolvedBy)
    const events = await tx.events.read(`send:${sendId}`, MOST_EVENTS)
    const late = events.find(({ type }) => type === 'send.answered_late')
    return {
      send,
      who: candidate.fullName,
      begunAt: events.find(({ type }) => type === 'send.handing_over')?.at ?? send.dueAt,
      resolvedBy: resolver?.slackUserId,
      lateAnswer: late === undefined ? undefined : late.data.outcome === 'accepted' ? 'accepted' : 'not_accepted',
    }
  })
}

const MOST_EVENTS = 50
