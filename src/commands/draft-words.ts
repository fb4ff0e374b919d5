/** Why an act on a draft did not happen, in words for whoever pressed. */
import type { DraftRefusal } from '../domain/outreach/draft.ts'
import { never } from '../domain/shared/result.ts'
import { answers } from '../domain/shared/words/drafts.ts'
import { draftRefusals } from '../domain/shared/words/outreach.ts'
import type { Ctx } from '../usecases/context.ts'
import type { EdgeRefusal } from '../usecases/define-use-case.ts'
import type { EditRefusal } from '../usecases/outreach/edit-draft.ts'
import { moment } from '../views/mrkdwn.ts'
import { reworded } from './refused.ts'

/** What every act on a draft may be refused for; the gate's reasons are told by `approve` alone. */
export type DraftActRefusal = DraftRefusal | EditRefusal | { readonly kind: 'their_words' }

export const draftWords = (ctx: Ctx, refusal: DraftActRefusal | EdgeRefusal): string =>
  reworded(refusal, (own: DraftActRefusal) => {
    switch (own.kind) {
      case 'superseded':
        return draftRefusals.superseded
      case 'already_decided': {
        const { by, at, what } = own
        if (by === undefined || at === undefined) return draftRefusals.already_closed(what)
        return draftRefusals.already_decided(
          by === ctx.actor.memberId ? answers.you : answers.somebody,
          what,
          moment(at),
        )
      }
      case 'not_approved':
        return draftRefusals.not_approved
      case 'no_such_draft':
        return answers.noSuchDraft
      case 'not_yours':
        return answers.notYours
      case 'their_words':
        return answers.theirWords
      case 'no_job':
        return answers.noJob
      case 'job_closed':
        return answers.jobClosed
      case 'no_such_person':
        return answers.noPerson
      default:
        return never(own)
    }
  })
