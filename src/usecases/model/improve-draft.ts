import { checkLetter, isWorthSending, type ModelLetter } from '../../domain/outreach/check-letter.ts'
import { checkClaims } from '../../domain/outreach/claims.ts'
import type { ComposedText, ComposeInput } from '../../domain/outreach/compose.ts'
import { revise } from '../../domain/outreach/draft.ts'
import type { Fact, People } from '../../domain/outreach/fact.ts'
import { briefFor, type LetterBrief } from '../../domain/outreach/letter-brief.ts'
import type { CandidateId, DraftId, RevisionId } from '../../domain/shared/ids.ts'
import { truncate } from '../../domain/shared/text.ts'
import { plus, SECOND } from '../../domain/shared/time.ts'
import type { SystemCtx } from '../context.ts'
import { peopleAround } from '../outreach/other-people.ts'
import { MODEL_DEADLINE } from '../ports/model.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { type Asked, askModel } from './ask-model.ts'
import { letterQuestion } from './letter-prompt.ts'

/** Which text a model is to better: the draft as it stands, and all that its template was made from. */
export type Material = {
  readonly draftId: DraftId
  readonly candidateId: CandidateId
  /** The text that its words would take the place of. */
  readonly revisionId: RevisionId
  readonly number: number
  readonly input: ComposeInput
  readonly facts: readonly Fact[]
  readonly people: People
}
export type Letter = { readonly text: ComposedText; readonly cut: readonly string[] }

/** The card of a new draft waits so long for the model's words; a process that dies meanwhile leaves it the template's. */
export const CARD_WAITS = MODEL_DEADLINE + SECOND

/** Asks for a letter and checks it; nothing is kept of it here. */
export function askForLetter(ctx: SystemCtx, material: Material, note?: string): Promise<Asked<Letter>> {
  const { draftId, candidateId, input, facts, people } = material
  const brief = briefFor(input, facts, people, note)
  const asking = { purpose: `letter.${input.purpose}`, candidateId, draftId }
  return askModel(ctx, asking, letterQuestion(brief), (answer) => judged(ctx, material, brief, answer))
}

const MOST_CUT = 8
const LONGEST_CUT = 300

function judged(ctx: SystemCtx, material: Material, brief: LetterBrief, answer: ModelLetter): Letter | undefined {
  const { input, facts, people } = material
  const { text, sentences, cut } = ctx.services.templates.frame(input, checkLetter(answer, brief, people))
  if (!isWorthSending({ sentences }, brief)) return undefined
  if (!checkClaims(text.body, text.claims, { facts, purpose: input.purpose, people }).ok) return undefined
  return { text, cut: cut.slice(0, MOST_CUT).map((sentence) => truncate(sentence, LONGEST_CUT)) }
}

/** Once it is committed, and only where this very act wrote it: a repeated delivery asks no model again. */
export function betterAfterwards(ctx: SystemCtx, material: Material | undefined): void {
  if (material !== undefined && ctx.services.model !== undefined)
    ctx.services.afterwards(() => improveDraft(ctx, material))
}

/** The model's words take the template's place, unless somebody was quicker. The card is drawn at once either way. */
async function improveDraft(ctx: SystemCtx, material: Material): Promise<void> {
  const asked = await askForLetter(ctx, material)
  await ctx.uow.run(async (tx) => {
    if (asked.kind === 'answered') await takePlace(ctx, tx, material, asked.value, asked.prompt)
    await tx.posts.hurry(material.draftId, ctx.now)
    await tx.posts.redraw(material.draftId, ctx.now)
  })
  ctx.services.wake.posts()
}

/** `false` where the text is not the one any more that the model was asked about, or what it tells may not be told any more. */
export async function takePlace(
  ctx: SystemCtx,
  tx: Tx,
  { draftId, candidateId, revisionId, number, input }: Material,
  { text, cut }: Letter,
  prompt: string,
): Promise<RevisionId | undefined> {
  const candidate = await tx.candidates.lock(candidateId)
  const draft = await tx.drafts.lock(draftId)
  const id = ctx.newId<'draft_revision'>()
  if (candidate === undefined || draft === undefined || !revise(draft, revisionId, id).ok) return undefined
  const facts = await tx.candidates.facts(candidate.id)
  const people = await peopleAround(tx, candidate)
  const checked = checkClaims(text.body, text.claims, { facts, purpose: input.purpose, people })
  if (!checked.ok) return undefined
  const { subject, body, template } = text
  await tx.drafts.revise(draftId, {
    id,
    draftId,
    number: number + 1,
    subject,
    body,
    author: 'model',
    authorId: undefined,
    template,
    prompt,
    cut,
    asksToStay: input.asksToStay === true,
    createdAt: ctx.now,
    claims: checked.value,
  })
  const data = { revisionId: id, number: number + 1, author: 'model', cut: cut.length }
  await tx.events.append({ stream: `draft:${draftId}`, type: 'draft.revised', data })
  return id
}

/** When the card of a draft that a model is asked about may be posted at the latest. */
export const cardAt = (ctx: SystemCtx) => (ctx.services.model === undefined ? ctx.now : plus(ctx.now, CARD_WAITS))
