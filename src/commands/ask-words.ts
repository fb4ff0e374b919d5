/** Why a question was not asked, answered or withdrawn, in words. */
import { never } from '../domain/shared/result.ts'
import { askForm, askRefusals } from '../domain/shared/words/asks.ts'
import type { Ctx } from '../usecases/context.ts'
import type { EdgeRefusal } from '../usecases/define-use-case.ts'
import type { AnswerRefusal } from '../usecases/outreach/ask-answer.ts'
import { type AskRefusal, MOST_ASKED, type WithdrawRefusal } from '../usecases/outreach/ask-colleague.ts'
import type { VoiceRefusal } from '../usecases/outreach/ask-own-voice.ts'
import { draftWords } from './draft-words.ts'
import { edgeWords } from './refused.ts'

export function askWords(ctx: Ctx, refusal: AskRefusal | EdgeRefusal): string {
  switch (refusal.kind) {
    case 'no_such_member':
    case 'yourself':
    case 'may_not_see':
    case 'internal_person':
    case 'is_them':
    case 'asked_already':
      return askForm.refusals[refusal.kind]
    case 'asked_enough':
      return askForm.refusals.asked_enough(MOST_ASKED)
    case 'already_decided':
    case 'bad_input':
    case 'no_such_draft':
    case 'not_allowed':
    case 'not_approved':
    case 'not_yours':
    case 'superseded':
      return draftWords(ctx, refusal)
    default:
      return never(refusal)
  }
}

export function answerWords(ctx: Ctx, refusal: AnswerRefusal | VoiceRefusal | WithdrawRefusal | EdgeRefusal): string {
  switch (refusal.kind) {
    case 'not_allowed':
    case 'bad_input':
      return edgeWords(refusal)
    case 'no_such_ask':
    case 'not_asked':
    case 'over':
    case 'draft_decided':
    case 'not_yours':
      return askRefusals[refusal.kind]
    case 'already_decided':
    case 'no_such_draft':
    case 'not_approved':
    case 'superseded':
    case 'their_words':
      return draftWords(ctx, refusal)
    default:
      return never(refusal)
  }
}
