import type { DraftAskId, DraftId } from '../../domain/shared/ids.ts'
import type { SystemCtx } from '../context.ts'
import type { DraftAsk } from '../ports/draft-asks.ts'
import type { DraftRow, RevisionRow } from '../ports/drafts.ts'
import type { SendRow } from '../ports/sends.ts'
import type { Tx } from '../ports/unit-of-work.ts'
import { textInVoice } from './ask-own-voice.ts'

/**
 * What whoever was asked sees of a draft: for whom, what for, and the text. No contact details, nothing of what we know besides, and no
 * reason of the gate, since a hiring manager may see none of these.
 */
export type AskCardModel = {
  readonly ask: DraftAsk
  readonly draft: Pick<DraftRow, 'id' | 'purpose' | 'state'>
  readonly fullName: string
  /** Slack ids. */
  readonly askedBy: string
  readonly askedOf: string
  /** The very text that an approval would name. */
  readonly revisionId: RevisionRow['id']
  readonly text: Pick<RevisionRow, 'subject' | 'body' | 'claims'>
  /** The text is what they wrote themselves, and waits. */
  readonly ownWords: boolean
  /** Theirs alone: the message that they approved in their own name. */
  readonly send: SendRow | undefined
  readonly askerName: string
}

/** The question as it stands now; `undefined` where the draft or its person is gone, which removes it. */
export const loadAskCard = (ctx: SystemCtx, askId: DraftAskId): Promise<AskCardModel | undefined> =>
  ctx.uow.run(async (tx) => {
    const ask = await tx.asks.get(askId)
    const draft = ask === undefined ? undefined : await tx.drafts.get(ask.draftId)
    if (ask === undefined || draft === undefined) return undefined
    // A look is at the text that was asked about; one's own voice is always the current one.
    const revision = await tx.drafts.revision(ask.kind === 'look' ? ask.revisionId : draft.revisionId)
    const person = await tx.candidates.get(draft.candidateId)
    const [asker, asked] = [await tx.members.get(ask.askedBy), await tx.members.get(ask.askedOf)]
    if (revision === undefined || person === undefined || asker === undefined || asked === undefined) return undefined
    const text = ask.kind === 'look' ? revision : await textInVoice(tx, ask, draft, revision)
    return {
      ask,
      draft,
      fullName: person.fullName,
      askedBy: asker.slackUserId,
      askedOf: asked.slackUserId,
      askerName: asker.name,
      revisionId: revision.id,
      text,
      ownWords: draft.state === 'waiting' && ask.kind === 'own_voice' && revision.authorId === ask.askedOf,
      send: await theirSend(tx, ask, draft),
    }
  })

async function theirSend(tx: Tx, ask: DraftAsk, draft: DraftRow): Promise<SendRow | undefined> {
  if (draft.state !== 'approved' || draft.decidedBy !== ask.askedOf) return undefined
  return tx.sends.ofDraft(draft.id)
}

/** What the draft's own card says of a question. */
export type CardAsk = {
  readonly id: DraftAskId
  readonly kind: DraftAsk['kind']
  readonly state: DraftAsk['state']
  readonly answer: string | undefined
  /** A Slack id. */
  readonly colleague: string
  /** The text has changed since they answered. */
  readonly olderText: boolean
}

const MOST_SHOWN = 5

export async function asksOf(tx: Tx, draft: Pick<DraftRow, 'id' | 'revisionId'>): Promise<readonly CardAsk[]> {
  const asks = (await tx.asks.ofDraft(draft.id, 20)).filter(({ state }) => state !== 'withdrawn').slice(0, MOST_SHOWN)
  const members = new Map((await tx.members.getMany(asks.map((ask) => ask.askedOf))).map((one) => [one.id, one]))
  return asks.flatMap((ask) => {
    const colleague = members.get(ask.askedOf)
    if (colleague === undefined) return []
    const { id, kind, state, answer } = ask
    const olderText = ask.revisionId !== draft.revisionId
    return [{ id, kind, state, answer, colleague: colleague.slackUserId, olderText }]
  })
}

export type AskAnswerModel = Pick<AskCardModel, 'ask' | 'fullName' | 'askedOf'> & {
  readonly draftId: DraftId
  readonly waiting: boolean
}

/** What the asker is told. */
export const loadAskAnswer = async (ctx: SystemCtx, askId: DraftAskId): Promise<AskAnswerModel | undefined> => {
  const model = await loadAskCard(ctx, askId)
  if (model === undefined) return undefined
  const { ask, fullName, askedOf, draft } = model
  return { ask, fullName, askedOf, draftId: draft.id, waiting: draft.state === 'waiting' }
}
