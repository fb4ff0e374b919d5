/** "May I stay in touch?": what the candidate answers by the signed link of a letter, and what its owner hears of it. */

import type { Candidate } from '../../domain/candidate/candidate.ts'
import { defaultExpiry, type PermissionPurpose, type PermissionRecord } from '../../domain/consent/permission.ts'
import { STAY_WORDING, type StayAnswer, stayLinkUntil } from '../../domain/consent/stay-in-touch.ts'
import { asId, type CandidateId, type SendId } from '../../domain/shared/ids.ts'
import { asDay, type Day, type Instant } from '../../domain/shared/time.ts'
import { dayInWords } from '../../domain/shared/words/day.ts'
import { stayHistory } from '../../domain/shared/words/keep-door.ts'
import type { SystemCtx } from '../context.ts'
import type { Contact } from '../ports/candidates.ts'
import type { LoggedEvent } from '../ports/events.ts'
import type { MailLink } from '../ports/mail.ts'
import type { SendRow } from '../ports/sends.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { hearersAmong, hearersInstead, ownVoiceOf } from '../replies/who-hears.ts'
import { withdrawContact } from './withdraw-contact.ts'

export type StayState =
  /** Nothing is kept of that letter or that person any more. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'expired'; readonly until: Instant }
  | { readonly kind: 'open'; readonly asks: string; readonly answered: StayAnswer | undefined }

/** What the page shows; changes nothing, since mail scanners open every link. */
export function stayState(ctx: SystemCtx, link: MailLink): Promise<StayState> {
  return ctx.uow.run(async (tx): Promise<StayState> => {
    const found = await locate(tx, link)
    if (found === undefined) return { kind: 'unknown' }
    const until = stayLinkUntil(found.sentAt)
    if (until <= ctx.now) return { kind: 'expired', until }
    const sender = await tx.members.get(found.send.approvedBy)
    const [last] = await tx.events.read(streamOf(found.send.id), 1)
    return { kind: 'open', asks: sender?.name ?? ctx.workspace.name, answered: answerIn(last) }
  })
}

/**
 * Their own press of a button. A yes is a permission with its wording and its end, and the day on which they would like to hear from us; a
 * no withdraws what we could claim by ourselves. Answering the same again changes nothing; another answer replaces the first.
 */
export async function answerStay(
  ctx: SystemCtx,
  link: MailLink,
  answer: StayAnswer,
): Promise<'done' | 'unknown' | 'expired'> {
  const outcome = await ctx.uow.run(async (tx) => {
    const found = await locate(tx, link)
    if (found === undefined) return 'unknown'
    if (stayLinkUntil(found.sentAt) <= ctx.now) return 'expired'
    const { send, person } = found
    const [last] = await tx.events.read(streamOf(send.id), 1)
    const before = answerIn(last)
    if (isSame(before, answer)) return 'done'
    if (answer.kind === 'yes')
      await stay(ctx, tx, found, { nextTouch: answer.nextTouch, isNew: before?.kind !== 'yes' })
    else await leave(ctx, tx, person.id)
    const data = answer.kind === 'yes' ? { day: answer.nextTouch } : {}
    await tx.events.append({
      stream: streamOf(send.id),
      type: answer.kind === 'yes' ? 'stay.agreed' : 'stay.declined',
      data,
    })
    await tx.events.append({
      stream: `candidate:${person.id}`,
      type: answer.kind === 'yes' ? 'candidate.stays_in_touch' : 'candidate.declined_contact',
      data: { sendId: send.id },
    })
    await tx.posts.redraw(person.id, ctx.now)
    await tellOwner(ctx, tx, send, person)
    return 'done'
  })
  ctx.services.wake.posts()
  return outcome
}

const streamOf = (id: SendId): string => `stay:${id}`

function answerIn(event: LoggedEvent | undefined): StayAnswer | undefined {
  if (event?.type === 'stay.declined') return { kind: 'no' }
  const nextTouch = event?.type === 'stay.agreed' ? asDay(String(event.data.day)) : undefined
  return nextTouch === undefined ? undefined : { kind: 'yes', nextTouch }
}

