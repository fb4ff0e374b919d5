/** Somebody else is already talking with a person: they are asked to leave the conversation, and answer for themselves. */
import { z } from 'zod'
import type { Refusal } from '../../domain/outreach/refusal.ts'
import type { CandidateId, TakeOverId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { takeOver as words } from '../../domain/shared/words/take-over.ts'
import type { Ctx, SystemCtx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import { verdictFor } from '../find/verdict-for.ts'
import { idInput } from '../outreach/draft-input.ts'
import { entry, type NoSuchPerson } from '../people/change-person.ts'
import type { TakeOver } from '../ports/take-overs.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import type { Member } from '../ports/workspace.ts'

export type Collision = Extract<Refusal, { kind: 'collision' }>

/** Who is already talking with them, as the gate sees it for whoever asks: there is one rule for it. */
export async function talkingWith(ctx: Ctx, tx: Tx, id: CandidateId): Promise<Collision | undefined> {
  const person = await tx.candidates.get(id)
  if (person === undefined) return undefined
  const verdict = await verdictFor(ctx, tx, person, await tx.candidates.contacts(id))
  if (verdict.kind === 'ok_to_send') return undefined
  return verdict.because.find((refusal): refusal is Collision => refusal.kind === 'collision')
}

export type TakeOverRefusal = NoSuchPerson | { readonly kind: 'nobody_talks' | 'asked_already' }
/** `yours`: whoever talked with them has left, so nobody is to be asked. */
export type AskedTakeOver = { readonly kind: 'asked' | 'yours'; readonly of: string }

/** **Ask to take over**: the colleague gets the question in their DM. Nothing changes before they say yes. */
export const askToTakeOver = defineUseCase({
  name: 'ask-to-take-over',
  permission: 'draft.write',
  input: z.object({ candidateId: idInput('candidate') }),
  run: async (ctx, { candidateId }): Promise<Result<AskedTakeOver, TakeOverRefusal>> => {
    const asked = await ctx.uow.once<AskedTakeOver, TakeOverRefusal>(
      ctx.idempotencyKey,
      'ask-to-take-over',
      async (tx) => {
        const person = await tx.candidates.lock(candidateId)
        if (person === undefined) return refuse({ kind: 'no_such_person' })
        const talking = await talkingWith(ctx, tx, person.id)
        const colleague = talking === undefined ? undefined : await tx.members.get(talking.by)
        if (colleague === undefined) return refuse({ kind: 'nobody_talks' })
        const left = (await tx.members.present([colleague.id])).length === 0
        const ask: TakeOver = {
          id: ctx.newId<'take_over'>(),
          candidateId: person.id,
          askedOf: colleague.id,
          askedBy: ctx.actor.memberId,
          state: left ? 'agreed' : 'asked',
          askedAt: ctx.now,
          answeredAt: left ? ctx.now : undefined,
        }
        if ((await tx.takeOvers.insert(ask)) === 'asked_already') return refuse({ kind: 'asked_already' })
        if (left) await pass(ctx, tx, ask, colleague)
        else {
          const { slackUserId: address } = colleague
          await tx.posts.want(
            { key: `take_over_ask:${ask.id}`, kind: 'take_over_ask', address, subjects: [ask.id, person.id] },
            ctx.now,
          )
          await tx.events.append({
            stream: `candidate:${person.id}`,
            type: 'candidate.take_over_asked',
            data: { takeOverId: ask.id, of: colleague.id },
          })
        }
        return ok({ kind: left ? 'yours' : 'asked', of: colleague.slackUserId })
      },
    )
    if (asked.ok) ctx.services.wake.posts()
    return asked
  },
})

async function pass(ctx: Ctx, tx: Tx, ask: TakeOver, from: Pick<Member, 'id' | 'name'>): Promise<void> {
  const to = await tx.members.get(ask.askedBy)
  await tx.candidates.record(ask.candidateId, entry(ctx, 'change', words.history(from.name, to?.name ?? '')))
  await tx.events.append({
    stream: `candidate:${ask.candidateId}`,
    type: 'candidate.conversation_passed',
    data: { from: from.id, to: ask.askedBy, takeOverId: ask.id },
  })
  // Whatever said *Not yet* because of it may say *OK to send* now.
  await tx.posts.redraw(ask.candidateId, ctx.now)
}

export type AnswerTakeOverRefusal = { readonly kind: 'no_such_ask' | 'not_asked' | 'over' }
const AskInput = z.object({ takeOverId: idInput('take_over') })

/** **Leave it to them**: what was said so far counts as theirs, and they may write. */
export const agreeTakeOver = defineUseCase({
  name: 'agree-take-over',
  permission: 'draft.answer',
  input: AskInput,
  run: (ctx, { takeOverId }) => answer(ctx, 'agree-take-over', takeOverId, 'agreed'),
})

/** **Not yet**: the conversation stays where it is. */
export const declineTakeOver = defineUseCase({
  name: 'decline-take-over',
  permission: 'draft.answer',
  input: AskInput,
  run: (ctx, { takeOverId }) => answer(ctx, 'decline-take-over', takeOverId, 'declined'),
})

async function answer(
  ctx: Ctx,
  name: string,
  id: TakeOverId,
  state: 'agreed' | 'declined',
): Promise<Result<null, AnswerTakeOverRefusal>> {
  const answered = await ctx.uow.once<null, AnswerTakeOverRefusal>(ctx.idempotencyKey, name, async (tx) => {
    const seen = await tx.takeOvers.get(id)
    // The person first, as whoever asks the gate does.
    if (seen !== undefined) await tx.candidates.lock(seen.candidateId)
    const ask = await tx.takeOvers.lock(id)
    if (ask === undefined) return refuse({ kind: 'no_such_ask' })
    if (ask.askedOf !== ctx.actor.memberId) return refuse({ kind: 'not_asked' })
    if (ask.state !== 'asked') return refuse({ kind: 'over' })
    await tx.takeOvers.answer(id, state, ctx.now)
    if (state === 'agreed') await pass(ctx, tx, ask, { id: ctx.actor.memberId, name: ctx.actor.name })
    await tx.posts.redraw(id, ctx.now)
    const asker = await tx.members.get(ask.askedBy)
    if (asker !== undefined)
      await tx.posts.want(
        {
          key: `take_over_answer:${id}`,
          kind: 'take_over_answer',
          address: asker.slackUserId,
          subjects: [id, ask.candidateId],
        },
        ctx.now,
      )
    return ok(null)
  })
  if (answered.ok) ctx.services.wake.posts()
  return answered
}

export type TakeOverModel = {
  readonly ask: TakeOver
  readonly who: string
  readonly askedOf: Member | undefined
  readonly askedBy: Member | undefined
}
/** For the colleague's question and the asker's answer; `undefined` where the person is gone. */
export const loadTakeOver = ({ uow }: SystemCtx, id: TakeOverId): Promise<TakeOverModel | undefined> =>
  uow.run(async (tx) => {
    const ask = await tx.takeOvers.get(id)
    const person = ask === undefined ? undefined : await tx.candidates.get(ask.candidateId)
    if (ask === undefined || person === undefined) return undefined
    const who = person.fullName
    return { ask, who, askedOf: await tx.members.get(ask.askedOf), askedBy: await tx.members.get(ask.askedBy) }
  })
