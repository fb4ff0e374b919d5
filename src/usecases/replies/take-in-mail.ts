import type { Candidate } from '../../domain/candidate/candidate.ts'
import type { Automatic } from '../../domain/replies/automatic.ts'
import { ownWords } from '../../domain/replies/own-words.ts'
import { REPLY_ORIGINAL_MAX, REPLY_TEXT_MAX } from '../../domain/replies/reply.ts'
import type { ContactId, ReplyId } from '../../domain/shared/ids.ts'
import { ok } from '../../domain/shared/result.ts'
import { tidy, truncate } from '../../domain/shared/text.ts'
import { DAY, type Instant, plus } from '../../domain/shared/time.ts'
import { howToObject } from '../../domain/shared/words/mail.ts'
import { replyHistory } from '../../domain/shared/words/replies.ts'
import type { SystemCtx } from '../context.ts'
import { holdBack } from '../outreach/hold-back.ts'
import type { InboundMail } from '../ports/inbound-mail.ts'
import type { SendRow } from '../ports/sends.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import type { Member } from '../ports/workspace.ts'
import { followBounce } from './follow-bounce.ts'
import { hearersAmong, hearersInstead, ownVoiceOf } from './who-hears.ts'

export type TakenIn =
  /** A person's answer; of a mail that came before, the reply that it made then. */
  | { readonly kind: 'reply'; readonly replyId: ReplyId }
  /** A machine's answer, noted on the timeline; of a letter that came back, whose letter it was hears. */
  | { readonly kind: Automatic }
  /** From a colleague, or from us: no candidate's answer. */
  | { readonly kind: 'own_mail' }
  /** From nobody on record: nothing of it is kept but that it came. */
  | { readonly kind: 'nobody_known' }

/** References of one mail that are looked at. */
const MOST_REFERENCES = 50
/** A mail says itself when it was written, and what it says may be wrong. */
const OLDEST_DAYS = 30
/** As much of what they wrote as the timeline bears. */
const TIMELINE_MAX = 2_000

/**
 * Takes in one mail. It belongs to whoever the message was written to that it answers, else to whoever has its sender's address. A person's
 * answer is a touch, is known to whoever else wants to write, and comes to the DM of whose conversation it is. The same mail twice is one.
 */
export async function takeInMail(ctx: SystemCtx, mail: InboundMail): Promise<TakenIn> {
  const key = mail.messageId.slice(0, 500)
  const taken = await ctx.uow.once<TakenIn, never>(key, 'take-in-mail', async (tx) => ok(await takeIn(ctx, tx, mail)))
  if (!taken.ok) throw new Error('Taking in a mail refuses nothing')
  if (taken.value.kind === 'reply' || taken.value.kind === 'bounce') ctx.services.wake.posts()
  return taken.value
}

/** Whether the mail names a message of ours in this workspace, or its sender is on record here. Changes nothing. */
export const concernsUs = ({ uow }: SystemCtx, mail: InboundMail): Promise<'message' | 'sender' | undefined> =>
  uow.run(async (tx) => {
    if ((await sendOf(tx, mail)) !== undefined) return 'message'
    return (await tx.candidates.findByContact('email', mail.from)) === undefined ? undefined : 'sender'
  })

const sendOf = async (tx: Tx, { references }: InboundMail): Promise<SendRow | undefined> =>
  references.length === 0 ? undefined : tx.sends.byMessageIds(references.slice(0, MOST_REFERENCES))

async function takeIn(ctx: SystemCtx, tx: Tx, mail: InboundMail): Promise<TakenIn> {
  const send = await sendOf(tx, mail)
  const owner = await tx.candidates.findByContact('email', mail.from)
  if (owner === undefined && (await isOurs(ctx, tx, mail.from, send !== undefined))) return { kind: 'own_mail' }
  const id = send?.candidateId ?? owner
  const person = id === undefined ? undefined : await tx.candidates.lock(id)
  if (person === undefined) {
    await tx.events.append({ stream: `workspace:${ctx.workspace.id}`, type: 'mail.from_nobody_known', data: {} })
    return { kind: 'nobody_known' }
  }
  if (mail.automatic !== undefined) return noteMachine(ctx, tx, { person, send, mail, kind: mail.automatic })
  return keepReply(ctx, tx, { person, send, mail })
}

/**
 * A colleague's own mail program answers in the same thread, and so does ours. Where a letter is answered, a common domain says nothing:
 * ours may be a large provider's, the person one of our own staff, and what says that it did not arrive our own mail server.
 */
async function isOurs({ services }: SystemCtx, tx: Tx, address: string, isAnswer: boolean): Promise<boolean> {
  if ((await tx.members.byEmail(address)) !== undefined) return true
  const { mailAddress, mailDomain } = services.defaults
  const from = address.toLowerCase()
  return from === mailAddress || (!isAnswer && from.endsWith(`@${mailDomain.toLowerCase()}`))
}

type Machine = Answer & { readonly kind: Automatic }

