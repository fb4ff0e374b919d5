import { z } from 'zod'
import { ASK_KINDS } from '../../domain/outreach/ask.ts'
import type { DraftRefusal } from '../../domain/outreach/draft.ts'
import type { DraftAskId, MemberId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import { may, type Role } from '../../domain/shared/roles.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import type { DraftAsk } from '../ports/draft-asks.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { optionalText } from '../text-input.ts'
import { idInput } from './draft-input.ts'

export const LONGEST_QUESTION = 500
/** More is a meeting. */
export const MOST_ASKED = 5

export type AskRefusal =
  | DraftRefusal
  | { readonly kind: 'no_such_draft' }
  | { readonly kind: 'not_yours' }
  | { readonly kind: 'no_such_member' }
  | { readonly kind: 'yourself' }
  /** Neither a recruiter nor a hiring manager: drafts tell of candidates. */
  | { readonly kind: 'may_not_see' }
  /** Internal staff are seen by their relationship owner only, never by themselves or their managers. */
  | { readonly kind: 'internal_person' }
  /** The colleague has an address of the person whom the draft is for. */
  | { readonly kind: 'is_them' }
  | { readonly kind: 'asked_already' }
  | { readonly kind: 'asked_enough' }

/** Whom to ask, with the roles that they have at this moment: whoever calls has looked them up just now. */
export type Colleague = { readonly memberId: MemberId; readonly roles: ReadonlySet<Role> }

/** *Ask a colleague…*: they get the text in their DM, or are asked to say it in their own voice. Nothing here sends anything to anybody else. */
export const askColleague = defineUseCase({
  name: 'ask-colleague',
  permission: 'draft.write',
  input: z.object({
    draftId: idInput('draft'),
    kind: z.enum(ASK_KINDS, { error: 'Please choose what you ask for.' }),
    question: optionalText(LONGEST_QUESTION),
    colleague: z.custom<Colleague | undefined>(),
  }),
  run: async (
    ctx,
    { draftId, kind, question, colleague },
  ): Promise<Result<{ readonly askId: DraftAskId }, AskRefusal>> => {
    const asked = await ctx.uow.once<{ readonly askId: DraftAskId }, AskRefusal>(
      ctx.idempotencyKey,
      'ask-colleague',
      async (tx) => {
        const seen = await tx.drafts.get(draftId)
        if (seen === undefined) return refuse({ kind: 'no_such_draft' })
        if (seen.ownerId !== ctx.actor.memberId) return refuse({ kind: 'not_yours' })
        if (colleague === undefined) return refuse({ kind: 'no_such_member' })
        const refusal = await mayBeAsked(ctx, tx, seen.candidateId, colleague)
        if (refusal !== undefined) return refuse(refusal)
        const draft = await tx.drafts.lock(draftId)
        if (draft === undefined) return refuse({ kind: 'no_such_draft' })
        const { state, decidedBy, decidedAt } = draft
        if (state !== 'waiting') return refuse({ kind: 'already_decided', by: decidedBy, at: decidedAt, what: state })
        const open = (await tx.asks.ofDraft(draftId, 50)).filter((ask) => ask.state === 'asked')
        if (open.some((ask) => ask.askedOf === colleague.memberId || (kind === 'own_voice' && ask.kind === kind)))
          return refuse({ kind: 'asked_already' })
        if (open.length >= MOST_ASKED) return refuse({ kind: 'asked_enough' })
        const ask: DraftAsk = {
          id: ctx.newId<'draft_ask'>(),
          draftId,
          revisionId: draft.revisionId,
          kind,
          askedOf: colleague.memberId,
          askedBy: ctx.actor.memberId,
          question,
          state: 'asked',
          answer: undefined,
          askedAt: ctx.now,
          answeredAt: undefined,
        }
        await tx.asks.insert(ask)
        const data = { askId: ask.id, kind, askedOf: ask.askedOf, revisionId: ask.revisionId }
        await tx.events.append({ stream: `draft:${draftId}`, type: 'draft.asked', data })
        await showAsk(ctx, tx, ask, draft.candidateId)
        await tx.posts.redraw(draftId, ctx.now)
        return ok({ askId: ask.id })
      },
    )
    if (asked.ok) ctx.services.wake.posts()
    return asked
  },
})

async function mayBeAsked(
  ctx: Ctx,
  tx: Tx,
  candidateId: Parameters<Tx['candidates']['get']>[0],
  colleague: Colleague,
): Promise<AskRefusal | undefined> {
  const member = await tx.members.get(colleague.memberId)
  if (member === undefined) return { kind: 'no_such_member' }
  if (member.id === ctx.actor.memberId) return { kind: 'yourself' }
  if (!may(colleague.roles, 'draft.answer')) return { kind: 'may_not_see' }
  const person = await tx.candidates.lock(candidateId)
  if (person === undefined) return { kind: 'no_such_draft' }
  if (person.kind === 'internal') return { kind: 'internal_person' }
  const contacts = await tx.candidates.contacts(person.id)
  const own = member.email?.toLowerCase()
  if (own !== undefined && contacts.some(({ value }) => value.toLowerCase() === own)) return { kind: 'is_them' }
  return undefined
}

/** In the colleague's DM, to stay, and drawn anew with every change of the draft. */
async function showAsk(
  ctx: Ctx,
  tx: Tx,
  ask: DraftAsk,
  candidateId: Parameters<Tx['candidates']['get']>[0],
): Promise<void> {
  const member = await tx.members.get(ask.askedOf)
  if (member === undefined) return
  await tx.posts.want(
    {
      key: `draft_ask:${ask.id}`,
      kind: 'draft_ask',
      address: member.slackUserId,
      subjects: [ask.id, ask.draftId, candidateId],
    },
    ctx.now,
  )
}

export type WithdrawRefusal =
  | { readonly kind: 'no_such_ask' }
  | { readonly kind: 'not_yours' }
  | { readonly kind: 'over' }

/** Whoever asked needs no answer any more. */
export const withdrawAsk = defineUseCase({
  name: 'withdraw-ask',
  permission: 'draft.write',
  input: z.object({ askId: idInput('draft_ask') }),
  run: async (ctx, { askId }): Promise<Result<null, WithdrawRefusal>> => {
    const withdrawn = await ctx.uow.once<null, WithdrawRefusal>(ctx.idempotencyKey, 'withdraw-ask', async (tx) => {
      const ask = await tx.asks.lock(askId)
      if (ask === undefined) return refuse({ kind: 'no_such_ask' })
      if (ask.askedBy !== ctx.actor.memberId) return refuse({ kind: 'not_yours' })
      if (ask.state !== 'asked') return refuse({ kind: 'over' })
      const { revisionId } = ask
      await tx.asks.change(askId, { state: 'withdrawn', revisionId, answer: undefined, answeredAt: ctx.now })
      await tx.events.append({ stream: `draft:${ask.draftId}`, type: 'draft.ask_withdrawn', data: { askId } })
      await tx.posts.redraw(ask.draftId, ctx.now)
      return ok(null)
    })
    ctx.services.wake.posts()
    return withdrawn
  },
})
