import { dueAt } from '../../domain/outreach/due.ts'
import type { SmtpOutcome } from '../../domain/outreach/smtp-outcome.ts'
import type { SendId } from '../../domain/shared/ids.ts'
import type { Contexts } from '../access/make-contexts.ts'
import type { SystemCtx, WorkspaceInfo } from '../context.ts'
import type { Letter, Mailer, MailLinks } from '../ports/mail.ts'
import type { SendRow } from '../ports/sends.ts'
import type { Timers } from '../ports/timers.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { holdLease } from './hold-lease.ts'
import { loadLetter } from './letter.ts'
import { askGate } from './load-gate-facts.ts'
import { takeStep } from './send-step.ts'

export type Delivery = {
  readonly contexts: Pick<Contexts, 'forSystem'>
  readonly mailer: Mailer
  readonly links: MailLinks
  /** How soon after its last sign of life a worker counts as dead. */
  readonly leaseSeconds: number
  readonly timers: Timers
}

/** What became of it, for the worker's log. `not_ours`: another has it, it is not due, or a person undid it. */
export type Delivered = 'not_ours' | 'refused' | 'postponed' | SendRow['state']

/**
 * Takes one due send to its end: claim, ask the gate anew and write `handing_over`, hand over, settle. Three short transactions with the
 * network between the last two, so that a process may die at any instruction: before `handing_over` is committed nothing has left, and
 * after it the sweep turns the silence into a doubt that a person sees.
 */
export async function deliverSend(delivery: Delivery, workspace: WorkspaceInfo, id: SendId): Promise<Delivered> {
  const first = delivery.contexts.forSystem(workspace)
  const again = () => delivery.contexts.forSystem(workspace, first.correlationId)
  const owner = first.newId<'lease'>()
  if (!(await claim(first, id, { owner, seconds: delivery.leaseSeconds }))) return 'not_ours'
  const begun = await beginHandOver(again(), delivery, id, owner)
  const became =
    begun.kind === 'go'
      ? await settle(again(), id, owner, await handOver(delivery, again, id, owner, begun.letter))
      : begun.kind
  first.services.wake.posts()
  return became
}

/** However long the mail server takes: the lease lasts as long as this process lives, and the conversation no longer than the lease. */
const handOver = (
  { mailer, leaseSeconds, timers }: Delivery,
  again: () => SystemCtx,
  id: SendId,
  owner: string,
  letter: Letter,
): Promise<SmtpOutcome> => {
  const renew = () => again().uow.run((tx) => tx.sends.renewLease(id, owner, leaseSeconds))
  return holdLease({ seconds: leaseSeconds, renew, timers }, (lost) => mailer.handOver(letter, lost))
}

/** The person first, then the send: every transaction that needs both takes them in this order. */
async function lockBoth(tx: Tx, id: SendId) {
  const seen = await tx.sends.get(id)
  if (seen === undefined) return undefined
  const person = await tx.candidates.lock(seen.candidateId)
  const send = await tx.sends.lock(id)
  return send === undefined ? undefined : { send, person }
}

const claim = (ctx: SystemCtx, id: SendId, lease: { owner: string; seconds: number }): Promise<boolean> =>
  ctx.uow.run(async (tx) => {
    const locked = await lockBoth(tx, id)
    if (locked === undefined) return false
    const claimed = await takeStep(ctx, tx, { ...locked, event: { kind: 'claim', now: ctx.now }, lease })
    return claimed.ok
  })

type Begun = { readonly kind: 'not_ours' | 'refused' | 'postponed' } | { readonly kind: 'go'; readonly letter: Letter }

const beginHandOver = (ctx: SystemCtx, { links, leaseSeconds }: Delivery, id: SendId, owner: string): Promise<Begun> =>
  ctx.uow.run(async (tx): Promise<Begun> => {
    const locked = await lockBoth(tx, id)
    // Undone meanwhile, or the claim ran out and somebody else has it.
    if (locked === undefined || !(await tx.sends.holdsLease(id, owner))) return { kind: 'not_ours' }
    const { send, person } = locked
    const draft = await tx.drafts.get(send.draftId)
    const revision = await tx.drafts.revision(send.revisionId)
    if (draft === undefined || revision === undefined) throw new Error('A send without its draft')
    const { verdict, contact, candidate, settings, zone } = await askGate(ctx, tx, {
      candidateId: send.candidateId,
      purpose: send.purpose,
      jobId: draft.jobId,
      revision,
      members: [draft.ownerId, send.approvedBy],
      send,
    })
    if (verdict.kind === 'not_yet') {
      const because = verdict.because.map((refusal) => refusal.kind)
      const refused = await takeStep(ctx, tx, { send, person, event: { kind: 'gate_refused', because } })
      return { kind: refused.ok ? 'refused' : 'not_ours' }
    }
    if (contact === undefined || candidate === undefined) throw new Error('The gate let a send without an address pass')
    const { quietHours } = settings
    const due = dueAt({ approvedAt: send.approvedAt, holdSeconds: 0, quietHours, zone, now: ctx.now })
    if (due.moved !== undefined) {
      const moved = await takeStep(ctx, tx, { send, person, event: { kind: 'postponed', until: due.at } })
      return { kind: moved.ok ? 'postponed' : 'not_ours' }
    }
    const letter = await loadLetter(ctx, tx, links, { send, candidate, contact })
    const lease = { owner, seconds: leaseSeconds }
    const begun = await takeStep(ctx, tx, { send, person, event: { kind: 'hand_over' }, lease })
    return begun.ok ? { kind: 'go', letter } : { kind: 'not_ours' }
  })

const settle = (ctx: SystemCtx, id: SendId, owner: string, outcome: SmtpOutcome): Promise<Delivered> =>
  ctx.uow.run(async (tx) => {
    const locked = await lockBoth(tx, id)
    if (locked === undefined) return 'not_ours'
    const { send } = locked
    if (!(await tx.sends.isOwner(id, owner))) {
      // This process stood still so long that the send was given to a person. What we heard is kept, and theirs is the decision.
      await tx.events.append({
        stream: `send:${id}`,
        type: 'send.answered_late',
        data: { state: send.state, outcome: outcome.kind },
      })
      await tx.posts.redraw(id, ctx.now)
      return send.state
    }
    const settled = await takeStep(ctx, tx, { ...locked, event: { kind: 'answered', outcome, now: ctx.now } })
    return settled.ok ? settled.value.state : 'not_ours'
  })