const MACHINE_EVENTS = {
  bounce: 'mail.bounced',
  delivery_note: 'mail.delivery_noted',
  auto_reply: 'mail.auto_replied',
} as const satisfies Record<Automatic, string>

async function noteMachine(ctx: SystemCtx, tx: Tx, { person, send, mail, kind }: Machine): Promise<TakenIn> {
  await tx.candidates.record(person.id, {
    id: ctx.newId<'interaction'>(),
    kind: 'change',
    at: ctx.now,
    memberId: undefined,
    text: replyHistory[kind],
    link: undefined,
    sendId: send?.id,
    oneToOne: false,
  })
  const stream = `candidate:${person.id}`
  if (kind === 'bounce' && send !== undefined) {
    const [hearer] = await conversationOf(ctx, tx, person, send)
    const dead = await followBounce(ctx, tx, { person, send, dead: mail.dead ?? [] }, hearer)
    await tx.events.append({ stream, type: MACHINE_EVENTS.bounce, data: { sendId: send.id, dead } })
    return { kind }
  }
  await tx.events.append({ stream, type: MACHINE_EVENTS[kind], data: send === undefined ? {} : { sendId: send.id } })
  return { kind }
}

type Answer = { readonly person: Candidate; readonly send: SendRow | undefined; readonly mail: InboundMail }

async function keepReply(ctx: SystemCtx, tx: Tx, { person, send, mail }: Answer): Promise<TakenIn> {
  const receivedAt = believable(mail.at, ctx.now)
  const whole = tidy(mail.text)
  const own = truncate(ownWords(whole, [howToObject]), REPLY_TEXT_MAX)
  const contactId = await contactOf(tx, person, mail.from)
  const replyId = ctx.newId<'reply'>()
  const inserted = await tx.replies.insert({
    id: replyId,
    candidateId: person.id,
    sendId: send?.id,
    contactId,
    messageId: mail.messageId,
    receivedAt,
    text: own,
    original: whole === own ? undefined : truncate(whole, REPLY_ORIGINAL_MAX),
    state: 'waiting',
    laterOn: undefined,
    decidedBy: undefined,
    decidedAt: undefined,
  })
  if (inserted !== 'inserted') return { kind: 'reply', replyId: inserted.known }
  const speaksWith = await conversationOf(ctx, tx, person, send)
  await tx.candidates.record(person.id, {
    id: ctx.newId<'interaction'>(),
    kind: 'reply',
    at: receivedAt,
    memberId: speaksWith[0]?.id,
    text: truncate(own === '' ? replyHistory.empty : own, TIMELINE_MAX),
    link: undefined,
    sendId: send?.id,
    oneToOne: true,
  })
  await tx.candidates.touch(person.id, receivedAt)
  // Whatever the letter's own clock says: nobody who approved something has seen this.
  await holdBack(ctx, tx, person, { because: 'answered_meanwhile' })
  await tx.events.append({
    stream: `reply:${replyId}`,
    type: 'reply.received',
    data: { candidateId: person.id, ...(send === undefined ? {} : { sendId: send.id }) },
  })
  await tell(ctx, tx, { replyId, person }, speaksWith)
  await tx.posts.redraw(person.id, ctx.now)
  return { kind: 'reply', replyId }
}

/** Neither in the future nor so long ago that nobody would look there. */
const believable = (at: Instant | undefined, now: Instant): Instant =>
  at === undefined || at > now || at < plus(now, -OLDEST_DAYS * DAY) ? now : at

async function contactOf(tx: Tx, person: Candidate, address: string): Promise<ContactId | undefined> {
  if ((await tx.candidates.findByContact('email', address)) !== person.id) return undefined
  const same = address.toLowerCase()
  return (await tx.candidates.contacts(person.id)).find(
    ({ kind, value }) => kind === 'email' && value.toLowerCase() === same,
  )?.id
}

/** Whose letter they answer, and who looks after them; the first is whom they speak with. Whoever left speaks with nobody any more. */
async function conversationOf(
  ctx: SystemCtx,
  tx: Tx,
  person: Candidate,
  send: SendRow | undefined,
): Promise<readonly Member[]> {
  const owner = send === undefined ? undefined : (await tx.drafts.get(send.draftId))?.ownerId
  const members = [owner, person.ownerId, send?.approvedBy].flatMap((id) => id ?? [])
  const sender = send === undefined ? undefined : await ownVoiceOf(tx, send)
  return (await hearersAmong(ctx, tx, person, { members: [...new Set(members)], sender })).slice(0, 2)
}

async function tell(
  ctx: SystemCtx,
  tx: Tx,
  { replyId, person }: { readonly replyId: ReplyId; readonly person: Candidate },
  members: readonly Member[],
): Promise<void> {
  const owners = members.map(({ slackUserId }) => slackUserId)
  for (const address of owners.length > 0 ? owners : await hearersInstead(ctx, tx, person)) {
    const key = `reply_card:${replyId}:${address}`
    await tx.posts.want({ key, kind: 'reply_card', address, subjects: [replyId, person.id] }, ctx.now)
  }
}
