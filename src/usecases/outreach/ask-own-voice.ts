import { z } from 'zod'
import { carryClaims } from '../../domain/outreach/claims.ts'
import { LONGEST, revise } from '../../domain/outreach/draft.ts'
import { inVoiceOf } from '../../domain/outreach/voice.ts'
import type { RevisionId } from '../../domain/shared/ids.ts'
import { ok, type Result, refuse } from '../../domain/shared/result.ts'
import type { Ctx } from '../context.ts'
import { defineUseCase } from '../define-use-case.ts'
import type { DraftAsk } from '../ports/draft-asks.ts'
import type { DraftRow, RevisionRow } from '../ports/drafts.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { lineInput, textInput } from '../text-input.ts'
import { actOnSend, SendInput } from './act-on-send.ts'
import { type Approved, type ApproveRefusal, approveRevision } from './approve-revision.ts'
import { type AnswerRefusal, openAsk, tellAsker } from './ask-answer.ts'
import { idInput } from './draft-input.ts'

export type VoiceRefusal = AnswerRefusal | Exclude<ApproveRefusal, { readonly kind: 'not_yet' | 'no_mail' }>
/**
 * `kept`: the gate holds it back, or no mail is set up. The words are kept as theirs, whoever asked is told, and the reasons stay with those
 * who may know them.
 */
export type Voiced = ({ readonly kind: 'approved' } & Approved) | { readonly kind: 'kept' }

const VoiceInput = z.object({ askId: idInput('draft_ask'), revisionId: idInput('draft_revision') })

/** The text as it would stand in their name: their own where they wrote one, else the draft's with their signature. */
export async function textInVoice(
  tx: Tx,
  ask: Pick<DraftAsk, 'askedOf'>,
  draft: Pick<DraftRow, 'ownerId'>,
  revision: RevisionRow,
): Promise<Pick<RevisionRow, 'subject' | 'body' | 'claims'>> {
  const { subject, body, claims, authorId } = revision
  if (authorId === ask.askedOf) return { subject, body, claims }
  const [owner, voice] = [await tx.members.get(draft.ownerId), await tx.members.get(ask.askedOf)]
  const signed = inVoiceOf(body, owner?.name ?? '', voice?.name ?? '')
  return { subject, body: signed, claims: carryClaims(body, claims, signed) }
}

export type VoiceText = {
  readonly fullName: string
  readonly revisionId: RevisionId
  readonly subject: string
  readonly body: string
}

/** What **Edit…** begins with for whoever was asked to say it in their own words. */
export const loadVoiceText = defineUseCase({
  name: 'load-voice-text',
  permission: 'draft.answer',
  input: z.object({ askId: idInput('draft_ask') }),
  run: (ctx, { askId }): Promise<Result<VoiceText, AnswerRefusal>> =>
    ctx.uow.run(async (tx) => {
      const open = await openAsk(ctx, tx, askId)
      if (!open.ok) return open
      const { ask, draft } = open.value
      const revision = await tx.drafts.revision(draft.revisionId)
      const person = await tx.candidates.get(draft.candidateId)
      if (revision === undefined || person === undefined) return refuse({ kind: 'no_such_ask' })
      if (!speaks(ask, revision)) return refuse({ kind: 'over' })
      const text = await textInVoice(tx, ask, draft, revision)
      return ok({ fullName: person.fullName, revisionId: revision.id, subject: text.subject, body: text.body })
    }),
})

/** Asked and not yet answered; or answered, and their own text waits again after an undo or a refusal at the last moment. */
const speaks = (ask: DraftAsk, revision: Pick<RevisionRow, 'authorId'>): boolean =>
  ask.kind === 'own_voice' && (ask.state === 'asked' || (ask.state === 'answered' && revision.authorId === ask.askedOf))

/**
 * **Approve & send** by the colleague whose voice it is: their text, edited or as it was shown, becomes the draft's next one and is approved
 * by them alone. It leaves from them; replies go to whoever owns the draft. The gate applies as for everybody.
 */