const isSame = (before: StayAnswer | undefined, now: StayAnswer): boolean =>
  before?.kind === now.kind && (now.kind === 'no' || (before.kind === 'yes' && before.nextTouch === now.nextTouch))

type Found = {
  readonly send: SendRow
  readonly person: Candidate
  readonly contact: Contact
  readonly sentAt: Instant
}

/** The person behind the link, locked; whoever was merged is found where they live on. A letter that did not ask has no such page. */
async function locate(tx: Tx, link: MailLink): Promise<Found | undefined> {
  const sendId = asId<'send'>(link.sendId)
  const send = sendId === undefined ? undefined : await tx.sends.get(sendId)
  if (send === undefined || (await tx.drafts.revision(send.revisionId))?.asksToStay !== true) return undefined
  const person = await tx.candidates.lock(send.candidateId)
  if (person === undefined) return undefined
  const contact = (await tx.candidates.contacts(person.id)).find(({ id }) => id === send.contactId)
  // One in doubt has no such moment, but may have arrived.
  return contact && { send, person, contact, sentAt: send.handedOverAt ?? send.approvedAt }
}

async function stay(
  ctx: SystemCtx,
  tx: Tx,
  { person, contact }: Found,
  { nextTouch, isNew }: { readonly nextTouch: Day; readonly isNew: boolean },
): Promise<void> {
  if (isNew) {
    for (const purpose of ['store', 'contact'] as const) await tx.consent.grant(person.id, consentTo(ctx, purpose))
    // Their later yes is about this very address.
    await tx.consent.liftSuppression(contact.value, 'unsubscribed')
  }
  await tx.candidates.change(person.id, { nextTouch })
  await note(ctx, tx, person.id, stayHistory.yes(dayInWords(nextTouch)))
}

async function leave(ctx: SystemCtx, tx: Tx, id: CandidateId): Promise<void> {
  await withdrawContact(ctx, tx, id, { source: stayHistory.source, wording: STAY_WORDING })
  await tx.candidates.change(id, { nextTouch: undefined })
  await note(ctx, tx, id, stayHistory.no)
}

const consentTo = ({ newId, now }: SystemCtx, purpose: PermissionPurpose): PermissionRecord => ({
  id: newId<'permission'>(),
  purpose,
  basis: 'consent',
  source: stayHistory.source,
  wording: STAY_WORDING,
  grantedAt: now,
  expiresAt: defaultExpiry('consent', now),
  withdrawnAt: undefined,
})

const note = (ctx: SystemCtx, tx: Tx, id: CandidateId, text: string): Promise<void> =>
  tx.candidates.record(id, {
    id: ctx.newId<'interaction'>(),
    kind: 'change',
    at: ctx.now,
    memberId: undefined,
    text,
    link: undefined,
    sendId: undefined,
    oneToOne: false,
  })

/** Whose person it is, else whose letter it was; where neither is left to hear it, the recruiters. */
async function tellOwner(ctx: SystemCtx, tx: Tx, send: SendRow, person: Candidate): Promise<void> {
  const members = [person.ownerId, send.approvedBy].flatMap((id) => id ?? [])
  const [owner] = await hearersAmong(ctx, tx, person, { members, sender: await ownVoiceOf(tx, send) })
  const notice = ctx.newId<'notice'>()
  for (const address of owner === undefined ? await hearersInstead(ctx, tx, person) : [owner.slackUserId]) {
    const key = `stay_answer:${send.id}:${notice}:${address}`
    await tx.posts.want({ key, kind: 'stay_answer', address, subjects: [person.id, send.id] }, ctx.now)
  }
}

export type ShownStay = { readonly person: Candidate; readonly answer: StayAnswer }

/** What the owner's message says now: the answer that counts, even where it was another when the message came. */
export const loadStay = ({ uow }: SystemCtx, id: CandidateId, sendId: SendId): Promise<ShownStay | undefined> =>
  uow.run(async (tx) => {
    const person = await tx.candidates.get(id)
    const answer = answerIn((await tx.events.read(streamOf(sendId), 1))[0])
    return person === undefined || answer === undefined ? undefined : { person, answer }
  })
