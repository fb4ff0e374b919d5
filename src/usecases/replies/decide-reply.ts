import { z } from 'zod'
import type { Candidate } from '../../domain/candidate/candidate.ts'
import { REPLY_DECISIONS, type ReplyDecision, type ReplyState } from '../../domain/replies/reply.ts'
import type { ReplyId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { addMonths, asDay, type Day, dayIn } from '../../domain/shared/time.ts'
import { replyHistory } from '../../domain/shared/words/replies.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { idInput } from '../outreach/draft-input.ts'
import { barIn } from '../people/bar-person.ts'
import { entry } from '../people/change-person.ts'
import type { CandidateChange } from '../ports/candidates.ts'
import type { EventData } from '../ports/events.ts'
import type { Reply } from '../ports/replies.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { tellFlaggers } from './tell-flaggers.ts'

export type ReplyRefusal =
  | { readonly kind: 'reply_gone' }
  | {
      readonly kind: 'already_decided'
      readonly by: string | undefined
      readonly state: Exclude<ReplyState, 'waiting'>
    }
  | { readonly kind: 'no_such_day' }
  | { readonly kind: 'day_passed' }
  | { readonly kind: 'too_far' }

/** As long as people are kept without contact by default. */
const LONGEST_MONTHS = 24

export type Decided = { readonly replyId: ReplyId; readonly state: ReplyDecision }

/** **Interested now**, **Later**, **Not interested** or **Wrong person**: it waits no more, and what follows from it is done with it. */
export const decideReply = defineUseCase({
  name: 'decide-reply',
  permission: 'candidate.change',
  input: z.object({
    replyId: idInput('reply'),
    decision: z.enum(REPLY_DECISIONS),
    /** When *Later* is. */
    day: z.string().optional(),
    /** They asked not to be written to again. */
    doNotContact: z.boolean().optional(),
  }),
  run: async (ctx, { replyId, decision, day: given, doNotContact }): Promise<Result<Decided, ReplyRefusal>> => {
    const decided = await ctx.uow.once<Decided, ReplyRefusal>(ctx.idempotencyKey, 'decide-reply', async (tx) => {
      const found = await undecided(tx, replyId)
      if (!found.ok) return found
      const later = decision === 'later' ? laterOn(ctx, given) : ok(undefined)
      if (!later.ok) return later
      const { person, reply } = found.value
      const data = await follow(ctx, tx, { person, reply, decision, day: later.value, doNotContact })
      await tx.replies.decide(replyId, { state: decision, by: ctx.actor.memberId, at: ctx.now, laterOn: later.value })
      await tx.candidates.record(person.id, entry(ctx, 'change', replyHistory.decided(decision, later.value)))
      await tx.events.append({
        stream: `reply:${replyId}`,
        type: 'reply.decided',
        data: { state: decision, candidateId: person.id, ...data },
      })
      await tx.posts.redraw(replyId, ctx.now)
      await tx.posts.redraw(person.id, ctx.now)
      return ok({ replyId, state: decision })
    })
    if (decided.ok) ctx.services.wake.posts()
    return decided
  },
})

/** The person first, then the reply: the order in which every writer takes them. */
async function undecided(
  tx: Tx,
  id: ReplyId,
): Promise<Result<{ readonly reply: Reply; readonly person: Candidate }, ReplyRefusal>> {
  const seen = await tx.replies.get(id)
  const person = seen === undefined ? undefined : await tx.candidates.lock(seen.candidateId)
  const reply = person === undefined ? undefined : await tx.replies.lock(id)
  if (reply === undefined || person === undefined) return refuse({ kind: 'reply_gone' })
  // An answer that left says nothing yet of what theirs meant.
  if (reply.state === 'waiting' || reply.state === 'done') return ok({ reply, person })
  const by = reply.decidedBy === undefined ? undefined : await tx.members.get(reply.decidedBy)
  return refuse({ kind: 'already_decided', by: by?.name, state: reply.state })
}

function laterOn(ctx: Ctx, given: string | undefined): Result<Day, ReplyRefusal> {
  const today = dayIn(ctx.now, ctx.actor.zone)
  const day = asDay(given ?? '')
  if (day === undefined) return refuse({ kind: 'no_such_day' })
  if (day <= today) return refuse({ kind: 'day_passed' })
  return day > addMonths(today, LONGEST_MONTHS) ? refuse({ kind: 'too_far' }) : ok(day)
}

type Deciding = {
  readonly person: Candidate
  readonly reply: Reply
  readonly decision: ReplyDecision
  readonly day: Day | undefined
  readonly doNotContact: boolean | undefined
}

/** What changes besides the reply; the answer is what *Undo* needs to know, as codes and days. */
async function follow(ctx: Ctx, tx: Tx, deciding: Deciding): Promise<EventData> {
  const { person, reply, decision, day, doNotContact } = deciding
  const before = { nextTouch: person.nextTouch ?? '', until: person.snoozedUntil ?? '', for: person.snoozedFor ?? '' }
  switch (decision) {
    case 'interested':
      await change(tx, person, { snoozedUntil: undefined, snoozedFor: undefined })
      await tellFlaggers(ctx, tx, person.id, { news: 'interested', of: reply.id })
      return before
    case 'later':
      await change(tx, person, { nextTouch: day, snoozedUntil: day, snoozedFor: undefined })
      return before
    case 'not_interested': {
      await change(tx, person, { nextTouch: undefined })
      if (doNotContact !== true) return before
      const barred = await barIn(ctx, tx, person, { reason: 'asked_not_to', note: undefined })
      return { ...before, barred: barred.ok && !barred.value.already }
    }
    case 'wrong_person': {
      const address = await addressOf(tx, person, reply)
      const suppressed =
        address !== undefined && (await tx.consent.suppress(address, 'wrong_person', ctx.now, reply.sendId))
      return { ...before, suppressed }
    }
  }
}

/** Only what differs, so that nobody's version grows for nothing. */
async function change(tx: Tx, person: Candidate, wanted: CandidateChange): Promise<void> {
  const differs = Object.entries(wanted).some(([field, value]) => person[field as keyof Candidate] !== value)
  if (differs) await tx.candidates.change(person.id, wanted)
}

/** The address on record that the reply came from, else the one that was written to. */
export async function addressOf(tx: Tx, person: Candidate, reply: Reply): Promise<string | undefined> {
  const send = reply.sendId === undefined ? undefined : await tx.sends.get(reply.sendId)
  const contacts = await tx.candidates.contacts(person.id)
  return contacts.find(({ id }) => id === (reply.contactId ?? send?.contactId))?.value
}