export const sendInOwnVoice = defineUseCase({
  name: 'send-in-own-voice',
  permission: 'draft.answer',
  input: VoiceInput.extend({
    edited: z.object({ subject: lineInput(LONGEST.subject), body: textInput(LONGEST.body) }).optional(),
  }),
  run: async (ctx, { askId, revisionId, edited }): Promise<Result<Voiced, VoiceRefusal>> => {
    const voiced = await ctx.uow.once<Voiced, VoiceRefusal>(ctx.idempotencyKey, 'send-in-own-voice', async (tx) => {
      const seen = await tx.asks.get(askId)
      const asked = seen === undefined ? undefined : await tx.drafts.get(seen.draftId)
      // The person first, then the draft: in this order every transaction takes them.
      if (asked !== undefined && seen?.askedOf === ctx.actor.memberId) await tx.candidates.lock(asked.candidateId)
      const open = await openAsk(ctx, tx, askId)
      if (!open.ok) return open
      const { ask, draft } = open.value
      const before = await tx.drafts.revision(revisionId)
      if (before?.draftId !== draft.id) return refuse({ kind: 'no_such_draft' })
      if (!speaks(ask, before)) return refuse({ kind: 'over' })
      const theirs = await keepWords(ctx, tx, { ask, draft, before, edited })
      if (!theirs.ok) return theirs
      return approve(ctx, tx, { ask, draft, revisionId: theirs.value })
    })
    if (voiced.ok && voiced.value.kind === 'approved') ctx.services.wake.sends()
    ctx.services.wake.posts()
    return voiced
  },
})

type Words = { readonly subject: string; readonly body: string }
type Speaking = {
  readonly ask: DraftAsk
  readonly draft: DraftRow
  readonly before: RevisionRow
  readonly edited: Words | undefined
}

/** The draft's next text, by them; the same one where they had written it already and changed nothing. */
async function keepWords(
  ctx: Ctx,
  tx: Tx,
  { ask, draft, before, edited }: Speaking,
): Promise<Result<RevisionId, VoiceRefusal>> {
  const id = ctx.newId<'draft_revision'>()
  const allowed = revise(draft, before.id, id)
  if (!allowed.ok) return allowed
  const shown = await textInVoice(tx, ask, draft, before)
  const { subject, body } = edited ?? shown
  if (before.authorId === ask.askedOf && subject === before.subject && body === before.body) return ok(before.id)
  const revision: RevisionRow = {
    ...before,
    id,
    number: before.number + 1,
    subject,
    body,
    claims: edited === undefined ? shown.claims : carryClaims(before.body, before.claims, body),
    author: 'person',
    authorId: ask.askedOf,
    template: undefined,
    createdAt: ctx.now,
  }
  await tx.drafts.revise(draft.id, revision)
  const data = { revisionId: id, number: revision.number, author: revision.author }
  await tx.events.append({ stream: `draft:${draft.id}`, type: 'draft.revised', data })
  return ok(id)
}

async function approve(
  ctx: Ctx,
  tx: Tx,
  { ask, draft, revisionId }: { readonly ask: DraftAsk; readonly draft: DraftRow; readonly revisionId: RevisionId },
): Promise<Result<Voiced, VoiceRefusal>> {
  const approved = await approveRevision(ctx, tx, { draftId: draft.id, revisionId, as: 'voice' })
  const kept = !approved.ok && (approved.refusal.kind === 'not_yet' || approved.refusal.kind === 'no_mail')
  if (!approved.ok && !kept) return refuse(approved.refusal as VoiceRefusal)
  const state = approved.ok ? 'answered' : 'asked'
  const answeredAt = approved.ok ? ctx.now : undefined
  await tx.asks.change(ask.id, { state, revisionId, answer: undefined, answeredAt })
  const type = approved.ok ? 'draft.ask_answered' : 'draft.ask_kept'
  await tx.events.append({ stream: `draft:${draft.id}`, type, data: { askId: ask.id } })
  await tellAsker(ctx, tx, ask, draft)
  return ok(approved.ok ? { kind: 'approved', ...approved.value } : { kind: 'kept' })
}

/** **Undo send** by the colleague in whose name it would leave. */
export const undoOwnVoice = defineUseCase({
  name: 'undo-own-voice',
  permission: 'draft.answer',
  input: SendInput,
  run: async (ctx, { sendId }) => {
    const send = await ctx.uow.run((tx) => tx.sends.get(sendId))
    if (send === undefined || send.approvedBy !== ctx.actor.memberId) return refuse({ kind: 'no_such_send' as const })
    return actOnSend(ctx, 'undo-own-voice', 'undo', { sendId })
  },
})
