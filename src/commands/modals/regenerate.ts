import type { App } from '@slack/bolt'
import { regenerate, withoutModel } from '../../domain/shared/words/model.ts'
import type { Ctx } from '../../usecases/context.ts'
import type { EdgeRefusal } from '../../usecases/define-use-case.ts'
import { keepNote, type RegenerateRefusal, regenerateDraft } from '../../usecases/outreach/regenerate-draft.ts'
import { readCardValue } from '../../views/draft-card/ids.ts'
import { asTyped } from '../../views/mrkdwn.ts'
import { NOTE, noteOf, REGENERATE_MODAL } from '../../views/regenerate-modal/blocks.ts'
import { draftWords } from '../draft-words.ts'
import type { Shell } from '../shell/enter.ts'
import { onSubmit } from '../shell/on-submit.ts'
import type { Reply } from '../shell/tell.ts'

/** The form of *Regenerate with a note…*. The model takes seconds, so the form becomes the answer; the note is kept before. */
export function registerRegenerate(app: Pick<App, 'view'>, shell: Shell): void {
  onSubmit(app, shell, REGENERATE_MODAL, async ({ ctx, view }) => {
    const input = { ...readCardValue(view.private_metadata), note: noteOf(view.state.values) }
    const kept = await keepNote(ctx, input)
    if (!kept.ok) return { kind: 'errors', errors: { [NOTE]: why(ctx, kept.refusal) } }
    return { kind: 'later', respondAt: undefined, work: () => writeAgain(ctx, input) }
  })
}

type Input = Parameters<typeof regenerateDraft>[1]

async function writeAgain(ctx: Ctx, input: Input): Promise<Reply> {
  const written = await regenerateDraft(ctx, input)
  const note = asTyped(input.note, 2_000)
  if (!written.ok)
    return {
      text:
        written.refusal.kind === 'no_words'
          ? regenerate.failed(withoutModel[written.refusal.why], note)
          : regenerate.notKept(why(ctx, written.refusal), note),
    }
  const { cut } = written.value
  return { text: cut === 0 ? regenerate.done : regenerate.doneWithCuts(cut) }
}

function why(ctx: Ctx, refusal: RegenerateRefusal | EdgeRefusal): string {
  if (refusal.kind === 'note') return regenerate.problems[refusal.problem]
  if (refusal.kind === 'no_words') return regenerate.cannot(withoutModel[refusal.why])
  return draftWords(ctx, refusal)
}
